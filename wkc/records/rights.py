"""What a client grants to others: a mandate, a consent, a release from secrecy (art. 8, 11 and 12)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Mandate:
    """A machtiging: who acts for a client, as gemachtigde or by law, up to and including `until_on`.

    `number` counts the mandates of one client in the order in which they were written down. `document` says what
    was seen on `seen_on` by user `seen_by`; None where it is withheld.
    """

    id: int
    number: int
    uuid: UUID
    kind: str
    name: str
    from_on: date
    until_on: date | None
    document: str | None
    seen_on: date
    seen_by: str
    recorded_at: datetime
    recorded_by: str
