"""Files that are offered for the register (art. 3), read as one table of field codes.

A fault in a file never carries one of its values, nor what stands for a column name: without a line of names,
that is a value too.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from msgspec import Struct

from wkc.errors.families import Fault, Invalid
from wkc.errors.input import ColumnMisspelt, ColumnNamesMissing, FileEmpty, RowTooLong
from wkc.errors.intake import HiddenRow, RowsLeftOut, TotalsRow
from wkc.procedures.intake import columns as matching
from wkc.procedures.intake.cell import is_plain
from wkc.procedures.intake.choices import ReadingChoices
from wkc.procedures.intake.columns import Column
from wkc.procedures.intake.formats import open_spreadsheet
from wkc.procedures.intake.parts import STREET, ColumnPlace, make_address, place_of, values_of
from wkc.procedures.intake.spreadsheet import Cell, Record, Spreadsheet, TruncatedInput
from wkc.rules.dossier.heading import normal_heading
from wkc.rules.dossier.wording import TOTAL

EXAMPLE = "Voorbeeld (laat deze regel weg)"
"""The name in the example row of a template: no client."""

_HEADING_AMONG = 30
"""Filled rows among which the headings are looked for."""

_MOST_BESIDE_TOTAL = 2
"""Filled cells, beside numbers, that a row of totals has at most."""


_CHOSEN = ("gekozen", "verborgen")
"""Rows that are left out because somebody said so."""


class Row(Struct, frozen=True):
    """One row: its number as a spreadsheet counts (of JSON, the first object is 1), and its filled cells.

    `broken` has the fields of cells that came with a fault.
    """

    number: int
    cells: Mapping[str, tuple[str, ...]]
    broken: frozenset[str] = frozenset()


class LeftOut(Struct, frozen=True):
    """A filled row that is no client: `gekozen`, `verborgen`, `boven_de_koppen`, `koppen` or `voorbeeld`."""

    row: int
    why: str


class Table(Struct, frozen=True):
    """A file that can be read: its columns, what is wrong with them, and the SHA-256 of its bytes in hex.

    `columns` has the codes that the list fills. A column that is not known, or stands there a second time, is in
    `faults` and not in `columns`; `headings` has them all. `heading_row` is 0 for JSON.
    """

    columns: tuple[str, ...]
    faults: tuple[Fault, ...]
    sha256: str
    sheet: Spreadsheet
    headings: tuple[Column, ...]
    heading_row: int
    above: tuple[int, ...]
    hidden: str | None
    left_out: Collection[int] = frozenset()
    blank_words: bool = False

    def rows(self) -> Iterator[Row | Fault | LeftOut]:
        """Give the rows, from the first on each time; what is wrong with the shape of a row comes before it.

        Raises FileChanged if the file is no longer the one that was opened.
        """
        records = self.sheet.records()
        yield from (LeftOut(row, "boven_de_koppen") for row in self.above)
        try:
            for number, _ in records:
                if number >= self.heading_row:
                    break
            yield from self._rows(records)
        except TruncatedInput as cut:
            yield Fault(cut.error, row=cut.row)

    def _rows(self, records: Iterator[Record]) -> Iterator[Row | Fault | LeftOut]:
        width = len(self.headings)
        used = [column for column in self.headings if column.code and not (column.is_hidden and self.hidden == "skip")]
        places = [place_of(column.place, column.code) for column in used if column.code]
        has_street = any(place.code in STREET for place in places)
        names = [normal_heading(column.heading) for column in self.headings]
        for number, record in records:
            if not any(map(_is_filled, record)):
                continue
            if why := self._why_left_out(number, record, names):
                yield LeftOut(number, why)
                continue
            if number in self.sheet.hidden_rows and self.hidden is None:
                yield Fault(HiddenRow(), row=number)
            if _is_total(record):
                yield Fault(TotalsRow(), row=number)
            if len(record) > width and any(map(_is_filled, record[width:])):
                yield Fault(RowTooLong(), row=number)
            yield from _row(number, record, places, has_street=has_street)

    def _why_left_out(self, number: int, record: Sequence[Cell], names: Sequence[str]) -> str | None:
        if number in self.left_out:
            return "gekozen"
        if number in self.sheet.hidden_rows and self.hidden == "skip":
            return "verborgen"
        first = record[0]
        if self.headings and isinstance(first, str) and first.strip().casefold() == self.headings[0].heading.casefold():
            texts = [normal_heading(cell) if isinstance(cell, str) else "" for cell in record]
            if len(texts) > 1 and texts[: len(names)] == names[: len(texts)]:
                return "koppen"
        return "voorbeeld" if any(cell == EXAMPLE for cell in record) else None


def open_table(
    source: Path | bytes, choices: ReadingChoices | None = None, left_out: Collection[int] = frozenset()
) -> Table:
    """Open a file, or the bytes of one.

    Raises FileEmpty, RowsLeftOut and what `open_spreadsheet` does; what is wrong with a column or row is a fault
    instead.
    """
    chosen = choices or ReadingChoices()
    return table_of(open_spreadsheet(source, chosen), chosen, left_out)


def table_of(sheet: Spreadsheet, chosen: ReadingChoices, left_out: Collection[int] = frozenset()) -> Table:
    """Give the table that a file holds; errors.FileEmpty, RowsLeftOut."""
    row, names, above = _heading(sheet, chosen)
    columns = matching.match(names, sheet, chosen.columns)
    faults = matching.faults_of(columns, sheet, chosen.hidden)
    if not any(column.code or column.how in ("chosen", "proposed") for column in columns) and not any(
        isinstance(fault.error, ColumnMisspelt) for fault in faults
    ):
        faults = [Fault(ColumnNamesMissing(), row=row or None)]
    codes = tuple(dict.fromkeys(code for column in columns if column.code for code in values_of(column.code)))
    table = Table(
        codes, tuple(faults), sheet.sha256, sheet, columns, row, above, chosen.hidden, left_out, chosen.blank_words
    )
    if all(isinstance(one, LeftOut) for one in table.rows()):
        raise RowsLeftOut if any(one.why in _CHOSEN for one in table.rows() if isinstance(one, LeftOut)) else FileEmpty
    return table


def _heading(sheet: Spreadsheet, chosen: ReadingChoices) -> tuple[int, list[str], tuple[int, ...]]:
    """Find the row of headings: the one of the first rows with most of them, else the first; with the rows above it."""
    filled = ((row, list(map(_text, record))) for row, record in sheet.records() if any(map(_is_filled, record)))
    first = []
    try:
        for one in islice(filled, _HEADING_AMONG):
            first.append(one)  # noqa: PERF402  (the rows before the one that cannot be read are kept)
    except TruncatedInput as cut:
        if not first:
            raise cut.error from None
    if not first:
        return 0, [], ()
    scores = [matching.score(names, chosen.columns) for _, names in first]
    best = max(range(len(first)), key=lambda at: (scores[at], -at)) if max(scores) > 1 else 0
    row, names = first[best]
    while names and not names[-1].strip():
        names.pop()
    return row, names, tuple(number for number, _ in first[:best])


def _row(
    number: int, record: Sequence[Cell], places: Sequence[ColumnPlace], *, has_street: bool
) -> Iterator[Row | Fault]:
    cells: dict[str, tuple[str, ...]] = {}
    broken: set[str] = set()
    width = len(record)
    for place in places:
        if place.at >= width or not (cell := record[place.at]):
            continue
        if place.is_simple and isinstance(cell, str) and is_plain(cell):
            if not cell.isspace():
                cells[place.code] = (cell,)
            continue
        try:
            place.fill(cells, cell)
        except Invalid as error:
            broken.update(values_of(place.code))
            yield Fault(error, number, place.code)
    if has_street:
        make_address(cells)
    yield Row(number, cells, frozenset(broken))


def _is_total(record: Sequence[Cell]) -> bool:
    """Judge whether a row says `Totaal` and little else but numbers."""
    filled = [cell for cell in record if _is_filled(cell)]
    if not filled or not isinstance(filled[0], str) or not TOTAL.match(filled[0].strip()):
        return False
    words = [cell for cell in filled if isinstance(cell, str) and not cell.strip().replace(".", "").isdigit()]
    return len(words) <= _MOST_BESIDE_TOTAL


def _is_filled(cell: Cell) -> bool:
    if isinstance(cell, Invalid):
        return True
    return bool(cell if isinstance(cell, tuple) else cell.strip())


def _text(cell: Cell) -> str:
    return cell if isinstance(cell, str) else " ".join(cell) if isinstance(cell, tuple) else "?"
