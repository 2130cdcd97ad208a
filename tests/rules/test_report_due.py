"""Reports that an agreement asks for: worked examples, and an oracle that goes through the calendar day by day."""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wkc.records.report import ReportDue, ReportKind, SentReport
from wkc.rules.progress.report import list_due, next_period

START = date(2026, 1, 31)
V, E = ReportKind.VOORTGANG, ReportKind.EIND
Assigned = tuple[date, date | None, int, list[SentReport], date]
"""Its first and last day, every how many months, what was sent, and the day of today."""


def day(text: str) -> date:
    return date.fromisoformat(text)


def due(today: str, *sent: SentReport, last: str | None = None, months: int = 3) -> list[tuple[str, str, str, str]]:
    found = list_due(START, day(last) if last else None, months, sent, day(today))
    return [(one.kind.value, str(one.from_on), str(one.until_on), str(one.due_on)) for one in found]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-04-15", []),
        ("2026-04-16", [("voortgang", "2026-01-31", "2026-04-29", "2026-04-30")]),
        ("2026-04-30", [("voortgang", "2026-01-31", "2026-04-29", "2026-04-30")]),
        ("2026-09-01", [("voortgang", "2026-01-31", "2026-04-29", "2026-04-30")]),
        ("2026-01-30", []),
    ],
)
def test_a_report_comes_fourteen_days_ahead_and_stays_until_it_went(
    today: str, expected: list[tuple[str, str, str, str]]
) -> None:
    assert due(today) == expected


def test_months_are_counted_from_the_start_and_not_from_a_short_month() -> None:
    assert due("2026-03-01", months=1) == [("voortgang", "2026-01-31", "2026-02-27", "2026-02-28")]
    february = SentReport(day("2026-02-27"), V)
    assert due("2026-03-31", february, months=1) == [("voortgang", "2026-02-28", "2026-03-30", "2026-03-31")]


def test_a_report_covers_every_period_that_ended_by_its_last_day() -> None:
    early = SentReport(day("2026-04-14"), V)
    assert due("2026-05-01", early) == [("voortgang", "2026-04-15", "2026-04-29", "2026-04-30")]
    as_soon_as_asked = SentReport(day("2026-04-15"), V)
    assert due("2026-05-01", as_soon_as_asked) == []
    whole = SentReport(day("2026-04-29"), V)
    assert due("2026-05-01", whole) == []
    assert due("2026-07-31", whole) == [("voortgang", "2026-04-30", "2026-07-30", "2026-07-31")]
    assert due("2026-10-20", SentReport(day("2026-08-05"), V)) == [
        ("voortgang", "2026-08-06", "2026-10-30", "2026-10-31")
    ]


def test_the_end_report_is_due_on_the_last_day() -> None:
    assert due("2026-06-01", last="2026-06-15") == [
        ("voortgang", "2026-01-31", "2026-04-29", "2026-04-30"),
        ("eind", "2026-01-31", "2026-06-15", "2026-06-15"),
    ]
    assert due("2026-06-16", last="2026-06-15") == [("eind", "2026-01-31", "2026-06-15", "2026-06-15")]
    assert due("2026-06-16", SentReport(day("2026-06-10"), E), last="2026-06-15") == []
    assert due("2026-09-13", last="2026-06-15") == [("eind", "2026-01-31", "2026-06-15", "2026-06-15")]
    assert due("2026-09-14", last="2026-06-15") == []


def test_a_report_on_progress_of_the_last_day_leaves_the_end_report_due() -> None:
    assert due("2026-06-15", SentReport(day("2026-06-15"), V), last="2026-06-15") == [
        ("eind", "2026-06-15", "2026-06-15", "2026-06-15")
    ]


def add_months(start: date, months: int) -> date:
    """Count calendar months by hand: the same number, or the last day of a shorter month."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def oracle(
    start: date, last: date | None, months: int, sent: list[SentReport], today: date
) -> list[tuple[ReportKind, date, date]]:
    """Go day by day from the start: of the days on which a period is over and no report covers it, the first is due."""
    if today < start or any(one.kind is E for one in sent):
        return []
    ends = {add_months(start, months * count) for count in range(1, 60 // months + 2)}
    answers = []
    if last is None or today <= last:
        walk = start
        while walk <= today + timedelta(days=14):
            if walk in ends and not any(one.until_on >= walk - timedelta(days=15) for one in sent):
                if last is None or walk < last:
                    answers.append((V, walk - timedelta(days=1), walk))
                break
            walk += timedelta(days=1)
    if last is not None and -14 <= (today - last).days <= 90:
        answers.append((E, last, last))
    return answers


STARTS, LASTS = st.dates(date(2024, 1, 1), date(2028, 12, 31)), st.none() | st.integers(0, 1200)
SENT = st.lists(st.tuples(st.integers(0, 1100), st.sampled_from([V, V, V, V, V, E])), max_size=4)
MONTHS, TODAYS = st.integers(1, 24), st.integers(-40, 1300)
"""Days are counted from the start; strategies are made once, for Hypothesis checks each anew."""


@st.composite
def assignments(draw: st.DrawFn) -> Assigned:
    start, last = draw(STARTS), draw(LASTS)

    def later(days: int) -> date:
        return start + timedelta(days=days)

    sent = [SentReport(later(until_on), kind) for until_on, kind in draw(SENT)]
    return start, None if last is None else later(last), draw(MONTHS), sent, later(draw(TODAYS))


@settings(max_examples=2000, deadline=None)
@given(assignments())
def test_an_oracle_that_walks_the_calendar_agrees_on_any_day(case: Assigned) -> None:
    start, last, months, sent, today = case
    found = list_due(start, last, months, sent, today)
    assert [(one.kind, one.until_on, one.due_on) for one in found] == oracle(start, last, months, sent, today)
    for one in found:
        assert_is_a_period(one, start, sent)


def assert_is_a_period(one: ReportDue, start: date, sent: list[SentReport]) -> None:
    assert one.from_on <= one.until_on <= one.due_on
    covered = max((report.until_on for report in sent), default=start - timedelta(days=1))
    assert one.from_on == min(covered + timedelta(days=1), one.until_on)


@settings(deadline=None)
@given(assignments())
def test_sending_the_report_that_is_due_makes_it_due_no_longer(case: Assigned) -> None:
    start, last, months, sent, today = case
    for one in list_due(start, last, months, sent, today):
        after = list_due(start, last, months, [*sent, SentReport(one.until_on, one.kind)], today)
        assert (one.kind, one.due_on) not in {(left.kind, left.due_on) for left in after}


def test_a_new_report_is_over_what_is_not_covered_yet_up_to_today() -> None:
    today = day("2026-03-01")
    assert next_period(START, [], today) == (START, today)
    assert next_period(START, [SentReport(day("2026-02-27"), V)], today) == (day("2026-02-28"), today)
    assert next_period(START, [SentReport(today, V)], today) == (today, today)
