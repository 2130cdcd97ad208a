"""Files as they come: one table, whatever the format, and every fault named without a value."""

import io
import os
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from hashlib import sha256
from pathlib import Path
from threading import Thread

import openpyxl
import pytest

from wkc.errors.families import Fault
from wkc.errors.input import FileChanged, FileEmpty, FileEncoding, FileNotTable, FileUnreadable, SheetsMany
from wkc.procedures.intake import xlsx as workbooks
from wkc.procedures.intake import zip_parts
from wkc.procedures.intake.table import Row, Table, open_table


def rows(table: Table) -> list[tuple[int, dict[str, tuple[str, ...]]]]:
    found = list(table.rows())
    assert all(isinstance(row, Row) for row in found), found
    return [(row.number, dict(row.cells)) for row in found if isinstance(row, Row)]


def faults(source: bytes) -> list[tuple[str, int | None, str | None]]:
    table = open_table(source)
    found = [*table.faults, *(row for row in table.rows() if isinstance(row, Fault))]
    return [(fault.error.name, fault.row, fault.column) for fault in found]


def workbook(fill: Callable[[openpyxl.Workbook], None]) -> bytes:
    book, content = openpyxl.Workbook(), io.BytesIO()
    fill(book)
    book.save(content)
    return content.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        "geslachtsnaam,woonplaats,nationaliteit\nDemir-Åberg,'s-Graveland,Zweedse; Turkse\n".encode(),
        "\ufeffgeslachtsnaam,woonplaats,nationaliteit\r\nDemir-Åberg,'s-Graveland,Zweedse; Turkse".encode(),
        'geslachtsnaam;woonplaats;nationaliteit\nDemir-Åberg;\'s-Graveland;"Zweedse; Turkse"\n'.encode(),
        "geslachtsnaam\twoonplaats\tnationaliteit\nDemir-Åberg\t's-Graveland\tZweedse; Turkse".encode(),
        "geslachtsnaam,woonplaats,nationaliteit\nDemir-Åberg,'s-Graveland,Zweedse; Turkse\n".encode("cp1252"),
        b'"geslachtsnaam","woonplaats","nationaliteit"\r"Demir-\xc5berg","\'s-Graveland","Zweedse; Turkse"\r',
    ],
    ids=["comma", "bom", "semicolon", "tab", "windows-1252", "quoted-cr"],
)
def test_csv_is_read_however_it_was_written(content: bytes) -> None:
    table = open_table(content)
    assert table.columns == ("geslachtsnaam", "woonplaats", "nationaliteit")
    assert rows(table) == [
        (
            2,
            {
                "geslachtsnaam": ("Demir-Åberg",),
                "woonplaats": ("'s-Graveland",),
                "nationaliteit": ("Zweedse", "Turkse"),
            },
        )
    ]


def test_json_is_read_from_an_array_or_one_object() -> None:
    one = b'{"geslachtsnaam": "Vos", "nationaliteit": ["Zweedse", "Turkse; Cypriotische"], "postcode": null}'
    cells = {"geslachtsnaam": ("Vos",), "nationaliteit": ("Zweedse", "Turkse; Cypriotische")}
    assert rows(open_table(one)) == [(1, cells)]
    assert rows(open_table(b" [ " + one + b', {"telefoon": "1; 2", "geslachtsnaam": "Bos"}]')) == [
        (1, cells),
        (2, {"geslachtsnaam": ("Bos",), "telefoon": ("1", "2")}),
    ]


def test_numbers_in_json_are_read_as_people_write_them() -> None:
    content = b'[{"geslachtsnaam": "Vos", "uwv_nummer": 12, "tariefgroep": 3.0, "inkomsten": [1.5, 12345678901]}]'
    assert rows(open_table(content)) == [
        (
            1,
            {
                "geslachtsnaam": ("Vos",),
                "uwv_nummer": ("12",),
                "tariefgroep": ("3",),
                "inkomsten": ("1.5", "12345678901"),
            },
        )
    ]


