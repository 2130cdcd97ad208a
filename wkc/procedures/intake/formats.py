"""Files of every format that a list comes in: its first bytes tell the format, and not its name.

CSV is read from disk row by row, as often as asked; the others are read into memory.
"""

import codecs
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from wkc.errors.input import FileNotTable, FileUnreadable
from wkc.procedures.intake import html_file, ods, xls, xlsx
from wkc.procedures.intake.choices import ReadingChoices
from wkc.procedures.intake.csv_file import CHUNK, open_csv, open_source
from wkc.procedures.intake.json_file import open_json
from wkc.procedures.intake.spreadsheet import Sheet, Spreadsheet, of_sheets
from wkc.procedures.io import input_file

_OLE, _ZIP, _PDF = b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"%PDF"
_BIFF = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")


def open_spreadsheet(source: Path | bytes, choices: ReadingChoices | None = None) -> Spreadsheet:
    """Open a file, or the bytes of one.

    Raises errors.FileUnreadable, FileEncoding, FileNotTable, FileLocked, SheetsMany, SheetUnknown, EncodingUnsure,
    EncodingWrong or JsonNotUtf8.
    """
    chosen = choices or ReadingChoices()
    try:
        if isinstance(source, Path) and not source.is_file():
            source = input_file.read(source, input_file.LIST)
        with open_source(source) as raw:
            first = raw.read(CHUNK)
        return _open(source, first, chosen)
    except (OSError, ValueError):  # A name with a NUL is a ValueError.
        raise FileUnreadable(path=source) from None


def _open(source: Path | bytes, first: bytes, chosen: ReadingChoices) -> Spreadsheet:
    if first.startswith(_PDF):
        raise FileNotTable(reason="PDF")
    if first.startswith(_OLE) or (first.startswith(_BIFF) and b"\0" in first[:8]):
        return _workbook(source, xls.sheets_of, "XLS", chosen)
    if first.startswith(_ZIP):
        if b"application/vnd.oasis.opendocument.spreadsheet" in first:
            return _workbook(source, ods.sheets_of, "ODS", chosen)
        return _workbook(source, xlsx.sheets_of, "XLSX", chosen)
    head = first.removeprefix(codecs.BOM_UTF8).lstrip()
    if head.startswith((b"[", b"{")) and not head.startswith(b"{\\rtf"):
        return open_json(_whole(source))
    if html_file.is_page_with_table(first):
        return html_file.open_html(_whole(source), chosen.sheet, chosen.encoding)
    if head.startswith((b"<?xml", b"{\\rtf")):
        raise FileNotTable(reason="XML" if head.startswith(b"<") else "RTF")
    return open_csv(source, chosen.encoding)


def _workbook(
    source: Path | bytes, read: Callable[[bytes], list[Sheet]], form: str, chosen: ReadingChoices
) -> Spreadsheet:
    content = _whole(source)
    return of_sheets(read(content), chosen.sheet, form, sha256(content).hexdigest())


def _whole(source: Path | bytes) -> bytes:
    return source if isinstance(source, bytes) else input_file.read(source, input_file.LIST)
