"""From the menu alone: a disclosure that waits is answered, a consent is taken back, and a client has died."""

import json

import pytest

from tests.prepared import prepared
from tests.stage import PASSWORD, Stage
from wkc.procedures.disclosure.disclosure import PAGE

PERSON = '{"geslachtsnaam": "Haile", "voornamen": "Selam", "geboortedatum": "1993-01-01"}'
URGENT = {
    "recipient": "Hogeschool",
    "channel": "brief",
    "ground": "dringende_reden",
    "reason": "Spoedje van de school",
    "categories": [1],
}
BEGIN = [("Password", PASSWORD), ("anna> ", "selam")]
CONFIRM = ("Is this right?", "")
WHICH = ("Which breach [D2026-0001", "")


@prepared
def office(stage: Stage) -> Stage:
    order = ("--opdrachtgever", "gemeente", "--assignment", "A1")
    stage.must("client", "register", *order, "--from", "-", stdin=PERSON)
    stage.must("party", "add", "Hogeschool", "--kind", "derde")
    stage.wkc("disclosure", "log", "2026-1", "--from", "-", stdin=json.dumps(URGENT))
    consent = ("--purpose", "opleiding", "--categories", "2", "--how", "schriftelijk")
    stage.must("consent", "give", "2026-1", "--recipient", "Hogeschool", *consent)
    return stage


def leave(depth: int) -> list[tuple[str, str]]:
    return [*[("2026-0001> ", "0")] * depth, ("anna> ", "0")]


def test_what_waits_for_the_beheerder_is_answered_with_a_reason(office: Stage) -> None:
    typed = [
        *BEGIN, ("2026-0001> ", "9"), ("2026-0001> ", "Answer a disclosure"), ("Which disclosure", "Spoedje"),
        ("May it be given", "2"), ("Reason", "kort"), ("Reason", "De school kan zonder."), CONFIRM, *leave(2),
    ]  # fmt: skip
    ran = office.wkc("menu", typed=typed)
    assert ran.code == 0, ran.err
    decision = office.json("disclosure", "show", "2026-1", "1")["decision"]
    assert (decision["allowed"], decision["reason"]) == (False, "De school kan zonder.")


def test_one_that_waits_is_listed_behind_more_that_came_later_than_a_page_holds(office: Stage) -> None:
    given = {**URGENT, "ground": "toestemming", "purpose": "opleiding", "categories": [2]}
    for _later in range(PAGE):
        office.wkc("disclosure", "log", "2026-1", "--from", "-", stdin=json.dumps(given))
    typed = [
        *BEGIN, ("2026-0001> ", "9"), ("2026-0001> ", "Answer a disclosure"), ("Which disclosure", "1"),
        ("May it be given", "no"), ("Reason", "De school kan zonder."), CONFIRM, *leave(2),
    ]  # fmt: skip
    assert len(office.json("disclosure", "list", "2026-1")["disclosures"]) == PAGE
    ran = office.wkc("menu", typed=typed)
    assert ran.code == 0, ran.err
    assert office.json("disclosure", "show", "2026-1", "1")["decision"]["allowed"] is False


def test_a_consent_is_taken_back_by_its_number_or_by_what_it_is(office: Stage) -> None:
    typed = [
        *BEGIN, ("2026-0001> ", "9"), ("2026-0001> ", "takes a consent"), ("Which one", "Hogeschool"),
        ("From which day", ""), CONFIRM, *leave(2),
    ]  # fmt: skip
    ran = office.wkc("menu", typed=typed)
    assert ran.code == 0, ran.err
    (consent,) = office.json("consent", "list", "2026-1")["consents"]
    assert consent["withdrawn_on"] == "2026-11-23"


def test_a_death_says_what_ends_before_it_is_kept(office: Stage) -> None:
    typed = [
        *BEGIN, ("2026-0001> ", "9"), ("2026-0001> ", "has died"), ("Day of death", "2027-01-01"),
        ("Day of death", "gisteren"), ("How the office knows", "akte"), CONFIRM, *leave(2),
    ]  # fmt: skip
    ran = office.wkc("menu", typed=typed)
    assert ran.code == 0, ran.err
    assert "No letter goes to this client any more" in " ".join((ran.out + ran.err).split())
    death = office.json("client", "show", "2026-1")["death"]
    assert (death["on"], death["source"]) == ("2026-11-22", "akte")


