"""An objection (AVG 21) and an open request to remove everything: what a disclosure is judged by beside its ground."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from msgspec import Struct

from wkc.records.party import Party


class Objection(Struct, frozen=True):
    """The uses that a granted objection bars from a day on: without a name, all but those by law and by consent.

    At most one of `purpose`, `party` and `party_kind` is there. `request` is the number of the request, `kind` bezwaar
    or beperking.
    """

    uuid: UUID
    request: str
    kind: str
    purpose: str | None
    party: Party | None
    party_kind: str | None
    from_on: date


class OpenRequest(Struct, frozen=True):
    """A request that is not decided and about no single entry: its number, and bezwaar or verwijdering."""

    number: str
    kind: str
