"""Art. 12.1: a change of what is no gegeven (a contact, a consent, the words of a disclosure) is checked and made."""

from uuid import UUID

from msgspec import Struct

from wkc.errors.correction import ProposedAlready, RowUnknown
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.reference import parse_reference
from wkc.procedures.dossier.search import the_client
from wkc.procedures.io import codes, fields
from wkc.procedures.requests.dossier_row import DossierRow, list_rows, remove_row
from wkc.procedures.requests.request import judge
from wkc.records.correction import ChangeFacts, Proposal
from wkc.records.dossier import Client
from wkc.records.mistake import MistakeNoun
from wkc.records.request import RequestKind
from wkc.rules.requests import correction as rules
from wkc.store.requests import mistake as mistakes
from wkc.store.requests import row_words
from wkc.store.requests.correction import NewProposal

NOUNS: tuple[MistakeNoun, ...] = tuple(
    noun for noun in MistakeNoun if noun not in {MistakeNoun.GEGEVEN, MistakeNoun.DOCUMENT}
)
"""The kinds of row that a request names besides values and documents."""


_OWN_NUMBER = {MistakeNoun.BRIEF: "B", MistakeNoun.VERZOEK: "V"}
"""The kinds that go by a number of their own, and its letter."""


class RowInput(Struct, frozen=True):
    """A change of a row as typed: its kind, its number on its list (of a letter its own number), why, other words."""

    noun: str | None
    row: int | str | None
    why: str
    words: str | None


def check_row(
    action: Action, client: Client, kind: RequestKind, typed: RowInput, named: frozenset[UUID | None], *, to_value: bool
) -> NewProposal:
    """Check one change of a row; `named` are the rows that the request changes already. errors.RowUnknown."""
    noun = MistakeNoun(codes.parse_code(typed.noun or "", NOUNS))
    row = _find(action, client, noun, typed.row)
    waits = noun is MistakeNoun.BRIEF and row.record.is_waiting
    rests = mistakes.has_dependents(action.store, row.change.uuid)
    facts = ChangeFacts(kind, typed.why, on_entry=True, to_value=to_value, noun=noun, rests=rests, waits=waits)
    judge(action, rules.judge_proposal(facts), choices=", ".join(rules.WHY[kind]))
    if row.change.uuid in named:
        raise ProposedAlready
    words = None if typed.words is None else fields.parse_note(typed.words)
    return NewProposal(row.change.uuid, None, typed.why, None, words, noun=noun, row_on=row.on)


class OfferedRow(Struct, frozen=True):
    """A row that a request of some kind may change: its kind, its number on its list, and what it is in words."""

    noun: MistakeNoun
    number: int | str
    summary: str


def list_offered(session: Session, client_text: str, kind: str) -> tuple[OfferedRow, ...]:
    """Give the rows of a client that a request of this kind may change; letters that were not sent go another way."""
    with act(session, "correction.propose") as action:
        action.details["step"] = "asked"
        client = the_client(action, client_text)
        if rules.is_restriction(kind):
            return ()
        nouns = [noun for noun in NOUNS if noun in rules.IMPROVED or not rules.has_new_value(kind)]
        return tuple(
            OfferedRow(noun, row.record.number if noun in _OWN_NUMBER else row.change.number, row.summary)
            for noun in nouns
            for row in list_rows(action, client, noun)
            if noun is not MistakeNoun.BRIEF or not row.record.is_waiting
        )


def change_row(action: Action, client: Client, proposal: Proposal) -> None:
    """Carry out a change of a row; one that is gone by now leaves nothing to change.

    What went waits until the ledger names it; where words were only added, nothing went.
    """
    row = next((one for one in list_rows(action, client, proposal.noun) if one.change.uuid == proposal.entry), None)
    if row is None:
        return
    if not rules.has_words_alone(proposal.noun, proposal.kind):
        remove_row(action, client, row)
        return
    words = proposal.value
    if proposal.kind == RequestKind.AANVULLING:
        former = row_words.read(action.store, proposal.noun, client, row.change.uuid)
        words = "\n".join(one for one in (former, words) if one)
    row_words.put(action.store, proposal.noun, client, row.change.uuid, words, action.today)


def _find(action: Action, client: Client, noun: MistakeNoun, number: int | str | None) -> DossierRow:
    """Give the row with this number on its list; of letters and requests by their own number."""
    rows = list_rows(action, client, noun)
    if noun in _OWN_NUMBER:
        named = parse_reference(_OWN_NUMBER[noun], str(number or ""), action.today.year)
        dossier_row = next((one for one in rows if one.record.number == named), None)
    else:
        dossier_row = next((one for one in rows if one.change.number == number), None)
    if dossier_row is None:
        raise RowUnknown
    return dossier_row
