"""Reports to an opdrachtgever on the progress of an assignment (art. 8, purpose voortgang)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from wkc.records.dossier import Assignment, Contact, Entry
from wkc.records.field import Field
from wkc.records.party import Houder, Party, PartyProfile


class ReportKind(StrEnum):
    """A report on a period of an assignment that goes on, or the one at its end."""

    VOORTGANG = "voortgang"
    EIND = "eind"


class ReportDue(Struct, frozen=True):
    """A report that an agreement asks for: on or before `due_on`, over the period from `from_on` to `until_on`."""

    kind: ReportKind
    from_on: date
    until_on: date
    due_on: date


class SentReport(Struct, frozen=True):
    """A report that went out: up to and including which day, and whether it was the one at the end."""

    until_on: date
    kind: ReportKind


class TextPart(StrEnum):
    """A part of a report in the coach's own words: what was agreed, or all else."""

    AFSPRAKEN = "afspraken"
    WOORDEN = "woorden"


class BarredValue(Struct, frozen=True):
    """A value that a report may not hold, and the reason; `number` is that of the entry, 0 of a value put aside."""

    number: int
    entry: UUID
    field: Field
    value: str
    reason: str
    article: str


class Finding(Struct, frozen=True):
    """A barred value in a text: the entry, its place, and the reason for which it may not go; never the value itself.

    `whole` tells that the whole value is there; else one telling word of it does.
    """

    number: int
    entry: UUID
    field: Field
    part: TextPart
    line: int
    whole: bool
    reason: str
    article: str


class NewReport(Struct, frozen=True):
    """A draft: its assignment, its period, its kind, how it goes and on which ground, and the coach's own words.

    `law`, `citation` and `covers_bsn` belong to the ground.
    """

    assignment: Assignment
    from_on: date
    until_on: date
    kind: ReportKind
    channel: str
    ground: str
    law: str | None
    citation: str | None
    covers_bsn: bool
    agreed: str | None
    words: str | None


class Report(NewReport, frozen=True, kw_only=True):
    """A report on file: a draft, or one that went out, of which the words are not kept.

    `agreed` and `words` are None when there is none, when it is final, or where they are withheld; `has_words` tells.
    `disclosure` is its number in the log of the client; `printed_at` is when its paper was made last.
    """

    id: int
    uuid: UUID
    has_words: bool
    recorded_at: datetime
    recorded_by: str
    disclosure: int | None
    final_at: datetime | None = None
    final_by: str | None = None
    sha256: bytes | None = None
    printed_at: datetime | None = None


class CheckState(StrEnum):
    """A point of the list at the end of an assignment: done, still open, not asked, or for a person to see to."""

    GEDAAN = "gedaan"
    OPEN = "open"
    NIET_NODIG = "niet_nodig"
    ZELF = "zelf"


class CheckItem(Struct, frozen=True):
    """One point of that list; `details` are numbers or days."""

    code: str
    state: CheckState
    details: tuple[str, ...] = ()


class ReportPaper(Struct, frozen=True):
    """All that a report shows: entries with their marks, the contacts of its period; `number` is None on a draft."""

    houder: Houder
    party: Party
    profile: PartyProfile
    name: str | None
    report: Report
    contacts: tuple[Contact, ...]
    entries: tuple[tuple[Entry, str | None], ...]
    number: str | None
    law: str | None
    made_at: datetime
