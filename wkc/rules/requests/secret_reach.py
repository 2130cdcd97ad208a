"""Art. 8.2, 11.1: a secret value goes to the representative of a client only where the mandate itself names it."""

from collections.abc import Collection, Iterable
from uuid import UUID

from msgspec import Struct

from wkc.records.document import Document
from wkc.records.dossier import Entry
from wkc.records.field import Field
from wkc.records.rights import Mandate
from wkc.rules.dossier.mandate import CALLED, KINDS

Item = Entry | Document
"""A value or a paper of a dossier."""


class SecretReach(Struct, frozen=True):
    """The secret values and papers of a dossier beside one mandate: those that it reaches, and those that it does not.

    `unreached` has the papers of such a value too; categories that are outside the mandate whole are in neither.
    """

    within: tuple[Item, ...] = ()
    unreached: tuple[Item, ...] = ()


def list_unnamed(mandate: Mandate) -> frozenset[int]:
    """Give the categories that belong to each mandate without its naming them: of name, address and town.

    A mandate for everything names them all; a kind that is for some matters, or a paper that names some, does not.
    """
    if mandate.categories is not None:
        return CALLED - frozenset(mandate.categories)
    return frozenset() if KINDS[mandate.kind].categories is None else CALLED


def sort_secrets(
    mandate: Mandate, items: Iterable[Item], marked: Collection[UUID], outside: Collection[int]
) -> SecretReach:
    """Sort what is under a duty of secrecy (`marked`) by whether a mandate reaches it.

    `outside` are the categories that the mandate does not reach at all. A paper about a field of which a value is not
    reached is not reached either.
    """
    every, unnamed = tuple(items), list_unnamed(mandate)
    secret = [one for one in every if one.field is not None and one.uuid in marked]
    fields = {one.field for one in secret if isinstance(one, Entry) and _is_in(one.field, unnamed)}
    unreached = tuple(
        one
        for one in every
        if (one.uuid in marked and _is_in(one.field, unnamed)) or (isinstance(one, Document) and one.field in fields)
    )
    without = unnamed | frozenset(outside)
    return SecretReach(tuple(one for one in secret if not _is_in(one.field, without)), unreached)


def _is_in(field: Field | None, categories: Collection[int]) -> bool:
    return field is not None and field.category in categories
