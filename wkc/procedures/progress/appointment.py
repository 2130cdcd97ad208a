"""Appointments: planned, kept, missed, moved, called off; only a kept one counts for art. 10."""

import re
from datetime import date

from msgspec import Struct

from wkc.errors.appointment import AppointmentAhead, AppointmentOver, AppointmentUnknown, BadTime, DayPast
from wkc.errors.families import Invalid
from wkc.procedures.core import clock
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.search import the_client
from wkc.procedures.io import codes, fields
from wkc.procedures.retention import contact as contacting
from wkc.procedures.retention.contact import Contacts
from wkc.records.appointment import Appointment, AppointmentOutcome
from wkc.records.dossier import Client
from wkc.rules.progress.appointment import KINDS, contact_kind, may_end, may_plan
from wkc.store.dossier import appointment as appointments

_TIME = re.compile(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])")


class Appointments(Struct, frozen=True):
    """The appointments of one client, by day."""

    client: Client
    appointments: tuple[Appointment, ...]


def parse_time(typed: str) -> str:
    """Read `9:30` or `09.30` and give `09:30`; errors.BadTime."""
    match = _TIME.fullmatch(typed.strip())
    if match is None:
        raise BadTime
    return f"{int(match[1]):02d}:{match[2]}"


def plan(session: Session, client_text: str, on: str, at: str | None, kind: str) -> Appointments:
    """Plan an appointment on a day that is not past."""
    day, time = fields.parse_any_day(on, clock.day(session.environment.now())), None if at is None else parse_time(at)
    wanted = codes.parse_code(kind, KINDS)
    with act(session, "appointment.plan") as action:
        client = the_client(action, client_text)
        _add(action, client, day, time, wanted)
        return _of(action, client)


def every(session: Session, client_text: str) -> Appointments:
    """Give the appointments of one client."""
    with act(session, "appointment.list") as action:
        return _of(action, the_client(action, client_text))


def check_kept(note: str | None, kind: str | None) -> str | None:
    """Check a note and a kind before anything is asked, and give the kind as a code."""
    if note is not None:
        fields.parse_note(note)
    return None if kind is None else codes.parse_code(kind, KINDS)


def keep(session: Session, client_text: str, number: int, note: str | None, kind: str | None = None) -> Contacts:
    """Write down that an appointment was kept: it becomes the contact of its day."""
    kept_as, text = check_kept(None, kind), None if note is None else fields.parse_note(note)
    with act(session, "appointment.keep") as action:
        return _end_with_contact(action, client_text, number, AppointmentOutcome.NAGEKOMEN, text, kept_as)


def miss(session: Session, client_text: str, number: int, note: str | None) -> Contacts:
    """Write down that the client did not come: a contact of the kind niet_verschenen, which restarts nothing."""
    text = None if note is None else fields.parse_note(note)
    with act(session, "appointment.miss") as action:
        return _end_with_contact(action, client_text, number, AppointmentOutcome.GEMIST, text, None)


def move(session: Session, client_text: str, number: int, on: str, at: str | None) -> Appointments:
    """Move an appointment to another day or time: the old one is over, the new one has its own number."""
    day, time = fields.parse_any_day(on, clock.day(session.environment.now())), None if at is None else parse_time(at)
    with act(session, "appointment.move") as action:
        client = the_client(action, client_text)
        old = _end(action, client, number, AppointmentOutcome.VERZET)
        _add(action, client, day, time, old.kind)
        return _of(action, client)


def cancel(session: Session, client_text: str, number: int) -> Appointments:
    """Write down that an appointment was called off."""
    with act(session, "appointment.cancel") as action:
        client = the_client(action, client_text)
        _end(action, client, number, AppointmentOutcome.AFGEZEGD)
        return _of(action, client)


def _add(action: Action, client: Client, on: date, time: str | None, kind: str) -> None:
    if not may_plan(on, action.today).allowed:
        raise DayPast
    appointments.add(action.store, client, on, time, kind, action.now, action.by)
    action.details |= {"on": on.isoformat(), "kind": kind}


def _end_with_contact(
    action: Action, client_text: str, number: int, outcome: AppointmentOutcome, note: str | None, kept_as: str | None
) -> Contacts:
    client = the_client(action, client_text)
    appointment = _judge_step(action, client, number, outcome)
    kind = contact_kind(appointment, outcome, kept_as) or appointment.kind
    made, listed = contacting.add(action, client, appointment.on, kind, note)
    appointments.finish(action.store, appointment, outcome, made, action.now, action.by)
    return listed


def _end(action: Action, client: Client, number: int, outcome: AppointmentOutcome) -> Appointment:
    appointment = _judge_step(action, client, number, outcome)
    appointments.finish(action.store, appointment, outcome, None, action.now, action.by)
    return appointment


def _judge_step(action: Action, client: Client, number: int, outcome: AppointmentOutcome) -> Appointment:
    listed = appointments.of_client(action.store, client)
    appointment = next((one for one in listed if one.number == number), None)
    if appointment is None:
        raise AppointmentUnknown
    action.details["appointment"] = appointment.uuid.hex
    verdict = may_end(appointment, outcome, action.today)
    if not verdict.allowed:
        raise _error(appointment, verdict.reason)
    return appointment


def _error(appointment: Appointment, reason: str) -> Invalid:
    if reason == "al_afgehandeld":
        return AppointmentOver(outcome=appointment.outcome)
    return AppointmentAhead(day=appointment.on)


def _of(action: Action, client: Client) -> Appointments:
    return Appointments(client, appointments.of_client(action.store, client))
