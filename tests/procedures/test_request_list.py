"""A register with requests in every state lists right at any date: against an oracle of plain days and words."""

import calendar
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.stage import PASSWORD, Stage
from wkc.procedures.core.act import act
from wkc.procedures.core.session import Session
from wkc.rules.requests.request import is_blocking
from wkc.store.dossier import client as clients
from wkc.store.requests import request as requests


@dataclass(frozen=True)
class Told:
    """What the office did with one request, each thing on its day of 2026; the oracle reads nothing else."""

    received: str
    asked: str | None = None
    identified: str | None = None
    extended: str | None = None
    decided: tuple[str, str] | None = None
    sent: str | None = None
    handed_out: str | None = None
    withdrawn: str | None = None


HISTORY = (
    Told("01-31"),
    Told("03-03", asked="03-04"),
    Told("03-02", asked="03-04", identified="03-14"),
    Told("03-05", asked="03-13", identified="03-20", extended="04-07"),
    Told("03-27", identified="04-01", decided=("toegewezen", "04-02")),
    Told("04-25", identified="04-28", decided=("toegewezen", "05-01"), sent="05-04"),
    Told("04-25", decided=("afgewezen", "05-01"), sent="05-04"),
    Told("05-20", identified="05-21", decided=("toegewezen", "05-22"), sent="05-26", handed_out="05-27"),
    Told("05-31", withdrawn="06-02"),
    Told("10-31", asked="11-02"),
    Told("11-25"),
)

LAST_STEP = date(2026, 11, 25)
"""From here on nobody does anything any more, and the days pass."""

# Days of rest that are no Saturday or Sunday, from the calendars of 2026 and 2027 and the decree of those years.
REST = {
    date(2026, 4, 3), date(2026, 4, 6), date(2026, 4, 27), date(2026, 5, 5), date(2026, 5, 14), date(2026, 5, 15),
    date(2026, 5, 25), date(2026, 12, 25), date(2027, 1, 1),
}  # fmt: skip


def day(text: str) -> date:
    return date.fromisoformat(f"2026-{text}")


def months_on(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def works(on: date) -> bool:
    return on.weekday() < 5 and on not in REST


def next_working(on: date) -> date:
    return on if works(on) else next_working(on + timedelta(days=1))


def last_days(told: Told) -> tuple[date, date]:
    start = day(told.received)
    safe = months_on(start, 1)
    worked = [start + timedelta(days=n) for n in range(1, 20) if works(start + timedelta(days=n))]
    waited = timedelta(0)
    if told.asked and told.identified and day(told.asked) <= worked[4]:
        waited = day(told.identified) - day(told.asked)
    last = months_on(start, 3) if told.extended else safe
    return safe, next_working(last + waited)


def still_open(told: Told) -> bool:
    if told.withdrawn or told.handed_out:
        return False
    return not (told.sent and told.decided and told.decided[0] == "afgewezen")


def steps(told: Told) -> Iterator[tuple[date, tuple[str, ...], str]]:
    """Give the commands of one history: the day, the words, and what comes on stdin."""
    if told.asked:
        yield day(told.asked), ("ask-identity",), ""
    if told.identified:
        yield day(told.identified), ("identify", "--method", "bekend"), ""
    if told.extended:
        yield day(told.extended), ("extend", "--code", "complex"), "Het is veel."
    if told.decided:
        code = ("--code", "buitensporig") if told.decided[0] == "afgewezen" else ()
        yield day(told.decided[1]), ("decide", "--decision", told.decided[0], *code), "Daarom."
    if told.sent:
        yield day(told.sent), ("notify",), ""
    if told.withdrawn:
        yield day(told.withdrawn), ("withdraw",), ""


def at(stage: Stage, on: date) -> Stage:
    stage.now = datetime(on.year, on.month, on.day, 9, tzinfo=UTC)
    return stage


@pytest.fixture(scope="module")
def office(original: Stage, tmp_path_factory: pytest.TempPathFactory) -> Stage:
    stage = Stage(tmp_path_factory.mktemp("requests"), now=datetime(2026, 1, 5, 9, tzinfo=UTC))
    shutil.copytree(original.folder, stage.folder, dirs_exist_ok=True)
    stage.folder.chmod(0o700)
    order = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
    stage.must("party", "add", "Gemeente Alkmaar", "--kind", "opdrachtgever")
    stage.must("client", "import", "-", *order, stdin='[{"geslachtsnaam": "Dal"}]')
    for number, told in enumerate(HISTORY, start=1):
        at(stage, day(told.received)).must("request", "receive", "2026-1", "--kind", "inzage")
        for on, (verb, *words), stdin in steps(told):
            at(stage, on).must("request", verb, f"V2026-{number}", *words, stdin=stdin)
        if told.handed_out:
            place = ("--format", "json", "--output", str(stage.folder / "copy"))
            at(stage, day(told.handed_out)).must("inzage", "export", "2026-1", "--request", f"V2026-{number}", *place)
    return stage


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(passed=st.integers(0, 500))
def test_what_is_open_stands_in_the_list_the_oldest_first_with_both_its_last_days(office: Stage, passed: int) -> None:
    listed = at(office, LAST_STEP + timedelta(days=passed)).json("request", "list")["requests"]
    seen = [(one["request"]["number"], one["term"]["safe_on"], one["term"]["ends_on"]) for one in listed]
    numbered = [(f"V2026-{number:04d}", told) for number, told in enumerate(HISTORY, start=1) if still_open(told)]
    in_order = sorted(numbered, key=lambda one: day(one[1].received))
    assert seen == [(number, *map(str, last_days(told))) for number, told in in_order]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(passed=st.integers(0, 500))
def test_what_nobody_answered_is_overdue_from_the_day_after_the_safe_day(office: Stage, passed: int) -> None:
    today = LAST_STEP + timedelta(days=passed)
    ran = at(office, today).wkc("--json", "agenda")
    late = {
        item["subject"]
        for item in ran.data["items"]
        if item["duty"] in {"verzoek_behandelen", "verzoek_beslissen", "besluit_meedelen"} and item["on"] < str(today)
    }
    assert ran.code == 10
    assert late == {
        f"V2026-{number:04d}"
        for number, told in enumerate(HISTORY, start=1)
        if still_open(told) and not told.sent and last_days(told)[0] < today
    }


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(passed=st.integers(0, 500))
def test_a_request_holds_the_dossier_while_it_is_open_and_two_months_after_its_answer(
    office: Stage, passed: int
) -> None:
    today = LAST_STEP - timedelta(days=200) + timedelta(days=passed)
    session = Session(
        at(office, today).environment(), office.home, "anna", lambda: PASSWORD, lambda _notice, _count: None
    )
    with act(session, "request.list") as action:
        client = clients.by_number(action.store, "2026-0001")
        assert client is not None
        held = {one.number for one in requests.of_client(action.store, client) if is_blocking(one, today)}
    assert held == {
        f"V2026-{number:04d}"
        for number, told in enumerate(HISTORY, start=1)
        if still_open(told) or (told.sent and today <= months_on(day(told.sent), 2))
    }
