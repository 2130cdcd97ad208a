"""What is destroyed is gone for real: no byte of it in the folder, raw or decrypted; and nobody else is touched."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.faults.marks import GROUNDS, ORDER, copy_of, left, person, sealed, shapes
from tests.stage import Stage

MARK = "Dóódmerk"
NEIGHBOUR = "Búúrmerk"
PLAIN = {
    "burgerservicenummer": "999083016",
    "bankrekening": "NL91ABNA0417164300",
    "postcode": "9718 QX",
    "telefoon": "0611223344",
    "identiteitsbewijs_nummer": "NWPXJ4711",
    "geboortedatum": "1911-01-17",
    "verblijfsvergunning_tot": "2037-07-13",
}


def mandate(word: str) -> str:
    """Give the paper that shows who acts for the client."""
    shown = {"kind": "gemachtigde", "name": f"{word} gemachtigde", "document": f"{word} volmacht"}
    return json.dumps(shown | {"from": "2026-01-01", "on": "2026-01-02", "by": "anna"})


def take_in(stage: Stage, word: str, row: dict[str, Any], last_contact: str) -> None:
    rows = [row | {"geregistreerd_op": "2020-01-01", "laatste_contact": last_contact}]
    stage.must("client", "import", "-", *ORDER, f"{word} opdracht", *GROUNDS, stdin=json.dumps(rows))


def fill(stage: Stage, number: str, word: str) -> None:
    """Leave a note, a reason, a look, a consent, a hold and a request that was answered."""
    noted = ("--on", "2021-01-01", "--kind", "gesprek", "--note")
    contacts = stage.json("contact", "log", number, *noted, stdin=f"{word} notitie")["contacts"]
    last = max(one["number"] for one in contacts)
    stage.must("contact", "withdraw", number, str(last), stdin=f"{word} vergissing")
    stage.must("client", "record", number, "adres", "--source", "geregistreerde", stdin=f"{word} later adres")
    stage.user = "coach"
    stage.must("--break-glass-file", "-", "client", "show", number, stdin=f"{word} noodgeval")
    stage.user = "anna"
    consent = ("--recipient", "Gemeente", "--purpose", "voortgang", "--categories", "1,12", "--how", "schriftelijk")
    stage.must("consent", "give", number, *consent)
    given = ("--recipient", "Bakkerij", "--channel", "brief", "--ground", "dringende_reden", "--categories", "1,25")
    said = [("Reason", f"{word} reden"), ("Is there danger", "no")]
    judged = stage.wkc("disclosure", "log", number, *given, typed=said)
    assert judged.code == 3, judged.err
    (made,) = stage.json("disclosure", "list", number)["disclosures"]
    stage.must("disclosure", "decide", number, str(made["number"]), "--refuse", stdin=f"{word} besluit")
    case = ("--ground", "rechtszaak", "--until", "2026-11-30", "--note")
    (held,) = stage.json("retention", "hold", number, *case, stdin=f"{word} zaak")["holds"]
    stage.must("retention", "release", number, str(held["number"]), stdin=f"{word} klaar")
    asked = ("--kind", "inzage", "--requester", "gemachtigde", "--on", "2026-01-02", "--mandate", "-")
    received = stage.json("request", "receive", number, *asked, stdin=mandate(word))["request"]["number"]
    refused = ("--decision", "afgewezen", "--code", "buitensporig")
    stage.must("request", "decide", received, *refused, stdin=f"{word} redenen")
    stage.must("request", "notify", received, "--on", "2026-11-23")


@pytest.fixture
def filled(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """Client 2020-0001 with a mark in all that takes one, and a neighbour as full; temporary files on the stage."""
    temporary = stage.folder / "tmp"
    temporary.mkdir(mode=0o700)
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setenv("SQLITE_TMPDIR", str(temporary))
    monkeypatch.setattr("tempfile.tempdir", None)
    coach = ("--name", "C", "--role", "coach", "--function", "f", "--new-password-file", str(stage.password_file))
    stage.must("user", "designate", "coach", *coach)
    stage.must("party", "add", "Bakkerij", "--kind", "werkgever")
    take_in(stage, MARK, person(MARK) | PLAIN, "2021-11-23")
    take_in(stage, NEIGHBOUR, person(NEIGHBOUR), "2025-11-23")
    for number, word in (("2020-1", MARK), ("2020-2", NEIGHBOUR)):
        fill(stage, number, word)
    return stage


def test_no_byte_of_a_destroyed_dossier_is_left(filled: Stage) -> None:
    marks = shapes([MARK, "doodmerk", *PLAIN.values(), "9718QX", "2020-0001"])
    ciphertexts = sealed(filled, 1)
    assert len(ciphertexts) > 20
    for word in (MARK, *PLAIN.values()):
        assert left(filled, shapes([word])), word
    neighbour = copy_of(filled, "2020-2", filled.folder / "copy.json")
    filled.must("retention", "run")
    filled.now = datetime(2027, 1, 31, 9, tzinfo=UTC)
    filled.wkc("retention", "run")
    filled.now = datetime(2027, 2, 28, 9, tzinfo=UTC)
    assert len(filled.json("retention", "run")["destroyed"]) == 1
    assert left(filled, marks) == set()
    assert left(filled, ciphertexts) == set()
    assert copy_of(filled, "2020-2", filled.folder / "copy.json") == neighbour
    filled.must("audit", "verify")
    assert list((filled.folder / "tmp").iterdir()) == []
