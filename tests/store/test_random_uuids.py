"""Uuids leave the register in the ledger and the log: they tell nothing of when or in which order rows were made."""

import json
from itertools import pairwise
from uuid import UUID

from tests.stage import PASSWORD, Stage
from wkc.procedures.core.session import Session
from wkc.vault.database.register import open_alone
from wkc.vault.files.home import Home

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
COUNT = 24


def uuids(stage: Stage) -> dict[str, list[UUID]]:
    """Give every uuid of the register, table by table, in the order of the rows."""
    session = Session(stage.environment(), stage.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)
    with open_alone(Home(stage.home), session.identity) as register:
        read = register.connection.execute
        tables = [name for (name,) in read("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
        having = [name for name in tables if any(row[1] == "uuid" for row in read(f"PRAGMA table_info({name})"))]
        rows = {name: read(f"SELECT uuid FROM {name} ORDER BY rowid").fetchall() for name in having}
        return {name: [UUID(bytes=row[0]) for row in rows[name]] for name in having}


def test_every_uuid_is_random_and_their_order_tells_nothing(stage: Stage) -> None:
    people = [{"geslachtsnaam": f"Achternaam {place}", "telefoon": "072 000 00 00"} for place in range(COUNT)]
    stage.must("client", "import", "-", *ORDER, stdin=json.dumps(people))
    stage.must("contact", "log", "2026-1", "--on", "2026-11-02", "--kind", "gesprek", "--note", stdin="Ging goed.")
    stage.must("backup", "create", "--to", str(stage.folder))
    found = uuids(stage)
    assert {"client", "entry", "contact", "party", "assignment", "backup"} <= {name for name in found if found[name]}
    assert {uuid.version for of_table in found.values() for uuid in of_table} == {4}
    for name in ("client", "entry", "assignment"):
        rises = sum(first < second for first, second in pairwise(found[name]))
        assert 0 < rises < len(found[name]) - 1


def test_a_run_names_them_in_no_order_of_the_list(stage: Stage) -> None:
    people = [
        {"geslachtsnaam": f"N{n}", "geregistreerd_op": "2020-01-01", "laatste_contact": "2021-11-30"}
        for n in range(COUNT)
    ]
    stage.must("client", "import", "-", *ORDER, stdin=json.dumps(people))
    came = uuids(stage)["client"]
    stage.must("retention", "run")
    stage.now = stage.now.replace(month=12)
    stage.must("retention", "run", "--confirm", stdin="De klok staat goed.")
    lines = map(json.loads, (stage.home / "destroyed.jsonl").read_text(encoding="utf-8").splitlines())
    named = [UUID(line["uuid"]) for line in lines if line["kind"] == "dossier"]
    assert set(named) == set(came)
    assert named != came


def test_what_the_ledger_names_tells_nothing_of_the_order_of_the_list(stage: Stage) -> None:
    stage.must("client", "import", "-", *ORDER, stdin=json.dumps([{"geslachtsnaam": f"N{n}"} for n in range(COUNT)]))
    for number in range(1, COUNT + 1):
        stage.must("--yes", "client", "destroy", f"2026-{number}", "--vergissing")
    lines = map(json.loads, (stage.home / "destroyed.jsonl").read_text(encoding="utf-8").splitlines())
    named = [UUID(line["uuid"]) for line in lines if line["kind"] == "dossier"]
    assert len(named) == COUNT
    assert named != sorted(named)
    assert {uuid.version for uuid in named} == {4}
