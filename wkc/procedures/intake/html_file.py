"""HTML tables as sheets: many programs write them and call them .xls."""

import re
from hashlib import sha256
from html.parser import HTMLParser

from msgspec.structs import replace

from wkc.errors.input import FileNotTable
from wkc.errors.intake import CellMerged
from wkc.procedures.intake.csv_file import ENCODINGS, survey
from wkc.procedures.intake.spreadsheet import Cell, Sheet, Spreadsheet, of_sheets
from wkc.procedures.intake.zip_parts import WIDEST

_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_MOST_DEEP = 20


def open_html(content: bytes, sheet: str | None, encoding: str | None) -> Spreadsheet:
    """Open the one filled table of a page; errors.FileNotTable, SheetsMany, FileEncoding, EncodingUnsure."""
    name, _ = survey(content, encoding)
    tables = _Tables()
    try:
        tables.feed(content.decode(ENCODINGS[name]))
        tables.close()
    except (AssertionError, ValueError, RecursionError):
        raise FileNotTable(reason="HTML") from None
    if not tables.sheets:
        raise FileNotTable(reason="HTML")
    read = of_sheets(tables.sheets, sheet, "HTML", sha256(content).hexdigest())
    return replace(read, reading=replace(read.reading, encoding=name))


class _Tables(HTMLParser):
    """The tables of a page, each as a sheet; a cell over several rows or columns is none."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sheets: list[Sheet] = []
        self._open: list[tuple[list[list[Cell]], set[int]]] = []
        self._text: list[str] | None = None
        self._over: dict[tuple[int, int], Cell] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the beginning of a table, row or cell."""
        about = dict(attrs)
        if tag == "table" and len(self._open) < _MOST_DEEP:
            self._close_cell()
            self._open.append(([], set()))
            self._over = {}
        elif tag == "br" and self._text is not None:
            self._text.append("\n")
        elif self._open and tag == "tr":
            self._close_cell()
            rows, hidden = self._open[-1]
            rows.append([])
            if _HIDDEN.search(about.get("style") or ""):
                hidden.add(len(rows))
        elif self._open and tag in ("td", "th"):
            self._close_cell()
            rows, _ = self._open[-1]
            if not rows:
                rows.append([])
            self._span(about)
            self._text = []

    def handle_endtag(self, tag: str) -> None:
        """Take the end of a cell or table."""
        if tag in ("td", "th", "tr"):
            self._close_cell()
        elif tag == "table" and self._open:
            self._close_cell()
            rows, hidden = self._open.pop()
            self.sheets.append(Sheet(f"tabel {len(self.sheets) + 1}", 1, 0, rows, frozenset(hidden)))

    def handle_data(self, data: str) -> None:
        """Add text to the cell that is open."""
        if self._text is not None:
            self._text.append(data)

    def close(self) -> None:
        """Close tables that nobody closed."""
        super().close()
        while self._open:
            self.handle_endtag("table")

    def _span(self, about: dict[str, str | None]) -> None:
        """Remember which cells this one covers besides its own."""
        rows, _ = self._open[-1]
        at, place = len(rows) - 1, len(rows[-1])
        while (at, place) in self._over:
            rows[-1].append(self._over.pop((at, place)))
            place += 1
        width, height = _count(about.get("colspan")), _count(about.get("rowspan"))
        for row in range(at, at + height):
            for column in range(place, place + width):
                if (row, column) != (at, place):
                    self._over[row, column] = CellMerged()

    def _close_cell(self) -> None:
        if self._text is None:
            return
        rows, _ = self._open[-1]
        if not rows:
            rows.append([])
        lines = (" ".join(line.split()) for line in "".join(self._text).split("\n"))
        rows[-1].append("\n".join(filter(None, lines)))
        self._text = None
        if len(rows[-1]) > WIDEST:
            raise ValueError
        at = len(rows) - 1
        while (at, len(rows[-1])) in self._over:
            rows[-1].append(self._over.pop((at, len(rows[-1]))))


def _count(text: str | None) -> int:
    return min(int(text), WIDEST) if text and text.strip().isdecimal() and len(text) < len(str(WIDEST)) + 1 else 1


def is_page_with_table(first: bytes) -> bool:
    """Judge by its first bytes whether a file is a page with a table."""
    head = first.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith(b"<") and (b"<table" in head or b"<html" in head)
