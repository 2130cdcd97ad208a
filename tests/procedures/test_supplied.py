"""Art. 4.2, 8.2 and 12: the next list of an opdrachtgever replaces nothing that the client or a decision put there."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.prepared import prepared
from tests.stage import Stage

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment")
BSN = "999990639"


@prepared
def office(stage: Stage) -> Stage:
    row = {"geslachtsnaam": "Jansen", "voornamen": "Petra", "geboortedatum": "1980-02-03", "adres": "Laan 1"}
    row |= {"burgerservicenummer": BSN, "woonplaats": "Alkmaar", "telefoon": "072 1234567"}
    stage.must("client", "register", *ORDER, "A1", "--from", "-", stdin=json.dumps(row))
    return stage


def lists(stage: Stage, *more: str, **values: str) -> None:
    row = {"geslachtsnaam": "Jansen", "voornamen": "Petra", "geboortedatum": "1980-02-03", "burgerservicenummer": BSN}
    stage.must("client", "import", "-", *ORDER, "A2", *more, stdin=json.dumps([row | values]))


def current(stage: Stage, field: str) -> list[str]:
    held = stage.json("client", "show", "2026-1")["dossier"]["entries"]
    return [one["value"] for one in held if one["field"] == field and one["closed_at"] is None]


def waiting(stage: Stage) -> list[tuple[str, str, str]]:
    values = stage.json("client", "supplied", "2026-1")["values"]
    return [(one["supplied"]["field"], one["supplied"]["value"], one["supplied"]["reason"]) for one in values]


def correct(stage: Stage, kind: str, field: str, why: str, value: str | None, folder: Path) -> None:
    number = str(stage.json("request", "receive", "2026-1", "--kind", kind)["request"]["number"])
    held: list[Any] = stage.json("client", "show", "2026-1")["dossier"]["entries"]
    entry = next(one["number"] for one in held if one["field"] == field and one["closed_at"] is None)
    stage.must("correction", "propose", number, str(entry), "--why", why, stdin=value or "")
    stage.must("request", "identify", number, "--method", "bekend")
    stage.must("request", "decide", number, "--decision", "toegewezen", stdin="Dat klopt.")
    stage.must("request", "notify", number)
    stage.must("correction", "apply", number, "--format", "json", "--output", str(folder / f"{number}.json"))


def test_a_secret_address_stays_and_the_one_of_the_list_waits_for_the_beheerder(office: Stage) -> None:
    secret = ("--geheim", "wet", "--citation", "Wet BRP art. 2.59")
    office.must("client", "record", "2026-1", "adres", "--source", "geregistreerde", *secret, stdin="Opvanghuis 9")
    lists(office, adres="Laan 1")
    assert current(office, "adres") == ["Opvanghuis 9"]
    assert waiting(office) == [("adres", "Laan 1", "geheim")]


def test_what_the_client_supplied_stays(office: Stage) -> None:
    office.must("client", "record", "2026-1", "woonplaats", "--source", "geregistreerde", stdin="Heiloo")
    lists(office, woonplaats="Bergen")
    assert current(office, "woonplaats") == ["Heiloo"]
    assert waiting(office) == [("woonplaats", "Bergen", "van_geregistreerde")]


def test_what_was_corrected_stays_and_what_was_removed_does_not_come_back(office: Stage, tmp_path: Path) -> None:
    correct(office, "verbetering", "woonplaats", "onjuist", "Heiloo", tmp_path)
    correct(office, "verwijdering", "telefoon", "niet_ter_zake", None, tmp_path)
    lists(office, telefoon="072 1234567", woonplaats="Alkmaar")
    assert current(office, "woonplaats") == ["Heiloo"]
    assert current(office, "telefoon") == []
    assert waiting(office) == [("telefoon", "072 1234567", "verbeterd"), ("woonplaats", "Alkmaar", "verbeterd")]


def test_a_contested_or_restricted_value_stays_whatever_was_chosen_for_the_list(office: Stage, tmp_path: Path) -> None:
    correct(office, "beperking", "adres", "onjuist", None, tmp_path)
    lists(office, adres="Kade 2")
    assert current(office, "adres") == ["Laan 1"]
    assert waiting(office) == [("adres", "Kade 2", "beperkt")]
    taken = office.wkc("--json", "client", "supplied", "2026-1", "--take", "1")
    assert (taken.code, taken.error["name"]) == (3, "value_restricted")


def test_what_only_lists_supplied_is_replaced_by_a_newer_list(office: Stage) -> None:
    lists(office, adres="Kade 2")
    assert current(office, "adres") == ["Kade 2"]
    assert waiting(office) == []


def test_the_agenda_has_what_waits_until_the_beheerder_takes_or_drops_it(office: Stage) -> None:
    office.must("client", "record", "2026-1", "woonplaats", "--source", "geregistreerde", stdin="Heiloo")
    office.must("client", "record", "2026-1", "adres", "--source", "geregistreerde", stdin="Kade 2")
    lists(office, woonplaats="Bergen", adres="Laan 1")
    duties = [item for item in office.wkc("--json", "agenda").data["items"] if item["duty"] == "aangeleverd_beoordelen"]
    assert [(item["subject"], item["count"]) for item in duties] == [("2026-0001", 2)]
    office.must("client", "supplied", "2026-1", "--take", "1")
    assert waiting(office) == [("woonplaats", "Bergen", "van_geregistreerde")]
    office.must("client", "supplied", "2026-1", "--drop", "2")  # a number stays whatever becomes of the one before
    assert (current(office, "adres"), current(office, "woonplaats")) == (["Laan 1"], ["Heiloo"])
    assert not [item for item in office.wkc("--json", "agenda").data["items"] if "aangeleverd" in item["duty"]]


def test_a_taken_value_is_as_secret_as_the_one_it_replaces(office: Stage) -> None:
    secret = ("--geheim", "wet", "--citation", "Wet BRP art. 2.59")
    office.must("client", "record", "2026-1", "adres", "--source", "geregistreerde", *secret, stdin="Opvanghuis 9")
    lists(office, adres="Nieuw huis 3")
    office.must("client", "supplied", "2026-1", "--take", "1")
    held = office.json("client", "show", "2026-1")["dossier"]["entries"]
    taken = next(one for one in held if one["value"] == "Nieuw huis 3")
    assert taken["provenance"]["geheim"] == "wet"


def test_a_number_that_does_not_wait_is_not_found(office: Stage) -> None:
    ran = office.wkc("--json", "client", "supplied", "2026-1", "--drop", "1")
    assert (ran.code, ran.error["name"]) == (5, "supplied_unknown")


def test_a_value_that_waits_is_in_the_copy_with_whom_it_is_from_and_why_it_was_not_taken(office: Stage) -> None:
    office.must("client", "record", "2026-1", "woonplaats", "--source", "geregistreerde", stdin="Heiloo")
    lists(office, woonplaats="Bergen")
    place = office.folder / "copy.json"
    office.must("inzage", "export", "2026-1", "--format", "json", "--output", str(place))
    (told,) = json.loads(place.read_text(encoding="utf-8"))["aangeleverd"]
    assert (told["veld"], told["waarde"], told["opdrachtgever"]) == ("woonplaats", "Bergen", "Gemeente Alkmaar")
    assert told["reden"]["omschrijving"] == "wat er staat, is van uzelf"


FROM_LIST = ("client", "record", "2026-1", "--source", "opdrachtgever")


def test_by_hand_what_the_client_supplied_is_replaced_only_when_that_is_meant(office: Stage) -> None:
    office.must("client", "record", "2026-1", "woonplaats", "--source", "geregistreerde", stdin="Heiloo")
    ran = office.wkc("--json", *FROM_LIST, "woonplaats", stdin="Bergen")
    assert (ran.code, ran.error["name"], current(office, "woonplaats")) == (6, "value_of_client", ["Heiloo"])
    office.must(*FROM_LIST, "woonplaats", "--overrule", stdin="Bergen")
    assert current(office, "woonplaats") == ["Bergen"]
    office.must("client", "record", "2026-1", "woonplaats", "--source", "geregistreerde", stdin="Schoorl")
    assert current(office, "woonplaats") == ["Schoorl"]


def test_by_hand_a_name_that_was_corrected_does_not_come_back_unasked(office: Stage, tmp_path: Path) -> None:
    correct(office, "verbetering", "voornamen", "onjuist", "Peter", tmp_path)
    ran = office.wkc("--json", *FROM_LIST, "voornamen", stdin="Petra")
    assert (ran.code, ran.error["name"], current(office, "voornamen")) == (6, "value_corrected", ["Peter"])


def test_by_hand_a_value_that_was_removed_does_not_come_back_unasked(office: Stage, tmp_path: Path) -> None:
    correct(office, "verwijdering", "telefoon", "niet_ter_zake", None, tmp_path)
    ran = office.wkc("--json", *FROM_LIST, "telefoon", stdin="072 1234567")
    assert (ran.code, ran.error["name"], current(office, "telefoon")) == (6, "value_corrected", [])


@pytest.mark.parametrize(("answer", "code", "stands"), [("yes", 0, "Bergen"), ("no", 130, "Heiloo")])
def test_at_a_terminal_it_is_asked(office: Stage, answer: str, code: int, stands: str) -> None:
    office.must("client", "record", "2026-1", "woonplaats", "--source", "geregistreerde", stdin="Heiloo")
    ran = office.wkc(*FROM_LIST, "woonplaats", typed=[("Woonplaats", "Bergen"), ("Record it all the same?", answer)])
    assert (ran.code, current(office, "woonplaats")) == (code, [stands])
    assert "The client supplied the value that stands there" in ran.err


def test_who_may_not_see_a_field_learns_nothing_of_what_was_corrected_there(office: Stage, tmp_path: Path) -> None:
    words = ("gezondheid", "--source", "geregistreerde", "--grondslag", "uavg_30")
    office.must("client", "record", "2026-1", *words, stdin="Kan niet tillen")
    correct(office, "verwijdering", "gezondheid", "niet_ter_zake", None, tmp_path)
    office.must("user", "designate", "mede", "--role", "medewerker", "--name", "M", "--function", "administratie",
                "--new-password-file", str(office.password_file))  # fmt: skip
    mede = Stage(office.folder, "mede", office.now)
    sealed = ("gezondheid", "--grondslag", "uavg_30")
    assert mede.wkc(*FROM_LIST, *sealed, stdin="Kan niet staan").code == 0
    assert office.wkc("--json", *FROM_LIST, *sealed, stdin="Kan niet staan").error["name"] == "value_corrected"
