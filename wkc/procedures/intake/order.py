"""The opdracht of a list as it is typed (art. 3): who supplies it, and on which grounds its sealed classes are held."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from msgspec import Struct

from wkc.procedures.io.codes import parse_code
from wkc.procedures.io.fields import parse_day
from wkc.records.field import Field, FieldClass
from wkc.rules.disclosure.consent import EXPLICIT
from wkc.rules.dossier.source import GRONDSLAGEN, find_ground


class TypedGrounds(NamedTuple):
    """The grounds as typed: those of each class with commas between, how and when the clients consented."""

    special_basis: str | None = None
    criminal_basis: str | None = None
    consent_how: str | None = None
    consent_on: str | None = None


class IntakeOrder(Struct, frozen=True):
    """The opdracht that a list belongs to, and the grounds for what it holds of the sealed classes.

    Each field takes the first of the grounds of its class that fits it. `consent_how` and `consent_on` say how and when
    the clients consented, for what is held on that.
    """

    opdrachtgever: str
    reference: str
    grounds: Mapping[FieldClass, tuple[str, ...]] = {}
    consent_how: str | None = None
    consent_on: date | None = None

    def ground(self, field: Field) -> str | None:
        """Give the ground on which values of a field are held; None where none of them fits, or none is needed."""
        return find_ground(field, self.grounds)


def parse_order(opdrachtgever: str, reference: str, stated: TypedGrounds) -> IntakeOrder:
    """Read an order as it is typed; errors.KindUnknown for a ground that its sealed class does not know."""
    return IntakeOrder(
        opdrachtgever,
        reference,
        {
            FieldClass.BIJZONDER: _parse_grounds(stated.special_basis, FieldClass.BIJZONDER),
            FieldClass.STRAFRECHTELIJK: _parse_grounds(stated.criminal_basis, FieldClass.STRAFRECHTELIJK),
        },
        None if stated.consent_how is None else parse_code(stated.consent_how, tuple(sorted(EXPLICIT))),
        None if stated.consent_on is None else parse_day(stated.consent_on),
    )


def _parse_grounds(typed: str | None, field_class: FieldClass) -> tuple[str, ...]:
    return () if typed is None else tuple(parse_code(one, GRONDSLAGEN[field_class]) for one in typed.split(","))
