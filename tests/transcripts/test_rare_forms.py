"""From the menu alone: requests from outside or by mistake, and the beheerder's care of access and looks."""

import json
from dataclasses import replace

import pytest

from tests.prepared import prepared
from tests.stage import PASSWORD, Ran, Stage

PERSON = '{"geslachtsnaam": "Haile", "voornamen": "Selam", "geboortedatum": "1993-01-01", "telefoon": "072-5112233"}'
CONFIRM, NOTHING = ("Is this right?", ""), ("Number (Enter: nothing)", "")


@prepared
def office(stage: Stage) -> Stage:
    """A client of anna's register, and the coach bram, who has none."""
    order = ("--opdrachtgever", "gemeente", "--assignment", "A1")
    stage.must("client", "register", *order, "--from", "-", stdin=PERSON)
    words = ("--name", "Bram", "--role", "coach", "--function", "coach")
    stage.must("user", "designate", "bram", *words, "--new-password-file", str(stage.password_file))
    return stage


def do(stage: Stage, menu: str, line: str, *answers: tuple[str, str]) -> Ran:
    """Open a menu of the start screen, choose a line beneath it, answer, and leave."""
    typed = [("Password", PASSWORD), ("anna> ", menu), ("anna> ", line), *answers, ("anna> ", "0"), ("anna> ", "0")]
    ran = stage.wkc("menu", typed=typed)
    assert ran.code == 0, ran.err
    return ran


def state(stage: Stage, number: str) -> str:
    return str(stage.json("request", "show", number)["request"]["state"])


def test_a_request_that_was_our_mistake_is_void_after_a_reason(office: Stage) -> None:
    office.must("request", "receive", "2026-1", "--kind", "inzage")
    reason = [("What went wrong", "kort"), ("What went wrong", "Dit was een andere cliënt.")]
    do(office, "8", "was our mistake", ("Request [V2026-0001", ""), CONFIRM, *reason)
    assert state(office, "V2026-0001") == "vergissing"


def test_who_asks_from_outside_is_searched_for_and_linked(office: Stage) -> None:
    office.must("request", "receive", "--outside", "--kind", "inzage", stdin="Selam Haile\nLaat 1\n1811 AB Alkmaar")
    found = do(
        office, "8", "asks from outside", ("Request [V2026-0001", ""), ("Former names", "01-01-1993"), CONFIRM,
        ("Number (Enter: nothing)", "1"), ("Client", "selam"), CONFIRM,
    )  # fmt: skip
    assert "2026-0001" in found.out
    assert office.json("request", "show", "V2026-0001")["request"]["client"]["number"] == "2026-0001"


def test_two_requests_for_the_same_are_joined(office: Stage) -> None:
    for _time in range(2):
        office.must("request", "receive", "2026-1", "--kind", "inzage")
    chosen = [("Request", "V2026-0002"), ("The earlier request", "V2026-0001")]
    do(office, "8", "ask for the same", *chosen, CONFIRM)
    assert [state(office, "V2026-0001"), state(office, "V2026-0002")] == ["ontvangen", "ingetrokken"]


def test_a_value_is_removed_of_own_accord(office: Stage) -> None:
    number = next(
        str(one["number"])
        for one in office.json("client", "show", "2026-1")["dossier"]["entries"]
        if one["field"] == "telefoon"
    )
    page = "2026-0001> "
    typed = [
        ("Password", PASSWORD), ("anna> ", "selam"), (page, "of own accord"), ("Which value", number),
        ("What becomes of it", "verwijdering"), ("Why", "objection"), CONFIRM,
        ("Why it has to change", "Wij bellen nooit."), NOTHING, (page, "0"), ("anna> ", "0"),
    ]  # fmt: skip
    ran = office.wkc("menu", typed=typed)
    assert ran.code == 0, ran.err
    assert office.json("request", "show", "V2026-0001")["request"]["requester"] == "beheerder"


def test_a_letter_that_was_our_mistake_goes_to_nobody(office: Stage) -> None:
    office.must("request", "receive", "2026-1", "--kind", "inzage")
    answers = [("Which letter", "B2026-0001"), CONFIRM, ("What went wrong", "De cliënt wist het al lang.")]
    do(office, "9", "letter was our", *answers)
    assert office.json("letter", "list", "--waiting")["letters"] == []


def test_a_look_in_an_emergency_is_seen_with_its_reason_and_goes_off_the_list(office: Stage) -> None:
    reason = "De cliënt belde in paniek."
    why = ("--break-glass", "--break-glass-file", str(office.file("why", reason)))
    replace(office, user="bram").must(*why, "client", "show", "2026-1")
    look = [("Which look", "paniek"), CONFIRM, ("Is the reason good", "yes"), NOTHING]
    assert reason in do(office, "12", "see why somebody", *look).out
    assert office.json("audit", "list", "--break-glass") == []


def test_access_is_reviewed_one_by_one_and_another_answers_for_cron(office: Stage) -> None:
    key = str(office.folder / "key")
    office.must("user", "designate", "nightly", "--service", "--responsible", "anna", "--key-file", key)
    do(office, "12", "a service account", ("Service account [nightly", ""), ("Who answers", "bram"), CONFIRM)
    assert office.json("user", "show", "nightly")["user"]["responsible"] == "bram"
    keep = [("Does the access stay", "houden")] * 3
    do(office, "12", "review who has", *keep)
    assert not [one for one in office.json("agenda")["items"] if one["duty"] == "toegang_nalopen"]


@pytest.mark.parametrize("line", ["figures of a year", "what is processed"])
def test_figures_and_processing_are_shown(office: Stage, line: str) -> None:
    answers = [("A year", "2026")] if line == "figures of a year" else []
    assert "2026" in do(office, "12", line, *answers).out or line == "what is processed"


def test_two_new_recovery_codes_are_made_in_no_session_of_the_menu(office: Stage) -> None:
    before = json.loads((office.home / "keyring.json").read_text(encoding="utf-8"))["generation"]
    do(office, "12", "make new recovery", CONFIRM, ("", PASSWORD), ("", "^C"))
    assert json.loads((office.home / "keyring.json").read_text(encoding="utf-8"))["generation"] == before + 1
