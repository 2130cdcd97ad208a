"""Lists in memory, and what comes of each of their rows: values, a fault, or a reason to leave it out."""

import io
from collections.abc import Callable
from datetime import date

import openpyxl

from wkc.errors.families import Fault
from wkc.procedures.intake.check import Line, check
from wkc.procedures.intake.choices import ReadingChoices
from wkc.procedures.intake.table import LeftOut, open_table
from wkc.records.field import FieldClass

TODAY = date(2026, 3, 31)
GROUNDS = {FieldClass.BIJZONDER: ("uavg_30", "uavg_25"), FieldClass.STRAFRECHTELIJK: ("uavg_33",)}


def workbook(fill: Callable[[openpyxl.Workbook], None]) -> bytes:
    book, content = openpyxl.Workbook(), io.BytesIO()
    fill(book)
    book.save(content)
    return content.getvalue()


def outcome(content: bytes, choices: ReadingChoices | None = None, left_out: tuple[int, ...] = ()) -> list[object]:
    """Give what came of each row: its values by field, or where the fault is and its name."""
    table = open_table(content, choices, left_out)
    found: list[object] = []
    for row in check(table, today=TODAY, grounds=GROUNDS):
        if isinstance(row, Fault):
            found.append((row.row, row.column, row.error.name))
        elif isinstance(row, LeftOut):
            found.append((row.row, row.why))
        else:
            found.append(values(row))
    return found


def values(line: Line) -> dict[str, str]:
    return {field.code: "; ".join(value.text for value in given) for field, given in line.values}


def read(headings: str, *cells: str) -> dict[str, str]:
    """Give the values of one row of a list with these headings."""
    (line,) = outcome(f"{headings}\n{';'.join(cells)}\n".encode())
    assert isinstance(line, dict), line
    return line
