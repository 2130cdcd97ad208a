"""Cells that together make one value, or one cell with several: street and number, postcode and town, a whole name."""

import re

from msgspec import Struct

from wkc.errors.families import Invalid
from wkc.errors.intake import NameUnclear
from wkc.procedures.intake.cell import clean, is_plain
from wkc.procedures.intake.spreadsheet import Cell
from wkc.records.field import Kind
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.dossier.heading import PARTS
from wkc.rules.dossier.wording import is_prefix, split_surname

BETWEEN = "; "
"""The separator of the values of one cell, in a column that takes many."""

_STREET = ("straat", "huisnummer", "huisletter", "toevoeging")

STREET = frozenset(_STREET)
"""The codes that make an address together."""

_POSTCODE = r"(?P<postcode>[0-9]{4}\s*[A-Za-z]{2})[\s,]+(?P<woonplaats>\S.*)"
_AT_ONCE = {
    "postcode_woonplaats": (re.compile(_POSTCODE), "postcode"),
    "adres_postcode_woonplaats": (re.compile(r"(?P<adres>.+?)[\s,;]+" + _POSTCODE), "adres"),
}
"""Columns of several fields: how they come apart, and the field that refuses or takes one that does not."""

_LINES = re.compile(r"\s*[\r\n]+\s*")
_SEVERAL = {
    "telefoon": re.compile(r"\s*(?:[;,\n|]|\s/\s|\s(?:of|en)\s)\s*"),
    "e_mail": re.compile(r"[;,\s|]+"),
}

_Cells = dict[str, tuple[str, ...]]


class ColumnPlace(Struct, frozen=True):
    """A place in a record, and the code of the column: a field or a part."""

    at: int
    code: str
    many: bool
    keeps_lines: bool
    is_simple: bool

    def fill(self, cells: _Cells, cell: Cell) -> None:
        """Put a cell among the values of its row; errors for what is no value."""
        if isinstance(cell, Invalid):
            raise cell
        if isinstance(cell, tuple):
            self._add(cells, cell)
            return
        if cell.isspace():
            return
        if not is_plain(cell):
            cell = clean(cell)
        if ("\n" in cell or "\r" in cell) and not self.keeps_lines and self.code not in _SEVERAL:
            cell = _LINES.sub(", ", cell.strip())
        if self.code in PARTS:
            self._fill_part(cells, cell.strip())
        elif self.many:
            self._add(cells, self._several(cell))
        else:
            cells[self.code] = (cell,)

    def _several(self, cell: str) -> tuple[str, ...]:
        if self.code in _SEVERAL:
            parts = _SEVERAL[self.code].split(cell.strip())
        elif BETWEEN in cell:
            parts = cell.split(BETWEEN)
        else:
            return (cell,)
        return tuple(part for part in parts if part.strip())

    def _add(self, cells: _Cells, values: tuple[str, ...]) -> None:
        if self.many and self.code in cells:
            before = cells[self.code]
            values = (*before, *(value for value in values if value.strip() not in map(str.strip, before)))
        if values:
            cells[self.code] = values

    def _fill_part(self, cells: _Cells, text: str) -> None:
        if self.code in STREET:
            cells[self.code] = (text,)
        elif self.code in _AT_ONCE:
            form, otherwise = _AT_ONCE[self.code]
            match = form.fullmatch(text)
            cells |= {code: (value,) for code, value in match.groupdict().items()} if match else {otherwise: (text,)}
        else:
            _fill_name(cells, text, whole=self.code == "volledige_naam")


def make_address(cells: _Cells) -> None:
    """Make the address of its parts, once a row was read: `Laat 12a`, `Laat 12-3`, `Laat 12 bis`."""
    street, number, letter, more = (" ".join(cells.pop(part, ("",))).strip() for part in _STREET)
    tail = number + letter
    if more and not (more.isalpha() and len(more) == 1 and not letter):
        tail += "-" if more.isdigit() else " "
    if whole := " ".join(filter(None, (street, tail + more))):
        cells["adres"] = (whole,)


def place_of(at: int, code: str) -> ColumnPlace:
    """Give a place with what it is for."""
    field = BY_CODE.get(code)
    many = field is not None and field.many
    is_simple = not many and code not in PARTS
    return ColumnPlace(at, code, many, field is not None and field.kind is Kind.NOTE, is_simple)


def values_of(code: str) -> tuple[str, ...]:
    """Give the fields that a column of this code fills."""
    return PARTS.get(code, (code,))


def _fill_name(cells: _Cells, text: str, *, whole: bool) -> None:
    """Take a name apart: `Berg, van den`, `van den Berg`; a whole one only as `Berg, Anna van den`."""
    first = ""
    if whole:
        last, comma, rest = text.partition(",")
        if not comma or not last.strip() or not rest.strip():
            raise NameUnclear
        words = rest.split()
        cut = len(words)
        while cut and is_prefix(" ".join(words[cut - 1 :])):
            cut -= 1
        first, before = " ".join(words[:cut]), " ".join(words[cut:])
        text = last.strip()
    else:
        before, text = split_surname(text)
    named = {"geslachtsnaam": text, "voorvoegsel": before, "voornamen": first}
    cells |= {code: (value,) for code, value in named.items() if value}
