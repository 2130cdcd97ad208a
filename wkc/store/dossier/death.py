"""Clients who died, and the mandates that ended with them (art. 11.1)."""

from datetime import date, datetime

from wkc.records.death import Death
from wkc.records.dossier import Client
from wkc.store.dossier import coverage
from wkc.store.queries import queries
from wkc.store.store import Store, stamp

_Q = queries("dossier/death")


def add(store: Store, client: Client, death: Death, at: datetime, by: str) -> None:
    """Write down that a client died; written down again, the last one counts."""
    store.run(_Q.add, client=client.id, on_date=death.on.isoformat(), source=death.source, at=stamp(at), by=by)


def of_client(store: Store, client: Client) -> Death | None:
    """Give the death of a client; None of the living."""
    row = store.one(_Q.of_client, client=client.id)
    return None if row is None else Death(date.fromisoformat(row["on_date"]), row["source"])


def remove(store: Store, client: Client) -> bool:
    """Take back that a client died; False when no death was on file."""
    return store.run(_Q.remove, client=client.id) > 0


def end_mandates(store: Store, client: Client, on: date) -> int:
    """Let every mandate end on a day, and give how many that are."""
    coverage.note_change(store, client)
    return store.run(_Q.end_mandates, client=client.id, on_date=on.isoformat())
