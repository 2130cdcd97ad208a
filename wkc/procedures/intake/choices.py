"""Answers to what a list leaves open: who is who, which value counts, what is left out, how the file is read."""

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from wkc.errors.intake import KeepOrReplace, RowsWrong
from wkc.procedures.io.codes import parse_code

HIDDEN = ("take", "skip")
"""The two answers for hidden rows and columns."""

_ROWS = re.compile(r"([0-9]{1,8})(?:-([0-9]{1,8}))?")
_NUMBER = re.compile(r"([0-9]{4})-([0-9]{4,9})")
_MOST = 100_000
"""The most rows that one option names."""


class ReadingChoices(Struct, frozen=True):
    """The choices for reading a file: its sheet, its encoding, what becomes of hidden rows and columns (take or skip).

    `columns` has a code or None (left out) for headings in their normal form. With `blank_words` a word for an unknown
    value (`onbekend`, `-`) is an empty cell.
    """

    sheet: str | None = None
    encoding: str | None = None
    hidden: str | None = None
    columns: Mapping[str, str | None] = field(default_factory=dict)
    blank_words: bool = False


class PersonChoices(Struct, frozen=True):
    """The person that a row is about, and the value that counts.

    `same` has rows, as numbers, and dossier numbers; `new` has rows, and `all_new` is said of each. `replace` is True
    where the list wins over what the client supplied, False where all that is on file stays, None where neither was
    chosen.
    """

    same: frozenset[str] = frozenset()
    new: frozenset[int] = frozenset()
    replace: bool | None = None
    all_new: bool = False

    def is_new(self, row: int) -> bool:
        """Tell whether the person of a row was chosen to be nobody on file."""
        return self.all_new or row in self.new


def parse_rows(typed: Iterable[str]) -> frozenset[int]:
    """Read row numbers, as `12,15-18`; errors.RowsWrong."""
    rows: set[int] = set()
    for part in _parts(typed):
        match = _ROWS.fullmatch(part)
        if not match:
            raise RowsWrong
        first, last = int(match[1]), int(match[2] or match[1])
        if not first <= last <= first + _MOST:
            raise RowsWrong
        rows.update(range(first, last + 1))
    return frozenset(rows)


def parse_same(typed: Iterable[str]) -> frozenset[str]:
    """Read row numbers and dossier numbers: `12`, `2026-0001`; errors.RowsWrong."""
    same: set[str] = set()
    for part in _parts(typed):
        match = _NUMBER.fullmatch(part)
        if match:
            same.add(f"{match[1]}-{int(match[2]):04d}")
        else:
            same.update(map(str, parse_rows([part])))
    return frozenset(same)


def parse_hidden(typed: str | None) -> str | None:
    """Read what becomes of hidden rows and columns: `take` or `skip`; errors.KindUnknown."""
    return None if typed is None else parse_code(typed, HIDDEN)


def keep_or_replace(*, keep: bool, replace: bool) -> bool | None:
    """Give what was chosen for values that differ; errors.KeepOrReplace for both at once."""
    if keep and replace:
        raise KeepOrReplace
    return True if replace else False if keep else None


def _parts(typed: Iterable[str]) -> Iterable[str]:
    return (part for text in typed for part in re.split(r"[\s,;]+", text.strip()) if part)
