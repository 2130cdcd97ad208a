"""Art. 11.4, 12.3 and 13.2, AVG 12.3, UAVG 35: the days of DESIGN 8, one by one, and what holds for every day."""

from collections.abc import Iterator
from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wkc.rules.requests.rest_days import DECREED, is_working_day, name_holiday
from wkc.rules.requests.term import (
    count_answer_term,
    count_appeal_term,
    count_silence,
    judge_extension,
    judge_timeliness,
    month_after,
)

DAYS = st.dates(date(2012, 2, 21), date(2100, 9, 30))


def day(iso: str) -> date:
    return date.fromisoformat(iso)


@pytest.mark.parametrize(
    ("received", "safe_on", "ends_on"),
    [
        ("2026-01-31", "2026-02-28", "2026-03-02"),
        ("2026-03-03", "2026-04-03", "2026-04-07"),
        ("2026-03-05", "2026-04-05", "2026-04-07"),
        ("2026-03-27", "2026-04-27", "2026-04-28"),
        ("2026-04-25", "2026-05-25", "2026-05-26"),
        ("2026-11-25", "2026-12-25", "2026-12-28"),
        ("2026-08-31", "2026-09-30", "2026-09-30"),
        ("2028-01-31", "2028-02-29", "2028-02-29"),
        # The 27th of April 2025 is a Sunday, so the birthday is kept on Saturday the 26th.
        ("2025-03-26", "2025-04-26", "2025-04-28"),
        # 15 May 2026, the day after Hemelvaartsdag, is equated by decree.
        ("2026-04-14", "2026-05-14", "2026-05-18"),
        # Equated by the decrees for 2012-2013 and 2014-2016, and 14 May 2021.
        ("2012-11-30", "2012-12-30", "2013-01-02"),
        ("2013-11-27", "2013-12-27", "2013-12-30"),
        ("2015-04-04", "2015-05-04", "2015-05-06"),
        ("2021-04-14", "2021-05-14", "2021-05-17"),
        # Bevrijdingsdag counts every year, whether or not people have the day off.
        ("2026-04-05", "2026-05-05", "2026-05-06"),
    ],
)
def test_a_month_ends_on_the_same_number_and_rolls_for_the_avg_only(received: str, safe_on: str, ends_on: str) -> None:
    term = count_answer_term(day(received))
    assert (term.safe_on, term.ends_on) == (day(safe_on), day(ends_on))


def test_the_steps_say_how_it_was_counted() -> None:
    assert [(step.day.isoformat(), step.code, step.article) for step in count_answer_term(day("2026-03-03")).steps] == [
        ("2026-03-03", "ontvangen", "art. 11.4, 12.3"),
        ("2026-04-03", "een_maand", "art. 11.4, 12.3; AVG 12.3"),
        ("2026-04-03", "goede_vrijdag", "Atw 3.2"),
        ("2026-04-04", "zaterdag", "Reg. 1182/71 art. 3.4"),
        ("2026-04-05", "zondag", "Reg. 1182/71 art. 3.4"),
        ("2026-04-06", "tweede_paasdag", "Atw 3.1"),
        ("2026-04-07", "eerste_werkdag", "Reg. 1182/71 art. 3.4"),
    ]


def test_a_day_on_which_the_office_works_needs_no_step_but_the_month() -> None:
    assert [step.code for step in count_answer_term(day("2026-08-31")).steps] == ["ontvangen", "een_maand"]


def test_an_extension_told_on_the_last_day_gives_three_months_from_receipt() -> None:
    received, sent = day("2026-03-05"), day("2026-04-07")
    assert judge_extension(count_answer_term(received), sent).allowed
    term = count_answer_term(received, extended_on=sent)
    assert (term.safe_on, term.ends_on) == (day("2026-04-05"), day("2026-06-05"))
    assert [(step.code, step.day) for step in term.steps[-2:]] == [
        ("verlengd", sent),
        ("drie_maanden", day("2026-06-05")),
    ]


def test_an_extension_a_day_late_is_refused_and_moves_nothing() -> None:
    received, sent = day("2026-03-05"), day("2026-04-08")
    verdict = judge_extension(count_answer_term(received), sent)
    assert (verdict.allowed, verdict.reason, verdict.article) == (False, "termijn_voorbij", "AVG 12.3")
    assert count_answer_term(received, extended_on=sent).ends_on == day("2026-04-07")


def test_a_term_is_extended_once() -> None:
    received = day("2026-03-05")
    extended = count_answer_term(received, extended_on=day("2026-03-20"))
    verdict = judge_extension(extended, day("2026-03-21"))
    assert (verdict.allowed, verdict.reason) == (False, "al_verlengd")


def test_asking_for_identity_soon_moves_the_avg_day_by_the_days_it_took() -> None:
    term = count_answer_term(day("2026-03-02"), asked_on=day("2026-03-04"), identified_on=day("2026-03-14"))
    assert (term.safe_on, term.ends_on) == (day("2026-04-02"), day("2026-04-13"))
    assert [(step.code, step.day.isoformat()) for step in term.steps] == [
        ("ontvangen", "2026-03-02"),
        ("een_maand", "2026-04-02"),
        ("identiteit_gevraagd", "2026-03-04"),
        ("identiteit_ontvangen", "2026-03-14"),
        ("opgeschort", "2026-04-12"),
        ("zondag", "2026-04-12"),
        ("eerste_werkdag", "2026-04-13"),
    ]


