"""Art. 11, 12 and 13: a letter that was not sent gets the day and the address of its printing (DESIGN 8, 9.4)."""

from wkc.errors.letter import AskerAddressMissing, PartyAddressMissing
from wkc.procedures.core.action import Action
from wkc.procedures.letters import breach_letters, notice, recipient_letters, request_letters
from wkc.procedures.letters.address import UNDER_THE_NAME, Choice, check_address
from wkc.procedures.letters.letter import Subject, redraw
from wkc.records.dossier import Client
from wkc.records.letter import Letter, LetterKind, Matter
from wkc.store.dossier import party_profile as profiles
from wkc.store.requests import request as requests


def renew(action: Action, letter: Letter, client: Client | None, choice: Choice | None) -> Letter:
    """Give a letter the day of today and the address of today; one whose step is past stays as it is.

    errors.AddressMissing, AddressContested, AskerAddressMissing, PartyAddressMissing.
    """
    written = _write(action, letter, client, choice)
    if written is None:
        return letter
    about, matter = written
    _check(action, about, choice)
    return redraw(action, letter, about, matter, action.today)


def _write(
    action: Action, letter: Letter, client: Client | None, choice: Choice | None
) -> tuple[Subject, Matter] | None:
    request = requests.by_number(action.store, letter.request) if letter.request else None
    if letter.breach is not None:
        return breach_letters.write_again(action, letter, client, choice)
    if letter.kind is LetterKind.KENNISGEVING and client is not None:
        return notice.write_notice(action, client, choice)
    if letter.kind is LetterKind.KENNISGEVING_ONTVANGER and client is not None:
        return recipient_letters.write_again(action, client, letter)
    if request is None:
        return None
    return request_letters.write_letter(action, request, letter.kind, action.today, choice)


def _check(action: Action, about: Subject, choice: Choice | None) -> None:
    """Refuse a letter that has nowhere to go."""
    request = about.request
    if about.party is not None:
        if not profiles.one(action.store, about.party).has_address:
            raise PartyAddressMissing(party=about.party.name)
    elif request is not None and (request.client is None or request.mandate is not None or request.asker):
        if len(about.to.lines) < UNDER_THE_NAME:
            raise AskerAddressMissing(request=request.number)
    elif about.client is not None:
        check_address(action, about.client, choice)
