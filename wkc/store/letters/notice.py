"""Notices that clients have a right to (AVG 14): who is still to be notified, by which day."""

from collections.abc import Iterator
from datetime import date

from wkc.records.dossier import Client
from wkc.records.letter import Letter
from wkc.records.notice import Notice
from wkc.records.party import Party
from wkc.store.dossier import client as clients
from wkc.store.queries import queries
from wkc.store.store import Store, day_or_none

_Q = queries("letters/notice")


def add(store: Store, client: Client, since: date, due_on: date) -> None:
    """Schedule the notice to a new client."""
    store.insert(_Q.add, client=client.id, since_on=since.isoformat(), due_on=due_on.isoformat())


def of_client(store: Store, client: Client) -> Notice | None:
    """Give the notice of one client; None where only what a hold keeps is left of a dossier."""
    row = store.one(_Q.of_client, client=client.id)
    if row is None:
        return None
    days = date.fromisoformat(row["since_on"]), date.fromisoformat(row["due_on"])
    return Notice(client, *days, day_or_none(row["told_on"]), bool(row["by_letter"]), row["party"])


def add_again(store: Store, client: Client, party: Party, since: date, due_on: date) -> None:
    """Schedule another notice to a client who was notified, of what a party supplied; nothing while one is due."""
    days = {"since_on": since.isoformat(), "due_on": due_on.isoformat()}
    store.run(_Q.again, client=client.id, party=party.id, **days)


def put_due(store: Store, client: Client, due_on: date) -> None:
    """Set the day by which a client who is not notified yet must be."""
    store.run(_Q.put_due, client=client.id, due_on=due_on.isoformat())


def mark_notified(store: Store, client: Client, notified_on: date, letter: Letter | None, by: str) -> bool:
    """Write down that a client was notified; False when that was written down already."""
    letter_id = letter.id if letter else None
    return store.run(_Q.mark_notified, client=client.id, told_on=notified_on.isoformat(), letter=letter_id, by=by) > 0


def waiting(store: Store, coach: str | None) -> Iterator[Notice]:
    """Give the notices that are still due, soonest first."""
    for row in store.all(_Q.waiting, coach=coach):
        days = date.fromisoformat(row["since_on"]), date.fromisoformat(row["due_on"])
        yield Notice(clients.of_row(row), *days, None, by_letter=False)


def by_day(store: Store, coach: str | None, most: int) -> Iterator[tuple[date, int, str]]:
    """Give for each day how many notices are due by then, and the dossier number of the first; the soonest so many."""
    for row in store.all(_Q.by_day, coach=coach, most=most):
        yield date.fromisoformat(row["due_on"]), row["clients"], row["client_number"]
