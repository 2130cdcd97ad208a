"""People on file: what the agenda asks of them."""

import json

import pytest

from tests.procedures.test_retention import session
from tests.stage import Stage
from wkc.errors.families import Invalid
from wkc.procedures.core.act import act
from wkc.procedures.disclosure import contact_person


def test_the_agenda_has_whose_number_was_verified_a_year_ago_or_nearly(stage: Stage) -> None:
    stage.must("party", "add", "UWV", "--kind", "instantie")
    for name in ("Nooit", "Vers", "Oud", "Weg"):
        told = json.dumps({"name": name, "function": "consulent", "telephone": "072-5112233"})
        stage.must("party", "person", "add", "UWV", "--from", "-", stdin=told)
    for number, on in (("2", "2025-11-23"), ("3", "2025-11-22")):
        stage.must("party", "person", "verify", "UWV", number, "--source", "gids", "--on", on)
    stage.must("party", "person", "remove", "UWV", "4")
    items = [item for item in stage.wkc("--json", "agenda").data["items"] if item["duty"] == "nummer_nagaan"]
    assert [(item["on"], item["subject"]) for item in items] == [("2026-11-22", "UWV 3"), ("2026-11-23", "UWV 2")]


@pytest.mark.parametrize("number", ["072-5112233", "(072) 511 22 33", "+31 72 511 22 33", "088/1234567", "112233"])
def test_a_telephone_number_is_taken_as_it_is_written(number: str) -> None:
    assert contact_person.check_person("A", "f", number).telephone == number


@pytest.mark.parametrize("number", ["", "bel", "112", "0" * 40, "072-51122-", "072 511\u202e2233"])
def test_what_cannot_be_dialled_is_no_telephone_number(number: str) -> None:
    with pytest.raises(Invalid):
        contact_person.check_person("A", "f", number)


def test_a_run_forgets_who_is_no_longer_at_a_party_unless_a_disclosure_names_them(stage: Stage) -> None:
    people = ("client", "import", "-", "--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
    stage.must(*people, stdin='[{"geslachtsnaam": "Berg"}]')
    stage.must("party", "add", "UWV", "--kind", "instantie", "--body", "uwv")
    for name in ("Genoemd", "Vertrokken", "Gebleven"):
        told = json.dumps({"name": name, "function": "consulent", "telephone": "072-5112233"})
        stage.must("party", "person", "add", "UWV", "--from", "-", stdin=told)
    case = ("--recipient", "UWV", "--person", "1", "--channel", "brief", "--ground", "doel")
    stage.must("disclosure", "log", "2026-1", *case, "--purpose", "uitvoering_uitkering", "--categories", "1")
    for number in ("1", "2"):
        stage.must("party", "person", "remove", "UWV", number)
    ran = stage.json("retention", "run")
    assert (ran["forgotten"]["people"], ran["purged"]) == (1, True)
    with act(session(stage), "party.list") as action:
        rows = [*map(tuple, action.store.connection.execute("SELECT name, telephone FROM person ORDER BY id"))]
    assert rows == [("Genoemd", "-"), ("-", "-"), ("Gebleven", "072-5112233")]
    assert [known["person"]["number"] for known in stage.json("party", "person", "list", "UWV")] == [3]
    assert stage.json("disclosure", "show", "2026-1", "1")["person"] == "Genoemd"
    assert stage.json("retention", "run")["forgotten"]["people"] == 0
