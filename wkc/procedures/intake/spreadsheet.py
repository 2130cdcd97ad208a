"""Files as numbered records of cells: the form in which every format hands over its rows."""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import reduce

from msgspec import Struct

from wkc.errors.families import Invalid
from wkc.errors.input import SheetsMany
from wkc.errors.intake import SheetUnknown

Cell = str | tuple[str, ...] | Invalid
"""A text that may hold several values, values that came apart already, or what is wrong with the cell."""

Record = tuple[int, Sequence[Cell]]
"""A row with its number, as a spreadsheet counts; of JSON, the first object is 1."""


class Reading(Struct, frozen=True):
    """The format of a file that was read, and where they matter encoding, separator, sheet and sheets left unread."""

    format: str
    encoding: str | None = None
    separator: str | None = None
    sheet: str | None = None
    unread: tuple[str, ...] = ()


class Spreadsheet(Struct, frozen=True):
    """A file as records; `label` names a place in them (from 0), `sha256` is of the file's bytes, in hex.

    `records` gives them from the first on each time. It raises TruncatedInput where the rest cannot be told apart,
    and FileChanged if the file is no longer the one that was opened. `hidden_rows` has row numbers, `hidden_places`
    places in a record.
    """

    records: Callable[[], Iterator[Record]]
    label: Callable[[int], str]
    sha256: str
    reading: Reading
    hidden_rows: Collection[int] = frozenset()
    hidden_places: Collection[int] = frozenset()


class TruncatedInput(Exception):
    """The records end before this row, for this reason."""

    def __init__(self, row: int, error: Invalid) -> None:
        super().__init__()
        self.row = row
        self.error = error


class Sheet(Struct, frozen=True):
    """A sheet of a workbook: where its rows begin (row from 1, column from 0), and what is hidden, in those numbers."""

    name: str
    first_row: int
    first_column: int
    rows: Sequence[Sequence[Cell]]
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    visible: bool = True

    @property
    def is_filled(self) -> bool:
        """Tell whether any cell holds something."""
        return any(cell != "" for row in self.rows for cell in row)


def of_sheets(sheets: Sequence[Sheet], wanted: str | None, form: str, digest: str) -> Spreadsheet:
    """Give the one filled sheet of a workbook, or the one that is wanted; errors.SheetsMany, SheetUnknown."""
    filled = [sheet for sheet in sheets if sheet.is_filled]
    shown = [sheet for sheet in filled if sheet.visible]
    if wanted is not None:
        chosen = [sheet for sheet in filled if sheet.name.casefold() == wanted.strip().casefold()]
        if not chosen:
            raise SheetUnknown(choices=", ".join(sheet.name for sheet in filled))
    else:
        chosen = shown
        if len(shown) > 1:
            raise SheetsMany(choices=", ".join(sheet.name for sheet in shown))
    sheet = chosen[0] if chosen else Sheet("", 1, 0, ())
    unread = tuple(other.name for other in filled if other is not sheet)
    records: list[Record] = list(enumerate(sheet.rows, sheet.first_row))
    return Spreadsheet(
        lambda: iter(records),
        lambda place: letters(sheet.first_column + place),
        digest,
        Reading(form, sheet=sheet.name or None, unread=unread),
        sheet.hidden_rows,
        frozenset(column - sheet.first_column for column in sheet.hidden_columns),
    )


def letters(place: int) -> str:
    """Name a column as a spreadsheet does; 0 is A."""
    rest, last = divmod(place, 26)
    return (letters(rest - 1) if rest else "") + chr(ord("A") + last)


def place_of(named: str) -> int:
    """Give the place of a column by its name of letters; A is 0."""
    return reduce(lambda place, letter: 26 * place + ord(letter) - ord("A") + 1, named.upper(), 0) - 1


def overlay(rows: list[list[Cell]], start: tuple[int, int], cells: dict[tuple[int, int], Invalid]) -> None:
    """Put what is wrong with cells (row from 1, column from 0) over the rows; `start` is where those begin."""
    first_row, first_column = start
    for (row, column), error in cells.items():
        at, place = row - first_row, column - first_column
        if at < 0 or place < 0:
            continue
        rows.extend([] for _ in range(at + 1 - len(rows)))
        rows[at].extend("" for _ in range(place + 1 - len(rows[at])))
        rows[at][place] = error
