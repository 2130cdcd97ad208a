"""Art. 10 and 14.2: the clock against the log, before anything is dated, numbered, pruned or destroyed."""

from datetime import UTC, date, datetime

import pytest

from wkc.rules.access.purpose import PURPOSE_OF
from wkc.rules.retention.trusted_clock import CONFIRMED_BY, DATING, DESTROYING, is_witnessed, judge_clock

LAST = datetime(2026, 11, 28, 2, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "reason"),
    [
        (datetime(2026, 11, 28, 2, 15, tzinfo=UTC), "klok_gelijk"),
        (datetime(2026, 11, 28, 1, 15, tzinfo=UTC), "klok_gelijk"),
        (datetime(2026, 11, 28, 1, 14, tzinfo=UTC), "klok_achter"),
        (datetime(2001, 1, 1, 0, 7, tzinfo=UTC), "klok_achter"),
        (datetime(2027, 1, 27, 2, 15, tzinfo=UTC), "klok_gelijk"),
        (datetime(2027, 1, 27, 2, 16, tzinfo=UTC), "klok_vooruit"),
        (datetime(2099, 1, 9, 2, 15, tzinfo=UTC), "klok_vooruit"),
    ],
)
def test_a_clock_is_believed_from_an_hour_behind_the_log_to_sixty_days_ahead(now: datetime, reason: str) -> None:
    assert judge_clock("retention.run", now, LAST).reason == reason


@pytest.mark.parametrize("action", sorted(DESTROYING | DATING))
@pytest.mark.parametrize("year", [2001, 2099])
def test_nothing_is_dated_or_destroyed_by_a_clock_that_the_log_contradicts(action: str, year: int) -> None:
    assert not judge_clock(action, datetime(year, 1, 1, tzinfo=UTC), LAST).allowed


@pytest.mark.parametrize("action", ["client.show", "agenda.show", "register.doctor", "audit.list"])
def test_looking_goes_on_and_the_deviation_is_known(action: str) -> None:
    verdict = judge_clock(action, datetime(2099, 1, 1, tzinfo=UTC), LAST)
    assert verdict.allowed
    assert verdict.reason == "klok_vooruit"


def test_a_beheerder_can_confirm_the_clock_whatever_it_says() -> None:
    assert judge_clock(CONFIRMED_BY, datetime(2099, 1, 1, tzinfo=UTC), LAST).reason == "klok_gelijk"


def test_a_register_without_a_line_has_nothing_to_compare_with() -> None:
    assert judge_clock("retention.run", datetime(2099, 1, 1, tzinfo=UTC), None).allowed


def test_every_action_that_the_clock_is_checked_for_is_an_action() -> None:
    assert PURPOSE_OF.keys() >= DESTROYING | DATING | {CONFIRMED_BY}


@pytest.mark.parametrize(
    ("last_day", "witnessed"),
    [
        (None, False),
        (date(2026, 11, 1), False),
        (date(2026, 11, 2), True),
        (date(2026, 11, 8), True),
    ],
)
def test_days_between_count_with_a_line_of_the_log_between(last_day: date | None, witnessed: bool) -> None:  # noqa: FBT001
    assert is_witnessed(date(2026, 11, 1), last_day) is witnessed
