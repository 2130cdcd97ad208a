"""Art. 11.4 and 12.3: a decision on a request as it is typed, read into the values that the rules judge."""

from collections.abc import Sequence
from uuid import UUID

from msgspec import Struct

from wkc.errors.paper_form import FormStays
from wkc.errors.request import CategoryUnknown
from wkc.errors.rights import EntryUnknown
from wkc.procedures.core.action import Action
from wkc.procedures.disclosure.consent import parse_purpose
from wkc.procedures.document.listing import find_document
from wkc.procedures.dossier.client import load
from wkc.procedures.dossier.party import KINDS, by_name
from wkc.procedures.io import codes
from wkc.procedures.requests import secret_reach
from wkc.records.dossier import Client
from wkc.records.request import Decision, Request
from wkc.rules.dossier.field import CATEGORIES
from wkc.rules.dossier.mandate import list_outside_reach
from wkc.rules.requests.refusal import REFUSALS
from wkc.rules.requests.request import COPIES
from wkc.store.requests.objection import NewObjection

OmittedEntries = tuple[tuple[int, UUID | None], ...]
"""Parts that a copy is without: a category of annex I with one entry of it, or with None for all of them."""


class DecisionInput(Struct, frozen=True):
    """A decision as it is typed: `code` is the ground of what is refused.

    `omit` are the categories that a partial copy is without, `omit_entries` and `omit_documents` single ones by their
    number; `grant` are the proposals that a partial correction grants. `bar_purposes`, `bar_recipients` (parties by
    name) and `bar_kinds` (of recipient) are the uses that a granted bezwaar or beperking ends; none of them is every
    use.
    """

    decision: str
    code: str | None
    omit: Sequence[int] = ()
    omit_entries: Sequence[int] = ()
    grant: Sequence[int] = ()
    bar_purposes: Sequence[str] = ()
    bar_recipients: Sequence[str] = ()
    bar_kinds: Sequence[str] = ()
    omit_documents: Sequence[int] = ()


class NewDecision(Struct, frozen=True):
    """A decision that was read: `omitted` are whole categories, `left_out` these and single entries or papers."""

    decision: Decision
    code: str | None
    omitted: frozenset[int]
    left_out: OmittedEntries
    granted: frozenset[int]
    bars: tuple[NewObjection, ...]


def read_decision(action: Action, request: Request, typed: DecisionInput) -> NewDecision:
    """Read a decision on a request; errors.CategoryUnknown, EntryUnknown, KindUnknown, PartyUnknown.

    A copy in part for want of a mandate is without all that the mandate does not reach, secret values that it does not
    name among it, where nothing else is named.
    """
    client = request.client
    decision = Decision(codes.parse_code(typed.decision, Decision))
    code = None if typed.code is None else codes.parse_code(typed.code, REFUSALS)
    named = (*typed.omit, *typed.omit_entries, *typed.omit_documents)
    is_by_mandate = decision is Decision.DEELS and code == "machtiging" and request.kind in COPIES and not named
    omitted = frozenset(
        list_outside_reach(request.mandate, CATEGORIES) if is_by_mandate and request.mandate else typed.omit
    )
    unreached = secret_reach.list_unreached(action, request) if is_by_mandate else ()
    return NewDecision(
        omitted=omitted,
        left_out=(
            *_list_left_out(action, client, omitted, frozenset(typed.omit_entries)),
            *_list_left_out_documents(action, client, omitted, sorted(set(typed.omit_documents))),
            *unreached,
        ),
        granted=frozenset(typed.grant),
        decision=decision,
        code=code,
        bars=(
            *(NewObjection(party_kind=codes.parse_code(kind, KINDS)) for kind in typed.bar_kinds),
            *(NewObjection(purpose=parse_purpose(code)) for code in typed.bar_purposes),
            *(NewObjection(party=by_name(action, name)) for name in typed.bar_recipients),
        ),
    )


def _list_left_out(
    action: Action, client: Client | None, omitted: frozenset[int], numbers: frozenset[int]
) -> OmittedEntries:
    """Give the categories and the entries that a copy is to be without; an entry may be a former value."""
    if not omitted <= CATEGORIES.keys():
        raise CategoryUnknown
    by_number = {entry.number: entry for entry in load(action, client).entries} if client and numbers else {}
    if not numbers <= by_number.keys():
        raise EntryUnknown
    named = [by_number[number] for number in sorted(numbers)]
    whole = [(number, None) for number in sorted(omitted)]
    return (*whole, *((one.field.category, one.uuid) for one in named if one.field.category not in omitted))


def _list_left_out_documents(
    action: Action, client: Client | None, omitted: frozenset[int], numbers: Sequence[int]
) -> OmittedEntries:
    """Give the documents left out one by one; errors.DocumentUnknown, FormStays."""
    if client is None:
        return ()
    listed = tuple(find_document(action, client, number) for number in numbers)
    categories = [(one.field.category, one.uuid) for one in listed if one.field is not None]
    if len(categories) < len(listed):
        raise FormStays
    return tuple((category, uuid) for category, uuid in categories if category not in omitted)
