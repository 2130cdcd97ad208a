"""Art. 4.2: where the values of a list came from: the opdrachtgever, on a day, for a sealed class on which ground."""

from datetime import date
from functools import lru_cache

from wkc.procedures.core.name_keys import with_birth_key
from wkc.procedures.intake.check import Line
from wkc.procedures.intake.listed_person import BORN
from wkc.procedures.intake.order import IntakeOrder
from wkc.records.dossier import Provenance
from wkc.records.party import Party
from wkc.store.dossier.entry import Item

_DAYS = 64
"""Days of which the origin of values is remembered: the rows of a list share a few."""


class Origins:
    """The origins that the values of one opdracht have."""

    def __init__(self, party: Party, order: IntakeOrder) -> None:
        self._party = party
        self._grounds = {None, *(ground for grounds in order.grounds.values() for ground in grounds)}
        self._ground_of = lru_cache(None)(order.ground)
        self._on = lru_cache(_DAYS)(self._make)

    def items(self, line: Line, obtained_on: date, *, has_bsn: bool) -> list[Item]:
        """Give each value of a line with its origin; a date of birth also with its index form."""
        origins = self._on(obtained_on)
        return [
            (
                field,
                with_birth_key(value, has_bsn=has_bsn) if field.code == BORN else value,
                origins[self._ground_of(field)],
            )
            for field, values in line.values
            for value in values
        ]

    def _make(self, obtained_on: date) -> dict[str | None, Provenance]:
        return {ground: Provenance("opdrachtgever", None, self._party, obtained_on, ground) for ground in self._grounds}
