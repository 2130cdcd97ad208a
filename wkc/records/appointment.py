"""Appointments with a client: planned, and what became of each (art. 10)."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from msgspec import Struct


class AppointmentOutcome(StrEnum):
    """The end of an appointment: kept, missed by the client, moved to another day, or called off."""

    NAGEKOMEN = "nagekomen"
    GEMIST = "gemist"
    VERZET = "verzet"
    AFGEZEGD = "afgezegd"


class Appointment(Struct, frozen=True):
    """An afspraak; `number` counts those of one client, for good, and `client` is the dossier number.

    `at` is a time in Amsterdam, `09:30`, or None for a day without one. `outcome` is None while it is planned.
    """

    id: int
    number: int
    uuid: UUID
    client: str
    on: date
    at: str | None
    kind: str
    outcome: AppointmentOutcome | None
    recorded_at: datetime
    recorded_by: str
    ended_at: datetime | None = None
    ended_by: str | None = None
