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
    row = _row(store, client, (field, value, source), at, stamp(at), by)
    store.run_many(_Q.add, [row])
    return UUID(bytes=row[0])


def add_all(store: Store, client: Client, items: Iterable[Item], at: datetime, by: str) -> None:
    """Record values; those of a sealed class are sealed here and have no index form."""
    stamped = stamp(at)
    store.run_many(_Q.add, (_row(store, client, item, at, stamped, by) for item in items))


def _row(store: Store, client: Client, item: Item, at: datetime, stamped: str, by: str) -> tuple[Any, ...]:
    """Give the columns of `add`, in its order."""
    field, value, source = item
    uuid = store.new_uuid(at)
    sealed = field.field_class.sealed
    return (
        uuid.bytes,
        client.id,
        field.code,
        None if sealed else value.text,
        store.seal(value.text, client.uuid, uuid, field.code) if sealed else None,
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
    return tuple(UUID(bytes=uuid) for (uuid,) in store.all(_Q.set_aside_now))


def any_set_aside(store: Store) -> bool:
    """Tell whether anything was taken out that is still there."""
    return bool(store.one(_Q.any_set_aside)[0])


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
    return tuple(value for (value,) in store.all(_Q.current, client=client.id, field=field))


def dated(store: Store, field: str, days: tuple[date, date], coach: str | None) -> Iterator[tuple[str, date]]:
    """Give the dossier number and the day of each current date of a field between two days, themselves included."""
    first, last = (day.isoformat() for day in days)
    for number, day in store.all(_Q.dated, field=field, first=first, last=last, coach=coach):
        yield number, date.fromisoformat(day)


def of_client(store: Store, client: Client, fields: Mapping[str, Field]) -> tuple[Entry, ...]:
    """Give every entry of a client, in the order of recording; a sealed value as None if it stays closed."""
    return tuple(_entry(store, client, fields, row) for row in store.all(_Q.of_client, client=client.id))


def _entry(store: Store, client: Client, fields: Mapping[str, Field], row: Any) -> Entry:
    number, raw, code, value, sealed, source, basis, obtained_on, grondslag, geheim, citation = row[:11]
    contested, restricted, said, words, recorded_at, recorded_by, closed_at, closed_by, *party = row[11:]
    uuid = UUID(bytes=raw)
    return Entry(
        uuid,
        fields[code],
        value if sealed is None else store.open(sealed, client.uuid, uuid, code),
        Provenance(
            source,
            basis,
            None if party[0] is None else parties.of_row(party),
            date.fromisoformat(obtained_on),
            grondslag,
            geheim,
            citation,
        ),
        moment(recorded_at),
        recorded_by,
        moment_or_none(closed_at),
        closed_by,
        bool(contested),
        number,
        bool(restricted),
        said is not None,
        None if said is None else store.open(words, client.uuid, UUID(bytes=said), DISSENT),
    )
