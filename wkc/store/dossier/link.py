"""Links: two dossiers of one person become one, and two again (art. 4.2 and 11.1).

The rows of the one go to the other and stay as they are, uuid, times and seals; the number that they came from leads
to it. What belongs to a dossier as such (its notice, death, announcement) stays where it is.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from wkc.records.dossier import Client
from wkc.records.link import Link, LinkFacts
from wkc.store.dossier import client as clients
from wkc.store.dossier import coverage
from wkc.store.dossier import entry as entries
from wkc.store.queries import queries
from wkc.store.store import Store, moment, stamp

_Q = queries("dossier/link")

MOVES = (
    _Q.move_entry,
    _Q.move_assignment,
    _Q.move_contact,
    _Q.move_appointment,
    _Q.move_mandate,
    _Q.move_consent,
    _Q.move_release,
    _Q.move_disclosure,
    _Q.move_report,
    _Q.move_break_glass,
    _Q.move_request,
    _Q.move_letter,
    _Q.move_correction,
    _Q.move_dissent,
    _Q.move_mistake,
    _Q.move_hold,
    _Q.move_objection,
    _Q.move_supplied,
    _Q.move_document,
    _Q.move_form,
    _Q.move_disclosure_step,
    _Q.move_disclosure_entry,
    _Q.move_correction_told,
)
"""The statements that take the noted rows, and what hangs on them, to a client."""


def of_client(store: Store, client: Client) -> Link | None:
    """Give the dossier that one leads to; None for one that leads nowhere."""
    row = store.one(_Q.of_client, client=client.id)
    return None if row is None else Link(client, clients.of_row(row), moment(row["linked_at"]), row["ahead"])


def list_joined(store: Store, client: Client) -> tuple[Client, ...]:
    """Give the dossiers that lead to one, in the order in which they came."""
    return tuple(map(clients.of_row, store.all(_Q.joined, client=client.id)))


def by_own_number(store: Store, number: str) -> Client | None:
    """Give the dossier that has a number, also when it leads to another."""
    row = store.one(_Q.by_own_number, number=number)
    return None if row is None else clients.of_row(row)


def make(store: Store, client: Client, into: Client, at: datetime, by: str) -> None:
    """Let one dossier lead to another, and take its rows there."""
    store.run(_Q.note_rows, client=client.id)
    store.run(_Q.add, client=client.id, into=into.id, at=stamp(at), by=by)
    _move(store, client, into)


def end_entries(store: Store, link: Client, uuids: Iterable[UUID], at: datetime, by: str) -> None:
    """End values because the other dossier has the field too; noted, to come back when the link is undone."""
    for uuid in uuids:
        store.run(_Q.end_entry, client=link.id, entry=uuid.bytes, at=stamp(at), by=by)
        store.run(_Q.note_end, entry=uuid.bytes, client=link.id)


def undo(store: Store, link: Link) -> None:
    """Take the rows of a link back, and let its number be its own again."""
    _move(store, link.client, link.client)
    store.run(_Q.reopen, client=link.client.id)
    for sql in (_Q.drop_rows, _Q.drop_ends, _Q.drop):
        store.run(sql, client=link.client.id)
    _make_keys_anew(store, link.client, link.into)
    store.look_for_links()


def new_since(store: Store, link: Link) -> tuple[str, ...]:
    """Give the nouns of rows recorded in the linked dossier since: they are of neither of the two alone."""
    rows = store.all(_Q.new_since, client=link.into.id, link=link.client.id, since=stamp(link.at))
    return tuple(row["noun"] for row in rows)


def facts(store: Store, client: Client) -> LinkFacts:
    """Give the facts that a link of one dossier is judged by."""
    row = store.one(_Q.facts, client=client.id)
    leads, died, untold, returned = (bool(row[name]) for name in ("leads", "died", "untold", "returned"))
    bsn = next(iter(entries.current(store, client, "burgerservicenummer")), None)
    return LinkFacts(leads, died, untold, returned, coverage.is_reduced(store, client.uuid), bsn)


def counts(store: Store, client: Client) -> dict[str, int]:
    """Give how many rows a dossier has, by noun, of those that there are."""
    return {row["noun"]: row["amount"] for row in store.all(_Q.counts, client=client.id) if row["amount"]}


def put_coach(store: Store, client: Client, coach: str | None) -> None:
    """Give a dossier that leads nowhere any more its coach again."""
    store.run(_Q.put_coach, client=client.id, coach=coach)


def _make_keys_anew(store: Store, client: Client, into: Client) -> None:
    """Let the search keys of both dossiers be made when a search needs them."""
    for sql in (_Q.drop_search_keys, _Q.search_keys_due):
        store.run(sql, client=client.id, into=into.id)


def _move(store: Store, link: Client, into: Client) -> None:
    for sql in MOVES:
        store.run(sql, into=into.id, link=link.id)
    _make_keys_anew(store, link, into)
    store.look_for_links()
