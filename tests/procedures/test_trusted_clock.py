"""Art. 10 and 14.2: a clock that the log contradicts destroys, prunes, dates and numbers nothing."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.prepared import prepared
from tests.stage import Ran, Stage

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
DATED = (
    ("client", "register", *ORDER, "--from", "-"),
    ("contact", "log", "2026-1", "--kind", "gesprek"),
    ("request", "receive", "2026-1", "--kind", "inzage"),
    ("retention", "run"),
    ("backup", "prune"),
)


@prepared
def office(stage: Stage) -> Stage:
    stage.must("client", "register", *ORDER, "--from", "-", stdin='{"geslachtsnaam": "Berg"}')
    stage.works_between = False
    return stage


def at(stage: Stage, year: int, month: int = 1, day: int = 1) -> Stage:
    return replace(stage, now=datetime(year, month, day, 2, 15, tzinfo=UTC))


def refused(ran: Ran) -> tuple[int, str]:
    return ran.code, ran.error["name"]


@pytest.mark.parametrize("command", DATED, ids=" ".join)
@pytest.mark.parametrize(("year", "code", "name"), [(2001, 1, "clock_behind"), (2099, 10, "clock_ahead")])
def test_nothing_is_dated_or_destroyed_by_a_wrong_clock(
    office: Stage, command: tuple[str, ...], year: int, code: int, name: str
) -> None:
    ran = at(office, year).wkc("--json", *command, stdin='{"geslachtsnaam": "Dal"}')
    assert refused(ran) == (code, name)
    assert len(office.json("client", "list")["clients"]) == 1


def test_two_wrong_nights_are_still_wrong_and_the_dossier_stays(office: Stage) -> None:
    at(office, 2099).wkc("agenda")
    for day in (1, 9, 17):
        assert refused(at(office, 2099, 1, day).wkc("--json", "retention", "run")) == (10, "clock_ahead")
    assert office.json("client", "list")["clients"][0]["client"]["number"] == "2026-0001"
    office.must("contact", "log", "2026-1", "--kind", "gesprek")


def test_looking_goes_on_under_a_wrong_clock_and_its_line_says_so(office: Stage) -> None:
    at(office, 2099).must("client", "show", "2026-1")
    line = next(one for one in office.json("audit", "list")["lines"] if one["action"] == "client.show")
    assert line["details"]["clock"] == "klok_vooruit"


def test_a_beheerder_confirms_a_clock_that_is_right_and_the_office_goes_on(office: Stage) -> None:
    later = at(office, 2027, 6)
    assert refused(later.wkc("--json", "contact", "log", "2026-1", "--kind", "gesprek")) == (10, "clock_ahead")
    later.must("audit", "accept", "--clock", stdin="Het kantoor was een half jaar dicht.")
    later.must("contact", "log", "2026-1", "--kind", "gesprek")


def test_a_reason_is_needed_and_kept(office: Stage) -> None:
    assert at(office, 2027, 6).wkc("audit", "accept", "--clock", stdin="").code == 6


def test_days_after_an_announcement_count_only_with_a_line_of_the_log_between(stage: Stage) -> None:
    row = '[{"geslachtsnaam": "Oud", "geregistreerd_op": "2020-01-01", "laatste_contact": "2021-11-30"}]'
    stage.must("client", "import", "-", *ORDER, stdin=row)
    stage.works_between = False
    stage.must("retention", "run")
    jumped = at(stage, 2026, 12, 9)
    assert jumped.wkc("--json", "retention", "run").data["destroyed"] == []
    assert len(at(stage, 2026, 12, 10).wkc("--json", "retention", "run").data["destroyed"]) == 1


def test_a_clock_two_hours_behind_on_the_same_day_is_named_with_its_time(office: Stage) -> None:
    at(office, 2026, 12, 1).must("contact", "log", "2026-1", "--kind", "gesprek")
    earlier = replace(office, now=datetime(2026, 12, 1, 0, 5, tzinfo=UTC))
    ran = earlier.wkc("contact", "log", "2026-1", "--kind", "gesprek")
    assert "The clock says 2026-12-01 01:05, but the log has a line of 2026-12-01 03:15" in ran.err
