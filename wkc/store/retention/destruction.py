"""Deleting all that is held on a client, or all that no hold keeps, and the line that remains of it (art. 10)."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from wkc.records.dossier import Client
from wkc.records.retention import Destroyed
from wkc.store.dossier import client as clients
from wkc.store.dossier import hold as holds
from wkc.store.queries import queries
from wkc.store.store import Store, day_or_none, moment, stamp

_Q = queries("retention/destruction")

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

TOGETHER = 250
"""Clients whose rows one statement deletes."""

BETWEEN_CLIENTS = frozenset({"request", "two_people", "link"})
"""The nouns of which a row can lead to another client or to a row of one: all of them go in one statement."""


def by_uuid(store: Store, uuid: UUID) -> Client | None:
    """Give the client that a line of the ledger names, if it is still there."""
    row = store.one(_Q.by_uuid, uuid=uuid.bytes)
    return None if row is None else clients.of_row(row)


def has_more(store: Store, client: Client) -> bool:
    """Tell whether a client has rows besides entries, holds and an announcement."""
    return bool(store.one(_Q.more, client=client.id)["more"])


def delete_clients(store: Store, going: Sequence[Client], on: date) -> list[dict[str, int]]:
    """Delete clients from every table, table by table; give how many rows of each went, by noun."""
    clients_ = _leave(store, going, (), on)
    store.run(_Q.dossiers_gone, clients=clients_["clients"], on_date=on.isoformat())
    return _delete(store, going, WHOLE, clients_)


def delete_rest(
    store: Store, client: Client, fields: Collection[str], sealed: Collection[UUID], on: date
) -> dict[str, int]:
    """Delete all of a client but its number, its holds, entries and documents of these fields, these sealed entries.

    Gives the number of rows that went, by noun. The announcement goes too: what a hold keeps is announced anew when its
    own end is near.
    """
    facts = _leave(store, (client,), fields, on) | {"sealed": json.dumps([uuid.hex.upper() for uuid in sealed])}
    _delete(store, (client,), (("announcement", _Q.announcement),), facts)
    (gone,) = _delete(store, (client,), (*DOCUMENTS, *BESIDES, ("entry", _Q.rest_entries)), facts)
    return gone


def write_down(store: Store, destroyed: Destroyed) -> None:
    """Keep the line that remains of a destruction."""
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
    return tuple(map(_make_destroyed, store.all(_Q.of_run, run=run.bytes)))


def last_run(store: Store) -> UUID | None:
    """Give the last run that destroyed anything."""
    row = store.one(_Q.last_run)
    return None if row is None else UUID(bytes=row["run"])


def _leave(store: Store, going: Iterable[Client], fields: Collection[str], on: date) -> dict[str, str]:
    """Write down the facts that the figures of the year are made from, and the places of papers.

    Gives the clients and the kept fields as the statements want them, in JSON.
    """
    facts = {"clients": json.dumps([client.id for client in going]), "fields": json.dumps(sorted(fields))}
    store.run(_Q.papers_left, **facts, on_date=on.isoformat())
    store.run(_Q.requests_remain, **facts)
    store.run(_Q.disclosures_remain, **facts)
    store.run(_Q.breaches_remain, **facts)
    return facts


def _delete(
    store: Store, going: Sequence[Client], tables: Iterable[tuple[str, str]], facts: dict[str, str]
) -> list[dict[str, int]]:
    """Delete from one table after the other, so that each page is changed once; count by client, noun.

    Clients whose rows lie together go in one statement: of what that changes SQLite keeps a copy in memory until it
    ends, and of all at once that would be most of the table.
    """
    gone: dict[int, dict[str, int]] = {client.id: {} for client in going}
    in_order = sorted(gone)
    ranges = [json.dumps(in_order[start : start + TOGETHER]) for start in range(0, len(in_order), TOGETHER)]
    for noun, sql in tables:
        for clients_ in [facts["clients"]] if noun in BETWEEN_CLIENTS else ranges:
            rows = store.all(sql, **{**facts, "clients": clients_})
            for client, count in Counter(row["client"] for row in rows).items():
                gone[client][noun] = count
    return [gone[client.id] for client in going]


def _make_destroyed(row: Any) -> Destroyed:
    return Destroyed(
        UUID(bytes=row["uuid"]),
        UUID(bytes=row["run"]),
        holds.read_categories(row["kept"]),
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
