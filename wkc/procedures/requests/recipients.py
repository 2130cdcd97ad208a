"""Art. 12, AVG 19: a letter to each earlier recipient of data that are corrected, restricted or removed."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from msgspec.structs import replace

from wkc.errors.correction import NoLetterWaits
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.session import Session
from wkc.procedures.io import fields
from wkc.procedures.letters.letter import draw_up
from wkc.procedures.letters.letter_list import find_letter
from wkc.procedures.letters.recipient_letters import write_to_recipient
from wkc.procedures.requests.request import find_request, step
from wkc.records.correction import DOCUMENT, Proposal
from wkc.records.disclosure import Disclosure
from wkc.records.dossier import Client
from wkc.records.field import Field
from wkc.records.letter import Letter, LetterKind
from wkc.records.mistake import Mistake, MistakeNoun
from wkc.records.request import Answering, Request
from wkc.records.user import Role
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.requests.correction import has_words_alone
from wkc.store.disclosure import disclosure as disclosures
from wkc.store.disclosure import report as reports
from wkc.store.letters import letter as letters
from wkc.store.requests import correction as corrections


class RecipientOfChange(NamedTuple):
    """A recipient by a disclosure, and what in it is changed: codes of fields, rows by their kind and day."""

    disclosure: Disclosure
    about: tuple[str, ...]


def list_recipients(action: Action, client: Client, changes: Iterable[Proposal]) -> list[RecipientOfChange]:
    """Give the recipients of what is changed, in the order in which they got it; to be read before it is changed."""
    about: dict[int, dict[str, None]] = defaultdict(dict)
    made: dict[int, Disclosure] = {}
    for change in changes:
        noun = MistakeNoun.DOCUMENT if change.is_document else change.noun
        for one in _list_disclosures(action, client, change):
            made[one.id] = one
            about[one.id][_name(noun, change.field, change.row_on)] = None
    return [RecipientOfChange(made[key], tuple(about[key])) for key in sorted(made)]


def list_recipients_of_row(
    action: Action, noun: MistakeNoun, row: UUID, field: Field | None, on: date | None
) -> list[RecipientOfChange]:
    """Give the same for one row that is taken back; a contact went out by its day and kind, in a report."""
    return [RecipientOfChange(made, (_name(noun, field, on),)) for made in _list_with_row(action, noun, row)]


def draw_up_letters(
    action: Action, cause: Request | Mistake, client: Client, recipients: Iterable[RecipientOfChange]
) -> tuple[str, ...]:
    """Draw up a letter to each of these recipients, and give the numbers."""
    request = cause if isinstance(cause, Request) else None
    numbers = []
    for disclosure, about in recipients:
        written = write_to_recipient(action, request, client, disclosure, about)
        letter = draw_up(action, LetterKind.KENNISGEVING_ONTVANGER, *written)
        corrections.add_recipient(action.store, cause, disclosure, letter, about, action.today)
        numbers.append(letter.number)
    return tuple(numbers)


def draw_up_for_dossier(action: Action, request: Request, client: Client, kept: Collection[int]) -> None:
    """Draw up a letter, where there is none yet, to each recipient of data that go with a dossier.

    `kept` are the categories that stay.
    """
    notified = {one.disclosure for one in corrections.list_recipients_of_request(action.store, request, BY_CODE)}
    for disclosure in disclosures.every_of_client(action.store, client, BY_CODE):
        gone = dict.fromkeys(
            _name(MistakeNoun.DOCUMENT if item.is_document else MistakeNoun.GEGEVEN, item.field, None)
            for item in disclosure.gone
            if item.field.category not in kept
        )
        if disclosure.is_given and gone and disclosure.uuid not in notified:
            draw_up_letters(action, request, client, [RecipientOfChange(disclosure, tuple(gone))])


def has_recipients(action: Action, client: Client) -> bool:
    """Tell whether data of a client were ever given to anybody."""
    return any(one.is_given and one.gone for one in disclosures.every_of_client(action.store, client, BY_CODE))


def list_waiting(action: Action, request: Request) -> tuple[str, ...]:
    """Give the numbers of the letters to recipients on a request that were not sent."""
    listed = corrections.list_recipients_of_request(action.store, request, BY_CODE)
    return tuple(one.letter for one in listed if one.is_waiting)


def mark_sent(session: Session, request_number: str, letter: str | None, on: str | None) -> Answering:
    """Write down that letters to earlier recipients went out: one, or all that wait (AVG 19)."""
    with step(session, "correction.tell", request_number) as taken:
        action, request = taken.action, taken.request
        listed = corrections.list_recipients_of_request(action.store, request, BY_CODE)
        numbers = {one.letter for one in listed if one.is_waiting and letter in {None, one.letter}}
        if not numbers:
            raise NoLetterWaits
        when = taken.on(on)
        for kept in letters.of_request(action.store, request):
            if kept.number in numbers:
                corrections.mark_notified(action.store, kept.number, when)
                letters.put_sent(action.store, kept, when)
        return taken.answering


def give_up(session: Session, request_number: str, letter: str, reasons: str) -> Answering:
    """Write down why notifying a recipient is impossible or out of proportion; for the beheerder alone (AVG 19)."""
    words = fields.parse_reason(reasons)
    with step(session, "correction.tell", request_number) as taken:
        _give_up(taken.action, *_find_waiting(taken.action, letter, taken.request), words)
        return taken.answering


def give_up_letter(session: Session, letter: str, reasons: str) -> Letter:
    """Do the same by the letter alone: one about a mistake of the office has no request."""
    words = fields.parse_reason(reasons)
    with act(session, "correction.tell") as action:
        kept, client = _find_waiting(action, letter, None)
        _give_up(action, kept, client, words)
        return replace(kept, voided_on=action.today)


def check_giving_up(session: Session, request_number: str | None, letter: str) -> None:
    """Judge whether the letter waits and this user may give it up, before the reasons are asked for."""
    with act(session, "correction.tell") as action:
        action.details["step"] = "asked"
        request = None if request_number is None else find_request(action, request_number)
        _find_waiting(action, letter, request)


def _find_waiting(action: Action, letter: str, request: Request | None) -> tuple[Letter, Client | None]:
    """Give a letter to a recipient that waits, of this request where one is named, and its client."""
    if action.user.role is not Role.BEHEERDER:
        action.refuse("niet_opgedragen")
    kept, client = find_letter(action, letter)
    recipient = corrections.find_recipient_of_letter(action.store, kept, BY_CODE)
    if recipient is None or not recipient.is_waiting or (request is not None and recipient.request != request.number):
        raise NoLetterWaits
    return kept, client


def _give_up(action: Action, letter: Letter, client: Client | None, words: str) -> None:
    letters.void(action.store, letter, client, words, action.today, action.by)
    action.details |= {"letter": letter.uuid.hex, "step": "impossible"}


def _name(noun: MistakeNoun, field: Field | None, on: date | None) -> str:
    """Name what a recipient has: a field by its code, a document by that too; what is neither by its kind and day."""
    if field is None:
        return f"{noun} {on}"
    return DOCUMENT + field.code if noun is MistakeNoun.DOCUMENT else field.code


def _list_disclosures(action: Action, client: Client, change: Proposal) -> tuple[Disclosure, ...]:
    """Give the disclosures with what a change is about; of what was missing, those with values of its field."""
    if change.entry is not None:
        if change.noun is MistakeNoun.CONTACT and has_words_alone(change.noun, change.kind):
            return ()  # A report names the day and the kind of a contact, and no words.
        return _list_with_row(action, change.noun, change.entry)
    every = disclosures.every_of_client(action.store, client, BY_CODE)
    return tuple(one for one in every if one.is_given and change.field in {item.field for item in one.gone})


def _list_with_row(action: Action, noun: MistakeNoun, row: UUID) -> tuple[Disclosure, ...]:
    if noun is MistakeNoun.CONTACT:
        reported = disclosures.with_contact(action.store, row, BY_CODE)
        return tuple(made for made in reported if reports.has_shown(action.store, made, row))
    return disclosures.with_entry(action.store, row, BY_CODE)