def test_xlsx_is_read_with_its_date_and_number_cells_wherever_it_begins() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.worksheets[0]
        sheet["B3"], sheet["C3"], sheet["D3"] = "geslachtsnaam", "geboortedatum", "burgerservicenummer"
        sheet["B5"], sheet["C5"], sheet["D5"] = "Vos", date(1968, 3, 2), 999908
        sheet["B6"], sheet["C6"], sheet["D6"] = "Bos", datetime(1968, 3, 2, 0, 0), "999900006"  # noqa: DTZ001
        book.create_sheet("leeg")
        book.create_sheet("lijsten")["A1"] = "verborgen"
        book.worksheets[2].sheet_state = "hidden"

    assert rows(open_table(workbook(fill))) == [
        (
            5,
            {
                "geslachtsnaam": ("Vos",),
                "geboortedatum": ("1968-03-02",),
                "burgerservicenummer": ("999908",),
            },
        ),
        (
            6,
            {
                "geslachtsnaam": ("Bos",),
                "geboortedatum": ("1968-03-02",),
                "burgerservicenummer": ("999900006",),
            },
        ),
    ]


def test_a_clock_time_and_a_truth_value_in_xlsx_are_faults() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book.worksheets[0].append(["geslachtsnaam", "adres", "woonplaats"])
        book.worksheets[0].append([True, time(12, 30), datetime(2026, 3, 31, 12, 30)])  # noqa: DTZ001

    assert faults(workbook(fill)) == [
        ("cell_truth", 2, "geslachtsnaam"),
        ("cell_time", 2, "adres"),
        ("cell_time", 2, "woonplaats"),
    ]


def test_a_second_sheet_with_cells_is_not_passed_over() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book.worksheets[0].append(["geslachtsnaam"])
        book.create_sheet("meer").append(["geslachtsnaam"])

    with pytest.raises(SheetsMany):
        open_table(workbook(fill))


def test_what_a_file_is_shows_in_its_bytes_and_not_in_its_name(tmp_path: Path) -> None:
    path = tmp_path / "lijst.xlsx"
    path.write_bytes(b"geslachtsnaam\nVos\n")
    assert rows(open_table(path)) == [(2, {"geslachtsnaam": ("Vos",)})]


def test_column_names_are_forgiven_their_case_spaces_and_hyphens() -> None:
    table = open_table(b" Geslachtsnaam ,E-mail,GEBOORTELAND  ouder,Geregistreerd op\nVos,,,\n")
    assert table.columns == ("geslachtsnaam", "e_mail", "geboorteland_ouder", "geregistreerd_op")


def test_a_row_has_the_number_a_spreadsheet_gives_it() -> None:
    content = b'\ngeslachtsnaam,adres\nVos,"Dam 1\nachter"\n\n,\nBos\n , \n\n'
    assert [number for number, _ in rows(open_table(content))] == [3, 6]


def test_empty_cells_and_a_short_row_have_no_values() -> None:
    content = b"geslachtsnaam,adres,telefoon\nVos, ,; \nBos\n"
    assert [cells for _, cells in rows(open_table(content))] == [
        {"geslachtsnaam": ("Vos",)},
        {"geslachtsnaam": ("Bos",)},
    ]


def test_a_separator_in_a_field_of_one_value_is_part_of_the_value() -> None:
    assert rows(open_table(b"geslachtsnaam,adres\nVos,Dam 1; achter\n"))[0][1]["adres"] == ("Dam 1; achter",)


