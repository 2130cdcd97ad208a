"""Names beside the numbers of an answer: the clients that an action touched, for whoever may see them (art. 14.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wkc.records.field import FieldClass
from wkc.store.dossier import entry as entries

if TYPE_CHECKING:
    from wkc.procedures.core.action import Action
    from wkc.records.dossier import Client
    from wkc.store.store import Store

MOST = 40
"""Clients of one answer that are named: two pages of a list; a whole import is not read again."""


def name_of(store: Store, client: Client) -> str:
    """Give a client's name as one says it: voornamen, voorvoegsel, geslachtsnaam."""
    parts = (first_value(store, client, field) for field in ("voornamen", "voorvoegsel", "geslachtsnaam"))
    return " ".join(part for part in parts if part)


def first_value(store: Store, client: Client, field: str) -> str | None:
    """Give the first current value of a field that is not sealed."""
    return next(iter(entries.current(store, client, field)), None)


def names_of(action: Action) -> dict[str, str]:
    """Give the name and date of birth of each client that an action touched, by dossier number."""
    clients = action.touched_clients
    if len(clients) > MOST or not action.can_see(FieldClass.GEWOON):
        return {}
    named = (
        (client.number, name_of(action.store, client), first_value(action.store, client, "geboortedatum"))
        for client in clients
    )
    return {number: ", ".join(filter(None, (name, born))) for number, name, born in named if name}
