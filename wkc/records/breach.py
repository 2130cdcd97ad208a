"""A datalek: a breach of personal data, whom it reached, and who was notified (AVG 4.12, 33 and 34)."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from msgspec import Struct


class BreachKind(StrEnum):
    """The kind of a breach, in the words of the AP's form."""

    VERLIES = "verlies"
    DIEFSTAL = "diefstal"
    VERKEERD_VERZONDEN = "verkeerd_verzonden"
    ONBEVOEGD_INZIEN = "onbevoegd_inzien"
    AANVAL = "aanval"
    VERNIETIGING = "vernietiging"
    OVERIG = "overig"


class BreachRuling(Struct, frozen=True):
    """The decision on a breach: whether the AP hears of it, and the people, each with reasons (None where withheld)."""

    report_ap: bool
    ap_reasons: str | None
    notify_persons: bool
    persons_reasons: str | None
    at: datetime
    by: str


class ReachedPerson(Struct, frozen=True):
    """A client whom a breach reached, by dossier number, and the categories of annex I that it was about."""

    client: str
    categories: tuple[int, ...]


class ReachedParty(Struct, frozen=True):
    """An opdrachtgever to notify: by when its agreement says, None without one; and when that was done."""

    party: str
    due_at: datetime | None
    notified_at: datetime | None


class Breach(Struct, frozen=True):
    """A breach on file. Instants are UTC; `from_at` and `until_at` say when it happened, as far as that is known.

    `persons` are those with a dossier, `gone` counts the others. `events` and `end` are None where withheld or not yet.
    """

    id: int
    uuid: UUID
    number: str
    kind: BreachKind
    known_at: datetime
    from_at: datetime | None
    until_at: datetime | None
    events: str | None
    ruling: BreachRuling | None
    ap_reported_at: datetime | None
    persons_notified_at: datetime | None
    closed_at: datetime | None
    end: str | None
    gone: int
    persons: tuple[ReachedPerson, ...]
    parties: tuple[ReachedParty, ...]
    recorded_at: datetime
    recorded_by: str
