"""The Dutch catalogue is complete in every commit, and the program speaks it."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests import catalogue
from tests.stage import Stage
from wkc import cli, i18n
from wkc.cli import command_table
from wkc.cli.forms.start_screen import CLIENT_MENU, START_MENU, MenuItem
from wkc.cli.terminal.wrap import WIDTH
from wkc.cli.views.start_screen import COMMAND

SAME_IN_BOTH = {"ID", "take|skip", "CODE", "REF", "B", "C", "G", "S", "ART|check", "pdf|json", "ambt|beroep|wet"}
"""Words for a value that are no English."""


def test_the_catalogue_has_what_the_program_says_and_nothing_else() -> None:
    assert {message.id for message in catalogue.kept()} == catalogue.said()


def test_everything_is_translated_and_nothing_is_in_doubt() -> None:
    assert catalogue.untranslated(catalogue.updated()) == []


def test_a_translation_fills_in_what_its_source_does_and_names_the_same_options() -> None:
    pairs = [pair for message in catalogue.kept() for pair in catalogue.forms(message)]

    assert [text for text, dutch in pairs if catalogue.fixed(text) != catalogue.fixed(dutch)] == []


def test_the_committed_files_are_what_the_tool_makes() -> None:
    made = catalogue.updated()

    assert catalogue.PO.read_bytes() == catalogue.po(made)
    assert catalogue.MO.read_bytes() == catalogue.mo(made)


def test_every_text_of_the_help_is_marked_for_translation() -> None:
    i18n.use({"LC_ALL": "C"})
    texts = {text for name in command_table.COMMANDS for text in _texts(cli.load(name))} | set(
        _texts(cli.command(in_shell=False))
    )

    assert texts - SAME_IN_BOTH - catalogue.said() == set()


def _texts(command: Any) -> Iterator[str]:
    """Give what the help of a command shows that is not the name of something."""
    yield from (text for text in (command.help, command.rich_help_panel) if text)
    yield from (text for option in command.params for text in (option.help, option.metavar) if text)
    for child in getattr(command, "commands", {}).values():
        yield from _texts(child)


@pytest.mark.parametrize(
    ("settings", "word"),
    [
        ({"LC_ALL": "nl_NL.UTF-8"}, "Gebruik:"),
        ({"LC_ALL": "nl_BE.UTF-8"}, "Gebruik:"),
        ({"LC_ALL": "C"}, "Usage:"),
        ({"LC_ALL": "en_GB.UTF-8"}, "Usage:"),
        ({"LC_ALL": "fr_FR.UTF-8"}, "Usage:"),
        ({"LC_ALL": "", "LC_MESSAGES": "nl_NL.UTF-8", "LANG": "en_GB.UTF-8"}, "Gebruik:"),
        ({"LC_ALL": "", "LANG": "nl_NL.UTF-8"}, "Gebruik:"),
        ({"LC_ALL": "en_GB.UTF-8", "LANGUAGE": "nl"}, "Gebruik:"),
        ({"LC_ALL": "nl_NL.UTF-8", "LANGUAGE": "en:nl"}, "Usage:"),
        ({"LC_ALL": "nl_NL.UTF-8", "LANGUAGE": "fr:nl"}, "Gebruik:"),
        ({"LC_ALL": "C.UTF-8", "LANGUAGE": "nl"}, "Usage:"),
    ],
    ids=lambda value: " ".join(f"{k}={v}" for k, v in value.items()) if isinstance(value, dict) else value,
)
def test_the_locale_chooses_the_language(bare: Stage, settings: dict[str, str], word: str) -> None:
    bare.environ.update(settings)

    assert f" {word} wkc client " in bare.wkc("client", "--help").out


def test_help_has_no_english_word_in_dutch_and_no_dutch_word_in_english(bare: Stage) -> None:
    """Both in one process: the parser's library binds some of its words once."""
    english = bare.wkc("client", "import", "--help").out
    bare.environ["LC_ALL"] = "nl_NL.UTF-8"
    dutch = bare.wkc("client", "import", "--help").out
    bare.environ["LC_ALL"] = "C"

    assert bare.wkc("client", "import", "--help").out == english
    for said, gezegd in (
        ("Usage: wkc client import [OPTIONS] {FILE}", "Gebruik: wkc client import [OPTIES] {BESTAND}"),
        ("╭─ Arguments ─", "╭─ Argumenten ─"),
        ("╭─ Options ─", "╭─ Opties ─"),
        ("[required]", "[verplicht]"),
        ("Show this message and exit.", "Toon deze hulp en stop."),
        ("Import a list of clients", "Importeer een lijst cliënten"),
    ):
        assert said in english
        assert said not in dutch
        assert gezegd in dutch
        assert gezegd not in english


