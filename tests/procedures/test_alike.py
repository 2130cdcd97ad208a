"""Whom a registration or a changed name, number or birth date makes look like another on file: asked, never assumed."""

import json

import pytest

from tests.prepared import prepared
from tests.rules.test_likeness import DIFFERENT, NEAR
from tests.stage import Ran, Stage

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
ANNA = {"geslachtsnaam": "Meijer", "voornamen": "Anna", "geboortedatum": "1980-02-03"}
OTHER = {"geslachtsnaam": "Bos", "voornamen": "Anna", "geboortedatum": "1980-02-03"}


@prepared
def office(stage: Stage) -> Stage:
    stage.must("client", "import", "-", *ORDER, stdin=json.dumps([ANNA, OTHER]))
    return stage


def registered(stage: Stage, person: dict[str, str], *options: str) -> Ran:
    words = ("client", "register", *ORDER[:3], "A2", "--from", "-", *options)
    return stage.wkc("--json", "--yes", *words, stdin=json.dumps(person))


def recorded(stage: Stage, who: str, field: str, value: str, *options: str) -> Ran:
    words = ("client", "record", who, field, "--source", "geregistreerde", *options)
    return stage.wkc("--json", "--yes", *words, stdin=value)


def test_yes_does_not_answer_who_somebody_is_at_registration(office: Stage) -> None:
    maier = ANNA | {"geslachtsnaam": "Maier"}
    ran = registered(office, maier)
    fault = ran.error["faults"][0]
    assert (ran.code, fault["name"]) == (6, "person_on_file")
    assert fault["text"] == "This may be 2026-0001: the birth date is the same, and the name sounds alike."
    assert registered(office, maier, "--not-same").data["client"]["number"] == "2026-0003"


def test_same_as_takes_the_number_of_who_it_is(office: Stage) -> None:
    ran = registered(office, ANNA | {"geslachtsnaam": "Maier"}, "--same-as", "2026-0001")
    assert (ran.data["client"]["number"], ran.data["again"]) == ("2026-0001", True)
    assert registered(office, ANNA, "--same-as", "2026-0001", "--not-same").error["name"] == "same_and_not"


@pytest.mark.parametrize(("field", "value"), [("geslachtsnaam", "Meyer"), ("geslachtsnaam", "Meijer-Bos")])
def test_a_changed_name_that_makes_two_alike_is_asked_about(office: Stage, field: str, value: str) -> None:
    ran = recorded(office, "2026-2", field, value)
    assert (ran.code, ran.error["name"]) == (6, "person_on_file")
    assert office.json("client", "find", "Bos")["clients"][0]["name"] == "Anna Bos"
    done = recorded(office, "2026-2", field, value, "--same-as", "2026-0001")
    assert done.data["same_as"] == ["2026-0001"]
    line = next(one for one in office.json("audit", "list")["lines"] if one["action"] == "client.record")
    assert line["details"]["same_person"] == ["2026-0001"]


def test_a_changed_birth_date_is_asked_about_and_what_was_alike_before_is_not_asked_again(office: Stage) -> None:
    office.must("client", "import", "-", *ORDER, stdin=json.dumps([ANNA | {"geboortedatum": "1990-02-03"}]))
    assert recorded(office, "2026-3", "geboortedatum", "1980-02-03").error["name"] == "person_on_file"
    assert recorded(office, "2026-3", "geboortedatum", "1980-02-03", "--not-same").code == 0
    assert recorded(office, "2026-3", "voornamen", "Anna Maria").code == 0


def test_a_field_that_tells_nobody_apart_is_not_asked_about(office: Stage) -> None:
    assert recorded(office, "2026-2", "woonplaats", "Heiloo").code == 0


def test_at_a_terminal_the_question_is_asked(office: Stage) -> None:
    words = ("client", "record", "2026-2", "geslachtsnaam", "--source", "geregistreerde")
    ran = office.wkc(*words, typed=[("Geslachtsnaam", "Meyer"), ("Who is it", "s")])
    assert "This may be 2026-0001: the birth date is the same, and the name is the same in another spelling." in ran.err
    assert "`wkc client link 2026-0002 2026-0001`" in ran.out


def test_at_a_terminal_a_registration_asks_who_it_is_without_a_row(office: Stage) -> None:
    asked = ["Geslachtsnaam", "Voorvoegsel", "Voornamen", "Geboortedatum", "Geslacht", "Burgerservicenummer"]
    asked += ["Adres", "Postcode", "Woonplaats", "Telefoon", "E-mail"]
    answers = {"Geslachtsnaam": "Maier", "Voornamen": "Anna", "Geboortedatum": "3-2-1980"}
    typed = [(name, answers.get(name, "")) for name in asked]
    ran = office.wkc("client", "register", *ORDER[:3], "A2", typed=[*typed, ("Who is it", "n")])
    assert "This may be 2026-0001: the birth date is the same, and the name sounds alike.\n" in ran.err
    assert "row 1" not in ran.err
    assert "Registered as 2026-0003" in ran.out


def people(*names: str) -> str:
    """Give a list of people of whom each has a birth date of its own, the same for the same place in another list."""
    parts = [name.partition(", ") for name in names]
    return json.dumps(
        [
            {"geslachtsnaam": surname, "voornamen": first, "geboortedatum": f"{1950 + place}-02-03"}
            for place, (surname, _comma, first) in enumerate(parts)
        ]
    )


def test_of_20_who_are_nearly_on_file_each_is_warned_about(stage: Stage) -> None:
    stage.must("client", "import", "-", *ORDER, stdin=people(*(one for one, _other, _likeness in NEAR)))
    near = ("client", "import", "-", *ORDER[:3], "A2", "--dry-run")
    ran = stage.wkc("--json", *near, stdin=people(*(other for _one, other, _likeness in NEAR)))
    assert [(fault["row"], fault["name"]) for fault in ran.error["faults"]] == [
        (row, "person_on_file") for row in range(1, 21)
    ]


def test_of_20_who_are_others_nobody_is(stage: Stage) -> None:
    stage.must("client", "import", "-", *ORDER, stdin=people(*(one for one, _other in DIFFERENT)))
    done = stage.json("client", "import", "-", *ORDER[:3], "A2", stdin=people(*(other for _one, other in DIFFERENT)))
    assert (done["rows"], done["first"], done["last"]) == (20, "2026-0021", "2026-0040")
