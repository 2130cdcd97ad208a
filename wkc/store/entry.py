"""Entries: the recorded values of a client (art. 4), sealed or plain, current and closed."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from wkc.records.dossier import Client, Entry, Provenance
from wkc.records.field import Field, Value
from wkc.store import client as clients
from wkc.store import party as parties
from wkc.store.dissent import DISSENT
from wkc.store.queries import queries
from wkc.store.store import Store, moment, moment_or_none, stamp

_Q = queries("entry")


Item = tuple[Field, Value, Provenance]
"""A value to record: of which field, and where it came from."""


def add(store: Store, client: Client, field: Field, value: Value, source: Provenance, at: datetime, by: str) -> UUID:
    """Record a value and give its uuid."""
    row = _row(store, client, (field, value, source), stamp(at), by)
    store.run_many(_Q.add, [row])
    return UUID(bytes=row[0])


def add_all(store: Store, client: Client, items: Iterable[Item], at: datetime, by: str) -> None:
    """Record values; those of a sealed class are sealed here and have no index form."""
    stamped = stamp(at)
    store.run_many(_Q.add, (_row(store, client, item, stamped, by) for item in items))


def _row(store: Store, client: Client, item: Item, stamped: str, by: str) -> tuple[Any, ...]:
    """Give the columns of `add`, in its order."""
    field, value, source = item
    uuid = store.new_uuid_octets()
    sealed = field.field_class.sealed
    return (
        uuid,
        client.id,
        field.code,
        None if sealed else value.text,
        store.seal(value.text, client.uuid, UUID(bytes=uuid), field.code) if sealed else None,
        None if sealed else value.normal,
        source.source,
        source.basis,
        source.party.id if source.party else None,
        source.obtained_on.isoformat(),
        source.grondslag if sealed else None,
        source.geheim,
        source.citation,
        stamped,
        by,
    )


def close(store: Store, client: Client, field: Field, at: datetime, by: str) -> int:
    """End the current values of a field; they stay as history. Gives how many there were."""
    return store.run(_Q.close, client=client.id, field=field.code, at=stamp(at), by=by)


def set_aside(store: Store, uuid: UUID, at: datetime, by: str) -> None:
    """Take a value out (art. 12): it is shown nowhere from now on, and deleted when the ledger names it."""
    store.run(_Q.set_aside, uuid=uuid.bytes, at=stamp(at), by=by)


def set_aside_now(store: Store) -> tuple[UUID, ...]:
    """Give what was taken out and is still there."""
    return tuple(UUID(bytes=row["uuid"]) for row in store.all(_Q.set_aside_now))


def any_set_aside(store: Store) -> bool:
    """Tell whether anything was taken out that is still there."""
    return bool(store.one(_Q.any_set_aside)["waits"])


def is_set_aside(store: Store, uuid: UUID) -> bool:
    """Tell whether one value was taken out and is still there."""
    return store.one(_Q.is_set_aside, uuid=uuid.bytes) is not None


def whose(store: Store, uuid: UUID) -> Client | None:
    """Give the client of whom a value is, if it is there."""
    row = store.one(_Q.whose, uuid=uuid.bytes)
    return None if row is None else clients.of_row(row)


def move_releases(store: Store, old: UUID, new: UUID) -> None:
    """Let what was lifted of one value stay lifted of the one that takes its place."""
    store.run(_Q.move_releases, old=old.bytes, new=new.bytes)


def remove(store: Store, uuid: UUID) -> None:
    """Remove one value for good (art. 12), and what hangs on it; one that is gone already is no fault."""
    for sql in (_Q.remove_releases, _Q.remove_dissent, _Q.remove):
        store.run(sql, uuid=uuid.bytes)


def mark(store: Store, client: Client) -> None:
    """Mark anew what is contested and what is restricted, by the corrections that were asked for and applied."""
    store.run(_Q.mark, client=client.id)


def current(store: Store, client: Client, field: str) -> tuple[str, ...]:
    """Give the current values of a field that is not sealed."""
    return tuple(row["value"] for row in store.all(_Q.current, client=client.id, field=field))


def dated(store: Store, field: str, days: tuple[date, date], coach: str | None) -> Iterator[tuple[str, date]]:
    """Give the dossier number and the day of each current date of a field between two days, themselves included."""
    first, last = (day.isoformat() for day in days)
    for row in store.all(_Q.dated, field=field, first=first, last=last, coach=coach):
        yield row["client_number"], date.fromisoformat(row["normal"])


def of_client(store: Store, client: Client, fields: Mapping[str, Field]) -> tuple[Entry, ...]:
    """Give every entry of a client, in the order of recording; a sealed value as None if it stays closed."""
    return tuple(_entry(store, client, fields, row) for row in store.all(_Q.of_client, client=client.id))


def _entry(store: Store, client: Client, fields: Mapping[str, Field], row: Any) -> Entry:
    uuid, code, sealed = UUID(bytes=row["uuid"]), row["field"], row["sealed"]
    statement = row["dissent_uuid"]
    return Entry(
        uuid,
        fields[code],
        row["value"] if sealed is None else store.open(sealed, client.uuid, uuid, code),
        _provenance(row),
        moment(row["recorded_at"]),
        row["recorded_by"],
        moment_or_none(row["closed_at"]),
        row["closed_by"],
        bool(row["in_onderzoek"]),
        row["number"],
        bool(row["beperkt"]),
        statement is not None,
        None if statement is None else store.open(row["dissent_text"], client.uuid, UUID(bytes=statement), DISSENT),
    )


def _provenance(row: Any) -> Provenance:
    return Provenance(
        row["source"],
        row["basis"],
        None if row["party_id"] is None else parties.of_row(row),
        date.fromisoformat(row["obtained_on"]),
        row["grondslag"],
        row["geheim"],
        row["citation"],
    )
