"""The sealed entries that holds of named categories keep (art. 10), also for who cannot open them.

A service account destroys the rest of a dossier and opens nothing: which entries a hold keeps is written down by who
knows their field, at the hold or at the entry, whichever is later.
"""

from collections.abc import Mapping
from contextlib import suppress
from uuid import UUID

from wkc.errors.vault import RegisterDamaged
from wkc.records.dossier import Client
from wkc.records.field import Field
from wkc.store.dossier import hold as holds
from wkc.store.dossier import sealed_entry
from wkc.store.queries import queries
from wkc.store.store import Store

_Q = queries("dossier/kept_entry")

OUTSIDE_HOLDS = 0
"""The stand-in for the category of a value that no hold keeps, for who cannot open it."""


def list_categories(store: Store, client: Client, fields: Mapping[str, Field]) -> dict[UUID, int]:
    """Give the category of each value of a sealed class, by uuid.

    For who cannot open one, and of one that opens for nobody: a category that the same holds keep as keep the value,
    OUTSIDE_HOLDS where none does. To what holds keep and what they do not, that is the same.
    """
    categories = {}
    for row in store.all(_Q.of_client, client=client.id):
        uuid, content = UUID(bytes=row["uuid"]), None
        with suppress(RegisterDamaged):
            content = sealed_entry.open_content(store, client, uuid, row, {})
        if content is None:
            categories[uuid] = _category_by_holds(store, client, row["id"])
        else:
            categories[uuid] = fields[content.field].category
    return categories


def keep_by_holds(store: Store, client: Client, uuid: UUID, category: int) -> None:
    """Write down which holds of a client keep a value that is recorded."""
    for row in store.all(_Q.holds, client=client.id):
        if category in holds.read_categories(row["categories"]):
            store.run(_Q.keep, hold=row["id"], client=client.id, uuid=uuid.bytes)


def keep_all(store: Store, client: Client, fields: Mapping[str, Field]) -> None:
    """Write down which values of the sealed classes each hold of a client keeps; by who can open them."""
    for uuid, category in list_categories(store, client, fields).items():
        keep_by_holds(store, client, uuid, category)


def _category_by_holds(store: Store, client: Client, entry: int) -> int:
    """Give a category of every hold that keeps an entry and of no other."""
    keeping, others = None, frozenset[int]()
    for row in store.all(_Q.keeps, client=client.id, entry=entry):
        categories = holds.read_categories(row["categories"])
        if row["keeps"]:
            keeping = categories if keeping is None else keeping & categories
        else:
            others |= categories
    return OUTSIDE_HOLDS if keeping is None else min(keeping - others or keeping)
