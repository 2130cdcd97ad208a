"""Art. 13.2, AVG 12: the day on which a letter went out, with all that begins on it; or a mistake (DESIGN 8, 9.4)."""

from datetime import date

from msgspec.structs import replace

from wkc.errors.letter import LetterBound, LetterSent, LetterVoided, NothingToSend, SentBeforeDrawn
from wkc.errors.mistake import MISTAKE_REFUSED
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.clock import day
from wkc.procedures.core.session import Session
from wkc.procedures.io import fields
from wkc.procedures.letters import breach_letters
from wkc.procedures.letters.letter_list import client_of, find_letter
from wkc.procedures.letters.request_letters import DECIDED, mark_answered
from wkc.records.dossier import Client
from wkc.records.letter import Letter, LetterKind
from wkc.records.request import RequestState
from wkc.rules.dossier.mistake import judge_typist
from wkc.store.letters import letter as letters
from wkc.store.letters import notice as notices
from wkc.store.requests import correction as corrections
from wkc.store.requests import request as requests
from wkc.store.requests import request_amendment as amendments

PART = 100
"""Letters in one action: each is written anew with its paper, and memory does not hold the pages of many more."""

BOUND = frozenset({*DECIDED.values(), LetterKind.KENNISGEVING_ONTVANGER})
"""Letters that another row depends on: a decision, or a change that a recipient is notified of."""


def mark_sent(session: Session, letter_number: str, on: str | None) -> Letter:
    """Write down that a letter went out, today or on a day that is past."""
    with act(session, "letter.send") as action:
        letter, client = find_letter(action, letter_number)
        action.details["letter"] = letter.uuid.hex
        return _send(action, letter, client, fields.past_day_or_today(on, action.today))


def mark_printed_sent(session: Session, on: str | None) -> tuple[Letter, ...]:
    """Write down that every printed letter went out, so many in an action; errors.NothingToSend."""
    sent: list[Letter] = []
    while True:
        with act(session, "letter.send") as action:
            action.store.release_savepoint()
            when = fields.past_day_or_today(on, action.today)
            printed = letters.waiting(action.store, action.now, action.caseload_filter, PART + 1, printed=True)
            if not printed:
                raise NothingToSend
            for letter in printed[:PART]:
                client = client_of(action, letter)
                sent.append(_send(action, letter, client, when))
                action.list_in_line("letters", letter.uuid.hex, client)
        if len(printed) <= PART:
            return tuple(sent)


def void(session: Session, letter_number: str, reason: str) -> Letter:
    """Write down that a letter was a mistake of the office, and why: it goes to nobody and stays on file."""
    words = fields.parse_reason(reason)
    with act(session, "letter.void") as action:
        letter, client = find_letter(action, letter_number)
        _check_waits(letter)
        _check_typist(action, letter)
        if letter.kind in BOUND:
            action.mark_refused("brief_hoort_bij_besluit")
            raise LetterBound(letter=letter.number)
        letters.void(action.store, letter, client, words, action.today, action.by)
        action.details["letter"] = letter.uuid.hex
        return replace(letter, voided_on=action.today)


def check_void(session: Session, letter_number: str) -> Letter:
    """Give a letter that can be void, before the reason is asked for."""
    with act(session, "letter.void") as action:
        action.details["step"] = "asked"
        letter, _client = find_letter(action, letter_number)
        _check_waits(letter)
        _check_typist(action, letter)
        return letter


def _check_typist(action: Action, letter: Letter) -> None:
    """Refuse to keep back a letter about a request that somebody else drew up: who asked would hear nothing."""
    if letter.request is None:
        return
    verdict = judge_typist(letter.made_by, letter.made_at, action.by, action.user.role, action.now)
    if not verdict.allowed:
        action.mark_refused(verdict.reason)
        raise MISTAKE_REFUSED[verdict.reason](article=verdict.article)


def _check_waits(letter: Letter) -> None:
    if letter.voided_on is not None:
        raise LetterVoided(letter=letter.number)
    if letter.sent_on is not None:
        raise LetterSent(letter=letter.number, day=letter.sent_on)


def _send(action: Action, letter: Letter, client: Client | None, on: date) -> Letter:
    _check_waits(letter)
    if on < day(letter.made_at):
        raise SentBeforeDrawn(letter=letter.number, day=day(letter.made_at))
    letters.put_sent(action.store, letter, on)
    action.details["on"] = on.isoformat()
    match letter.kind:
        case LetterKind.KENNISGEVING if client is not None:
            notices.mark_notified(action.store, client, on, letter, action.by)
        case LetterKind.KENNISGEVING_ONTVANGER:
            corrections.mark_notified(action.store, letter.number, on)
        case LetterKind.DATALEK | LetterKind.DATALEK_OPDRACHTGEVER:
            breach_letters.mark_sent(action, letter, on)
        case _:
            _move_request(action, letter, on)
    return replace(letter, sent_on=on)


def _move_request(action: Action, letter: Letter, on: date) -> None:
    """Move the step that a letter on a request began to the day on which it went out: terms count from then."""
    request = requests.by_number(action.store, letter.request) if letter.request else None
    if request is None:
        return
    awaited = request.state is RequestState.IDENTITEIT_GEVRAAGD
    if letter.kind in DECIDED.values() and request.state is RequestState.BESLOTEN:
        mark_answered(action, request, on)
    elif letter.kind is LetterKind.IDENTITEIT_GEVRAAGD and awaited and request.reminded_on is None:
        amendments.move_asked(action.store, request, on)
    elif letter.kind is LetterKind.IDENTITEIT_HERINNERING and awaited:
        amendments.move_reminded(action.store, request, on)
    elif letter.kind is LetterKind.VERLENGING and request.ruling is None:
        amendments.move_extended(action.store, request, on)
