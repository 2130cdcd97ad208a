"""Nobody becomes somebody else: a BSN with another name or birth date, people who look alike, values that stay."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.prepared import prepared
from tests.stage import Ran, Stage

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment")
VIS = {
    "geslachtsnaam": "Vis",
    "voornamen": "Anna Maria",
    "geboortedatum": "1979-05-03",
    "burgerservicenummer": "999083016",
    "adres": "Laat 1",
    "telefoon": "0612345678",
}


def offered(stage: Stage, reference: str, *rows: dict[str, Any], options: tuple[str, ...] = ()) -> Ran:
    return stage.wkc("--json", "client", "import", "-", *ORDER, reference, *options, stdin=json.dumps(rows))


def faults(ran: Ran) -> list[tuple[int, str | None, str]]:
    return [(fault["row"], fault["column"], fault["name"]) for fault in ran.error["faults"]]


def current(stage: Stage, who: str) -> dict[str, str]:
    dossier = stage.json("client", "show", who)["dossier"]
    return {entry["field"]: entry["value"] for entry in dossier["entries"] if entry["closed_at"] is None}


@prepared
def vis(stage: Stage) -> Stage:
    assert offered(stage, "A1", VIS).code == 0
    return stage


@pytest.mark.parametrize(
    ("other", "what"),
    [
        ({"geslachtsnaam": "Boer", "voorvoegsel": "de", "voornamen": "Karel"}, "another name"),
        ({"voornamen": "Berta"}, "another name"),
        ({"geboortedatum": "1951-12-31"}, "another date of birth"),
        ({"geboortedatum": "1979-06"}, "another date of birth"),
        ({"geslachtsnaam": "Boer", "geboortedatum": "1951"}, "another name and another date of birth"),
    ],
)
def test_a_bsn_on_file_with_another_name_or_birth_date_is_a_fault(vis: Stage, other: dict[str, str], what: str) -> None:
    ran = offered(vis, "A2", {"geslachtsnaam": "Aap"}, VIS | other)
    assert (ran.code, faults(ran)) == (6, [(2, "burgerservicenummer", "other_person")])
    assert ran.error["faults"][0]["text"] == f"This burgerservicenummer is on file as 2026-0001, with {what}."
    assert "Vis" not in ran.err
    assert current(vis, "2026-1")["geslachtsnaam"] == "Vis"
    assert len(vis.json("client", "list")["clients"]) == 1


@pytest.mark.parametrize(
    "same",
    [
        {"voornamen": "A.M."},
        {"voornamen": "Anna"},
        {"voornamen": "AM"},
        {"voornamen": ""},
        {"geslachtsnaam": "VIS", "voornamen": "ANNA MARIA"},
        {"geboortedatum": "1979"},
        {"geboortedatum": ""},
    ],
)
def test_initials_and_an_incomplete_birth_date_are_no_other_person(vis: Stage, same: dict[str, str]) -> None:
    ran = offered(vis, "A2", VIS | same)
    assert [row["client"]["number"] for row in ran.data["again"]] == ["2026-0001"]


def test_a_prefix_counts_wherever_it_is_written(stage: Stage) -> None:
    linden = {"geslachtsnaam": "Linden", "voorvoegsel": "van der", "burgerservicenummer": "999083016"}
    assert offered(stage, "A1", linden).code == 0
    for reference, surname in (("A2", "van der Linden"), ("A3", "Linden, van der"), ("A4", "Linden (v.d.)")):
        row = {"geslachtsnaam": surname, "burgerservicenummer": "999083016"}
        assert offered(stage, reference, row, options=("--keep",)).code == 0


@pytest.mark.parametrize("who", ["1", "2026-0001", "2026-1"])
def test_who_chose_that_it_is_one_person_goes_on_and_the_log_says_so(vis: Stage, who: str) -> None:
    other = VIS | {"geslachtsnaam": "Boer"}
    if who == "2026-1":
        assert offered(vis, "A2", other, options=("--same-person", who)).code == 2
        return
    ran = offered(vis, "A2", other, options=("--same-person", who))
    assert ran.data["again"][0]["changes"] == [
        {"field": "geslachtsnaam", "outcome": "replaced", "before": "Vis", "after": "Boer"}
    ]
    line = next(one for one in vis.json("audit", "list")["lines"] if one["action"] == "client.import")
    assert line["details"]["same_person"] == ["2026-0001"]
    assert current(vis, "2026-1")["geslachtsnaam"] == "Boer"


def test_a_line_of_the_log_names_its_own_client_alone_of_those_whom_somebody_chose(vis: Stage) -> None:
    bos = {"geslachtsnaam": "Bos", "voornamen": "Jan", "geboortedatum": "1980-01-02"}
    assert offered(vis, "A1", bos).code == 0
    chosen = ("--same-person", "1", "--same-person", "2")
    assert (
        offered(vis, "A2", VIS | {"geslachtsnaam": "Boer"}, bos | {"geslachtsnaam": "Bosch"}, options=chosen).code == 0
    )
    lines = [one for one in vis.json("audit", "list")["lines"] if one["details"].get("same_person")]
    assert sorted(one["details"]["same_person"] for one in lines) == [["2026-0001"], ["2026-0002"]]


def test_registering_by_hand_is_refused_alike(vis: Stage) -> None:
    words = ("client", "register", *ORDER, "A2", "--from", "-")
    other = json.dumps(VIS | {"geslachtsnaam": "Derde", "geboortedatum": "1999-01-01"})
    ran = vis.wkc("--json", *words, stdin=other)
    assert (ran.code, faults(ran)) == (6, [(1, "burgerservicenummer", "other_person")])
    assert vis.json(*words, "--same-person", "2026-0001", stdin=other)["client"]["number"] == "2026-0001"


def test_a_list_does_not_replace_what_the_client_supplied(vis: Stage) -> None:
    vis.must("client", "record", "2026-1", "adres", "--source", "geregistreerde", stdin="Plein 9")
    ran = offered(vis, "A2", VIS | {"woonplaats": "Alkmaar"})
    assert ran.data["again"][0]["changes"] == [
        {"field": "adres", "outcome": "kept", "before": "Plein 9", "after": "Laat 1"},
        {"field": "woonplaats", "outcome": "added", "before": None, "after": "Alkmaar"},
    ]
    assert current(vis, "2026-1")["adres"] == "Plein 9"
    assert offered(vis, "A3", VIS, options=("--replace",)).data["again"][0]["changed"] == 1
    assert current(vis, "2026-1")["adres"] == "Laat 1"


def test_a_list_does_not_lay_open_what_is_secret(vis: Stage) -> None:
    words = ("--source", "opdrachtgever", "--geheim", "wet", "--citation", "Wet BRP art. 2.59")
    vis.must("client", "record", "2026-1", "adres", *words, stdin="Opvanghuis, Plein 9")
    assert offered(vis, "A2", VIS).code == 0
    assert current(vis, "2026-1")["adres"] == "Opvanghuis, Plein 9"


def test_a_telephone_that_was_taken_off_does_not_come_back(vis: Stage) -> None:
    vis.must("client", "record", "2026-1", "telefoon", "--source", "geregistreerde", "--instead", stdin="0687654321")
    ran = offered(vis, "A2", VIS | {"telefoon": "+31 6 12345678"})
    assert [(one["field"], one["outcome"]) for one in ran.data["again"][0]["changes"]] == [("telefoon", "kept")]
    assert current(vis, "2026-1")["telefoon"] == "0687654321"


def test_a_value_that_is_only_written_otherwise_is_no_change(vis: Stage) -> None:
    assert offered(vis, "A2", VIS | {"telefoon": "06-12 34 56 78"}).data["again"][0]["changes"] == []


def test_keep_leaves_everything_that_is_on_file(vis: Stage) -> None:
    ran = offered(vis, "A2", VIS | {"adres": "Dijk 5"}, options=("--keep",))
    assert ran.data["again"][0]["changes"] == [
        {"field": "adres", "outcome": "kept", "before": "Laat 1", "after": "Dijk 5"}
    ]
    assert current(vis, "2026-1")["adres"] == "Laat 1"
    assert offered(vis, "A3", VIS, options=("--keep", "--replace")).code == 2


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ({"geslachtsnaam": "Jansen", "voornamen": "Piet"}, True),
        ({"geslachtsnaam": "Janssen", "voornamen": "Piet"}, True),
        ({"geslachtsnaam": "Jnasen", "voornamen": "P."}, True),
        ({"geslachtsnaam": "Jansen", "voornamen": "Karel"}, False),
        ({"geslachtsnaam": "Jansema", "voornamen": "Piet"}, False),
    ],
)
def test_who_may_be_on_file_by_name_and_birth_date_is_asked_about(
    stage: Stage, name: dict[str, str], *, found: bool
) -> None:
    born = {"geboortedatum": "1980-02-03"}
    assert offered(stage, "A1", {"geslachtsnaam": "Jansen", "voornamen": "Piet"} | born).code == 0
    for number in ({}, {"burgerservicenummer": "999083016"}):
        ran = offered(stage, "A2", name | born | number, options=("--dry-run",))
        if not found:
            assert ran.data["rows"] == 1
            continue
        assert faults(ran) == [(1, None, "person_on_file")]
        assert "2026-0001" in ran.error["faults"][0]["text"]
    if found:
        assert offered(stage, "A2", name | born, options=("--same-person", "1", "--dry-run")).data["again"]
        assert offered(stage, "A2", name | born, options=("--new-person", "1")).data["first"] == "2026-0002"


def test_people_with_two_numbers_are_two_people(vis: Stage) -> None:
    assert offered(vis, "A1", VIS | {"burgerservicenummer": "999900006"}).data["first"] == "2026-0002"


def test_who_stands_twice_in_a_list_is_named_with_both_rows(stage: Stage) -> None:
    people = [
        {"geslachtsnaam": "Y\N{LATIN SMALL LETTER DOTLESS I}lmaz", "voornamen": "Ayşe", "geboortedatum": "1990-01-02"},
        {"geslachtsnaam": "Bos", "geboortedatum": "1990-01-02"},
        {"geslachtsnaam": "YILMAZ", "voornamen": "Ayse", "geboortedatum": "02-01-1990"},
    ]
    ran = offered(stage, "A1", *people)
    assert faults(ran) == [(3, None, "person_twice")]
    assert "row 1" in ran.error["faults"][0]["text"]
    assert offered(stage, "A1", *people, options=("--new-person", "3")).data["rows"] == 3


@pytest.mark.parametrize("term", ["Linden", "van der Linden", "v.d. Linden", "linden"])
def test_a_prefix_hides_nobody_from_a_search(stage: Stage, term: str) -> None:
    names = [("Linden", "van der"), ("van der Linden", ""), ("Linden, van der", ""), ("Linden (v.d.)", "")]
    rows = [
        {"geslachtsnaam": last, "voorvoegsel": prefix, "voornamen": f"V{n}"} for n, (last, prefix) in enumerate(names)
    ]
    assert offered(stage, "A1", *rows).code == 0
    page = stage.json("client", "find", term)
    assert (len(page["clients"]), "near" in page) == (4, False)


@pytest.mark.parametrize("term", ["vries", "Bakkre", "bkker", "Marja", "Anna Maria"])
def test_near_names_are_found_when_no_exact_one_is(stage: Stage, term: str) -> None:
    assert offered(stage, "A1", {"geslachtsnaam": "Bakker-de Vries", "voornamen": "Johanna Maria"}).code == 0
    page = stage.json("client", "find", term)
    found = [one["client"]["number"] for one in page["clients"]]
    assert found == ([] if term == "Anna Maria" else ["2026-0001"])
    assert ("near" in page) == (term in ("Bakkre", "bkker", "Marja"))


def test_a_near_name_is_never_taken_for_the_client(stage: Stage) -> None:
    assert offered(stage, "A1", {"geslachtsnaam": "Bakker"}).code == 0
    assert stage.wkc("--json", "client", "show", "Bakkre").error["name"] == "client_unknown"


def test_a_dry_run_shows_for_each_row_which_values_change(vis: Stage, tmp_path: Path) -> None:
    (tmp_path / "list.json").write_text(json.dumps([VIS | {"adres": "Dijk 5"}]))
    ran = vis.must("client", "import", str(tmp_path / "list.json"), *ORDER, "A2", "--dry-run")
    assert "Laat 1" in ran.out
    assert "Dijk 5" in ran.out
    assert current(vis, "2026-1")["adres"] == "Laat 1"


def test_who_registers_at_a_terminal_is_asked_who_it_is(vis: Stage) -> None:
    path = str(vis.file("derde.json", json.dumps(VIS | {"geslachtsnaam": "Derde"})))
    words = ("client", "register", *ORDER, "A2", "--from", path)
    assert vis.wkc(*words, typed=[("Who is it", "")]).code == 6
    assert vis.wkc(*words, typed=[("Who is it", "s")]).code == 0
    assert current(vis, "2026-1")["geslachtsnaam"] == "Derde"
