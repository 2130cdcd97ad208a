"""Figures for the register of processing (AVG 30)."""

from wkc.store.queries import queries
from wkc.store.store import Store

_Q = queries("processing")


def count_received(store: Store) -> dict[str, int]:
    """Count the disclosures that went out, by kind of recipient."""
    return {row["kind"]: row["amount"] for row in store.all(_Q.received)}
