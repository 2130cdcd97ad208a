"""CSV, XLSX and JSON as numbered records of text, the names of the columns first.

What a file is shows in its first bytes, not in its name. CSV is read from disk row by row, as often as asked;
XLSX and JSON are read into memory.
"""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from msgspec import Struct

from wkc.errors.input import FileChanged, FileEncoding, FileNotTable, FileUnreadable
from wkc.procedures.intake.xlsx import WIDEST, filled_sheet, letters, written
from wkc.procedures.io import input_file

_CHUNK = 1 << 16
_XLS, _ZIP = b"\xd0\xcf\x11\xe0", b"PK\x03\x04"
_NOT_IN_WINDOWS_1252 = b"\x81\x8d\x8f\x90\x9d"

Cell = str | tuple[str, ...]
"""A text that may hold several values, or values that came apart already."""

Record = tuple[int, Sequence[Cell]]
"""A row with its number, as a spreadsheet counts; of JSON, the first object is 1."""


class Spreadsheet(Struct, frozen=True):
    """A file as records; `label` names a place in them (from 0), `sha256` is of the file's bytes, in hex.

    `records` gives them from the first on each time. It raises BrokenOff where the rest cannot be told apart,
    and FileChanged if the file is no longer the one that was opened.
    """

    records: Callable[[], Iterator[Record]]
    label: Callable[[int], str]
    sha256: str


class TruncatedInput(Exception):
    """The records end before this row."""

    def __init__(self, row: int) -> None:
        super().__init__()
        self.row = row


def open_spreadsheet(source: Path | bytes) -> Spreadsheet:
    """Open a file, or the bytes of one; raises FileUnreadable, FileEncoding, FileNotTable or SheetsMany."""
    try:
        if isinstance(source, Path) and not source.is_file():
            source = input_file.read(source, input_file.LIST)
        with _opened(source) as raw:
            first = raw.read(_CHUNK)
        if first.startswith(_XLS):
            raise FileNotTable(reason="XLS")
        if first.startswith(_ZIP):
            return _xlsx(_whole(source))
        if first.removeprefix(codecs.BOM_UTF8).lstrip().startswith((b"[", b"{")):
            return _json(_whole(source))
        return _csv(source)
    except (OSError, ValueError):  # A name with a NUL is a ValueError.
        raise FileUnreadable(path=source) from None


def _opened(source: Path | bytes) -> io.BytesIO | io.FileIO:
    if isinstance(source, bytes):
        return io.BytesIO(source)
    return input_file.open_regular(source, input_file.LIST)


def _whole(source: Path | bytes) -> bytes:
    return source if isinstance(source, bytes) else input_file.read(source, input_file.LIST)


# --- CSV


class _Hashed(io.RawIOBase):
    """Bytes that are hashed while they are read."""

    def __init__(self, raw: io.BytesIO | io.FileIO) -> None:
        self._raw = raw
        self.digest = sha256()

    def readable(self) -> bool:
        """Say that these are bytes to read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read into a buffer and hash what came."""
        size = self._raw.readinto(buffer) or 0
        self.digest.update(memoryview(buffer)[:size])
        return size


def _csv(source: Path | bytes) -> Spreadsheet:
    encoding, digest = _survey(source)
    with _opened(source) as raw, io.TextIOWrapper(io.BufferedReader(raw), encoding) as lines:
        first = next((line for line in lines if line.strip()), "")
    delimiter = max(",;\t", key=first.count)
    return Spreadsheet(lambda: _csv_records(source, encoding, delimiter, digest), letters, digest)


def _survey(source: Path | bytes) -> tuple[str, str]:
    """Go through the bytes once, for their encoding and their SHA-256."""
    digest, utf8, windows = sha256(), True, True
    decoder = codecs.getincrementaldecoder("utf-8")()
    with _opened(source) as raw:
        while chunk := raw.read(_CHUNK):
            digest.update(chunk)
            if b"\0" in chunk:
                raise FileEncoding
            windows = windows and len(chunk.translate(None, _NOT_IN_WINDOWS_1252)) == len(chunk)
            utf8 = utf8 and _goes_on(decoder, chunk)
    utf8 = utf8 and _goes_on(decoder, b"", final=True)
    if not utf8 and not windows:
        raise FileEncoding
    return "utf-8-sig" if utf8 else "cp1252", digest.hexdigest()


def _goes_on(decoder: codecs.IncrementalDecoder, chunk: bytes, *, final: bool = False) -> bool:
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True


def _csv_records(source: Path | bytes, encoding: str, delimiter: str, digest: str) -> Iterator[Record]:
    number = 0
    try:
        with _opened(source) as raw:
            hashed = _Hashed(raw)
            lines = io.TextIOWrapper(io.BufferedReader(hashed, _CHUNK), encoding, newline="")
            for number, record in enumerate(csv.reader(lines, delimiter=delimiter, strict=True), 1):
                yield number, record
    except csv.Error:
        raise TruncatedInput(number + 1) from None
    except UnicodeDecodeError:
        raise FileChanged from None
    except OSError:
        raise FileUnreadable(path=source) from None
    if hashed.digest.hexdigest() != digest:
        raise FileChanged


# --- XLSX


def _xlsx(content: bytes) -> Spreadsheet:
    (above, before), rows = filled_sheet(content)
    records: list[Record] = list(enumerate(rows, above + 1))
    return Spreadsheet(lambda: iter(records), lambda place: letters(before + place), sha256(content).hexdigest())


# --- JSON

_Scalar = str | int | float | None


class _Key:
    """A name in a JSON object, equal to itself only: one that comes twice in an object is there twice."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


def _json(content: bytes) -> Spreadsheet:
    """Read an array of objects, or one object; a name that comes twice in one becomes two columns."""
    import msgspec

    objects: list[dict[_Key, _Scalar | list[_Scalar]]] | dict[_Key, _Scalar | list[_Scalar]]
    try:
        objects = msgspec.json.decode(
            content.removeprefix(codecs.BOM_UTF8).decode(),
            type=list[dict[_Key, _Scalar | list[_Scalar]]] | dict[_Key, _Scalar | list[_Scalar]],
            dec_hook=lambda _, text: _Key(text),
        )
    except UnicodeDecodeError:
        raise FileEncoding from None
    except msgspec.DecodeError as error:
        where = re.search(r"byte \d+|\$[][.\d]*", str(error))
        raise FileNotTable(reason=f"JSON {where.group()}" if where else "JSON") from None
    places: dict[tuple[str, int], int] = {}
    records: list[Record] = []
    for number, named in enumerate(objects if isinstance(objects, list) else [objects], 1):
        cells: list[Cell] = [""] * len(places)
        times: Counter[str] = Counter()
        for key, value in named.items():
            place = places.setdefault((key.text, times[key.text]), len(places))
            times[key.text] += 1
            cells += [""] * (place + 1 - len(cells))
            if place >= WIDEST:  # Each object would have a cell for each name of all before it.
                raise FileNotTable(reason=f"JSON $[{number - 1}]")
            cells[place] = _cell(value)
        records.append((number, cells))
    names = (0, [name for name, _ in places])
    return Spreadsheet(lambda: iter([names, *records]), lambda place: f"#{place + 1}", sha256(content).hexdigest())


def _cell(value: _Scalar | list[_Scalar]) -> Cell:
    if isinstance(value, list):
        return tuple(written(part) for part in value if part is not None)
    return "" if value is None else written(value)
