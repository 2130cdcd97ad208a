"""Amendments of a request: who asks, and the days on which its letters went out."""

from datetime import date

from wkc.records.request import Request
from wkc.store.queries import queries
from wkc.store.requests.request import NAME
from wkc.store.store import Store

_Q = queries("requests/request_amendment")


def move_asked(store: Store, request: Request, on: date) -> None:
    """Write down that the letter that asks for proof went out on another day."""
    store.run(_Q.move_asked, id=request.id, on_date=on.isoformat())


def move_reminded(store: Store, request: Request, on: date) -> None:
    """Write down that the reminder went out on another day."""
    store.run(_Q.move_reminded, id=request.id, on_date=on.isoformat())


def move_extended(store: Store, request: Request, on: date) -> None:
    """Write down that the notice of extension went out on another day."""
    store.run(_Q.move_extended, id=request.id, on_date=on.isoformat())


def put_asker(store: Store, request: Request, lines: str) -> None:
    """Put the name and the address of who asks on file, in place of those before."""
    if request.client is None:
        store.run(_Q.put_name, id=request.id, sealed=store.seal(lines, request.subject, request.uuid, NAME))
    else:
        store.run(_Q.put_asker, id=request.id, asker=lines)
