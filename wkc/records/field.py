"""The fields of annex I and their values (art. 4)."""

from enum import StrEnum

from msgspec import Struct


class FieldClass(StrEnum):
    """The sensitivity of a field; bijzonder (AVG 9) and strafrechtelijk (AVG 10) are the sealed classes."""

    GEWOON = "gewoon"
    GEVOELIG = "gevoelig"
    BIJZONDER = "bijzonder"
    STRAFRECHTELIJK = "strafrechtelijk"

    @property
    def sealed(self) -> bool:
        """Tell whether values of this class are encrypted once more inside the register."""
        return self in (FieldClass.BIJZONDER, FieldClass.STRAFRECHTELIJK)


class Kind(StrEnum):
    """The form of a field's values."""

    TEXT = "text"
    CODE = "code"
    DATE = "date"
    PARTIAL_DATE = "partial_date"
    BSN = "bsn"
    IBAN = "iban"
    POSTCODE = "postcode"
    DOCUMENT_NUMBER = "document_number"
    NOTE = "note"


class Field(Struct, frozen=True):
    """One field of annex I: its category is the number on the paper (1-30), its label is Dutch."""

    code: str
    category: int
    label: str
    kind: Kind
    field_class: FieldClass
    many: bool = False
    required: bool = False
    choices: tuple[str, ...] = ()


class PartialDate(Struct, frozen=True):
    """A date that may miss its day, or its day and month: `1968`, `1968-03`, `1968-03-02` (BRP)."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        """Give the ISO 8601 form, as short as what is known."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


class Value(Struct, frozen=True):
    """A checked value: `text` as given (NFC, trimmed; dates ISO 8601), `normal` the form to look it up by."""

    text: str
    normal: str | None = None
