"""The shorter term of an assignment for a sick employee: set when it ends, kept by the run, gone with a new one."""

from datetime import timedelta

from tests.prepared import prepared
from tests.stage import Stage

OF = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment")


@prepared
def office(stage: Stage) -> Stage:
    stage.must(
        "client", "import", "-", *OF, "A1", stdin="geslachtsnaam;geboortedatum\nStapper;1990-01-17\nDal;1991-02-03\n"
    )
    return stage


def last_day(stage: Stage, number: str) -> str:
    return str(stage.json("client", "show", number)["term"]["last_on"])


def test_it_holds_from_the_end_of_the_assignment_and_can_be_taken_back(office: Stage) -> None:
    assert last_day(office, "2026-1") == "2031-11-23"
    office.must("client", "end", "2026-1", *OF, "A1", "--on", "2026-11-30", "--short-term")
    assert last_day(office, "2026-1") == "2028-11-30"
    assert "two years after the assignment ended" in office.must("client", "show", "2026-1").out
    office.must("client", "end", "2026-1", *OF, "A1", "--on", "2026-11-30")
    assert last_day(office, "2026-1") == "2028-11-30"
    office.must("client", "end", "2026-1", *OF, "A1", "--five-years")
    assert last_day(office, "2026-1") == "2031-11-23"


def test_an_assignment_of_another_kind_keeps_the_five_years(office: Stage) -> None:
    office.must("client", "end", "2026-1", *OF, "A1", "--short-term")
    again = "geslachtsnaam;geboortedatum\nStapper;1990-01-17\n"
    office.must("client", "import", "-", *OF, "A2", "--same-as", "2026-0001", stdin=again)
    assert last_day(office, "2026-1") == "2031-11-23"
    office.must("client", "end", "2026-1", *OF, "A2")
    assert last_day(office, "2026-1") == "2031-11-23"
    office.must("client", "end", "2026-1", *OF, "A2", "--short-term")
    assert last_day(office, "2026-1") == "2028-11-23"


def test_the_run_destroys_by_it_and_leaves_the_other(office: Stage) -> None:
    office.must("client", "end", "2026-1", *OF, "A1", "--short-term")
    office.now += timedelta(days=2 * 365 + 2)
    office.wkc("retention", "run")
    office.now += timedelta(days=8)
    office.wkc("retention", "run")
    assert office.wkc("client", "show", "2026-1").code == 5
    office.must("client", "show", "2026-2")
    office.must("audit", "verify")
