"""AVG 5.1.d: nothing is before a person's birth, or long before the office knew them."""

from datetime import date, timedelta

import pytest

from wkc.records.field import PartialDate
from wkc.rules.dossier.plausible_day import BEFORE_CONTACT, BEFORE_REQUEST, can_be_birth, is_filler, judge_day

REGISTERED = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("on", "born", "before", "reason"),
    [
        (date(2026, 11, 20), PartialDate(1980, 2, 3), BEFORE_REQUEST, "kan"),
        (date(2025, 11, 19), None, BEFORE_REQUEST, "kan"),
        (date(2025, 11, 18), None, BEFORE_REQUEST, "lang_voor_inschrijving"),
        (date(2025, 11, 18), None, BEFORE_CONTACT, "kan"),
        (date(2021, 11, 13), None, BEFORE_CONTACT, "lang_voor_inschrijving"),
        (date(1900, 1, 1), PartialDate(1980), BEFORE_CONTACT, "voor_geboorte"),
        (date(2024, 3, 31), PartialDate(2024, 4), BEFORE_CONTACT, "voor_geboorte"),
        (date(2024, 4, 1), PartialDate(2024, 4), BEFORE_CONTACT, "kan"),
    ],
)
def test_a_day_is_after_the_birth_and_not_long_before_the_registration(
    on: date, born: PartialDate | None, before: timedelta, reason: str
) -> None:
    verdict = judge_day(on, born, REGISTERED, before)
    assert (verdict.reason, verdict.allowed) == (reason, reason == "kan")
    assert verdict.article == "AVG 5.1.d"


def test_nobody_is_older_than_a_hundred_and_twenty() -> None:
    assert can_be_birth(1906, REGISTERED)
    assert not can_be_birth(1905, REGISTERED)


def test_the_first_days_of_the_calendar_of_a_spreadsheet_are_no_birth() -> None:
    assert [day for day in ("1899-12-30", "1900-01-01", "1900-03-02", "1900") if is_filler(day)] == [
        "1899-12-30",
        "1900-01-01",
    ]
