"""Taking clients in: every form of a list gives the same register; a fault anywhere takes in nothing."""

import csv
import io
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.conftest import copy_stage
from tests.procedures.people import COLUMNS, LONG, ORDER, PEOPLE
from tests.stage import Stage

DATES = ("geboortedatum", "verblijfsvergunning_tot", "geregistreerd_op", "laatste_contact")


def as_csv(people: list[dict[str, str]], delimiter: str) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, delimiter=delimiter, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(people)
    return out.getvalue()


def iso(person: dict[str, str]) -> dict[str, str]:
    return {code: "-".join(reversed(value.split("-"))) if code in DATES else value for code, value in person.items()}


def as_xlsx(path: Path, people: list[dict[str, str]]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(COLUMNS)
    for person in people:
        sheet.append([cell(code, person.get(code)) for code in COLUMNS])
    book.save(path)
    return path


def cell(code: str, value: str | None) -> object:
    """Give what a spreadsheet makes of a value: dates and numbers."""
    if value is None:
        return None
    if code in DATES and value.count("-") == 2:
        return datetime.strptime(value, "%d-%m-%Y")  # noqa: DTZ007  (a cell has no zone)
    if value.isdigit():
        return int(value)
    return value


def held(stage: Stage) -> list[Any]:
    """Give what is held on everybody, without what differs by nature: uuids and instants."""
    everybody = []
    for summary in stage.json("client", "list")["clients"]:
        dossier = stage.json("client", "show", summary["client"]["number"])["dossier"]
        entries = [(e["field"], e["value"], e["provenance"]["obtained_on"]) for e in dossier["entries"]]
        contacts = [(c["on"], c["kind"]) for c in dossier["contacts"]]
        everybody.append((summary["client"]["number"], entries, contacts, dossier["assignments"][0]["from_on"]))
    return everybody


@pytest.fixture(scope="module")
def expected(with_party: Stage, tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """The dossiers that a list with commas gives, read once; the other forms give the same."""
    stage = copy_stage(with_party, tmp_path_factory.mktemp("expected"))
    stage.must("client", "import", "-", *ORDER, stdin=as_csv(list(map(iso, PEOPLE)), ","))
    return held(stage)


def test_the_values_come_back_as_they_were_given(expected: list[Any]) -> None:
    numbers = [number for number, *_ in expected]
    assert numbers == ["2026-0001", "2026-0002", "2026-0003", "2026-0004", "2024-0001", "2026-0005"]
    values = [{field: value for field, value, _ in entries} for _, entries, *_ in expected]
    assert values[0]["geboortedatum"] == "2000-02-29"
    assert values[1]["geslachtsnaam"] == "Ćwierć-Œuvre d'Ør ŢŤŦ"
    assert values[1]["geboortedatum"] == "1968"
    assert (values[2]["geslachtsnaam"], values[2]["geboortedatum"]) == (".", "1978-03")
    assert values[3]["geslachtsnaam"] == LONG
    assert values[4]["burgerservicenummer"] == "000009866"
    assert values[5]["geslachtsnaam"] == 'Tjon, á "Jon"; BV'
    assert expected[0][1].count(("telefoon", "06-00000001", "2026-11-23")) == 1
    assert expected[0][1].count(("telefoon", "06-00000002", "2026-11-23")) == 1
    assert expected[4][2:] == ([("2025-12-31", "overgenomen")], "2024-02-01")


@pytest.mark.parametrize("form", ["semicolon", "bom", "tabs", "json"])
def test_the_same_list_in_another_form_is_taken_in_alike(stage: Stage, form: str, expected: list[Any]) -> None:
    content = {
        "semicolon": as_csv(PEOPLE, ";").encode(),
        "bom": as_csv(PEOPLE, ";").encode("utf-8-sig"),
        "tabs": as_csv(PEOPLE, "\t").encode(),
        "json": json.dumps(PEOPLE).encode(),
    }[form]
    if form == "json":
        people: list[dict[str, Any]] = [dict(person) for person in PEOPLE]
        people[0]["telefoon"] = people[0]["telefoon"].split("; ")
        content = json.dumps(people).encode()
    stage.must("client", "import", str(stage.file("list", content)), *ORDER)
    assert held(stage) == expected


def test_a_workbook_with_date_and_number_cells_is_taken_in_alike(stage: Stage, expected: list[Any]) -> None:
    stage.must("client", "import", str(as_xlsx(stage.folder / "list.xlsx", PEOPLE)), *ORDER)
    assert held(stage) == expected


def test_a_list_in_windows_1252_is_taken_in_alike(stage: Stage, expected: list[Any]) -> None:
    can = [person for person in PEOPLE if "Ţ" not in person["geslachtsnaam"]]
    stage.must("client", "import", str(stage.file("list", as_csv(can, ";").encode("cp1252"))), *ORDER)
    without_numbers = [rest for _, *rest in held(stage)]
    assert without_numbers == [rest for _, *rest in expected if rest[0][0][1] != "Ćwierć-Œuvre d'Ør ŢŤŦ"]


def test_every_fault_is_named_and_nothing_is_taken_in(stage: Stage) -> None:
    head = "geslachtsnaam;geboortedatum;burgerservicenummer;schoenmaat\n"
    rows = head + "A;30-02-1980;999083016;41\nB;1980;123456789;42\nC;1980;999083016;43\n;1980;;44\n"
    ran = stage.wkc("--json", "client", "import", "-", *ORDER, stdin=rows)
    found = {(fault["row"], fault["column"], fault["name"]) for fault in ran.error["faults"]}
    assert ran.code == 6
    assert found == {
        (None, "D", "column_unknown"),
        (2, "geboortedatum", "bad_partial_date"),
        (3, "burgerservicenummer", "bad_bsn"),
        (4, "burgerservicenummer", "bsn_twice"),
        (5, "geslachtsnaam", "value_missing"),
    }
    assert stage.json("client", "list")["clients"] == []


def test_a_sealed_column_needs_its_ground(stage: Stage) -> None:
    row = '[{"geslachtsnaam": "A", "gezondheid": "zit"}, {"geslachtsnaam": "B", "gezondheid": "staat"}]'
    ran = stage.wkc("--json", "client", "import", "-", *ORDER[:4], stdin=row)
    assert ran.error["faults"][0]["name"] == "basis_missing"
    assert "--special-basis" in ran.error["faults"][0]["hint"]
    ran = stage.wkc("--json", "client", "import", "-", *ORDER[:4], "--special-basis", "uavg_33", stdin=row)
    assert ran.code == 6


@pytest.mark.parametrize("typed", ["uavg_30", "UAVG 30", "uavg-30", "Uavg30"])
def test_a_ground_is_read_as_any_other_code(stage: Stage, typed: str) -> None:
    row = '[{"geslachtsnaam": "A", "gezondheid": "zit"}]'
    stage.json("client", "import", "-", *ORDER[:4], "--special-basis", typed, stdin=row)
    entries = {one["field"]: one for one in stage.json("client", "show", "2026-0001")["dossier"]["entries"]}
    assert entries["gezondheid"]["provenance"]["grondslag"] == "uavg_30"


@pytest.mark.parametrize("command", ["register", "import"])
@pytest.mark.parametrize(
    ("option", "choices"),
    [
        ("--special-basis", "uitdrukkelijke_toestemming, uavg_25, uavg_30"),
        ("--criminal-basis", "uitdrukkelijke_toestemming, uavg_32, uavg_33"),
    ],
)
def test_a_ground_that_is_none_names_the_grounds_there_are(
    stage: Stage, command: str, option: str, choices: str
) -> None:
    source = ("--from", "-") if command == "register" else ("-",)
    row = '{"geslachtsnaam": "A"}' if command == "register" else '[{"geslachtsnaam": "A"}]'
    ran = stage.wkc("--json", "client", command, *source, *ORDER[:4], option, "zomaar", stdin=row)
    assert ran.code == 6
    assert ran.error["name"] == "kind_unknown"
    assert choices in ran.error["text"]
    assert stage.json("client", "list")["clients"] == []


def test_a_client_on_file_gets_a_new_assignment_and_what_changed(stage: Stage) -> None:
    berg = {"geslachtsnaam": "Berg", "burgerservicenummer": "999083016"}
    first = json.dumps([berg | {"adres": "Laat 1", "e_mail": ["a@b.nl", "c@b.nl"]}])
    again = json.dumps([berg | {"adres": "Laat 2", "e_mail": ["c@b.nl", "d@b.nl"]}])
    stage.must("client", "import", "-", *ORDER, stdin=first)
    done = stage.json("client", "import", "-", *ORDER[:3], "A2", stdin=again)
    assert [(row["client"]["number"], row["changed"]) for row in done["again"]] == [("2026-0001", 2)]
    dossier = stage.json("client", "show", "berg")["dossier"]
    assert [a["reference"] for a in dossier["assignments"]] == ["A1", "A2"]
    current = [(e["field"], e["value"]) for e in dossier["entries"] if e["closed_at"] is None]
    assert current == [("geslachtsnaam", "Berg"), ("adres", "Laat 2"), ("e_mail", "a@b.nl"), ("e_mail", "c@b.nl"),
                       ("e_mail", "d@b.nl"), ("burgerservicenummer", "999083016")]  # fmt: skip
    assert [e["value"] for e in dossier["entries"] if e["closed_at"]] == ["Laat 1"]


def test_the_same_list_twice_is_a_fault(stage: Stage) -> None:
    rows = json.dumps(PEOPLE)
    stage.must("client", "import", "-", *ORDER, stdin=rows)
    ran = stage.wkc("--json", "client", "import", "-", *ORDER, stdin=rows)
    assert [fault["name"] for fault in ran.error["faults"]] == ["already_registered"] * len(PEOPLE)
    assert len(stage.json("client", "list")["clients"]) == len(PEOPLE)


def test_a_dry_run_says_what_would_happen_and_gives_no_number_away(stage: Stage) -> None:
    would = stage.json("client", "import", "-", *ORDER, "--dry-run", stdin=json.dumps(PEOPLE))
    assert stage.json("client", "list")["clients"] == []
    did = stage.json("client", "import", "-", *ORDER, stdin=json.dumps(PEOPLE))
    assert would | {"dry_run": False} == did
    log = [line for line in stage.json("audit", "list")["lines"] if line["action"] == "client.import"]
    assert [(line["details"]["dry_run"], line["details"]["count"]) for line in log] == [(False, 6), (True, 6)]


def test_a_client_past_the_five_years_is_not_taken_in(stage: Stage) -> None:
    old = '[{"geslachtsnaam": "A", "geregistreerd_op": "2015-01-01", "laatste_contact": "2021-11-22"}]'
    assert stage.wkc("client", "import", "-", *ORDER, stdin=old).code == 6
    just = '[{"geslachtsnaam": "A", "geregistreerd_op": "2015-01-01", "laatste_contact": "2021-11-23"}]'
    assert stage.json("client", "import", "-", *ORDER, stdin=just)["first"] == "2015-0001"
    shown = stage.json("client", "show", "2015-1")
    assert (shown["term"]["last_on"], shown["term"]["reason"]) == (
        date(2026, 11, 23).isoformat(),
        "laatste_contact",
    )


def test_a_number_is_never_given_out_again_in_its_year(stage: Stage) -> None:
    for year, expected in (("2024", "2024-0001"), ("2025", "2025-0001"), ("2024", "2024-0002")):
        row = json.dumps([{"geslachtsnaam": f"N{year}{expected}", "geregistreerd_op": f"{year}-12-31"}])
        assert stage.json("client", "import", "-", *ORDER, stdin=row)["first"] == expected


def test_an_import_is_one_line_with_count_and_hash(stage: Stage) -> None:
    stage.must("client", "import", "-", *ORDER, stdin=json.dumps(PEOPLE))
    line = stage.json("audit", "list")["lines"][0]
    assert (line["action"], line["subject"], line["details"]["count"]) == ("client.import", None, 6)
    assert len(line["details"]["sha256"]) == 64


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"PK\x03\x04broken", b"[1, 2]", b"{", b"geslachtsnaam\n"])
def test_what_is_no_list_is_said_to_be_none(stage: Stage, content: bytes) -> None:
    ran = stage.wkc("--json", "client", "import", str(stage.file("list", content)), *ORDER)
    assert (ran.code, ran.error["name"][:4]) == (6, "file") or ran.error["name"] == "faults_found"