def test_an_error_is_said_in_dutch(stage: Stage) -> None:
    stage.environ["LC_ALL"] = "nl_NL.UTF-8"

    assert stage.wkc("client", "show", "2026-0001").err == (
        "wkc: Er is geen cliënt die hierbij past.\n"
        "     Zoek met `wkc client find` op nummer, BSN, naam, geboortedatum, woonplaats, postcode of telefoon.\n"
    )
    assert stage.wkc("client", "lst").err.startswith("wkc: Dit commando bestaat niet. Bedoelde u 'list'?\n")
    assert stage.wkc("client", "import").err.startswith("wkc: BESTAND ontbreekt.\n")


OTHER_WORDS = {
    "kopie": (r"\bcopy (for|of) (the|a) client|\bcopy\b.*--request", r"\bkopie"),
    "reservekopie": ("", r"\breservekopie"),
    "kantoor": ("", r"(?<!op )\bkantoor\b"),
    "opdracht": (r"\bcommands?\b", r"\bopdracht(en)?\b"),
    "partij": ("", r"\bpartij(en)?\b"),
    "verifiëren": ("", r"\b(ge)?verifi"),
    "serviceaccount": ("", r"\bserviceaccount"),
    "blik": (r"\blooks?\b", r"\bblik buiten\b"),
    "registratie": ("", r"(?<!doel van de )(?<!doelen van de )\bregistratie\b(?! zelf)"),
    "stdin": ("", r"\bstdin\b"),
    "verzenden": ("", r"\bverzend"),
    "verzonden": ("", r"\bverzonden\b"),
    "geef … mee": (r"\b[Aa]dd\b[^.;]*--", r"\bgeef\b[^.;]*--[^.;]*\bmee\b"),
    "geef … op": (r"\b[Aa]dd\b[^.;]*--", r"\bgeef (--|een optie|[^.;]*\bop met --)"),
}
"""For each word that the Dutch texts have another for: the English texts in which it counts, and its own forms."""
WORD_TABLE = re.compile(r"\| word \| for \| not \|\n\|[-|]+\n((?:\|.*\n)+)")


@pytest.mark.parametrize("word", OTHER_WORDS)
def test_the_dutch_texts_have_one_word_for_one_thing(word: str) -> None:
    english, dutch = (re.compile(pattern, re.IGNORECASE) for pattern in OTHER_WORDS[word])
    pairs = [pair for message in catalogue.kept() for pair in catalogue.forms(message)]
    plain = [tuple(re.sub("`[^`]*`", "", text) for text in pair) for pair in pairs]
    assert [text for said, text in plain if english.search(said) and dutch.search(text)] == []


def test_each_word_of_the_table_is_looked_for() -> None:
    table = WORD_TABLE.search((catalogue.PROGRAM / "docs" / "contributing.md").read_text(encoding="utf-8"))
    assert table is not None
    others = [word for row in table[1].splitlines() for word in row.split("|")[3].strip().split(", ")]
    assert sorted(others) == sorted(OTHER_WORDS)


@pytest.mark.parametrize(
    ("word", "english", "dutch"),
    [
        ("kopie", "Make the copy for the client", "Maak de kopie voor de cliënt"),
        ("opdracht", "Type the command.", "Typ de opdracht."),
        ("geef … op", "Add --page NO.", "Geef --page NR op."),
        ("kantoor", "The office keeps it.", "Het kantoor bewaart het."),
    ],
)
def test_another_word_is_noticed(word: str, english: str, dutch: str) -> None:
    said, text = (re.compile(pattern, re.IGNORECASE) for pattern in OTHER_WORDS[word])
    assert said.search(english)
    assert text.search(dutch)


@pytest.mark.parametrize("language", ["nl_NL.UTF-8", "C"])
def test_a_line_of_a_menu_fits_beside_its_command_in_eighty_columns(language: str) -> None:
    i18n.use({"LC_ALL": language})
    of_office = [item for opened in START_MENU for item in _items(opened.menu)]
    shown = [(item, "") for item in of_office] + [(item, "2026-0001") for item in _items(CLIENT_MENU)]
    assert len(shown) > 60
    long = [
        (i18n._(item.line), item.command)
        for item, number in shown
        if item.command
        and (len(f"10  {i18n._(item.line)}") > COMMAND or COMMAND + len(f"  wkc {item.command} {number}") > WIDTH)
    ]
    assert long == []


def _items(menu: tuple[MenuItem, ...]) -> Iterator[MenuItem]:
    for item in menu:
        yield item
        yield from _items(item.menu)