def test_rows_can_be_read_again_and_many_without_holding_them(tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_bytes(b"geslachtsnaam\n" + b"Vos\n" * 50_000)
    table = open_table(path)
    assert sum(1 for _ in table.rows()) == sum(1 for _ in table.rows()) == 50_000


def test_a_table_carries_the_hash_of_the_file(tmp_path: Path) -> None:
    for content in (b"geslachtsnaam\nVos\n", b'[{"geslachtsnaam": "Vos"}]'):
        path = tmp_path / "lijst"
        path.write_bytes(content)
        assert open_table(path).sha256 == open_table(content).sha256 == sha256(content).hexdigest()


@pytest.mark.parametrize("changed", [b"geslachtsnaam\nBos\n", b"geslachtsnaam\nVos\nBos\n", b"geslachtsnaam\n\xff\n"])
def test_a_file_that_changes_while_it_is_read_is_noticed(tmp_path: Path, changed: bytes) -> None:
    path = tmp_path / "lijst.csv"
    path.write_bytes(b"geslachtsnaam\nVos\n")
    table = open_table(path)
    path.write_bytes(changed)
    with pytest.raises(FileChanged):
        list(table.rows())


def test_a_file_that_goes_away_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_bytes(b"geslachtsnaam\nVos\n")
    table = open_table(path)
    path.unlink()
    with pytest.raises(FileUnreadable):
        list(table.rows())


def test_a_pipe_that_is_open_already_is_read_like_a_file() -> None:
    end, start = os.pipe()

    def write() -> None:
        with os.fdopen(start, "wb") as pipe:
            pipe.write(b"geslachtsnaam\n" + b"Vos\n" * 50_000)

    writer = Thread(target=write)
    writer.start()
    table = open_table(Path(f"/dev/fd/{end}"))
    writer.join()
    os.close(end)
    assert len(rows(table)) == len(rows(table)) == 50_000


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"geslachtsnaam,hobby\nVos,\n", [("column_unknown", None, "B")]),
        (b"geslachtsnaam,Jansen\nVos,\n", [("column_unknown", None, "B")]),
        (b"geslachtsnaam,06-12345678,\nVos,,\n", [("column_unknown", None, "B")]),
        (b"geslachtsnaam,,adres\nVos,,\n", [("column_unknown", None, "B")]),
        (b"geslachtsnaam" + b",x" * 27 + b"\nVos\n", [("column_unknown", None, "AB")]),
        (b"geslachtsnaam,geboorte datums\nVos,\n", [("column_misspelt", None, "B")]),
        (b"geslachtnaam\nVos\n", [("column_misspelt", None, "A"), ("column_missing", None, "geslachtsnaam")]),
        (b"geslachtsnaam,adres,adress\nVos,,\n", [("column_unknown", None, "C")]),
        (b"\nVos,bipolair,V\nBos,,M\n", [("column_names_missing", 2, None)]),
        (b'[{"schoenmaat": "41", "hobby": 1}]', [("column_names_missing", None, None)]),
        (b"geslachtsnaam,Adres,adres\nVos,,\n", [("column_twice", None, "adres")]),
        (b"adres\nDam 1\n", [("column_missing", None, "geslachtsnaam")]),
        (b"geslachtsnaam,adres\nVos,Dam 1,achter\n", [("row_too_long", 2, None)]),
        (b"geslachtsnaam,adres\nVos,Dam 1, ,\n", []),
        (b'geslachtsnaam\nVos\n"Bos" en\n', [("file_not_table", 3, None)]),
        (b'geslachtsnaam\nVos\n"Bos\n', [("quote_unclosed", 3, None)]),
        (b'[{"geslachtsnaam": "Vos", "hobby": 1}]', [("column_unknown", None, "#2")]),
        (b'[{"geslachtsnaam": "Vos", "geslachtsnaam": "Bos"}]', [("column_twice", None, "geslachtsnaam")]),
    ],
)
def test_every_fault_in_the_shape_is_named(content: bytes, found: list[object]) -> None:
    if content.startswith(b"geslachtsnaam,x"):
        found = [("column_unknown", None, letter) for letter in (*"BCDEFGHIJKLMNOPQRSTUVWXYZ", "AA", "AB")]
    assert faults(content) == found


