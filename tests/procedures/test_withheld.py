"""Of what a user may not see nothing shows but, beside ordinary data, that there is more: no count, class or day.

Registers are worked in alike; in one the client has one sealed value, in another many, of every sealed class,
recorded on other days, contested, held, mandated, in documents, taken back and consented to. A medewerker sees the same
in both, and in one without any the same but for the word that there is more.
"""

import functools
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import copy_stage
from tests.prepared import copy_prepared
from tests.procedures.test_mandate import JANSEN
from tests.stage import Stage
from wkc.records.user import Role
from wkc.rules.access.permission import GRANTS

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1", "--special-basis", "uavg_30,uavg_25")
CRIMINAL = ("--criminal-basis", "uavg_33")
MORE = re.compile(r"^There (are withheld data besides|is more that your role does not see)\.\n", re.MULTILINE)
IN_JSON = ('"withheld": true', '"withheld": false')
RECORD = ("--source", "geregistreerde", "--grondslag", "uavg_33")
RANDOM = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{32,64}\b|\d\d:\d\d:\d\d|/\S+ *")
FEW = {
    "geslachtsnaam": "Berg",
    "burgerservicenummer": "999083016",
    "woonplaats": "Alkmaar",
    "gezondheid": "kan niet tillen",
}
NONE = {name: value for name, value in FEW.items() if name != "gezondheid"}
MANY = FEW | {
    "gezondheid": "kan niet tillen; slaapt slecht",
    "ziekmelding": "2026-01-05",
    "sociale_gegevens": "woont alleen",
    "geboorteland_ouder": "China",
    "detentie": "PI Alkmaar",
    "justitieel_verleden": "een veroordeling",
}


Seen = tuple[int, str, str]
"""The exit code of a command, and what it writes to its two streams, without what is random or the time of the day."""


def staffed(stage: Stage) -> Stage:
    """Give an office a medewerker and management."""
    for user, role in (("mo", "medewerker"), ("mana", "management")):
        person = ("--name", user, "--role", role, "--function", "f")
        stage.must("user", "designate", user, *person, "--new-password-file", str(stage.password_file))
    stage.must("settings", "set", "houder.address", "Kade 1, Alkmaar")
    return stage


def take_in(stage: Stage, row: dict[str, str]) -> Stage:
    """Take the one client of an office in; all that follows happens in each of them."""
    stage.must("client", "import", "-", *ORDER, *CRIMINAL, stdin=json.dumps([row]))
    stage.must("client", "record", "2026-1", "adres", "--source", "geregistreerde", stdin="Weglaan 13")
    return stage


def consent(stage: Stage, categories: str) -> None:
    """Have the client, and then somebody who acts for it, consent to the same categories."""
    words = ("--purpose", "voortgang", "--categories", categories, "--how", "schriftelijk")
    mandate = json.dumps(JANSEN | {"categories": categories})
    stage.must("consent", "give", "2026-1", "--recipient", "Gemeente Alkmaar", *words)
    by_jansen = ("--from", "2026-11-02", "--mandate", "-")
    stage.must("consent", "give", "2026-1", "--recipient", "Gemeente Alkmaar", *words, *by_jansen, stdin=mandate)


def paper(stage: Stage, category: str, *ground: str) -> None:
    """Write down a paper of the dossier that lies at a place and must go within the time of the agenda."""
    words = ("--category", category, "--source", "geregistreerde", "--where", "kast 2", "--destroy-on", "2026-11-30")
    stage.must("document", "place", "2026-1", *words, *ground)


def none(stage: Stage) -> Stage:
    """Make the office of a client without sealed values, with a request, a consent and a paper that are ordinary."""
    return worked_in(take_in(stage, NONE))


def few(stage: Stage) -> Stage:
    """Make the office of one sealed value, and a paper of its class."""
    worked_in(take_in(stage, FEW))
    paper(stage, "gezondheid", "--grondslag", "uavg_30")
    return stage


def worked_in(stage: Stage, categories: str = "1,3") -> Stage:
    """Do what happens in every office."""
    stage.must("request", "receive", "2026-1", "--kind", "verwijdering")
    consent(stage, categories)
    by_jansen = json.dumps(JANSEN | {"categories": categories})
    stage.must("request", "receive", "2026-1", "--kind", "inzage", "--mandate", "-", stdin=by_jansen)
    paper(stage, "adres")
    return stage


def many(stage: Stage) -> Stage:
    """Make the office of many sealed values, with all that names them elsewhere."""
    worked_in(take_in(stage, MANY), "1,3,24,26")
    held = stage.json("client", "show", "2026-1")["dossier"]["entries"]
    numbers = {entry["field"]: str(entry["number"]) for entry in held}
    for field in ("detentie", "justitieel_verleden"):
        paper(stage, field, "--grondslag", "uavg_33")
    stage.must("client", "record", "2026-1", "detentie", *RECORD, stdin="vergissing")
    last = str(max(entry["number"] for entry in stage.json("client", "show", "2026-1")["dossier"]["entries"]))
    stage.must("client", "mistake", "2026-1", last, "--reason", "typefout", stdin="Verkeerde regel.")
    for field in ("detentie", "gezondheid"):
        stage.must("correction", "propose", "V2026-1", numbers[field], "--why", "niet_ter_zake")
    words = ("--ground", "wettelijk_voorschrift", "--citation", "AWR art. 52", "--until", "2035-01-01")
    stage.must("retention", "hold", "2026-1", *words, "--categories", "24,26")
    return stage


