"""Rows of which every line fits: columns padded as rich pads them, without the 20 ms that loading rich takes.

Hand-written for that: a look at one client mostly fits. What does not fit is left to rich, which folds it.
"""

import unicodedata
from collections.abc import Iterable, Sequence

from wkc.cli.terminal.wrap import fill, list_words

_GAP = "  "
_ZERO_WIDTH = {"Mn", "Me", "Cf"}


def is_narrow(text: str) -> bool:
    """Tell whether a text is one line in which each character takes one column."""
    if text.isascii():
        return "\n" not in text
    return "\n" not in text and all(
        unicodedata.east_asian_width(sign) not in "WF" and unicodedata.category(sign) not in _ZERO_WIDTH
        for sign in text
    )


def align(rows: Sequence[Sequence[str]], width: int) -> list[list[str]] | None:
    """Pad each cell to the width of its column, with the gap behind it; None where only rich can lay the rows out."""
    if not all(is_narrow(cell) for row in rows for cell in row):
        return None
    widths = [max(1, *map(len, column)) for column in zip(*rows, strict=True)]
    if sum(widths) + len(_GAP) * (len(widths) - 1) > width:
        return None
    gaps = [_GAP] * (len(widths) - 1) + [""]
    return [[cell.ljust(size) + gap for cell, size, gap in zip(row, widths, gaps, strict=True)] for row in rows]


def share_room(rows: Sequence[Sequence[str]], fixed: int, width: int) -> list[int] | None:
    """Give the widths of columns of which the widest give way, but no word is broken.

    No command is either, where that can be. The first `fixed` columns give way last. None where all fits as it is, or
    where the words do not fit.
    """
    columns = list(zip(*rows, strict=True))
    widths = [_widest(line for cell in column for line in cell.split("\n")) for column in columns]
    whole, words = (
        [_widest(word for cell in column for word in split(cell)) for column in columns]
        for split in (list_words, str.split)
    )
    room = width - len(_GAP) * (len(widths) - 1)
    if sum(widths) <= room:
        return None
    for kept, narrowest in ((fixed, whole), (0, whole), (fixed, words), (0, words)):
        least = [*widths[:kept], *narrowest[kept:]]
        if sum(least) <= room:
            return _narrow(widths, least, room)
    return None


def keep_commands(cell: str, width: int) -> str:
    """Break a cell between words where its commands fit; a cell without any is left to rich."""
    return fill(cell, width) if "`" in cell and _widest(list_words(cell)) <= width else cell


def _narrow(widths: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Take a column off the widest that can do without, until all fit."""
    narrowed = list(widths)
    while sum(narrowed) > room:
        _size, place = max((size, place) for place, size in enumerate(narrowed) if size > least[place])
        narrowed[place] -= 1
    return narrowed


def _widest(texts: Iterable[str]) -> int:
    from rich.cells import cell_len

    return max(1, max(map(cell_len, texts), default=1))
