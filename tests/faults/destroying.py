"""A run killed at any moment: what was named goes, all else stays, and the next command opens what it finds."""

import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.each_step import look_once
from tests.faults.killing import Course
from tests.stage import Stage
from wkc.vault.files.home import Home
from wkc.vault.journals import ledger as files

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
GOING, STAYING = 6, 4
DAY = datetime(2026, 12, 1, 9, tzinfo=UTC)


def prepared(stage: Stage) -> Stage:
    """Let six dossiers be announced that go on 2026-12-01, and four that stay."""
    rows = [
        {"geslachtsnaam": f"Naam{n}", "geregistreerd_op": "2020-01-01", "laatste_contact": day, "adres": "Laat 1"}
        for n, day in enumerate(["2021-11-30"] * GOING + ["2025-11-30"] * STAYING)
    ]
    stage.must("client", "import", "-", *ORDER, stdin=json.dumps(rows))
    stage.must("retention", "run")
    stage.now = DAY - timedelta(days=1)
    stage.must("client", "list")  # A line of a day between: the days since the announcement really passed.
    stage.now = DAY
    return stage


def again(stage: Stage, untouched: Path) -> None:
    """Put everything back as it was prepared."""
    stage.now = DAY
    for name in ("register", "state"):
        shutil.rmtree(stage.folder / name)
        shutil.copytree(untouched / name, stage.folder / name)


def work(stage: Stage) -> None:
    stage.must("retention", "run")


def settled(stage: Stage) -> int:
    """Let the next command come, then the next run; give how many the ledger had named, which are gone.

    AssertionError where something stayed that was named, or went that was not.
    """
    named = len(list(files.read_lines(Home(stage.home).ledger)))
    there = {found["name"] for found in stage.json("client", "list")["clients"]}
    gone = GOING + STAYING - len(there)
    assert gone == named, (gone, named)
    assert {f"Naam{n}" for n in range(GOING, GOING + STAYING)} <= there
    stage.must("retention", "run")
    there = {found["name"] for found in stage.json("client", "list")["clients"]}
    assert there == {f"Naam{n}" for n in range(GOING, GOING + STAYING)}
    stage.must("audit", "verify")
    assert stage.json("retention", "run", "--dry-run")["destroy"] == []
    return named


def trial(stage: Stage, count: int = 200) -> str:
    """Kill a run at so many random moments."""
    stage.must("party", "add", "Gemeente Alkmaar", "--kind", "opdrachtgever")
    prepared(stage)
    untouched = shutil.copytree(stage.folder, stage.folder.parent / f"{stage.folder.name}-untouched")
    try:
        course = Course(lambda: work(stage), seed=7)
        seen = set()
        for _ in course.trials(count):
            again(stage, untouched)
            course.cut(lambda: work(stage))
            seen.add(look_once(stage, settled))
        assert seen == {0, GOING}, seen
    finally:
        shutil.rmtree(untouched)
    return f"killed {course.killed} times; before or after each time, and the next run ended it"
