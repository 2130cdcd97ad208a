"""Files that are offered for the register (art. 3), read as one table of field codes.

A fault in a file never carries one of its values, nor what stands for a column name: without a line of names,
that is a value too.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from wkc.errors.families import Fault, Invalid
from wkc.errors.input import (
    ColumnMissing,
    ColumnMisspelt,
    ColumnNamesMissing,
    ColumnTwice,
    ColumnUnknown,
    FileEmpty,
    FileNotTable,
    RowTooLong,
)
from wkc.procedures.intake.spreadsheet import Cell, Record, Spreadsheet, TruncatedInput, open_spreadsheet
from wkc.rules.dossier.field import BY_CODE, FIELDS

REGISTERED_ON, LAST_CONTACT = "geregistreerd_op", "laatste_contact"
"""The columns that are no field of annex I: the first day of the assignment, and the last contact."""

BETWEEN = "; "
"""What stands between the values of one cell, in a column that takes many."""

_ALIKE = 0.8
"""How near, of 1, an unknown column must come to a known one for a hint."""


class Row(Struct, frozen=True):
    """One row: its number as a spreadsheet counts (of JSON, the first object is 1), and its filled cells."""

    number: int
    cells: Mapping[str, tuple[str, ...]]


class _Place(Struct, frozen=True):
    """What a place in a record is for."""

    code: str
    many: bool


class Table(Struct, frozen=True):
    """A file that can be read: its columns, what is wrong with them, and the SHA-256 of its bytes in hex.

    A column that is not known, or stands there a second time, is in `faults` and not in `columns`.
    """

    columns: tuple[str, ...]
    faults: tuple[Fault, ...]
    sha256: str
    grid: Spreadsheet
    places: Sequence[_Place | None]

    def rows(self) -> Iterator[Row | Fault]:
        """Give the rows, from the first on each time; what is wrong with the shape of a row comes before it.

        Raises FileChanged if the file is no longer the one that was opened.
        """
        records = self.grid.records()
        try:
            _named(records)
            yield from _rows(self.places, records)
        except TruncatedInput as broken:
            yield Fault(FileNotTable(reason="CSV"), row=broken.row)


def open_table(source: Path | bytes) -> Table:
    """Open a file, or the bytes of one.

    Raises FileUnreadable, FileEncoding, FileNotTable, SheetsMany or FileEmpty; what is wrong with one column
    or row is a fault instead.
    """
    grid = open_spreadsheet(source)
    try:
        row, names = _named(grid.records())
    except TruncatedInput:
        raise FileNotTable(reason="CSV") from None
    codes = [re.sub(r"[\s-]+", "_", name.strip().casefold()) for name in names]
    places, faults = _places(codes, grid)
    if not any(places) and not any(isinstance(fault.error, ColumnMisspelt) for fault in faults):
        faults = [Fault(ColumnNamesMissing(), row=row or None)]
    table = Table(tuple(p.code for p in places if p), tuple(faults), grid.sha256, grid, places)
    if next(table.rows(), None) is None:
        raise FileEmpty
    return table


def _named(records: Iterator[Record]) -> tuple[int, list[str]]:
    """Take the records up to and including the column names, with their row; blank ones at the end are none."""
    filled = ((row, list(map(str, record))) for row, record in records if any(map(_filled, record)))
    row, names = next(filled, (0, []))
    while names and not names[-1].strip():
        names.pop()
    return row, names


def _places(codes: Sequence[str], grid: Spreadsheet) -> tuple[list[_Place | None], list[Fault]]:
    """Find what each place in a record is for."""
    absent = {*BY_CODE, REGISTERED_ON, LAST_CONTACT}.difference(codes)
    places: list[_Place | None] = []
    faults: list[Fault] = []
    seen: set[str] = set()
    for number, code in enumerate(codes):
        place = None
        if code not in BY_CODE and code not in (REGISTERED_ON, LAST_CONTACT):
            faults.append(Fault(_unknown(code, absent), column=grid.label(number)))
        elif code in seen:
            faults.append(Fault(ColumnTwice(), column=code))
        else:
            place = _Place(code, code in BY_CODE and BY_CODE[code].many)
        seen.add(code)
        places.append(place)
    required = (field.code for field in FIELDS if field.required)
    faults += [Fault(ColumnMissing(), column=code) for code in required if code not in seen]
    return places, faults


def _unknown(code: str, absent: Collection[str]) -> Invalid:
    """Tell of an unknown column, with the name it is nearest to if that is near, and not in the file itself."""
    from difflib import get_close_matches

    if len(code) <= 2 * max(map(len, BY_CODE)) and (near := get_close_matches(code, absent, 1, _ALIKE)):
        return ColumnMisspelt(known=near[0])
    return ColumnUnknown()


def _rows(places: Sequence[_Place | None], records: Iterator[Record]) -> Iterator[Row | Fault]:
    width = len(places)
    codes = [place.code if place else None for place in places]
    many = [place is not None and place.many for place in places]
    for number, record in records:
        cells: dict[str, tuple[str, ...]] = {}
        for code, several, cell in zip(codes, many, record, strict=False):
            if not cell or code is None:
                continue
            if isinstance(cell, tuple):
                cells[code] = cell
            elif several and BETWEEN in cell:
                if parts := tuple(part for part in cell.split(BETWEEN) if part.strip()):
                    cells[code] = parts
            elif not cell.isspace():
                cells[code] = (cell,)
        if len(record) > width and any(map(_filled, record[width:])):
            yield Fault(RowTooLong(), row=number)
        if cells or any(map(_filled, record)):
            yield Row(number, cells)


def _filled(cell: Cell) -> bool:
    return bool(cell if isinstance(cell, tuple) else cell.strip())
