"""Pairs of dossiers that a user marked as those of two people (art. 4.2)."""

from datetime import datetime

from wkc.records.dossier import Client
from wkc.store.queries import queries
from wkc.store.store import Store, stamp

_Q = queries("dossier/two_people")


def add(store: Store, one: Client, other: Client, at: datetime, by: str) -> None:
    """Write down that two dossiers are of two people."""
    store.run(_Q.add, one=one.id, other=other.id, at=stamp(at), by=by)


def of_client(store: Store, client: Client) -> frozenset[int]:
    """Give the ids of the dossiers that are of another person than one, by the marks of any that lead there too."""
    return frozenset(row["other"] for row in store.all(_Q.of_client, client=client.id))
