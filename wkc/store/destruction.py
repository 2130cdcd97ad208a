"""Deleting all that is held on a client, or all that no hold keeps, and what is left to tell of it (art. 10)."""

import json
from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from wkc.records.dossier import Client
from wkc.records.retention import Destroyed
from wkc.store import client as clients
from wkc.store import hold as holds
from wkc.store.queries import queries
from wkc.store.store import Store, day_or_none, moment, stamp

_Q = queries("destruction")

# In this order: what points at something goes before it.
BESIDES = (
    ("correction_told", _Q.correction_told),
    ("breach_person", _Q.breach_person),
    ("mistake", _Q.mistake),
    ("correction", _Q.correction),
    ("dissent", _Q.dissent),
    ("report", _Q.report),
    ("disclosure_step", _Q.disclosure_step),
    ("disclosure_entry", _Q.disclosure_entry),
    ("disclosure", _Q.disclosure),
    ("notice", _Q.notice),
    ("relisted", _Q.relisted),
    ("letter", _Q.letter),
    ("review", _Q.review),
    ("request_omission", _Q.request_omission),
    ("objection", _Q.objection),
    ("supplied", _Q.supplied),
    ("request_search", _Q.request_search),
    ("request", _Q.request),
    ("release", _Q.release),
    ("form", _Q.form),
    ("consent", _Q.consent),
    ("mandate", _Q.mandate),
    ("break_glass", _Q.break_glass),
    ("appointment", _Q.appointment),
    ("contact", _Q.contact),
    ("assignment", _Q.assignment),
)
"""The rows besides entries, by noun: they go with the whole dossier and with the rest."""

DOCUMENTS = (("document_chunk", _Q.document_chunk), ("document", _Q.document))
"""The documents, by noun; those of the fields that a duty keeps stay."""

WHOLE = (
    *DOCUMENTS,
    *BESIDES,
    ("entry", _Q.entry),
    ("entry_gone", _Q.entry_gone),
    ("hold", _Q.hold),
    ("announcement", _Q.announcement),
    ("name_word", _Q.name_word),
    ("death", _Q.death),
    ("name_key", _Q.name_key),
    ("search_key", _Q.search_key),
    ("two_people", _Q.two_people),
    ("linked_end", _Q.linked_end),
    ("linked_row", _Q.linked_row),
    ("link", _Q.link),
    ("client", _Q.client),
)
"""All that is held on a client, in every table."""


def by_uuid(store: Store, uuid: UUID) -> Client | None:
    """Give the client that a line of the ledger names, if it is still there."""
    row = store.one(_Q.by_uuid, uuid=uuid.bytes)
    return None if row is None else clients.of_row(row)


def more(store: Store, client: Client) -> bool:
    """Tell whether anything of a client is held besides entries, holds and what was announced."""
    return bool(store.one(_Q.more, client=client.id)["held"])


def whole(store: Store, client: Client, on: date) -> dict[str, int]:
    """Delete a client from every table; give how many rows went, by noun."""
    kept = _leave(store, client, (), on)
    store.run(_Q.dossier_gone, client=client.id, on_date=on.isoformat())
    return _counted((noun, store.run(sql, client=client.id, fields=kept)) for noun, sql in WHOLE)


def rest(store: Store, client: Client, fields: Collection[str], sealed: Collection[UUID], on: date) -> dict[str, int]:
    """Delete all of a client but its number, its holds, entries and documents of these fields, these sealed entries.

    Gives the rows by noun.

    What was announced has come: what a hold keeps is announced anew when its own end is near.
    """
    kept = _leave(store, client, fields, on)
    store.run(_Q.announcement, client=client.id)
    gone = [(noun, store.run(sql, client=client.id, fields=kept)) for noun, sql in (*DOCUMENTS, *BESIDES)]
    facts = {"fields": kept, "sealed": json.dumps([uuid.hex.upper() for uuid in sealed])}
    return _counted([*gone, ("entry", store.run(_Q.rest_entries, client=client.id, **facts))])


def write_down(store: Store, destroyed: Destroyed) -> None:
    """Keep what is left to tell."""
    store.insert(
        _Q.write_down,
        uuid=destroyed.uuid.bytes,
        run=destroyed.run.bytes,
        kept=holds.write_categories(destroyed.kept),
        reason=destroyed.reason,
        last_on=destroyed.last_on.isoformat(),
        since_on=destroyed.since and destroyed.since.isoformat(),
        announced_on=destroyed.announced_on and destroyed.announced_on.isoformat(),
        on_date=destroyed.on.isoformat(),
        counts=json.dumps(destroyed.counts),
        rules=destroyed.rules,
        at=stamp(destroyed.at),
        by=destroyed.by,
    )


def of_run(store: Store, run: UUID) -> tuple[Destroyed, ...]:
    """Give what one run destroyed, in the order in which it did."""
    return tuple(map(_destroyed, store.all(_Q.of_run, run=run.bytes)))


def last_run(store: Store) -> UUID | None:
    """Give the last run that destroyed anything."""
    row = store.one(_Q.last_run)
    return None if row is None else UUID(bytes=row["run"])


def _leave(store: Store, client: Client, fields: Collection[str], on: date) -> str:
    """Leave what the figures of the year are made from, and the places of papers; gives the kept fields as JSON."""
    kept = json.dumps(sorted(fields))
    store.run(_Q.papers_left, client=client.id, fields=kept, on_date=on.isoformat())
    store.run(_Q.requests_remain, client=client.id)
    store.run(_Q.disclosures_remain, client=client.id)
    store.run(_Q.breaches_remain, client=client.id)
    return kept


def _counted(rows: Any) -> dict[str, int]:
    return {noun: count for noun, count in rows if count}


def _destroyed(row: Any) -> Destroyed:
    return Destroyed(
        UUID(bytes=row["uuid"]),
        UUID(bytes=row["run"]),
        holds.read(row["kept"]),
        row["reason"],
        date.fromisoformat(row["last_on"]),
        day_or_none(row["since_on"]),
        day_or_none(row["announced_on"]),
        date.fromisoformat(row["on_date"]),
        json.loads(row["counts"]),
        row["rules"],
        moment(row["at"]),
        row["by"],
    )
