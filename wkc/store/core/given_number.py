"""The last number of each series that was given out: a number is used once, whatever becomes of its row (art. 12)."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from wkc.store.queries import queries
from wkc.store.store import Store

_Q = queries("core/given_number")

PREFIXES: Mapping[str, str] = {
    "number_given": "",
    "request_number": "V",
    "letter_given": "B",
    "disclosure_given": "G",
    "form_given": "F",
    "breach_given": "D",
}
"""The series that count by year, by table, and the letter before their numbers on paper."""

Counters = Mapping[tuple[str, int | str], int]
"""The last number by the table of its series and its year, its kind of row, or 1 where the series is one."""


class _Series(NamedTuple):
    table: str
    last: str
    go_on: str


def list_last(store: Store) -> Counters:
    """Give the counters of a register; one of an older schema has fewer series."""
    tables = {row["name"] for row in store.all(_Q.tables)}
    known = [series for series in _list_series() if series.table in tables]
    return {(series.table, row["key"]): row["last"] for series in known for row in store.all(series.last)}


def raise_to(store: Store, counters: Counters) -> None:
    """Have each series go on after the highest number, of this register or of `counters`."""
    statements = {series.table: series.go_on for series in _list_series()}
    for (table, key), last in counters.items():
        store.run(statements[table], key=key, last=last)


def list_skipped(before: Counters, after: Counters) -> tuple[tuple[str, str], ...]:
    """Give the numbers by year that `after` has given out and `before` not: the first and the last of each series."""
    return tuple(
        (f"{PREFIXES[table]}{year}-{before.get((table, year), 0) + 1:04d}", f"{PREFIXES[table]}{year}-{last:04d}")
        for (table, year), last in after.items()
        if table in PREFIXES and last > before.get((table, year), 0)
    )


def _list_series() -> Iterator[_Series]:
    yield _Series("number_given", _Q.number_given, _Q.raise_number_given)
    yield _Series("request_number", _Q.request_number, _Q.raise_request_number)
    yield _Series("letter_given", _Q.letter_given, _Q.raise_letter_given)
    yield _Series("disclosure_given", _Q.disclosure_given, _Q.raise_disclosure_given)
    yield _Series("form_given", _Q.form_given, _Q.raise_form_given)
    yield _Series("breach_given", _Q.breach_given, _Q.raise_breach_given)
    yield _Series("document_given", _Q.document_given, _Q.raise_document_given)
    yield _Series("row_given", _Q.row_given, _Q.raise_row_given)
