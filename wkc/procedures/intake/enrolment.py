"""Taking one checked line into the register: a new client, or a new assignment of one on file."""

from msgspec import Struct

from wkc.procedures.core import erased_people
from wkc.procedures.core.action import Action
from wkc.procedures.core.name_keys import NAME_FIELDS, keys_of, name_keys
from wkc.procedures.core.retention_term import count_anew
from wkc.procedures.dossier.holding import add_consent
from wkc.procedures.intake import supplied
from wkc.procedures.intake.check import Line
from wkc.procedures.intake.choices import PersonChoices
from wkc.procedures.intake.differences import Differing, ValueChange, compare
from wkc.procedures.intake.listed_person import person_of
from wkc.procedures.intake.order import IntakeOrder
from wkc.procedures.intake.origin import Origins
from wkc.procedures.intake.recognition import Recognition
from wkc.procedures.io.fields import plain_text
from wkc.procedures.letters.notice import SuppliedData, schedule
from wkc.records.dossier import Client
from wkc.records.party import Party
from wkc.records.user import Role
from wkc.rules.disclosure.consent import ON_CONSENT
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.retention.assess import count_term
from wkc.store.dossier import assignment as assignments
from wkc.store.dossier import client as clients
from wkc.store.dossier import contact as contacts
from wkc.store.dossier import entry as entries
from wkc.store.dossier import two_people


class Enrolled(Struct, frozen=True):
    """A row that was taken in: `again` when the client was on file, `changed` counts the values that were recorded.

    `changes` has every value of the row that was not on file, also those that did not replace what is there.
    """

    row: int
    client: Client
    again: bool
    changed: int
    changes: tuple[ValueChange, ...] = ()


class Enrolment:
    """One opdracht being taken in: its party, its reference, and the origin that its values have."""

    def __init__(self, action: Action, party: Party, order: IntakeOrder, choices: PersonChoices) -> None:
        self._action = action
        self._store = action.store
        self._party = party
        self._reference = plain_text(order.reference)
        self._replace = choices.replace
        self._origins = Origins(party, order)
        self._recognition = Recognition(action, party, self._reference, choices)
        self._order = order

    @property
    def same(self) -> tuple[Client, ...]:
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
        known = self._recognition.known
        items = self._origins.items(line, from_on, has_bsn=person.bsn is not None or known.has_bsn)
        differing = compare(known.entries, items, self._replace, known.decided) if on_file else Differing(tuple(items))
        coach = action.by if action.user.role is Role.COACH else None
        counted_on = count_term(line.last_contact, from_on).from_on
        client = on_file or clients.add(store, from_on, coach, counted_on, action.now, action.by)
        supplied.put_aside(action, client, self._party, differing.aside)
        for field in differing.closes:
            entries.close(store, client, field, action.now, action.by)
        entries.add_all(store, client, differing.items, action.now, action.by)
        if known.decided.restricted:
            entries.mark(store, client, BY_CODE)
        if any(field.code in NAME_FIELDS for field, _value, _origin in differing.items):
            keys = keys_of(store, client) if on_file else name_keys(person.name)
            clients.put_name(store, client, keys, is_new=on_file is None)
        recorded = frozenset(field.category for field, _value, _origin in differing.items)
        data = SuppliedData(self._party, from_on, line.last_contact, recorded, known.categories(action))
        schedule(action, client, data)
        assignments.add(store, client, self._party, self._reference, from_on, action.now, action.by)
        if line.last_contact is not None:
            contacts.add(store, client, line.last_contact, "overgenomen", None, action.now, action.by)
        if on_consent := [field for field, _value, origin in differing.items if origin.grondslag == ON_CONSENT]:
            add_consent(action, client, on_consent, self._order.consent_how, self._order.consent_on)
        if on_file:
            count_anew(action, client)
        else:
            self._recognition.earlier_rows.note(line.row, client)
            for other in self._recognition.others:
                two_people.add(store, client, other, action.now, action.by)
            erased_people.note_relisted(action, client)
        changes = tuple(map(self._hide_unseen, differing.changes))
        changed = sum(change.outcome != "kept" for change in changes) if on_file else len(items)
        return Enrolled(line.row, client, again=on_file is not None, changed=changed, changes=changes)

    def _hide_unseen(self, change: ValueChange) -> ValueChange:
        """Give a change as the acting user may see it: in an unseen class nothing on file makes a difference."""
        unseen = not self._action.can_see(BY_CODE[change.field].field_class)
        return ValueChange(change.field, "added", None, None) if unseen else change
