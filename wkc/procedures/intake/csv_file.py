"""CSV as records: encoding and separator are found out, the rows come from disk as often as asked."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from wkc.errors.input import FileChanged, FileEncoding, FileNotTable, FileUnreadable
from wkc.errors.intake import EncodingUnsure, EncodingWrong, QuoteUnclosed
from wkc.procedures.intake.spreadsheet import Reading, Record, Spreadsheet, TruncatedInput, letters
from wkc.procedures.io import input_file
from wkc.procedures.io.codes import parse_code
from wkc.rules.dossier.heading import SURE, find_known

CHUNK = 1 << 16
SEPARATORS = ";,\t|"

ENCODINGS = {
    "utf-8": "utf-8-sig",
    "utf-16": "utf-16",
    "windows-1252": "cp1252",
    "windows-1250": "cp1250",
    "windows-1254": "cp1254",
    "iso-8859-1": "latin-1",
    "iso-8859-9": "iso8859-9",
    "iso-8859-15": "iso8859-15",
    "macintosh": "mac-roman",
    "ibm850": "cp850",
}
"""The encodings that may be chosen, with what Python calls them."""

_NOT_IN_WINDOWS_1252 = b"\x81\x8d\x8f\x90\x9d"
_FIRST_LINES = 40
_SEP = re.compile(r'\ufeff?"?sep=(?P<separator>.)"?\s*', re.IGNORECASE)

# Signs that stand within a word only when another code page was meant, and letters that need company to be meant.
_ODD = re.compile(
    "[^\\W\\d_][\u201a\u201e\u2020\u2021\u02c6\u2030\u2039\u203a\u201c\u201d\u2022\u02dc\u00a2\u00a3\u00a5\u00a6\u00a7"
    "\u00a8\u00a9\u00ab\u00ac\u00ae\u00af\u00b1\u00b2\u00b3\u00b5\u00b6\u00b8\u00b9\u00bb\u00bc\u00bd\u00be\u00bf"
    "\u00a1][^\\W\\d_]|[a-z][\u0160\u017d\u00d0\u00dd\u00de\u0178][a-z]"
)
_LONELY = re.compile("[^\\W\\d_]*[\u00de\u00fe\u00d0\u00f0\u00dd\u00fd][^\\W\\d_]*")
_COMPANY = frozenset("\u00e1\u00e9\u00ed\u00f3\u00fa\u00e6\u00f6\u00c1\u00c9\u00cd\u00d3\u00da\u00c6\u00d6")


class _Hashed(io.RawIOBase):
    """Bytes that are hashed while they are read."""

    def __init__(self, raw: io.BytesIO | io.FileIO) -> None:
        self._raw = raw
        self.digest = sha256()

    def readable(self) -> bool:
        """Tell the reader that bytes come from here."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read into a buffer and hash what came."""
        size = self._raw.readinto(buffer) or 0
        self.digest.update(memoryview(buffer)[:size])
        return size


def open_source(source: Path | bytes) -> io.BytesIO | io.FileIO:
    """Open a file, or the bytes of one, for reading."""
    if isinstance(source, bytes):
        return io.BytesIO(source)
    return input_file.open_regular(source, input_file.LIST)


def open_csv(source: Path | bytes, wanted: str | None) -> Spreadsheet:
    """Open a file of separated values; errors.FileEncoding, EncodingUnsure, EncodingWrong, FileNotTable."""
    name, digest = survey(source, wanted)
    with open_source(source) as raw, io.TextIOWrapper(io.BufferedReader(raw), ENCODINGS[name], newline="") as lines:
        first = [line for line in _limit(lines) if line.strip()]
    match = _SEP.fullmatch(first[0].rstrip("\r\n")) if first else None
    separator = match["separator"] if match else _separator(first)
    reading = Reading("CSV", encoding=name, separator=separator)
    return Spreadsheet(
        lambda: _records(source, ENCODINGS[name], separator, digest, skips=match is not None), letters, digest, reading
    )


