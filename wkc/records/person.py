"""People on file at a party (art. 8.3): who may be told something by telephone, on which number."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from msgspec import Struct

from wkc.records.party import Party


class Person(Struct, frozen=True):
    """Somebody at a party who is known to us, with the number to call back on.

    `number` counts the people of one party in the order of writing down. The telephone number counts once it is
    verified from another source than the call itself: from which, on which day, by which user.
    """

    id: int
    number: int
    uuid: UUID
    party: Party
    name: str
    function: str
    telephone: str
    recorded_at: datetime
    recorded_by: str
    verified_from: str | None = None
    verified_on: date | None = None
    verified_by: str | None = None
