"""Confirmations by a beheerder: that the clock is right, or that a run may destroy so many dossiers (art. 10, 14.2)."""

from datetime import date, datetime

from wkc.store.queries import queries
from wkc.store.store import Store, stamp

_Q = queries("confirmation")


def add_clock(store: Store, reason: str, on: date, at: datetime, by: str) -> None:
    """Write down that the clock is right, and why it differs from the log."""
    _add(store, "klok", None, reason, on, at, by)


def add_share(store: Store, count: int, reason: str, on: date, at: datetime, by: str) -> None:
    """Write down that a run of that day may destroy so many dossiers, and why."""
    _add(store, "aandeel", count, reason, on, at, by)


def share_on(store: Store, on: date) -> int:
    """Count the dossiers that a run of a day may destroy by a beheerder's word; 0 without one."""
    most: int | None = store.one(_Q.share_on, on_date=on.isoformat())["most"]
    return most or 0


def _add(store: Store, kind: str, count: int | None, reason: str, on: date, at: datetime, by: str) -> None:
    uuid = store.new_uuid()
    store.insert(
        _Q.add, uuid=uuid.bytes, kind=kind, count=count, reason=reason, on_date=on.isoformat(), at=stamp(at), by=by
    )