def test_a_column_name_is_never_repeated_for_it_may_be_a_value() -> None:
    for content in (b"vos,bipolair\nbos,\n", b"geslachtsnaam,bipolair\nVos,\n", b'{"adres": "Dam 1", "bipolair": 1}'):
        said = " ".join(f"{fault.error.text_and_hint} {fault.column}" for fault in open_table(content).faults)
        assert said
        assert "vos" not in said
        assert "bipolair" not in said


def test_a_column_that_is_nearly_a_field_has_its_name_for_a_hint() -> None:
    (fault,) = open_table(b"geslachtsnaam,Woon-plaatz\nVos,\n").faults
    assert fault.error.facts == {"known": "woonplaats"}
    assert "Woon" not in " ".join(fault.error.text_and_hint)


@pytest.mark.parametrize("content", [b"", b"\n\n", b"geslachtsnaam,adres\n", b"geslachtsnaam\n \n\n", b"[]", b"{}"])
def test_a_file_without_rows_is_refused(content: bytes) -> None:
    with pytest.raises(FileEmpty):
        open_table(content)


@pytest.mark.parametrize(
    "content",
    [b"geslachtsnaam\nV\x81s\n", b"geslachts\x00naam\nVos\n", "geslachtsnaam\nVos\n".encode("utf-16-le")],
)
def test_bytes_of_no_accepted_encoding_are_refused(content: bytes) -> None:
    with pytest.raises(FileEncoding):
        open_table(content)


def zipped() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("lijst.csv", "geslachtsnaam\nVos\n")
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (zipped(), "XLSX"),
        (b"PK\x03\x04", "XLSX"),
        (b"\xd0\xcf\x11\xe0 an old one", "XLS"),
        (b'"geslachtsnaam" x\nVos\n', "CSV"),
        (b'[{"geslachtsnaam": "Vos"', "JSON"),
        (b'[{"geslachtsnaam": "Vos",}]', "JSON byte 25"),
        (b'[{"geslachtsnaam": "\\ud800x"}]', "JSON"),
        (b'[["Vos"]]', "JSON $[0]"),
        (b'[{"geslachtsnaam": true}]', "JSON $[0][...]"),
        (b'[{"geslachtsnaam": {"Vos": 1}}]', "JSON $[0][...]"),
        (b"[" * 200_000, "JSON $[0]"),
        (b'{"a":' * 200_000, "JSON $[...]"),
        (b'[{"geslachtsnaam": ' + b"[" * 100_000 + b"]" * 100_000 + b"}]", "JSON $[0][...][0]"),
        (b'[{"geslachtsnaam": ' + b"9" * 5_000 + b"}]", "JSON $[0][...]"),
        (b'[{"geslachtsnaam": 1e400}]', "JSON $[0][...]"),
        (b"[" + b",".join(b'{"geslachtsnaam%d": 1}' % n for n in range(1_001)) + b"]", "JSON $[1000]"),
    ],
)
def test_a_file_that_is_no_table_is_refused_without_repeating_it(content: bytes, reason: str) -> None:
    with pytest.raises(FileNotTable) as caught:
        open_table(content)
    assert caught.value.facts == {"reason": reason}


def test_a_json_text_in_another_encoding_is_refused() -> None:
    with pytest.raises(FileEncoding):
        open_table('[{"geslachtsnaam": "Åberg"}]'.encode("cp1252"))


@pytest.mark.parametrize(
    "name", [".", "lijst.csv", "x" * 256, "a\0b", "pijp", "/dev/zero", "/dev/null", "~nosuchuser/lijst.csv"]
)
def test_what_is_no_file_that_is_there_is_refused_and_not_waited_for(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "pijp")
    with pytest.raises(FileUnreadable):
        open_table(tmp_path / name)


