"""The agenda for a calendar: numbers and dates only, for it lives outside the register."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from uuid import UUID, uuid5

from msgspec import Struct

from wkc.procedures.core.action import Action
from wkc.procedures.core.paper import PreparedPaper, RenderedPaper, publish
from wkc.procedures.core.session import Session
from wkc.procedures.operations.agenda import collect
from wkc.records.agenda import Agenda, CalendarEntry, Duty, Item
from wkc.records.appointment import Appointment
from wkc.records.user import Role
from wkc.store.dossier import appointment as appointments

NAMED: frozenset[Duty] = frozenset({Duty.NUMMER_NAGAAN, Duty.OVEREENKOMST_EINDIGT})
"""Duties that name an organisation: they stay in `wkc agenda`."""

PLANNED: frozenset[Duty] = frozenset({Duty.AFSPRAAK, Duty.AFSPRAAK_AFHANDELEN})
"""Duties that are appointments themselves in a calendar."""

_NAMESPACE = UUID("0d7ec0b5-5fd4-4a3f-9a0b-6f1d5a0c2f11")


class CalendarExport(Struct, frozen=True):
    """A calendar file that was made: its path, its SHA-256, and how many entries it has."""

    path: Path
    sha256: str
    entries: int


def export(session: Session, place: Path, describe: Callable[[Item], str], *, force: bool) -> CalendarExport:
    """Write the agenda of who is signed in to a calendar file; `describe` puts an item in the language in use."""
    from wkc.documents.calendar import as_ics

    def prepare(action: Action) -> PreparedPaper[CalendarExport]:
        entries, made_at = tuple(_entries(action, collect(action), describe)), action.now
        action.details |= {"format": "ics", "entries": len(entries)}

        def log_paper(action: Action, paper: RenderedPaper) -> CalendarExport:
            action.details |= {"format": "ics", "step": "made", "sha256": paper.sha256}
            return CalendarExport(paper.path, paper.sha256, len(entries))

        return PreparedPaper(lambda: as_ics(entries, made_at), log_paper)

    return publish(session, "agenda.show", place, prepare, force=force)


def _entries(action: Action, agenda: Agenda, describe: Callable[[Item], str]) -> Iterator[CalendarEntry]:
    """Give each planned appointment, however far ahead, then each duty that names nobody."""
    if action.user.role is not Role.SERVICE:
        for planned in appointments.open_until(action.store, date.max, action.caseload_filter):
            yield CalendarEntry(planned.uuid, planned.on, planned.at, describe(_item(planned)))
    for item in agenda.items:
        if item.duty not in NAMED | PLANNED:
            yield CalendarEntry(uuid5(_NAMESPACE, f"{item.duty} {item.subject}"), item.on, None, describe(item))


def _item(planned: Appointment) -> Item:
    return Item(planned.on, Duty.AFSPRAAK, f"{planned.client} {planned.number}")
