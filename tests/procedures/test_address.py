"""Addresses as they are typed: a Dutch postcode is kept and printed as 1811 AB, and a wrong one refused everywhere."""

import json

import pytest

from tests.documents.pdf import squeezed, text_of
from tests.stage import Stage
from wkc.errors.input import BadPostcode
from wkc.procedures.io.address import parse_line, parse_lines
from wkc.records.address import PostalAddress
from wkc.records.party import PartyProfile

ORDER = ("--opdrachtgever", "gemeente", "--assignment", "A1")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Kanaalkade 12, 1811lp Alkmaar", "Kanaalkade 12, 1811 LP Alkmaar"),
        ("Postbus 53,1800bc  Alkmaar", "Postbus 53, 1800 BC  Alkmaar"),
        ("Laan 1234 te Alkmaar", "Laan 1234 te Alkmaar"),
        ("Kade 1, B-2000 Antwerpen", "Kade 1, B-2000 Antwerpen"),
    ],
)
def test_an_address_on_a_line_has_its_postcode_as_it_is_printed(typed: str, kept: str) -> None:
    assert parse_line(typed) == kept


@pytest.mark.parametrize("town", ["18110 Alkmaar", "1811 Alkmaar", "0811 AB Alkmaar", "1811ABC Alkmaar"])
def test_a_town_with_a_postcode_that_is_none_is_refused(town: str) -> None:
    with pytest.raises(BadPostcode):
        parse_line(f"Laan 1, {town}")
    with pytest.raises(BadPostcode):
        parse_lines(f"J. de Boer\nLaan 1\n{town}")


def test_the_lines_of_an_envelope_end_with_the_postcode_as_it_is_printed() -> None:
    assert parse_lines("J. de Boer\nLaan 1\n1811ab Alkmaar") == "J. de Boer\nLaan 1\n1811 AB Alkmaar"


def test_what_was_kept_before_is_printed_so_too() -> None:
    assert PostalAddress("Laan 1", "1811ab", "Alkmaar").lines == ("Laan 1", "1811 AB Alkmaar")
    assert PartyProfile("Laan 1", "1811AB", "Alkmaar").lines == ("Laan 1", "1811 AB Alkmaar")
    assert PostalAddress("Laan 1", "ec1a 1bb", "Londen").lines == ("Laan 1", "ec1a 1bb Londen")


def test_each_place_that_takes_an_address_keeps_it_so(stage: Stage) -> None:
    person = {"geslachtsnaam": "Vos", "adres": "Laat 1", "postcode": "1811ab", "woonplaats": "Alkmaar"}
    stage.must("client", "register", *ORDER, "--from", "-", stdin=json.dumps(person))
    held = stage.json("client", "show", "2026-1")["dossier"]["entries"]
    assert [one["value"] for one in held if one["field"] == "postcode"] == ["1811 AB"]
    stage.must("party", "set", "gemeente", "--address", "Postbus 1", "--postcode", "1800aa", "--place", "Alkmaar")
    assert stage.json("party", "show", "gemeente")["profile"]["postcode"] == "1800 AA"
    wrong = stage.wkc("--json", "party", "set", "gemeente", "--postcode", "18000")
    assert (wrong.code, wrong.error["name"]) == (6, "bad_postcode")
    stage.must("settings", "set", "houder.address", "Kade 2, 1811lp Alkmaar")
    office = {one["name"]: one["value"] for one in stage.json("settings", "show")}
    assert office["houder.address"] == "Kade 2, 1811 LP Alkmaar"
    wrong = stage.wkc("--json", "settings", "set", "houder.address", "Kade 2, 18110 Alkmaar")
    assert (wrong.code, wrong.error["name"]) == (6, "bad_postcode")
    place = stage.folder / "notice.pdf"
    stage.must("letter", "notify", "2026-1")
    stage.must("letter", "print", "--all", "--output", str(place))
    assert squeezed("1811 AB Alkmaar") in squeezed(text_of(place.read_bytes()))


def test_a_mandate_refuses_a_postcode_that_is_none(stage: Stage) -> None:
    stage.must("client", "register", *ORDER, "--from", "-", stdin='{"geslachtsnaam": "Vos"}')
    mandate = {"kind": "gemachtigde", "name": "J. Boer", "from": "2026-01-01", "document": "brief", "on": "2026-01-01"}
    file = stage.folder / "m.json"
    receive = ("--json", "request", "receive", "2026-1", "--kind", "inzage", "--mandate", str(file))
    file.write_text(json.dumps(mandate | {"address": "Laan 1", "postcode": "18110", "place": "Alkmaar"}))
    assert stage.wkc(*receive).error["name"] == "bad_postcode"
    file.write_text(json.dumps(mandate | {"address": "Laan 1", "postcode": "1811ab", "place": "Alkmaar"}))
    assert stage.wkc(*receive).code == 0


def test_who_is_asked_for_an_address_is_asked_again_for_a_wrong_postcode(stage: Stage) -> None:
    ran = stage.wkc(
        "request", "receive", "--outside", "--kind", "inzage",
        typed=[
            ("Name", "J. Boer"),
            ("Street", "Laan 1"),
            ("Postcode", "18110"),
            ("Postcode", "1811ab"),
            ("Town", "Alkmaar"),
        ],
    )  # fmt: skip
    assert ran.code == 0, ran.err
    assert "This is not a postcode that PostNL gives out." in ran.err
