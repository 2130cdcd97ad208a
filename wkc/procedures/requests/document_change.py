"""Art. 12: a change that names a document: it goes, is restricted, or another of the dossier takes its place."""

from collections.abc import Collection
from uuid import UUID

from msgspec import Struct

from wkc.errors.correction import FormNotCorrected, ProposedAlready, ReplacementMissing, ReplacementOther
from wkc.procedures.core.action import Action
from wkc.procedures.document.listing import find_document
from wkc.procedures.requests.request import judge
from wkc.records.correction import ChangeFacts, Proposal
from wkc.records.dossier import Client
from wkc.records.request import RequestKind
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.requests import correction as rules
from wkc.store.disclosure import release as releases
from wkc.store.document import document as documents
from wkc.store.document import paper_left
from wkc.store.requests import correction as corrections
from wkc.store.requests.correction import NewProposal


class DocumentChangeInput(Struct, frozen=True):
    """A change of a document as typed, by numbers on `wkc document list`: which, why, and what takes its place."""

    number: int
    why: str
    replaced_by: int | None


def check_document(
    action: Action, client: Client, kind: RequestKind, typed: DocumentChangeInput, named: Collection[UUID | None]
) -> NewProposal:
    """Check a change of a document; `named` are those that are changed already.

    errors.DocumentUnknown, FormNotCorrected, ReplacementMissing, ReplacementOther, ProposedAlready.
    """
    document = find_document(action, client, typed.number)
    if document.field is None:
        raise FormNotCorrected
    if rules.has_new_value(kind) and typed.replaced_by is None:
        raise ReplacementMissing
    asked = ChangeFacts(kind, typed.why, on_entry=True, to_value=typed.replaced_by is not None)
    judge(action, rules.judge_proposal(asked), choices=", ".join(rules.WHY[kind]))
    if document.uuid in named:
        raise ProposedAlready
    new = None
    if typed.replaced_by is not None:
        new = find_document(action, client, typed.replaced_by)
        if new.uuid == document.uuid or new.field != document.field:
            raise ReplacementOther
    value = None if new is None else str(new.number)
    return NewProposal(document.uuid, document.field, typed.why, document.provenance.grondslag, value, is_document=True)


def take_out(action: Action, client: Client, proposal: Proposal) -> None:
    """Take a document out; a paper at a place is to be destroyed by hand, a duty of secrecy goes on to the new one.

    One that is gone by now leaves nothing to take out; errors.DocumentUnknown where what takes its place is gone.
    """
    every = documents.of_client(action.store, client, BY_CODE)
    old = next((one for one in every if one.uuid == proposal.entry), None)
    if old is None:
        return
    if proposal.has_value:
        if proposal.value is None:
            action.refuse("niet_relevant_voor_functie")
        new = find_document(action, client, int(proposal.value))
        if new.provenance.geheim is None:
            documents.keep_secrecy(action.store, new.uuid, old.provenance)
            releases.move(action.store, client, old.uuid, new.uuid)
    if old.is_paper:
        paper_left.add(action.store, client, old, action.today)
    corrections.set_document_aside(action.store, old.uuid, action.now)
