"""Confirmations of a beheerder: that the clock is right though the log says otherwise (art. 10, 14.2)."""

from datetime import date, datetime

from wkc.store.queries import queries
from wkc.store.store import Store, stamp

_Q = queries("confirmation")


def add_clock(store: Store, reason: str, on: date, at: datetime, by: str) -> None:
    """Write down that the clock is right, and why it differs from the log."""
    uuid = store.new_uuid()
    store.insert(_Q.add, uuid=uuid.bytes, kind="klok", reason=reason, on_date=on.isoformat(), at=stamp(at), by=by)
