"""Workbooks as Excel leaves them: errors, formulas, merged and hidden parts, several sheets; nobody goes lost."""

import io
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
