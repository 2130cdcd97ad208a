"""Art. 10: contact moments are logged, withdrawn when mistaken, and listed."""

from datetime import date
from uuid import UUID

from msgspec import Struct

from wkc.errors.register import ContactUnknown
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.clock import day
from wkc.procedures.core.retention_term import count_anew, count_term
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.client import load as load_dossier
from wkc.procedures.dossier.plausible_day import check_alive, check_plausible
from wkc.procedures.dossier.search import the_client
from wkc.procedures.io import codes, fields
from wkc.procedures.io.dates import check_day
from wkc.procedures.letters import notice
from wkc.records.dossier import Client, Contact, Term
from wkc.rules.dossier.plausible_day import BEFORE_CONTACT
from wkc.rules.retention.contact import RESTARTS
from wkc.store.dossier import contact as contacts

TYPED = tuple(kind for kind in RESTARTS if kind != "overgenomen")
"""The kinds that are typed; `overgenomen` comes with an import only."""


class Contacts(Struct, frozen=True):
    """The contacts of one client, oldest first, and until when the dossier is kept because of them."""

    client: Client
    contacts: tuple[Contact, ...]
    term: Term


def check(on: str | None, kind: str) -> None:
    """Refuse a day that is none and a kind that is not ours, before a note is asked for that would be lost."""
    codes.parse_code(kind, TYPED)
    if on is not None:
        check_day(on)


def log(session: Session, client_text: str, on: str | None, kind: str, note: str | None) -> Contacts:
    """Write down a contact on a day that is not to come."""
    moment = fields.past_day_or_today(on, day(session.environment.now()))
    wanted = codes.parse_code(kind, TYPED)
    text = None if note is None else fields.parse_note(note)
    with act(session, "contact.log") as action:
        client = the_client(action, client_text)
        check_plausible(action, client, moment, BEFORE_CONTACT)
        return add(action, client, moment, wanted, text)[1]


def add(action: Action, client: Client, on: date, kind: str, note: str | None) -> tuple[UUID, Contacts]:
    """Add a contact within an action, and count the five years and the notice anew; gives its uuid too."""
    action.details["kind"] = kind
    check_alive(action, client, on, kind)
    added = contacts.add(action.store, client, on, kind, note, action.now, action.by)
    term = count_anew(action, client)
    dossier = load_dossier(action, client)
    notice.recount(action, client, dossier.contacts)
    return added, Contacts(client, dossier.contacts, term)


def every(session: Session, client_text: str) -> Contacts:
    """Give the contacts of one client."""
    with act(session, "contact.list") as action:
        dossier = load_dossier(action, the_client(action, client_text))
        term = count_term(action.store, dossier.client)
    return Contacts(dossier.client, dossier.contacts, term)


def withdraw(session: Session, client_text: str, number: int, reason: str) -> Contacts:
    """Withdraw a contact, by its number on the list, for a reason that is kept."""
    why = fields.parse_reason(reason)
    with act(session, "contact.withdraw") as action:
        client = the_client(action, client_text)
        listed = contacts.of_client(action.store, client, RESTARTS)
        contact = next((contact for contact in listed if contact.number == number), None)
        if contact is None:
            raise ContactUnknown
        action.details |= {"contact": contact.uuid.hex, "kind": contact.kind}
        if not contacts.withdraw(action.store, client, contact.uuid, why, action.now, action.by):
            raise ContactUnknown
        term = count_anew(action, client)
        dossier = load_dossier(action, client)
        notice.recount(action, client, dossier.contacts)
    return Contacts(client, dossier.contacts, term)
