"""Workbooks as Excel leaves them: errors, formulas, merged and hidden parts, several sheets; nobody goes lost."""

import io
import struct
import zipfile
from datetime import UTC, datetime

import openpyxl
import pytest
from openpyxl.styles import PatternFill

from tests.procedures.outcomes import outcome, workbook
from wkc.errors.input import FileNotTable, SheetsMany
from wkc.errors.intake import SheetUnknown
from wkc.procedures.intake.choices import ReadingChoices
from wkc.procedures.intake.table import open_table


def test_excel_errors_and_formulas_without_an_outcome_lose_nobody() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.worksheets[0]
        sheet.append(["Achternaam", "Voornaam"])
        sheet.append(["#REF!", "#N/A"])
        sheet["A2"].data_type = sheet["B2"].data_type = "e"
        sheet.append(["Vos", "=B2"])

    assert outcome(workbook(fill)) == [
        (2, "geslachtsnaam", "cell_error"),
        (2, "voornamen", "cell_error"),
        (3, "voornamen", "cell_uncalculated"),
    ]


def test_a_day_within_ninety_seconds_of_midnight_is_that_day() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.worksheets[0]
        sheet.append(["Achternaam", "Geb.datum"])
        sheet.append(["Aap", datetime(1968, 7, 15, 23, 59, 16)])  # noqa: DTZ001  (a cell has no zone)
        sheet.append(["Bos", datetime(1968, 7, 16, 0, 0, 43)])  # noqa: DTZ001
        sheet.append(["Vos", datetime(1968, 7, 16, 12, 0)])  # noqa: DTZ001

    born = {"geboortedatum": "1968-07-16"}
    assert outcome(workbook(fill)) == [
        {"geslachtsnaam": "Aap"} | born,
        {"geslachtsnaam": "Bos"} | born,
        (4, "geboortedatum", "cell_time"),
    ]


def test_numbers_of_more_digits_than_excel_keeps_are_faults() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.worksheets[0]
        sheet.append(["Achternaam", "UWV-nr", "Telefoon"])
        sheet.append(["Vos", 1234567890123456, 612345678])

    assert outcome(workbook(fill)) == [(2, "uwv_nummer", "cell_digits")]


def hidden(book: openpyxl.Workbook) -> None:
    sheet = book.worksheets[0]
    sheet.append(["Achternaam", "Voornaam"])
    sheet.append(["Vos", "Bo"])
    sheet.append(["Bos", "Jo"])
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["B"].hidden = True


def test_hidden_rows_and_columns_are_faults_until_it_is_chosen_what_becomes_of_them() -> None:
    content = workbook(hidden)
    assert [one for one in outcome(content) if isinstance(one, tuple)] == [
        (None, "B", "hidden_column"),
        (3, None, "hidden_row"),
    ]
    assert outcome(content, ReadingChoices(hidden="take"))[1] == {"geslachtsnaam": "Bos", "voornamen": "Jo"}
    assert outcome(content, ReadingChoices(hidden="skip")) == [{"geslachtsnaam": "Vos"}, (3, "verborgen")]


def test_a_merged_cell_holds_for_nobody_but_the_first() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.worksheets[0]
        for row in (["Achternaam", "Plaats"], ["Vos", "Alkmaar"], ["Bos", None]):
            sheet.append(row)
        sheet.merge_cells("B2:B3")
        sheet["A1"].fill = PatternFill("solid", fgColor="FFFF00")

    assert outcome(workbook(fill)) == [
        {"geslachtsnaam": "Vos", "woonplaats": "Alkmaar"},
        (3, "woonplaats", "cell_merged"),
    ]


def test_of_several_sheets_one_is_chosen_by_name() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book.worksheets[0].append(["Toelichting"])
        book.create_sheet("Lijst").append(["Achternaam"])
        book.worksheets[1].append(["Vos"])

    content = workbook(fill)
    with pytest.raises(SheetsMany) as caught:
        open_table(content)
    assert caught.value.facts["choices"] == "Sheet, Lijst"
    assert outcome(content, ReadingChoices(sheet="lijst")) == [{"geslachtsnaam": "Vos"}]
    with pytest.raises(SheetUnknown):
        open_table(content, ReadingChoices(sheet="Blad 7"))


def test_an_archive_with_many_merged_cells_is_refused_or_read_in_time() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book.worksheets[0].append(["Achternaam"])
        book.worksheets[0].append(["Vos"])

    content, changed = workbook(fill), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            merge = b'</sheetData><mergeCells><mergeCell ref="A4:XFD1048576"/></mergeCells>'
            new.writestr(name, part.replace(b"</sheetData>", merge))
    started = datetime.now(UTC)
    assert outcome(changed.getvalue())[0] == {"geslachtsnaam": "Vos"}
    assert (datetime.now(UTC) - started).total_seconds() < 20


def biff(*rows: tuple[str | None, ...]) -> bytes:
    """Give the oldest form of XLS (BIFF2), in which a row is a record for each cell; None is the error #REF!."""
    octets = b"\x09\x00\x04\x00\x02\x00\x10\x00"
    for row, cells in enumerate(rows):
        for place, cell in enumerate(cells):
            at = row.to_bytes(2, "little") + place.to_bytes(2, "little") + bytes(3)
            if cell is None:
                octets += b"\x05\x00\x09\x00" + at + b"\x17\x01"
            else:
                text = cell.encode("cp1252")
                octets += b"\x04\x00" + (8 + len(text)).to_bytes(2, "little") + at + bytes([len(text)]) + text
    return octets + b"\x0a\x00\x00\x00"


