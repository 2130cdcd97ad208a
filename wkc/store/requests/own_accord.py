"""Corrections and destructions of the office's own accord (AVG 5.1): each on file as a request that nobody made."""

from datetime import date, datetime
from typing import NamedTuple

from wkc.records.dossier import Client
from wkc.records.request import Decision, Request, Requester, RequestKind
from wkc.store.queries import queries
from wkc.store.requests import request as requests
from wkc.store.store import Store, day_or_none, stamp

_Q = queries("requests/own_accord")


def begin(store: Store, client: Client, kind: RequestKind, reasons: str, on: date, at: datetime, by: str) -> str:
    """Write down under the next number of the year what the beheerder decides on a day, and give that number."""
    uuid, number = store.new_uuid(), requests.next_number(store, on.year)
    store.insert(
        _Q.begin,
        uuid=uuid.bytes,
        number=number,
        client=client.id,
        kind=kind,
        on_date=on.isoformat(),
        requester=Requester.BEHEERDER,
        decision=Decision.TOEGEWEZEN,
        sealed_reasons=store.seal(reasons, client.uuid, uuid, requests.REASONS),
        at=stamp(at),
        by=by,
    )
    return number


class TakenUp(NamedTuple):
    """A removal of the office's own accord that does what was refused before: its number, its day, its withdrawal."""

    number: str
    on: date
    withdrawn_on: date | None


def list_taken_up(store: Store, refused: Request) -> tuple[TakenUp, ...]:
    """Give what the office began of its own accord since, to remove what a refused removal asked for; oldest first."""
    if refused.client is None:
        return ()
    rows = store.all(_Q.taken_up, client=refused.client.id, id=refused.id)
    return tuple(
        TakenUp(row["number"], date.fromisoformat(row["received_on"]), day_or_none(row["withdrawn_on"])) for row in rows
    )
