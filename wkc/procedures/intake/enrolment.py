"""Taking one checked line into the register: a new client, or a new assignment of one on file."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from wkc.errors.register import AlreadyRegistered, RegisteredElsewhere
from wkc.procedures.core.action import Action
from wkc.procedures.core.name_keys import NAME_FIELDS, keys_of, name_keys
from wkc.procedures.core.retention_term import count_anew
from wkc.procedures.dossier.record import index_name
from wkc.procedures.intake.check import Line
from wkc.procedures.io.fields import plain_text
from wkc.procedures.letters.notice import schedule_if_missing, schedule_notice
from wkc.records.dossier import Client, Provenance
from wkc.records.field import FieldClass
from wkc.records.party import Party
from wkc.records.user import Role
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.retention.assess import count_term
from wkc.store import assignment as assignments
from wkc.store import client as clients
from wkc.store import contact as contacts
from wkc.store import entry as entries
from wkc.store import notice as notices
from wkc.store.client import Window
from wkc.store.entry import Item


@dataclass(frozen=True, slots=True)
class Order:
    """The opdracht that a list belongs to, and the grounds for what it holds of the sealed classes."""

    opdrachtgever: str
    reference: str
    special_basis: str | None = None
    criminal_basis: str | None = None


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A row that was taken in: `again` when the client was on file, `changed` counts the values that differed."""

    row: int
    client: Client
    again: bool
    changed: int


class Enrolment:
    """One opdracht being taken in: its party, its reference, and the origin that its values have."""

    def __init__(self, action: Action, party: Party, order: Order) -> None:
        self._deed = action
        self._store = action.store
        self._party = party
        self._reference = plain_text(order.reference)
        self._grounds = {
            FieldClass.BIJZONDER: order.special_basis,
            FieldClass.STRAFRECHTELIJK: order.criminal_basis,
        }

    def enrol(self, line: Line) -> Enrolled:
        """Take one line in; errors.AlreadyRegistered when this client has this very assignment."""
        action, from_on = self._deed, line.registered_on or self._deed.today
        client = self._on_file(line)
        again = client is not None
        if client is None:
            coach = action.by if action.user.role is Role.COACH else None
            counted_on = count_term(line.last_contact, from_on).from_on
            client = clients.add(self._store, from_on, coach, counted_on, action.now, action.by)
            changed = self._add(client, self._with_origin(line, from_on))
            clients.add_name(self._store, client, name_keys(_name(line)))
            schedule_notice(action, client, from_on, line.last_contact)
        else:
            if assignments.has(self._store, client, self._party, self._reference):
                raise AlreadyRegistered
            changed = self._add(client, self._differing(client, self._with_origin(line, from_on)))
            index_name(action, client)
            schedule_if_missing(action, client, from_on, line.last_contact)
            if notices.of_client(self._store, client) is None:
                schedule_notice(action, client, from_on, line.last_contact)
        assignments.add(self._store, client, self._party, self._reference, from_on, action.now, action.by)
        if line.last_contact is not None:
            contacts.add(self._store, client, line.last_contact, "overgenomen", None, action.now, action.by)
        if again:
            count_anew(action, client)
        return Enrolled(line.row, client, again, changed)

    def _on_file(self, line: Line) -> Client | None:
        """Find the client on file: by BSN, else by name and birth date under this very assignment."""
        bsn = line.value("burgerservicenummer")
        if bsn is not None and bsn.normal is not None:
            found = clients.by_normal(self._store, "burgerservicenummer", bsn.normal, Window(1))
            return self._within_reach(found[0]) if found else None
        key, born = name_keys(_name(line))[0], line.value("geboortedatum")
        for client in clients.by_name(self._store, key, Window(100)):
            same = keys_of(self._deed.store, client)[0] == key
            same_birth = entries.current(self._store, client, "geboortedatum") == ((born.text,) if born else ())
            if same and same_birth and assignments.has(self._store, client, self._party, self._reference):
                return self._within_reach(client)
        return None

    def _within_reach(self, client: Client) -> Client:
        """Refuse somebody who is on file with another coach, without a word on who or where."""
        if not self._deed.reaches(client):
            self._deed.refuse("buiten_caseload", RegisteredElsewhere)
        return client

    def _with_origin(self, line: Line, obtained_on: date) -> list[Item]:
        """Give each value with where it came from: the opdrachtgever, and for a sealed class on which ground."""
        origins = {
            field_class: Provenance("opdrachtgever", None, self._party, obtained_on, self._grounds.get(field_class))
            for field_class in FieldClass
        }
        return [(field, value, origins[field.field_class]) for field, values in line.values for value in values]

    def _differing(self, client: Client, items: list[Item]) -> list[Item]:
        """Leave out what is held already; a single value takes the old one's place, of many each is added."""
        held = Counter(
            (entry.field.code, entry.value)
            for entry in entries.of_client(self._store, client, BY_CODE)
            if entry.closed_at is None and entry.value is not None
        )
        differing = []
        for item in items:
            field, value, _ = item
            if held[field.code, value.text]:
                held[field.code, value.text] -= 1
                continue
            if not field.many:
                entries.close(self._store, client, field, self._deed.now, self._deed.by)
            differing.append(item)
        return differing

    def _add(self, client: Client, items: list[Item]) -> int:
        entries.add_all(self._store, client, items, self._deed.now, self._deed.by)
        return len(items)


def _name(line: Line) -> dict[str, str]:
    found = ((code, line.value(code)) for code in NAME_FIELDS)
    return {code: value.text for code, value in found if value is not None}
