"""Art. 12.1 and 14.2, AVG 5.1.d and 19: a row that was a mistake of the office is taken back, or moved.

The row is deleted at once, the register is written anew and a line without its value stays. The ledger, by which a
restored backup leaves the row out too, names it at the next command of who may destroy: for a beheerder this one.
"""

from uuid import UUID

from msgspec import Struct

from wkc.errors.mistake import MISTAKE_REFUSED, MistakeGoesNowhere, MistakeUnknown
from wkc.procedures.core import pending_deletion
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.purge import purge_now
from wkc.procedures.core.retention_blocks import list_keeping
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.decided_value import refuse_overwrite
from wkc.procedures.dossier.doubles import NOBODY, DoubleAnswer
from wkc.procedures.dossier.entry_number import number_in
from wkc.procedures.dossier.search import the_client
from wkc.procedures.io import codes, fields
from wkc.procedures.mistakes.transfer import move
from wkc.procedures.requests import recipients
from wkc.procedures.requests.dossier_row import DossierRow, list_rows, remove_row
from wkc.records.document import Document
from wkc.records.dossier import Client
from wkc.records.mistake import Mistake, MistakeNoun, MistakeReason, RowChange
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.dossier.mistake import MistakeFacts, judge_mistake
from wkc.rules.requests.correction import NO_ENTRY
from wkc.rules.retention.assess import is_in_force
from wkc.store.core import ledger
from wkc.store.disclosure import disclosure as disclosures
from wkc.store.document import paper_left
from wkc.store.requests import correction as corrections
from wkc.store.requests import mistake as mistakes

_MARKED = frozenset({MistakeNoun.GEGEVEN, MistakeNoun.DOCUMENT})
"""Rows that bear a mark themselves of being contested or restricted."""


class MistakeInput(Struct, frozen=True):
    """A mistake as it is typed: the kind of row, its number (or uuid), why, and the dossier that it belongs in.

    `answer` tells who the client of that dossier is, where the row makes them look like another.
    """

    noun: MistakeNoun
    row: int | UUID
    reason: str
    to: str | None = None
    answer: DoubleAnswer = NOBODY


class TakenBack(Struct, frozen=True):
    """A row that was taken back: the line that stays, the letters to who had it, where it is now.

    `purged` tells that the register was written anew without it; `waits` that the ledger does not name it yet, or that
    the register was not written anew since.
    """

    client: Client
    mistake: Mistake
    number: int
    letters: tuple[str, ...]
    to: str | None
    waits: bool
    purged: bool = True


class CheckedMistake(Struct, frozen=True):
    """A row that could be taken back: its client, its words, and what taking it back leads to.

    `to` is the dossier that it goes to, `again` the value that is current again, `recipients` got it and get a letter.
    """

    client: Client
    noun: MistakeNoun
    number: int
    summary: str
    to: Client | None
    again: str | None
    recipients: tuple[str, ...]


def check(session: Session, client_text: str, typed: MistakeInput) -> CheckedMistake:
    """Judge a mistake before words are asked for, and give what would go."""
    codes.parse_code(typed.reason, MistakeReason)
    with act(session, "client.mistake") as action:
        action.details["step"] = "asked"
        client, target = _both(action, client_text, typed)
        row = _judge_row(action, client, client_text, typed)
        beside = list_rows(action, client, typed.noun)
        again = next((one.summary for one in beside if one.change.uuid == row.replaced), None)
        to_notify = _list_recipients(action, row)
        had = tuple(dict.fromkeys(one.disclosure.party.name for one in to_notify))
        return CheckedMistake(client, typed.noun, row.change.number, row.summary, target, again, had)


def take_back(session: Session, client_text: str, typed: MistakeInput, words: str) -> TakenBack:
    """Take a row back, for a reason and in own words that stay; with `to`, write it down in that dossier.

    errors.MistakeUnknown, MistakeGoesNowhere, those of MISTAKE_REFUSED, and what writing it down there raises.
    """
    why, explanation = MistakeReason(codes.parse_code(typed.reason, MistakeReason)), fields.parse_reason(words)
    with act(session, "client.mistake") as action:
        client, target = _both(action, client_text, typed)
        row = _judge_row(action, client, client_text, typed)
        change = row.change
        action.details |= {"noun": change.noun, "reason": why, "removed": change.uuid.hex}
        to_notify = _list_recipients(action, row)
        if target is None and why is MistakeReason.VERKEERD_DOSSIER:
            _list_paper(action, client, row)
        remove_row(action, client, row)
        done = mistakes.add(
            action.store, client, change, why, explanation, action.now, action.by, moved=target is not None
        )
        letters = recipients.draw_up_letters(action, done, client, to_notify)
        if target is not None:
            move(action, row, target, typed.answer)
        number, to = change.number, target.number if target else None
    purged = pending_deletion.carry_out_if_allowed(session) or purge_now(session)
    with act(session, "client.mistake") as action:
        action.details["step"] = "removed"
        the_client(action, client.number)
        waits = mistakes.is_any_waiting(action.store) or ledger.due_since(action.store) is not None
    return TakenBack(client, done, number, letters, to, waits, purged)


