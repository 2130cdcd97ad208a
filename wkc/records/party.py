"""Parties: the organisations that supply or receive data, and the houder itself (art. 1, 3, 5)."""

from datetime import date, datetime
from uuid import UUID

from wkc.records.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Party:
    """An opdrachtgever, instantie, werkgever or derde: who gives us data or gets it.

    `body` is the one of annex III or art. 8.3 that it is (rules/annex.py), where it is one.
    """

    id: int
    uuid: UUID
    name: str
    kind: str
    recorded_at: datetime
    recorded_by: str
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Houder:
    """The houder (art. 1 and 5): the office itself, how it is reached if that was set, and its regulation (art. 15)."""

    name: str
    place: str
    kvk: str
    address: str | None = None
    contact: str | None = None
    reglement: str = "Privacyreglement de werkKRACHTcentrale"
    reglement_of: date = date(2012, 2, 21)
