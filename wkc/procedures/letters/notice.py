"""Art. 4.2, AVG 14: the notice to a client whom others supplied; it is due by a day and goes once."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from wkc.errors.families import Invalid, NotPermitted
from wkc.errors.letter import (
    AddressContested,
    AddressMissing,
    HouderUnreachable,
    LetterWaits,
    NothingToTell,
    ToldAlready,
)
from wkc.errors.register import ClientUnknown
from wkc.errors.terminal import OutputUnwritable
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.clock import day
from wkc.procedures.core.retention_term import count_term
from wkc.procedures.core.session import Session
from wkc.procedures.core.settings import in_force
from wkc.procedures.dossier.client import list_held_categories, load
from wkc.procedures.dossier.search import the_client
from wkc.procedures.io import fields, output_file
from wkc.procedures.letters.address import Choice, check_address, read_addressee
from wkc.procedures.letters.letter import Subject, read_sender, render_letter
from wkc.records.dossier import Client, Contact
from wkc.records.letter import ClientNotice, IntakeNotice, Letter, LetterKind, Matter, NoticeFacts
from wkc.records.notice import Notice
from wkc.records.party import Party
from wkc.rules.dossier.field import BY_CODE, CATEGORIES
from wkc.rules.letters.notice import count_due, is_due_again, list_contact_days, list_disclosure_days
from wkc.store.disclosure import disclosure as disclosures
from wkc.store.dossier import assignment as assignments
from wkc.store.dossier import entry as entries
from wkc.store.dossier import party_profile as profiles
from wkc.store.letters import letter as letters
from wkc.store.letters import notice as notices


class Notified(Struct, frozen=True, rename={"notified_on": "told_on"}):
    """A client with the notice that was drawn up, or the day on which they were notified without a letter.

    With `has_codes` the letter shows a character, as of a name, by its code point.
    """

    number: str
    notified_on: date | None
    letter: Letter | None
    path: Path | None = None
    has_codes: bool = False


class SuppliedData(Struct, frozen=True):
    """Data of a client as an opdrachtgever supplied them on a day, with the last contact, if the list has one.

    `categories` are those that were recorded, `on_file` those of before.
    """

    party: Party
    since: date
    last_contact: date | None
    categories: frozenset[int]
    on_file: frozenset[int]


def schedule(action: Action, client: Client, data: SuppliedData) -> None:
    """Schedule the notice of data, to a client without one; a contact since then makes it due on that day.

    A client who was notified gets a new one where another opdrachtgever supplies categories that were not on file.
    """
    store, since = action.store, data.since
    notice = notices.of_client(store, client)
    if notice is None:
        notices.add(store, client, since, count_due(since, [data.last_contact] if data.last_contact else []))
        return
    heard_of = {
        one.party.uuid
        for place, one in enumerate(assignments.of_client(store, client))
        if not place or one.party.id == notice.party
    }
    if is_due_again(data.on_file, data.categories, heard_of, data.party.uuid):
        notices.add_again(store, client, data.party, since, count_due(since, []))


def recount(action: Action, client: Client, contacts: tuple[Contact, ...]) -> None:
    """Count the last day anew, after a contact was logged or withdrawn, or data went to somebody else."""
    store = action.store
    notice = notices.of_client(store, client)
    if notice is None or notice.notified_on is not None:
        return
    suppliers = {one.party.uuid for one in assignments.of_client(store, client)}
    days = (
        (day(one.decision.at) if one.decision and not one.vital else one.on, one.party.uuid)
        for one in disclosures.every_of_client(store, client, BY_CODE)
        if one.is_given
    )
    notices.put_due(
        store, client, count_due(notice.since, [*list_contact_days(contacts), *list_disclosure_days(days, suppliers)])
    )


def notify(session: Session, client_text: str, folder: Path | None = None) -> Notified:
    """Draw up the notice of one client, to be sent; with a folder, its PDF is put there too.

    It names the categories of all values on file, so a user who sees those makes it; errors.NotPermitted.
    """
    _check(session, folder)
    with act(session, "letter.notify") as action:
        client = the_client(action, client_text)
        if entries.closed_to(action.store, client) is not None:
            action.refuse("niet_relevant_voor_functie")
        letter, pdf = _draw(action, client)
        if folder:
            letters.put_printed(action.store, letter, action.today)
    return _put(session, folder, Notified(client.number, None, letter), pdf)


def count_waiting(session: Session) -> int:
    """Count the clients whose notice is due and who have no letter that waits."""
    with act(session, "letter.notify") as action:
        action.details["step"] = "asked"
        return sum(1 for _notice in notices.waiting(action.store, action.caseload_filter))


def notify_all(session: Session, folder: Path | None, progress: Callable[[int], None]) -> tuple[Notified, ...]:
    """Draw up every notice that is due, each in an action of its own."""
    _check(session, folder)
    with act(session, "letter.notify") as action:
        numbers = [notice.client.number for notice in notices.waiting(action.store, action.caseload_filter)]
        action.details["count"] = len(numbers)
    notified: list[Notified] = []
    unreached: list[Invalid] = []
    for number in numbers:
        try:
            notified.append(notify(session, number, folder))
        except (ToldAlready, LetterWaits, ClientUnknown, NotPermitted):  # Somebody was there first, or has to make it.
            continue
        except (AddressMissing, AddressContested) as error:  # The client stays on the agenda.
            unreached.append(error)
            continue
        progress(len(notified))
    if unreached and not notified:
        raise unreached[0]
    return tuple(notified)


def mark_notified(session: Session, client_text: str, notified_on: str) -> Notified:
    """Write down that a client was notified in another way, or before this register was there."""
    on = fields.parse_past_day(notified_on, day(session.environment.now()))
    with act(session, "letter.notify") as action:
        client = the_client(action, client_text)
        _mark(action, client, on)
    return Notified(client.number, on, None)


def mark_all_notified(session: Session, notified_on: str) -> tuple[Notified, ...]:
    """Write it down for all whose data had come by that day: a register that takes over an administration."""
    on = fields.parse_past_day(notified_on, day(session.environment.now()))
    with act(session, "letter.notify") as action:
        known = [
            notice.client for notice in notices.waiting(action.store, action.caseload_filter) if notice.since <= on
        ]
        for client in known:
            _mark(action, action.touch_client(client), on)
    return tuple(Notified(client.number, on, None) for client in known)


def _draw(action: Action, client: Client) -> tuple[Letter, bytes]:
    notice = _notice(action, client)
    if notice.notified_on is not None:
        raise ToldAlready(day=notice.notified_on)
    for letter in letters.of_client(action.store, client):
        if letter.kind is LetterKind.KENNISGEVING and letter.is_waiting:
            raise LetterWaits(letter=letter.number)
    about, matter = write_notice(action, client)
    check_address(action, client, None)
    letter, pdf = render_letter(action, LetterKind.KENNISGEVING, about, matter)
    action.details["letter"] = letter.uuid.hex
    return letter, pdf


def write_notice(action: Action, client: Client, choice: Choice | None = None) -> tuple[Subject, Matter]:
    """Give the subject and the content of a notice."""
    writes = read_sender(action)
    if writes.address is None and writes.contact is None:
        raise HouderUnreachable
    dossier, notice = load(action, client), _notice(action, client)
    of_party = [one for one in dossier.assignments if one.party.id == notice.party]
    first = of_party[-1] if of_party else dossier.assignments[0]
    matter = ClientNotice(
        first.party.name,
        first.reference,
        notice.since,
        tuple(CATEGORIES[number] for number in sorted(list_held_categories(action.store, client))),
        count_term(action.store, client).last_on,
        profiles.one(action.store, first.party).role,
        read_facts(action, first.party),
    )
    return Subject(read_addressee(action, client, choice), client), matter


def read_facts(action: Action, opdrachtgever: Party) -> NoticeFacts:
    """Give the facts of a notice: basis and addresses of an opdrachtgever, and the settings of the office."""
    known, profile = in_force(action.store), profiles.one(action.store, opdrachtgever)
    return NoticeFacts(
        profile.basis,
        known["fg.name"] or None,
        known["fg.contact"] or None,
        known["notice.sources"] or None,
        known["notice.abroad"] or None,
        known["notice.automated"] or None,
        int(known["backup.keep_days"]),
        (*profile.lines, *filter(None, (profile.e_mail,))),
    )


def notify_at_intake(session: Session, client_text: str, folder: Path | None = None) -> Notified:
    """Draw up the text of AVG 13 for a client who supplies data, handed over today; with a folder, its PDF too."""
    _check(session, folder)
    with act(session, "letter.notify") as action:
        client = the_client(action, client_text)
        if read_sender(action).address is None and read_sender(action).contact is None:
            raise HouderUnreachable
        assigned = load(action, client).assignments
        if not assigned:
            raise NothingToTell
        party = assigned[-1].party
        role, facts = profiles.one(action.store, party).role, read_facts(action, party)
        matter = IntakeNotice(party.name, count_term(action.store, client).last_on, role, facts)
        subject = Subject(read_addressee(action, client), client)
        letter, pdf = render_letter(action, LetterKind.KENNISGEVING_INTAKE, subject, matter, action.today)
        action.details |= {"letter": letter.uuid.hex, "kind": letter.kind}
    notified = Notified(client.number, letter.sent_on or day(session.environment.now()), letter)
    return _put(session, folder, notified, pdf)


def _mark(action: Action, client: Client, on: date) -> None:
    action.details["told_on"] = on.isoformat()
    if not notices.mark_notified(action.store, client, on, None, action.by):
        raise ToldAlready(day=_notice(action, client).notified_on)


def _notice(action: Action, client: Client) -> Notice:
    notice = notices.of_client(action.store, client)
    if notice is None:
        raise NothingToTell
    return notice


def _check(session: Session, folder: Path | None) -> None:
    if folder is None:
        return
    if not folder.is_dir():
        raise OutputUnwritable(path=folder)
    output_file.check(folder / "B.pdf", session.home.path, force=True)


def _put(session: Session, folder: Path | None, notified: Notified, pdf: bytes) -> Notified:
    """Put the PDF of a kept letter in a folder, if there is one, under its number."""
    from wkc.documents.paper import has_codes

    notified = replace(notified, has_codes=has_codes(pdf))
    if folder is None or notified.letter is None:
        return notified
    path = folder / f"{notified.letter.number}.pdf"
    # A kept letter is rendered in the transaction that keeps it, with its digest: its one line is there by now.
    output_file.write(path, pdf, lambda: None, state=session.environment.state(), force=False)
    return replace(notified, path=path)
