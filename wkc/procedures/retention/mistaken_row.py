"""Art. 12.1 and 14.2: the rows of a dossier that can be a mistake, and their way into another dossier."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from wkc.errors.mistake import MistakeStays
from wkc.procedures.core.action import Action
from wkc.procedures.core.name_keys import index_name
from wkc.procedures.core.retention_term import count_anew
from wkc.procedures.document.listing import list_seen
from wkc.procedures.dossier import record
from wkc.procedures.dossier.client import load
from wkc.procedures.io import fields
from wkc.procedures.letters import notice
from wkc.records.dossier import Client, Entry
from wkc.records.field import Kind
from wkc.records.mistake import Change, MistakeNoun
from wkc.records.rights import NewConsent
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.retention.contact import RESTARTS
from wkc.store import appointment as appointments
from wkc.store import consent as consents
from wkc.store import contact as contacts
from wkc.store import disclosure as disclosures
from wkc.store import entry as entries
from wkc.store import hold as holds
from wkc.store import mandate as mandates
from wkc.store.mandate import NewMandate


class MistakenRow(Struct, frozen=True):
    """A row that may be a mistake: what it is, in words, and as it stands in its list.

    `is_only` tells that a field which must have a value has no other; `is_current` that a value holds now; `has_ended`
    that it was withdrawn, released or carried out, so that it is no row of another dossier.
    """

    change: Change
    summary: str
    record: Any
    is_only: bool = False
    replaced: UUID | None = None
    has_ended: bool = False


def list_rows(action: Action, client: Client, noun: MistakeNoun) -> tuple[MistakenRow, ...]:
    """Give the rows of one kind that the acting user may see, with the numbers of their list."""
    return tuple(_LIST[noun](action, client))


def move(action: Action, row: MistakenRow, target: Client) -> None:
    """Write a row down in another dossier as it was, today and by who moves it; errors.MistakeStays."""
    to_move = _MOVE.get(row.change.noun)
    if to_move is None:
        raise MistakeStays(article="art. 12.1, 14.2")
    to_move(action, row.record, target)


def _change(noun: MistakeNoun, row: Any) -> Change:
    return Change(noun, row.number, row.uuid, None, row.recorded_at, row.recorded_by)


def _entries(action: Action, client: Client) -> Iterator[MistakenRow]:
    held = entries.of_client(action.store, client, BY_CODE)
    for entry in held:
        if not action.can_see(entry.field.field_class):
            continue
        current = entry.closed_at is None
        same = [one for one in held if one.field == entry.field and one != entry]
        replaced = next((one.uuid for one in same if current and _is_replaced(one, entry)), None)
        left = replaced is not None or any(one.closed_at is None for one in same)
        yield MistakenRow(
            Change(MistakeNoun.GEGEVEN, entry.number, entry.uuid, entry.field, entry.recorded_at, entry.recorded_by),
            f"{entry.field.label}: {entry.value}",
            entry,
            entry.field.required and current and not left,
            replaced,
        )


def _is_replaced(former: Entry, entry: Entry) -> bool:
    """Tell whether a former value was closed as another was recorded."""
    return (former.closed_at, former.closed_by) == (entry.recorded_at, entry.recorded_by)


def _contacts(action: Action, client: Client) -> Iterator[MistakenRow]:
    for one in contacts.of_client(action.store, client, RESTARTS):
        ended = one.withdrawn_at is not None
        yield MistakenRow(_change(MistakeNoun.CONTACT, one), f"{one.kind}, {one.on}", one, has_ended=ended)


def _appointments(action: Action, client: Client) -> Iterator[MistakenRow]:
    for one in appointments.of_client(action.store, client):
        ended = one.outcome is not None
        yield MistakenRow(_change(MistakeNoun.AFSPRAAK, one), f"{one.kind}, {one.on}", one, has_ended=ended)


def _consents(action: Action, client: Client) -> Iterator[MistakenRow]:
    for one in consents.of_client(action.store, client):
        ended = one.withdrawn_on is not None or one.mandate is not None
        recipient = one.recipient.name if one.recipient else "-"
        summary = f"{one.purpose}, {recipient}, {one.from_on}"
        yield MistakenRow(_change(MistakeNoun.TOESTEMMING, one), summary, one, has_ended=ended)


def _mandates(action: Action, client: Client) -> Iterator[MistakenRow]:
    for one in mandates.of_client(action.store, client):
        ended = one.withdrawn_on is not None
        summary = f"{one.kind}, {one.name}, {one.from_on}"
        yield MistakenRow(_change(MistakeNoun.MACHTIGING, one), summary, one, has_ended=ended)


def _holds(action: Action, client: Client) -> Iterator[MistakenRow]:
    for one in holds.of_client(action.store, client):
        ended = one.released_on is not None
        summary = f"{one.ground}, {one.until_on}"
        yield MistakenRow(_change(MistakeNoun.OPSCHORTING, one), summary, one, has_ended=ended)


def _disclosures(action: Action, client: Client) -> Iterator[MistakenRow]:
    for one in disclosures.every_of_client(action.store, client, BY_CODE):
        summary = f"{one.party.name}, {one.on}"
        yield MistakenRow(_change(MistakeNoun.VERSTREKKING, one), summary, one, has_ended=True)


def _documents(action: Action, client: Client) -> Iterator[MistakenRow]:
    for one in list_seen(action, client):
        change = replace(_change(MistakeNoun.DOCUMENT, one), field=one.field)
        yield MistakenRow(change, one.title or "-", one)


_LIST: Mapping[MistakeNoun, Callable[[Action, Client], Iterator[MistakenRow]]] = {
    MistakeNoun.GEGEVEN: _entries,
    MistakeNoun.CONTACT: _contacts,
    MistakeNoun.AFSPRAAK: _appointments,
    MistakeNoun.TOESTEMMING: _consents,
    MistakeNoun.MACHTIGING: _mandates,
    MistakeNoun.OPSCHORTING: _holds,
    MistakeNoun.VERSTREKKING: _disclosures,
    MistakeNoun.DOCUMENT: _documents,
}


def _move_entry(action: Action, entry: Entry, target: Client) -> None:
    if entry.value is None:
        action.refuse("niet_relevant_voor_functie")
    value = fields.parse(entry.field, entry.value, action.today)
    if entry.field.kind is Kind.BSN:
        record.refuse_anothers(action, target, value)
    if entry.field.many:
        entries.add(action.store, target, entry.field, value, entry.provenance, action.now, action.by)
        entries.mark(action.store, target, BY_CODE)
    else:
        record.replace_value(action, target, value, entry.field, entry.provenance)
    index_name(action.store, target)


def _move_contact(action: Action, contact: Any, target: Client) -> None:
    contacts.add(action.store, target, contact.on, contact.kind, contact.note, action.now, action.by)
    count_anew(action, target)
    notice.recount(action, target, load(action, target).contacts)


def _move_appointment(action: Action, planned: Any, target: Client) -> None:
    appointments.add(action.store, target, planned.on, planned.at, planned.kind, action.now, action.by)


def _move_consent(action: Action, given: Any, target: Client) -> None:
    scope = (given.recipient, given.purpose, given.categories, given.how, given.from_on)
    consents.add(action.store, target, NewConsent(*scope, None, given.until_on), action.now, action.by)


def _move_mandate(action: Action, shown: Any, target: Client) -> None:
    if shown.document is None:
        action.refuse("niet_relevant_voor_functie")
    person = (shown.kind, shown.name, shown.from_on, shown.until_on, shown.document, shown.seen_on, shown.seen_by)
    new = NewMandate(*person, shown.categories, shown.address)
    mandates.add(action.store, target, new, action.now, action.by)


def _move_hold(action: Action, hold: Any, target: Client) -> None:
    anew = replace(hold, uuid=action.store.new_uuid(), recorded_at=action.now, recorded_by=action.by)
    holds.add(action.store, target, anew)


_MOVE: Mapping[MistakeNoun, Callable[[Action, Any, Client], None]] = {
    MistakeNoun.GEGEVEN: _move_entry,
    MistakeNoun.CONTACT: _move_contact,
    MistakeNoun.AFSPRAAK: _move_appointment,
    MistakeNoun.TOESTEMMING: _move_consent,
    MistakeNoun.MACHTIGING: _move_mandate,
    MistakeNoun.OPSCHORTING: _move_hold,
}
