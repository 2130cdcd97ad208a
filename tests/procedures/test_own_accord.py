"""AVG 5.1 and 19: the office corrects, removes and destroys early by itself, and who had the data hears it first."""

import json
from datetime import timedelta
from typing import Any

from tests.faults.marks import left, shapes
from tests.prepared import once
from tests.procedures.test_correction import GIVEN, apply, entries, office, refused
from tests.stage import Stage

__all__ = ["office"]

WHY = "Niet meer nodig sinds de plaatsing."


@once
def give(stage: Stage) -> None:
    stage.must("party", "set", "UWV", "--address", "Postbus 1", "--postcode", "1000 AA", "--place", "Amsterdam")
    stage.must("disclosure", "log", "2026-1", "--recipient", "UWV", *GIVEN)


@once
def initiate(stage: Stage, kind: str, *wishes: dict[str, object]) -> Any:
    stage.file("wishes.json", json.dumps(list(wishes)))
    words = ("2026-1", "--kind", kind, "--from", str(stage.folder / "wishes.json"))
    return stage.json("correction", "initiate", *words, stdin=WHY)


def destroy(stage: Stage, *words: str) -> Any:
    return stage.wkc("--json", "--yes", "client", "destroy", "2026-1", *words, stdin=WHY)


def colleague(stage: Stage) -> Stage:
    """Designate a second beheerder, and give the stage as that user."""
    words = ("--name", "Bea", "--role", "beheerder", "--function", "directie")
    stage.must("user", "designate", "bea", *words, "--new-password-file", str(stage.password_file))
    return Stage(stage.folder, "bea", stage.now)


def test_the_office_removes_what_it_does_not_need_and_who_had_it_hears(office: Stage) -> None:
    give(office)
    held = entries(office)
    begun = initiate(office, "verwijdering", {"entry": held["geboortedatum"]["number"], "why": "niet_ter_zake"})
    request = begun["request"]
    assert (request["requester"], request["state"], begun["in_time"]) == ("beheerder", "medegedeeld", None)
    assert request["ruling"]["reasons"] == WHY
    done = apply(office, request["number"])
    assert "geboortedatum" not in entries(office)
    assert left(office, shapes(["1911-01-17"])) == set()
    assert [(one["recipient"], one["told_on"]) for one in done["answering"]["to_tell"]] == [("UWV", None)]


def test_the_office_mends_its_own_mistake_and_the_source_stays_who_supplied_it(office: Stage) -> None:
    held = entries(office)
    begun = initiate(
        office, "verbetering", {"entry": held["geslachtsnaam"]["number"], "why": "onjuist", "value": "Nieuwnaam"}
    )
    apply(office, begun["request"]["number"])
    mended = entries(office)["geslachtsnaam"]
    assert (mended["value"], mended["provenance"]["source"]) == ("Nieuwnaam", "opdrachtgever")


def test_what_a_client_contests_or_has_restricted_waits_for_the_decision(office: Stage) -> None:
    number = entries(office)["e_mail"]["number"]
    office.must("request", "receive", "2026-1", "--kind", "beperking")
    office.must("correction", "propose", "V2026-1", str(number), "--why", "onjuist")
    refused(
        office.wkc("--json", "correction", "initiate", "2026-1", str(number), "--why", "onjuist", stdin=WHY),
        "value_contested",
    )
    taken_back = ("--json", "client", "mistake", "2026-1", str(number), "--reason", "typefout")
    refused(office.wkc(*taken_back, stdin=WHY), "value_contested")


def test_what_is_missing_is_recorded_and_a_request_comes_from_somebody(office: Stage) -> None:
    ran = office.wkc("--json", "correction", "initiate", "2026-1", stdin=WHY)
    assert (ran.code, ran.error["name"]) == (6, "not_of_own_accord")
    ran = office.wkc("--json", "request", "receive", "2026-1", "--kind", "verwijdering", "--requester", "beheerder")
    assert (ran.code, ran.error["name"]) == (6, "nobody_asks")


