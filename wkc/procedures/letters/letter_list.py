"""Art. 11, 12 and 13: letters by their numbers, listed, and searched within the scope of the user."""

from msgspec import Struct

from wkc.errors.letter import LetterNumberBare, LetterUnknown
from wkc.i18n import _
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.reference import client_of_bare_number, parse_reference
from wkc.procedures.dossier.search import the_client, touch_listed
from wkc.records.dossier import Client
from wkc.records.letter import Letter
from wkc.store.dossier import client as clients
from wkc.store.dossier.client import Window
from wkc.store.letters import letter as letters
from wkc.store.operations.listed import count_letters

PAGE = 20


class Letters(Struct, frozen=True):
    """A page of letters, newest first, or all of one client, oldest first; and whether there are more."""

    number: int
    letters: tuple[Letter, ...]
    more: bool


def page(session: Session, number: int = 1) -> Letters:
    """Give a page of all letters, or of those of the own caseload."""
    with act(session, "letter.list") as action:
        listed = letters.page(action.store, Window(PAGE + 1, (number - 1) * PAGE, action.caseload_filter))
        action.details["page"] = number
        action.tell_total(lambda: count_letters(action.store, action.caseload_filter))
        touch_listed(action, (letter.client for letter in listed[:PAGE] if letter.client))
        return Letters(number, listed[:PAGE], len(listed) > PAGE)


def of_client(session: Session, client_text: str) -> Letters:
    """Give all letters about one client."""
    with act(session, "letter.list") as action:
        return Letters(1, letters.of_client(action.store, the_client(action, client_text)), more=False)


def waiting(session: Session) -> Letters:
    """Give the letters that are drawn up and not sent, oldest first."""
    with act(session, "letter.list") as action:
        listed = letters.waiting(action.store, action.now, action.caseload_filter)
        touch_listed(action, (letter.client for letter in listed if letter.client))
        return Letters(1, listed, more=False)


def find_letter(action: Action, letter_number: str) -> tuple[Letter, Client | None]:
    """Find a letter by its own number, and its client; a coach's must be about the own caseload."""
    number = parse_reference("B", letter_number, action.today.year)
    if number is None and (bare := client_of_bare_number(action, letter_number)) is not None:
        own = ", ".join(one.number for one in letters.of_client(action.store, bare))
        raise LetterNumberBare(client=bare.number, own=own or _("none"))
    letter = letters.by_number(action.store, number) if number else None
    if letter is None:
        raise LetterUnknown
    return letter, client_of(action, letter)


def client_of(action: Action, letter: Letter) -> Client | None:
    """Give the client whom a letter is about, permitted and logged; errors.LetterUnknown outside the scope."""
    if letter.client is None:
        if action.caseload_filter is not None:
            raise LetterUnknown
        return None
    client = clients.by_number(action.store, letter.client)
    if client is None or not action.check_scope(client):
        raise LetterUnknown
    return action.touch_client(client)
