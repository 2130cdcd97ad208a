"""Corrections (art. 12): from what a client asks to what stands there, and who hears of it."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.documents.pdf import squeezed, text_of
from tests.faults.marks import left, shapes
from tests.prepared import once, prepared
from tests.stage import Ran, Stage

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1", "--special-basis", "uavg_30")
ROWS = "geslachtsnaam;voornamen;geboortedatum;e_mail;gezondheid\nOudmerk;Suze;1911-01-17;a@b.nl;Oudmerk rug\n"
GIVEN = ("--channel", "brief", "--ground", "doel", "--purpose", "uitvoering_uitkering", "--categories", "1,5")


@prepared
def office(stage: Stage) -> Stage:
    stage.must("party", "add", "UWV", "--kind", "instantie", "--body", "uwv")
    stage.must("client", "import", "-", *ORDER, stdin=ROWS)
    return stage


@once
def entries(stage: Stage) -> dict[str, Any]:
    """Give the current entries by field; of a field of many the last."""
    held = stage.json("client", "show", "2026-1")["dossier"]["entries"]
    return {entry["field"]: entry for entry in held if entry["closed_at"] is None}


@once
def receive(stage: Stage, kind: str) -> str:
    return str(stage.json("request", "receive", "2026-1", "--kind", kind)["request"]["number"])


@once
def ask(stage: Stage, kind: str, *proposals: dict[str, object]) -> str:
    """Receive a request with its proposals, each about the field that it names as `of`, and give its number."""
    number = receive(stage, kind)
    held = entries(stage)
    said = [{("entry" if k == "of" else k): (held[str(v)]["number"] if k == "of" else v) for k, v in one.items()}
            for one in proposals]  # fmt: skip
    stage.must("correction", "propose", number, "--from", "-", stdin=json.dumps(said))
    return number


@once
def answer(stage: Stage, number: str, *decision: str, why: str = "") -> None:
    stage.must("request", "identify", number, "--method", "bekend")
    stage.must("request", "decide", number, "--decision", *decision, stdin=why)
    stage.must("request", "notify", number)


def apply(stage: Stage, number: str) -> Any:
    place = stage.folder / f"{number}.json"
    return stage.json("correction", "apply", number, "--format", "json", "--output", str(place))


def refused(ran: Ran, name: str, code: int = 3) -> None:
    assert (ran.code, ran.error["name"]) == (code, name), ran.err


def test_a_wrong_name_and_a_wrong_sealed_value_are_gone_and_the_new_ones_are_the_clients(office: Stage) -> None:
    number = ask(
        office,
        "verbetering",
        {"of": "geslachtsnaam", "why": "onjuist", "value": "Nieuwnaam"},
        {"of": "gezondheid", "why": "onvolledig", "value": "Kan tillen tot 5 kg"},
    )
    answer(office, number, "toegewezen")
    done = apply(office, number)
    held = entries(office)
    assert held["geslachtsnaam"]["value"] == "Nieuwnaam"
    source = held["gezondheid"]["provenance"]
    assert (source["source"], source["obtained_on"], source["grondslag"]) == (
        "geregistreerde",
        "2026-11-23",
        "uavg_30",
    )
    assert office.json("client", "find", "Oudmerk")["clients"] == []
    assert left(office, shapes(["Oudmerk", "oudmerk"])) == set()
    copy = json.loads(Path(done["copy"]["path"]).read_bytes())
    assert [one["naam"] for one in copy["correcties"]] == ["Geslachtsnaam", "Gezondheid: wat kan en wat niet"]
    assert {one["uitgevoerdOp"][:10] for one in copy["correcties"]} == {"2026-11-23"}
    assert (copy["soort"], copy["verzoek"]["kenmerk"]) == ("correctie", number)
    values = [one["waarde"] for part in copy["gegevens"] for one in part["gegevens"]]
    assert values == ["Nieuwnaam", "Kan tillen tot 5 kg"]
    assert "a@b.nl" not in json.dumps(copy)


def test_what_a_backup_of_before_brings_back_is_without_the_value_that_was_corrected(office: Stage) -> None:
    folder = office.folder / "backups"
    folder.mkdir(mode=0o700)
    backup = office.json("backup", "create", "--to", str(folder))["path"]
    number = ask(office, "verbetering", {"of": "geslachtsnaam", "why": "onjuist", "value": "Nieuwnaam"},
                 {"of": "geboortedatum", "why": "onjuist", "value": "1968-03-20"})  # fmt: skip
    answer(office, number, "toegewezen")
    apply(office, number)
    office.must("--yes", "backup", "restore", backup)
    held = entries(office)
    assert "geslachtsnaam" not in held
    assert "geboortedatum" not in held
    assert office.json("client", "find", "Oudmerk")["clients"] == []
    office.must("audit", "verify")


def test_what_is_missing_is_added(office: Stage) -> None:
    health: dict[str, object] = {
        "field": "gezondheid",
        "why": "onvolledig",
        "value": "Ziet slecht",
        "grondslag": "uavg_30",
    }
    number = ask(office, "aanvulling", {"field": "e_mail", "why": "onvolledig", "value": "c@d.nl"}, health)
    answer(office, number, "toegewezen")
    apply(office, number)
    held = office.json("client", "show", "2026-1")["dossier"]["entries"]
    assert {entry["value"] for entry in held if entry["field"] in {"e_mail", "gezondheid"}} == {
        *("a@b.nl", "c@d.nl"),
        *("Oudmerk rug", "Ziet slecht"),
    }


def test_in_part_one_goes_and_the_other_stays_with_the_clients_own_words(office: Stage) -> None:
    number = ask(office, "verwijdering", {"of": "e_mail", "why": "niet_ter_zake"},
                 {"of": "gezondheid", "why": "onjuist"})  # fmt: skip
    answer(office, number, "deels", "--code", "ter_zake", "--grant", "1", why="Dat hebben wij nodig.")
    destroy = office.wkc("--json", "--yes", "client", "destroy", "2026-1", "--request", number)
    refused(destroy, "request_does_not_fit")
    office.must("correction", "statement", number, "2", stdin="Mijn rug is genezen.")
    letter = office.folder / "partly.pdf"
    number_of_letter = next(one["number"] for one in office.json("letter", "list", "2026-1")["letters"]
                            if one["kind"] == "deels_toegewezen")  # fmt: skip
    office.must("letter", "print", number_of_letter, "--output", str(letter))
    text = text_of(letter.read_bytes())
    assert squeezed("Wij zeggen ja voor: •E-mail") in text
    assert squeezed("Wij zeggen nee voor: •Gezondheid: wat kan en wat niet") in text
    apply(office, number)
    held = entries(office)
    assert "e_mail" not in held
    assert (held["gezondheid"]["in_onderzoek"], held["gezondheid"]["dissent"]) == (False, "Mijn rug is genezen.")
    copy = office.folder / "copy.json"
    office.must("inzage", "export", "2026-1", "--format", "json", "--output", str(copy))
    health = next(part for part in json.loads(copy.read_bytes())["gegevens"] if part["nummer"] == 25)
    assert health["gegevens"][0]["verklaring"] == "Mijn rug is genezen."


def test_an_entry_is_contested_until_it_is_decided_or_the_request_withdrawn(office: Stage) -> None:
    number = ask(office, "verbetering", {"of": "geboortedatum", "why": "onjuist", "value": "1968"})
    assert entries(office)["geboortedatum"]["in_onderzoek"] is True
    office.must("request", "withdraw", number)
    assert entries(office)["geboortedatum"]["in_onderzoek"] is False


def test_who_had_it_is_told_by_letter_which_fields_and_stays_on_the_agenda_until_then(office: Stage) -> None:
    office.must("disclosure", "log", "2026-1", "--recipient", "UWV", *GIVEN)
    number = ask(office, "verbetering", {"of": "geboortedatum", "why": "onjuist", "value": "1968-03-20"})
    answer(office, number, "toegewezen")
    (owed,) = apply(office, number)["answering"]["to_tell"]
    assert (owed["recipient"], owed["fields"], owed["told_on"]) == ("UWV", ["geboortedatum"], None)
    (item,) = [one for one in office.json("agenda")["items"] if one["duty"] == "ontvanger_berichten"]
    assert (item["on"], item["subject"], item["count"]) == ("2026-11-30", number, 1)
    office.must("correction", "tell", number, "--letter", owed["letter"])
    assert [one for one in office.json("agenda")["items"] if one["duty"] == "ontvanger_berichten"] == []
    refused(office.wkc("--json", "correction", "tell", number), "no_letter_waits", 5)


def test_a_restriction_bars_a_disclosure_until_it_is_lifted(office: Stage) -> None:
    number = ask(office, "beperking", {"of": "geboortedatum", "why": "onjuist"})
    answer(office, number, "toegewezen", why="Wij zoeken het uit.")
    assert apply(office, number)["copy"] is None
    check = ("disclosure", "check", "2026-1", "--recipient", "UWV", *GIVEN)
    dropped = office.json(*check)["judgement"]["dropped"]
    assert [(one["asked"]["field"], one["reason"]) for one in dropped] == [("geboortedatum", "beperkt")]
    refused(office.wkc("--json", "correction", "lift", "V2026-9", "--told-on", "2026-11-23"), "request_unknown", 5)
    office.must("correction", "lift", number, "--told-on", "2026-11-23", stdin="Het paspoort is gezien.")
    assert office.json(*check)["judgement"]["dropped"] == []
    refused(office.wkc("--json", "correction", "lift", number, "--told-on", "2026-11-23"), "nothing_restricted")


def test_what_a_hold_keeps_is_not_removed_until_it_ends(office: Stage) -> None:
    number = ask(office, "verwijdering", {"of": "e_mail", "why": "niet_ter_zake"})
    answer(office, number, "toegewezen")
    duty = ("--ground", "wettelijk_voorschrift", "--citation", "AWR art. 52", "--categories", "2")
    office.must("retention", "hold", "2026-1", *duty, "--until", "2030-01-01")
    refused(office.wkc("--json", "correction", "apply", number), "kept_by_duty")
    assert "e_mail" in entries(office)
    office.must("retention", "release", "2026-1", "1", stdin="Niet meer nodig.")
    apply(office, number)
    assert "e_mail" not in entries(office)


def test_a_removal_that_a_later_hold_keeps_is_done_for_the_rest_and_can_be_decided_anew(office: Stage) -> None:
    number = ask(
        office,
        "verwijdering",
        {"of": "e_mail", "why": "niet_ter_zake"},
        {"of": "geboortedatum", "why": "niet_ter_zake"},
    )
    answer(office, number, "toegewezen")
    again = ("request", "decide", number, "--decision", "deels", "--code", "wettelijke_bewaarplicht", "--grant", "2")
    refused(office.wkc("--json", *again, stdin="De fiscus eist het."), "step_out_of_order")
    duty = ("--ground", "wettelijk_voorschrift", "--citation", "AWR art. 52", "--categories", "2")
    office.must("retention", "hold", "2026-1", *duty, "--until", "2030-01-01")
    done = apply(office, number)["answering"]
    assert ("e_mail" in entries(office), "geboortedatum" in entries(office)) == (True, False)
    assert done["request"]["state"] == "medegedeeld"
    items = office.wkc("--json", "agenda").data["items"]
    assert [item["on"] for item in items if item["duty"] == "verzoek_uitvoeren"] == ["2030-01-02"]
    anew = office.json(*again, stdin="De fiscus eist het.")
    assert (anew["request"]["state"], anew["request"]["ruling"]["refusal"]) == ("besloten", "wettelijke_bewaarplicht")
    office.must("request", "notify", number)
    assert office.json("request", "show", number)["appeal"] is not None


def test_what_a_hold_keeps_is_not_granted_and_a_duty_that_nobody_stated_is_no_ground(office: Stage) -> None:
    number = ask(office, "verwijdering", {"of": "e_mail", "why": "niet_ter_zake"})
    office.must("request", "identify", number, "--method", "bekend")
    refuse = ("--json", "request", "decide", number, "--decision", "afgewezen", "--code", "wettelijke_bewaarplicht")
    refused(office.wkc(*refuse, stdin="De fiscus eist het."), "duty_missing")
    duty = ("--ground", "wettelijk_voorschrift", "--citation", "AWR art. 52", "--categories", "2")
    office.must("retention", "hold", "2026-1", *duty, "--until", "2030-01-01")
    refused(office.wkc("--json", "request", "decide", number, "--decision", "toegewezen"), "duty_stands")
    office.must(*refuse[1:], stdin="De fiscus eist het.")


def test_the_letter_to_who_had_a_wrong_name_does_not_bear_it(office: Stage) -> None:
    office.must("disclosure", "log", "2026-1", "--recipient", "UWV", *GIVEN)
    number = ask(office, "verbetering", {"of": "geslachtsnaam", "why": "onjuist", "value": "Nieuwnaam"})
    answer(office, number, "toegewezen")
    (owed,) = apply(office, number)["answering"]["to_tell"]
    place = office.folder / "letter.pdf"
    unreached = office.wkc("--json", "letter", "print", owed["letter"], "--output", str(place))
    assert (unreached.code, unreached.error["name"]) == (6, "party_address_missing")
    office.must("party", "set", "UWV", "--address", "Postbus 1", "--postcode", "1000 AA", "--place", "Amsterdam")
    office.must("letter", "print", owed["letter"], "--output", str(place))
    text = text_of(place.read_bytes())
    assert "Geslachtsnaam" in text
    assert "Oudmerk" not in text


@pytest.mark.parametrize(
    ("kind", "said", "name", "code"),
    [
        ("verbetering", {"entry": 99, "why": "onjuist", "value": "x"}, "entry_unknown", 5),
        ("verbetering", {"entry": 1, "why": "eigen_situatie", "value": "x"}, "why_wrong", 3),
        ("verbetering", {"entry": 1, "why": "onjuist"}, "new_value_missing", 3),
        ("verbetering", {"why": "onjuist", "value": "x"}, "entry_or_field", 6),
        ("verwijdering", {"entry": 1, "why": "onjuist"}, "entry_required", 3),
        ("verwijdering", {"entry": 2, "why": "onjuist", "value": "x"}, "new_value_idle", 3),
        ("aanvulling", {"field": "geboortedatum", "why": "onvolledig", "value": "1968"}, "one_value_stands", 3),
        ("aanvulling", {"field": "gezondheid", "why": "onvolledig", "value": "x y"}, "grondslag_missing", 6),
        (
            "aanvulling",
            {
                "field": "gezondheid",
                "why": "onvolledig",
                "value": "x y",
                "grondslag": "uitdrukkelijke_toestemming",
            },
            "consent_to_hold_missing",
            6,
        ),
        ("inzage", {"entry": 1, "why": "onjuist", "value": "x"}, "no_correction", 3),
        ("verbetering", {"entry": 1, "why": "onjuist", "waarde": "x"}, "proposals_unreadable", 6),
    ],
    ids=str,
)
def test_what_cannot_be_proposed_is_refused_and_nothing_is_kept(
    office: Stage, kind: str, said: dict[str, object], name: str, code: int
) -> None:
    number = receive(office, kind)
    ran = office.wkc("--json", "correction", "propose", number, "--from", "-", stdin=json.dumps(said))
    refused(ran, name, code)
    assert office.json("request", "show", number)["proposals"] == []


def test_a_removal_of_the_whole_dossier_names_nothing_and_goes_by_destroying(office: Stage) -> None:
    number = receive(office, "verwijdering")
    answer(office, number, "toegewezen")
    refused(office.wkc("--json", "correction", "apply", number), "whole_dossier")
    gone = office.json("--yes", "client", "destroy", "2026-1", "--request", number)["destroyed"]
    assert gone["reason"] == "verzoek"
