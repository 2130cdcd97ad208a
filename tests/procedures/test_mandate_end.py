"""Art. 11.1, 11.5 and 12.1: a mandate is judged at receipt, bounds what it opens, and ends."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.documents.pdf import squeezed, text_of
from tests.prepared import once, prepared
from tests.stage import Ran, Stage

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1", "--special-basis", "uavg_30")
ROWS = "geslachtsnaam;geboortedatum;adres;bankrekening;gezondheid\nBerg;1980-05-01;Laan 1;NL02ABNA0123456789;Rug\n"
EX = {"kind": "gemachtigde", "name": "R. Ex", "from": "2026-11-01", "document": "brief", "on": "2026-11-23"}


@prepared
def office(stage: Stage) -> Stage:
    stage.must("client", "import", "-", *ORDER, stdin=ROWS)
    return stage


@once
def receive(stage: Stage, /, what: str, **mandate: str) -> Ran:
    paper = json.dumps(EX | mandate)
    return stage.wkc("--json", "request", "receive", "2026-1", "--kind", what, "--mandate", "-", stdin=paper)


@once
def identified(stage: Stage, /, what: str, **mandate: str) -> str:
    number = str(receive(stage, what, **mandate).data["request"]["number"])
    stage.must("request", "identify", number, "--method", "bekend")
    return number


def refused(ran: Ran, name: str) -> None:
    assert (ran.code, ran.error["name"]) == (3, name), ran.err


def state(stage: Stage, number: str) -> Any:
    return stage.json("request", "show", number)["request"]["state"]


def test_a_withdrawn_mandate_stops_its_open_requests_and_its_paper_is_refused_afterwards(office: Stage) -> None:
    number = identified(office, "inzage")
    granted = office.json("consent", "withdraw", "2026-1", "--mandate", "1")
    assert granted["mandates"][0]["withdrawn_on"] == "2026-11-23"
    assert state(office, number) == "ingetrokken"
    refused(receive(office, "inzage"), "mandate_not_standing")


def test_a_decided_request_is_not_handed_out_after_the_mandate_ended(office: Stage, tmp_path: Path) -> None:
    number = identified(office, "inzage")
    office.must("request", "decide", number, "--decision", "toegewezen")
    office.must("request", "notify", number)
    office.must("consent", "withdraw", "2026-1", "--mandate", "1")
    copy = ("inzage", "export", "2026-1", "--request", number, "--format", "json")
    refused(office.wkc("--json", *copy, "--output", str(tmp_path / "c.json")), "mandate_not_standing")


def test_a_mandate_ends_once_and_not_before_it_began(office: Stage) -> None:
    identified(office, "inzage")
    early = office.wkc("--json", "consent", "withdraw", "2026-1", "--mandate", "1", "--on", "2026-10-31")
    assert (early.code, early.error["name"]) == (6, "period_backwards")
    office.must("consent", "withdraw", "2026-1", "--mandate", "1")
    again = office.wkc("--json", "consent", "withdraw", "2026-1", "--mandate", "1")
    assert (again.code, again.error["name"]) == (5, "mandate_unknown")


def test_a_parent_of_a_grown_up_is_refused_at_receipt_and_nothing_is_on_file(office: Stage) -> None:
    refused(receive(office, "inzage", kind="ouder"), "mandate_not_standing")
    assert office.json("consent", "list", "2026-1")["mandates"] == []


def test_who_proved_nothing_yet_reads_no_number_and_no_name_in_the_receipt(office: Stage, tmp_path: Path) -> None:
    receive(office, "inzage")
    office.must("request", "address", "V2026-1", stdin="A. Vocaat\nDam 3\n1811 LP Alkmaar")
    office.must("request", "ask-identity", "V2026-1")
    for letter in ("B2026-1", "B2026-2"):
        office.must("letter", "print", letter, "--output", str(tmp_path / f"{letter}.pdf"))
        said = text_of((tmp_path / f"{letter}.pdf").read_bytes())
        assert not re.search(r"(?<![VB])2026-0001", said)
        assert "Berg" not in said


@pytest.mark.parametrize(
    ("kind", "entry", "error"),
    [("bewindvoerder", "bankrekening", None), ("bewindvoerder", "gezondheid", "mandate_too_narrow")],
)
def test_a_correction_is_within_the_matters_of_who_asks(
    office: Stage, kind: str, entry: str, error: str | None
) -> None:
    number = identified(office, "verwijdering", kind=kind)
    held = office.json("client", "show", "2026-1")["dossier"]["entries"]
    at = next(str(one["number"]) for one in held if one["field"] == entry)
    office.must("correction", "propose", number, at, "--why", "niet_ter_zake")
    ran = office.wkc("--json", "request", "decide", number, "--decision", "toegewezen")
    assert (ran.error["name"] if ran.code else None) == error


@pytest.mark.parametrize(("kind", "code"), [("bewindvoerder", 3), ("curator", 0)])
def test_a_whole_dossier_is_removed_only_for_who_acts_in_everything(office: Stage, kind: str, code: int) -> None:
    number = identified(office, "verwijdering", kind=kind)
    assert office.wkc("request", "decide", number, "--decision", "toegewezen").code == code


def test_a_paper_for_one_address_gives_no_more_than_that(office: Stage) -> None:
    number = identified(office, "afschrift", categories="2")
    refused(office.wkc("--json", "request", "decide", number, "--decision", "toegewezen"), "mandate_too_narrow")
    rest = [word for category in range(4, 31) for word in ("--omit", str(category))]
    office.must(
        "request", "decide", number, "--decision", "deels", "--code", "machtiging", *rest, stdin="Alleen adres."
    )


def test_a_copy_in_part_for_want_of_a_mandate_is_without_all_that_it_does_not_reach(office: Stage) -> None:
    number = identified(office, "afschrift", categories="2")
    words = ("request", "decide", number, "--decision", "deels", "--code", "machtiging")
    left_out = office.json(*words, stdin="Alleen adres.")["request"]["ruling"]["left_out"]
    assert [category for category, _entry in left_out] == [*range(4, 31)]


NOTE = "Zij is bang voor haar man."


@once
def copied(stage: Stage, number: str) -> dict[str, Any]:
    stage.must("request", "decide", number, "--decision", "deels", "--code", "machtiging", stdin="Alleen dat.")
    stage.must("request", "notify", number)
    stage.must("request", "review", number, "--keep-all")
    place = stage.folder / f"{number}.json"
    stage.must("inzage", "export", "2026-1", "--request", number, "--format", "json", "--output", str(place))
    copy: dict[str, Any] = json.loads(place.read_text(encoding="utf-8"))
    return copy


@once
def fill(stage: Stage) -> None:
    """Put a contact, a consent, a disclosure and a request of the client's own on file."""
    stage.must("party", "add", "UWV", "--kind", "instantie", "--body", "uwv")
    stage.must("contact", "log", "2026-1", "--kind", "gesprek", "--note", stdin=NOTE)
    given = ("--channel", "brief", "--ground", "wettelijk_voorschrift", "--law", "wia", "--citation", "art. 54")
    stage.must("disclosure", "log", "2026-1", "--recipient", "UWV", *given, "--categories", "1,2,16")
    consent = ("--purpose", "bemiddeling", "--categories", "1,25", "--how", "schriftelijk")
    stage.must("consent", "give", "2026-1", "--recipient", "UWV", *consent)
    stage.must("request", "receive", "2026-1", "--kind", "bezwaar", "--words", stdin=NOTE)


