"""People who were erased at their own request, as keyed digests, and clients who are on file again (art. 12.1)."""

from collections.abc import Iterator
from datetime import date

from wkc.records.dossier import Client
from wkc.store.queries import queries
from wkc.store.store import Store

_Q = queries("retention/erased")


def key(store: Store) -> bytes | None:
    """Give the key of the digests, 32 octets; None while nobody was erased."""
    row = store.one(_Q.key)
    return None if row is None else row["key"]


def put_key(store: Store, made: bytes) -> None:
    """Keep the key of the digests."""
    store.insert(_Q.put_key, key=made)


def add(store: Store, digest: bytes, on: date) -> None:
    """Keep a digest of somebody who was erased on a day."""
    store.run(_Q.add, digest=digest, on_date=on.isoformat())


def find(store: Store, digest: bytes) -> date | None:
    """Give the day on which somebody with this digest was erased."""
    row = store.one(_Q.find, digest=digest)
    return None if row is None else date.fromisoformat(row["on_date"])


def forget(store: Store, before: date) -> int:
    """Forget the digests of before a day, and give how many there were."""
    return store.run(_Q.forget, before=before.isoformat())


def relist(store: Store, client: Client, erased_on: date, since: date) -> None:
    """Write down that somebody who was erased is on file again."""
    store.insert(_Q.relist, client=client.id, erased_on=erased_on.isoformat(), since_on=since.isoformat())


def waiting(store: Store) -> Iterator[tuple[date, str]]:
    """Give the clients on file again that the beheerder is to look at: since when, and the dossier number."""
    for row in store.all(_Q.waiting):
        yield date.fromisoformat(row["since_on"]), row["client_number"]


def accept(store: Store, client: Client, on: date, by: str) -> bool:
    """Write down that a dossier may stay; False when nothing waits for that."""
    return store.run(_Q.accept, client=client.id, on_date=on.isoformat(), by=by) > 0
