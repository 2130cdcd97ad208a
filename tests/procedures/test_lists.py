"""Lists as offices have them: nobody disappears, nobody is made up, and each fault says what to do."""

import pytest

from tests.procedures.outcomes import outcome, read
from tests.stage import Stage
from wkc.errors.families import Invalid
from wkc.errors.input import FileNotTable
from wkc.errors.intake import EncodingUnsure, EncodingWrong, FileLocked, RowsLeftOut
from wkc.procedures.intake.choices import ReadingChoices
from wkc.procedures.intake.table import open_table
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.dossier.heading import DAYS, NO_FIELD, PARTS, PROPOSED, SECOND, SURE, find_known

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")


def test_there_are_two_hundred_headings_and_none_says_two_things() -> None:
    assert len(SURE) > 200
    assert not NO_FIELD & SURE.keys()
    assert not SECOND.keys() & SURE.keys()
    assert not PROPOSED.keys() & SURE.keys()
    assert {*SURE.values(), *SECOND.values(), *PROPOSED.values()} <= {*BY_CODE, *DAYS, *PARTS}


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Achternaam", "geslachtsnaam"),
        ("TUSSENVOEGSEL", "voorvoegsel"),
        ("Voornaam/-namen", None),
        ("M / V", "geslacht"),
        ("Geb.\ndatum", "geboortedatum"),
        ("Geboortedatum (dd-mm-jjjj)", "geboortedatum"),
        ("Plaats", "woonplaats"),
        ("Geb. plaats", "geboorteplaats"),
        ("BSN-nummer", "burgerservicenummer"),
        ("Tel. mobiel", "telefoon"),
        ("Telefoon 2", "telefoon"),
        ("E-mail adres", "e_mail"),
        ("Huisnr.", "huisnummer"),
        ("Datum aanmelding", "geregistreerd_op"),
        ("Laatst gesproken", "laatste_contact"),
        ("voorvoegselGeslachtsnaam", "voorvoegsel"),
        ("geslachtsaanduiding", "geslacht"),
        ("Date of birth", "geboortedatum"),
        ("Postcode / Plaats", "postcode_woonplaats"),
    ],
)
def test_headings_are_understood_as_people_and_programs_write_them(heading: str, field: str | None) -> None:
    assert find_known(heading, SURE) == field


def test_parts_make_one_value_and_one_cell_several() -> None:
    assert read("Achternaam;Straat;Huisnr.;Toev.", "Vos", "Laat", "12", "a")["adres"] == "Laat 12a"
    assert read("Achternaam;Straat;Huisnr.;Toev.", "Vos", "Laat", "12", "3")["adres"] == "Laat 12-3"
    assert read("Achternaam;Straat;Huisnr.;Toev.", "Vos", "Laat", "12", "bis")["adres"] == "Laat 12 bis"
    assert read("Achternaam;Postcode en plaats", "Vos", "1811 EA  Alkmaar") == {
        "geslachtsnaam": "Vos",
        "postcode": "1811 EA",
        "woonplaats": "Alkmaar",
    }
    assert read("Achternaam incl. voorvoegsel", "Berg, van den") == {"geslachtsnaam": "Berg", "voorvoegsel": "van den"}
    assert read("Volledige naam", "Berg, Anna Maria van den")["voornamen"] == "Anna Maria"
    assert read("Achternaam;Tel. mobiel;Tel. vast", "Vos", "0612345678", "072-5123456")["telefoon"] == (
        "0612345678; 072-5123456"
    )
    assert read("Achternaam;Telefoon", "Vos", "06-12345678 / 072-5123456")["telefoon"] == "06-12345678; 072-5123456"


@pytest.mark.parametrize(
    ("field", "written", "stored"),
    [
        ("M/V", "Vrouw", "V"),
        ("M/V", "mannelijk", "M"),
        ("M/V", "2", "V"),
        ("Burgerlijke staat", "Getrouwd", "gehuwd"),
        ("Geb.datum", "16/07/1968", "1968-07-16"),
        ("Geb.datum", "16 juli 1968", "1968-07-16"),
        ("Geb.datum", "16-jul-1968", "1968-07-16"),
        ("Geb.datum", "19680716", "1968-07-16"),
        ("Geb.datum", "19680700", "1968-07"),
        ("Geb.datum", "00-00-1968", "1968"),
        ("Geb.datum", "1968-07-16 00:00:00", "1968-07-16"),
        ("Geb.datum", "16\N{EN DASH}07\N{EN DASH}1968", "1968-07-16"),
        ("Telefoon", '="0612345678"', "0612345678"),
        ("Telefoon", "'0612345678", "0612345678"),
        ("Telefoon", "612345678", "0612345678"),
        ("Telefoon", "+44 7700 900123", "+44 7700 900123"),
        ("Telefoon", "+32 479 99 99 99", "+32 479 99 99 99"),
        ("Telefoon", "0800-1234", "0800-1234"),
        ("BSN", "BSN 999900006", "999900006"),
        ("BSN", "999900006,00", "999900006"),
        ("BSN", "999\N{NO-BREAK SPACE}900\N{NO-BREAK SPACE}006\N{ZERO WIDTH SPACE}", "999900006"),
        ("Voornaam", "Jan\N{SOFT HYPHEN}tje", "Jantje"),
    ],
)
def test_values_are_read_as_people_and_programs_write_them(field: str, written: str, stored: str) -> None:
    assert stored in read(f"Achternaam;{field}", "Vos", written).values()


