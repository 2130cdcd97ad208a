"""Taking one checked line into the register: a new client, or a new assignment of one on file."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from msgspec import Struct

from wkc.errors.input import DateInFuture
from wkc.errors.rights import ConsentToHoldMissing
from wkc.procedures.core import erased_people
from wkc.procedures.core.action import Action
from wkc.procedures.core.name_keys import NAME_FIELDS, keys_of, name_keys, with_birth_key
from wkc.procedures.core.retention_term import count_anew
from wkc.procedures.dossier.holding import can_consent, list_unconsented
from wkc.procedures.intake import supplied
from wkc.procedures.intake.check import Line
from wkc.procedures.intake.choices import PersonChoices
from wkc.procedures.intake.differences import Change, Differing, compare
from wkc.procedures.intake.known_values import known_values
from wkc.procedures.intake.listed_person import BORN, person_of
from wkc.procedures.intake.order import Order
from wkc.procedures.intake.recognition import Recognition
from wkc.procedures.io.fields import plain_text
from wkc.procedures.letters.notice import schedule_again, schedule_if_missing
from wkc.records.dossier import Client, Provenance
from wkc.records.party import Party
from wkc.records.rights import NewConsent
from wkc.records.user import Role
from wkc.rules.disclosure.consent import ON_CONSENT, TO_HOLD
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.retention.assess import count_term
from wkc.store import assignment as assignments
from wkc.store import client as clients
from wkc.store import consent as consents
from wkc.store import contact as contacts
from wkc.store import entry as entries
from wkc.store.entry import Item

_DAYS = 64
"""Days of which the origin of values is remembered: the rows of a list share a few."""


class Enrolled(Struct, frozen=True):
    """A row that was taken in: `again` when the client was on file, `changed` counts the values that were recorded.

    `changes` has every value of the row that was not on file, also those that did not replace what is there.
    """

    row: int
    client: Client
    again: bool
    changed: int
    changes: tuple[Change, ...] = ()


class Enrolment:
    """One opdracht being taken in: its party, its reference, and the origin that its values have."""

    def __init__(self, action: Action, party: Party, order: Order, choices: PersonChoices) -> None:
        self._action = action
        self._store = action.store
        self._party = party
        self._reference = plain_text(order.reference)
        self._replace = choices.replace
        self._origins_of = lru_cache(_DAYS)(self._make_origins)
        self._recognition = Recognition(action, party, self._reference, choices)
        self._order = order
        self._ground_of = lru_cache(None)(order.ground)

    @property
    def same(self) -> tuple[str, ...]:
        """The dossiers of which somebody chose that a row is about them."""
        return tuple(self._recognition.same)

    def enrol(self, line: Line) -> Enrolled:
        """Take one line in; errors.AlreadyRegistered when this client has this very assignment.

        Raises errors.OtherPerson, PersonOnFile or PersonTwice where it is not certain who the row is about.
        """
        action, store = self._action, self._store
        person = person_of(line)
        from_on = line.registered_on or action.today
        on_file = self._recognition.on_file(person)
        known = known_values(action, on_file)
        items = self._with_origin(line, from_on, has_bsn=person.bsn is not None or known.has_bsn)
        differing = compare(known.entries, items, self._replace, known.decided) if on_file else Differing(tuple(items))
        client = on_file or self._add_client(line, from_on)
        supplied.put_aside(action, client, self._party, differing.aside)
        for field in differing.closes:
            entries.close(store, client, field, action.now, action.by)
        entries.add_all(store, client, differing.items, action.now, action.by)
        if known.decided.restricted:
            entries.mark(store, client, BY_CODE)
        if any(field.code in NAME_FIELDS for field, _value, _origin in differing.items):
            if on_file:
                clients.drop_name(store, client)
            clients.add_name(store, client, keys_of(store, client) if on_file else name_keys(person.name))
        schedule_if_missing(action, client, from_on, line.last_contact)
        if on_file:
            # What is held in a class unseen by who imports makes no difference to what happens.
            seen = (entry.field for entry in known.entries if entry.closed_at is None)
            held = {field.category for field in seen if action.can_see(field.field_class)}
            new = {field.category for field, _value, _origin in differing.items}
            schedule_again(action, client, self._party, held, new, from_on)
        assignments.add(store, client, self._party, self._reference, from_on, action.now, action.by)
        if line.last_contact is not None:
            contacts.add(store, client, line.last_contact, "overgenomen", None, action.now, action.by)
        self._add_consent(client, differing.items)
        if on_file:
            count_anew(action, client)
        else:
            self._recognition.note_new(line.row, client)
            erased_people.note_relisted(action, client)
        changes = tuple(map(self._seen, differing.changes))
        changed = sum(change.outcome != "kept" for change in changes) if on_file else len(items)
        return Enrolled(line.row, client, again=on_file is not None, changed=changed, changes=changes)

    def _add_client(self, line: Line, from_on: date) -> Client:
        action = self._action
        coach = action.by if action.user.role is Role.COACH else None
        counted_on = count_term(line.last_contact, from_on).from_on
        return clients.add(self._store, from_on, coach, counted_on, action.now, action.by)

    def _seen(self, change: Change) -> Change:
        """Give a change as the acting user may see it: in an unseen class nothing on file makes a difference."""
        unseen = not self._action.can_see(BY_CODE[change.field].field_class)
        return Change(change.field, "added", None, None) if unseen else change

    def _add_consent(self, client: Client, items: Iterable[Item]) -> None:
        """Write down the consent that the client gave to hold what is held on it, where none is on file yet."""
        on_consent = [field for field, _value, origin in items if origin.grondslag == ON_CONSENT]
        missing = list_unconsented(self._action, client, on_consent) if on_consent else ()
        if not missing:
            return
        how, since = self._order.consent_how, self._order.consent_on
        if how is None or since is None or not can_consent(self._action, client, missing, since):
            raise ConsentToHoldMissing(categories=", ".join(map(str, missing)))
        if since > self._action.today:
            raise DateInFuture
        new = NewConsent(None, TO_HOLD, missing, how, since, None)
        consents.add(self._store, client, new, self._action.now, self._action.by)

    def _make_origins(self, obtained_on: date) -> dict[str | None, Provenance]:
        grounds = {None, *(ground for grounds in self._order.grounds.values() for ground in grounds)}
        return {ground: Provenance("opdrachtgever", None, self._party, obtained_on, ground) for ground in grounds}

    def _with_origin(self, line: Line, obtained_on: date, *, has_bsn: bool) -> list[Item]:
        """Give each value with where it came from: the opdrachtgever, and for a sealed class on which ground."""
        origins = self._origins_of(obtained_on)
        return [
            (
                field,
                with_birth_key(value, has_bsn=has_bsn) if field.code == BORN else value,
                origins[self._ground_of(field)],
            )
            for field, values in line.values
            for value in values
        ]
