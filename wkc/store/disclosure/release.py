"""Releases (art. 8.2): by whom the secrecy of an entry or document was lifted, for whom, and from when no longer."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from wkc.records.document import Document
from wkc.records.dossier import Client, Entry
from wkc.records.field import Field
from wkc.records.party import Party
from wkc.records.rights import Mandate, NewRelease, Release
from wkc.store.disclosure import granting
from wkc.store.dossier import entry as entries
from wkc.store.dossier import mandate as mandates
from wkc.store.dossier import party as parties
from wkc.store.dossier import sealed_entry
from wkc.store.queries import queries
from wkc.store.store import Store

_Q = queries("disclosure/release")


def add(store: Store, client: Client, secret: Entry | Document, release: NewRelease, at: datetime, by: str) -> UUID:
    """Write down a release."""
    uuid = store.new_uuid()
    store.insert(
        _Q.add,
        number=store.next_number("release"),
        uuid=uuid.bytes,
        client=client.id,
        secret=secret.uuid.bytes,
        lifted_by=release.by,
        releaser=release.releaser.id if release.releaser else None,
        recipient=release.recipient.id if release.recipient else None,
        how=release.how,
        citation=release.citation,
        **granting.columns(release, at, by),
    )
    return uuid


def withdraw(store: Store, client: Client, release: UUID, on: date, at: datetime, by: str) -> bool:
    """Withdraw a release from a day on; False when there was none to withdraw."""
    return granting.withdraw(store, _Q.withdraw, client, release, on, at, by)


def move(store: Store, client: Client, old: UUID, new: UUID) -> None:
    """Move the releases of a value or a document to the one that takes its place."""
    store.run(_Q.move, client=client.id, old=old.bytes, new=new.bytes)


def remove(store: Store, client: Client, secret: UUID) -> None:
    """Remove the releases of a value or a document that goes."""
    store.run(_Q.remove, client=client.id, uuid=secret.bytes)


def of_client(store: Store, client: Client, fields: Mapping[str, Field]) -> tuple[Release, ...]:
    """Give the releases of one client, in the order in which they were written down, withdrawn ones too.

    Those of values of a sealed class only for a user who can open these; those of documents for everybody.
    """
    shown = {mandate.id: mandate for mandate in mandates.of_client(store, client)}
    known = {party.id: party for party in parties.every(store)}
    numbers = entries.numbers(store, client)
    rows = ((row, _field(store, client, row)) for row in store.all(_Q.of_client, client=client.id))
    return tuple(_release(row, fields[code], shown, known, numbers) for row, code in rows if code is not None)


def _field(store: Store, client: Client, row: Any) -> str | None:
    """Give the code of the field of the entry or document; None for a user who may not know it."""
    if row["sealed"] is None:
        return str(row["field"])
    content = sealed_entry.open_content(store, client, UUID(bytes=row["entry_uuid"]), row, {})
    return None if content is None else content.field


def _release(
    row: Any, field: Field, shown: dict[int, Mandate], known: dict[int, Party], numbers: dict[UUID, int]
) -> Release:
    entry = UUID(bytes=row["entry_uuid"])
    return Release(
        row["by"],
        known.get(row["releaser"]),
        known.get(row["recipient"]),
        row["how"],
        row["citation"],
        number=row["number"],
        uuid=UUID(bytes=row["uuid"]),
        entry=entry,
        entry_number=numbers[entry] if row["document_number"] is None else row["document_number"],
        field=field,
        is_document=row["document_number"] is not None,
        **granting.fields(row, shown),
    )
