"""AVG 18 and 21 beside art. 8 and 10: an objection stops what it is about, a restriction keeps what it is about."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.prepared import once, prepared
from tests.stage import Stage

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
ROWS = "geslachtsnaam;voornamen;adres;telefoon;woonplaats\nOudmerk;Suze;Laat 1;072 1111111;Alkmaar\n"


@prepared
def office(stage: Stage) -> Stage:
    stage.must("client", "import", "-", *ORDER, stdin=ROWS)
    stage.must("party", "add", "Bakkerij Bruin", "--kind", "werkgever")
    return stage


def disclose(stage: Stage, to: str = "Bakkerij", ground: str = "doel", purpose: str = "bemiddeling") -> Any:
    case = {"recipient": to, "channel": "brief", "ground": ground, "purpose": purpose, "categories": [1]}
    return stage.wkc("--json", "disclosure", "check", "2026-1", "--from", "-", stdin=json.dumps(case)).data["judgement"]


@once
def objects(stage: Stage, kind: str = "bezwaar") -> str:
    number = str(stage.json("request", "receive", "2026-1", "--kind", kind)["request"]["number"])
    stage.must("request", "identify", number, "--method", "bekend")
    return number


@once
def grant(stage: Stage, number: str, *bars: str, decision: str = "toegewezen") -> None:
    stage.must("request", "decide", number, "--decision", decision, *bars, stdin="Dat is zo afgewogen.")
    stage.must("request", "notify", number)


def test_while_an_objection_is_open_the_beheerder_decides_and_sees_which_it_is(office: Stage) -> None:
    assert disclose(office)["outcome"] == "toegestaan"
    objects(office)
    found = disclose(office)
    assert found["outcome"] == "beheerder_beslist"
    assert found["steps"][-1] == {
        "article": "AVG 18.1.d, 21.1 (V2026-0001)",
        "reason": "bezwaar_loopt",
        "outcome": "beheerder_beslist",
    }


def test_an_open_request_to_remove_everything_stops_what_goes_out(office: Stage) -> None:
    objects(office, "verwijdering")
    assert disclose(office)["steps"][-1]["reason"] == "verwijdering_loopt"


def test_a_refused_objection_stops_nothing(office: Stage) -> None:
    number = objects(office)
    office.must(
        "request", "decide", number, "--decision", "afgewezen", "--code", "dwingende_gronden", stdin="Het moet door."
    )
    assert disclose(office)["outcome"] == "toegestaan"


@pytest.mark.parametrize(
    ("bars", "employer", "city"),
    [
        ((), "geweigerd", "geweigerd"),
        (("--bar-kind", "werkgever"), "geweigerd", "toegestaan"),
        (("--bar-recipient", "Bakkerij Bruin"), "geweigerd", "toegestaan"),
        (("--bar-purpose", "voortgang"), "toegestaan", "geweigerd"),
    ],
)
def test_a_granted_objection_bars_the_uses_it_names(
    office: Stage, bars: tuple[str, ...], employer: str, city: str
) -> None:
    grant(office, objects(office), *bars)
    assert disclose(office)["outcome"] == employer
    assert disclose(office, "Gemeente", purpose="voortgang")["outcome"] == city


def test_what_comes_later_is_under_the_objection_too_and_carrying_it_out_asks_for_no_value(office: Stage) -> None:
    number = objects(office)
    grant(office, number, "--bar-kind", "werkgever")
    done = office.json("correction", "apply", number, "--output", str(office.folder))
    assert done["answering"]["request"]["state"] == "uitgevoerd"
    office.must("client", "record", "2026-1", "opleiding", "--source", "geregistreerde", stdin="Bakker")
    assert disclose(office)["outcome"] == "geweigerd"


def test_the_copy_says_which_use_a_decision_ended(office: Stage) -> None:
    number = objects(office)
    grant(office, number, "--bar-kind", "werkgever")
    place = office.folder / "copy.json"
    office.must("inzage", "export", "2026-1", "--format", "json", "--output", str(place))
    asked = json.loads(place.read_text(encoding="utf-8"))["verzoeken"]
    assert [one["gestopt"] for one in asked if one["kenmerk"] == number] == [["gegevens doorgeven aan werkgevers"]]


def test_a_bar_ends_when_it_is_lifted(office: Stage) -> None:
    number = objects(office)
    grant(office, number)
    office.must("correction", "apply", number, "--output", str(office.folder))
    office.must("correction", "lift", number, "--told-on", "2026-11-23", stdin="Zij wil toch weer bemiddeld worden.")
    assert disclose(office)["outcome"] == "toegestaan"


def test_a_use_is_no_part_of_an_inzage(office: Stage) -> None:
    number = objects(office, "inzage")
    ran = office.wkc("--json", "request", "decide", number, "--decision", "toegewezen", "--bar-kind", "werkgever")
    assert (ran.code, ran.error["name"]) == (3, "use_does_not_fit")


@once
def restrict(stage: Stage, field: str, why: str = "rechtsvordering") -> str:
    number = str(stage.json("request", "receive", "2026-1", "--kind", "beperking")["request"]["number"])
    held = stage.json("client", "show", "2026-1")["dossier"]["entries"]
    entry = next(one["number"] for one in held if one["field"] == field and one["closed_at"] is None)
    stage.must("correction", "propose", number, str(entry), "--why", why)
    stage.must("request", "identify", number, "--method", "bekend")
    grant(stage, number)
    stage.must("correction", "apply", number, "--output", str(stage.folder))
    return number


def test_a_restriction_outlives_the_term_of_what_it_is_about_until_it_is_lifted(office: Stage) -> None:
    number = restrict(office, "adres")
    office.now = datetime(2031, 12, 1, 9, tzinfo=UTC)
    office.wkc("retention", "run")
    office.now = datetime(2031, 12, 9, 9, tzinfo=UTC)
    office.wkc("retention", "run")
    assert office.json("client", "show", "2026-1")["dossier"]["entries"][2]["beperkt"]
    office.must("correction", "lift", number, "--told-on", "2031-12-09", stdin="De zaak is voorbij.")
    office.wkc("retention", "run")
    office.now = datetime(2031, 12, 17, 9, tzinfo=UTC)
    office.wkc("retention", "run")
    assert office.wkc("client", "show", "2026-1").code == 5


def test_nobody_overwrites_a_restricted_value_and_a_later_one_of_its_field_is_restricted_too(office: Stage) -> None:
    restrict(office, "adres")
    ran = office.wkc("--json", "client", "record", "2026-1", "adres", "--source", "geregistreerde", stdin="Kade 2")
    assert (ran.code, ran.error["name"]) == (3, "value_restricted")
    restrict(office, "telefoon")
    office.must("client", "record", "2026-1", "telefoon", "--source", "geregistreerde", stdin="06 22222222")
    held = office.json("client", "show", "2026-1")["dossier"]["entries"]
    assert [one["beperkt"] for one in held if one["field"] == "telefoon"] == [True, True]


def test_a_contested_value_is_not_overwritten_before_it_is_decided_on(office: Stage) -> None:
    number = str(office.json("request", "receive", "2026-1", "--kind", "verbetering")["request"]["number"])
    office.must("correction", "propose", number, "1", "--why", "onjuist", stdin="Nieuwmerk")
    ran = office.wkc(
        "--json", "client", "record", "2026-1", "geslachtsnaam", "--source", "opdrachtgever", stdin="Anders"
    )
    assert (ran.code, ran.error["name"]) == (3, "value_contested")


def test_a_value_that_replaces_a_secret_one_is_secret(office: Stage) -> None:
    secret = ("--geheim", "wet", "--citation", "Wet BRP art. 2.59")
    office.must("client", "record", "2026-1", "adres", "--source", "geregistreerde", *secret, stdin="Opvanghuis")
    office.must("client", "record", "2026-1", "adres", "--source", "geregistreerde", stdin="Een ander huis")
    held = office.json("client", "show", "2026-1")["dossier"]["entries"]
    current = next(one for one in held if one["field"] == "adres" and one["closed_at"] is None)
    assert (current["provenance"]["geheim"], current["provenance"]["citation"]) == ("wet", "Wet BRP art. 2.59")
