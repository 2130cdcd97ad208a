"""Files: lists of every format and papers of every kind, as they should be, with parts changed, and as any octets."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pikepdf
from hypothesis import strategies as st

from tests.faults.fuzz.strategy import OCTETS, Parser, nearly, nearly_octets
from tests.procedures.test_document_danger import docx, odt, pdf
from tests.procedures.test_workbooks import biff, ods, row, text_cell, xls
from wkc.procedures.document.inspect import inspect
from wkc.procedures.intake.check import Line, check
from wkc.procedures.intake.choices import ReadingChoices, parse_rows
from wkc.procedures.intake.columns import read_choices
from wkc.procedures.intake.table import Row, open_table
from wkc.records.document import MEDIA_TYPES
from wkc.records.field import FieldClass

TODAY = date(2026, 11, 23)
GROUNDS: Mapping[FieldClass, tuple[str, ...]] = {FieldClass.BIJZONDER: ("uavg_30", "uavg_25")}
HEADINGS = ("Achternaam", "Voornaam", "Geboortedatum", "BSN", "Adres", "Gezondheid", "E-mail")
ROWS = (
    HEADINGS,
    ("van den Berg", "Suze", "31-03-1968", "999083016", "Laat 1", "kan niet tillen", "suze@voorbeeld.nl"),
    ("Müller", "Kees", "1968", "", "Kade 2-4", "", "#N/A"),
    ("Totaal", "2", "", "", "", "", ""),
)


def written(separator: str, encoding: str) -> bytes:
    """Give the list as CSV."""
    return "\r\n".join(separator.join(cells) for cells in ROWS).encode(encoding)


def workbook() -> bytes:
    """Give the list as XLSX, with a hidden row, a number and a day."""
    book, out = openpyxl.Workbook(), io.BytesIO()
    for cells in ROWS:
        book.active.append(cells)
    book.active.append(["Dal", 7, date(1970, 1, 2), 999083016.0])
    book.active.row_dimensions[3].hidden = True
    book.active.merge_cells("A4:B4")
    book.save(out)
    return out.getvalue()


TEXT_LISTS = (
    *(written(separator, encoding) for separator in ";,\t|" for encoding in ("utf-8", "utf-16", "cp1252")),
    b'sep=;\r\n"Achternaam";"Voornaam"\r\n"B;e""rg";"a\r\nb"\r\n',
    json.dumps([dict(zip(HEADINGS, cells, strict=True)) for cells in ROWS[1:3]]).encode(),
    b'{"geslachtsnaam": "Berg", "telefoon": ["0612345678", null, 7.0], "geslachtsnaam": 1e400}',
    b"<html><table><tr><th>Achternaam<th colspan=2>Voornaam<tr style='display:none'><td>Berg<td>Bo</table>",
)
ZIPPED_LISTS = (
    workbook(),
    ods(row("Achternaam", "Voornaam"), row("Vos", "Bo"), row("Aap", "Jo", about='table:visibility="filter"')),
)
XLS_LISTS = (
    biff(("Achternaam", "Voornaam"), ("Müller", "Bo"), ("Vos", None)),
    xls(text_cell(1, 0, "Vos"), recalculated=True),
)
PAPERS = (
    pdf(),
    pdf(annotation=pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9])),
    pdf(attached=b"x"),
    docx("<w:p>P&lt;NLDBERG&lt;&lt;SUZE</w:p>"),
    odt("<p/>", '<manifest:file-entry manifest:full-path="a" manifest:media-type="b"/>'),
    b"\x89PNG\r\n\x1a\n" + bytes(30),
    b"\xff\xd8\xff\xe0" + bytes(30),
    b"II*\0" + bytes(30),
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    b"Lassen, niveau 2.\nP<NLDBERG<<SUZE<<<<<<<<<<<<<<<<<<<<<<<<<<<<<",
)


@st.composite
def repacked(draw: st.DrawFn, archives: Sequence[bytes]) -> bytes:
    """Give an archive of which one part is nearly right, or that is one only nearly."""
    whole = draw(st.sampled_from(archives))
    if draw(st.booleans()):
        return draw(nearly_octets((whole,)))
    with ZipFile(io.BytesIO(whole)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = draw(st.sampled_from(sorted(parts)))
    try:
        parts[name] = draw(nearly((parts[name].decode(),))).encode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        parts[name] = draw(nearly_octets((parts[name],)))
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return out.getvalue()


def read_list(offered: tuple[bytes, str | None, bool]) -> None:
    """Read a list to its end, and its rows as values; reading it again gives the same."""
    content, hidden, blank = offered
    table = open_table(content, ReadingChoices(hidden=hidden, blank_words=blank))
    lines = list(check(table, today=TODAY, grounds=GROUNDS))
    again = list(check(table, today=TODAY, grounds=GROUNDS))
    assert [one for one in lines if isinstance(one, Line)] == [one for one in again if isinstance(one, Line)]
    for one in lines:
        if isinstance(one, Line):
            assert all("\x1b" not in value.text for _field, values in one.values for value in values)


CELL = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=12).map(str.strip)
NAME = st.sampled_from(("Berg", "Dal", "Ó Súilleabháin", "'t Hart", "Đặng", "a;b", 'a"b', "x|y,z"))


def keep_rows(offered: tuple[str, list[tuple[str, str]]]) -> None:
    """Names that are written as CSV are read as they were written, row by row, with their number."""
    separator, names = offered
    out = io.StringIO()
    made = csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL)
    made.writerows([("Achternaam", "Voornaam"), *names])
    table = open_table(out.getvalue().encode())
    found = [
        (one.number, one.cells.get("geslachtsnaam"), one.cells.get("voornamen"))
        for one in table.rows()
        if isinstance(one, Row)
    ]
    expected = [(at, (surname,), (given,)) for at, (surname, given) in enumerate(names, 2)]
    assert found == expected, (found, expected)


def keep_objects(names: list[tuple[str, str]]) -> None:
    """Names in JSON are read as they stand, each object with its number."""
    content = json.dumps([{"geslachtsnaam": surname, "voornamen": given} for surname, given in names])
    table = open_table(content.encode())
    found = [
        (one.number, one.cells["geslachtsnaam"], one.cells["voornamen"]) for one in table.rows() if isinstance(one, Row)
    ]
    assert found == [(at, (surname,), (given,)) for at, (surname, given) in enumerate(names, 1)], found


def keep_book(names: list[tuple[str, str]]) -> None:
    """Names in a workbook are read as they stand in its cells."""
    book, out = openpyxl.Workbook(), io.BytesIO()
    for cells in (("Achternaam", "Voornaam"), *names):
        book.active.append(cells)
    book.save(out)
    found = [
        (one.cells["geslachtsnaam"], one.cells["voornamen"])
        for one in open_table(out.getvalue()).rows()
        if isinstance(one, Row)
    ]
    assert found == [((surname,), (given,)) for surname, given in names], found


def look_at(content: bytes) -> None:
    """A paper is of a kind that is taken, or of none; it is never an error."""
    found = inspect(io.BytesIO(content), len(content))
    assert found.media_type is None or found.media_type in MEDIA_TYPES
    assert found.size == len(content)


def read_columns(typed: str) -> None:
    """The file of --columns names headings with a code or null; what it says is said again the same."""
    chosen = read_choices(typed)
    assert read_choices(json.dumps(chosen)) == chosen


def lists(content: st.SearchStrategy[bytes]) -> st.SearchStrategy[Any]:
    """Give a list with a choice of what becomes of what is hidden, and of words for nothing."""
    return st.tuples(content, st.sampled_from((None, "take", "skip")), st.booleans())


NAMES = st.lists(st.tuples(NAME, NAME), min_size=1, max_size=6)
PARSERS = (
    Parser(
        "list of any octets",
        lists(OCTETS | st.binary(max_size=40).map(lambda some: b"Achternaam;Voornaam\n" + some)),
        read_list,
        4,
    ),
    Parser("list as text", lists(nearly_octets(TEXT_LISTS)), read_list, 8),
    Parser("list as archive", lists(repacked(ZIPPED_LISTS)), read_list, 4),
    Parser("list as xls", lists(nearly_octets(XLS_LISTS)), read_list, 2),
    Parser("csv round", st.tuples(st.sampled_from(";,\t|"), NAMES), keep_rows, 2),
    Parser("json list round", NAMES, keep_objects, 2),
    Parser("workbook round", NAMES, keep_book),
    Parser("paper of any octets", OCTETS, look_at, 2),
    Parser("paper", nearly_octets(PAPERS), look_at, 4),
    Parser("paper as archive", repacked((PAPERS[3], PAPERS[4])), look_at, 2),
    Parser(
        "columns",
        st.text(max_size=30) | nearly(('{"Klantnr": "sociale_dienst_nummer", "Opmerking": null}',)),
        read_columns,
        2,
    ),
    Parser("rows", nearly(("12,15-18", "3", "1-2;4")), lambda typed: parse_rows([typed]), 2),
)
