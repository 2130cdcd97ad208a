"""Figures for the register of processing (AVG 30)."""

from wkc.store.queries import queries
from wkc.store.store import Store

_Q = queries("operations/processing")


def list_received(store: Store) -> tuple[str, ...]:
    """Give the kinds of recipient that a disclosure went to."""
    return tuple(row["kind"] for row in store.all(_Q.received))
