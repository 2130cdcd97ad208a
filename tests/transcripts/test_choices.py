"""Lists that narrow while one types, and what an answer on them comes to."""

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from wkc.cli.terminal.completion import completer, matching, number, settle, settle_file, settle_open
from wkc.rules.disclosure.annex import BODIES
from wkc.rules.disclosure.annex import LAWS as ALL_LAWS
from wkc.rules.dossier.field import CATEGORIES, FIELDS
from wkc.rules.dossier.office_word import SYNONYMS
from wkc.sentences import disclosure, party_kind
from wkc.sentences.source import SOURCES

LAWS = {code: law.name for code, law in ALL_LAWS.items()}

OPTIONS = {"uwv": "instantie", "UWV Werkbedrijf": "instantie uwv_werkbedrijf", "Bakkerij Uwers": "werkgever"}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["uwv", "UWV Werkbedrijf", "Bakkerij Uwers"]),
        ("uw", ["uwv", "UWV Werkbedrijf", "Bakkerij Uwers"]),
        ("UWERS", ["Bakkerij Uwers"]),
        ("werk", ["UWV Werkbedrijf", "Bakkerij Uwers"]),
        ("werk uwv", ["UWV Werkbedrijf"]),
        ("svb", []),
    ],
)
def test_an_option_is_found_by_any_part_of_its_word_or_meaning(typed: str, found: list[str]) -> None:
    assert matching(OPTIONS, typed) == found


KINDS = {"gesprek": "here", "telefoon": "by telephone: art. 8.3", "bezoek": "a visit", "<": "a question back"}


def test_options_have_numbers_unless_they_are_numbers_themselves() -> None:
    assert number(KINDS) == {"gesprek": "1", "telefoon": "2", "bezoek": "3"}
    assert number({"1": "Name", "12": "Activities", "<": "a question back"}) == {}


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [("2", "telefoon"), ("tel", "telefoon"), ("visit", "bezoek"), ("8", "telefoon"), ("<", "<"), ("", ""), ("e", "e")],
)
def test_an_answer_comes_to_the_option_that_it_names_by_number_or_by_a_part(typed: str, chosen: str) -> None:
    assert settle(KINDS, typed) == chosen


def test_an_answer_that_begins_one_option_and_is_in_others_is_that_one_but_where_anything_may_be_typed() -> None:
    known = {"coach": "sees the own clients", "beheerder": "may do all that a coach may"}
    assert settle(known, "co") == "coach"
    assert settle_open(known, "co") == "co"


def test_a_file_is_chosen_by_its_number_or_its_beginning_and_never_by_a_part() -> None:
    files = {"lijst.csv": "2026-11-23", "rapport.pdf": "2026-11-22"}
    assert [settle_file(files, typed) for typed in ("2", "li", "pdf", "9")] == ["rapport.pdf", "lijst.csv", "pdf", "9"]


SUBJECTS = dict.fromkeys(disclosure.SUBJECTS, "")
FIELD_LIST = {field.code: field.label for field in FIELDS}
CATEGORY_LIST = {str(place): name for place, name in CATEGORIES.items()}


@pytest.mark.parametrize(
    ("options", "typed", "chosen"),
    [
        (SUBJECTS, "ww", "werkloosheidsuitkering"),
        (SUBJECTS, "WIA", "arbeidsongeschiktheidsuitkering"),
        (SUBJECTS, "wao", "arbeidsongeschiktheidsuitkering"),
        (SUBJECTS, "Wajong", "arbeidsongeschiktheidsuitkering"),
        (SUBJECTS, "wsnp", "schuldhulpverlening"),
        (LAWS, "bijstand", "participatiewet"),
        (LAWS, "pw", "participatiewet"),
        (LAWS, "ww", "ww"),
        (FIELD_LIST, "bsn", "burgerservicenummer"),
        (FIELD_LIST, "tel", "telefoon"),
        (FIELD_LIST, "mobiel", "telefoon"),
        (FIELD_LIST, "mail", "e_mail"),
        (FIELD_LIST, "email", "e_mail"),
        (FIELD_LIST, "achternaam", "geslachtsnaam"),
        (FIELD_LIST, "achtern", "geslachtsnaam"),
        (FIELD_LIST, "iban", "bankrekening"),
        (CATEGORY_LIST, "bsn", "17"),
    ],
)
def test_the_words_of_an_office_find_what_lists_call_otherwise(
    options: dict[str, str], typed: str, chosen: str
) -> None:
    assert settle(options, typed) == chosen


def test_each_word_of_an_office_finds_something() -> None:
    lists = (
        *SUBJECTS, *LAWS, *LAWS.values(), *FIELD_LIST, *FIELD_LIST.values(), *CATEGORY_LIST.values(), *BODIES,
        *(body.today for body in BODIES.values()), *SOURCES, *party_kind.KINDS,
    )  # fmt: skip
    held = " ".join(map(str, lists)).casefold()
    assert [name for names in SYNONYMS.values() for name in names if name not in held] == []


def test_what_is_chosen_takes_the_place_of_what_was_typed() -> None:
    offered = list(completer(OPTIONS).get_completions(Document("uwers"), CompleteEvent()))
    assert [(one.text, one.start_position) for one in offered] == [("Bakkerij Uwers", -5)]


def test_a_meaning_cannot_steer_the_terminal() -> None:
    offered = list(completer({"x": "\x1b[31mrood"}).get_completions(Document(""), CompleteEvent()))
    assert offered[0].display_meta_text == "␛[31mrood"
