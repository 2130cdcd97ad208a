"""Art. 12.1 and 14.2: a row of one dossier, written down in another by the checks of a new row there."""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec.structs import replace

from wkc.errors.mistake import MistakeStays
from wkc.procedures.core.action import Action
from wkc.procedures.core.retention_term import count_anew
from wkc.procedures.disclosure.consent import check_giver
from wkc.procedures.dossier import mandate as mandating
from wkc.procedures.dossier import record
from wkc.procedures.dossier.client import load
from wkc.procedures.dossier.doubles import DoubleAnswer
from wkc.procedures.dossier.plausible_day import check_alive
from wkc.procedures.io import fields
from wkc.procedures.letters import notice
from wkc.procedures.requests.dossier_row import DossierRow
from wkc.records.dossier import Client, Entry
from wkc.records.mistake import MistakeNoun
from wkc.records.rights import NewConsent
from wkc.store.disclosure import consent as consents
from wkc.store.dossier import appointment as appointments
from wkc.store.dossier import contact as contacts
from wkc.store.dossier import hold as holds
from wkc.store.dossier.mandate import NewMandate


def move(action: Action, row: DossierRow, target: Client, answer: DoubleAnswer) -> None:
    """Write a row down in another dossier as it was, today and by who moves it.

    `answer` tells whether a name, burgerservicenummer or birth date makes that client another on file. Raises
    errors.MistakeStays and what writing the row down there raises.
    """
    if row.change.noun is MistakeNoun.GEGEVEN:
        _move_entry(action, row.record, target, answer)
        return
    to_move = _MOVE.get(row.change.noun)
    if to_move is None:
        raise MistakeStays(article="art. 12.1, 14.2")
    to_move(action, row.record, target)


def _move_entry(action: Action, entry: Entry, target: Client, answer: DoubleAnswer) -> None:
    if entry.value is None:
        action.refuse("niet_relevant_voor_functie")
    value = fields.parse_stored(entry.field, entry.value, action.today)
    record.put(action, target, entry.field, value, entry.provenance, answer=answer)


def _move_contact(action: Action, contact: Any, target: Client) -> None:
    check_alive(action, target, contact.on, contact.kind)
    contacts.add(action.store, target, contact.on, contact.kind, contact.note, action.now, action.by)
    count_anew(action, target)
    notice.recount(action, target, load(action, target).contacts)


def _move_appointment(action: Action, planned: Any, target: Client) -> None:
    appointments.add(action.store, target, planned.on, planned.at, planned.kind, action.now, action.by)


def _move_consent(action: Action, consent: Any, target: Client) -> None:
    check_giver(action, target, None, consent.from_on, consent.categories)
    scope = (consent.recipient, consent.purpose, consent.categories, consent.how, consent.from_on)
    consents.add(action.store, target, NewConsent(*scope, None, consent.until_on), action.now, action.by)


def _move_mandate(action: Action, shown: Any, target: Client) -> None:
    if shown.document is None:
        action.refuse("niet_relevant_voor_functie")
    person = (shown.kind, shown.name, shown.from_on, shown.until_on, shown.document, shown.seen_on, shown.seen_by)
    new = NewMandate(*person, shown.categories, shown.address)
    mandating.put(action, target, new)


def _move_hold(action: Action, hold: Any, target: Client) -> None:
    anew = replace(hold, uuid=action.store.new_uuid(), recorded_at=action.now, recorded_by=action.by)
    holds.add(action.store, target, anew)


_MOVE: Mapping[MistakeNoun, Callable[[Action, Any, Client], None]] = {
    MistakeNoun.CONTACT: _move_contact,
    MistakeNoun.AFSPRAAK: _move_appointment,
    MistakeNoun.TOESTEMMING: _move_consent,
    MistakeNoun.MACHTIGING: _move_mandate,
    MistakeNoun.OPSCHORTING: _move_hold,
}
