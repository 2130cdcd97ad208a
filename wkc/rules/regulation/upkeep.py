"""Art. 5.3, 10 and 14.2: the terms of the work of cron, and of the checks by a beheerder."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from wkc.records.agenda import Duty, Item

RETENTION, BACKUP, VERIFY, DRILL = "retention", "backup", "verify", "drill"
CARE = ACCESS, LOOKS, KEYS, HOLIDAYS = "access", "looks", "keys", "holidays"
"""The duties of care: who has access, a sample of looks, keys and codes where they belong, the days of rest."""

EVERY: Mapping[str, timedelta] = {
    RETENTION: timedelta(days=14),
    BACKUP: timedelta(days=7),
    VERIFY: timedelta(days=92),
    DRILL: timedelta(days=366),
    ACCESS: timedelta(days=366),
    LOOKS: timedelta(days=31),
    KEYS: timedelta(days=366),
    HOLIDAYS: timedelta(days=366),
}
"""The time after which the work is due again: a drill is a backup that a beheerder opened and read through."""

_DUTY = {
    RETENTION: Duty.RETENTIE_DRAAIEN,
    BACKUP: Duty.BACKUP_MAKEN,
    VERIFY: Duty.BACKUP_NAGAAN,
    DRILL: Duty.BACKUP_OPENEN,
    ACCESS: Duty.TOEGANG_NALOPEN,
    LOOKS: Duty.INZIEN_STEEKPROEF,
    KEYS: Duty.SLEUTELS_NAGAAN,
    HOLIDAYS: Duty.FEESTDAGEN_NAGAAN,
}


CARE_AHEAD = timedelta(days=7)
"""The time before its last day from which a duty of care is on the agenda."""


def due_on(work: str, last: date | None, since: date) -> date:
    """Give the last day for the next time; work that never was done counts from the day it could be."""
    return (last or since) + EVERY[work]


def list_neglected(done: Mapping[str, tuple[date | None, date]], today: date) -> Iterator[Item]:
    """Give the work that is late: `done` has, by its name, the day of the last time and since when it could be.

    A duty of care is there some days ahead, so that it can be done in time.
    """
    for work, (last, since) in done.items():
        by = due_on(work, last, since)
        if by < today or (work in CARE and by - CARE_AHEAD <= today):
            yield Item(by, _DUTY[work], last.isoformat() if last else "-")
