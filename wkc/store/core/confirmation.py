"""Confirmations of a beheerder: that the clock, or a log that is not the one seen last, is right (art. 10, 14.2)."""

from datetime import date, datetime

from wkc.store.queries import queries
from wkc.store.store import Store, stamp

_Q = queries("core/confirmation")


def add_clock(store: Store, reason: str, on: date, at: datetime, by: str) -> None:
    """Write down that the clock is right, and why it differs from the log."""
    _add(store, "klok", reason, on, at, by)


def add_log(store: Store, reason: str, on: date, at: datetime, by: str) -> None:
    """Write down that the log is right, and why it is not the one that was seen last."""
    _add(store, "logboek", reason, on, at, by)


def _add(store: Store, kind: str, reason: str, on: date, at: datetime, by: str) -> None:
    uuid = store.new_uuid()
    store.insert(_Q.add, uuid=uuid.bytes, kind=kind, reason=reason, on_date=on.isoformat(), at=stamp(at), by=by)
