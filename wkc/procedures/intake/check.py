"""Art. 3 and 4: what an opdrachtgever supplies is checked, row by row, before any of it is registered."""

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from msgspec import Struct

from wkc.errors.families import Fault, Invalid
from wkc.errors.input import BasisMissing, BsnTwice, PastTerm, ValueMissing, ValuesMany
from wkc.errors.intake import ValueWord
from wkc.procedures.intake.table import LeftOut, Row, Table
from wkc.procedures.io.fields import check_birth, parse, parse_past_day, reader
from wkc.records.field import Field, FieldClass, Kind, Value
from wkc.rules.dossier.field import BY_CODE, FIELDS
from wkc.rules.dossier.heading import LAST_CONTACT, REGISTERED_ON
from wkc.rules.dossier.source import find_ground, list_fitting
from wkc.rules.retention.assess import count_term

_BSN, _BORN = "burgerservicenummer", "geboortedatum"
_OPTIONS = {FieldClass.BIJZONDER: "--special-basis", FieldClass.STRAFRECHTELIJK: "--criminal-basis"}

# Columns whose cells are much alike: the last ones are remembered with what they were read as.
_ALIKE = {field.code for field in FIELDS if field.kind in (Kind.CODE, Kind.DATE)} | {
    *("voorvoegsel", "woonplaats", "geboorteplaats", "nationaliteit", "geboorteland", "geboorteland_ouder")
}
_REMEMBERED = 1 << 12

_Values = tuple[Field, tuple[Value, ...]]
_Read = Callable[[tuple[str, ...]], _Values]


class Line(Struct, frozen=True):
    """A row without a fault: its values in the order of annex I, and the days that are no field."""

    row: int
    values: tuple[_Values, ...]
    registered_on: date | None
    last_contact: date | None

    def value(self, code: str) -> Value | None:
        """Give the first value of a field, if it has one."""
        return next((values[0] for field, values in self.values if field.code == code), None)


def check(
    table: Table, *, today: date, grounds: Mapping[FieldClass, tuple[str, ...]]
) -> Iterator[Line | Fault | LeftOut]:
    """Check every row and name every fault, never a value; a row without one of its own is a Line.

    The faults of the columns come first, those of a row together; without a column that is required no row is a Line.
    A sealed class without a ground that fits is reported once for each column, at its first value. Of the rows that
    went by, only each burgerservicenummer is kept.
    """
    yield from table.faults
    checking = _Checking(
        table.columns,
        today,
        grounds,
        blank_words=table.blank_words,
    )
    names_people = {field.code for field in FIELDS if field.required} <= set(table.columns)
    faulty_row = None
    for row in table.rows():
        if isinstance(row, LeftOut):
            yield row
            continue
        if isinstance(row, Fault):
            faulty_row = row.row  # A fault in the shape of a row comes before its cells; such a row is no Line.
            yield row
            continue
        line, faults = checking.check(row)
        yield from faults
        if names_people and not faults and row.number != faulty_row and not checking.lacks_ground(row):
            yield line


