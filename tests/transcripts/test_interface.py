"""What scripts and people rely on: exit codes, the envelope, help for every command, escape_control_chars output."""

import importlib
import json
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.stage import Stage
from wkc import cli, errors
from wkc.cli.command_table import COMMANDS
from wkc.cli.terminal.escape import escape_control_chars
from wkc.errors.families import WkcError
from wkc.procedures.letters.notice import Notified
from wkc.records.correction import PriorRecipient, Proposal
from wkc.records.request import Request
from wkc.rules.access.permission import BY_THE_PROGRAM, GRANTS
from wkc.rules.access.purpose import PURPOSE_OF, PURPOSES

TOP = Path(__file__).parents[2]
OPERATING = (TOP / "wkc" / "docs" / "operating.md").read_text(encoding="utf-8")
MANUAL = "\n".join(
    page.read_text(encoding="utf-8")
    for page in (
        TOP / "README.md",
        *(TOP / "wkc" / "docs" / f"{name}.md" for name in ("using", "operating", "security")),
    )
)
ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")


def every_error() -> Iterator[type[WkcError]]:
    for module in pkgutil.iter_modules(errors.__path__):
        for found in vars(importlib.import_module(f"wkc.errors.{module.name}")).values():
            if isinstance(found, type) and issubclass(found, WkcError) and found.__module__.endswith(module.name):
                yield found


def every_command() -> Iterator[tuple[tuple[str, ...], Any]]:
    for name in COMMANDS:
        yield from beneath(cli.load(name), (name,))


def beneath(command: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    children = getattr(command, "commands", {})
    if not children:
        yield path, command
    for name, child in children.items():
        yield from beneath(child, (*path, name))


def test_each_family_of_errors_has_the_exit_code_of_the_manual() -> None:
    documented = {
        int(line.split("|")[1])
        for line in OPERATING.partition("\n## Exit codes\n")[2].splitlines()
        if line.startswith("| ") and line[2].isdigit()
    }
    assert {error.code for error in every_error()} <= documented
    assert documented == {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 130}


def test_each_error_has_a_name_of_its_own_and_says_what_to_do() -> None:
    names = [error.__new__(error).name for error in every_error()]
    assert len(names) > 200
    assert len(names) == len(set(names))
    for error in every_error():
        assert error.hint
        assert error.__doc__


def test_a_record_keeps_the_keys_that_scripts_know_when_its_fields_get_better_names() -> None:
    kept = {
        record.__name__: dict(zip(record.__struct_fields__, record.__struct_encode_fields__, strict=True)).items()
        - dict(zip(record.__struct_fields__, record.__struct_fields__, strict=True)).items()
        for record in (Request, Proposal, PriorRecipient, Notified)
    }
    assert kept == {
        "Request": {("answer_sent_on", "told_on"), ("answer_received_on", "answer_on")},
        "Proposal": {("notified_on", "told_on")},
        "PriorRecipient": {("notified_on", "told_on")},
        "Notified": {("notified_on", "told_on")},
    }


def test_an_error_keeps_the_name_that_scripts_know_when_its_class_gets_a_better_one() -> None:
    kept = {error.__name__: error.__new__(error).name for error in every_error() if error.stable_name}
    assert kept == {
        "NotInsideShell": "not_at_a_seat",
        "ExpressRequestNotAllowed": "express_request_idle",
        "RefusalCodeNotAllowed": "refusal_code_idle",
        "OmissionNotAllowed": "omission_idle",
        "EntryNotAllowed": "entry_idle",
        "NewValueNotAllowed": "new_value_idle",
        "GrantNotAllowed": "grant_idle",
    }


def test_each_command_has_help_for_itself_and_each_of_its_words() -> None:
    for path, command in every_command():
        assert command.help, path
        for parameter in command.params:
            assert parameter.name in ("help", "ctx") or getattr(parameter, "help", None), (
                path,
                parameter.name,
            )


def test_each_command_stands_in_the_manual() -> None:
    words = " ".join(MANUAL.split())
    assert [path for path, _ in every_command() if f"wkc {' '.join(path)}" not in words] == []


def test_the_names_that_an_error_may_repeat_are_the_commands_there_are() -> None:
    from wkc.cli.command_table import SUBCOMMANDS

    groups: dict[str, set[str]] = {}
    for path, _ in every_command():
        if len(path) > 1:
            groups.setdefault(path[0], set()).add(path[1])
    assert {name: set(children) for name, children in SUBCOMMANDS.items()} == groups


def test_every_action_has_a_purpose_of_art_2_and_somebody_who_may_do_it() -> None:
    assert set(PURPOSE_OF.values()) <= set(PURPOSES)
    assert set().union(*(grant.actions for grant in GRANTS.values())) == set(PURPOSE_OF) - BY_THE_PROGRAM


def test_an_answer_is_one_envelope(stage: Stage) -> None:
    envelope = json.loads(stage.must("--json", "party", "list").out)
    assert list(envelope) == ["wkc", "command", "data"]
    assert (envelope["wkc"], envelope["command"]) == (1, "party list")


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        (["client", "show", "2026-9"], 5),
        (["client", "show"], 2),
        (["shwo"], 2),
        (["--purpose", "x", "whoami"], 2),
    ],
    ids=str,
)
def test_an_error_is_one_envelope_also_when_the_command_never_ran(stage: Stage, argv: list[str], code: int) -> None:
    ran = stage.wkc("--json", *argv)
    envelope = json.loads(ran.err)
    assert (ran.code, ran.out) == (code, "")
    assert list(envelope) == ["wkc", "command", "error"]
    assert list(envelope["error"]) == ["code", "name", "text", "hint"]
    assert envelope["error"]["code"] == code


