"""Entries: the recorded values of a client (art. 4), sealed or plain, current and closed."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from wkc.records.dossier import Client, ClosedValues, Entry, Provenance
from wkc.records.field import Field, Value
from wkc.records.party import Party
from wkc.store.dossier import kept_entry, sealed_entry
from wkc.store.dossier import party as parties
from wkc.store.dossier import provenance as provenances
from wkc.store.dossier.dissent import DISSENT
from wkc.store.dossier.sealed_entry import OpenedEnvelope
from wkc.store.queries import queries
from wkc.store.store import Store, moment, moment_or_none, stamp

_Q = queries("dossier/entry")


Item = tuple[Field, Value, Provenance]
"""A value to record: of which field, and where it came from."""


def add(store: Store, client: Client, field: Field, value: Value, source: Provenance, at: datetime, by: str) -> UUID:
    """Record a value and give its uuid."""
    item = (field, value, source)
    if field.field_class.sealed:
        return _add_sealed(store, client, item, stamp(at), by)
    row = _row(store, client, item, provenances.find_or_add(store, source, stamp(at), by))
    store.run_many(_Q.add, [row])
    return UUID(bytes=row[0])


def add_all(store: Store, client: Client, items: Iterable[Item], at: datetime, by: str) -> None:
    """Record values, in this order; those of a sealed class are sealed here with their field and source."""
    stamped = stamp(at)
    for sealed, group in groupby(items, key=lambda item: item[0].field_class.sealed):
        if sealed:
            for item in group:
                _add_sealed(store, client, item, stamped, by)
        else:
            plain = tuple(group)
            distinct = dict.fromkeys(source for _, _, source in plain)
            sources = {source: provenances.find_or_add(store, source, stamped, by) for source in distinct}
            store.run_many(_Q.add, (_row(store, client, item, sources[item[2]]) for item in plain))


def _row(store: Store, client: Client, item: Item, provenance: int) -> tuple[bytes, int, str, str, str | None, int]:
    """Give the columns of `add`, in its order."""
    field, value, _source = item
    return store.new_uuid_octets(), client.id, field.code, value.text, value.normal, provenance


def _add_sealed(store: Store, client: Client, item: Item, stamped: str, by: str) -> UUID:
    """Record a value of a sealed class: kept by the holds of its category, restricted where its field is."""
    field, value, source = item
    uuid = store.new_uuid()
    sealed = sealed_entry.seal(store, client, uuid, field, value, source)
    facts = {"uuid": uuid.bytes, "client": client.id, "field": field.code, "sealed": sealed}
    provenance = provenances.find_or_add(store, None, stamped, by)
    store.insert(_Q.add_sealed, **facts, secret=source.geheim is not None, provenance=provenance)
    kept_entry.keep_by_holds(store, client, uuid, field.category)
    return uuid


def close(store: Store, client: Client, field: Field, at: datetime, by: str) -> int:
    """End the current values of a field; they stay as history. Gives how many there were.

    Only a user who can open them ends those of a sealed class.
    """
    if not field.field_class.sealed:
        return store.run(_Q.close, client=client.id, field=field.code, at=stamp(at), by=by)
    entries = of_client(store, client, {field.code: field})
    return sum(close_one(store, client, entry, at, by) for entry in entries if entry.closed_at is None)


def close_one(store: Store, client: Client, entry: Entry, at: datetime, by: str) -> int:
    """End one current value; it stays as history."""
    return store.run(_Q.close_one, client=client.id, uuid=entry.uuid.bytes, at=stamp(at), by=by)


def remove(store: Store, client: Client, uuid: UUID) -> None:
    """Remove one value for good (art. 12), and what hangs on it; one that is gone already is no fault."""
    for sql in (_Q.remove_dissent, _Q.keep_place, _Q.remove):
        store.run(sql, client=client.id, uuid=uuid.bytes)


def mark(store: Store, client: Client, fields: Mapping[str, Field]) -> None:
    """Mark entries anew as contested or restricted, by the corrections that were asked for and applied.

    A user who cannot open the values of the sealed classes leaves their marks of a restricted field as they are.
    """
    entries = of_client(store, client, fields) if store.sealer.can_open else ()
    sealed = {entry.uuid.hex.upper(): entry.field.code for entry in entries if entry.field.field_class.sealed}
    store.run(_Q.mark, client=client.id, fields=json.dumps(sealed))


def current(store: Store, client: Client, field: str) -> tuple[str, ...]:
    """Give the current values of a field that is not sealed."""
    return tuple(row["value"] for row in store.all(_Q.current, client=client.id, field=field))


def list_dated(store: Store, field: str, days: tuple[date, date], coach: str | None) -> Iterator[tuple[str, date]]:
    """Give the dossier number and the day of each current date of a field between two days, themselves included."""
    first, last = (day.isoformat() for day in days)
    for row in store.all(_Q.dated, field=field, first=first, last=last, coach=coach):
        yield row["client_number"], date.fromisoformat(row["normal"])


def of_client(store: Store, client: Client, fields: Mapping[str, Field]) -> tuple[Entry, ...]:
    """Give the entries of a client, in the order of recording; those of a sealed class if the user can open them."""
    return _read(store, client, fields, _Q.of_client)


def compared(store: Store, client: Client, fields: Mapping[str, Field]) -> tuple[Entry, ...]:
    """Give the entries that a list is compared with, in a third of the time: without number and statement."""
    return _read(store, client, fields, _Q.compared)


def _read(store: Store, client: Client, fields: Mapping[str, Field], query: str) -> tuple[Entry, ...]:
    known: dict[str, Party] = {}
    shared: dict[int, Provenance] = {}
    opened = (_entry(store, client, fields, row, known, shared) for row in store.all(query, client=client.id))
    return tuple(entry for entry in opened if entry is not None)


def numbers(store: Store, client: Client) -> dict[UUID, int]:
    """Give the number of each entry of a client."""
    return {UUID(bytes=row["uuid"]): row["number"] for row in store.all(_Q.numbers, client=client.id)}


def closed_to(store: Store, client: Client) -> ClosedValues | None:
    """Give the marks of a client's current values that the acting user cannot open; None where there is none."""
    if store.sealer.can_open:
        return None
    row = store.one(_Q.closed_to, client=client.id)
    if not row["entries"]:
        return None
    return ClosedValues(bool(row["in_onderzoek"]), bool(row["beperkt"]), bool(row["secret"]))


def _entry(
    store: Store,
    client: Client,
    fields: Mapping[str, Field],
    row: Any,
    known: dict[str, Party],
    shared: dict[int, Provenance],
) -> Entry | None:
    uuid, statement = UUID(bytes=row["uuid"]), row["dissent_uuid"]
    content = (
        OpenedEnvelope(row["field"], row["value"], _provenance(row, shared))
        if row["sealed"] is None
        else sealed_entry.open_content(store, client, uuid, row, known)
    )
    if content is None or content.field not in fields:
        return None
    return Entry(
        uuid,
        fields[content.field],
        content.value,
        content.provenance,
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


def _provenance(row: Any, shared: dict[int, Provenance]) -> Provenance:
    """Give the source of a value, made once for all values of a client that share it."""
    known = shared.get(row["provenance_id"])
    if known is not None:
        return known
    return shared.setdefault(row["provenance_id"], _make_provenance(row))


def _make_provenance(row: Any) -> Provenance:
    return Provenance(
        row["source"],
        row["basis"],
        None if row["party_id"] is None else parties.of_row(row),
        date.fromisoformat(row["obtained_on"]),
        None,
        row["geheim"],
        row["citation"],
    )