def test_only_an_opdrachtgever_supplies_clients(stage: Stage) -> None:
    stage.must("party", "add", "Buurman", "--kind", "derde")
    order = ("--opdrachtgever", "Buurman", "--assignment", "A1")
    ran = stage.wkc("--json", "client", "import", "-", *order, stdin='[{"geslachtsnaam": "A"}]')
    assert (ran.code, ran.error["name"]) == (6, "party_wrong")


def test_a_name_that_begins_alike_is_another_person(stage: Stage) -> None:
    rows = [{"geslachtsnaam": name, "geboortedatum": "1980"} for name in ("Bergman", "Berg")]
    assert stage.json("client", "import", "-", *ORDER, stdin=json.dumps(rows))["rows"] == 2


def test_a_burgerservicenummer_is_one_clients(stage: Stage) -> None:
    rows = [{"geslachtsnaam": "A", "burgerservicenummer": "999083016"}, {"geslachtsnaam": "B"}]
    stage.must("client", "import", "-", *ORDER, stdin=json.dumps(rows))
    words = ("client", "record", "2026-2", "burgerservicenummer", "--source", "geregistreerde")
    assert stage.wkc("--json", *words, stdin="999083016").error["name"] == "bsn_taken"
    stage.must(*words[:2], "2026-1", *words[3:], stdin="999083016")


