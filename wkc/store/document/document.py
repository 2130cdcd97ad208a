"""The papers of clients (art. 14.1): described by a row, their content in sealed chunks or at a place on paper."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from wkc.records.document import Document, DocumentLook
from wkc.records.dossier import Client, Provenance
from wkc.records.field import Field
from wkc.store.disclosure import release as releases
from wkc.store.dossier import party as parties
from wkc.store.dossier.dissent import DISSENT
from wkc.store.queries import queries
from wkc.store.store import Store, day_or_none, moment, stamp

_Q = queries("document/document")
_TITLE, _PLACE, _KEY = "document.title", "document.place", "document.key"
_LARGEST = 2**63 - 1  # of SQLite's integers
_TAG = 16  # octets that the authentication of a chunk adds (RFC 8439)


class NewDocument(NamedTuple):
    """A document before it is written down: a file has its media type and size, paper its place and last day."""

    field: Field | None
    title: str
    provenance: Provenance
    media_type: str | None = None
    size: int | None = None
    place: str | None = None
    destroy_on: date | None = None
    form: int | None = None


def add(
    store: Store,
    client: Client,
    fields: Mapping[str, Field],
    document: NewDocument,
    chunks: Iterable[bytes],
    at: datetime,
    by: str,
) -> Document:
    """Write a document down with its content, sealed chunk by chunk as it is read; no chunks for paper."""
    uuid = store.new_uuid()
    key, sealed = (None, iter(())) if document.place else store.sealer.seal_content(chunks, client.uuid, uuid, _KEY)
    source = document.provenance
    row = store.insert(
        _Q.add,
        uuid=uuid.bytes,
        number=store.one(_Q.next_number)["last"],
        client=client.id,
        field=document.field and document.field.code,
        form=document.form,
        sealed_title=store.seal(document.title, client.uuid, uuid, _TITLE),
        media_type=document.media_type,
        size=document.size,
        sealed_key=key,
        sealed_place=store.seal(document.place, client.uuid, uuid, _PLACE),
        destroy_on=document.destroy_on and document.destroy_on.isoformat(),
        source=source.source,
        basis=source.basis,
        party=source.party and source.party.id,
        obtained_on=source.obtained_on.isoformat(),
        grondslag=source.grondslag,
        geheim=source.geheim,
        citation=source.citation,
        at=stamp(at),
        by=by,
    )
    store.run_many(_Q.add_chunk, ((row, number, chunk) for number, chunk in enumerate(sealed)))
    return _document(store, client, fields, store.one(_Q.identified, uuid=uuid.bytes))


def of_client(store: Store, client: Client, fields: Mapping[str, Field]) -> tuple[Document, ...]:
    """Give the documents of one client, in the order of writing down."""
    return tuple(_document(store, client, fields, row) for row in store.all(_Q.of_client, client=client.id))


def by_number(store: Store, client: Client, fields: Mapping[str, Field], number: int) -> Document | None:
    """Give the document of one client that has a number, if there is one."""
    row = store.one(_Q.numbered, client=client.id, number=number) if 0 < number <= _LARGEST else None
    return None if row is None else _document(store, client, fields, row)


def content(store: Store, client: Client, document: Document) -> Iterator[bytes]:
    """Give the content of a document chunk by chunk; errors.RegisterDamaged where it is not whole and its own."""
    key = store.one(_Q.key, id=document.id)["sealed_key"]
    sealed = (row["content"] for row in store.all(_Q.chunks, id=document.id))
    return store.sealer.open_content(key, sealed, store.sealed_for(client.uuid, document.uuid), document.uuid, _KEY)


def looks(store: Store, client: Client, document: Document) -> tuple[DocumentLook, ...]:
    """Give the times that a document was taken out of the register, newest first."""
    rows = store.all(_Q.looks, client=client.uuid.bytes, document=document.uuid.hex)
    return tuple(DocumentLook(moment(row["at"]), row["user_id"], row["purpose"]) for row in rows)


def list_broken(store: Store) -> tuple[str, ...]:
    """Give the dossier numbers, one for each document whose chunks are not all there."""
    return tuple(row["client_number"] for row in store.all(_Q.broken, tag=_TAG))


def papers_due(store: Store, last: date, coach: str | None) -> Iterator[tuple[str, date, int]]:
    """Give by client and day the papers at a place that must be destroyed by a day: of all, or of one caseload."""
    for row in store.all(_Q.paper_due, last=last.isoformat(), coach=coach):
        yield row["client_number"], date.fromisoformat(row["destroy_on"]), row["papers"]


def sum_size(store: Store, client: Client) -> int:
    """Give the octets of all documents of a client."""
    return int(store.one(_Q.sum_size, client=client.id)["octets"])


def destroy_paper(store: Store, client: Client, document: Document) -> None:
    """Forget a paper that was destroyed by hand, and the releases of its secrecy."""
    releases.remove(store, client, document.uuid)
    store.run(_Q.destroy_paper, id=document.id)


def mark(store: Store, client: Client) -> None:
    """Mark documents anew as contested or restricted, by the corrections that were asked for and applied."""
    store.run(_Q.mark, client=client.id)


def keep_secrecy(store: Store, new: UUID, secret: Provenance) -> None:
    """Copy a duty of secrecy to the document that takes the place of another."""
    store.run(_Q.keep_secrecy, uuid=new.bytes, geheim=secret.geheim, citation=secret.citation)


def _document(store: Store, client: Client, fields: Mapping[str, Field], row: Any) -> Document:
    uuid = UUID(bytes=row["uuid"])
    party = None if row["party_id"] is None else parties.of_row(row)
    statement = row["dissent_uuid"]
    return Document(
        row["id"],
        row["number"],
        uuid,
        None if row["field"] is None else fields[row["field"]],
        store.open(row["sealed_title"], client.uuid, uuid, _TITLE),
        Provenance(
            row["source"],
            row["basis"],
            party,
            date.fromisoformat(row["obtained_on"]),
            row["grondslag"],
            row["geheim"],
            row["citation"],
        ),
        moment(row["recorded_at"]),
        row["recorded_by"],
        row["media_type"],
        row["size"],
        store.open(row["sealed_place"], client.uuid, uuid, _PLACE),
        day_or_none(row["destroy_on"]),
        row["form_number"],
        bool(row["in_onderzoek"]),
        bool(row["beperkt"]),
        statement is not None,
        None if statement is None else store.open(row["dissent_text"], client.uuid, UUID(bytes=statement), DISSENT),
    )
