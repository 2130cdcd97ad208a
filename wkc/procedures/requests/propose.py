"""Art. 12: the changes that a request proposes, the decision on each, and the client's own words."""

from collections.abc import Collection, Sequence
from typing import NamedTuple
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from wkc.errors.correction import (
    CORRECTION_REFUSED,
    EntryOrField,
    NothingRefused,
    NothingRestricted,
    OneValueStands,
    ProposalsUnreadable,
    ProposalUnknown,
    ProposedAlready,
)
from wkc.errors.rights import EntryUnknown
from wkc.i18n import _
from wkc.procedures.core.action import Action
from wkc.procedures.core.session import Session
from wkc.procedures.dossier import record
from wkc.procedures.dossier.holding import check_holding
from wkc.procedures.io import codes, fields
from wkc.procedures.requests import objection, row_change
from wkc.procedures.requests.document_change import DocumentChangeInput, check_document
from wkc.procedures.requests.request import judge, step
from wkc.records.correction import ChangeFacts, Proposal
from wkc.records.dossier import Client, Entry
from wkc.records.field import Kind
from wkc.records.request import Answering, Decision, Request, RequestKind
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.requests import correction as rules
from wkc.rules.requests import request as steps
from wkc.sentences.mistake import NOUNS
from wkc.store.document import document as documents
from wkc.store.dossier import dissent as statements
from wkc.store.dossier import entry as entries
from wkc.store.requests import correction as corrections
from wkc.store.requests.correction import NewProposal

CLIENT = "geregistreerde"
"""The source of what a client has corrected (annex II)."""


class ProposalInput(Struct, frozen=True):
    """One proposal as typed; the names are the keys of `--from`. `entry` is a number on `wkc client show`.

    `noun` and `row` name what is no entry: the kind of row with its number on its list, of a letter its own number.
    `grondslag` is what allows a value of a sealed class to be kept, for an aanvulling. `document` is a number on `wkc
    document list`, and `replaced_by` that of the document which takes its place, for a verbetering.
    """

    entry: int | None = None
    field: str | None = None
    why: str | None = None
    value: str | None = None
    grondslag: str | None = None
    document: int | None = None
    replaced_by: int | None = None
    noun: str | None = None
    row: int | str | None = None

    @property
    def is_row_named(self) -> bool:
        """Tell whether it names what is neither an entry nor a document."""
        return self.noun is not None or self.row is not None


class ChangeContext(NamedTuple):
    """The client, kind and earlier changes (by entry) of one to check, and whether that has or gets a new value."""

    client: Client
    kind: RequestKind
    named: frozenset[UUID | None]
    to_value: bool


class ValueToType(NamedTuple):
    """The label of what a proposal changes, and the value that it has now, for who may see it."""

    label: str
    now: str | None = None


def read(content: str) -> tuple[ProposalInput, ...]:
    """Read proposals from JSON: one object, or a list of them."""
    import msgspec

    try:
        content_as_json = msgspec.json.decode(content)
        proposals = content_as_json if isinstance(content_as_json, list) else [content_as_json]
        if not proposals or not all(
            isinstance(one, dict) and one.keys() <= set(ProposalInput.__struct_fields__) for one in proposals
        ):
            raise ProposalsUnreadable(keys=", ".join(ProposalInput.__struct_fields__))
        return msgspec.convert(tuple(proposals), tuple[ProposalInput, ...])
    except msgspec.MsgspecError as error:
        raise ProposalsUnreadable(keys=", ".join(ProposalInput.__struct_fields__)) from error


def check_proposal(session: Session, request_number: str, proposal: ProposalInput) -> ValueToType | None:
    """Judge a proposal before its value is asked for; give what to ask for, None where nothing is asked."""
    with step(session, "correction.propose", request_number) as taken:
        taken.action.details["step"] = "asked"
        client = find_open_client(taken.action, taken.request)
        says_what = rules.has_new_value(taken.request.kind)
        proposed = _check_of_request(taken.action, client, taken.request, proposal, to_value=says_what)
        return name_proposed(taken.action, client, proposed) if says_what else None


