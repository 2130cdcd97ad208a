"""Art. 8.2, 11.1: the secret values of a dossier beside the mandate of a request: which go along, which do not."""

from collections.abc import Collection
from uuid import UUID

from msgspec import Struct

from wkc.errors.rights import MandateNamesNoSecret
from wkc.procedures.core.action import Action
from wkc.procedures.core.session import Session
from wkc.procedures.disclosure.consent import read_releases
from wkc.procedures.requests.request import step
from wkc.records.document import Document
from wkc.records.dossier import Entry
from wkc.records.request import Request
from wkc.rules.disclosure.secrecy import is_secret
from wkc.rules.dossier.field import BY_CODE, CATEGORIES
from wkc.rules.dossier.mandate import list_outside_reach
from wkc.rules.requests.request import COPIES
from wkc.rules.requests.secret_reach import Item, SecretReach, sort_secrets
from wkc.store.document import document as documents
from wkc.store.dossier import entry as entries


class SecretPart(Struct, frozen=True):
    """A value or a paper under a duty of secrecy: its number and category, and the words for it.

    `goes` tells that it goes along in a copy under the mandate, `to` is who gets it.
    """

    number: int
    is_document: bool
    category: int
    label: str
    goes: bool
    to: str


def read_reach(action: Action, request: Request) -> SecretReach:
    """Sort the secret values and papers of the client of a request by whether its mandate reaches them.

    A duty that was lifted for everybody binds no more.
    """
    client, mandate = request.client, request.mandate
    if client is None or mandate is None:
        return SecretReach()
    items: tuple[Item, ...] = (
        *entries.of_client(action.store, client, BY_CODE),
        *documents.of_client(action.store, client, BY_CODE),
    )
    outside = list_outside_reach(mandate, CATEGORIES)
    releases = read_releases(action, client)
    marked = frozenset(one.uuid for one in items if is_secret(one, releases, action.today))
    return sort_secrets(mandate, items, marked, outside)


def list_unreached(action: Action, request: Request) -> tuple[tuple[int, UUID], ...]:
    """Give what a copy under the mandate of a request is without beside whole categories: each with its category."""
    parts = read_reach(action, request).unreached
    return tuple((one.field.category, one.uuid) for one in parts if one.field is not None)


def check(action: Action, request: Request, omitted: Collection[int], left_out: Collection[UUID | None]) -> None:
    """Refuse to grant a copy with a secret value that the mandate does not name; errors.MandateNamesNoSecret."""
    unreached = [
        one.field.label
        for one in read_reach(action, request).unreached
        if one.field is not None and one.field.category not in omitted and one.uuid not in left_out
    ]
    if unreached:
        action.mark_refused("buiten_bevoegdheid")
        raise MandateNamesNoSecret(parts=", ".join(dict.fromkeys(unreached)))


def list_parts(action: Action, request: Request) -> tuple[SecretPart, ...]:
    """Give the secret values and papers beside the mandate of a request for a copy, but for those that were left out.

    A request without a mandate, or for something else than a copy, has none.
    """
    if request.client is None or request.mandate is None or request.kind not in COPIES:
        return ()
    left_out = set(request.ruling.left_out) if request.ruling else set()
    reach = read_reach(action, request)
    within = tuple(
        one
        for one in reach.within
        if one.field is not None and not {(one.field.category, None), (one.field.category, one.uuid)} & left_out
    )
    return _name(SecretReach(within, reach.unreached), request.mandate.name)


def examine(session: Session, number: str) -> tuple[SecretPart, ...]:
    """Give the secret values beside the mandate of a request before it is decided on."""
    with step(session, "request.weigh", number) as taken:
        return list_parts(taken.action, taken.request)


def _name(reach: SecretReach, to: str) -> tuple[SecretPart, ...]:
    return tuple(
        SecretPart(
            one.number,
            isinstance(one, Document),
            one.field.category,
            one.field.label,
            goes,
            to,
        )
        for goes, part in ((True, reach.within), (False, reach.unreached))
        for one in sorted(part, key=_place)
        if one.field is not None
    )


def _place(one: Entry | Document) -> tuple[bool, int]:
    return isinstance(one, Document), one.number
