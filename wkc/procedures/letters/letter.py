"""Art. 11, 12 and 13: letters are drawn up within an action, and kept sealed until they are sent (DESIGN 9.4)."""

from datetime import date
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import replace

from wkc.procedures.core.action import Action
from wkc.procedures.core.letterhead import notify_gaps
from wkc.procedures.core.settings import in_force
from wkc.records.address import print_town
from wkc.records.breach import Breach
from wkc.records.dossier import Client
from wkc.records.letter import Addressee, Letter, LetterHead, LetterKind, Matter, Responsibility, Sender
from wkc.records.party import Party
from wkc.records.request import Request
from wkc.rules.dossier.field import BY_CODE
from wkc.store.core import audit
from wkc.store.dossier import assignment as assignments
from wkc.store.dossier import coverage
from wkc.store.dossier import entry as entries
from wkc.store.dossier import party_profile as profiles
from wkc.store.letters import letter as letters
from wkc.store.letters.letter import Paper
from wkc.store.store import Store

_NOTICES = frozenset({LetterKind.KENNISGEVING, LetterKind.KENNISGEVING_INTAKE, LetterKind.DATALEK_OPDRACHTGEVER})
"""The letters whose own text names the party that answers for the data."""


class Subject(Struct, frozen=True):
    """The subject of a letter: its addressee, and the client, request and breach it is about, as far as there are.

    `party` is the party that it goes to, where it goes to one. A letter with `names_dossier` off
    bears no dossier number: it goes to a requester who proved nothing yet (art. 11.5).
    """

    to: Addressee
    client: Client | None = None
    request: Request | None = None
    party: Party | None = None
    names_dossier: bool = True
    breach: Breach | None = None


def draw_up(action: Action, kind: LetterKind, about: Subject, matter: Matter, sent_on: date | None = None) -> Letter:
    """Set a letter on paper and keep it sealed, within the action that it belongs to.

    It bears the date of today; `sent_on` is None for one that waits to be sent. Raises errors.PaperFailed.
    """
    return render_letter(action, kind, about, matter, sent_on)[0]


def render_letter(
    action: Action, kind: LetterKind, about: Subject, matter: Matter, sent_on: date | None = None
) -> tuple[Letter, bytes]:
    """Draw a letter up, and give its PDF besides: a user who may not open it later can print it now."""
    number = letters.next_number(action.store, action.today)
    pdf = typeset_letter(action, kind, number, about, matter, action.today)
    paper = Paper(
        number,
        kind,
        about.client,
        about.request,
        pdf,
        sha256(pdf).hexdigest(),
        sent_on,
        action.today,
        about.breach,
        about.party if about.breach else None,
    )
    return letters.add(action.store, paper, action.now, action.by), pdf


def redraw(action: Action, letter: Letter, about: Subject, matter: Matter, on: date) -> Letter:
    """Draw a letter that was not sent up again under its number, with the day on which it goes out."""
    pdf = typeset_letter(action, letter.kind, letter.number, about, matter, on)
    digest = sha256(pdf).hexdigest()
    letters.redraw(action.store, letter, about.client, pdf, digest, on)
    return replace(letter, sha256=digest, dated_on=on)


def typeset_letter(action: Action, kind: LetterKind, number: str, about: Subject, matter: Matter, on: date) -> bytes:
    """Set a letter on paper under a number, with a day; errors.PaperFailed."""
    from wkc.documents.letter import as_pdf

    notify_gaps(action)
    dossier = about.client.number if about.client and about.names_dossier else None
    head = LetterHead(
        kind,
        number,
        on,
        read_sender(action),
        about.to,
        dossier,
        audit.head(action.store),
        action.now,
        None if kind in _NOTICES else _responsible(action, about),
    )
    return as_pdf(head, matter)


def _responsible(action: Action, about: Subject) -> Responsibility | None:
    """Give the party that answers for the data: the addressee, else the newest opdrachtgever with a role.

    None in a letter to somebody who proved nothing yet: the name of an opdrachtgever confirms that the client is on
    file (art. 11.5).
    """
    if about.party is not None:
        role = profiles.one(action.store, about.party).role
        return None if role is None else Responsibility(about.party.name, role, to_party=True)
    if about.client is None or not about.names_dossier:
        return None
    suppliers = [one.party for one in assignments.of_client(action.store, about.client)]
    roles = ((party.name, profiles.one(action.store, party).role) for party in reversed(suppliers))
    return next((Responsibility(name, role, to_party=False) for name, role in roles if role is not None), None)


def read_sender(action: Action) -> Sender:
    """Give the houder as letters name it; errors.RowsDiffer for settings that nobody set."""
    coverage.check_settings(action.store)
    known = in_force(action.store)
    return Sender(
        known["houder.name"],
        known["houder.place"],
        known["houder.kvk"],
        print_town(known["houder.address"]) or None,
        known["houder.contact"] or None,
        known["court"],
        known["houder.signer"] or None,
        known["houder.function"] or None,
    )


def read_birth(store: Store, client: Client) -> str | None:
    """Give the birth date that tells a client from namesakes (ISO); None where it is not one, or in doubt."""
    known = [
        entry
        for entry in entries.of_client(store, client, BY_CODE)
        if entry.field.code == "geboortedatum" and entry.closed_at is None
    ]
    sure = len(known) == 1 and not known[0].in_onderzoek and not known[0].beperkt
    return known[0].value if sure else None