def test_an_xls_is_read_with_its_errors() -> None:
    assert outcome(biff(("Achternaam", "Voornaam"), ("Müller", "Bo"), ("Vos", None))) == [
        {"geslachtsnaam": "Müller", "voornamen": "Bo"},
        (3, "voornamen", "cell_error"),
    ]


def record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def text_cell(row: int, column: int, text: str) -> bytes:
    return record(0x0204, struct.pack("<4HB", row, column, 0, len(text), 0) + text.encode("latin-1"))


def formula_cell(row: int, column: int, value: bytes, asks: int) -> bytes:
    """Give a formula (BIFF8) with its outcome and flags; its expression is the number 1."""
    return record(0x0006, struct.pack("<3H8sHIH3B", row, column, 0, value, asks, 0, 3, 0x1E, 1, 0))


def xls(*cells: bytes, recalculated: bool) -> bytes:
    """Give a BIFF8 workbook of one sheet with a heading, without the compound file around it."""
    begin = struct.pack("<4H2I", 0x0600, 5, 0x0DBB, 0x07CC, 0, 6)
    name = b"\x05\x00" + b"Blad1"
    recalc = record(0x01C1, struct.pack("<HHI", 0x01C1, 0, 191029)) if recalculated else b""
    head = record(0x0809, begin) + recalc
    at = len(head) + 4 + 6 + len(name) + 4
    sheet = record(0x0809, begin[:2] + b"\x10\x00" + begin[4:])
    headings = text_cell(0, 0, "Achternaam") + text_cell(0, 1, "Voornaam")
    bound = record(0x0085, struct.pack("<IBB", at, 0, 0) + name)
    return head + bound + record(0x000A) + sheet + headings + b"".join(cells) + record(0x000A)


EMPTY, ZERO, SEVEN = b"\x03" + bytes(5) + b"\xff\xff", bytes(8), struct.pack("<d", 7)


def test_a_formula_of_an_xls_without_an_outcome_is_a_fault_and_no_empty_cell() -> None:
    vos, bos = text_cell(1, 0, "Vos"), text_cell(2, 0, "Bos")
    never = xls(vos, formula_cell(1, 1, EMPTY, 0), bos, formula_cell(2, 1, ZERO, 2), recalculated=False)
    assert outcome(never) == [(2, "voornamen", "cell_uncalculated"), (3, "voornamen", "cell_uncalculated")]
    on_load = xls(vos, formula_cell(1, 1, EMPTY, 3), recalculated=True)
    assert outcome(on_load) == [(2, "voornamen", "cell_uncalculated")]


def test_an_outcome_of_an_xls_that_excel_calculated_is_read_also_when_it_is_empty() -> None:
    cells = (text_cell(1, 0, "Vos"), formula_cell(1, 1, EMPTY, 0), text_cell(2, 0, "Bos"), formula_cell(2, 1, SEVEN, 2))
    assert outcome(xls(*cells, recalculated=True)) == [
        {"geslachtsnaam": "Vos"},
        {"geslachtsnaam": "Bos", "voornamen": "7"},
    ]


def ods(*rows: str) -> bytes:
    """Give an OpenDocument spreadsheet with these rows as XML in its one sheet."""
    urn, content = "urn:oasis:names:tc:opendocument:xmlns:", io.BytesIO()
    spaces = " ".join(f'xmlns:{name}="{urn}{name}:1.0"' for name in ("office", "table", "text"))
    body = f'<office:body><office:spreadsheet><table:table table:name="a">{"".join(rows)}</table:table>'
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{urn}manifest:1.0"/>')
        archive.writestr(
            "content.xml",
            f"<office:document-content {spaces}>{body}</office:spreadsheet></office:body></office:document-content>",
        )
    return content.getvalue()


def row(*cells: str, about: str = "") -> str:
    made = (
        f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in cells
    )
    return f"<table:table-row {about}>{''.join(made)}</table:table-row>"


def test_an_ods_is_read_with_its_errors_and_hidden_rows() -> None:
    content = ods(
        row("Achternaam", "Voornaam"),
        row("Vos", "Bo"),
        row("Bos", "#N/A"),
        row("Aap", "Jo", about='table:visibility="filter"'),
    )
    assert outcome(content, ReadingChoices(hidden="skip")) == [
        {"geslachtsnaam": "Vos", "voornamen": "Bo"},
        (3, "voornamen", "cell_error"),
        (4, "verborgen"),
    ]


def test_an_ods_of_a_million_filled_rows_is_refused_before_room_is_made_for_it() -> None:
    wide = '<table:table-cell table:number-columns-repeated="900" office:value-type="string"><text:p>x</text:p>'
    tall = f'<table:table-row table:number-rows-repeated="1000000">{wide}</table:table-cell></table:table-row>'
    with pytest.raises(FileNotTable) as caught:
        open_table(ods(tall))
    assert caught.value.facts == {"reason": "ODS A1:AHP1000000"}
