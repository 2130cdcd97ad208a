"""Art. 12.1 and 14.2, AVG 5.1.d and 19: a row that was a mistake of the office is taken back, or moved.

The row is deleted at once and a line without its value stays. The ledger names it at the next command of who may
destroy, here in the same breath for a beheerder, and the register is written anew.
"""

from uuid import UUID

from msgspec import Struct

from wkc.errors.mistake import MISTAKE_REFUSED, MistakeUnknown
from wkc.procedures.core import pending_deletion
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.record import refuse_overwrite
from wkc.procedures.dossier.search import the_client
from wkc.procedures.io import codes, fields
from wkc.procedures.requests import recipients
from wkc.procedures.requests.dossier_row import DossierRow, list_rows, remove_row
from wkc.procedures.retention.mistaken_row import move
from wkc.records.dossier import Client
from wkc.records.mistake import Mistake, MistakeNoun, MistakeReason
from wkc.rules.dossier.mistake import MistakeFacts, judge_mistake
from wkc.store import ledger
from wkc.store import mistake as mistakes


class MistakeInput(Struct, frozen=True):
    """A mistake as it is typed: the kind of row, its number (or uuid), why, and the dossier that it belongs in."""

    noun: MistakeNoun
    row: int | UUID
    reason: str
    to: str | None = None


class TakenBack(Struct, frozen=True):
    """A row that was taken back: the line that stays, the letters to who had it, where it is now.

    `waits` tells that the ledger does not name it yet, or that the register was not written anew since.
    """

    client: Client
    mistake: Mistake
    number: int
    letters: tuple[str, ...]
    to: str | None
    waits: bool


class CheckedMistake(Struct, frozen=True):
    """A row that could be taken back: whose it is and what it says, in words."""

    client: Client
    noun: MistakeNoun
    number: int
    summary: str


def check(session: Session, client_text: str, typed: MistakeInput) -> CheckedMistake:
    """Judge a mistake before words are asked for, and give what would go."""
    codes.parse_code(typed.reason, MistakeReason)
    with act(session, "client.mistake") as action:
        action.details["step"] = "asked"
        client = the_client(action, client_text)
        row = _judged(action, client, typed)
        return CheckedMistake(client, typed.noun, row.change.number, row.summary)


def take_back(session: Session, client_text: str, typed: MistakeInput, words: str) -> TakenBack:
    """Take a row back, for a reason and in own words that stay; with `to`, write it down in that dossier.

    errors.MistakeUnknown, and those of MISTAKE_REFUSED.
    """
    why, said = MistakeReason(codes.parse_code(typed.reason, MistakeReason)), fields.parse_reason(words)
    with act(session, "client.mistake") as action:
        client = the_client(action, client_text)
        target = None if typed.to is None else the_client(action, typed.to)
        row = _judged(action, client, typed)
        change = row.change
        action.details |= {"noun": change.noun, "reason": why, "removed": change.uuid.hex}
        hearing = recipients.list_recipients_of_row(action, change.noun, change.uuid, change.field, row.on)
        remove_row(action, client, row)
        done = mistakes.add(action.store, client, change, why, said, action.now, action.by, moved=target is not None)
        letters = recipients.draw_up_letters(action, done, client, hearing)
        if target is not None:
            move(action, row, target)
        number, to = change.number, target.number if target else None
    pending_deletion.carry_out_if_allowed(session)
    with act(session, "client.mistake") as action:
        action.details["step"] = "removed"
        the_client(action, client.number)
        waits = mistakes.any_waiting(action.store) or ledger.due_since(action.store) is not None
    return TakenBack(client, done, number, letters, to, waits)


def _judged(action: Action, client: Client, typed: MistakeInput) -> DossierRow:
    """Find the row and judge whether it is taken back."""
    if typed.noun is MistakeNoun.GEGEVEN and isinstance(typed.row, int) and not action.can_see_all:
        raise MistakeUnknown  # The numbers of entries are for users who see all of them.
    rows = list_rows(action, client, typed.noun)
    row = next((one for one in rows if typed.row in {one.change.number, one.change.uuid}), None)
    if row is None:
        raise MistakeUnknown
    dependents = mistakes.has_dependents(action.store, row.change.uuid)
    user = action.user
    verdict = judge_mistake(
        MistakeFacts(
            row.change,
            user.user_id,
            user.role,
            action.now,
            dependents,
            row.is_only,
            row.has_ended,
            typed.to is not None,
        )
    )
    if not verdict.allowed:
        action.mark_refused(verdict.reason)
        raise MISTAKE_REFUSED[verdict.reason](article=verdict.article)
    if typed.noun in {MistakeNoun.GEGEVEN, MistakeNoun.DOCUMENT}:
        refuse_overwrite(action, [row.record])  # what a client contests or had restricted waits for that request
    return row
