"""A value that an opdrachtgever's list supplied and that was put aside for the beheerder (art. 4.2, 12)."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from msgspec import Struct

from wkc.records.dossier import Client
from wkc.records.field import Field
from wkc.records.party import Party


class SuppliedValue(Struct, frozen=True):
    """A value put aside: `reason` is the code of its obstacle; `value` is None where it is withheld.

    `number` counts the values put aside of one client, in the order of writing down.
    """

    number: int
    uuid: UUID
    client: Client
    field: Field
    value: str | None
    grondslag: str | None
    party: Party
    obtained_on: date
    reason: str
    recorded_at: datetime
    recorded_by: str
