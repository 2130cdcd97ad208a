"""Art. 10 and 14.2: the work that cron does is late when it was not done, and by how much it is."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from wkc.records.agenda import Duty, Item

RETENTION, BACKUP, VERIFY, DRILL = "retention", "backup", "verify", "drill"

EVERY: Mapping[str, timedelta] = {
    RETENTION: timedelta(days=14),
    BACKUP: timedelta(days=7),
    VERIFY: timedelta(days=92),
    DRILL: timedelta(days=366),
}
"""How long after each time the work is due again: a drill is a backup that a beheerder opened and read through."""

_DUTY = {
    RETENTION: Duty.RETENTIE_DRAAIEN,
    BACKUP: Duty.BACKUP_MAKEN,
    VERIFY: Duty.BACKUP_NAGAAN,
    DRILL: Duty.BACKUP_OPENEN,
}


def due_on(work: str, last: date | None, since: date) -> date:
    """Give the last day for the next time; work that never was done counts from the day it could be."""
    return (last or since) + EVERY[work]


def list_neglected(done: Mapping[str, tuple[date | None, date]], today: date) -> Iterator[Item]:
    """Give the work that is late: `done` has, by its name, the day of the last time and since when it could be."""
    for work, (last, since) in done.items():
        by = due_on(work, last, since)
        if by < today:
            yield Item(by, _DUTY[work], last.isoformat() if last else "-")
