"""The day from which the five years of art. 10 are counted, and the announcement of a destruction."""

from collections.abc import Iterator
from datetime import date, datetime

from wkc.records.dossier import Client
from wkc.records.retention import Announce, Announcement, TermFacts
from wkc.store.dossier import client as clients
from wkc.store.queries import queries
from wkc.store.store import Store, day_or_none, stamp

_Q = queries("retention/retention")


def erase_from(store: Store, client: Client, erased_on: date, counted_on: date) -> None:
    """Write down the day of a granted erasure, and the day that the list of what falls due goes by."""
    store.run(_Q.erase_from, client=client.id, erasure_on=erased_on.isoformat(), counted_on=counted_on.isoformat())


def erased_on(store: Store, client: Client) -> date | None:
    """Give the day on which a granted erasure left what a duty keeps; None without one."""
    return day_or_none(store.one(_Q.erased_on, client=client.id)["erasure_on"])


def count_from(store: Store, client: Client, day: date) -> None:
    """Write down the day that the five years are counted from; a later one takes back what was announced."""
    before, counted = store.one(_Q.counted_on, client=client.id)["counted_on"], day.isoformat()
    if counted > before:
        store.run(_Q.take_back, client=client.id)
    if counted != before:
        store.run(_Q.count_from, client=client.id, counted_on=counted)


def counted_on(store: Store, client: Client) -> date:
    """Give the day that the five years are counted from."""
    return date.fromisoformat(store.one(_Q.counted_on, client=client.id)["counted_on"])


def counted_before(store: Store, day: date, most: int = -1, skip: int = 0) -> Iterator[Client]:
    """Give clients of whom the five years are counted from before a day, the longest past first."""
    return map(clients.of_row, store.all(_Q.counted_before, day=day.isoformat(), most=most, skip=skip))


def counted_before_of(store: Store, day: date, coach: str) -> Iterator[Client]:
    """Give those of one coach's caseload."""
    return map(clients.of_row, store.all(_Q.counted_before_of, day=day.isoformat(), coach=coach))


def term_facts(store: Store, client: Client) -> TermFacts:
    """Give all that the term of a client is counted from."""
    row = store.one(_Q.term_days, client=client.id)
    return TermFacts(
        contacts(store, client),
        day_or_none(row["assigned_on"]),
        day_or_none(row["erasure_on"]),
        date.fromisoformat(row["counted_on"]),
        day_or_none(row["short_from"]),
    )


def contacts(store: Store, client: Client) -> tuple[tuple[date, str], ...]:
    """Give the days and kinds of the contacts that count, newest first."""
    return tuple((date.fromisoformat(row["on_date"]), row["kind"]) for row in store.all(_Q.contacts, client=client.id))


def fields(store: Store, client: Client) -> frozenset[str]:
    """Give the codes of the fields with a plain value or a document."""
    return frozenset(row["field"] for row in store.all(_Q.fields, client=client.id))


def announcement(store: Store, client: Client) -> Announcement | None:
    """Give the announced destruction of a client."""
    row = store.one(_Q.announcement, client=client.id)
    if row is None:
        return None
    return Announcement(*(date.fromisoformat(row[day]) for day in ("on_date", "since_on", "due_on")))


def announce(store: Store, client: Client, announcement: Announce, on: date, at: datetime, by: str) -> None:
    """Write down on which day a client was announced to go, and from when."""
    store.run(
        _Q.announce,
        uuid=store.new_uuid().bytes,
        client=client.id,
        on_date=on.isoformat(),
        since_on=announcement.since.isoformat(),
        due_on=announcement.due.isoformat(),
        at=stamp(at),
        by=by,
    )
