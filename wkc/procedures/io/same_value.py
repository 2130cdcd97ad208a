"""Values that are the same though they are written otherwise (art. 4)."""

from wkc.procedures.io.text import normal_name
from wkc.records.field import Field, Kind

_NOT_IN_NUMBERS = str.maketrans("", "", " .-/()\N{NO-BREAK SPACE}\N{NON-BREAKING HYPHEN}")


def is_same(field: Field, one: str | None, other: str) -> bool:
    """Judge whether two values of a field are the same, however they are written."""
    if one is None or one == other:
        return one is not None
    if field.kind in (Kind.POSTCODE, Kind.IBAN, Kind.DOCUMENT_NUMBER):
        return _bare(one).upper() == _bare(other).upper()
    if field.code == "telefoon":
        return _dial(one) == _dial(other)
    if field.code == "e_mail":
        return one.casefold() == other.casefold()
    return field.code == "woonplaats" and normal_name(one) == normal_name(other)


def _bare(text: str) -> str:
    return text.translate(_NOT_IN_NUMBERS)


def _dial(text: str) -> str:
    """Give the digits of a telephone number as they are dialled here: +31 and 0031 are 0."""
    digits = _bare(text)
    for before in ("+31", "0031"):
        if digits.startswith(before):
            return "0" + digits.removeprefix(before).removeprefix("0")
    return digits
