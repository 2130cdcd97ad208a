"""Art. 12 and 14.2: the rows of a dossier that can be corrected at a request, or taken back as a mistake."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from wkc.i18n import _
from wkc.procedures.core.action import Action
from wkc.procedures.core.clock import day
from wkc.procedures.core.name_keys import index_name
from wkc.procedures.core.retention_term import count_anew
from wkc.procedures.document.listing import list_seen
from wkc.procedures.dossier.client import load
from wkc.procedures.letters import notice
from wkc.records.dossier import Client, Entry
from wkc.records.mistake import MistakeNoun, RowChange
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.retention.contact import RESTARTS
from wkc.sentences.consent import CAPACITIES
from wkc.sentences.contact import KINDS
from wkc.sentences.disclosure import PURPOSES
from wkc.sentences.hold import GROUNDS
from wkc.sentences.sentence import Sentences
from wkc.store.core import break_glass
from wkc.store.disclosure import consent as consents
from wkc.store.disclosure import disclosure as disclosures
from wkc.store.disclosure import report as reports
from wkc.store.dossier import appointment as appointments
from wkc.store.dossier import contact as contacts
from wkc.store.dossier import coverage
from wkc.store.dossier import entry as entries
from wkc.store.dossier import hold as holds
from wkc.store.dossier import mandate as mandates
from wkc.store.letters import letter as letters
from wkc.store.requests import mistake as mistakes
from wkc.store.requests import request as requests

COVERED = frozenset({MistakeNoun.TOESTEMMING, MistakeNoun.MACHTIGING, MistakeNoun.OPSCHORTING})
"""Rows that the signed log covers (VAULT 6)."""


class DossierRow(Struct, frozen=True):
    """A row of a dossier: its kind in words, its day, and the row as its list has it.

    `is_only` tells that a field which must have a value has no other, `replaced` names the value that it took the place
    of; `has_ended` tells that it was withdrawn, released or carried out, so that it is no row of another dossier.
    """

    change: RowChange
    summary: str
    record: Any
    on: date | None = None
    is_only: bool = False
    replaced: UUID | None = None
    has_ended: bool = False


def list_rows(action: Action, client: Client, noun: MistakeNoun) -> tuple[DossierRow, ...]:
    """Give the rows of one kind that the acting user may see, with the numbers of their list."""
    return tuple(_LIST[noun](action, client))


def remove_row(action: Action, client: Client, row: DossierRow) -> None:
    """Delete a row, and let what it replaced or ended be as it was before."""
    change, store = row.change, action.store
    if change.noun in COVERED:
        coverage.note_change(store, client)
    mistakes.remove(store, client, change.noun, change.uuid)
    if change.noun is MistakeNoun.GEGEVEN:
        if row.replaced is not None:
            mistakes.reopen(store, client, row.replaced)
        index_name(store, client)
        entries.mark(store, client, BY_CODE)
    if change.noun is MistakeNoun.CONTACT:
        count_anew(action, client)
        notice.recount(action, client, load(action, client).contacts)


def _change(noun: MistakeNoun, row: Any) -> RowChange:
    return RowChange(noun, row.number, row.uuid, None, row.recorded_at, row.recorded_by)


def _describe(table: Mapping[str, Sentences], code: str) -> str:
    return _(table[code].staff) if code in table else code


def _entries(action: Action, client: Client) -> Iterator[DossierRow]:
    every = entries.of_client(action.store, client, BY_CODE)
    for entry in every:
        if not action.can_see(entry.field.field_class):
            continue
        current = entry.closed_at is None
        same = [one for one in every if one.field == entry.field and one != entry]
        replaced = next((one.uuid for one in same if current and _is_replaced(one, entry)), None)
        left = replaced is not None or any(one.closed_at is None for one in same)
        yield DossierRow(
            RowChange(MistakeNoun.GEGEVEN, entry.number, entry.uuid, entry.field, entry.recorded_at, entry.recorded_by),
            f"{entry.field.label}: {entry.value}",
            entry,
            entry.provenance.obtained_on,
            entry.field.required and current and not left,
            replaced,
        )


def _is_replaced(former: Entry, entry: Entry) -> bool:
    """Tell whether a former value was closed as another was recorded."""
    return (former.closed_at, former.closed_by) == (entry.recorded_at, entry.recorded_by)


def _contacts(action: Action, client: Client) -> Iterator[DossierRow]:
    for one in contacts.of_client(action.store, client, RESTARTS):
        ended = one.withdrawn_at is not None
        yield DossierRow(
            _change(MistakeNoun.CONTACT, one), f"{_describe(KINDS, one.kind)}, {one.on}", one, one.on, has_ended=ended
        )


def _appointments(action: Action, client: Client) -> Iterator[DossierRow]:
    for one in appointments.of_client(action.store, client):
        ended = one.outcome is not None
        yield DossierRow(
            _change(MistakeNoun.AFSPRAAK, one), f"{_describe(KINDS, one.kind)}, {one.on}", one, one.on, has_ended=ended
        )


def _consents(action: Action, client: Client) -> Iterator[DossierRow]:
    for one in consents.of_client(action.store, client):
        ended = one.withdrawn_on is not None or one.mandate is not None
        recipient = one.recipient.name if one.recipient else "-"
        summary = f"{_describe(PURPOSES, one.purpose)}, {recipient}, {one.from_on}"
        yield DossierRow(_change(MistakeNoun.TOESTEMMING, one), summary, one, one.from_on, has_ended=ended)


def _mandates(action: Action, client: Client) -> Iterator[DossierRow]:
    for one in mandates.of_client(action.store, client):
        ended = one.withdrawn_on is not None
        summary = f"{_describe(CAPACITIES, one.kind)}, {one.name}, {one.from_on}"
        yield DossierRow(_change(MistakeNoun.MACHTIGING, one), summary, one, one.from_on, has_ended=ended)


def _list_holds(action: Action, client: Client) -> Iterator[DossierRow]:
    for one in holds.of_client(action.store, client):
        ended = one.released_on is not None
        summary = f"{_describe(GROUNDS, one.ground)}, {one.until_on}"
        yield DossierRow(_change(MistakeNoun.OPSCHORTING, one), summary, one, one.from_on, has_ended=ended)


def _disclosures(action: Action, client: Client) -> Iterator[DossierRow]:
    for one in disclosures.every_of_client(action.store, client, BY_CODE):
        summary = f"{one.party.name}, {one.on}"
        yield DossierRow(_change(MistakeNoun.VERSTREKKING, one), summary, one, one.on, has_ended=True)


def _documents(action: Action, client: Client) -> Iterator[DossierRow]:
    for one in list_seen(action, client):
        change = replace(_change(MistakeNoun.DOCUMENT, one), field=one.field)
        yield DossierRow(change, one.title or "-", one, day(one.recorded_at))


def _letters(action: Action, client: Client) -> Iterator[DossierRow]:
    for number, one in enumerate(letters.of_client(action.store, client), start=1):
        if one.removed_on is None:
            change = RowChange(MistakeNoun.BRIEF, number, one.uuid, None, one.made_at, one.made_by)
            yield DossierRow(change, f"{one.kind}, {one.number}", one, one.sent_on or day(one.made_at))


def _requests(action: Action, client: Client) -> Iterator[DossierRow]:
    for number, one in enumerate(requests.of_client(action.store, client), start=1):
        if one.has_words:
            change = RowChange(MistakeNoun.VERZOEK, number, one.uuid, None, one.recorded_at, one.recorded_by)
            yield DossierRow(change, f"{one.kind}, {one.number}", one, one.received_on)


def _drafts(action: Action, client: Client) -> Iterator[DossierRow]:
    for number, one in enumerate(reports.of_client(action.store, client), start=1):
        if one.has_words:
            change = RowChange(MistakeNoun.RAPPORTAGE, number, one.uuid, None, one.recorded_at, one.recorded_by)
            yield DossierRow(change, f"{one.assignment.party.name}, {one.until_on}", one, day(one.recorded_at))


def _looks(action: Action, client: Client) -> Iterator[DossierRow]:
    for one in break_glass.list_of_client(action.store, client):
        change = RowChange(MistakeNoun.NOODINZAGE, one.line, one.uuid, None, one.at, one.by)
        yield DossierRow(change, str(one.line), one, day(one.at))


_LIST: Mapping[MistakeNoun, Callable[[Action, Client], Iterator[DossierRow]]] = {
    MistakeNoun.GEGEVEN: _entries,
    MistakeNoun.CONTACT: _contacts,
    MistakeNoun.AFSPRAAK: _appointments,
    MistakeNoun.TOESTEMMING: _consents,
    MistakeNoun.MACHTIGING: _mandates,
    MistakeNoun.OPSCHORTING: _list_holds,
    MistakeNoun.VERSTREKKING: _disclosures,
    MistakeNoun.DOCUMENT: _documents,
    MistakeNoun.BRIEF: _letters,
    MistakeNoun.VERZOEK: _requests,
    MistakeNoun.RAPPORTAGE: _drafts,
    MistakeNoun.NOODINZAGE: _looks,
}