class _Checking:
    """The state of one check: columns to read, grounds that are missing, numbers that went by."""

    def __init__(
        self, columns: Sequence[str], today: date, grounds: Mapping[FieldClass, tuple[str, ...]], *, blank_words: bool
    ) -> None:
        self._blank_words = blank_words
        self._today = today
        offered = [field for field in FIELDS if field.code in columns]
        self._plan = [(field.code, _reader(field, today)) for field in offered]
        self._required = [field.code for field in offered if field.required]
        self._dated = not {REGISTERED_ON, LAST_CONTACT}.isdisjoint(columns)
        sealed = [field for field in offered if field.field_class.sealed]
        self._groundless = {field.code: field for field in sealed if find_ground(field, grounds) is None}
        self._reported: set[str] = set()
        self._bsns = _FirstRows()

    def lacks_ground(self, row: Row) -> bool:
        """Tell whether a row has values that may not be held, reported already or not."""
        return any(row.cells.get(code) for code in self._groundless)

    def check(self, row: Row) -> tuple[Line, list[Fault]]:
        """Read one row, with all that is wrong with it."""
        number, cells = row.number, row.cells
        faults = [
            Fault(ValueMissing(), number, code)
            for code in self._required
            if code not in cells and code not in row.broken
        ]
        faults += self._without_ground(row) if self._groundless else ()
        values: list[_Values] = []
        for code, read in self._plan:
            texts = cells.get(code)
            if not texts:
                continue
            try:
                parsed = read(texts)
            except ValueWord as error:
                if not (self._blank_words and len(texts) == 1):
                    faults.append(Fault(error, number, code))
                continue
            except Invalid:
                faults += [Fault(error, number, code) for error in _errors(BY_CODE[code], texts, self._today)]
                continue
            values.append(parsed)
            if code == _BORN:
                faults += self._without_birth(parsed[1][0], number)
            if code == _BSN and (first := self._bsns.first(int(parsed[1][0].text), number)) != number:
                faults.append(Fault(BsnTwice(row=first), number, code))
        registered_on, last_contact = self._days(row, faults) if self._dated else (None, None)
        return Line(number, tuple(values), registered_on, last_contact), faults

    def _without_birth(self, born: Value, number: int) -> list[Fault]:
        """Report a date of birth that nobody has."""
        try:
            check_birth(born, self._today)
        except Invalid as error:
            return [Fault(error, number, _BORN)]
        return []

    def _without_ground(self, row: Row) -> list[Fault]:
        """Report, the first time, that a column with values of a sealed class needs a ground."""
        faults = []
        for code in [code for code in self._groundless if row.cells.get(code) and code not in self._reported]:
            self._reported.add(code)
            kind = self._groundless[code].field_class
            error = BasisMissing(option=_OPTIONS[kind], choices=", ".join(list_fitting(code, kind)))
            faults.append(Fault(error, row.number, code))
        return faults

    def _days(self, row: Row, faults: list[Fault]) -> tuple[date | None, date | None]:
        """Read the first day of the assignment and the last contact; art. 10: not both past the term."""
        days: dict[str, date] = {}
        columns = [code for code in (REGISTERED_ON, LAST_CONTACT) if row.cells.get(code)]
        for code in columns:
            texts = row.cells[code]
            if len(texts) > 1:
                faults.append(Fault(ValuesMany(), row.number, code))
                continue
            try:
                days[code] = parse_past_day(texts[0], self._today)
            except Invalid as error:
                faults.append(Fault(error, row.number, code))
        registered_on, last_contact = days.get(REGISTERED_ON), days.get(LAST_CONTACT)
        # Without a first day the assignment starts today, and nothing is past.
        if registered_on and len(days) == len(columns):
            kept = count_term(last_contact, registered_on)
            if kept.last_on < self._today:
                column = LAST_CONTACT if kept.reason == "laatste_contact" else REGISTERED_ON
                faults.append(Fault(PastTerm(), row.number, column))
        return registered_on, last_contact


def _reader(field: Field, today: date) -> _Read:
    """Give what reads the cells of one column, with a memory where that pays."""
    read = reader(field, today)

    def read_all(texts: tuple[str, ...]) -> _Values:
        if len(texts) == 1:
            return field, (read(texts[0]),)
        if not field.many:
            raise ValuesMany
        return field, tuple(map(read, texts))

    return lru_cache(_REMEMBERED)(read_all) if field.code in _ALIKE else read_all


def _errors(field: Field, texts: Sequence[str], today: date) -> Iterator[Invalid]:
    """Give all that is wrong with the values of one field."""
    if len(texts) > 1 and not field.many:
        yield ValuesMany()
    for text in texts:
        try:
            parse(field, text, today)
        except Invalid as error:
            yield error


_MULTIPLIER = 2_654_435_761
"""2^32 divided by the golden ratio: spreads numbers that lie close together (Knuth, TAOCP 3, 6.4)."""


class _FirstRows:
    """The row where each burgerservicenummer came first; a million take 16 MiB here and 100 MiB in a dict."""

    def __init__(self) -> None:
        self._used, self._bsns, self._rows = 0, array("I", bytes(4 << 10)), array("I", bytes(4 << 10))

    def first(self, bsn: int, row: int) -> int:
        """Give the row where this number came first, which is this row if it is new."""
        slot = self._slot(bsn)
        if self._bsns[slot]:
            return self._rows[slot]
        self._bsns[slot], self._rows[slot] = bsn, row
        self._used += 1
        if 2 * self._used > len(self._bsns):
            self._grow()
        return row

    def _slot(self, bsn: int) -> int:
        bsns, mask = self._bsns, len(self._bsns) - 1
        slot = bsn * _MULTIPLIER >> 8 & mask
        while bsns[slot] not in (0, bsn):
            slot = slot + 1 & mask
        return slot

    def _grow(self) -> None:
        bsns, rows = self._bsns, self._rows
        self._bsns, self._rows = array("I", bytes(8 * len(bsns))), array("I", bytes(8 * len(bsns)))
        for bsn, row in zip(bsns, rows, strict=True):
            if bsn:
                slot = self._slot(bsn)
                self._bsns[slot], self._rows[slot] = bsn, row
