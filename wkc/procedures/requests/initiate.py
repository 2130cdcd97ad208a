"""Art. 12.1, AVG 5.1: the beheerder corrects or removes of the office's own accord, as a request that nobody made.

It is decided as it begins, with its reasons; `correction apply` and `client destroy` carry it out as any other.
"""

from collections.abc import Sequence
from uuid import UUID

from wkc.errors.correction import NotOfOwnAccord
from wkc.errors.register import ValueRestricted
from wkc.errors.request import RequestUnknown
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.retention_blocks import list_restrictions_of_use
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.decided_value import refuse_overwrite
from wkc.procedures.dossier.search import the_client
from wkc.procedures.io import codes, fields
from wkc.procedures.requests.propose import ChangeContext, ProposalInput, ValueToType, check_change, name_proposed
from wkc.procedures.requests.request import load_answering
from wkc.records.document import Document
from wkc.records.dossier import Client, Entry
from wkc.records.request import Answering, Request, RequestKind
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.requests.correction import has_new_value
from wkc.rules.requests.own_accord import KINDS
from wkc.rules.retention.assess import list_kept
from wkc.store.document import document as documents
from wkc.store.dossier import entry as entries
from wkc.store.requests import correction as corrections
from wkc.store.requests import own_accord
from wkc.store.requests import request as requests
from wkc.store.requests.correction import NewProposal

ACTION = "correction.initiate"


def check_initiation(session: Session, number: str, kind: str, proposal: ProposalInput) -> ValueToType | None:
    """Judge one change before its value is asked for; give what to ask for, None where nothing is asked."""
    wanted = _parse_kind(kind)
    with act(session, ACTION) as action:
        action.details["step"] = "asked"
        says_what = has_new_value(wanted)
        client = the_client(action, number)
        change = _check(action, client, wanted, [proposal], to_value=says_what)[0]
        return name_proposed(action, client, change) if says_what else None


def initiate(session: Session, number: str, kind: str, proposals: Sequence[ProposalInput], reasons: str) -> Answering:
    """Decide to change or remove values without a request; `correction apply` is the next step."""
    wanted, words = _parse_kind(kind), fields.parse_reason(reasons)
    with act(session, ACTION) as action:
        client = the_client(action, number)
        changes = _check(action, client, wanted, proposals, to_value=None)
        request = begin(action, client, wanted, words)
        for change in changes:
            corrections.add(action.store, client, request, change, action.now, action.by)
        for made in corrections.of_request(action.store, request, BY_CODE):
            corrections.decide(action.store, made, granted=True)
        action.details |= {"request": request.number, "count": len(changes)}
        return load_answering(action, request.number)


def begin(action: Action, client: Client, kind: RequestKind, reasons: str) -> Request:
    """Write down what the office decides of its own accord, with its reasons, decided today."""
    number = own_accord.begin(action.store, client, kind, reasons, action.today, action.now, action.by)
    request = requests.by_number(action.store, number)
    if request is None:
        raise RequestUnknown
    return request


def _parse_kind(kind: str) -> RequestKind:
    return RequestKind(codes.parse_code(kind, KINDS))


def _check(
    action: Action, client: Client, kind: RequestKind, proposals: Sequence[ProposalInput], *, to_value: bool | None
) -> list[NewProposal]:
    """Check each change; what is contested or restricted waits for its request (AVG 18.2)."""
    if list_kept(list_restrictions_of_use(action.store, client), action.today):
        action.mark_refused("beperkt")
        raise ValueRestricted(article="AVG 18.2")
    on_file: dict[UUID, Entry | Document] = {one.uuid: one for one in entries.of_client(action.store, client, BY_CODE)}
    on_file |= {one.uuid: one for one in documents.of_client(action.store, client, BY_CODE)}
    changes: list[NewProposal] = []
    for proposal in proposals:
        if proposal.entry is None and proposal.document is None and not proposal.is_row_named:
            action.mark_refused("gegeven_ontbreekt")
            raise NotOfOwnAccord
        says_what = proposal.value is not None if to_value is None else to_value
        named = frozenset(change.entry for change in changes)
        change = check_change(action, ChangeContext(client, kind, named, says_what), proposal)
        refuse_overwrite(action, [on_file[change.entry]] if change.entry in on_file else [])
        changes.append(change)
    return changes
