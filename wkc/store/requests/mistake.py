"""Mistakes (art. 12 and 14.2): rows that the office takes back, and the line without their value that stays."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from wkc.records.dossier import Client
from wkc.records.field import Field
from wkc.records.mistake import Mistake, MistakeNoun, MistakeReason, RowChange
from wkc.store.dossier import client as clients
from wkc.store.dossier import entry as entries
from wkc.store.queries import queries
from wkc.store.store import Store, moment, moment_or_none, stamp

_Q = queries("requests/mistake")
_WORDS = "mistake.words"

_REMOVE: Mapping[MistakeNoun, tuple[str, ...]] = {
    MistakeNoun.CONTACT: (_Q.reopen_appointment, _Q.remove_contact),
    MistakeNoun.TOESTEMMING: (_Q.remove_consent,),
    MistakeNoun.MACHTIGING: (_Q.remove_mandate,),
    MistakeNoun.OPSCHORTING: (_Q.remove_hold,),
    MistakeNoun.VERSTREKKING: (_Q.remove_steps, _Q.remove_items, _Q.remove_disclosure),
    MistakeNoun.AFSPRAAK: (_Q.remove_appointment,),
    MistakeNoun.DOCUMENT: (_Q.remove_dissent, _Q.remove_chunks, _Q.remove_document),
}
"""The statements that take a row of each kind but an entry away, with what hangs on it."""


def add(
    store: Store,
    client: Client,
    change: RowChange,
    why: MistakeReason,
    words: str,
    at: datetime,
    by: str,
    *,
    moved: bool,
) -> Mistake:
    """Write down that a row is taken back; `moved` tells that it is in another dossier now."""
    uuid, content = store.new_uuid(), {"field": change.field.code if change.field else None, "words": words}
    store.insert(
        _Q.add,
        uuid=uuid.bytes,
        client=client.id,
        noun=change.noun.value,
        removed=change.uuid.bytes,
        reason=why.value,
        sealed_words=store.seal(json.dumps(content), client.uuid, uuid, _WORDS),
        moved=moved,
        at=stamp(at),
        by=by,
    )
    return Mistake(uuid, change.noun, change.field, why, words, moved, at, by)


def of_client(store: Store, client: Client, fields: Mapping[str, Field]) -> tuple[Mistake, ...]:
    """Give what was taken back of one client, oldest first."""
    return tuple(_mistake(store, client, fields, row) for row in store.all(_Q.of_client, client=client.id))


def remove(store: Store, client: Client, noun: MistakeNoun, uuid: UUID) -> None:
    """Delete one row of a kind, and what hangs on it; one that is gone already is no fault."""
    from wkc.store.disclosure import release as releases

    releases.remove(store, client, uuid)
    if noun is MistakeNoun.GEGEVEN:
        entries.remove(store, client, uuid)
    for sql in _REMOVE.get(noun, ()):
        store.run(sql, uuid=uuid.bytes)


def find_noun(store: Store, uuid: UUID) -> tuple[MistakeNoun, Client] | None:
    """Give the kind of a row and whose it is, if it is there."""
    row = store.one(_Q.find_noun, uuid=uuid.bytes)
    return None if row is None else (MistakeNoun(row["noun"]), clients.of_row(row))


def reopen(store: Store, client: Client, entry: UUID) -> None:
    """Open a value again that another had closed."""
    store.run(_Q.reopen, client=client.id, uuid=entry.bytes)


def has_dependents(store: Store, uuid: UUID) -> bool:
    """Tell whether other rows depend on one: a consent on a mandate, a report on a disclosure."""
    return bool(store.one(_Q.has_dependents, uuid=uuid.bytes)["depend"])


def waiting(store: Store) -> tuple[UUID, ...]:
    """Give the rows that were taken back and that the ledger does not name yet."""
    return tuple(UUID(bytes=row["removed"]) for row in store.all(_Q.waiting))


def is_any_waiting(store: Store) -> bool:
    """Tell whether the ledger still has to name anything that was taken back."""
    return bool(store.one(_Q.any_waiting)["waits"])


def set_named(store: Store, uuid: UUID, at: datetime) -> None:
    """Write down that the ledger names a row that was taken back."""
    store.run(_Q.set_named, uuid=uuid.bytes, at=stamp(at))


def _mistake(store: Store, client: Client, fields: Mapping[str, Field], row: Any) -> Mistake:
    uuid = UUID(bytes=row["uuid"])
    opened = store.open(row["sealed_words"], client.uuid, uuid, _WORDS)
    content = {} if opened is None else json.loads(opened)
    field = content.get("field")
    return Mistake(
        uuid,
        MistakeNoun(row["noun"]),
        None if field is None else fields[field],
        MistakeReason(row["reason"]),
        content.get("words"),
        bool(row["moved"]),
        moment(row["recorded_at"]),
        row["recorded_by"],
        moment_or_none(row["removed_at"]),
    )
