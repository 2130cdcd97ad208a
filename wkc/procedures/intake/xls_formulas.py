"""Formulas of an XLS whose outcome is not in the file: xlrd gives them as an empty text or as 0.

Source: [MS-XLS], records Formula (with FormulaValue) and RecalcId. A program that does not calculate writes one of two:
an empty text, or 0 with the request to calculate when the file is opened.
"""

import io
import struct
from collections.abc import Iterator

_OLE = b"\xd0\xcf\x11\xe0"
_STREAMS = ("Workbook", "Book")
_BEGIN, _OLDEST_BEGIN, _END, _BOUND_SHEET, _RECALC = (0x0809, 0x0409, 0x0209, 0x0009), 0x0009, 0x000A, 0x0085, 0x01C1
_FORMULA = (0x0006, 0x0206, 0x0406)
_WORKSHEET = 0
_EMPTY, _ZERO = b"\x03\xff\xff", bytes(8)
_ON_LOAD, _ALWAYS_OR_ON_LOAD = 2, 3

Place = tuple[int, int]
"""Row from 1, column from 0."""

_Record = tuple[int, int, bytes]


def find_uncalculated(content: bytes) -> list[frozenset[Place]]:
    """Give for each worksheet, in the order of the workbook, the cells whose outcome is not in the file.

    An empty text is believed in a workbook that Excel has calculated. Raises whatever xlrd and struct make of a file
    that is no XLS.
    """
    stream = _stream(content)
    first = list(_substream(stream, 0))
    begins = [struct.unpack_from("<I", data)[0] for kind, _, data in first if kind == _BOUND_SHEET and _is_sheet(data)]
    is_calculated = any(kind == _RECALC and any(data[4:8]) for kind, _, data in first)
    return [frozenset(_cells(stream, begin, is_calculated=is_calculated)) for begin in begins or [0]]


def _stream(content: bytes) -> bytes:
    if not content.startswith(_OLE):
        return content
    from xlrd.compdoc import CompDoc

    document = CompDoc(content, logfile=io.StringIO())
    for name in _STREAMS:
        memory, base, length = document.locate_named_stream(name)
        if memory:
            return bytes(memory[base : base + length])
    return b""


def _cells(stream: bytes, begin: int, *, is_calculated: bool) -> Iterator[Place]:
    before = 7 if struct.unpack_from("<H", stream, begin)[0] == _OLDEST_BEGIN else 6
    for kind, depth, data in _substream(stream, begin):
        if kind not in _FORMULA or depth > 1:
            continue
        value, asks = data[before : before + 8], data[before + 8]
        is_empty = value[:1] + value[6:] == _EMPTY and (not is_calculated or asks & _ALWAYS_OR_ON_LOAD)
        if is_empty or (value == _ZERO and asks & _ON_LOAD):
            row, column = struct.unpack_from("<HH", data)
            yield row + 1, column


def _substream(stream: bytes, at: int) -> Iterator[_Record]:
    """Give the records from a BOF to its EOF: kind, how many BOFs are open, content."""
    depth = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        depth += kind in _BEGIN
        yield kind, depth, stream[at + 4 : at + 4 + length]
        at += 4 + length
        depth -= kind == _END
        if depth <= 0:
            return


def _is_sheet(data: bytes) -> bool:
    return data[5] == _WORKSHEET
