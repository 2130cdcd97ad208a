"""Art. 10 and 14.2: the work of cron is late from the day it was due, also when it never was done."""

from datetime import date

import pytest

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
