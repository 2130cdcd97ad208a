"""Rows of which every line fits: columns padded as rich pads them, without the 20 ms that loading rich takes.

Hand-written for that: a look at one client mostly fits. What does not fit is left to rich, which folds it.
"""

import unicodedata
from collections.abc import Sequence

_GAP = "  "
_NO_ROOM_OF_ITS_OWN = {"Mn", "Me", "Cf"}


def is_narrow(text: str) -> bool:
    """Tell whether a text is one line in which each character takes one column."""
    if text.isascii():
        return "\n" not in text
    return "\n" not in text and all(
        unicodedata.east_asian_width(sign) not in "WF" and unicodedata.category(sign) not in _NO_ROOM_OF_ITS_OWN
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
    """Give the widths of columns of which the widest give way, but no word is broken; None where words do not fit."""
    columns = list(zip(*rows, strict=True))
    widths = [max(1, *map(len, column)) for column in columns]
    least = [
        size if place < fixed else max((len(word) for cell in column for word in cell.split()), default=1)
        for place, (size, column) in enumerate(zip(widths, columns, strict=True))
    ]
    room = width - len(_GAP) * (len(widths) - 1)
    if sum(least) > room:
        return None
    while sum(widths) > room:
        _size, place = max((size, place) for place, size in enumerate(widths) if size > least[place])
        widths[place] -= 1
    return widths