def parts(*cells: str, dimension: str = "A1", notes: str = "") -> bytes:
    """Write an XLSX with these cells as XML in its one sheet."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    related = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "_rels/.rels": f'{related}<Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/>'
            "</Relationships>",
            "xl/workbook.xml": f'<workbook {main} xmlns:r="{office}"><sheets><sheet name="a" sheetId="1" r:id="r1"/>'
            "</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": f'{related}<Relationship Id="r1" Type="{office}/worksheet" '
            'Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": f'<worksheet {main}><dimension ref="{dimension}"/>'
            f"<sheetData>{''.join(cells)}</sheetData></worksheet>",
            "docProps/app.xml": f"<notes>{notes}</notes>",
        }.items():
            archive.writestr(name, text)
    return content.getvalue()


def cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


NAMES = f'<row r="1">{cell("A1", "geslachtsnaam")}</row>'


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (cell("XFD1048576", "Vos"), "XLSX A1:XFD1048576"),
        (cell("ALM2", "Vos"), "XLSX A1:ALM2"),
        (cell("AV1048576", "Vos"), "XLSX A1:AV1048576"),
        (f'<row r="1048576">{cell("", "Vos")}{cell("AV1048576", "Vos")}</row>', "XLSX A1:AV1048576"),
        ('<row r="2">' + "<c><v>1</v></c>" * 1_001 + "</row>", "XLSX A1:ALM2"),
        (cell("ZZZZZZZZZZ99999999999", "Vos"), "XLSX"),
        (cell("A" + "9" * 5_000, "Vos"), "XLSX"),
        ('<row r="-1"/>', "XLSX"),
        ("<row>", "XLSX"),
    ],
)
def test_a_sheet_larger_than_any_list_is_refused_before_room_is_made_for_it(cells: str, reason: str) -> None:
    with pytest.raises(FileNotTable) as caught:
        open_table(parts(NAMES, cells))
    assert caught.value.facts == {"reason": reason}


def test_an_empty_cell_far_away_and_a_wrong_dimension_make_no_sheet_large() -> None:
    row = f'<row r="2">{cell("A2", "Vos")}<c r="XFD2" s="1"/></row>'
    content = parts(NAMES, row, '<row r="1048576"/>', dimension="A1:XFD1048576")
    assert rows(open_table(content)) == [(2, {"geslachtsnaam": ("Vos",)})]


def test_cells_without_a_place_stand_one_after_the_other() -> None:
    row = "<row><c><v>12</v></c><c><v>13</v></c></row>"
    assert rows(open_table(parts(NAMES.replace("</row>", cell("B1", "adres") + "</row>"), row))) == [
        (2, {"geslachtsnaam": ("12",), "adres": ("13",)})
    ]


def test_an_archive_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_parts, "MOST_BYTES", 1 << 20)
    with pytest.raises(FileNotTable) as caught:
        open_table(parts(NAMES, notes=" " * (1 << 20)))
    assert caught.value.facts == {"reason": "XLSX > 1 MiB"}


def test_an_open_document_is_read() -> None:
    urn = "urn:oasis:names:tc:opendocument:xmlns:"
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{urn}manifest:1.0"></manifest:manifest>'
        )
        archive.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{urn}office:1.0" xmlns:table="{urn}table:1.0" '
            f'xmlns:text="{urn}text:1.0"><office:body><office:spreadsheet><table:table table:name="a"><table:table-row>'
            '<table:table-cell office:value-type="string"><text:p>geslachtsnaam</text:p></table:table-cell>'
            "</table:table-row><table:table-row>"
            '<table:table-cell office:value-type="string"><text:p>Vos</text:p></table:table-cell>'
            "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>",
        )
    assert rows(open_table(content.getvalue())) == [(2, {"geslachtsnaam": ("Vos",)})]


def test_a_panic_of_calamine_is_a_file_that_is_no_table(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(by: type[BaseException]) -> None:
        def sheets(_content: bytes) -> None:
            raise by

        monkeypatch.setattr(workbooks, "read", sheets)
        open_table(parts(NAMES))

    with pytest.raises(FileNotTable):
        stopped(type("PanicException", (BaseException,), {}))
    with pytest.raises(KeyboardInterrupt):
        stopped(KeyboardInterrupt)
