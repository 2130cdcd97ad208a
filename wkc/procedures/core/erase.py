"""Destroying a dossier, or all of it that no hold keeps (art. 10): named in the ledger first, then gone for good."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from wkc.errors.ledger import RemovalsUnproved
from wkc.procedures.core import erased_people, ledger
from wkc.procedures.core.clock import day
from wkc.procedures.core.retention_term import count_term
from wkc.records.dossier import Client
from wkc.records.ledger import LedgerLine, Removal, RemovalKind
from wkc.records.retention import Destroyed, RetentionFacts
from wkc.rules.dossier.field import BY_CODE, FIELDS
from wkc.rules.retention.assess import NAME, VERSION, counted_for
from wkc.store.core import ledger_name
from wkc.store.dossier import entry as entries
from wkc.store.dossier import hold as holds
from wkc.store.dossier import kept_entry
from wkc.store.dossier import link as links
from wkc.store.retention import destruction, retention
from wkc.store.store import Store

if TYPE_CHECKING:
    from wkc.procedures.core.action import Action
    from wkc.vault.files.home import Home

AT_REQUEST = "verzoek"
"""The reason of an erasure that the client asked for."""

MISTAKEN, EARLY = "vergissing", "eigen_beweging"
"""The reasons of an erasure that nobody asked for: it should not have been registered; it is not needed or unlawful."""

RESUMED = "hervat"
"""The reason of an erasure that the ledger named and the register lacked: a crash, or an older file put back."""


class EraseOrder(Struct, frozen=True):
    """The order to erase a client but for the kept categories: facts, reason, the day since nothing keeps it."""

    client: Client
    facts: RetentionFacts
    kept: frozenset[int]
    reason: str
    since: date | None


def destroy(action: Action, home: Home, orders: Sequence[EraseOrder], run: UUID) -> tuple[Destroyed, ...]:
    """Delete what is ordered, and name it in the ledger: the last thing before the action commits.

    What is on the disk there will be carried out, whatever happens after. The purge is the caller's.
    """
    store = action.store
    every = [replace(order, client=one) for order in orders for one in _list_with_joined(store, order.client)]
    gone = _delete(store, every, run, action.now, action.by)
    if gone:
        ledger.record_on_disk(action, home, [_make_removal(one) for one in gone], run)
    return gone


def resume(store: Store, line: LedgerLine, at: datetime) -> None:
    """Delete what a line of the ledger names, if it is still there (VAULT 7).

    errors.RemovalsUnproved where the acting user cannot tell what is kept of the sealed classes: the register lacks the
    hold, and its values do not open. A beheerder can.
    """
    client = destruction.by_uuid(store, ledger_name.uuid_of(store, line.removal.uuid))
    if client is not None:
        if line.removal.kind is RemovalKind.ERASURE:
            erased_people.remember(store, client, day(at))
        if not _knows_kept(store, client, frozenset(line.removal.kept)):
            raise RemovalsUnproved(line=line.n)
        facts = RetentionFacts(count_term(store, client), frozenset(), (), retention.announcement(store, client), 0)
        order = EraseOrder(client, facts, frozenset(line.removal.kept), RESUMED, None)
        _delete(store, (order,), line.run, at, line.user_id)


def _knows_kept(store: Store, client: Client, kept: frozenset[int]) -> bool:
    by_holds = frozenset[int]().union(*(hold.categories for hold in holds.of_client(store, client)))
    return kept <= by_holds | {NAME} or entries.closed_to(store, client) is None


def _list_with_joined(store: Store, client: Client) -> tuple[Client, ...]:
    """Give a client with the numbers that lead to it: an older backup has them as dossiers by themselves."""
    return (client, *links.list_joined(store, client))


def _delete(store: Store, orders: Sequence[EraseOrder], run: UUID, at: datetime, by: str) -> tuple[Destroyed, ...]:
    """Delete what is ordered: the whole dossiers together, and then one by one those of which a part is kept."""
    names = [ledger_name.name_of(store, order.client.uuid) for order in orders]
    whole = [order for order in orders if not order.kept]
    for order in whole:
        if order.reason == AT_REQUEST or retention.erased_on(store, order.client) is not None:
            erased_people.remember(store, order.client, day(at))
    counts = destruction.delete_clients(store, [order.client for order in whole], day(at)) if whole else []
    count_of = {order.client.id: count for order, count in zip(whole, counts, strict=True)}
    gone = []
    for order, name in zip(orders, names, strict=True):
        count = _delete_rest(store, order, at) if order.kept else count_of[order.client.id]
        gone.append(_make_destroyed(order, name, count, run, at, by))
        destruction.write_down(store, gone[-1])
    return tuple(gone)


def _delete_rest(store: Store, order: EraseOrder, at: datetime) -> dict[str, int]:
    """Delete of one dossier all that nothing keeps; give the rows by noun."""
    client, kept = order.client, order.kept
    fields = [field.code for field in FIELDS if field.category in kept]
    sealed = kept_entry.list_categories(store, client, BY_CODE)
    kept_sealed = [uuid for uuid, category in sealed.items() if category in kept]
    counts = destruction.delete_rest(store, client, fields, kept_sealed, day(at))
    if order.reason == AT_REQUEST and links.of_client(store, client) is None:
        retention.erase_from(store, client, day(at), counted_for(day(at)))
    return counts


def _make_destroyed(
    order: EraseOrder, name: UUID, counts: dict[str, int], run: UUID, at: datetime, by: str
) -> Destroyed:
    announced = order.facts.announcement
    return Destroyed(
        name,
        run,
        order.kept,
        order.reason,
        order.facts.term.last_on,
        order.since,
        announced.on if announced else None,
        day(at),
        counts,
        VERSION,
        at,
        by,
    )


def _make_removal(gone: Destroyed) -> Removal:
    whole = RemovalKind.ERASURE if gone.reason == AT_REQUEST else RemovalKind.DOSSIER
    return Removal(RemovalKind.REST if gone.kept else whole, gone.uuid, tuple(sorted(gone.kept)))
