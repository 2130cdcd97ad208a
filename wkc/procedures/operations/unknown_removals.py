"""The removals that a restore could not know of, kept in the log until a beheerder has looked them up (art. 10)."""

from wkc.procedures.core import audit_chain
from wkc.records.ledger import UnknownRemovals
from wkc.store.core import audit
from wkc.store.store import Store, moment, stamp

UNKNOWN, CONFIRMED = "unknown_removals", "removals"
"""The details of a restore that leaves some unknown, and of an acceptance that confirms them."""


def details(unknown: UnknownRemovals | None) -> dict[str, object]:
    """Give them as details of the line of a restore."""
    return {} if unknown is None else {UNKNOWN: {"after_line": unknown.after_line, "since": stamp(unknown.since)}}


def find_unconfirmed(store: Store) -> UnknownRemovals | None:
    """Give what the last restore left unknown, unless a beheerder confirmed it since."""
    for line in audit.explanations(store, 0):
        if line.details.get(CONFIRMED) is True:
            return None
        if line.action == audit_chain.RESTORE and line.details.get(audit_chain.EXPLAINS) is True:
            unknown = line.details.get(UNKNOWN)
            if not isinstance(unknown, dict):
                return None
            return UnknownRemovals(unknown["after_line"], moment(unknown["since"]))
    return None