def test_terminal_escapes_in_data_are_shown_and_not_obeyed(stage: Stage) -> None:
    stage.must("party", "add", "Bureau\u200cX", "--kind", "werkgever")
    out = stage.must("party", "list").out
    assert "\u200c" not in out
    assert "Bureau<U+200C>X" in out
    assert escape_control_chars("\x1b[31mrood\x07") == "␛[31mrood␇"
    assert escape_control_chars("Świątek 😀\nregel") == "Świątek 😀\nregel"


def test_markup_in_data_is_text(stage: Stage) -> None:
    stage.must("party", "add", "[bold]Bureau[/bold]", "--kind", "werkgever")
    assert "[bold]Bureau[/bold]" in stage.must("party", "list").out


def test_a_long_name_of_an_organisation_hides_nothing_beside_it(stage: Stage) -> None:
    stage.must("party", "add", "Stichting " + "Samenwerkingsverband" * 9, "--kind", "opdrachtgever")
    assert stage.must("party", "list").out.count(" opdrachtgever") == 2
    order = ("--opdrachtgever", "Stichting", "--assignment", "2026-AB")
    stage.must("client", "import", "-", *order, stdin='[{"geslachtsnaam": "Vos"}]')
    assert "2026-AB" in stage.must("client", "show", "2026-1").out


def test_a_table_fits_eighty_columns(stage: Stage) -> None:
    long = json.dumps([{"geslachtsnaam": "Naam" * 50, "woonplaats": "Plaats" * 20}])
    stage.must("client", "import", "-", *ORDER, stdin=long)
    for words in (("client", "list"), ("client", "show", "2026-1"), ("audit", "list")):
        assert max(map(len, stage.must(*words).out.splitlines())) <= 80, words


@pytest.mark.parametrize("words", [("request", "list", "--page"), ("audit", "review")])
def test_a_number_that_no_list_can_have_is_a_mistake_in_typing(stage: Stage, words: tuple[str, ...]) -> None:
    assert stage.wkc(*words, "99999999999999999999").code == 2
