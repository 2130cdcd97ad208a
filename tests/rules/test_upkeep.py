"""Art. 10 and 14.2: the work of cron is late from the day it was due, also when it never was done."""

from datetime import date, timedelta

import pytest

from wkc.rules.regulation.agenda import is_late
from wkc.rules.regulation.upkeep import due_on, list_neglected

SINCE = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("work", "last", "due"),
    [
        ("retention", None, date(2026, 11, 16)),
        ("retention", date(2026, 11, 20), date(2026, 12, 4)),
        ("backup", date(2026, 11, 20), date(2026, 11, 27)),
        ("verify", date(2026, 11, 20), date(2027, 2, 20)),
        ("drill", None, date(2027, 11, 3)),
    ],
)
def test_work_is_due_so_long_after_the_last_time_or_since_it_could_be_done(
    work: str, last: date | None, due: date
) -> None:
    assert due_on(work, last, SINCE) == due
    assert list(list_neglected({work: (last, SINCE)}, due)) == []
    (late,) = list_neglected({work: (last, SINCE)}, date(2034, 3, 1))
    assert (late.on, late.subject) == (due, last.isoformat() if last else "-")


@pytest.mark.parametrize(
    ("work", "last", "due"),
    [
        ("looks", date(2026, 11, 2), date(2026, 12, 3)),
        ("access", None, date(2027, 11, 3)),
        ("keys", date(2026, 11, 20), date(2027, 11, 21)),
        ("holidays", date(2026, 11, 20), date(2027, 11, 21)),
    ],
)
def test_a_duty_of_care_comes_a_week_ahead_and_is_late_from_its_own_day(
    work: str, last: date | None, due: date
) -> None:
    done = {work: (last, SINCE)}
    assert list(list_neglected(done, due - timedelta(days=8))) == []
    for today in (due - timedelta(days=7), due, due + timedelta(days=50)):
        (item,) = list_neglected(done, today)
        assert item.on == due
        assert is_late(item, today) is (today > due)
