"""OpenDocument spreadsheets as sheets: the values by calamine, with the faults and hidden parts that it passes over."""

import re
from collections.abc import Mapping
from typing import Any

from wkc.errors.families import Invalid
from wkc.errors.input import FileNotTable
from wkc.errors.intake import CellError, CellMerged, CellTruth, CellUncalculated, FileLocked
from wkc.procedures.intake import xlsx, zip_parts
from wkc.procedures.intake.cell import write_cell
from wkc.procedures.intake.spreadsheet import Cell, Sheet, overlay
from wkc.procedures.intake.zip_parts import WIDEST, SheetFacts

_ERROR = re.compile(r"#(?:N/A|N/B|REF!|VERW!|NAME\?|NAAM\?|NUM!|VALUE!|WAARDE!|DIV/0!|DEEL/0!|NULL!)|Err:[0-9]{3}")
_MOST_ROWS = 1 << 20


def sheets_of(content: bytes) -> list[Sheet]:
    """Give the sheets of a workbook; errors.FileNotTable, FileLocked."""
    try:
        fit, parts = zip_parts.unpack(content, _is_wanted, zip_parts.MOST_BYTES)
        is_locked = b"encryption-data" in parts.get("META-INF/manifest.xml", b"")
        facts = {} if is_locked else _look_at(parts["content.xml"])
        sheets = [] if is_locked else [_sheet(raw, facts) for raw in xlsx.read(fit)]
    except Invalid:
        raise
    except Exception:  # noqa: BLE001  (whatever zipfile, zlib, expat and calamine make of a file that is no ODS)
        raise FileNotTable(reason="ODS") from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # Of calamine; it has no name that can be imported.
            raise
        raise FileNotTable(reason="ODS") from None
    if is_locked:
        raise FileLocked
    return sheets


def _is_wanted(name: str) -> bool:
    return name in ("mimetype", "content.xml", "styles.xml", "META-INF/manifest.xml")


def _sheet(raw: tuple[str, bool, tuple[int, int], list[list[Any]]], facts: Mapping[str, SheetFacts]) -> Sheet:
    name, visible, (above, before), values = raw
    about = facts.get(name, SheetFacts())
    rows: list[list[Cell]] = [list(map(write_cell, row)) for row in values]
    overlay(rows, (above + 1, before), about.cells)
    return Sheet(
        name, above + 1, before, rows, frozenset(about.hidden_rows), frozenset(about.hidden_columns), visible=visible
    )


def _look_at(text: bytes) -> dict[str, SheetFacts]:
    """Read the facts of each sheet besides its values (OpenDocument 1.3, part 3, 9)."""
    from xml.parsers.expat import ParserCreate

    pass_over = _OdsPass()
    parser = ParserCreate()
    parser.StartElementHandler = pass_over.start
    parser.EndElementHandler = pass_over.end
    parser.CharacterDataHandler = pass_over.text
    parser.Parse(text, True)
    for facts in pass_over.sheets.values():
        zip_parts.measure(facts.rows, facts.columns, "ODS")
    return pass_over.sheets


class _OdsPass:
    """The state of one pass over content.xml: rows from 1, columns from 0, repeated ones counted."""

    def __init__(self) -> None:
        self.sheets: dict[str, SheetFacts] = {}
        self._facts = SheetFacts()
        self._row, self._column, self._height, self._width = 0, 0, 1, 1
        self._cell: dict[str, str] | None = None
        self._text = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""
        kind = name.rpartition(":")[2]
        about = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        if kind == "table":
            self._facts = self.sheets.setdefault(about.get("name", ""), SheetFacts())
            self._row, self._column, self._height = 0, 0, 1
        elif kind == "table-column":
            width = _count(about, "number-columns-repeated")
            if about.get("visibility") in ("collapse", "filter"):
                self._facts.hidden_columns.update(range(self._column, min(self._column + width, WIDEST)))
            self._column += width
        elif kind == "table-row":
            self._row, self._column = self._row + self._height, 0
            self._row = max(self._row, 1)
            self._height = _count(about, "number-rows-repeated")
            if about.get("visibility") in ("collapse", "filter"):
                self._facts.hidden_rows.update(range(self._row, min(self._row + self._height, _MOST_ROWS)))
        elif kind in ("table-cell", "covered-table-cell"):
            self._cell, self._text = about | {"kind": kind}, ""

    def text(self, text: str) -> None:
        """Take the text of a cell."""
        if self._cell is not None:
            self._text += text

    def end(self, name: str) -> None:
        """Take the end of a cell: what is wrong with it."""
        if name.rpartition(":")[2] not in ("table-cell", "covered-table-cell") or self._cell is None:
            return
        about, self._cell = self._cell, None
        width = _count(about, "number-columns-repeated")
        if self._text.strip() or about.get("value-type"):
            self._facts.rows.update((self._row, self._row + self._height - 1))
            self._facts.columns.update((self._column, self._column + width - 1))
        if error := self._error(about):
            for column in range(self._column, min(self._column + width, WIDEST)):
                self._facts.cells[self._row, column] = error
        self._column += width

    def _error(self, about: dict[str, str]) -> Invalid | None:
        if about["kind"] == "covered-table-cell":
            return CellMerged() if self._height < _MOST_ROWS // 2 else None
        if about.get("value-type") == "boolean":
            return CellTruth()
        if _ERROR.fullmatch(self._text.strip()):
            return CellError()
        if "formula" in about and "value-type" not in about and not self._text.strip():
            return CellUncalculated()
        return None


def _count(about: Mapping[str, str], key: str) -> int:
    digits = about.get(key, "1")
    if not digits.isdecimal() or len(digits) > len(str(_MOST_ROWS)):
        raise FileNotTable(reason="ODS")
    return int(digits)
