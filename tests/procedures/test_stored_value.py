"""Art. 12.1: a value that was taken in before a rule grew stricter is carried over as it is, and refused only anew."""

import json
from datetime import date

import pytest

from tests.procedures.test_correction import answer, apply, refused
from tests.procedures.test_supplied import lists, office, waiting
from tests.stage import Stage
from wkc.procedures.io import fields
from wkc.records.field import Field, Kind, Value

__all__ = ["office"]

GERMAN = "50667"
ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "B1")


@pytest.fixture
def of_before(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """The program as it was when a postcode of another country came in without the letters of that country."""

    def read(_field: Field, _today: date, typed: str) -> Value:
        return Value(typed, typed)

    by_kind = vars(fields)["_READ"]
    monkeypatch.setitem(by_kind, Kind.POSTCODE, read)
    return monkeypatch


def postcode(stage: Stage, client: str = "2026-1") -> list[str]:
    held = stage.json("client", "show", client)["dossier"]["entries"]
    return [one["value"] for one in held if one["field"] == "postcode" and one["closed_at"] is None]


def record(stage: Stage, value: str) -> int:
    stage.must("client", "record", "2026-1", "postcode", "--source", "geregistreerde", stdin=value)
    held = stage.json("client", "show", "2026-1")["dossier"]["entries"]
    return max(int(one["number"]) for one in held if one["field"] == "postcode")


def refuse_anew(stage: Stage) -> None:
    ran = stage.wkc("--json", "client", "record", "2026-1", "postcode", "--source", "geregistreerde", stdin=GERMAN)
    refused(ran, "bad_postcode", 6)


def test_a_correction_that_was_granted_is_carried_out(office: Stage, of_before: pytest.MonkeyPatch) -> None:
    entry = record(office, "1811 AB")
    number = office.json("request", "receive", "2026-1", "--kind", "verbetering")["request"]["number"]
    proposal = {"entry": entry, "why": "onjuist", "value": GERMAN}
    office.must("correction", "propose", number, "--from", "-", stdin=json.dumps([proposal]))
    answer(office, number, "toegewezen")
    of_before.undo()
    refuse_anew(office)
    apply(office, number)
    assert postcode(office) == [GERMAN]


def test_what_was_recorded_in_the_wrong_dossier_moves(office: Stage, of_before: pytest.MonkeyPatch) -> None:
    entry = record(office, GERMAN)
    office.must("client", "register", *ORDER, "--from", "-", stdin='{"geslachtsnaam": "Ander"}')
    of_before.undo()
    refuse_anew(office)
    moved = ("client", "mistake", "2026-1", str(entry), "--reason", "verkeerd_dossier", "--to", "2026-2")
    office.must(*moved, stdin="Hoort bij de ander.")
    assert postcode(office, "2026-2") == [GERMAN]


def test_what_a_list_supplied_is_taken(office: Stage, of_before: pytest.MonkeyPatch) -> None:
    record(office, "1811 AB")
    lists(office, postcode=GERMAN)
    assert waiting(office) == [("postcode", GERMAN, "van_geregistreerde")]
    of_before.undo()
    refuse_anew(office)
    office.must("client", "supplied", "2026-1", "--take", "1")
    assert postcode(office) == [GERMAN]