def name_proposed(action: Action, client: Client, proposed: NewProposal) -> ValueToType | None:
    """Give what is changed, to ask what it should be; None for a document, which another replaces."""
    if proposed.is_document:
        return None
    if proposed.field is None:
        return ValueToType(_(NOUNS[proposed.noun].staff))
    every = entries.of_client(action.store, client, BY_CODE) if proposed.entry else ()
    now = next(
        (one.value for one in every if one.uuid == proposed.entry and action.can_see(one.field.field_class)), None
    )
    return ValueToType(proposed.field.label, now)


def propose(session: Session, request_number: str, proposals: Sequence[ProposalInput]) -> Answering:
    """Write down what a request asks to change; what it is about is contested from now on."""
    with step(session, "correction.propose", request_number) as taken:
        action, request = taken.action, taken.request
        client = find_open_client(action, request)
        for one in proposals:
            change = _check_of_request(action, client, request, one, to_value=one.value is not None)
            corrections.add(action.store, client, request, change, action.now, action.by)
        mark_anew(action, client)
        action.details["count"] = len(proposals)
        return taken.answering


def decide(action: Action, request: Request, decision: Decision, granted: Collection[int]) -> None:
    """Write down for each change that a request proposes whether it is granted; what is refused is not contested."""
    for proposal in corrections.of_request(action.store, request, BY_CODE):
        done = proposal.applied_at is not None  # decided anew because a duty keeps the rest
        yes = done or decision is Decision.TOEGEWEZEN or (decision is Decision.DEELS and proposal.number in granted)
        corrections.decide(action.store, proposal, granted=yes)
    mark(action, request)


def mark(action: Action, request: Request) -> None:
    """Mark anew what is contested and restricted of whom a request is about."""
    if request.client is not None:
        mark_anew(action, request.client)


def mark_anew(action: Action, client: Client) -> None:
    """Mark anew which values and documents of a client are contested and restricted."""
    entries.mark(action.store, client, BY_CODE)
    documents.mark(action.store, client)


def check_statement(session: Session, request_number: str, number: int | None) -> None:
    """Judge whether a client's own words can be kept, before they are asked for."""
    with step(session, "correction.statement", request_number) as taken:
        taken.action.details["step"] = "asked"
        _list_refused(taken.action, taken.request, number)


def add_statement(session: Session, request_number: str, number: int | None, words: str) -> Answering:
    """Keep what a client has to say with the entries and documents that were not changed, or with one of them."""
    statement = fields.parse_note(words)
    with step(session, "correction.statement", request_number) as taken:
        action, request = taken.action, taken.request
        for unchanged in _list_refused(action, request, number):
            statements.put(action.store, request, unchanged, statement, action.now, action.by)
        return taken.answering


def check_lifting(session: Session, request_number: str) -> None:
    """Judge whether a restriction can end, before its reasons are asked for."""
    with step(session, "correction.lift", request_number) as taken:
        taken.action.details["step"] = "asked"
        _list_restricted(taken.action, taken.request)


def lift(session: Session, request_number: str, notified: str, reasons: str) -> Answering:
    """End the restriction that a request led to; the client was notified first (AVG 18.3)."""
    reason = fields.parse_reason(reasons)
    with step(session, "correction.lift", request_number) as taken:
        action, request = taken.action, taken.request
        restrictions, notified_on = _list_restricted(action, request), taken.on(notified)
        for proposal in restrictions:
            corrections.lift(action.store, request, proposal, notified_on, reason, action.now, action.by)
        objection.lift(action, request, reason, notified_on)
        mark(action, request)
        return taken.answering


def find_open_client(action: Action, request: Request) -> Client:
    """Give the client of a request on which changes can be proposed."""
    judge(action, steps.judge_step(request, "stel_voor"), state=request.state)
    if request.kind not in rules.ARTICLES or request.client is None:
        action.mark_refused("geen_correctie")
        raise CORRECTION_REFUSED["geen_correctie"](article="art. 12.1")
    return request.client


def _check_of_request(
    action: Action, client: Client, request: Request, proposal: ProposalInput, *, to_value: bool
) -> NewProposal:
    """Check one proposal of a request, which names each entry once."""
    named = frozenset(one.entry for one in corrections.of_request(action.store, request, BY_CODE))
    return check_change(action, ChangeContext(client, request.kind, named, to_value), proposal)