@pytest.mark.parametrize(
    ("other", "what"),
    [
        ({"geslachtsnaam": "Eik", "geboortedatum": "1971-05-02"}, "another name"),
        ({"geslachtsnaam": "Beuk", "voornamen": "Noor", "geboortedatum": "1972"}, "another date of birth"),
        ({"geslachtsnaam": "Eik", "geboortedatum": "1972"}, "another name and another date of birth"),
        ({"geslachtsnaam": "Beuk", "voornamen": "N."}, "a name and a date of birth that may be of the same person"),
    ],
)
def test_whose_number_it_is_and_what_differs_is_named_when_it_is_recorded_by_hand(
    stage: Stage, other: dict[str, str], what: str
) -> None:
    beech = {"geslachtsnaam": "Beuk", "voornamen": "Noor", "geboortedatum": "1971-05-02"}
    rows = [beech | {"burgerservicenummer": "999083016"}, {"geslachtsnaam": "Es"}, other]
    choice = ("--new-person", "4")
    stage.must("client", "import", "-", *ORDER, *choice, stdin=json.dumps(rows))
    words = ("client", "record", "2026-3", "burgerservicenummer", "--source", "geregistreerde")
    error = stage.wkc("--json", *words, stdin="999083016").error
    assert error["text"] == f"This burgerservicenummer is on file as another client, 2026-0001, with {what}."
    assert "wkc client show 2026-0001" in error["hint"]


@pytest.mark.parametrize("term", ["suzanne", "Suzanne van der St", "van der stap", "stapper", "STAPPER, SUZ"])
def test_a_client_is_found_by_each_way_to_say_the_name_and_once(stage: Stage, term: str) -> None:
    row = '[{"geslachtsnaam": "Stapper", "voorvoegsel": "van der", "voornamen": "Suzanne"}]'
    stage.must("client", "import", "-", *ORDER, stdin=row)
    assert len(stage.json("client", "find", term)["clients"]) == 1


def test_numbers_of_more_years_are_no_range(stage: Stage) -> None:
    days = ("2025-12-01", "2024-12-01", "2026-01-05")
    people = [{"geslachtsnaam": f"Vos{day}", "geregistreerd_op": day} for day in days]
    said = stage.must("client", "import", "-", *ORDER, stdin=json.dumps(people)).out
    assert "3 new clients: the first row is 2025-0001, the last 2026-0001." in said
