"""The register of processing beside AVG 30, point by point."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.documents.pdf import opened, squeezed, text_of
from tests.prepared import prepared
from tests.stage import Stage

FILLED = {
    "houder.address": "Kade 1, Alkmaar",
    "houder.contact": "072 111 22 33",
    "fg.none": "Het kantoor is klein en volgt niemand stelselmatig.",
    "dpia.needed": "ja",
    "dpia.date": "2026-02-02",
    "dpia.place": "de map DPIA in de kluis",
}


@prepared
def office(stage: Stage) -> Stage:
    for name, value in FILLED.items():
        stage.must("settings", "set", name, value)
    stage.must("party", "set", "Gemeente Alkmaar", "--role", "verantwoordelijk", "--address", "Langestraat 97")
    return stage


def export(stage: Stage, form: str = "json") -> Path:
    place = stage.folder / f"processing.{form}"
    stage.must("processing", "export", "--format", form, "--output", str(place), "--force")
    return place


def register(stage: Stage) -> Any:
    return json.loads(export(stage).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "name", ["houder.address", "houder.contact", "fg.none", "dpia.needed", "dpia.date", "dpia.place"]
)
def test_while_a_part_is_empty_there_is_none_and_the_setting_is_named(stage: Stage, name: str) -> None:
    for other, value in FILLED.items():
        if other != name:
            stage.must("settings", "set", other, value)
    stage.must("party", "set", "Gemeente Alkmaar", "--role", "verantwoordelijk")
    place = stage.folder / "never.json"
    ran = stage.wkc("--json", "processing", "export", "--format", "json", "--output", str(place))
    assert (ran.code, ran.error["name"]) == (3, "processing_incomplete")
    assert name in ran.error["text"]
    assert not place.exists()


def test_an_opdrachtgever_without_a_role_is_named_with_the_command(office: Stage) -> None:
    office.must("party", "add", "Gemeente Bergen", "--kind", "opdrachtgever")
    gaps = office.json("processing", "show")["gaps"]
    assert [gap["part"] for gap in gaps] == ["Gemeente Bergen"]
    assert gaps[0]["command"].startswith("wkc party set 'Gemeente Bergen' --role ")


def test_30_1_a_the_controller_and_the_officer_for_data_protection(office: Stage) -> None:
    made = register(office)
    assert made["kantoor"] == {
        "naam": "Bureau Proef", "adres": "Kade 1, Alkmaar", "plaats": "Alkmaar", "kvk": "12345678",
        "bereikbaar": "072 111 22 33",
    }  # fmt: skip
    assert made["functionaris"]["waaromGeen"] == FILLED["fg.none"]


def test_30_1_b_the_purposes(office: Stage) -> None:
    codes = [one["code"] for one in register(office)["verantwoordelijke"]["doelen"]]
    assert codes == ["intake", "begeleiding", "bemiddeling", "verantwoording", "verzoek", "beheer"]


def test_30_1_c_the_persons_and_the_30_categories_with_their_class(office: Stage) -> None:
    own = register(office)["verantwoordelijke"]
    assert [one["nummer"] for one in own["gegevens"]] == list(range(1, 31))
    classes = {one["nummer"]: [kind["code"] for kind in one["klassen"]] for one in own["gegevens"]}
    assert (classes[1], classes[25], classes[26]) == (["gewoon"], ["bijzonder"], ["strafrechtelijk"])
    assert own["betrokkenen"].startswith("Kandidaten")


def test_30_1_d_the_recipients_that_really_received(office: Stage) -> None:
    assert register(office)["verantwoordelijke"]["ontvangers"] == []
    row = '[{"geslachtsnaam": "Stapper", "geboortedatum": "1990-01-17"}]'
    office.must("client", "import", "-", "--opdrachtgever", "Gemeente", "--assignment", "A1", stdin=row)
    office.must("party", "add", "UWV", "--kind", "instantie", "--body", "uwv")
    case = ("--channel", "portaal", "--ground", "doel", "--purpose", "uitvoering_uitkering", "--categories", "1,5")
    office.must("disclosure", "log", "2026-1", "--recipient", "UWV", *case)
    other = ("--channel", "portaal", "--ground", "doel", "--purpose", "anders", "--categories", "1")
    assert office.wkc("disclosure", "log", "2026-1", "--recipient", "UWV", *other).code == 3
    received = register(office)["verantwoordelijke"]["ontvangers"]
    assert [one["soort"]["code"] for one in received] == ["instantie"]


def test_the_screen_says_which_kinds_received_and_never_how_often(office: Stage) -> None:
    row = '[{"geslachtsnaam": "Stapper", "geboortedatum": "1990-01-17"}]'
    office.must("client", "import", "-", "--opdrachtgever", "Gemeente", "--assignment", "A1", stdin=row)
    office.must("party", "add", "UWV", "--kind", "instantie", "--body", "uwv")
    case = ("--channel", "portaal", "--ground", "doel", "--purpose", "uitvoering_uitkering", "--categories", "1,5")
    for _time in range(2):
        office.must("disclosure", "log", "2026-1", "--recipient", "UWV", *case)
    shown = office.must("processing", "show").out
    assert re.search(r"^kinds of recipient +public body *$", shown, re.MULTILINE)
    assert json.loads(office.must("--json", "processing", "show").out)["data"]["facts"]["received"] == ["instantie"]


def test_30_1_e_f_g_abroad_the_term_and_the_measures(office: Stage) -> None:
    own = register(office)["verantwoordelijke"]
    assert "Europese Unie" in own["doorgifte"]
    assert own["bewaartermijn"].startswith("Vijf jaar na het laatste contact")
    assert any("versleuteld" in one for one in own["maatregelen"])


def test_30_2_as_processor_for_each_opdrachtgever_in_that_role(office: Stage) -> None:
    words = ("--role", "verantwoordelijk", "--agreement", "VO-2026-1", "--agreed-on", "2026-01-01")
    office.must("party", "set", "Gemeente Alkmaar", *words)
    other = register(office)["verwerker"]
    (party,) = other["opdrachtgevers"]
    assert (party["naam"], party["overeenkomst"]) == ("Gemeente Alkmaar", "VO-2026-1")
    assert "Langestraat 97" in party["adres"]
    assert other["maatregelen"]
    office.must("party", "set", "Gemeente Alkmaar", "--role", "zelfstandig")
    assert register(office)["verwerker"] is None


def test_28_who_processes_for_the_office_is_named(office: Stage) -> None:
    office.must("party", "add", "Hostbedrijf", "--kind", "derde")
    office.must("party", "set", "Hostbedrijf", "--role", "verwerker")
    assert [one["naam"] for one in register(office)["verantwoordelijke"]["verwerkers"]] == ["Hostbedrijf"]


def test_35_whether_an_assessment_was_needed_and_where_it_lies(office: Stage) -> None:
    assert register(office)["beoordeling"] == {
        "nodig": True, "gedaanOp": "2026-02-02", "ligtBij": "de map DPIA in de kluis",
    }  # fmt: skip


def test_on_paper_it_is_the_same_with_its_json_attached(office: Stage) -> None:
    made = export(office, "pdf").read_bytes()
    text = text_of(made)
    for words in ("Register van verwerkingsactiviteiten", "Als verwerker", "Justitieel verleden", "Langestraat 97"):
        assert squeezed(words) in text
    assert squeezed("Kade 1, Alkmaar, Alkmaar") not in text
    with opened(made) as pdf:
        attached = json.loads(pdf.attachments["verwerkingsregister.json"].get_file().read_bytes())
    assert attached["kantoor"]["naam"] == "Bureau Proef"
