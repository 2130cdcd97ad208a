"""XLSX as rows of text: its one filled sheet, once it was found to be of a size that can be read."""

import io
import re
from datetime import datetime, time
from functools import lru_cache, reduce
from typing import Any

from wkc.errors.families import Invalid
from wkc.errors.input import FileNotTable, SheetsMany

WIDEST = 1_000
"""The most columns of a list."""

_MOST_CELLS, _MOST_BYTES = 50_000_000, 512 << 20
"""The most cells of a sheet, empty ones counted; the most that a file unpacks to."""

_Sheet = tuple[tuple[int, int], list[list[Any]]]
"""Where the rows begin (row and column, from 0), and the rows."""


def filled_sheet(content: bytes) -> tuple[tuple[int, int], list[list[str]]]:
    """Give where the rows of the only filled sheet begin (row and column, from 0), and the rows as people write them.

    Raises FileNotTable or SheetsMany.
    """
    try:
        sheets = _sheets(_looked_at(content))
    except Invalid:
        raise
    except Exception:  # noqa: BLE001  (whatever zipfile, zlib, expat and calamine make of a file that is no XLSX)
        raise FileNotTable(reason="XLSX") from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # Of calamine; it has no name that can be imported.
            raise
        raise FileNotTable(reason="XLSX") from None
    filled = [(start, rows) for start, rows in sheets if any(cell != "" for row in rows for cell in row)]
    if len(filled) > 1:
        raise SheetsMany
    start, rows = filled[0] if filled else ((0, 0), [])
    return start, [list(map(written, row)) for row in rows]


def letters(place: int) -> str:
    """Name a column as a spreadsheet does; 0 is A."""
    rest, last = divmod(place, 26)
    return (letters(rest - 1) if rest else "") + chr(ord("A") + last)


def _sheets(content: bytes) -> list[_Sheet]:
    """Read the sheets that are shown."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    shown = (SheetTypeEnum.WorkSheet, SheetVisibleEnum.Visible)
    book = CalamineWorkbook.from_object(io.BytesIO(content))
    names = [about.name for about in book.sheets_metadata if (about.typ, about.visible) == shown]
    return [(sheet.start or (0, 0), sheet.to_python()) for sheet in map(book.get_sheet_by_name, names)]


def _looked_at(content: bytes) -> bytes:
    """Give the parts of an XLSX that calamine needs, in an archive of our own, once each was found to be of a size.

    Calamine makes room for the whole rectangle between the outermost cells, and a process that asks for more
    than there is, is ended on the spot. Of our own archive it cannot read a size or a part that we did not see.
    """
    from zipfile import ZipFile

    left, fit = _MOST_BYTES, io.BytesIO()
    with ZipFile(io.BytesIO(content)) as given, ZipFile(fit, "w") as looked_at:
        names = given.namelist()
        if len(set(names)) < len(names):
            raise FileNotTable(reason="XLSX")
        for name in names:
            # Calamine knows XLSB and ODS too, whose cells are not measured here: theirs are in *.bin and content.xml.
            if name.lower().endswith((".xml", ".rels")) and name != "content.xml":
                with given.open(name) as part:
                    text = part.read(left + 1)
                left -= len(text)
                if left < 0:
                    raise FileNotTable(reason=f"XLSX > {_MOST_BYTES >> 20} MiB")
                _measure(text)
                looked_at.writestr(name, text)
    return fit.getvalue()


def _measure(text: bytes) -> None:
    """Refuse a sheet when the rectangle between its outermost filled cells is larger than any list."""
    from xml.parsers.expat import ParserCreate

    row, column, seen = 0, -1, True
    rows, columns = set[int](), set[int]()

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal row, column, seen
        kind = name.rpartition(":")[2]
        if kind == "c":
            column, seen = column + 1, False
            if place := attributes.get("r"):
                name_of = place.rstrip("0123456789")
                column, row = _column(name_of), _row(place[len(name_of) :])
        elif kind == "row":
            column, row = -1, _row(attributes["r"]) if "r" in attributes else row + 1
        elif not seen:  # A cell with a layout only holds nothing, and calamine makes no room for it.
            seen = True
            rows.add(row)
            columns.add(column)

    parser = ParserCreate()
    parser.StartElementHandler = start
    parser.Parse(text, True)
    if not rows:
        return
    first, last, top, bottom = min(columns), max(columns), min(rows), max(rows)
    width, height = last - first + 1, bottom - top + 1
    if width > WIDEST or width * height > _MOST_CELLS:
        raise FileNotTable(reason=f"XLSX {letters(first)}{top}:{letters(last)}{bottom}")


@lru_cache
def _column(named: str) -> int:
    """Give the place of a column by its name; A is 0."""
    if not re.fullmatch("[A-Za-z]{1,3}", named):
        raise FileNotTable(reason="XLSX")
    return reduce(lambda place, letter: 26 * place + ord(letter) - ord("A") + 1, named.upper(), 0) - 1


def _row(digits: str) -> int:
    if not digits.isdecimal() or len(digits) > len(str(1 << 20)):
        raise FileNotTable(reason="XLSX")
    return int(digits)


def written(value: object) -> str:
    """Give a value as people write it: a day in ISO form, a whole number without `.0`."""
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
