"""Art. 8.3: people on file at a party, with the verified number on which they are called back."""

import re

from msgspec import Struct

from wkc.errors.person import BadTelephone, PersonExists, PersonUnknown, SourceIsTheCall
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.clock import day
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.party import by_name
from wkc.procedures.io import codes, fields, json_form
from wkc.procedures.io.fields import normal_name, plain_text
from wkc.records.party import Party
from wkc.records.person import Person
from wkc.rules.disclosure.verified_number import VERIFIED_FROM, is_verified
from wkc.store.dossier import party as parties
from wkc.store.dossier import person as people
from wkc.store.dossier.person import NewContactPerson

KEYS = ("name", "function", "telephone")
_TELEPHONE = re.compile(r"\+?[0-9(][0-9 ()./-]{4,24}[0-9]")


class ContactPerson(Struct, frozen=True):
    """A person on file, and whether the number may be called back on as it stands."""

    person: Person
    verified: bool


def read(content: str) -> NewContactPerson:
    """Read a person from JSON; raises the errors.Invalid that says what is wrong with it."""
    members = json_form.read(content, KEYS)
    return check_person(*(members[key] for key in KEYS))


def check_person(name: str, function: str, telephone: str) -> NewContactPerson:
    """Check a person as typed."""
    return NewContactPerson(plain_text(name), plain_text(function), check_telephone(telephone))


def check_telephone(typed: str) -> str:
    """Check a telephone number; it stays as it is written."""
    number = plain_text(typed)
    if not _TELEPHONE.fullmatch(number):
        raise BadTelephone
    return number


def add(session: Session, party: str, contact_person: NewContactPerson) -> tuple[ContactPerson, ...]:
    """Put a person on file at a party; the number is still to be verified."""
    with act(session, "person.add") as action:
        where = by_name(action, party)
        key = normal_name(contact_person.name)
        if any(normal_name(person.name) == key for person in people.of_party(action.store, where)):
            raise PersonExists
        action.details["person"] = people.add(action.store, where, contact_person, action.now, action.by).hex
        return _at(action, where)


def every(session: Session, party: str | None) -> tuple[ContactPerson, ...]:
    """Give the people on file at one party, or at all of them."""
    with act(session, "person.list") as action:
        places = parties.every(action.store) if party is None else (by_name(action, party),)
        return tuple(known for place in places for known in _at(action, place))


def verify(session: Session, party: str, number: int, source: str, on: str | None) -> tuple[ContactPerson, ...]:
    """Write down that a number was verified, from which source and on which day, today if none is named."""
    today = day(session.environment.now())
    moment = fields.past_day_or_today(on, today)
    code = codes.parse_code(source, VERIFIED_FROM, SourceIsTheCall)
    with act(session, "person.verify") as action:
        person = find_person(action, party, number)
        action.details |= {"person": person.uuid.hex, "source": code}
        people.verify(action.store, person, code, moment, action.by)
        return _at(action, person.party)


def remove(session: Session, party: str, number: int) -> tuple[ContactPerson, ...]:
    """Take a person off the file; the disclosures to them stay on file."""
    with act(session, "person.remove") as action:
        person = find_person(action, party, number)
        action.details["person"] = person.uuid.hex
        people.remove(action.store, person, action.now, action.by)
        return _at(action, person.party)


def find_person(action: Action, party: str, number: int) -> Person:
    """Give the one person on file at a party under a number; errors.PersonUnknown."""
    listed = people.of_party(action.store, by_name(action, party))
    person = next((person for person in listed if person.number == number), None)
    if person is None:
        raise PersonUnknown
    return person


def _at(action: Action, party: Party) -> tuple[ContactPerson, ...]:
    return tuple(
        ContactPerson(person, is_verified(person, action.today)) for person in people.of_party(action.store, party)
    )
