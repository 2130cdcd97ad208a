"""Appointments (art. 10): planned, and what became of each."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from wkc.records.appointment import Appointment, AppointmentOutcome
from wkc.records.dossier import Client
from wkc.store.queries import queries
from wkc.store.store import Store, moment, moment_or_none, stamp

_Q = queries("dossier/appointment")


def add(store: Store, client: Client, on: date, at_time: str | None, kind: str, at: datetime, by: str) -> None:
    """Plan an appointment; `at_time` is `09:30` or None."""
    uuid = store.new_uuid().bytes
    planned = {"number": store.next_number("appointment"), "on_date": on.isoformat(), "at_time": at_time, "kind": kind}
    store.insert(_Q.add, uuid=uuid, client=client.id, at=stamp(at), by=by, **planned)


def of_client(store: Store, client: Client) -> tuple[Appointment, ...]:
    """Give the appointments of one client, by day, those that are over too."""
    return tuple(map(_appointment, store.all(_Q.of_client, client=client.id)))


def open_until(store: Store, last: date, coach: str | None) -> tuple[Appointment, ...]:
    """Give what is still planned up to a day, in one caseload; None is that of the clients without a coach."""
    return tuple(map(_appointment, store.all(_Q.open, last=last.isoformat(), coach=coach)))


def finish(
    store: Store, appointment: Appointment, outcome: AppointmentOutcome, contact: UUID | None, at: datetime, by: str
) -> bool:
    """Write down what became of an appointment; False when that was written down already."""
    left = contact.bytes if contact else None
    return store.run(_Q.finish, id=appointment.id, outcome=outcome.value, contact=left, at=stamp(at), by=by) == 1


def _appointment(row: Any) -> Appointment:
    return Appointment(
        row["id"],
        row["number"],
        UUID(bytes=row["uuid"]),
        row["client_number"],
        date.fromisoformat(row["on_date"]),
        row["at_time"],
        row["kind"],
        None if row["outcome"] is None else AppointmentOutcome(row["outcome"]),
        moment(row["recorded_at"]),
        row["recorded_by"],
        moment_or_none(row["ended_at"]),
        row["ended_by"],
    )
