"""Objections (AVG 21): the uses of a client's data that a granted objection bars."""

from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from wkc.records.dossier import Client
from wkc.records.objection import Objection
from wkc.records.party import Party
from wkc.records.request import Request
from wkc.store.dossier import party as parties
from wkc.store.queries import queries
from wkc.store.store import Store, stamp

_Q = queries("requests/objection")
_LIFTED = "objection.lifted"


class NewObjection(NamedTuple):
    """A bar before it is on file: at most one of a purpose, a recipient and a kind of recipient."""

    purpose: str | None = None
    party: Party | None = None
    party_kind: str | None = None


def add(store: Store, request: Request, bar: NewObjection, from_on: date, at: datetime, by: str) -> None:
    """Write down a use that a granted request bars; the request has a client."""
    store.insert(
        _Q.add,
        uuid=store.new_uuid().bytes,
        client=request.client.id if request.client else None,
        request=request.id,
        purpose=bar.purpose,
        party=bar.party.id if bar.party else None,
        party_kind=bar.party_kind,
        from_on=from_on.isoformat(),
        at=stamp(at),
        by=by,
    )


def of_client(store: Store, client: Client) -> tuple[Objection, ...]:
    """Give the uses that the objections of one client bar, in the order of writing down."""
    return tuple(map(_objection, store.all(_Q.of_client, client=client.id)))


def lift(store: Store, client: Client, objection: Objection, reasons: str, on: date, by: str) -> None:
    """End a bar, of which the client was notified on a day, for sealed reasons (AVG 18.3)."""
    sealed = store.seal(reasons, client.uuid, objection.uuid, _LIFTED)
    store.run(_Q.lift, uuid=objection.uuid.bytes, lifted_on=on.isoformat(), by=by, sealed=sealed)


def _objection(row: Any) -> Objection:
    return Objection(
        UUID(bytes=row["uuid"]),
        row["request_number"],
        row["request_kind"],
        row["purpose"],
        None if row["party_id"] is None else parties.of_row(row),
        row["barred_kind"],
        date.fromisoformat(row["from_on"]),
    )
