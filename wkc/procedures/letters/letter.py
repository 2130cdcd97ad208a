"""Art. 11, 12 and 13: letters are drawn up within an action, listed and printed (DESIGN 9.4)."""

import re
from datetime import date
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from wkc.errors.death import ClientDeceased
from wkc.errors.letter import LetterNumberBare, LetterUnknown
from wkc.i18n import _
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.clock import day
from wkc.procedures.core.naming import first_value
from wkc.procedures.core.session import Session
from wkc.procedures.core.settings import in_force
from wkc.procedures.dossier.reference import client_of_bare_number, parse_reference
from wkc.procedures.dossier.search import listed, the_client
from wkc.procedures.io import output_file
from wkc.records.dossier import Client
from wkc.records.letter import Addressee, ChangedSince, Letter, LetterHead, LetterKind, Matter, Responsibility, Sender
from wkc.records.party import Party
from wkc.records.request import Request
from wkc.rules.dossier.death import judge_letter
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.dossier.wording import UNKNOWN_NAME, is_nothing
from wkc.rules.letters.earlier import list_changed_since
from wkc.store import assignment as assignments
from wkc.store import audit
from wkc.store import client as clients
from wkc.store import correction as corrections
from wkc.store import death as deaths
from wkc.store import entry as entries
from wkc.store import letter as letters
from wkc.store import party_profile as profiles
from wkc.store import request as requests
from wkc.store.client import Window
from wkc.store.letter import Paper
from wkc.store.store import Store

PAGE = 20
NAME = ("voornamen", "voorvoegsel", "geslachtsnaam")
"""The fields of a whole name, in the order in which one says it."""
_NOTICES = frozenset({LetterKind.KENNISGEVING, LetterKind.KENNISGEVING_INTAKE})
"""The letters that say within themselves who answers for the data."""


class Letters(Struct, frozen=True):
    """A page of letters, newest first, or all of one client, oldest first; and whether there are more."""

    number: int
    letters: tuple[Letter, ...]
    more: bool


class Printed(Struct, frozen=True):
    """A letter that was printed: where it stands now; `changes` are what was corrected after it was made.

    With `has_codes` it shows a character, as of a name, by its code point.
    """

    letter: Letter
    path: Path
    changes: tuple[ChangedSince, ...] = ()
    has_codes: bool = False


class Subject(Struct, frozen=True):
    """The subject of a letter: its addressee, and the client and the request it is about, where there are any.

    `party` is the party that it goes to, where it goes to one. A letter with `names_dossier` off
    bears no dossier number: it goes to somebody who proved nothing yet (art. 11.5).
    """

    to: Addressee
    client: Client | None = None
    request: Request | None = None
    party: Party | None = None
    names_dossier: bool = True


def draw_up(action: Action, kind: LetterKind, about: Subject, matter: Matter, sent_on: date | None = None) -> Letter:
    """Set a letter on paper and keep it sealed, within the action that it belongs to.

    It bears the date `sent_on`, or of today when it is not sent yet. Raises errors.PaperFailed.
    """
    return render_letter(action, kind, about, matter, sent_on)[0]


def render_letter(
    action: Action, kind: LetterKind, about: Subject, matter: Matter, sent_on: date | None = None
) -> tuple[Letter, bytes]:
    """Draw a letter up, and give its PDF besides: who may not open it later can send it now."""
    from wkc.documents.letter import as_pdf

    number = letters.next_number(action.store, action.today)
    dossier = about.client.number if about.client and about.names_dossier else None
    head = LetterHead(
        kind,
        number,
        sent_on or action.today,
        read_sender(action),
        about.to,
        dossier,
        audit.head(action.store),
        action.now,
        None if kind in _NOTICES else _responsible(action, about),
    )
    pdf = as_pdf(head, matter)
    paper = Paper(number, kind, about.client, about.request, pdf, sha256(pdf).hexdigest(), sent_on, head.on)
    return letters.add(action.store, paper, action.now, action.by), pdf


def _responsible(action: Action, about: Subject) -> Responsibility | None:
    """Give who answers for the data: the party that is written to, else the newest opdrachtgever with a role."""
    if about.party is not None:
        role = profiles.one(action.store, about.party).role
        return None if role is None else Responsibility(about.party.name, role, to_party=True)
    if about.client is None:
        return None
    suppliers = [held.party for held in assignments.of_client(action.store, about.client)]
    roles = ((party.name, profiles.one(action.store, party).role) for party in reversed(suppliers))
    return next((Responsibility(name, role, to_party=False) for name, role in roles if role is not None), None)


def read_sender(action: Action) -> Sender:
    """Give the houder as letters name it."""
    known = in_force(action.store)
    return Sender(
        known["houder.name"],
        known["houder.place"],
        known["houder.kvk"],
        known["houder.address"] or None,
        known["houder.contact"] or None,
        known["court"],
        known["houder.signer"] or None,
        known["houder.function"] or None,
    )


