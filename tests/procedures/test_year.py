"""The figures of a year equal those of plain Python over 500 dossiers with all that happened to them, in any year."""

import json
import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.conftest import copy_stage
from tests.documents.pdf import opened, squeezed, text_of
from tests.procedures.test_act import session
from tests.procedures.year_dossiers import Dossier, generate, put
from tests.procedures.year_oracle import expected
from tests.stage import Stage
from wkc.procedures.core.act import act
from wkc.procedures.disclosure.disclosure import refuse_caller
from wkc.procedures.operations.year import gather
from wkc.records.year import DisclosureFact, YearFacts
from wkc.rules.regulation.year import list_cells, list_public_figures

DOSSIERS = 500
YEARS = range(2021, 2027)
OF_THE_LOG = {"datalekken", "toezicht"}


@dataclass
class Office:
    """A register with many dossiers, and what they are made of."""

    stage: Stage
    dossiers: list[Dossier]


@pytest.fixture(scope="module")
def busy(original: Stage, tmp_path_factory: pytest.TempPathFactory) -> Office:
    """An office with 500 dossiers since 2022, of which some are destroyed."""
    stage = copy_stage(original, tmp_path_factory.mktemp("year"))
    names = {"instantie": "UWV", "werkgever": "Bakkerij", "derde": "Taxi", "opdrachtgever": "Gemeente Bergen"}
    for kind, name in names.items():
        body = ("--body", "uwv") if kind == "instantie" else ()
        stage.must("party", "add", name, "--kind", kind, *body)
    chance = random.Random(19)  # noqa: S311  (no secret: dossiers)
    dossiers = [generate(chance) for _ in range(DOSSIERS)]
    with act(session(stage), "user.whoami") as action:
        parties = dict(action.store.connection.execute("SELECT kind, max(id) FROM party GROUP BY kind").fetchall())
        for one in dossiers:
            put(action, one, parties)
    return Office(stage, dossiers)


NEW_YEAR = datetime(2027, 1, 1, 9, tzinfo=UTC)


def made(stage: Stage, year: int, form: str = "json") -> Path:
    place = stage.folder / f"{year}.{form}"
    later = Stage(stage.folder, "anna", max(stage.now, NEW_YEAR))
    later.must("--yes", "report", "year", str(year), "--format", form, "--output", str(place), "--force")
    return place


def counted(office: Office, year: int) -> dict[tuple[str, ...], int]:
    with act(session(office.stage), "figures.show") as action:
        cells = list_cells(gather(action, year))
    about_people = (one for one in cells if not one.hidden and one.name[0] not in OF_THE_LOG)
    return {tuple(map(str, one.name)): one.value for one in about_people if one.value}


@pytest.mark.parametrize("year", YEARS)
def test_the_figures_equal_those_of_plain_python(busy: Office, year: int) -> None:
    assert counted(busy, year) == dict(expected(busy.dossiers, year))


@pytest.mark.parametrize("year", YEARS)
def test_what_is_published_is_true_and_no_figure_about_people_is_small(busy: Office, year: int) -> None:
    truth = expected(busy.dossiers, year)
    made(busy.stage, year)
    found = busy.stage.json("report", "year", str(year))["figures"]
    for one in found:
        name, value = tuple(one["name"]), one["value"]
        if value is not None and name[0] not in OF_THE_LOG:
            assert value == truth[name]
            assert not 0 < value < 5
    shown = {tuple(one["name"]) for one in found if one["value"] is not None}
    assert {name for name, value in truth.items() if value < 5}.isdisjoint(shown)


def test_on_paper_and_as_json_they_are_the_same(busy: Office) -> None:
    for form in ("pdf", "json"):
        place = str(busy.stage.folder / f"year.{form}")
        busy.stage.must("--yes", "report", "year", "2025", "--format", form, "--output", place)
    made = json.loads((busy.stage.folder / "year.json").read_bytes())
    figures = {(one["onderwerp"], one["rij"], one["kolom"]): one["aantal"] for one in made["cijfers"]}
    truth = expected(busy.dossiers, 2025)
    assert figures["dossiers", "erbij", None] == truth["dossiers", "erbij"]
    pdf = (busy.stage.folder / "year.pdf").read_bytes()
    text = text_of(pdf)
    for said in ("Jaarcijfers 2025", "Verzoeken van mensen over hun gegevens", "alleen op tijd voor de AVG"):
        assert squeezed(said) in text
    with opened(pdf) as paper:
        attached = json.loads(paper.attachments["jaarcijfers.json"].get_file().read_bytes())
    assert attached["cijfers"] == made["cijfers"]


