"""Importing at a terminal: what is not sure is asked once, kept for the opdrachtgever, and shown before it is done."""

import io
import json

import openpyxl
import pytest

from tests.stage import Ran, Stage

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment")
HEADINGS = (
    "Kenmerk",
    "Achternaam",
    "Tussenvoegsel",
    "Voornaam",
    "M/V",
    "Geb.datum",
    "BSN",
    "Straat",
    "Huisnr.",
    "Toev.",
)
ROW = ("A-17", "Berg", "van den", "Anna", "Vrouw", "16/07/1968", "999900006", "Laat", "12", "bis")


def workbook(*rows: tuple[str, ...]) -> bytes:
    book, content = openpyxl.Workbook(), io.BytesIO()
    sheet = book.worksheets[0]
    sheet.append(["Aanmeldingen november"])
    sheet.append([])
    for row in (HEADINGS, *rows):
        sheet.append(row)
    book.save(content)
    return content.getvalue()


def offered(stage: Stage, content: bytes, reference: str, *answers: tuple[str, str]) -> Ran:
    path = stage.file("lijst.xlsx", content)
    return stage.wkc("client", "import", str(path), *ORDER, reference, typed=list(answers))


def test_a_list_is_in_after_one_question_and_a_key_and_the_next_asks_nothing(stage: Stage) -> None:
    ran = offered(stage, workbook(ROW), "A1", ("Column Kenmerk (A-17)", "-"), ("Enter takes them in", ""))
    assert ran.code == 0, ran.err
    assert "1 new client: 2026-0001." in ran.out
    assert "headings in row  3" in ran.out
    dossier = stage.json("client", "show", "2026-1")["dossier"]
    assert [(entry["field"], entry["value"]) for entry in dossier["entries"]] == [
        ("geslachtsnaam", "Berg"),
        ("voorvoegsel", "van den"),
        ("voornamen", "Anna"),
        ("adres", "Laat 12 bis"),
        ("geslacht", "V"),
        ("geboortedatum", "1968-07-16"),
        ("burgerservicenummer", "999900006"),
    ]
    assert stage.json("party", "columns", "Gemeente")["columns"] == {"kenmerk": None}
    assert offered(stage, workbook(ROW), "A2", ("Enter takes them in", "")).code == 0


def test_the_preview_has_values_as_they_would_be_kept_and_what_cannot_be_as_it_stands(stage: Stage) -> None:
    content = "Achternaam;Geb.datum;M/V;Telefoon\nMeer;16/07/1968;Vrouw;612345678\nWal;7-8-1970;mannelijk;'0725110000\n"
    path = stage.file("lijst.csv", content.encode())
    ran = stage.wkc("client", "import", str(path), *ORDER, "A1", typed=[("Enter takes them in", "")])
    for shown in ("1968-07-16 | 1970-08-07", "V | M", "0612345678 | 0725110000"):
        assert shown in ran.out
    path.write_text("Achternaam;Geb.datum\nDuin;1-2-1975\nKust;ooit\n", encoding="utf-8")
    refused = stage.wkc("client", "import", str(path), *ORDER, "A2", typed=[("Leave these rows out", "no")])
    assert refused.code == 6
    assert "1975-02-01 | ooit" in refused.out


def test_a_fault_is_shown_once_and_an_answer_that_is_no_answer_is_asked_for_again(stage: Stage) -> None:
    path = stage.file("lijst.csv", "Achternaam;Geb.datum\nDuin;1-2-1975\nKust;ooit\n")
    typed = [("Leave these rows out", "misschien"), ("Leave these rows out", "")]
    refused = stage.wkc("client", "import", str(path), *ORDER, "A2", typed=typed)
    assert "Answer with yes or no." in refused.err
    assert refused.err.count("row 3") == 1
    assert "1 fault was found and nothing was taken in." in refused.err


def test_the_question_of_prefixes_takes_no_other_word_for_no(stage: Stage) -> None:
    path = stage.file("lijst.csv", "Achternaam\nvan Duin\n")
    asked = "1 surname has a prefix, as van Duin: into voorvoegsel? [yes]"
    typed = [(asked, "misschien"), (asked, "ja"), ("Enter takes them in", "")]
    stage.wkc("client", "import", str(path), *ORDER, "A2", typed=typed)
    assert "van Duin" in stage.must("client", "find", "duin").out


def test_a_title_above_the_headings_is_no_client_that_is_left_out(stage: Stage) -> None:
    path = stage.file("lijst.csv", "Aanmeldingen van november;\nAchternaam;Geb.datum\nDuin;1-2-1975\n")
    ran = stage.wkc("client", "import", str(path), *ORDER, "A2", typed=[("Enter takes them in", "")])
    assert "left out         0" in ran.out
    assert "1 row is left out (above the headings): 1." in ran.out


def test_a_list_of_which_every_column_is_left_out_is_refused_by_the_name_that_it_lacks(stage: Stage) -> None:
    path = str(stage.file("lijst.csv", "Iets\nx:1\ny:2\n"))
    ran = stage.wkc("client", "import", path, *ORDER, "A2", typed=[("Column Iets", "")])
    assert ran.code == 6
    assert "column geslachtsnaam" in ran.err


