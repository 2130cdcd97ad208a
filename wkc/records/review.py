"""The review of a copy before it is handed out: what in it is about somebody else (AVG 15.4)."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from msgspec import Struct


class Treatment(StrEnum):
    """The way of a text into a copy: as it is, without some words, or not at all."""

    HOUDEN = "houden"
    VERBERGEN = "verbergen"
    WEGLATEN = "weglaten"


class Clue(StrEnum):
    """The sign by which a place in a text looks like somebody else."""

    TELEFOON = "telefoon"
    E_MAIL = "e_mail"
    NUMMER = "nummer"
    NAAM = "naam"
    NAASTE = "naaste"


class Suspicion(Struct, frozen=True):
    """A place in a text, from character `start` up to `end`, that looks like somebody else."""

    start: int
    end: int
    clue: Clue


class Mark(Struct, frozen=True):
    """The treatment of one text: the digest of the text in hex, the places that are hidden as (start, end).

    A text that was changed since has another digest, and no mark.
    """

    text: str
    treatment: Treatment
    spans: tuple[tuple[int, int], ...] = ()


class Review(Struct, frozen=True):
    """The review of the copy on one request; `marks` are None where they are withheld.

    `places` counts what is hidden. `read_at` and `read_by` say who read it once more, None until somebody did.
    """

    uuid: UUID
    marks: tuple[Mark, ...] | None
    places: int
    reviewed_at: datetime
    reviewed_by: str
    read_at: datetime | None = None
    read_by: str | None = None