def test_a_breach_goes_from_the_first_report_to_who_was_told(office: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(office.folder)
    typed = [
        ("Password", PASSWORD), ("anna> ", "Something went wrong"), ("What happened", "verlies"), CONFIRM,
        ("What happened, and how", "Een tas met lijsten is weg, zei een collega."),
        ("Number (Enter: nothing)", "1"), WHICH, ("Client", "selam"), CONFIRM,
        ("Number (Enter: nothing)", "3"), WHICH, ("Does the AP", "yes"), ("Are the people", "no"), CONFIRM,
        ("Why the AP", "Er staan namen en adressen op."), ("Why the people", "De lijst was versleuteld."),
        ("Number (Enter: nothing)", "1"), WHICH, ("File for the PDF", ""), CONFIRM,
        ("Number (Enter: nothing)", "1"), WHICH, ("Who was told", "ap"), ("Day and time", ""), CONFIRM,
        ("Number (Enter: nothing)", ""), ("anna> ", "0"),
    ]  # fmt: skip
    ran = office.wkc("menu", typed=typed)
    assert ran.code == 0, ran.err
    breach = office.json("breach", "show", "D2026-0001")["breach"]
    assert (breach["ruling"]["report_ap"], breach["ruling"]["notify_persons"]) == (True, False)
    assert breach["ap_reported_at"] is not None
    assert (office.folder / "D2026-0001.pdf").read_bytes().startswith(b"%PDF")


def test_only_an_opdrachtgever_whose_client_was_reached_can_have_been_told(office: Stage) -> None:
    told = [("Password", PASSWORD), ("anna> ", "12"), ("anna> ", "Somebody was told"), WHICH]
    leaving = [("anna> ", "0"), ("anna> ", "0")]
    office.must("breach", "open", "--kind", "verlies", stdin="Een tas is weg, zei een collega.")
    nobody = [("Who was told", "opdrachtgever"), ("Who was told", "^C")]
    ran = office.wkc("menu", typed=[*told, *nobody, *leaving])
    assert "This is not on the list." in ran.err
    office.must("breach", "scope", "D2026-0001", "2026-1")
    last = [("Number (Enter: nothing)", ""), *leaving]
    answers = [("Who was told", "opdr"), ("Opdrachtgever", "Hoge"), ("Opdrachtgever", "Gem"), ("Day and time [now", "")]
    ran = office.wkc("menu", typed=[*told, *answers, CONFIRM, *last])
    assert ran.code == 0, ran.err
    (party,) = office.json("breach", "show", "D2026-0001")["breach"]["parties"]
    assert (party["party"], party["notified_at"] is None) == ("Gemeente Alkmaar", False)


def open_decision(stage: Stage, line: str) -> list[tuple[str, str]]:
    stage.must("breach", "open", "--kind", "verlies", stdin="Een tas is weg, zei een collega.")
    return [("", PASSWORD), ("anna> ", "12"), ("anna> ", line)]


def test_yes_and_no_are_one_word_each(stage: Stage) -> None:
    typed = [
        *open_decision(stage, "Breaches"), ("anna> ", "Decide who"), ("Which breach", ""), ("Does the AP", "1"),
        ("Are the people", "no"), ("Is this right", "n"), *[("anna> ", "0")] * 3,
    ]  # fmt: skip
    shown = " ".join(stage.wkc("menu", typed=typed).out.split())
    assert "Does the AP get a report yes Are the people told no" in shown


def test_yes_and_no_are_one_word_each_in_dutch(stage: Stage) -> None:
    stage.environ["LC_ALL"] = "nl_NL.UTF-8"
    typed = [
        *open_decision(stage, "Datalekken"), ("anna> ", "Beslissen wie"), ("Welk datalek", ""), ("Wordt het", "ja"),
        ("Krijgen de mensen", "n"), ("Klopt dit", "n"), *[("anna> ", "0")] * 3,
    ]  # fmt: skip
    shown = " ".join(stage.wkc("menu", typed=typed).out.split())
    assert "Wordt het bij de AP gemeld ja Krijgen de mensen bericht nee" in shown