def survey(source: Path | bytes, wanted: str | None = None) -> tuple[str, str]:
    """Go through the bytes once, for their encoding (of ENCODINGS) and their SHA-256 in hex.

    A NUL in the first line is UTF-16 without a mark or no text at all: errors.FileEncoding. One further on is a fault
    of its cell.
    """
    chosen = None if wanted is None else parse_code(wanted.replace("cp125", "windows-125"), ENCODINGS)
    with open_source(source) as raw:
        start = raw.read(CHUNK)
    name = chosen or _by_mark(start)
    if name is not None:
        decoded = _decodes(source, ENCODINGS[name])
        if decoded is None:
            raise EncodingWrong if chosen else FileEncoding
        return name, decoded
    if b"\0" in start.partition(b"\n")[0]:
        raise FileEncoding
    digest, in_windows, is_utf8, is_odd = sha256(), True, True, False
    decoder = codecs.getincrementaldecoder("utf-8")()
    with open_source(source) as raw:
        while chunk := raw.read(CHUNK):
            digest.update(chunk)
            in_windows = in_windows and len(chunk.translate(None, _NOT_IN_WINDOWS_1252)) == len(chunk)
            is_odd = is_odd or (not chunk.isascii() and _is_odd(chunk.decode("cp1252", "replace")))
            is_utf8 = is_utf8 and _has_more(decoder, chunk)
    if is_utf8 and _has_more(decoder, b"", final=True):
        return "utf-8", digest.hexdigest()
    if not in_windows:
        raise FileEncoding
    if is_odd:
        raise EncodingUnsure
    return "windows-1252", digest.hexdigest()


def _by_mark(start: bytes) -> str | None:
    """Give the encoding of a byte order mark; None without one."""
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return "utf-8" if start.startswith(codecs.BOM_UTF8) else None


def _decodes(source: Path | bytes, codec: str) -> str | None:
    """Give the SHA-256 of bytes that are text in an encoding, None when they are not."""
    digest, decoder = sha256(), codecs.getincrementaldecoder(codec)()
    with open_source(source) as raw:
        while chunk := raw.read(CHUNK):
            digest.update(chunk)
            if not _has_more(decoder, chunk):
                return None
    return digest.hexdigest() if _has_more(decoder, b"", final=True) else None


def _has_more(decoder: codecs.IncrementalDecoder, chunk: bytes, *, final: bool = False) -> bool:
    try:
        decoder.decode(chunk, final)
    except UnicodeError:
        return False
    return True


def _is_odd(text: str) -> bool:
    """Judge whether text that was read as Windows-1252 has letters that it seldom has."""
    if _ODD.search(text):
        return True
    return any(_COMPANY.isdisjoint(word.group()) for word in _LONELY.finditer(text))


def _limit(lines: io.TextIOWrapper) -> Iterator[str]:
    for _ in range(_FIRST_LINES):
        line = lines.readline(CHUNK)
        if not line:
            return
        yield line


def _separator(lines: list[str]) -> str:
    """Find the separator that makes the most headings of one of the first lines, else the commonest of the first."""
    if not lines:
        return ","

    def headings(separator: str) -> int:
        cells = (line.rstrip("\r\n").split(separator) for line in lines)
        return max(sum(find_known(cell.strip('" '), SURE) is not None for cell in row) for row in cells)

    def fitness(separator: str) -> tuple[int, int, int, bool]:
        inside = lines[0].count(separator)
        beside = 0 if inside else sum(line.count(separator) for line in lines)
        return headings(separator), inside, -beside, separator == ","

    return max(SEPARATORS, key=fitness)


def _records(source: Path | bytes, codec: str, separator: str, digest: str, *, skips: bool) -> Iterator[Record]:
    number = 0
    try:
        with open_source(source) as raw:
            hashed = _Hashed(raw)
            lines = io.TextIOWrapper(io.BufferedReader(hashed, CHUNK), codec, newline="")
            for number, record in enumerate(csv.reader(lines, delimiter=separator, strict=True), 1):
                if number > 1 or not skips:
                    yield number, record
    except csv.Error as error:
        unclosed = "unexpected end" in str(error)
        raise TruncatedInput(number + 1, QuoteUnclosed() if unclosed else FileNotTable(reason="CSV")) from None
    except UnicodeError:
        raise FileChanged from None
    except OSError:
        raise FileUnreadable(path=source) from None
    if hashed.digest.hexdigest() != digest:
        raise FileChanged