def _list_paper(action: Action, client: Client, row: DossierRow) -> None:
    """List a paper that lies at a place and belongs in no dossier: it is to be destroyed by hand."""
    if isinstance(row.record, Document) and row.record.is_paper:
        paper_left.add(action.store, client, row.record, action.today)


def gather_facts(
    action: Action, client: Client, row: DossierRow, *, to_other: bool = False, why: MistakeReason | None = None
) -> MistakeFacts:
    """Give what a row is judged by when the acting user takes it back, or moves it to another dossier."""
    dependents = mistakes.has_dependents(action.store, row.change.uuid)
    gone_out = _has_gone_out(action, client, row)
    user, ends = action.user, (row.is_only, row.has_ended, to_other)
    asked = row.change.noun not in _MARKED and corrections.is_asked(action.store, row.change.uuid)
    kept = row.change.noun is not MistakeNoun.OPSCHORTING and is_kept(action, client, row.change)
    return MistakeFacts(row.change, user.user_id, user.role, action.now, dependents, *ends, asked, kept, why, gone_out)


def _has_gone_out(action: Action, client: Client, row: DossierRow) -> bool:
    """Tell whether a letter or report was made of a disclosure, or by a consent."""
    if row.change.noun is MistakeNoun.VERSTREKKING:
        return row.record.letter is not None
    if row.change.noun is not MistakeNoun.TOESTEMMING or row.record.recipient is None:
        return False
    return any(
        made.letter is not None
        and made.case.ground == "toestemming"
        and made.party.uuid == row.record.recipient.uuid
        and made.recorded_at >= row.change.recorded_at
        for made in disclosures.every_of_client(action.store, client, BY_CODE)
    )


def is_kept(action: Action, client: Client, change: RowChange) -> bool:
    """Tell whether a duty or a restriction of a use keeps a row today; errors.RowsDiffer."""
    category = change.field.category if change.field else NO_ENTRY
    keeping = list_keeping(action.store, client)
    return any(category in one.categories for one in keeping if is_in_force(one, action.today))


def _both(action: Action, client_text: str, typed: MistakeInput) -> tuple[Client, Client | None]:
    """Give the dossier of the row, and the other one that it goes to, if any; errors.MistakeGoesNowhere."""
    client = the_client(action, client_text)
    target = None if typed.to is None else the_client(action, typed.to)
    if target == client:
        raise MistakeGoesNowhere(number=client.number)
    return client, target


def _judge_row(action: Action, client: Client, client_text: str, typed: MistakeInput) -> DossierRow:
    """Find the row and judge whether it is taken back."""
    if typed.noun is MistakeNoun.GEGEVEN and isinstance(typed.row, int) and not action.can_see_all:
        raise MistakeUnknown  # The numbers of entries are for users who see all of them.
    wanted = typed.row
    if typed.noun is MistakeNoun.GEGEVEN and isinstance(wanted, int):
        wanted = number_in(action, client, client_text, wanted)
    rows = list_rows(action, client, typed.noun)
    row = next((one for one in rows if wanted in {one.change.number, one.change.uuid}), None)
    if row is None:
        raise MistakeUnknown
    why = MistakeReason(codes.parse_code(typed.reason, MistakeReason))
    verdict = judge_mistake(gather_facts(action, client, row, to_other=typed.to is not None, why=why))
    if not verdict.allowed:
        action.mark_refused(verdict.reason)
        raise MISTAKE_REFUSED[verdict.reason](article=verdict.article)
    if typed.noun in _MARKED:
        refuse_overwrite(action, [row.record])  # what a client contests or had restricted waits for that request
    return row


def _list_recipients(action: Action, row: DossierRow) -> list[recipients.RecipientOfChange]:
    """Give the recipients of a row, who are notified that it was taken back (AVG 19)."""
    change = row.change
    return recipients.list_recipients_of_row(action, change.noun, change.uuid, change.field, row.on)