def test_a_copy_for_one_address_tells_nothing_else_of_the_dossier(office: Stage) -> None:
    fill(office)
    copy = copied(office, identified(office, "afschrift", categories="2"))
    assert NOTE not in json.dumps(copy, ensure_ascii=False)
    parts = ("contacten", "afspraken", "toestemmingen", "rapportages", "raadplegingen")
    assert [part for part in parts if copy[part]] == []
    assert [one["kenmerk"] for one in copy["verzoeken"]] == ["V2026-0002"]
    assert {one["verzoek"] for one in copy["brieven"]} == {"V2026-0002"}
    (recipient,) = copy["ontvangers"]
    assert [one["nummer"] for one in recipient["soorten"]] == [1, 2]
    assert copy["weggelaten"][-1]["nummer"] is None
    assert copy["weggelaten"][-1]["naam"].startswith("Contacten, verzoeken, brieven")


def test_a_mentor_reads_the_contacts_and_a_bewindvoerder_does_not(office: Stage) -> None:
    fill(office)
    mentor = copied(office, identified(office, "afschrift", kind="mentor", document="beschikking"))
    money = copied(office, identified(office, "afschrift", kind="bewindvoerder", document="beschikking"))
    assert [one["notitie"] for one in mentor["contacten"]] == [NOTE]
    assert money["contacten"] == []
    assert [[one["nummer"] for one in of["soorten"]] for of in money["ontvangers"]] == [[1, 2, 16]]
    assert mentor["ontvangers"] == []  # Name and address are in nearly each; none of its own matters went.


def test_the_paper_of_such_a_copy_says_what_is_left_out(office: Stage) -> None:
    fill(office)
    number = identified(office, "afschrift", categories="2")
    copied(office, number)
    place = office.folder / "copy.pdf"
    office.must("inzage", "export", "2026-1", "--request", number, "--output", str(place))
    printed = text_of(place.read_bytes())
    assert squeezed("voor zover de machtiging daar niet over gaat") in printed
    assert squeezed("Hierover staat niets in deze kopie:") in printed
    assert squeezed("is niets vastgelegd") not in printed
    assert squeezed("geen contacten met u") not in printed


def test_a_mandate_in_force_is_no_ground_to_refuse(office: Stage) -> None:
    number = identified(office, "inzage")
    ran = office.wkc(
        "--json", "request", "decide", number, "--decision", "afgewezen", "--code", "machtiging", stdin="Geen papier."
    )
    refused(ran, "refusal_contradicted")
