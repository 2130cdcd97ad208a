"""Of what a user may not see nothing shows but, beside ordinary data, that there is more: no count, class or day.

Two registers are worked in alike; in one the client has one sealed value, in the other many, of every sealed class,
recorded on other days, contested, held, released and consented to. A medewerker sees the same in both.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.stage import Stage

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1", "--special-basis", "uavg_30,uavg_25")
CRIMINAL = ("--criminal-basis", "uavg_33")
RANDOM = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{32,64}\b|\d\d:\d\d:\d\d|/\S+")
FEW = {
    "geslachtsnaam": "Berg",
    "burgerservicenummer": "999083016",
    "woonplaats": "Alkmaar",
    "gezondheid": "kan niet tillen",
}
MANY = FEW | {
    "gezondheid": "kan niet tillen; slaapt slecht",
    "ziekmelding": "2026-01-05",
    "sociale_gegevens": "woont alleen",
    "geboorteland_ouder": "China",
    "detentie": "PI Alkmaar",
    "justitieel_verleden": "een veroordeling",
}


def made(folder: Path, row: dict[str, str]) -> Stage:
    """Make an office with a medewerker, management and one client; all that follows happens in both."""
    folder.mkdir(mode=0o700)
    stage = Stage(folder).founded()
    for user, role in (("mo", "medewerker"), ("mana", "management")):
        person = ("--name", user, "--role", role, "--function", "f")
        stage.must("user", "designate", user, *person, "--new-password-file", str(stage.password_file))
    stage.must("party", "add", "Gemeente Alkmaar", "--kind", "opdrachtgever")
    stage.must("settings", "set", "houder.address", "Kade 1, Alkmaar")
    stage.must("client", "import", "-", *ORDER, *CRIMINAL, stdin=json.dumps([row]))
    stage.must("client", "record", "2026-1", "adres", "--source", "geregistreerde", stdin="Weglaan 13")
    return stage


def consent(stage: Stage, categories: str) -> None:
    words = ("--purpose", "voortgang", "--categories", categories, "--how", "schriftelijk")
    stage.must("consent", "give", "2026-1", "--recipient", "Gemeente Alkmaar", *words)


def few(folder: Path) -> Stage:
    """Make the office of one sealed value, with a request that names nothing and a consent that is ordinary."""
    stage = made(folder, FEW)
    stage.must("request", "receive", "2026-1", "--kind", "verwijdering")
    consent(stage, "1,3")
    return stage


def many(folder: Path) -> Stage:
    """Make the office of many sealed values, with all that names them elsewhere."""
    stage = made(folder, MANY)
    held = stage.json("client", "show", "2026-1")["dossier"]["entries"]
    numbers = {entry["field"]: str(entry["number"]) for entry in held}
    stage.must("request", "receive", "2026-1", "--kind", "verwijdering")
    consent(stage, "1,3,24,26")
    for field in ("detentie", "gezondheid"):
        stage.must("correction", "propose", "V2026-1", numbers[field], "--why", "niet_ter_zake")
    words = ("--ground", "wettelijk_voorschrift", "--citation", "AWR art. 52", "--until", "2035-01-01")
    stage.must("retention", "hold", "2026-1", *words, "--categories", "24,26")
    return stage


def texts(stage: Stage, user: str, *argv: str, stdin: str = "") -> tuple[int, str, str]:
    """Give what a user sees, without what is random or the time of the day."""
    who = Stage(stage.folder, user, stage.now)
    ran = who.wkc(*argv, stdin=stdin)
    return ran.code, RANDOM.sub("·", ran.out), RANDOM.sub("·", ran.err)


LOOKS = (
    ("client", "show", "2026-1"),
    ("client", "show", "Berg"),
    ("client", "list"),
    ("client", "find", "Be"),
    ("contact", "list", "2026-1"),
    ("consent", "list", "2026-1"),
    ("document", "list", "2026-1"),
    ("form", "list", "2026-1"),
    ("request", "list"),
    ("request", "show", "V2026-1"),
    ("letter", "list"),
    ("agenda",),
    ("audit", "list"),
    ("audit", "list", "--client", "2026-1"),
    ("disclosure", "list", "2026-1"),
    ("retention", "due"),
    ("doctor",),
)


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> tuple[Stage, Stage]:
    folder = tmp_path_factory.mktemp("withheld")
    return few(folder / "few"), many(folder / "many")


@pytest.mark.parametrize("form", [(), ("--json",)], ids=["screen", "json"])
@pytest.mark.parametrize("argv", LOOKS, ids=" ".join)
@pytest.mark.parametrize("user", ["mo", "mana"])
def test_a_look_shows_the_same_whatever_is_withheld(
    offices: tuple[Stage, Stage], user: str, argv: tuple[str, ...], form: tuple[str, ...]
) -> None:
    one, other = (texts(stage, user, *form, *argv) for stage in offices)
    assert one == other


def test_the_medewerker_is_told_once_that_there_is_more(offices: tuple[Stage, Stage]) -> None:
    _few, stage = offices
    _code, out, _err = texts(stage, "mo", "client", "show", "2026-1")
    assert out.count("There are withheld data besides.") == 1
    dossier = Stage(stage.folder, "mo", stage.now).json("client", "show", "2026-1")["dossier"]
    assert dossier["withheld"] is True
    assert {entry["number"] for entry in dossier["entries"]} == {0}
    assert dossier["holds"] == []
    for word in ("gezondheid", "detentie", "justitieel", "ziekmelding", "uavg"):
        assert word not in json.dumps(dossier)


def test_management_sees_no_more_of_it_with_a_reason(offices: tuple[Stage, Stage]) -> None:
    shown = []
    for stage in offices:
        why = str(stage.file("why", "kwartaalgesprek met de gemeente"))
        shown.append(texts(stage, "mana", "--json", "--break-glass-file", why, "client", "show", "2026-1"))
    assert shown[0] == shown[1]
    assert json.loads(shown[0][1])["data"]["dossier"]["withheld"] is True


@pytest.mark.parametrize("make", [few, many])
def test_a_medewerker_replaces_nothing_unseen_whether_it_is_there_or_not(
    tmp_path: Path, make: Callable[[Path], Stage]
) -> None:
    stage = make(tmp_path / "office")
    record = ("client", "record", "2026-1", "detentie", "--source", "geregistreerde", "--grondslag", "uavg_33")
    code, _out, err = texts(stage, "mo", "--json", *record, "--instead", stdin="geen")
    assert (code, json.loads(err)["error"]["name"]) == (4, "not_permitted")
    assert texts(stage, "mo", *record, stdin="geen")[0] == 0


@pytest.mark.parametrize("make", [few, many])
def test_a_notice_that_names_unseen_categories_is_not_made_by_the_medewerker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], Stage]
) -> None:
    stage = make(tmp_path / "office")
    table = tmp_path / "table"
    table.mkdir()
    monkeypatch.chdir(table)
    for more in ([], ["--print"]):
        code, _out, err = texts(stage, "mo", "--json", "letter", "notify", "2026-1", *more)
        assert (code, json.loads(err)["error"]["name"]) == (4, "not_permitted")
    assert list(table.iterdir()) == []
    stage.must("client", "record", "2026-1", "postcode", "--source", "geregistreerde", stdin="1811 AB")
    assert texts(stage, "anna", "letter", "notify", "2026-1")[0] == 0


def test_who_sees_all_sees_each_with_its_number(offices: tuple[Stage, Stage]) -> None:
    _few, stage = offices
    dossier = stage.json("client", "show", "2026-1")["dossier"]
    assert dossier["withheld"] is False
    assert sorted(entry["number"] for entry in dossier["entries"]) == list(range(1, 12))
    assert [hold["categories"] for hold in dossier["holds"]] == [[24, 26]]


@pytest.mark.parametrize("more", [("--dry-run",), (), ("--replace",)], ids=["dry", "in", "replace"])
def test_a_list_that_is_taken_in_again_tells_nothing_of_what_was_there(tmp_path: Path, more: tuple[str, ...]) -> None:
    """The medewerker knows the list; whether its sealed values were on file already is another thing."""
    row = json.dumps([MANY | {"gezondheid": "kan niet tillen"}])
    order = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A2", "--special-basis", "uavg_30,uavg_25")
    offices = few(tmp_path / "few"), many(tmp_path / "many")
    one, other = (
        texts(stage, "mo", "--json", "client", "import", "-", *order, *CRIMINAL, *more, stdin=row) for stage in offices
    )
    assert one == other
    assert one[0] == 0
