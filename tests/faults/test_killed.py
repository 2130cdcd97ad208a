"""Killed at any of a hundred random moments, a register is as before or as after, and never neither."""

import json
import shutil
from pathlib import Path

import pytest

from tests.faults.killing import killed_after, moments, seconds_of
from tests.stage import PASSWORD, Stage

HUNDRED = 100
ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1", "--special-basis", "uavg_30")
ROWS = [{"geslachtsnaam": f"Rij{n}", "geboortedatum": "1980", "gezondheid": "kan zitten"} for n in range(50)]


def count(stage: Stage) -> int:
    pages = [stage.json("client", "list", "--page", str(number)) for number in range(1, 4)]
    return sum(len(page["clients"]) for page in pages)


def test_an_import_that_is_killed_took_in_everything_or_nothing(stage: Stage) -> None:
    rows = stage.file("rows.json", json.dumps(ROWS))
    untouched = shutil.copytree(stage.folder, stage.folder.parent / "untouched")

    def again() -> None:
        for name in ("register", "state"):
            shutil.rmtree(stage.folder / name)
            shutil.copytree(untouched / name, stage.folder / name)

    def work() -> None:
        stage.must("client", "import", str(rows), *ORDER)

    whole = seconds_of(work)
    assert count(stage) == len(ROWS)
    killed, seen = 0, set()
    for moment in moments(HUNDRED, whole, seed=1):
        again()
        killed += killed_after(moment, work)
        found = count(stage)
        assert found in (0, len(ROWS))
        seen.add(found)
        stage.must("audit", "verify")
    assert killed > HUNDRED / 2
    assert 0 in seen
    again()
    work()
    assert count(stage) == len(ROWS)


@pytest.mark.parametrize("seed", [2])
def test_an_init_that_is_killed_left_a_whole_register_or_none(tmp_path: Path, seed: int) -> None:
    password = tmp_path / "password"
    password.write_text(PASSWORD, encoding="utf-8")

    def bare(number: int) -> Stage:
        folder = tmp_path / str(number)
        folder.mkdir(mode=0o700)
        shutil.copy(password, folder)
        return Stage(folder)

    whole = seconds_of(bare(-1).founded)
    killed, seen = 0, set()
    for number, moment in enumerate(moments(HUNDRED, whole, seed)):
        stage = bare(number)
        killed += killed_after(moment, stage.founded)
        there = stage.wkc("whoami").code
        assert there in (0, 5)
        seen.add(there)
        if there:
            stage.founded()
        stage.must("audit", "verify")
    assert killed > HUNDRED / 2
    assert 5 in seen