def test_management_sees_the_figures_that_were_made_and_a_coach_does_not(stage: Stage) -> None:
    made(stage, 2025)
    for user, role in (("kees", "coach"), ("mia", "management")):
        who = ("--name", user.title(), "--role", role, "--function", "f")
        password = ("--new-password-file", str(stage.password_file))
        stage.must("user", "designate", user, *who, *password)
        code = Stage(stage.folder, user, stage.now).wkc("report", "year", "2025").code
        assert code == (0 if role == "management" else 4)
    running = Stage(stage.folder, "mia", stage.now).wkc("--json", "report", "year", "2026")
    assert running.error["name"] == "figures_not_made"


def test_a_year_to_come_has_none(stage: Stage) -> None:
    assert stage.wkc("--json", "report", "year", "2027").error["name"] == "year_ahead"


def test_the_log_gives_breaches_drills_and_sign_ins_that_failed(stage: Stage) -> None:
    stage.must("breach", "open", "--kind", "diefstal", "--known-at", "2026-11-23 08:10", stdin="Een laptop.")
    why = '{"ap": "De schijf was open.", "persons": "Geen hoog risico."}'
    stage.must("breach", "decide", "D1", "--ap", "--no-persons", "--from", "-", stdin=why)
    stage.must("breach", "told", "D1", "ap")
    stage.must("breach", "close", "D1", stdin="De schijven zijn nu versleuteld.")
    wrong = stage.file("wrong", "not the password\n")
    Stage(stage.folder, "anna", stage.now, credentials=wrong).wkc("whoami")
    stage.must("whoami")
    (stage.folder / "kopie").mkdir()
    stage.must("backup", "create", "--to", str(stage.folder / "kopie"))
    stage.must("backup", "drill")
    found = {tuple(one["name"]): one["value"] for one in stage.json("report", "year", "2026")["figures"]}
    ones = {name for name, value in found.items() if name[0] in OF_THE_LOG and value}
    assert {found[name] for name in ones} == {1}
    assert ones == {
        ("datalekken", "diefstal"), ("datalekken", "besluit_ap"), ("datalekken", "ap_op_tijd"),
        ("datalekken", "gesloten"), ("toezicht", "mislukte_aanmelding"), ("toezicht", "backup"),
        ("toezicht", "teruggezet_geoefend"),
    }  # fmt: skip


def test_a_decision_in_a_single_case_tells_nothing_of_the_one_that_needed_none() -> None:
    decided = DisclosureFact("dringende_reden", "instantie", "toegestaan", exceptional=True)
    plain = DisclosureFact("dringende_reden", "instantie", "toegestaan", exceptional=False)
    disclosed = (*[decided] * 5, plain)
    facts = YearFacts(date(2025, 1, 1), date(2025, 12, 31), (), disclosed, (), (), (), frozenset(), ())
    found = {one.name: one.value for one in list_public_figures(facts)}
    assert found["verstrekt", "dringende_reden", "totaal"] == 6
    assert found["uitzonderingen", "toegestaan"] is None  # Six less five is one.


@pytest.mark.parametrize("details", ["{}", '{"breach": "D2026-0001", "kind": "diefstal"}'])
def test_a_breach_counts_once_and_also_where_its_lines_do_not_name_it(stage: Stage, details: str) -> None:
    stage.must("breach", "open", "--kind", "diefstal", stdin="Een laptop.")
    with act(session(stage), "figures.show") as action:
        lines = gather(action, 2026)
    (line,) = (one for one in lines.lines if one.action == "breach.open")
    facts = replace(lines, lines=(replace(line, details=json.loads(details)),))
    assert {one.name: one.value for one in list_public_figures(facts)}["datalekken", "diefstal"] == 1


def test_a_breach_that_is_forgotten_still_counts_by_its_lines(stage: Stage) -> None:
    stage.must("breach", "open", "--kind", "diefstal", stdin="Een laptop.")
    with act(session(stage), "figures.show") as action:
        facts = replace(gather(action, 2026), breaches=())
    assert {one.name: one.value for one in list_public_figures(facts)}["datalekken", "diefstal"] == 1


@pytest.mark.parametrize("form", ["pdf", "json"])
def test_a_year_that_runs_gives_no_paper_and_its_figures_are_for_the_beheerder_alone(stage: Stage, form: str) -> None:
    refused = stage.wkc("--json", "report", "year", "2026", "--format", form, "--output", str(stage.folder / "x"))
    assert (refused.code, refused.error["name"]) == (3, "year_not_over")
    assert "2027-01-01" in refused.error["hint"]
    assert not (stage.folder / "x").exists()
    shown = stage.json("report", "year", "2026")
    assert (shown["is_made"], [one for one in shown["figures"] if one["value"] is None]) == (False, [])


