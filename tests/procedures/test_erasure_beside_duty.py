"""AVG 17.3.b beside art. 10 and 12: what a law keeps stays, says so, and goes by itself when the duty ends."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.documents.pdf import squeezed, text_of
from tests.stage import Stage

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
ROWS = "geslachtsnaam;adres;postcode;woonplaats;inkomsten\nBerg;Laan 1;1811 AB;Alkmaar;120 euro in de week\n"


@pytest.fixture
def office(stage: Stage) -> Stage:
    stage.must("client", "import", "-", *ORDER, stdin=ROWS)
    return stage


def hold(stage: Stage) -> None:
    duty = ("--ground", "wettelijk_voorschrift", "--citation", "AWR art. 52", "--categories", "14")
    stage.must("retention", "hold", "2026-1", *duty, "--until", "2028-12-31")


def asked(stage: Stage) -> str:
    number = str(stage.json("request", "receive", "2026-1", "--kind", "verwijdering")["request"]["number"])
    stage.must("request", "identify", number, "--method", "bekend")
    return number


def in_part(stage: Stage, number: str) -> int:
    words = ("request", "decide", number, "--decision", "deels", "--code", "wettelijke_bewaarplicht")
    return stage.wkc(*words, stdin="De loonadministratie moet blijven.").code


def test_all_is_not_granted_while_a_duty_keeps_part_and_no_duty_is_named_that_is_not_stated(office: Stage) -> None:
    number = asked(office)
    assert in_part(office, number) == 3
    hold(office)
    ran = office.wkc("--json", "request", "decide", number, "--decision", "toegewezen")
    assert (ran.code, ran.error["name"]) == (3, "duty_stands")


def test_the_letter_names_what_stays_why_until_when_and_where_to_complain(office: Stage, tmp_path: Path) -> None:
    hold(office)
    assert in_part(office, asked(office)) == 0
    office.must("letter", "print", "B2026-2", "--output", str(tmp_path / "l.pdf"))
    said = text_of((tmp_path / "l.pdf").read_bytes())
    assert squeezed("bewaard tot en met 31 december 2028 (AWR art. 52)") in said
    assert squeezed("Autoriteit Persoonsgegevens") in said
    assert squeezed("rechtbank") in said.lower()


def test_the_rest_goes_at_once_and_what_stayed_by_itself_when_the_duty_ends(office: Stage) -> None:
    hold(office)
    number = asked(office)
    in_part(office, number)
    office.must("request", "notify", number)
    office.must("--yes", "client", "destroy", "2026-1", "--request", number)
    dossier = office.json("client", "show", "2026-1")["dossier"]
    assert {entry["field"] for entry in dossier["entries"]} == {"geslachtsnaam", "inkomsten"}
    for year, month, day in ((2028, 12, 20), (2029, 1, 12)):
        office.now = datetime(year, month, day, 2, 15, tzinfo=UTC)
        office.wkc("retention", "run")
    assert office.wkc("client", "show", "2026-1").code == 5
