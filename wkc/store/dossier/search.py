"""The keys that somebody is found by, and the searches that were made for a request (art. 11.4; AVG 15)."""

from collections.abc import Iterable
from datetime import date, datetime

from wkc.records.dossier import Client
from wkc.records.request import Request
from wkc.records.search import Search
from wkc.store.dossier import client as clients
from wkc.store.queries import queries
from wkc.store.store import Store, stamp

_Q = queries("dossier/search")


def list_unkeyed(store: Store, most: int) -> tuple[Client, ...]:
    """Give so many of the clients whose keys are to be made."""
    return tuple(map(clients.of_row, store.all(_Q.unkeyed, most=most)))


def values(store: Store, client: Client) -> tuple[tuple[str, str], ...]:
    """Give each value, current and former, that a client is found by, with its field code."""
    return tuple((row["field"], row["value"]) for row in store.all(_Q.values, client=client.id))


def add(store: Store, client: Client, keys: Iterable[str]) -> None:
    """Write the keys of a client, which are made with that."""
    store.run(_Q.keyed, client=client.id)
    store.run_many(_Q.add, ((key, client.id) for key in keys))


def by_key(store: Store, first: str, last: str, coach: str | None) -> tuple[tuple[Client, str], ...]:
    """Give the clients with a key from `first` up to `last`, each with that key: everybody's, or one caseload's."""
    rows = store.all(_Q.by_key, first=first, last=last, coach=coach)
    return tuple((clients.of_row(row), row["key"]) for row in rows)


def by_town(store: Store, key: str, coach: str | None, most: int) -> tuple[Client, ...]:
    """Give so many of the clients with a key that begins so, in the order in which they came."""
    return tuple(map(clients.of_row, store.all(_Q.by_town, key=key, coach=coach, most=most)))


def of_client(store: Store, client: Client) -> frozenset[str]:
    """Give the keys of one client."""
    return frozenset(row["key"] for row in store.all(_Q.of_client, client=client.id))


def write_down(store: Store, request: Request, search: Search, at: datetime) -> None:
    """Keep that a search was made for a request, and what came of it."""
    store.insert(
        _Q.write_down,
        request=request.id,
        on_date=search.on.isoformat(),
        sought=",".join(search.sought),
        found=search.found,
        shown=search.shown,
        at=stamp(at),
        by=search.by,
    )


def of_request(store: Store, request: Request) -> tuple[Search, ...]:
    """Give the searches made for a request, oldest first."""
    return tuple(
        Search(
            date.fromisoformat(row["on_date"]),
            tuple(row["sought"].split(",")),
            row["found"],
            bool(row["shown"]),
            row["recorded_by"],
        )
        for row in store.all(_Q.of_request, request=request.id)
    )