def test_a_list_without_the_column_of_the_name_is_refused_by_what_it_lacks(stage: Stage) -> None:
    path = str(stage.file("lijst.csv", "Telefoon;Woonplaats\n0725110000;Alkmaar\n"))
    ran = stage.wkc("--json", "client", "import", path, *ORDER, "A2")
    assert [(fault["column"], fault["name"]) for fault in ran.error["faults"]] == [("geslachtsnaam", "column_missing")]


def test_what_is_kept_for_an_opdrachtgever_serves_scripts_and_can_be_cleared(stage: Stage) -> None:
    content = workbook(ROW)
    path = str(stage.file("lijst.xlsx", content))
    first = stage.wkc("--json", "client", "import", path, *ORDER, "A1")
    assert [(fault["column"], fault["name"]) for fault in first.error["faults"]] == [("A", "column_unsure")]
    offered(stage, content, "A1", ("Column Kenmerk", ""), ("Enter takes them in", ""))
    assert stage.json("party", "columns", "Gemeente")["columns"] == {"kenmerk": "sociale_dienst_nummer"}
    assert stage.json("client", "import", path, *ORDER, "A2", "--dry-run")["rows"] == 1
    assert stage.json("party", "columns", "Gemeente", "--clear")["cleared"] == 1
    assert stage.wkc("client", "import", path, *ORDER, "A2", "--dry-run").code == 6


def test_a_script_says_what_the_columns_are(stage: Stage) -> None:
    path = str(stage.file("lijst.xlsx", workbook(ROW)))
    columns = stage.file("columns.json", json.dumps({"Kenmerk": None, "Toev.": "Huisletter"}))
    assert stage.json("client", "import", path, *ORDER, "A1", "--columns", str(columns))["rows"] == 1
    for wrong in ('["Kenmerk"]', '{"Kenmerk": "hobby"}', "{"):
        columns.write_text(wrong)
        ran = stage.wkc("--json", "client", "import", path, *ORDER, "A1", "--columns", str(columns))
        assert ran.error["name"] == "columns_wrong"


def test_anything_but_enter_takes_nothing_in(stage: Stage) -> None:
    ran = offered(stage, workbook(ROW), "A1", ("Column Kenmerk", "-"), ("Enter takes them in", "nee"))
    assert ran.code == 130
    assert stage.json("client", "list")["clients"] == []
    assert stage.json("party", "columns", "Gemeente")["columns"] == {}


def test_who_may_be_somebody_else_is_asked_about(stage: Stage) -> None:
    offered(stage, workbook(ROW), "A1", ("Column Kenmerk", "-"), ("Enter takes them in", ""))
    other = (*ROW[:1], "Boer", "de", *ROW[3:])
    ran = offered(stage, workbook(other), "A2", ("Row 4", "s"), ("Enter takes them in", ""))
    assert ran.code == 0
    assert "Berg" in ran.out
    assert "Boer" in ran.out
    left = offered(stage, workbook(ROW, ("", "Vos", *[""] * 8)), "A3", ("Row 4", "l"), ("Enter takes them in", ""))
    assert "1 row is left out (chosen): 4." in left.out


def test_words_for_nothing_and_totals_are_asked_about(stage: Stage) -> None:
    rows = (ROW, ("", "Vos", "", "Bo", "", "onbekend", "-", "", "", ""), ("", "Totaal: 2", *[""] * 8))
    ran = offered(
        stage,
        workbook(*rows),
        "A1",
        ("Column Kenmerk", "-"),
        ("2 cells have a word", ""),
        ("Row 6 looks like a total", ""),
        ("Enter takes them in", ""),
    )
    assert ran.code == 0, ran.err
    assert "2 rows are right." in ran.out
    assert "1 row is left out (chosen): 6." in ran.out


def test_prefixes_in_a_surname_get_their_own_field_when_somebody_agrees(stage: Stage) -> None:
    path = str(stage.file("lijst.csv", "Achternaam;Voornaam\nvan der Linden;Piet\n"))
    typed = [("1 surname has a prefix", ""), ("Enter takes them in", "")]
    assert stage.wkc("client", "import", path, *ORDER, "A1", typed=typed).code == 0
    dossier = stage.json("client", "show", "2026-1")["dossier"]
    assert [entry["value"] for entry in dossier["entries"]] == ["Linden", "van der", "Piet"]


def test_an_empty_list_can_be_filled_in_and_its_example_is_no_client(stage: Stage) -> None:
    path = stage.folder / "leeg.xlsx"
    stage.must("client", "import", "--template", str(path))
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    sheet.append(["Vos", "", "Bo", "M", "16-07-1968"])
    book.save(path)
    done = stage.json("client", "import", str(path), *ORDER, "A1")
    assert (done["rows"], done["left_out"]) == (1, [{"row": 2, "why": "voorbeeld"}])


@pytest.mark.parametrize("words", [["client", "import"], ["client", "import", "x.csv"]])
def test_an_import_without_a_list_or_its_opdrachtgever_is_a_usage_fault(stage: Stage, words: list[str]) -> None:
    assert stage.wkc(*words).code == 2


def test_the_fields_have_the_two_columns_of_an_administration(stage: Stage) -> None:
    codes = [field["code"] for field in stage.json("client", "fields")]
    assert codes[-2:] == ["geregistreerd_op", "laatste_contact"]