def check_change(action: Action, context: ChangeContext, proposal: ProposalInput) -> NewProposal:
    """Check one change: what it is about, why, and to what."""
    client, kind, named, to_value = context
    is_named = [one is not None for one in (proposal.entry, proposal.field, proposal.document)]
    if sum((*is_named, proposal.is_row_named)) != 1:
        raise EntryOrField
    typed_why = proposal.why or ""
    why = codes.find_code(typed_why, rules.WHY[kind]) or codes.fold_word(typed_why)
    if proposal.document is not None:
        return check_document(
            action, client, kind, DocumentChangeInput(proposal.document, why, proposal.replaced_by), named
        )
    if proposal.is_row_named:
        typed = row_change.RowInput(proposal.noun, proposal.row, why, proposal.value)
        return row_change.check_row(action, client, kind, typed, named, to_value=to_value)
    return _check_value(action, context, replace(proposal, why=why))


def _check_value(action: Action, context: ChangeContext, proposal: ProposalInput) -> NewProposal:
    """Check a change of an entry, or of a field that gets one; the reason is a code already."""
    client, kind, named, to_value = context
    why = proposal.why or ""
    every = entries.of_client(action.store, client, BY_CODE)
    says_what = rules.has_new_value(kind)
    # A former value is not improved; it can be removed.
    entry = None if proposal.entry is None else _find_numbered(every, proposal.entry, former=not says_what)
    field = record.find_field(proposal.field or "") if entry is None else entry.field
    current = [one for one in every if one.field == field and one.closed_at is None]
    only = field.required and current == [entry]
    facts = ChangeFacts(kind, why, on_entry=entry is not None, to_value=to_value, only_one=only)
    judge(action, rules.judge_proposal(facts), choices=", ".join(rules.WHY[kind]))
    if entry is None and current and not field.many:
        raise OneValueStands
    if entry is not None and entry.uuid in named:
        raise ProposedAlready
    grondslag = proposal.grondslag if entry is None else entry.provenance.grondslag
    if says_what:
        grondslag = record.check(field, record.EntryInput(CLIENT, grondslag=grondslag)).grondslag
        if entry is None:
            check_holding(action, client, field, grondslag)
    value = None
    if proposal.value is not None:
        checked = fields.parse_new(field, proposal.value, action.today)
        if field.kind is Kind.BSN:
            record.refuse_anothers(action, client, checked)
        value = checked.text
    return NewProposal(None if entry is None else entry.uuid, field, why, grondslag, value)


def _find_numbered(every: Sequence[Entry], number: int, *, former: bool) -> Entry:
    """Give the entry with this number; a closed one only where `former` ones are looked at."""
    numbered = next((entry for entry in every if entry.number == number), None)
    if numbered is None or (numbered.closed_at is not None and not former):
        raise EntryUnknown
    return numbered


def _list_refused(action: Action, request: Request, number: int | None) -> list[UUID]:
    """Give the entries and documents that a refused proposal is about and that are still on file."""
    proposals = corrections.of_request(action.store, request, BY_CODE)
    if number is not None and number not in {one.number for one in proposals}:
        raise ProposalUnknown
    wanted = {one.entry for one in proposals if one.granted is False and number in {None, one.number}}
    client, every = request.client, []
    if client is not None:
        every = [one.uuid for one in entries.of_client(action.store, client, BY_CODE)]
        every += [one.uuid for one in documents.of_client(action.store, client, BY_CODE)]
    uuids = [uuid for uuid in every if uuid in wanted]
    if not uuids:
        raise NothingRefused
    return uuids


def _list_restricted(action: Action, request: Request) -> list[Proposal]:
    """Give the entries that a request restricted."""
    proposals = corrections.of_request(action.store, request, BY_CODE)
    restrictions = [one for one in proposals if one.applied_at is not None and one.lifted_at is None]
    bars = objection.list_bars(action, request)
    if not (restrictions or bars) or not rules.is_restriction(request.kind):
        raise NothingRestricted
    return restrictions
