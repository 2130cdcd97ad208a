"""Mandates (art. 11.1 and 12.1): who acts for a client, and the sealed note of which document showed it."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from msgspec import Struct
from msgspec.structs import asdict

from wkc.records.address import PostalAddress
from wkc.records.dossier import Client
from wkc.records.rights import Mandate
from wkc.store.dossier import coverage
from wkc.store.queries import queries
from wkc.store.store import Store, day_or_none, moment, stamp

_Q = queries("dossier/mandate")
_FIELD = "mandate.document"


class NewMandate(Struct, frozen=True):
    """A mandate as it was shown.

    `seen_by` is a USER ID, None for whoever puts it on file. `categories` of annex I bound its reach, None does not.
    """

    kind: str
    name: str
    from_on: date
    until_on: date | None
    document: str
    seen_on: date
    seen_by: str | None
    categories: tuple[int, ...] | None = None
    address: PostalAddress | None = None


def add(store: Store, client: Client, mandate: NewMandate, at: datetime, by: str) -> None:
    """Put a mandate on file."""
    uuid = coverage.cover_row(store, client)
    store.insert(
        _Q.add,
        number=store.next_number("mandate"),
        uuid=uuid.bytes,
        client=client.id,
        kind=mandate.kind,
        name=mandate.name,
        from_on=mandate.from_on.isoformat(),
        until_on=None if mandate.until_on is None else mandate.until_on.isoformat(),
        sealed_document=store.seal(mandate.document, client.uuid, uuid, _FIELD),
        seen_on=mandate.seen_on.isoformat(),
        seen_by=mandate.seen_by or by,
        categories=None if mandate.categories is None else ",".join(map(str, mandate.categories)),
        **asdict(mandate.address or PostalAddress()),
        at=stamp(at),
        by=by,
    )


def of_client(store: Store, client: Client) -> tuple[Mandate, ...]:
    """Give the mandates of one client, in the order in which they were written down."""
    return tuple(_mandate(store, client, row) for row in store.all(_Q.of_client, client=client.id))


def put_address(store: Store, client: Client, mandate: Mandate, address: PostalAddress) -> None:
    """Put the address of who acts for a client on file in place of the one before."""
    coverage.note_change(store, client)
    store.run(_Q.put_address, client=client.id, uuid=mandate.uuid.bytes, **asdict(address))


def withdraw(store: Store, client: Client, mandate: Mandate, on: date, at: datetime, by: str) -> bool:
    """Let a mandate end on a day; False when it was withdrawn before."""
    coverage.note_change(store, client)
    changed = store.run(_Q.withdraw, client=client.id, uuid=mandate.uuid.bytes, on=on.isoformat(), at=stamp(at), by=by)
    return changed == 1


def _mandate(store: Store, client: Client, row: Any) -> Mandate:
    uuid = UUID(bytes=row["uuid"])
    return Mandate(
        row["id"],
        row["number"],
        uuid,
        row["kind"],
        row["name"],
        date.fromisoformat(row["from_on"]),
        day_or_none(row["until_on"]),
        store.open(row["sealed_document"], client.uuid, uuid, _FIELD),
        date.fromisoformat(row["seen_on"]),
        row["seen_by"],
        moment(row["recorded_at"]),
        row["recorded_by"],
        None if row["categories"] is None else tuple(map(int, row["categories"].split(","))),
        day_or_none(row["withdrawn_on"]),
        _address(row),
    )


def _address(row: Any) -> PostalAddress | None:
    kept = PostalAddress(row["address"], row["postcode"], row["place"])
    return kept if kept.lines else None
