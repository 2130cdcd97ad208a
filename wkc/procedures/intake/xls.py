"""XLS (BIFF) as sheets, by xlrd: it shows errors, hidden rows and merged cells, which calamine does not."""

import io
from datetime import datetime
from typing import Any

from wkc.errors.families import Invalid
from wkc.errors.input import FileNotTable
from wkc.errors.intake import CellError, CellMerged, CellTime, CellTruth, CellUncalculated, FileLocked
from wkc.procedures.intake.cell import number, write_cell
from wkc.procedures.intake.spreadsheet import Cell, Sheet, overlay
from wkc.procedures.intake.xls_formulas import Place, find_uncalculated
from wkc.procedures.intake.zip_parts import WIDEST

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def sheets_of(content: bytes) -> list[Sheet]:
    """Give the sheets of a workbook; errors.FileNotTable, FileLocked."""
    if _ENCRYPTED in content:
        raise FileLocked
    import xlrd

    try:
        book = xlrd.open_workbook(file_contents=content, formatting_info=True, logfile=io.StringIO())
        open_formulas = find_uncalculated(content)
        return [_sheet(book, sheet, places) for sheet, places in zip(book.sheets(), open_formulas, strict=True)]
    except Exception as error:  # noqa: BLE001  (whatever xlrd makes of a file that is no XLS)
        if "encrypted" in str(error).lower():
            raise FileLocked from None
        raise FileNotTable(reason="XLS") from None


def _sheet(book: Any, sheet: Any, open_formulas: frozenset[Place]) -> Sheet:
    if sheet.ncols > WIDEST:
        raise FileNotTable(reason="XLS")
    rows = [[_cell(book, sheet.cell(row, place)) for place in range(sheet.ncols)] for row in range(sheet.nrows)]
    covered: dict[Place, Invalid] = {place: CellUncalculated() for place in open_formulas}
    covered |= {
        (row + 1, place): CellMerged()
        for top, bottom, first, last in sheet.merged_cells
        for row in range(top, bottom)
        for place in range(first, last)
        if (row, place) != (top, first)
    }
    overlay(rows, (1, 0), covered)
    hidden = frozenset(row + 1 for row, about in sheet.rowinfo_map.items() if about.hidden)
    columns = frozenset(place for place, about in sheet.colinfo_map.items() if about.hidden and place < WIDEST)
    return Sheet(sheet.name, 1, 0, rows, hidden, columns, visible=sheet.visibility == 0)


def _cell(book: Any, cell: Any) -> Cell:
    import xlrd

    if cell.ctype == xlrd.XL_CELL_ERROR:
        return CellError()
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return CellTruth()
    if cell.ctype == xlrd.XL_CELL_DATE:
        if cell.value < 1:
            return CellTime()
        return write_cell(datetime(*xlrd.xldate_as_tuple(cell.value, book.datemode)))  # noqa: DTZ001  (a cell has no zone)
    if cell.ctype == xlrd.XL_CELL_NUMBER:
        return number(cell.value)
    return str(cell.value)
