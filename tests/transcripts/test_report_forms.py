"""Reports to an opdrachtgever from the menu alone: drafted, printed, sent, thrown away, and the list at the end."""

import pytest

from tests.prepared import prepared
from tests.stage import PASSWORD, Stage
from wkc.cli.forms.start_screen import CLIENT_REPORTS, LETTER_MENU, PAPER_MENU, REPORT_MENU, list_permitted
from wkc.records.user import Role

PERSON = '{"geslachtsnaam": "Haile", "voornamen": "Selam", "geboortedatum": "1993-01-01", "telefoon": "072-5112233"}'
BEGIN = [("Password", PASSWORD), ("anna> ", "selam"), ("2026-0001> ", "7"), ("2026-0001> ", "Reports to the")]
LEAVE = [("2026-0001> ", "0"), ("2026-0001> ", "0"), ("2026-0001> ", "0"), ("anna> ", "0")]
ABOUT = [("Opdrachtgever [Gemeente Alkmaar", ""), ("Reference of the assignment [A1", "")]
PERIOD = [("Kind of report [voortgang", ""), ("First day, if", ""), ("Last day [today", "")]
USUAL = [*PERIOD, ("How it goes there [brief", ""), ("Ground [doel", "")]
WORDS = [("What was agreed", ""), ("In your own words", "Het gaat goed."), ("Is this right?", "")]
DRAFT = [("2026-0001> ", "Draft a report"), *ABOUT, *USUAL, *WORDS]
NOTHING = ("Number (Enter: nothing)", "")


@prepared
def office(stage: Stage) -> Stage:
    stage.must("party", "set", "Gemeente", "--address", "Postbus 53", "--postcode", "1800 BC", "--place", "Alkmaar")
    order = ("--opdrachtgever", "gemeente", "--assignment", "A1")
    stage.must("client", "register", *order, "--from", "-", stdin=PERSON)
    return stage


def test_a_report_is_drafted_printed_and_sent_by_numbers_and_enter(
    office: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office.folder)
    typed = [
        *BEGIN, *DRAFT, ("Number (Enter: nothing)", "1"), ("File for the PDF [rapportage-2026-0001-", ""),
        ("Is this right?", ""), ("Number (Enter: nothing)", "1"), ("Is this right?", ""), NOTHING, *LEAVE,
    ]  # fmt: skip
    ran = office.wkc("menu", typed=typed)
    assert ran.code == 0, ran.err
    (paper,) = office.folder.glob("rapportage-2026-0001-*.pdf")
    assert paper.read_bytes().startswith(b"%PDF")
    (report,) = office.json("report", "list", "2026-1")["reports"]
    assert (report["kind"], report["channel"], report["ground"]) == ("voortgang", "brief", "doel")
    assert report["final_at"] is not None
    assert "This is `wkc report sent 2026-0001 " in ran.out
    assert "its own words leave the register" in " ".join(ran.err.split())


def test_after_each_step_of_a_report_the_next_is_offered(office: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(office.folder)
    typed = [
        *BEGIN, *DRAFT, ("Number (Enter: nothing)", "2"), ("File for the PDF", ""), ("Is this right?", ""), NOTHING,
        *LEAVE,
    ]  # fmt: skip
    ran = office.wkc("menu", typed=typed)
    assert ran.code == 0, ran.err
    offered = [" ".join(part.split(" 0  Back")[0].split()) for part in ran.out.split("What next")[1:]]
    assert offered == [
        (
            "1 Print a report, to send it later wkc report print 2 Make a report that goes at once wkc report final"
            " 3 Throw the draft of a report away wkc report drop"
        ),
        "1 What the end of an assignment asks wkc report checklist 2 End an assignment wkc client end",
    ]


def test_the_list_at_the_end_leads_to_the_end_of_the_assignment_today(office: Stage) -> None:
    typed = [
        *BEGIN, ("2026-0001> ", "What the end"), *ABOUT, ("Is this right?", ""), ("Number (Enter: nothing)", "2"),
        ("Its last day [today", ""), ("Is this right?", ""), *LEAVE,
    ]  # fmt: skip
    ran = office.wkc("menu", typed=typed)
    assert ran.code == 0, ran.err
    assert "Assignment A1 of Gemeente Alkmaar ends on 2026-11-23" in " ".join(ran.out.split())


def test_words_that_may_not_go_lead_back_to_the_questions_with_what_was_answered(office: Stage) -> None:
    health = ("gezondheid", "--source", "geregistreerde", "--grondslag", "uavg_30")
    office.must("client", "record", "2026-1", *health, stdin="Mag niet tillen door rugklachten")
    typed = [
        *BEGIN, ("2026-0001> ", "Draft a report"), *ABOUT, *USUAL, ("What was agreed", ""),
        ("In your own words", "Werkt minder door rugklachten."), ("Is this right?", ""),
        ("It cannot go like this.", ""), ("In your own words, how is it going [", "Werkt minder."),
        ("Is this right?", ""), ("Number (Enter: nothing)", "3"), ("Is this right?", ""), NOTHING, *LEAVE,
    ]  # fmt: skip
    ran = office.wkc("menu", typed=typed)
    assert ran.code == 0, ran.err
    assert "It was not kept" not in ran.err
    assert office.json("report", "list", "2026-1")["reports"] == []


def test_a_report_that_is_not_drafted_yet_is_drafted_first(office: Stage) -> None:
    typed = [
        *BEGIN, ("2026-0001> ", "Print a report"), ("This step comes first: “Draft a report”", ""), *ABOUT, *USUAL,
        *WORDS, *ABOUT, ("File for the PDF", "^C"), *LEAVE,
    ]  # fmt: skip
    ran = office.wkc("menu", typed=typed)
    assert ran.code == 0, ran.err
    assert len(office.json("report", "list", "2026-1")["reports"]) == 1


def test_a_report_by_a_statute_asks_for_its_law_and_article(office: Stage) -> None:
    typed = [
        *BEGIN, ("2026-0001> ", "Draft a report"), *ABOUT, ("Kind of report", "eind"), ("First day, if", ""),
        ("Last day", ""), ("How it goes there", "e_mail"), ("Ground", "wettelijk"), ("Which law", "participatiewet"),
        ("The article in that law", "art. 54"), ("May the BSN go by that law [no", "yes"), ("What was agreed", ""),
        ("In your own words", "Klaar."), ("Is this right?", "n"), *LEAVE,
    ]  # fmt: skip
    ran = office.wkc("menu", typed=typed)
    said = " ".join(ran.out.split())
    assert ran.code == 0, ran.err
    assert '--end --to=today --channel=e_mail --law=participatiewet "--citation=art. 54" --covers-bsn`.' in said


def test_the_reports_are_in_the_menu_of_those_who_may() -> None:
    for role in (Role.BEHEERDER, Role.COACH):
        assert list_permitted(LETTER_MENU, role)[-1].menu == REPORT_MENU
        assert list_permitted(PAPER_MENU, role)[-1].menu == CLIENT_REPORTS
    assert REPORT_MENU not in [item.menu for item in list_permitted(LETTER_MENU, Role.MEDEWERKER)]
