"""Art. 10: what is planned is no contact; what was kept is one; what was missed restarts nothing."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wkc.records.appointment import Appointment, AppointmentOutcome
from wkc.rules.progress.appointment import CONTACT_OF, KINDS, contact_kind, may_end, may_plan
from wkc.rules.progress.silence import is_running, silent_since
from wkc.rules.regulation.agenda import of_appointment, of_silence
from wkc.rules.retention.contact import RESTARTS

TODAY = date(2026, 11, 23)
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
Outcome = AppointmentOutcome


def planned(on: date, outcome: Outcome | None = None, at: str | None = "09:30", kind: str = "gesprek") -> Appointment:
    return Appointment(1, 2, UUID(int=1), "2026-0001", on, at, kind, outcome, datetime(2026, 1, 1, tzinfo=UTC), "bram")


@pytest.mark.parametrize(
    ("on", "outcome", "allowed", "reason"),
    [
        ("2026-11-23", Outcome.NAGEKOMEN, True, "nagekomen"),
        ("2026-11-20", Outcome.GEMIST, True, "gemist"),
        ("2026-11-24", Outcome.NAGEKOMEN, False, "nog_niet_geweest"),
        ("2026-11-24", Outcome.GEMIST, False, "nog_niet_geweest"),
        ("2026-11-24", Outcome.VERZET, True, "verzet"),
        ("2026-11-24", Outcome.AFGEZEGD, True, "afgezegd"),
    ],
)
def test_an_appointment_is_kept_or_missed_on_its_day_or_later(
    on: str, outcome: Outcome, allowed: object, reason: str
) -> None:
    verdict = may_end(planned(date.fromisoformat(on)), outcome, TODAY)
    assert (verdict.allowed, verdict.reason, verdict.article) == (allowed, reason, "art. 10")


@pytest.mark.parametrize("first", Outcome)
@pytest.mark.parametrize("second", Outcome)
def test_what_was_dealt_with_is_not_dealt_with_again(first: Outcome, second: Outcome) -> None:
    assert may_end(planned(TODAY, first), second, TODAY).reason == "al_afgehandeld"


def test_nothing_is_planned_on_a_day_that_is_over() -> None:
    assert may_plan(date(2026, 11, 23), TODAY).allowed
    assert not may_plan(date(2026, 11, 22), TODAY).allowed


@pytest.mark.parametrize(
    ("kind", "outcome", "held_as", "left"),
    [
        ("gesprek", Outcome.NAGEKOMEN, None, "gesprek"),
        ("bezoek", Outcome.NAGEKOMEN, "telefoon", "telefoon"),
        ("gesprek", Outcome.GEMIST, None, "niet_verschenen"),
        ("gesprek", Outcome.VERZET, None, None),
        ("telefoon", Outcome.AFGEZEGD, None, None),
    ],
)
def test_an_outcome_leaves_its_contact(kind: str, outcome: Outcome, held_as: str | None, left: str | None) -> None:
    assert contact_kind(planned(TODAY, kind=kind), outcome, held_as) == left


@given(DAYS, DAYS, st.sampled_from(Outcome), st.sampled_from(KINDS))
def test_no_outcome_ever_leaves_a_contact_that_counts_but_one_that_was_kept_and_is_past(
    on: date, today: date, outcome: Outcome, kind: str
) -> None:
    appointment = planned(on, kind=kind)
    left = contact_kind(appointment, outcome) if may_end(appointment, outcome, today).allowed else None
    counts = left is not None and RESTARTS[left]
    assert counts == (outcome is Outcome.NAGEKOMEN and on <= today)
    assert (left is not None) <= (outcome in CONTACT_OF)


@pytest.mark.parametrize(
    ("on", "shown"),
    [
        ("2026-11-22", [("2026-11-22", "afspraak_afhandelen", "2026-0001 2")]),
        ("2026-11-23", [("2026-11-23", "afspraak", "2026-0001 2, 09:30")]),
        ("2026-11-29", [("2026-11-29", "afspraak", "2026-0001 2, 09:30")]),
        ("2026-11-30", []),
    ],
)
def test_the_agenda_has_a_week_of_appointments_and_what_was_not_written_down(
    on: str, shown: list[tuple[str, str, str]]
) -> None:
    items = of_appointment(planned(date.fromisoformat(on)), TODAY)
    assert [(str(item.on), item.duty, item.subject) for item in items] == shown


@pytest.mark.parametrize(
    ("last", "weeks", "since"),
    [
        ("2026-10-12", 6, "2026-11-23"),
        ("2026-10-13", 6, None),
        ("2026-10-01", 6, "2026-11-12"),
        ("2026-11-16", 1, "2026-11-23"),
    ],
)
def test_silence_begins_after_so_many_weeks_without_contact(last: str, weeks: int, since: str | None) -> None:
    found = silent_since(date.fromisoformat(last), weeks, TODAY)
    assert (found and found.isoformat()) == since


@given(DAYS, st.integers(1, 52), st.integers(0, 800))
def test_a_silence_is_to_be_done_today_and_is_never_late(last: date, weeks: int, after: int) -> None:
    today = last + timedelta(days=after)
    items = list(of_silence("2026-0001", last, weeks, today))
    assert bool(items) == (after >= 7 * weeks)
    assert all(item.on == today for item in items)


@given(st.lists(st.tuples(DAYS, st.integers(-5, 400)), max_size=3), DAYS)
def test_an_assignment_runs_from_its_first_day_up_to_and_including_its_last(
    periods: list[tuple[date, int]], today: date
) -> None:
    spans = [(first, None if length < 0 else first + timedelta(days=length)) for first, length in periods]
    days = [
        today in {first + timedelta(days=n) for n in range(length + 1)} if length >= 0 else first <= today
        for first, length in periods
    ]
    assert is_running(spans, today) == any(days)