def read_addressee(action: Action, client: Client) -> Addressee:
    """Give the name and address of a client as far as on file, and what makes its salutation; errors.ClientDeceased."""
    verdict = judge_letter(deaths.of_client(action.store, client))
    if not verdict.allowed:
        action.mark_refused(verdict.reason)
        raise ClientDeceased(article=verdict.article)
    street, postcode, town = (
        ", ".join(entries.current(action.store, client, field)) for field in ("adres", "postcode", "woonplaats")
    )
    lines = (street, " ".join(filter(None, (postcode, town))))
    surname = _printed_name(action, client, NAME[1:]) if _printed_name(action, client, NAME[2:]) else None
    sex = first_value(action.store, client, "geslacht")
    return Addressee(_printed_name(action, client), tuple(filter(None, lines)), surname, sex)


def can_be_reached(action: Action, client: Client) -> bool:
    """Tell whether a letter to a client has somewhere to go: a street and a town."""
    return all(
        any(not is_nothing(value) for value in entries.current(action.store, client, field))
        for field in ("adres", "woonplaats")
    )


def _printed_name(action: Action, client: Client, fields: tuple[str, ...] = NAME) -> str | None:
    """Give a name as one says it, without the sign that stands for a part that nobody knows."""
    parts = (first_value(action.store, client, field) for field in fields)
    known = [part for part in parts if part and part.strip() not in UNKNOWN_NAME]
    return re.sub(r"(?<=\b[dDlL]['\u2019]) ", "", " ".join(known)) or None


def read_birth(store: Store, client: Client) -> str | None:
    """Give the birth date that tells a client from namesakes (ISO); None where it is not one, or in doubt."""
    known = [
        entry
        for entry in entries.of_client(store, client, BY_CODE)
        if entry.field.code == "geboortedatum" and entry.closed_at is None
    ]
    sure = len(known) == 1 and not known[0].in_onderzoek and not known[0].beperkt
    return known[0].value if sure else None


def page(session: Session, number: int = 1) -> Letters:
    """Give a page of all letters, or of those of the own caseload."""
    with act(session, "letter.list") as action:
        found = letters.page(action.store, Window(PAGE + 1, (number - 1) * PAGE, action.caseload_filter))
        action.details["page"] = number
        listed(action, (letter.client for letter in found[:PAGE] if letter.client))
        return Letters(number, found[:PAGE], len(found) > PAGE)


def of_client(session: Session, client_text: str) -> Letters:
    """Give all letters about one client."""
    with act(session, "letter.list") as action:
        return Letters(1, letters.of_client(action.store, the_client(action, client_text)), more=False)


def print_letter(session: Session, number: str, place: Path, *, force: bool) -> Printed:
    """Write a letter's PDF to a file, or into a folder under its number."""
    if not place.is_dir():
        output_file.check(place, session.home.path, force=force)
    with act(session, "letter.print") as action:
        letter, client = _one(action, number)
        target = place / f"{letter.number}.pdf" if place.is_dir() else place
        output_file.check(target, session.home.path, force=force)
        action.details |= {"letter": letter.uuid.hex, "sha256": letter.sha256}
        pdf = letters.pdf(action.store, letter, client)
        if pdf is None:
            action.refuse("niet_relevant_voor_functie")
        changes = _changed_since(action, letter, client)
        action.details |= {"changed_since": len(changes)} if changes else {}
        made_at = action.now
    from wkc.documents.paper import has_codes

    shows_codes = has_codes(pdf)
    if changes:
        from wkc.documents.earlier import as_pdf

        pdf = as_pdf(letter.number, letter.sent_on or day(letter.made_at), changes, pdf, made_at)
    # A kept letter was rendered when it was drawn up: one line has its digest and is there before the file shows.
    output_file.write(target, pdf, lambda: None, state=session.environment.state(), force=force)
    return Printed(letter, target, changes, shows_codes)


def _changed_since(action: Action, letter: Letter, client: Client | None) -> tuple[ChangedSince, ...]:
    """Give what corrections changed after a letter was made: the letter may say what was wrong."""
    if client is None:
        return ()
    applied = [
        (request.kind.value, proposal.field.label, proposal.applied_at, day(proposal.applied_at))
        for request in requests.of_client(action.store, client)
        for proposal in corrections.of_request(action.store, request, BY_CODE)
        if proposal.applied_at is not None
    ]
    return list_changed_since(letter.made_at, applied)


def _one(action: Action, text: str) -> tuple[Letter, Client | None]:
    """Find a letter by its own number, and its client; a coach's must be about the own caseload."""
    number = parse_reference("B", text, action.today.year)
    if number is None and (bare := client_of_bare_number(action, text)) is not None:
        own = ", ".join(one.number for one in letters.of_client(action.store, bare))
        raise LetterNumberBare(client=bare.number, own=own or _("none"))
    letter = letters.by_number(action.store, number) if number else None
    if letter is None:
        raise LetterUnknown
    if letter.client is None:
        if action.caseload_filter is not None:
            raise LetterUnknown
        return letter, None
    client = clients.by_number(action.store, letter.client)
    if client is None or not action.check_scope(client):
        raise LetterUnknown
    return letter, action.touch_client(client)
