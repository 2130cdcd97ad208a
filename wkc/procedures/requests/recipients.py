"""Art. 12, AVG 19: whoever had data that are corrected, restricted or removed is owed a letter, until it is sent."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from wkc.errors.correction import NoLetterWaits
from wkc.procedures.core.action import Action
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.reference import parse_reference
from wkc.procedures.io import fields
from wkc.procedures.letters.letter import draw_up
from wkc.procedures.letters.recipient_letters import write_to_recipient
from wkc.procedures.requests.request import RequestStep, step
from wkc.records.correction import Proposal
from wkc.records.disclosure import Disclosure
from wkc.records.dossier import Client
from wkc.records.field import Field
from wkc.records.letter import Letter, LetterKind
from wkc.records.request import Answering, Request
from wkc.records.user import Role
from wkc.rules.dossier.field import BY_CODE
from wkc.store import correction as corrections
from wkc.store import disclosure as disclosures
from wkc.store import letter as letters


def owe_for_changes(action: Action, request: Request, client: Client, changes: Collection[Proposal]) -> None:
    """Draw up a letter to each who had any of what a request changes; an objection has none."""
    had: dict[int, dict[str, Field]] = defaultdict(dict)
    given: dict[int, Disclosure] = {}
    for change in changes:
        for one in _list_given(action, client, change):
            given[one.id] = one
            had[one.id][change.field.code] = change.field
    for key in sorted(given):
        _owe(action, request, client, given[key], had[key])


def owe_for_dossier(action: Action, request: Request, client: Client, kept: Collection[int]) -> None:
    """Draw up a letter, where there is none yet, to each who had data that go with a dossier.

    `kept` are the categories that stay.
    """
    owed = {one.disclosure for one in corrections.told_of_request(action.store, request, BY_CODE)}
    for given in disclosures.every_of_client(action.store, client, BY_CODE):
        gone = {item.field.code: item.field for item in given.gone if item.field.category not in kept}
        if given.given and gone and given.uuid not in owed:
            _owe(action, request, client, given, gone)


def has_recipients(action: Action, client: Client) -> bool:
    """Tell whether anybody had data of a client."""
    return any(one.given and one.gone for one in disclosures.every_of_client(action.store, client, BY_CODE))


def list_waiting(action: Action, request: Request) -> tuple[str, ...]:
    """Give the numbers of the letters to recipients that a request owes and that were not sent."""
    owed = corrections.told_of_request(action.store, request, BY_CODE)
    return tuple(one.letter for one in owed if one.waits)


def give_up(session: Session, request_number: str, letter: str, reasons: str) -> Answering:
    """Write down why a recipient cannot be told, or only with an effort out of proportion; the beheerder's (AVG 19)."""
    words = fields.parse_reason(reasons)
    with step(session, "correction.tell", request_number) as taken:
        action, kept = taken.action, _find_waiting(taken, letter)
        letters.void(action.store, kept, taken.request.client, words, action.today, action.by)
        action.details |= {"letter": kept.uuid.hex, "step": "impossible"}
        return taken.answering


def check_giving_up(session: Session, request_number: str, letter: str) -> None:
    """Judge whether the letter waits and whose it is to give up, before the reasons are asked for."""
    with step(session, "correction.tell", request_number) as taken:
        taken.action.details["step"] = "asked"
        _find_waiting(taken, letter)


def _find_waiting(taken: RequestStep, letter: str) -> Letter:
    if taken.action.user.role is not Role.BEHEERDER:
        taken.action.refuse("niet_opgedragen")
    number = parse_reference("B", letter, taken.action.today.year)
    every = letters.of_request(taken.action.store, taken.request)
    kept = next((one for one in every if one.number == number), None)
    if kept is None or kept.number not in list_waiting(taken.action, taken.request):
        raise NoLetterWaits
    return kept


def _owe(action: Action, request: Request, client: Client, given: Disclosure, gone: Mapping[str, Field]) -> None:
    written = write_to_recipient(action, request, client, given, tuple(gone.values()))
    letter = draw_up(action, LetterKind.KENNISGEVING_ONTVANGER, *written)
    corrections.add_told(action.store, request, given, letter, ",".join(gone), action.today)


def _list_given(action: Action, client: Client, change: Proposal) -> tuple[Disclosure, ...]:
    """Give the disclosures with an entry; of what was missing, those with values of its field."""
    if change.entry is not None:
        return disclosures.with_entry(action.store, change.entry, BY_CODE)
    every = disclosures.every_of_client(action.store, client, BY_CODE)
    return tuple(one for one in every if one.given and change.field in {item.field for item in one.gone})
