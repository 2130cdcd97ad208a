"""Parts of a zipped workbook, each measured before a library makes room for it, with what a library passes over.

Calamine makes room for the whole rectangle between the outermost cells, and a process that asks for more than there
is, is ended on the spot. It gives a cell with an error as an empty one, and knows no hidden rows. This pass over the
XML is our own because it has to come before any library reads, and sees both on the way.
"""

import io
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from zipfile import ZipFile

from msgspec import Struct, field

from wkc.errors.families import Invalid
from wkc.errors.input import FileNotTable
from wkc.errors.intake import CellError, CellMerged, CellTruth, CellUncalculated
from wkc.procedures.intake.spreadsheet import letters, place_of

WIDEST = 1_000
"""The most columns of a list."""

MOST_CELLS, MOST_BYTES = 50_000_000, 512 << 20
"""The most cells of a sheet, empty ones counted; the most that a file unpacks to."""

_RANGE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})(?::([A-Za-z]{1,3})([0-9]{1,7}))?")
_MOST_MERGED = 100_000
_YES = ("1", "true")


class SheetFacts(Struct):
    """The faults, hidden parts and size of one sheet as its XML has them: rows from 1, columns from 0."""

    cells: dict[tuple[int, int], Invalid] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)


def unpack(content: bytes, wanted: Callable[[str], bool], most: int = MOST_BYTES) -> tuple[bytes, dict[str, bytes]]:
    """Give an archive of our own with the parts that are wanted, and these parts, once their size was found to be one.

    Of our own archive a library cannot read a size or a part that was not seen here.
    """
    left, fit, parts = most, io.BytesIO(), dict[str, bytes]()
    with ZipFile(io.BytesIO(content)) as offered, ZipFile(fit, "w") as looked_at:
        names = offered.namelist()
        if len(set(names)) < len(names):
            raise FileNotTable(reason="XLSX")
        for name in filter(wanted, names):
            with offered.open(name) as part:
                parts[name] = part.read(left + 1)
            left -= len(parts[name])
            if left < 0:
                raise FileNotTable(reason=f"XLSX > {most >> 20} MiB")
            looked_at.writestr(name, parts[name])
    return fit.getvalue(), parts


def look_at(text: bytes) -> SheetFacts:
    """Read the facts of one part of an XLSX; errors.FileNotTable for a sheet larger than any list."""
    from xml.parsers.expat import ParserCreate

    pass_over = _SheetPass()
    parser = ParserCreate()
    parser.StartElementHandler = pass_over.start
    parser.CharacterDataHandler = pass_over.text
    parser.Parse(text, True)
    pass_over.end_cell()
    facts = pass_over.facts
    measure(facts.rows, facts.columns, "XLSX")
    for top, first, bottom, last in facts.merged:
        for row, column in _list_covered(top, first, bottom, last):
            facts.cells.setdefault((row, column), CellMerged())
    return facts


def measure(rows: set[int], columns: set[int], form: str) -> None:
    """Refuse a sheet when the rectangle between its outermost filled cells is larger than any list."""
    if not rows:
        return
    first, last, top, bottom = min(columns), max(columns), min(rows), max(rows)
    width, height = last - first + 1, bottom - top + 1
    if width > WIDEST or width * height > MOST_CELLS:
        raise FileNotTable(reason=f"{form} {letters(first)}{top}:{letters(last)}{bottom}")


class _SheetPass:
    """The state of one pass over the XML of a sheet."""

    def __init__(self) -> None:
        self.facts = SheetFacts()
        self._row, self._column = 0, -1
        self._seen, self._type, self._formula, self._value, self._in_value = True, "", False, False, False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""
        kind = name.rpartition(":")[2]
        if kind == "c":
            self._cell(attributes)
        elif kind == "row":
            self.end_cell()
            self._column, self._seen = -1, True
            self._row = _row(attributes["r"]) if "r" in attributes else self._row + 1
            if attributes.get("hidden") in _YES:
                self.facts.hidden_rows.add(self._row)
        elif kind == "col":
            if attributes.get("hidden") in _YES:
                last = min(int(attributes.get("max", "0")), WIDEST)
                self.facts.hidden_columns.update(range(int(attributes.get("min", "1")) - 1, last))
        elif kind == "mergeCell":
            self._merge(attributes.get("ref", ""))
        else:
            self._formula = self._formula or kind == "f"
            self._value = self._value or kind == "is" or (kind == "v" and self._type == "str")
            self._in_value = kind == "v"
            if not self._seen:  # A cell with a layout only holds nothing, and calamine makes no room for it.
                self._seen = True
                self.facts.rows.add(self._row)
                self.facts.columns.add(self._column)

    def text(self, text: str) -> None:
        """Take text: the outcome of a formula, when it is the value of a cell."""
        if self._in_value and text:
            self._value = True

    def _cell(self, attributes: dict[str, str]) -> None:
        self.end_cell()
        self._column, self._seen = self._column + 1, False
        self._type = attributes.get("t", "")
        if place := attributes.get("r"):
            name_of = place.rstrip("0123456789")
            self._column, self._row = _column(name_of), _row(place[len(name_of) :])

    def end_cell(self) -> None:
        """Take the end of a cell: what is wrong with it."""
        if self._column >= 0:
            error: Invalid | None = None
            if self._type == "e":
                error = CellError()
            elif self._type == "b":
                error = CellTruth()
            elif self._formula and not self._value:
                error = CellUncalculated()
            if error:
                self.facts.cells[self._row, self._column] = error
        self._type, self._formula, self._value, self._in_value = "", False, False, False

    def _merge(self, reference: str) -> None:
        match = _RANGE.fullmatch(reference)
        if match and match[3]:
            top, bottom = sorted((_row(match[2]), _row(match[4])))
            first, last = sorted((_column(match[1]), _column(match[3])))
            self.facts.merged.append((top, first, bottom, last))


def _list_covered(top: int, first: int, bottom: int, last: int) -> Iterator[tuple[int, int]]:
    """Give the cells that a merge covers besides its first, as far as a list can have them."""
    if (bottom - top + 1) * (last - first + 1) > _MOST_MERGED:
        last = first
        bottom = min(bottom, top + _MOST_MERGED)
    cells = ((row, column) for row in range(top, bottom + 1) for column in range(first, last + 1))
    return (cell for cell in cells if cell != (top, first))


@lru_cache
def _column(named: str) -> int:
    """Give the place of a column by its name; A is 0."""
    if not re.fullmatch("[A-Za-z]{1,3}", named):
        raise FileNotTable(reason="XLSX")
    return place_of(named)


def _row(digits: str) -> int:
    if not digits.isdecimal() or len(digits) > len(str(1 << 20)):
        raise FileNotTable(reason="XLSX")
    return int(digits)
