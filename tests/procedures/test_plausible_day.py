"""Days that cannot be of this person are refused where they are typed (AVG 5.1.d)."""

import pytest

from tests.prepared import prepared
from tests.stage import Stage

PERSON = '[{"geslachtsnaam": "Berg", "geboortedatum": "1985-05-05"}]'
DISCLOSED = ("--recipient", "Gemeente", "--channel", "brief", "--ground", "doel", "--purpose", "voortgang")
GIVEN = ("--recipient", "Gemeente", "--purpose", "bemiddeling", "--categories", "1", "--how", "schriftelijk")
TYPED = {
    "disclosure": ("disclosure", "log", "2026-1", *DISCLOSED, "--categories", "1", "--on"),
    "consent": ("consent", "give", "2026-1", *GIVEN, "--from"),
    "value": ("client", "record", "2026-1", "scholing", "--source", "geregistreerde", "--obtained-on"),
    "paper": ("document", "add", "2026-1", "PAPER", "--category", "10", "--source", "geregistreerde", "--obtained-on"),
}


@prepared
def office(stage: Stage) -> Stage:
    """An office with one client, born in 1985."""
    stage.must("client", "import", "-", "--opdrachtgever", "Gemeente", "--assignment", "A1", stdin=PERSON)
    return stage


@pytest.mark.parametrize("kind", TYPED)
@pytest.mark.parametrize(("day", "error"), [("1926-11-20", "day_before_birth"), ("2016-11-20", "day_long_before")])
def test_a_day_that_cannot_be_is_refused_and_one_that_can_is_not(
    office: Stage, kind: str, day: str, error: str
) -> None:
    paper = office.file("cv.txt", "lassen")
    typed = [str(paper) if word == "PAPER" else word for word in TYPED[kind]]
    refused = office.wkc("--json", *typed, day, stdin="lasser")
    assert refused.error["name"] == error
    assert office.wkc(*typed, "2026-11-20", stdin="lasser").code in {0, 3}  # 3: judged, and refused for its purpose


def test_a_wrong_date_of_birth_does_not_bar_the_right_one(stage: Stage) -> None:
    person = '[{"geslachtsnaam": "Berg", "geboortedatum": "2025-05-05"}]'
    stage.must("client", "import", "-", "--opdrachtgever", "Gemeente", "--assignment", "A1", stdin=person)
    seen = ("--source", "geregistreerde", "--obtained-on", "2024-05-05")
    refused = stage.wkc("--json", "client", "record", "2026-1", "scholing", *seen, stdin="lasser")
    assert refused.error["name"] == "day_before_birth"
    stage.must("client", "record", "2026-1", "geboortedatum", *seen, stdin="1985-05-05")
    held = {one["field"]: one["value"] for one in stage.json("client", "show", "2026-1")["dossier"]["entries"]}
    assert held["geboortedatum"] == "1985-05-05"
