"""The same request twice is answered once; whoever was erased at the own request and is listed again is noticed."""

import json

import pytest

from tests.documents.pdf import squeezed, text_of
from tests.prepared import once, prepared
from tests.stage import Stage

PETRA = {
    "geslachtsnaam": "Jansen",
    "voornamen": "Petra",
    "geboortedatum": "03-02-1980",
    "burgerservicenummer": "999990639",
    "adres": "Laan 1",
    "postcode": "1811 AB",
    "woonplaats": "Alkmaar",
}
ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment")


@prepared
def office(stage: Stage) -> Stage:
    stage.must("client", "import", "-", *ORDER, "A1", stdin=json.dumps([PETRA]))
    return stage


@once
def receive(stage: Stage, kind: str, on: str = "2026-11-23") -> dict[str, object]:
    answered: dict[str, object] = stage.json("request", "receive", "2026-1", "--kind", kind, "--on", on)
    return answered


@once
def erase(stage: Stage, *words: str) -> None:
    if not words:
        receive(stage, "verwijdering")
        stage.must("request", "identify", "V2026-1", "--method", "bekend")
        stage.must("request", "decide", "V2026-1", "--decision", "toegewezen")
        stage.must("request", "notify", "V2026-1")
        words = ("--request", "V2026-1")
    stage.must("--yes", "client", "destroy", "2026-1", *words)


def duties(stage: Stage) -> list[tuple[str, str]]:
    items = json.loads(stage.wkc("--json", "agenda").out)["data"]["items"]
    return [(item["duty"], item["subject"]) for item in items if item["duty"] == "terugkeer_nagaan"]


def test_the_same_request_is_named_when_it_comes_again_and_another_is_not(office: Stage) -> None:
    assert receive(office, "inzage", "2026-11-20")["same"] == []
    assert receive(office, "inzage")["same"] == ["V2026-0001"]
    assert receive(office, "verbetering")["same"] == []


def test_a_joined_request_is_answered_with_the_earlier_one_by_its_days(office: Stage) -> None:
    receive(office, "inzage", "2026-11-20")
    receive(office, "inzage")
    earlier = office.json("request", "join", "V2026-2", "V2026-1")
    assert (earlier["request"]["number"], earlier["term"]["safe_on"]) == ("V2026-0001", "2026-12-20")
    assert earlier["joined"] == ["V2026-0002"]
    later = office.json("request", "show", "V2026-2")
    assert (later["joins"], later["request"]["state"]) == ("V2026-0001", "ingetrokken")
    office.must("request", "identify", "V2026-1", "--method", "bekend")
    office.must("request", "decide", "V2026-1", "--decision", "toegewezen")
    place = office.folder / "letter.pdf"
    office.must("letter", "print", "B2026-0003", "--output", str(place))
    said = "Op 23 november 2026 (V2026-0002) vroeg u ons hetzelfde nog een keer. Deze brief gaat ook daarover."
    assert squeezed(said) in text_of(place.read_bytes())


def test_another_request_does_not_join(office: Stage) -> None:
    receive(office, "inzage", "2026-11-20")
    receive(office, "verbetering")
    ran = office.wkc("--json", "request", "join", "V2026-2", "V2026-1")
    assert (ran.code, ran.error["name"]) == (3, "other_request")


@pytest.mark.parametrize("listed", [PETRA, PETRA | {"geslachtsnaam": "de Boer"}, {**PETRA, "burgerservicenummer": ""}])
def test_who_was_erased_on_request_and_is_listed_again_is_on_the_agenda(office: Stage, listed: dict[str, str]) -> None:
    erase(office)
    office.must("client", "import", "-", *ORDER, "A1", stdin=json.dumps([listed]))
    assert duties(office) == [("terugkeer_nagaan", "2026-0002")]
    office.must("client", "accept", "2026-2")
    assert duties(office) == []
    assert office.wkc("--json", "client", "accept", "2026-2").error["name"] == "nothing_to_accept"


def test_another_person_and_one_registered_by_mistake_are_not_on_it(office: Stage) -> None:
    erase(office, "--vergissing")
    namesake = {**PETRA, "burgerservicenummer": "999990482", "geboortedatum": "04-02-1980"}
    office.must("client", "import", "-", *ORDER, "A2", stdin=json.dumps([PETRA, namesake]))
    assert duties(office) == []


def test_who_was_erased_is_noticed_after_a_restore_of_an_older_backup_too(office: Stage) -> None:
    folder = office.folder / "backups"
    folder.mkdir()
    office.must("backup", "create", "--to", str(folder))
    erase(office)
    office.must("--yes", "backup", "restore", *map(str, folder.iterdir()))
    office.must("client", "import", "-", *ORDER, "A1", stdin=json.dumps([PETRA]))
    assert duties(office) == [("terugkeer_nagaan", "2026-0002")]


def test_a_digest_is_forgotten_after_five_years(office: Stage) -> None:
    erase(office)
    office.now = office.now.replace(year=2031, month=11, day=24)
    office.must("retention", "run")
    office.must("client", "import", "-", *ORDER, "A1", stdin=json.dumps([PETRA]))
    assert duties(office) == []