def test_two_papers_of_a_year_never_differ_whatever_came_to_light_between_them(stage: Stage) -> None:
    order = ("--opdrachtgever", "Gemeente", "--assignment", "A1")
    stage.must("party", "add", "Gemeente", "--kind", "opdrachtgever")
    names = ("Stapper", "Dal", "Berg", "Vos", "Kok", "Mulder")
    rows = json.dumps([{"geslachtsnaam": name} for name in names])
    stage.must("client", "import", "-", *order, stdin=rows)
    for number in range(1, 6):
        stage.must("request", "receive", f"2026-{number}", "--kind", "inzage", "--on", "2026-11-23")
    first = [made(stage, 2026, form).read_bytes() for form in ("json", "pdf")]
    stage.now = NEW_YEAR + timedelta(days=40)
    stage.must("request", "receive", "2026-6", "--kind", "inzage", "--on", "2026-11-24")
    assert [made(stage, 2026, form).read_bytes() for form in ("json", "pdf")] == first
    asked = {tuple(one["name"]): one["value"] for one in stage.json("report", "year", "2026")["figures"]}
    assert asked["verzoeken", "inzage", "totaal"] == 5


def test_a_caller_who_is_not_on_file_and_heard_nothing_is_a_refusal(stage: Stage) -> None:
    stage.must("party", "add", "UWV", "--kind", "instantie", "--body", "uwv")
    for party in ("UWV", None, None):
        refuse_caller(session(stage), party)
    found = {tuple(one["name"]): one["value"] for one in stage.json("report", "year", "2026")["figures"]}
    assert [found["geweigerd", "beller_onbekend", to] for to in ("instantie", "derde", "totaal")] == [1, 2, 3]
    assert found["geweigerd", "totaal", "totaal"] == 3


def test_the_figures_that_went_out_outlive_a_restored_backup(stage: Stage) -> None:
    stage.now = NEW_YEAR
    backup = stage.json("backup", "create", "--to", str(stage.folder))["path"]
    first = made(stage, 2026).read_bytes()
    stage.must("--yes", "backup", "restore", backup)
    assert made(stage, 2026).read_bytes() == first


def register_some(stage: Stage, reference: str, count: int) -> None:
    rows = "\n".join(["geslachtsnaam", *(f"{reference}{n}" for n in range(count))])
    stage.must("client", "import", "-", "--opdrachtgever", "Gemeente", "--assignment", reference, stdin=rows)


def test_a_year_that_does_not_begin_as_the_last_one_ended_says_so_after_a_restore(stage: Stage) -> None:
    register_some(stage, "Eerder", 20)
    backup = stage.json("backup", "create", "--to", str(stage.folder))["path"]
    register_some(stage, "Later", 10)
    stage.now = NEW_YEAR
    of_2026 = json.loads(made(stage, 2026).read_text(encoding="utf-8"))
    stage.must("--yes", "backup", "restore", backup)
    stage.now = datetime(2028, 1, 1, 9, tzinfo=UTC)
    of_2027 = json.loads(made(stage, 2027).read_text(encoding="utf-8"))
    assert (of_2026["eindVorigJaar"], of_2027["eindVorigJaar"]) == (None, 30)
    printed = text_of(made(stage, 2027, "pdf").read_bytes())
    assert squeezed("Volgens de cijfers van het jaar daarvoor waren het er op de laatste dag 30.") in printed
    assert "At the end of 2026 there were 30 dossiers" in stage.must("report", "year", "2027").out


def test_a_year_that_begins_as_the_last_one_ended_says_nothing_of_it(stage: Stage) -> None:
    register_some(stage, "Eerder", 20)
    stage.now = NEW_YEAR
    made(stage, 2026)
    stage.now = datetime(2028, 1, 1, 9, tzinfo=UTC)
    assert json.loads(made(stage, 2027).read_text(encoding="utf-8"))["eindVorigJaar"] is None


def test_a_person_is_asked_once_before_the_figures_are_made_and_a_script_says_yes(stage: Stage) -> None:
    words = ("report", "year", "2025", "--format", "json", "--force", "--output", str(stage.folder / "x"))
    assert stage.wkc(*words, typed=[("The figures are made once", "no")]).code == 130
    assert not (stage.folder / "x").exists()
    assert stage.json("report", "year", "2025")["is_made"] is False
    unasked = stage.wkc("--json", *words)
    assert (unasked.code, unasked.error["name"], unasked.error["hint"]) == (
        2,
        "no_terminal",
        "Add --yes before the command.",
    )
    assert stage.json("report", "year", "2025")["is_made"] is False
    assert stage.wkc(*words, typed=[("The figures are made once", "yes")]).code == 0
    assert stage.wkc(*words, typed=[]).code == 0
    assert stage.wkc(*words).code == 0
