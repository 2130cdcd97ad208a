"""Of a value of a sealed class the row tells who may not open it nothing; what needs its category works all the same.

Whoever holds a register key can read rows with tools of their own, a medewerker and the service account among them.
"""

import json
import shutil
from pathlib import Path
from typing import Any

from tests.prepared import prepared
from tests.procedures.test_correction import answer, apply, ask
from tests.procedures.test_retention import ORDER, on, run
from tests.stage import PASSWORD, Stage
from wkc.procedures.core.session import Session
from wkc.vault.database.register import open_shared
from wkc.vault.files.home import Home

GROUNDS = ("--special-basis", "uavg_30", "--criminal-basis", "uavg_33")
PERSON = {
    "geslachtsnaam": "Berg",
    "woonplaats": "Alkmaar",
    "gezondheid": "kan niet tillen",
    "detentie": "PI Alkmaar",
    "justitieel_verleden": "een veroordeling",
    "ziekmelding": "2020-01-05",
    "geregistreerd_op": "2020-01-01",
    "laatste_contact": "2021-11-30",
}
DUTY = ("--ground", "wettelijk_voorschrift", "--citation", "WJSG 1", "--until", "2030-01-01")
CRIMINAL = ("--source", "geregistreerde", "--grondslag", "uavg_33")


@prepared
def office(stage: Stage) -> Stage:
    """A client whose term ends on 2026-11-30 with four values of the sealed classes; medewerker mo, service cron."""
    new = ("--new-password-file", str(stage.password_file))
    stage.must("user", "designate", "mo", "--name", "M", "--role", "medewerker", "--function", "f", *new)
    key = str(stage.folder / "cron.key")
    stage.must("user", "designate", "cron", "--service", "--responsible", "anna", "--key-file", key)
    stage.must("client", "import", "-", *ORDER, *GROUNDS, stdin=json.dumps([PERSON]))
    return stage


def as_mo(stage: Stage) -> Stage:
    return Stage(stage.folder, "mo", stage.now)


def as_cron(stage: Stage) -> Stage:
    return Stage(stage.folder, "cron", stage.now, credentials=stage.folder / "cron.key")


def register(stage: Stage) -> Path:
    (path,) = stage.home.glob("register-*.db")
    return path


def rows(stage: Stage, sql: str) -> list[dict[str, Any]]:
    """Read rows as the medewerker, who holds the register key, with tools of her own."""
    session = Session(as_mo(stage).environment(), stage.home, "mo", lambda: PASSWORD, lambda _n, _c: None)
    with open_shared(Home(stage.home), session.identity) as opening:
        return [dict(zip(row.keys(), row, strict=True)) for row in opening.connection.execute(sql)]


def held(stage: Stage) -> dict[str, str]:
    found = stage.json("client", "show", "2020-1")["dossier"]["entries"]
    return {entry["field"]: entry["value"] for entry in found if entry["closed_at"] is None}


def test_no_row_says_of_which_field_or_class_ground_or_day_a_sealed_value_is(office: Stage) -> None:
    office.must("client", "record", "2020-1", "detentie", *CRIMINAL, stdin="vrij")
    sealed = rows(office, "SELECT * FROM entry WHERE sealed IS NOT NULL")
    every = [*sealed, *rows(office, "SELECT * FROM audit")]
    plain = "\n".join(value for row in every for value in row.values() if isinstance(value, str))
    for word in ("gezondheid", "detentie", "justitieel", "ziekmelding", "uavg_", "2020-01-05", "geregistreerde"):
        assert word not in plain
    assert [row["field"] for row in sealed] == [None] * 5


def test_a_run_of_the_service_account_keeps_what_a_hold_of_one_category_keeps(office: Stage) -> None:
    office.must("retention", "hold", "2020-1", *DUTY, "--categories", "24,26")
    as_mo(office).must("client", "record", "2020-1", "detentie", *CRIMINAL, stdin="vrij")
    as_cron(office).must("retention", "run")
    gone: Any = run(as_cron(on(office, "2026-12-01")))
    assert [one["kept"] for one in gone["destroyed"]] == [[1, 24, 26]]
    assert held(office).keys() == {"geslachtsnaam", "detentie", "justitieel_verleden"}


def test_and_destroys_all_where_the_hold_keeps_another_category(office: Stage) -> None:
    office.must("retention", "hold", "2020-1", *DUTY, "--categories", "29")
    as_cron(office).must("retention", "run")
    run(as_cron(on(office, "2026-12-01")))
    assert held(office).keys() == {"geslachtsnaam"}


def test_an_older_file_without_the_hold_is_completed_by_who_can_open_what_the_hold_kept(office: Stage) -> None:
    run(office)
    before = office.folder / "before.db"
    shutil.copy(register(office), before)
    office.must("retention", "hold", "2020-1", *DUTY, "--categories", "24")
    run(on(office, "2026-12-01"))
    shutil.copy(before, register(office))
    assert as_mo(office).wkc("--json", "client", "list").error["name"] == "removals_unproved"
    office.must("audit", "accept", "--removals", stdin="Back-up teruggezet.")
    assert held(office).keys() == {"geslachtsnaam", "detentie"}


def test_a_value_recorded_in_a_restricted_field_is_restricted_whoever_records_it(office: Stage) -> None:
    this_year = {name: value for name, value in PERSON.items() if not name.endswith(("_op", "_contact"))}
    office.must("client", "import", "-", *ORDER[:3], "A2", *GROUNDS, stdin=json.dumps([this_year]))
    number = ask(office, "beperking", {"of": "detentie", "why": "onjuist"})
    answer(office, number, "toegewezen", why="Wij zoeken het uit.")
    apply(office, number)
    for field in ("detentie", "justitieel_verleden"):
        as_mo(office).must("client", "record", "2026-1", field, *CRIMINAL, stdin="later")
    entries = office.json("client", "show", "2026-1")["dossier"]["entries"]
    marks = [
        (entry["field"], entry["value"], entry["beperkt"])
        for entry in entries
        if entry["field"] in {"detentie", "justitieel_verleden"}
    ]
    assert marks == [
        ("detentie", "PI Alkmaar", True),
        ("detentie", "later", True),
        ("justitieel_verleden", "een veroordeling", False),
        ("justitieel_verleden", "later", False),
    ]


def test_a_list_waits_where_a_value_that_its_maker_cannot_open_is_secret(office: Stage) -> None:
    order = (*ORDER[:3], "A2", *GROUNDS)
    again = json.dumps([{"geslachtsnaam": "Berg", "burgerservicenummer": "999083016", "gezondheid": "slaapt slecht"}])
    office.must("client", "record", "2020-1", "burgerservicenummer", "--source", "geregistreerde", stdin="999083016")
    secret = ("--source", "geregistreerde", "--grondslag", "uavg_30", "--geheim", "beroep")
    office.must("client", "record", "2020-1", "gezondheid", *secret, stdin="van de arts")
    as_mo(office).must("client", "import", "-", *order, stdin=again)
    waiting = office.json("client", "supplied", "2020-1")["values"]
    assert [(one["supplied"]["field"], one["supplied"]["reason"]) for one in waiting] == [("gezondheid", "geheim")]
