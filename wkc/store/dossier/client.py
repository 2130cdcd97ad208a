"""Clients: geregistreerden, their numbers, and the ways to find them."""

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from msgspec import Struct

from wkc.records.dossier import Client
from wkc.store.queries import queries
from wkc.store.store import Store, stamp

_Q = queries("dossier/client")


class Window(NamedTuple):
    """A part of a list: at most so many, past so many, of one coach's caseload or of all."""

    most: int
    skip: int = 0
    coach: str | None = None


def add(store: Store, registered_on: date, coach: str | None, counted_on: date, at: datetime, by: str) -> Client:
    """Add a client under the next number of the year of entry; the five years are counted from a day."""
    uuid = store.new_uuid()
    number = f"{registered_on.year}-{store.one(_Q.next_number, year=registered_on.year)['last']:04d}"
    row = store.insert(
        _Q.add,
        uuid=uuid.bytes,
        number=number,
        registered_on=registered_on.isoformat(),
        coach=coach,
        at=stamp(at),
        by=by,
        counted_on=counted_on.isoformat(),
    )
    return Client(row, uuid, number, registered_on, coach)


class NameKeys(Struct, frozen=True):
    """The keys that a name is looked up by, the best first, and the words that none of them begins with."""

    ways: tuple[str, ...]
    words: tuple[str, ...] = ()


def put_name(store: Store, client: Client, keys: NameKeys, *, is_new: bool = False) -> None:
    """Write the keys that a client is found by, in the place of earlier ones; a new client has none."""
    if not is_new:
        store.run(_Q.drop_keys, client=client.id)
        store.run(_Q.drop_words, client=client.id)
    store.run_many(_Q.add_key, ((key, client.id, way) for way, key in enumerate(keys.ways)))
    for word in keys.words:
        store.run(_Q.add_word, word=word, client=client.id)


def by_number(store: Store, number: str) -> Client | None:
    """Give the client with this dossier number."""
    row = store.one(_Q.by_number, number=number)
    return None if row is None else of_row(row)


def by_normal(store: Store, field: str, normal: str, window: Window) -> tuple[Client, ...]:
    """Give the clients of whom a current value has this normal form."""
    return tuple(map(of_row, store.all(_Q.by_normal, field=field, normal=normal, **window._asdict())))


def by_name(store: Store, key: str, window: Window) -> tuple[Client, ...]:
    """Give the clients whose name begins with a key, in order of name."""
    return tuple(map(of_row, store.all(_Q.by_name, key=key, **window._asdict())))


def by_word(store: Store, low: str, high: str, window: Window) -> tuple[Client, ...]:
    """Give the clients of whom a word of the name, or a key of it, is at least `low` and less than `high`."""
    return tuple(map(of_row, store.all(_Q.by_word, low=low, high=high, **window._asdict())))


def list_ranges_with_words(store: Store, ranges: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Give those ranges, in their order, in which a word of anybody's name lies: hundreds in one statement."""
    return [ranges[row["place"]] for row in store.all(_Q.ranges_with_words, ranges=json.dumps(ranges))]


def shared_births(store: Store) -> tuple[str, ...]:
    """Give the dates of birth that more clients than one have."""
    return tuple(row["born"] for row in store.all(_Q.shared_births))


def by_birth(store: Store, normal: str, window: Window) -> Iterator[tuple[Client, str]]:
    """Give the clients with this index form of a date of birth, each with the first key of its name."""
    for row in store.all(_Q.by_birth, normal=normal, **window._asdict()):
        yield of_row(row), row["name_key"]


def page(store: Store, window: Window) -> tuple[Client, ...]:
    """Give clients in the order in which they came."""
    if window.coach is None:
        return tuple(map(of_row, store.all(_Q.page, most=window.most, skip=window.skip)))
    return tuple(map(of_row, store.all(_Q.caseload, **window._asdict())))


def caseload(store: Store, coach: str) -> tuple[Client, ...]:
    """Give all clients of one coach."""
    return page(store, Window(-1, 0, coach))


def list_without_coach(store: Store) -> tuple[Client, ...]:
    """Give the clients whom no coach keeps."""
    return tuple(map(of_row, store.all(_Q.without_coach)))


def count(store: Store) -> int:
    """Count the clients."""
    number: int = store.one(_Q.count)["clients"]
    return number


def count_caseload(store: Store, coach: str) -> int:
    """Count the clients of one coach."""
    return int(store.one(_Q.count_caseload, coach=coach)["clients"])


def assign(store: Store, client: Client, coach: str) -> None:
    """Give a client another coach."""
    store.run(_Q.assign, client=client.id, coach=coach)


def of_row(row: Any) -> Client:
    """Make a client of the five columns that every query names alike: `client_id` to `coach`."""
    uuid, registered_on = UUID(bytes=row["client_uuid"]), date.fromisoformat(row["registered_on"])
    return Client(row["client_id"], uuid, row["client_number"], registered_on, row["coach"])
