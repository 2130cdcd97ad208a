"""Art. 8.1: the letter of a disclosure that is on file already: made later, or again when it jammed."""

from pathlib import Path

from wkc.errors.disclosure import (
    LetterOfReport,
    NothingDisclosed,
    RecipientLetterTooLate,
)
from wkc.procedures.core.action import Action
from wkc.procedures.core.paper import PreparedPaper, publish
from wkc.procedures.core.session import Session
from wkc.procedures.disclosure.disclosure import find_numbered
from wkc.procedures.disclosure.judge_again import check_goes_today
from wkc.procedures.disclosure.letter import ChooseWords, prepare_letter
from wkc.procedures.letters.address import check_postal_address
from wkc.records.disclosure import Disclosure
from wkc.rules.access.permission import may
from wkc.rules.letters.again import AGAIN, can_make_again
from wkc.store.disclosure import report as reports


def draw_again(
    session: Session, client_text: str, number: int, place: Path, choose: ChooseWords | None, *, force: bool
) -> Disclosure:
    """Put the letter of a disclosure in its place, under the number that it had; all its values may still go.

    A user whose role does not have `disclosure.show` gets the letters of what they put on file themselves.
    errors.NotPermitted, NothingDisclosed, LetterOfReport, RecipientLetterTooLate, RecipientLetterChanged,
    PartyAddressMissing, and those of the first letter.
    """

    def prepare(action: Action) -> PreparedPaper[Disclosure]:
        made = find_numbered(action, client_text, number)
        action.details["disclosure"] = made.uuid.hex
        _check(action, made)
        check_postal_address(action, made.party, made.case.channel)
        return prepare_letter(action, made, choose)

    return publish(session, "disclosure.log", place, prepare, force=force)


def _check(action: Action, made: Disclosure) -> None:
    _check_reader(action, made)
    if not made.is_given:
        raise NothingDisclosed
    if any(report.disclosure == made.number for report in reports.of_client(action.store, made.client)):
        raise LetterOfReport
    if not can_make_again(made.on, action.today):
        raise RecipientLetterTooLate(days=AGAIN.days)
    check_goes_today(action, made)


def _check_reader(action: Action, made: Disclosure) -> None:
    """Refuse the letter to who may not see the disclosure, unless it is their own, or a class of what went (art. 7)."""
    if made.recorded_by != action.by and not may(action.user, "disclosure.show").allowed:
        action.refuse("niet_opgedragen")
    if not all(action.can_see(item.field.field_class) for item in made.gone):
        action.refuse("niet_relevant_voor_functie")
