"""Parties: opdrachtgevers, instanties, werkgevers and derden on file."""

from datetime import datetime
from typing import Any
from uuid import UUID

from wkc.records.party import Party
from wkc.store.queries import queries
from wkc.store.store import Store, moment, stamp

_Q = queries("dossier/party")


def add(store: Store, name: str, name_key: str, kind: str, body: str | None, at: datetime, by: str) -> Party:
    """Put a party on file; the caller has seen that no other has this name_key."""
    uuid = store.new_uuid()
    known = {"name": name, "name_key": name_key, "kind": kind, "body": body}
    row = store.insert(_Q.add, uuid=uuid.bytes, at=stamp(at), by=by, **known)
    return Party(row, uuid, name, kind, at, by, body)


def set_body(store: Store, party: Party, body: str) -> None:
    """Set the body of annex III or art. 8.3 that a party is."""
    store.run(_Q.set_body, id=party.id, body=body)


def every(store: Store) -> tuple[Party, ...]:
    """Give all parties, by name."""
    return tuple(of_row(row, row["party_body"]) for row in store.all(_Q.all))


def by_prefix(store: Store, key: str, most: int = 20) -> tuple[Party, ...]:
    """Give the parties whose name begins with a key, the exact one first."""
    return tuple(of_row(row, row["party_body"]) for row in store.all(_Q.by_prefix, key=key, most=most))


def count_clients(store: Store, party: Party) -> int:
    """Count the clients that a party supplied."""
    count: int = store.one(_Q.count_clients, id=party.id)["clients"]
    return count


def of_row(row: Any, body: str | None = None) -> Party:
    """Make a party of the six columns that every query names alike, `party_id` to `party_recorded_by`, and its body."""
    uuid, recorded_at = UUID(bytes=row["party_uuid"]), moment(row["party_recorded_at"])
    by = row["party_recorded_by"]
    return Party(row["party_id"], uuid, row["party_name"], row["party_kind"], recorded_at, by, body)