def texts(stage: Stage, user: str, *argv: str, stdin: str = "") -> Seen:
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
    ("request", "list", "2026-1"),
    ("request", "list", "--all"),
    ("request", "show", "V2026-1"),
    ("request", "show", "V2026-2"),
    ("letter", "list"),
    ("agenda",),
    ("contact", "planned", "2026-1"),
    ("party", "list"),
    ("party", "show", "Gemeente Alkmaar"),
    ("party", "person", "list", "Gemeente Alkmaar"),
    ("settings", "show"),
    ("whoami",),
    ("audit", "list"),
    ("audit", "list", "--client", "2026-1"),
    ("disclosure", "list", "2026-1"),
    ("retention", "due"),
    ("doctor",),
)


MAKERS = (none, few, many)


@pytest.fixture(scope="module")
def originals(with_party: Stage, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Stage]:
    """The offices by the name of what makes them, made once; nothing is done in them, tests have copies."""
    office = staffed(copy_stage(with_party, tmp_path_factory.mktemp("staffed")))
    return {make.__name__: make(copy_prepared(office, tmp_path_factory.mktemp(make.__name__))) for make in MAKERS}


@pytest.fixture(scope="module")
def offices(originals: dict[str, Stage], tmp_path_factory: pytest.TempPathFactory) -> tuple[Stage, Stage]:
    """Few and many, to look at only."""
    return copy_of(originals, "few", tmp_path_factory.mktemp("f")), copy_of(
        originals, "many", tmp_path_factory.mktemp("m")
    )


@pytest.fixture(scope="module")
def look(
    originals: dict[str, Stage], offices: tuple[Stage, Stage], tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., Seen]:
    """A look at the office of a name as a user: once, however many tests compare with it."""
    stages = dict(zip(("few", "many"), offices, strict=True))
    stages["none"] = copy_of(originals, "none", tmp_path_factory.mktemp("n"))
    return functools.cache(lambda office, user, *argv: texts(stages[office], user, *argv))


def copy_of(originals: dict[str, Stage], office: str, folder: Path) -> Stage:
    """Copy the office of a name into a folder."""
    return copy_prepared(originals[office], folder)


@pytest.mark.parametrize("form", [(), ("--json",)], ids=["screen", "json"])
@pytest.mark.parametrize("argv", LOOKS, ids=" ".join)
@pytest.mark.parametrize("user", ["mo", "mana"])
def test_a_look_shows_the_same_whatever_is_withheld(
    look: Callable[..., Seen], user: str, argv: tuple[str, ...], form: tuple[str, ...]
) -> None:
    one, other = (look(office, user, *form, *argv) for office in ("few", "many"))
    assert one == other


@pytest.mark.parametrize("argv", LOOKS, ids=" ".join)
def test_and_without_any_nothing_lacks_but_the_word_that_there_is_more(
    look: Callable[..., Seen], argv: tuple[str, ...]
) -> None:
    for form in ((), ("--json",)):
        lacking, seen = (look(office, "mo", *form, *argv) for office in ("none", "few"))
        code, out, err = seen
        assert code in {0, 4}
        assert (code, MORE.sub("", out).replace(*IN_JSON), err) == lacking


def test_every_action_of_the_medewerker_that_shows_anything_is_among_the_looks() -> None:
    shown = {action for action in GRANTS[Role.MEDEWERKER].actions if action.endswith((".list", ".show", ".find"))}
    looked = {".".join(argv[:2]) for argv in LOOKS} | {"agenda.show", "appointment.list", "person.list"}
    assert shown <= looked
    assert {("contact", "planned"), ("party", "person")} <= {argv[:2] for argv in LOOKS}
    assert ("agenda",) in LOOKS


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


@pytest.mark.parametrize("office", ["few", "many"])
def test_a_medewerker_replaces_nothing_unseen_whether_it_is_there_or_not(
    originals: dict[str, Stage], tmp_path: Path, office: str
) -> None:
    stage = copy_of(originals, office, tmp_path)
    record = ("client", "record", "2026-1", "detentie", "--source", "geregistreerde", "--grondslag", "uavg_33")
    code, _out, err = texts(stage, "mo", "--json", *record, "--instead", stdin="geen")
    assert (code, json.loads(err)["error"]["name"]) == (4, "not_permitted")
    assert texts(stage, "mo", *record, stdin="geen")[0] == 0


@pytest.mark.parametrize("office", ["few", "many"])
def test_a_notice_that_names_unseen_categories_is_not_made_by_the_medewerker(
    originals: dict[str, Stage], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, office: str
) -> None:
    stage = copy_of(originals, office, tmp_path)
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
def test_a_list_that_is_taken_in_again_tells_nothing_of_what_was_there(
    originals: dict[str, Stage], tmp_path: Path, more: tuple[str, ...]
) -> None:
    """The medewerker knows the list; whether its sealed values were on file already is another thing."""
    row = json.dumps([MANY | {"gezondheid": "kan niet tillen"}])
    order = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A2", "--special-basis", "uavg_30,uavg_25")
    offices = (copy_of(originals, office, tmp_path / office) for office in ("few", "many"))
    one, other = (
        texts(stage, "mo", "--json", "client", "import", "-", *order, *CRIMINAL, *more, stdin=row) for stage in offices
    )
    assert one == other
    assert one[0] == 0
