"""Art. 12.3, AVG 19: the letter to a recipient of what was corrected; it names fields, never values."""

from collections.abc import Sequence

from wkc.procedures.core.action import Action
from wkc.procedures.core.naming import name_of
from wkc.procedures.letters.address import addressee_of_party
from wkc.procedures.letters.letter import Subject, read_birth
from wkc.records.correction import DOCUMENT
from wkc.records.disclosure import Disclosure
from wkc.records.dossier import Client
from wkc.records.letter import Letter, Matter, RecipientNotice
from wkc.records.party import Party
from wkc.records.request import Request, RequestKind
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.requests.correction import CHANGED, TO_BE_REMOVED
from wkc.store.disclosure import disclosure as disclosures
from wkc.store.dossier import assignment as assignments
from wkc.store.requests import correction as corrections
from wkc.store.requests import request as requests


def write_to_recipient(
    action: Action,
    request: Request | None,
    client: Client,
    disclosure: Disclosure,
    about: Sequence[str],
) -> tuple[Subject, Matter]:
    """Give the subject and the content of the letter to one earlier recipient about fields and rows, by code.

    A wrong birth date identifies nobody. Without a request they were a mistake of the office.
    """
    removal = request if request is not None and request.kind is RequestKind.VERWIJDERING else None
    is_whole = removal is not None and not corrections.of_request(action.store, removal, BY_CODE)
    wrong = removal is None and "geboortedatum" in about
    matter = RecipientNotice(
        name_of(action.store, client),
        disclosure.on,
        TO_BE_REMOVED if is_whole else CHANGED[request.kind if request else RequestKind.VERWIJDERING],
        tuple(map(_name, about)),
        None if wrong else read_birth(action.store, client),
        _reference(action, client, disclosure.party),
    )
    return Subject(addressee_of_party(action, disclosure.party), client, request, disclosure.party), matter


def _name(code: str) -> str:
    """Give the words for one thing that a recipient got: a field, a document by its field, or another row."""
    from wkc.documents.copy.correction import name_row

    if code.startswith(DOCUMENT):
        return f"Document: {BY_CODE[code.removeprefix(DOCUMENT)].label}"
    return BY_CODE[code].label if code in BY_CODE else name_row(code)


def write_again(action: Action, client: Client, letter: Letter) -> tuple[Subject, Matter] | None:
    """Give subject and content of a letter on file anew; None where it is none to a recipient."""
    one = corrections.find_recipient_of_letter(action.store, letter, BY_CODE)
    if one is None:
        return None
    every = disclosures.every_of_client(action.store, client, BY_CODE)
    disclosure = next(made for made in every if made.uuid == one.disclosure)
    request = requests.by_number(action.store, one.request) if one.request else None
    return write_to_recipient(action, request, client, disclosure, one.subjects)


def _reference(action: Action, client: Client, party: Party) -> str | None:
    """Give the recipient's own name for a client: that of its newest opdracht."""
    own = [one.reference for one in assignments.of_client(action.store, client) if one.party.id == party.id]
    return own[-1] if own else None
