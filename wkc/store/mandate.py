"""Mandates (art. 11.1 and 12.1): who acts for a client, and the sealed note of which document showed it."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from wkc.records import Client, Mandate
from wkc.store.queries import queries
from wkc.store.store import Store, day_or_none, moment, stamp

_Q = queries("mandate")
_FIELD = "mandate.document"


def add(
    store: Store,
    client: Client,
    who: tuple[str, str],
    period: tuple[date, date | None],
    seen: tuple[str, date, str],
    at: datetime,
    by: str,
) -> None:
    """Put a mandate on file: kind and name, from and until, and the document, when it was seen and by whom."""
    uuid = store.new_uuid(at)
    (kind, name), (from_on, until_on), (document, seen_on, seen_by) = who, period, seen
    store.insert(
        _Q.add,
        uuid=uuid.bytes,
        client=client.id,
        kind=kind,
        name=name,
        from_on=from_on.isoformat(),
        until_on=None if until_on is None else until_on.isoformat(),
        sealed_document=store.seal(document, client.uuid, uuid, _FIELD),
        seen_on=seen_on.isoformat(),
        seen_by=seen_by,
        at=stamp(at),
        by=by,
    )


def of_client(store: Store, client: Client) -> tuple[Mandate, ...]:
    """Give the mandates of one client, in the order in which they were written down."""
    return tuple(_mandate(store, client, row) for row in store.all(_Q.of_client, client=client.id))


def _mandate(store: Store, client: Client, row: Any) -> Mandate:
    identifier, number, raw, kind, name, from_on, until_on, sealed, seen_on, seen_by, at, by = row
    uuid = UUID(bytes=raw)
    return Mandate(
        identifier,
        number,
        uuid,
        kind,
        name,
        date.fromisoformat(from_on),
        day_or_none(until_on),
        store.open(sealed, client.uuid, uuid, _FIELD),
        date.fromisoformat(seen_on),
        seen_by,
        moment(at),
        by,
    )
