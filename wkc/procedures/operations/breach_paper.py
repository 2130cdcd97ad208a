"""Art. 14.2, AVG 33 and 34: the papers on a breach: the answers for the AP's form, and the letters."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from wkc.errors.breach import NobodyToTell
from wkc.errors.letter import HouderUnreachable
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.letterhead import read_letterhead
from wkc.procedures.core.paper import PreparedPaper, RenderedPaper, publish
from wkc.procedures.core.session import Session
from wkc.procedures.core.settings import in_force
from wkc.procedures.letters import breach_letters
from wkc.procedures.letters.letter import Subject, draw_up, read_sender
from wkc.procedures.operations.breach_view import find, find_open
from wkc.records.breach import Breach, BreachFile
from wkc.records.dossier import Client
from wkc.records.letter import Letter, LetterKind, Matter
from wkc.records.party import Party
from wkc.rules.dossier.field import CATEGORIES, FIELDS
from wkc.rules.regulation import breach as rules
from wkc.store.core import audit
from wkc.store.dossier import party_profile as profiles
from wkc.store.letters import letter as letters
from wkc.store.operations import breach as breaches


class BreachPaper(Struct, frozen=True):
    """The paper with the answers for the AP that was made: its path and its SHA-256."""

    number: str
    path: Path
    sha256: str


class BreachLetters(Struct, frozen=True):
    """The letters that were drawn up on a breach, to people and to opdrachtgevers."""

    number: str
    persons: tuple[Letter, ...]
    parties: tuple[Letter, ...]


class _Due(NamedTuple):
    """The people and parties that are to get a letter on a breach and have none that counts."""

    persons: list[Client]
    parties: list[Party]


def export(session: Session, number: str, place: Path, *, force: bool) -> BreachPaper:
    """Set the answers to the questions of the AP's form on paper, in its order; what is not known yet says so."""

    def prepare(action: Action) -> PreparedPaper[BreachPaper]:
        breach = find(action, number)
        action.details["step"] = "prepared"
        facts = _gather(action, breach)

        def log_paper(action: Action, paper: RenderedPaper) -> BreachPaper:
            action.details |= {"breach": breach.number, "step": "made", "sha256": paper.sha256}
            return BreachPaper(breach.number, paper.path, paper.sha256)

        return PreparedPaper(lambda: _render(facts), log_paper, f"{breach.number}.pdf")

    return publish(session, "breach.export", place, prepare, force=force, folder=True)


def draw_letters(session: Session, number: str, progress: Callable[[int], None]) -> BreachLetters:
    """Draw up the letters on a breach, each in an action of its own: to people once that is decided.

    errors.AccountMissing, NobodyToTell, HouderUnreachable.
    """
    with act(session, "breach.letters") as action:
        action.details["step"] = "begun"
        breach = find_open(action, number)
        sender = read_sender(action)
        if sender.address is None and sender.contact is None:
            raise HouderUnreachable
        due = _list_due(action, breach)
        if not (due.persons or due.parties):
            action.mark_refused("niemand")
            ready = [one.number for one in letters.of_breach(action.store, breach) if one.is_waiting]
            raise NobodyToTell(breach.number, ready)
    persons: list[Letter] = []
    for client in due.persons:
        with act(session, "breach.letters") as action:
            about, matter = breach_letters.write_to_person(action, breach, action.touch_client(client))
            persons.append(_draw(action, LetterKind.DATALEK, about, matter))
        progress(len(persons))
    parties: list[Letter] = []
    for party in due.parties:
        with act(session, "breach.letters") as action:
            about, matter = breach_letters.write_to_party(action, breach, party)
            parties.append(_draw(action, LetterKind.DATALEK_OPDRACHTGEVER, about, matter))
    return BreachLetters(breach.number, tuple(persons), tuple(parties))


def _draw(action: Action, kind: LetterKind, about: Subject, matter: Matter) -> Letter:
    letter = draw_up(action, kind, about, matter)
    action.details |= {"letter": letter.uuid.hex}
    return letter


def _list_due(action: Action, breach: Breach) -> _Due:
    drawn = [one for one in letters.of_breach(action.store, breach) if one.voided_on is None]
    clients, names = {one.client for one in drawn}, {one.party for one in drawn}
    notified = {one.party for one in breach.parties if one.notified_at is not None}
    to_notify = breach.ruling is not None and breach.ruling.notify_persons
    persons = [one for one in breaches.list_clients(action.store, breach) if to_notify and one.number not in clients]
    parties = [one for one in breaches.parties(action.store, breach) if one.name not in names | notified]
    return _Due(persons, parties)


def _gather(action: Action, breach: Breach) -> BreachFile:
    store = action.store
    return BreachFile(
        breach,
        read_letterhead(action),
        in_force(store),
        rules.ap_until(breach),
        tuple((party.name, profiles.one(store, party).role) for party in breaches.parties(store, breach)),
        sum(one.sent_on is not None and one.client is not None for one in letters.of_breach(store, breach)),
        FIELDS,
        audit.head(store),
        action.now,
    )


def _render(facts: BreachFile) -> bytes:
    from wkc.documents import breach as paper

    return paper.as_pdf(facts, CATEGORIES)
