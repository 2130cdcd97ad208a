"""Rows out of use that the destruction ledger does not name yet (art. 12): whether there are any."""

from wkc.store.queries import queries
from wkc.store.store import Store

_Q = queries("core/pending_deletion")


def has_any(store: Store) -> bool:
    """Tell whether something was taken out, or lost its words, that the ledger does not name yet."""
    return bool(store.one(_Q.has_any)["waits"])
