"""Art. 10: until which day a dossier is kept."""

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from wkc.records.dossier import Term
from wkc.rules.retention.assess import count_term


@pytest.mark.parametrize(
    ("contact", "destroyed_from"),
    [
        ("2021-03-10", "2026-03-11"),
        ("2024-02-29", "2029-03-01"),
        ("2024-02-28", "2029-03-01"),
        ("2023-02-28", "2028-02-29"),
        ("2019-12-31", "2025-01-01"),
    ],
)
def test_the_term_is_complete_at_the_end_of_its_last_day(contact: str, destroyed_from: str) -> None:
    kept = count_term(date.fromisoformat(contact), date(2012, 2, 21))
    assert kept.last_on + timedelta(days=1) == date.fromisoformat(destroyed_from)


def test_it_counts_from_the_last_contact_when_that_is_later() -> None:
    assert count_term(date(2022, 5, 2), date(2020, 1, 1)) == Term(date(2022, 5, 2), "laatste_contact", date(2027, 5, 2))


def test_it_counts_from_the_assignment_when_that_is_later() -> None:
    assert count_term(date(2020, 1, 1), date(2022, 5, 2)) == Term(date(2022, 5, 2), "begin_opdracht", date(2027, 5, 2))


def test_it_counts_from_the_assignment_when_there_was_no_contact() -> None:
    assert count_term(None, date(2022, 5, 2)).reason == "begin_opdracht"


def test_on_the_same_day_the_contact_counts() -> None:
    assert count_term(date(2022, 5, 2), date(2022, 5, 2)).reason == "laatste_contact"


@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)))
def test_five_years_are_those_of_the_calendar(day: date) -> None:
    assert count_term(None, day).last_on == day + relativedelta(years=5)
