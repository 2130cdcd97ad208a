"""Art. 13.2: an answer after its term says by how much, and until when the court hears of the silence before it."""

from datetime import date

import pytest

from wkc.records.request import RequestKind
from wkc.records.term import Late
from wkc.rules.requests.late import judge_lateness
from wkc.rules.requests.term import count_answer_term


@pytest.mark.parametrize("answered_on", [date(2026, 11, 2), date(2026, 12, 1), date(2026, 12, 2)])
def test_an_answer_on_the_last_day_of_the_regulation_is_in_time(answered_on: date) -> None:
    assert judge_lateness(count_answer_term(date(2026, 11, 2)), answered_on) is None


def test_an_answer_eight_days_after_both_terms_is_late_by_eight_days() -> None:
    assert judge_lateness(count_answer_term(date(2026, 11, 2)), date(2026, 12, 10)) == Late(
        date(2026, 12, 2), date(2026, 12, 2), 8, law_kept=False, court_until=date(2027, 2, 2)
    )


def test_an_answer_on_the_working_day_that_the_law_rolls_to_is_late_by_the_regulation_alone() -> None:
    # Received 2026-11-25: 25 and 26 December and the weekend are days of rest, so the law's last day is the 28th.
    assert judge_lateness(count_answer_term(date(2026, 11, 25)), date(2026, 12, 28)) == Late(
        date(2026, 12, 25), date(2026, 12, 28), 3, law_kept=True, court_until=date(2027, 2, 25)
    )


def test_a_kind_that_the_regulation_does_not_know_is_late_by_the_law_alone() -> None:
    counted = count_answer_term(date(2026, 11, 25))
    assert judge_lateness(counted, date(2026, 12, 28), RequestKind.BEZWAAR) is None
    assert judge_lateness(counted, date(2026, 12, 30), RequestKind.OVERDRACHT) == Late(
        date(2026, 12, 28), date(2026, 12, 28), 2, law_kept=False, court_until=None
    )


def test_an_extension_moves_the_law_and_not_the_regulation() -> None:
    extended = count_answer_term(date(2026, 3, 5), extended_on=date(2026, 4, 7))
    assert judge_lateness(extended, date(2026, 6, 5)) == Late(
        date(2026, 4, 5), date(2026, 6, 5), 61, law_kept=True, court_until=date(2026, 6, 5)
    )
    last = judge_lateness(extended, date(2026, 6, 6))
    assert last is not None
    assert not last.law_kept
