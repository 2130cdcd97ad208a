"""A vergissing: a row that the office typed by mistake and takes back (art. 12 and 14.2, AVG 5.1.d)."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from wkc.records.field import Field


class MistakeNoun(StrEnum):
    """The kind of row that can be taken back or, at a request, corrected.

    A letter, the words of a request, a draft of a report and the reason of a noodinzage are corrected alone.
    """

    GEGEVEN = "gegeven"
    CONTACT = "contact"
    TOESTEMMING = "toestemming"
    MACHTIGING = "machtiging"
    OPSCHORTING = "opschorting"
    VERSTREKKING = "verstrekking"
    AFSPRAAK = "afspraak"
    DOCUMENT = "document"
    BRIEF = "brief"
    VERZOEK = "verzoek"
    RAPPORTAGE = "rapportage"
    NOODINZAGE = "noodinzage"


class MistakeReason(StrEnum):
    """The reason for which a row is a mistake: mistyped, of somebody else, or on file twice."""

    TYPEFOUT = "typefout"
    VERKEERD_DOSSIER = "verkeerd_dossier"
    DUBBEL = "dubbel"


class RowChange(Struct, frozen=True):
    """A row by its number on its list, with the time and the user of its writing; `field` where it is a gegeven."""

    noun: MistakeNoun
    number: int
    uuid: UUID
    field: Field | None
    recorded_at: datetime
    recorded_by: str


class Mistake(Struct, frozen=True):
    """A row that was taken back: its kind, why and when, never what it said.

    `words` are those of who took it back; they and `field` are None where they are withheld. `moved` tells that it
    stands in another dossier now. `removed_at` is when the ledger named it, None while that waits.
    """

    uuid: UUID
    noun: MistakeNoun
    field: Field | None
    reason: MistakeReason
    words: str | None
    moved: bool
    recorded_at: datetime
    recorded_by: str
    removed_at: datetime | None = None
