"""The fields of annex I, and the columns of a list that are none, as a user may ask for them."""

from msgspec import Struct

from wkc.records.field import Field, Kind
from wkc.rules.dossier.field import FIELDS
from wkc.rules.dossier.heading import DAYS


def catalogue() -> tuple[Field, ...]:
    """Give all fields, in the order of annex I."""
    return FIELDS


class ColumnBesides(Struct, frozen=True):
    """A column of a list that is no field of annex I: a day of an existing administration."""

    code: str
    category: int | None
    label: str
    kind: Kind
    field_class: str | None
    required: bool = False
    many: bool = False
    choices: tuple[str, ...] = ()


def columns_besides() -> tuple[ColumnBesides, ...]:
    """Give the columns of a list that are no field: the first day of the assignment, and the last contact."""
    return tuple(ColumnBesides(code, None, label, Kind.DATE, None) for code, label in DAYS.items())