def test_an_early_destruction_takes_a_colleague_and_tells_the_recipients_first(office: Stage) -> None:
    give(office)
    bea = colleague(office)
    decided = destroy(office, "--early").data
    number, letter = decided["request"]["number"], decided["to_tell"][0]["letter"]
    refused(destroy(office, "--request", number), "second_look_by_colleague")
    refused(destroy(bea, "--request", number), "recipients_first")
    assert "Oudmerk" in office.must("client", "show", "2026-1").out
    place = office.folder / "letter.pdf"
    office.must("letter", "print", letter, "--output", str(place))
    bea.must("correction", "tell", number)
    gone = destroy(bea, "--request", number).data
    assert (gone["destroyed"]["reason"], gone["purged"]) == ("eigen_beweging", True)
    assert left(office, shapes(["Oudmerk"])) == set()
    ledger = (office.home / "destroyed.jsonl").read_text(encoding="utf-8")
    assert [json.loads(line)["kind"] for line in ledger.splitlines()] == ["dossier"]


def test_a_beheerder_who_is_alone_looks_again_on_another_day(office: Stage) -> None:
    number = destroy(office, "--early").data["request"]["number"]
    refused(destroy(office, "--request", number), "second_look_too_soon")
    office.now += timedelta(days=1)
    assert destroy(office, "--request", number).data["destroyed"]["reason"] == "eigen_beweging"


def test_a_dossier_registered_by_mistake_tells_who_had_it_before_it_goes(office: Stage) -> None:
    give(office)
    refused(destroy(office, "--vergissing"), "recipients_first")
    agenda = office.wkc("--json", "agenda").data["items"]
    assert [item["count"] for item in agenda if item["duty"] == "ontvanger_berichten"] == [1]
    office.must("correction", "tell", "V2026-1")
    assert destroy(office, "--vergissing").data["destroyed"]["reason"] == "vergissing"


def test_a_dossier_that_goes_early_is_not_destroyed_as_a_mistake_without_a_second_look(office: Stage) -> None:
    number = destroy(office, "--early").data["request"]["number"]
    refused(destroy(office, "--vergissing"), "dossier_held")
    assert office.json("request", "show", number)["request"]["state"] == "medegedeeld"
    assert "Oudmerk" in office.must("client", "show", "2026-1").out


def test_an_erasure_at_request_tells_who_had_the_data_before_it_goes(office: Stage) -> None:
    give(office)
    office.must("request", "receive", "2026-1", "--kind", "verwijdering")
    office.must("request", "identify", "V2026-1", "--method", "bekend")
    office.must("request", "decide", "V2026-1", "--decision", "toegewezen")
    office.must("request", "notify", "V2026-1")
    refused(destroy(office, "--request", "V2026-1"), "recipients_first")
    refused(destroy(office, "--request", "V2026-1"), "recipients_first")
    told = office.json("request", "show", "V2026-1")["to_tell"]
    assert [(one["recipient"], one["fields"]) for one in told] == [
        ("UWV", ["geslachtsnaam", "voornamen", "geboortedatum"])
    ]
    office.must("correction", "tell", "V2026-1")
    assert destroy(office, "--request", "V2026-1").data["destroyed"]["reason"] == "verzoek"


def test_a_recipient_who_cannot_be_told_is_given_up_with_a_reason_and_the_dossier_goes(office: Stage) -> None:
    give(office)
    refused(destroy(office, "--vergissing"), "recipients_first")
    (told,) = office.json("request", "show", "V2026-1")["to_tell"]
    bare = office.wkc("--json", "correction", "tell", "V2026-1", "--impossible", stdin="Opgeheven.")
    assert (bare.code, bare.error["name"]) == (2, "letter_of_impossible")
    words = ("correction", "tell", "V2026-1", "--letter", told["letter"], "--impossible")
    (told,) = office.json(*words, stdin="De ontvanger is opgeheven.")["to_tell"]
    assert (told["told_on"], told["impossible_on"]) == (None, "2026-11-23")
    agenda = office.wkc("--json", "agenda").data["items"]
    assert [item for item in agenda if item["duty"] == "ontvanger_berichten"] == []
    refused(office.wkc("--json", *words, stdin="Nog eens."), "no_letter_waits", 5)
    assert destroy(office, "--vergissing").data["destroyed"]["reason"] == "vergissing"


def test_an_early_destruction_can_be_withdrawn_by_the_beheerder_alone(office: Stage) -> None:
    number = destroy(office, "--early").data["request"]["number"]
    words = ("--name", "Mia", "--role", "medewerker", "--function", "administratie")
    office.must("user", "designate", "mia", *words, "--new-password-file", str(office.password_file))
    ran = Stage(office.folder, "mia", office.now).wkc("--json", "request", "withdraw", number)
    assert (ran.code, ran.error["name"]) == (4, "not_permitted")
    office.must("request", "withdraw", number)
    refused(destroy(office, "--request", number), "request_does_not_fit")