@pytest.mark.parametrize(
    ("asked", "ends_on"),
    [
        ("2026-03-09", "2026-04-13"),  # the fifth working day after Monday the 2nd: five days are earned
        ("2026-03-10", "2026-04-02"),  # the sixth: nothing
    ],
)
def test_asking_for_identity_after_five_working_days_earns_nothing(asked: str, ends_on: str) -> None:
    got = day(asked) + timedelta(days=10)
    assert count_answer_term(day("2026-03-02"), asked_on=day(asked), identified_on=got).ends_on == day(ends_on)


def test_working_days_leave_holidays_out() -> None:
    # Received on Thursday 2 April 2026; Good Friday, the weekend and Easter Monday do not count.
    assert count_answer_term(day("2026-04-02"), day("2026-04-13"), day("2026-04-16")).ends_on == day("2026-05-06")
    assert count_answer_term(day("2026-04-02"), day("2026-04-14"), day("2026-04-17")).ends_on == day("2026-05-04")


def test_while_proof_is_awaited_nothing_is_earned_yet() -> None:
    assert count_answer_term(day("2026-03-02"), asked_on=day("2026-03-04")).ends_on == day("2026-04-02")


@pytest.mark.parametrize(
    ("told", "how"),
    [("2026-04-05", "op_tijd"), ("2026-04-07", "op_tijd_avg"), ("2026-04-08", "te_laat")],
)
def test_in_time_is_told_by_the_safe_day_and_after_it_for_the_avg_only(told: str, how: str) -> None:
    assert judge_timeliness(count_answer_term(day("2026-03-05")), day(told)) == how


def test_a_refusal_can_be_appealed_for_six_weeks_by_law_and_two_months_by_the_regulation() -> None:
    term = count_appeal_term(day("2026-06-01"))
    assert (term.six_weeks_on, term.two_months_on) == (day("2026-07-13"), day("2026-08-01"))


def test_six_weeks_that_end_on_a_holiday_end_the_next_working_day_and_two_months_never_roll() -> None:
    term = count_appeal_term(day("2026-11-13"))
    assert (term.six_weeks_on, term.two_months_on) == (day("2026-12-28"), day("2027-01-13"))


def test_after_silence_the_regulation_counts_two_months_from_the_term() -> None:
    assert count_silence(count_answer_term(day("2026-03-05"))) == day("2026-06-05")
    assert count_silence(count_answer_term(day("2025-11-30"))) == day("2026-02-28")


@given(DAYS)
def test_a_month_is_at_most_31_days_and_the_roll_at_most_nine(received: date) -> None:
    term = count_answer_term(received)
    assert timedelta(days=28) <= term.safe_on - received <= timedelta(days=31)
    # Koningsdag, Bevrijdingsdag, Hemelvaartsdag and a decree can lie side by side.
    assert timedelta(0) <= term.ends_on - term.safe_on <= timedelta(days=9)


@given(DAYS)
def test_a_day_later_in_is_never_a_day_earlier_out(received: date) -> None:
    first, second = count_answer_term(received), count_answer_term(received + timedelta(days=1))
    assert first.safe_on <= second.safe_on
    assert first.ends_on <= second.ends_on
    assert count_appeal_term(received).six_weeks_on <= count_appeal_term(received + timedelta(days=1)).six_weeks_on


@given(DAYS)
def test_the_avg_never_ends_on_a_day_of_rest_and_rolls_over_nothing_else(received: date) -> None:
    term = count_answer_term(received)
    assert is_working_day(term.ends_on)
    between = (term.safe_on + timedelta(days=n) for n in range((term.ends_on - term.safe_on).days))
    assert not any(map(is_working_day, between))


@given(DAYS, st.integers(0, 20), st.integers(0, 60), st.integers(0, 90))
def test_nothing_moves_the_safe_day_and_nothing_brings_the_end_nearer(
    received: date, asked: int, took: int, extended: int
) -> None:
    plain = count_answer_term(received)
    asked_on = received + timedelta(days=asked)
    moved = count_answer_term(received, asked_on, asked_on + timedelta(days=took), received + timedelta(days=extended))
    assert moved.safe_on == plain.safe_on == month_after(received)
    assert moved.ends_on >= plain.ends_on


def every_day() -> Iterator[date]:
    first = date(2012, 1, 1)
    return (first + timedelta(days=n) for n in range((date(2101, 1, 1) - first).days))


def test_the_holidays_are_those_of_an_independent_library() -> None:
    """The library marks Goede Vrijdag, and Bevrijdingsdag out of a lustrum, as optional; the Atw has both always.

    Its Easter Sunday and Whit Sunday are Sundays anyhow, and it does not know the days equated by decree.
    """
    library = holidays.country_holidays("NL", years=range(2012, 2101), categories=("public", "optional"))
    decreed = {equated for days, _ in DECREED for equated in days}
    ours = {today for today in every_day() if name_holiday(today)} - decreed
    theirs = {today for today in library if today.weekday() != 6}
    assert {today for today in ours if today.weekday() != 6} == theirs
    assert not decreed & set(library)


def test_the_decreed_days_are_working_days_beside_a_holiday() -> None:
    for days, source in DECREED:
        assert source.startswith("Besluit gelijkstelling")
        for equated in days:
            assert equated.weekday() in (0, 4)
            beside = equated + timedelta(days=1 if equated.weekday() == 0 else -1)
            assert name_holiday(beside), equated