@pytest.mark.parametrize(
    ("field", "written", "name"),
    [
        ("Geb.datum", "16-07-68", "date_short_year"),
        ("Geb.datum", "7/16/1968", "date_turned"),
        ("Geb.datum", "01-01-1900", "date_filler"),
        ("Geb.datum", "onbekend", "value_word"),
        ("Geb.datum", "25035", "bad_partial_date"),
        ("BSN", "n.v.t.", "value_word"),
        ("BSN", "12345", "bad_bsn"),
        ("BSN", "1234567890", "bsn_length"),
        ("BSN", "999900007", "bad_bsn"),
        ("Postcode", "181O LP", "bad_postcode"),
        ("Postcode", "0", "value_word"),
        ("Postcode", "1811", "bad_postcode"),
        ("Adres", "geheim", "value_secret"),
        ("Woonplaats", "-", "value_word"),
        ("Telefoon", "Geheim", "value_secret"),
        ("Telefoon", "06-1234", "telephone_wrong"),
        ("Telefoon", "+44 7700 90", "telephone_wrong"),
        ("Voornaam", '=TRIM("Jan")', "cell_formula"),
        ("Voornaam", "=[@Naam]", "cell_formula"),
        ("Telefoon", "3,16123E+10", "cell_digits"),
        ("E-mail", "bo.example.nl", "bad_email"),
        ("Voornaam", "#N/B", "cell_error"),
        ("Voornaam", "=A1&B1", "cell_formula"),
        ("Voornaam", "Zo\N{REPLACEMENT CHARACTER}", "value_damaged"),
        ("Voornaam", "Zo\u00c3\u00ab", "value_garbled"),
        ("Volledige adresgegevens", "x", "column_unknown"),
    ],
)
def test_what_cannot_be_is_a_fault_with_its_own_reason(field: str, written: str, name: str) -> None:
    found = outcome(f"Achternaam;{field}\nVos;{written}\n".encode())
    assert [one[2] for one in found if isinstance(one, tuple)] == [name]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_nul_is_a_fault_of_its_cell_and_the_other_rows_are_read(encoding: str) -> None:
    content = "Achternaam;Voornaam\nVos;Bo\nDe\0Wit;An\nMol;Zo\0ë\nKat\tUil;Ed\n".encode(encoding)
    assert outcome(content) == [
        {"geslachtsnaam": "Vos", "voornamen": "Bo"},
        (3, "geslachtsnaam", "value_control"),
        (4, "voornamen", "value_control"),
        {"geslachtsnaam": "Kat Uil", "voornamen": "Ed"},
    ]


def test_a_list_of_which_each_row_is_left_out_is_no_empty_file() -> None:
    with pytest.raises(RowsLeftOut):
        open_table(b"Achternaam\nVos\n", None, {2})


def test_prefixes_in_a_column_of_their_own_stay_though_an_earlier_list_had_them_in_the_surname() -> None:
    kept = ReadingChoices(columns={"achternaam": "naam_en_voorvoegsel"})
    assert outcome(b"Achternaam;Tussenvoegsel\nBerg;van den\n", kept) == [
        {"geslachtsnaam": "Berg", "voorvoegsel": "van den"}
    ]
    assert outcome(b"Achternaam;Voornaam\n#REF!;Bo\nvan den Berg;An\n", kept) == [
        (2, "naam_en_voorvoegsel", "cell_error"),
        {"geslachtsnaam": "Berg", "voorvoegsel": "van den", "voornamen": "An"},
    ]


def test_a_word_for_nothing_is_an_empty_cell_when_that_was_chosen() -> None:
    content = b"Achternaam;BSN;Geb.datum\nVos;-;onbekend\n"
    assert outcome(content, ReadingChoices(blank_words=True)) == [{"geslachtsnaam": "Vos"}]


def test_rows_that_are_no_clients_are_named() -> None:
    content = b"Lijst;;\n\nAchternaam;Voornaam;BSN\nVos;Bo;\nAchternaam;Voornaam;BSN\nTotaal: 2;;\n"
    assert outcome(content) == [
        (1, "boven_de_koppen"),
        {"geslachtsnaam": "Vos", "voornamen": "Bo"},
        (5, "koppen"),
        (6, None, "totals_row"),
    ]
    assert outcome(content, None, (6,))[-1] == (6, "gekozen")


@pytest.mark.parametrize(
    "content",
    [
        "Achternaam\tVoornaam\r\nŞahin\tİpek\r\n".encode("utf-16"),
        "sep=;\r\nAchternaam;Voornaam\r\nŞahin;İpek\r\n".encode(),
        "Achternaam|Voornaam\nŞahin|İpek\n".encode(),
        "<html><table><tr><th>Achternaam<th>Voornaam<tr><td>Şahin<td>İpek</table></html>".encode(),
    ],
    ids=["utf-16", "sep", "pipe", "html"],
)
def test_other_separators_encodings_and_pages_are_read(content: bytes) -> None:
    assert outcome(content)[-1] == {"geslachtsnaam": "Şahin", "voornamen": "İpek"}


def test_letters_of_another_code_page_are_asked_about() -> None:
    content = "Achternaam;Voornaam\nŞahin;Bo\n".encode("cp1254")
    with pytest.raises(EncodingUnsure):
        open_table(content)
    assert outcome(content, ReadingChoices(encoding="windows-1254")) == [{"geslachtsnaam": "Şahin", "voornamen": "Bo"}]
    with pytest.raises(EncodingWrong):
        open_table(content, ReadingChoices(encoding="UTF-8"))
    assert outcome("Achternaam\nÞórsdóttir\n".encode("cp1252")) == [{"geslachtsnaam": "Þórsdóttir"}]


def test_a_line_break_in_a_cell_of_one_line_becomes_a_comma() -> None:
    assert outcome(b'Achternaam;Adres\nVos;"Laat 1\r\nachter"\n') == [
        {"geslachtsnaam": "Vos", "adres": "Laat 1, achter"}
    ]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"%PDF-1.7 a list", FileNotTable),
        (b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), FileLocked),
        (b"<?xml version='1.0'?><Workbook/>", FileNotTable),
        (b"{\\rtf1 a list}", FileNotTable),
    ],
    ids=["pdf", "locked", "xml", "rtf"],
)
def test_what_is_no_list_is_called_by_its_name(content: bytes, error: type[Invalid]) -> None:
    with pytest.raises(error):
        open_table(content)


def test_the_receipt_counts_every_row_of_the_file(stage: Stage) -> None:
    content = "Lijst van november\nAchternaam;Voornaam\nVos;Bo\nBos;Jo\nTotaal;2\n"
    done = stage.json("client", "import", "-", *ORDER, "--leave-out", "5", stdin=content)
    assert (done["rows"], done["left_out"]) == (
        2,
        [{"row": 1, "why": "boven_de_koppen"}, {"row": 5, "why": "gekozen"}],
    )
    assert done["reading"]["format"] == "CSV"
    assert done["reading"]["separator"] == ";"


@pytest.mark.parametrize("name", ["=cmd|' /C calc'!A0", "@SUM(1+1)", "+31612", "<b>Vet</b>", "-"])
def test_a_name_that_excel_would_not_calculate_is_a_name(name: str) -> None:
    assert read("Achternaam;Voornaam", name, "Bo")["geslachtsnaam"] == name


def test_known_columns_without_a_field_are_left_out_in_a_script_and_named_on_the_receipt(stage: Stage) -> None:
    content = "Achternaam;Voorletters;Roepnaam;Klantmanager;Opmerking\nVos;A.B.;Anna;P. Smit;bellen\n"
    ran = stage.must("client", "import", "-", *ORDER, stdin=content)
    assert "Columns that are left out: Voorletters, Klantmanager, Opmerking." in ran.out


def test_the_columns_of_a_script_are_kept_for_the_opdrachtgever(stage: Stage) -> None:
    columns = stage.folder / "columns.json"
    columns.write_text('{"Naam": "geslachtsnaam", "Hobby": null}')
    stage.must("client", "import", "-", *ORDER, "--columns", str(columns), stdin="Naam;Hobby\nVos;koor\n")
    stage.must("client", "import", "-", *ORDER[:3], "A2", stdin="Naam;Hobby\nBos;koor\n")
