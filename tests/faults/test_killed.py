"""Killed at any of a hundred random moments, a register is as before or as after, and never neither."""

import itertools
import json
import shutil
from pathlib import Path

import pytest

from tests.each_step import look_once
from tests.faults.killing import Course
from tests.stage import PASSWORD, Stage
from wkc.vault.keys import recovery_code

SEEDS = range(1, 6)
MOMENTS = 20
"""A hundred in all: so many for each seed, so that they can be shared out."""

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1", "--special-basis", "uavg_30")
ROWS = [{"geslachtsnaam": f"Rij{n}", "geboortedatum": f"{1930 + n}", "gezondheid": "kan zitten"} for n in range(50)]


def count(stage: Stage) -> int:
    pages = [stage.json("client", "list", "--page", str(number)) for number in range(1, 4)]
    return sum(len(page["clients"]) for page in pages)


def clients_afterwards(stage: Stage) -> int:
    number = count(stage)
    stage.must("audit", "verify")
    return number


def access_afterwards(stage: Stage) -> int:
    """Give the exit code of whoever was to be the first beheerder; where there is no register it can be made."""
    code = stage.wkc("whoami").code
    assert code in (0, 5)
    if code:
        stage.founded()
    stage.must("audit", "verify")
    return code


@pytest.mark.parametrize("seed", SEEDS)
def test_an_import_that_is_killed_took_in_everything_or_nothing(stage: Stage, with_party: Stage, seed: int) -> None:
    rows = stage.file("rows.json", json.dumps(ROWS))

    def again() -> None:
        for name in ("register", "state"):
            shutil.rmtree(stage.folder / name)
            shutil.copytree(with_party.folder / name, stage.folder / name)

    def work() -> None:
        stage.must("client", "import", str(rows), *ORDER)

    course = Course(work, seed)
    assert count(stage) == len(ROWS)
    seen = set()
    for _ in course.trials(MOMENTS):
        again()
        course.cut(work)
        found = look_once(stage, clients_afterwards)
        assert found in (0, len(ROWS))
        seen.add(found)
    assert 0 in seen
    again()
    work()
    assert count(stage) == len(ROWS)


@pytest.mark.parametrize("seed", SEEDS)
def test_an_init_that_is_killed_left_a_whole_register_or_none(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The codes are the same each time: half the moments would otherwise be in Argon2id, where nothing is on the disk.
    codes = itertools.cycle([recovery_code.make(), recovery_code.make()])
    monkeypatch.setattr(recovery_code, "make", lambda: next(codes))
    password = tmp_path / "password"
    password.write_text(PASSWORD, encoding="utf-8")

    def bare(number: int) -> Stage:
        folder = tmp_path / str(number)
        folder.mkdir(mode=0o700)
        shutil.copy(password, folder)
        return Stage(folder)

    course = Course(bare(-1).founded, seed)
    seen = set()
    for number in course.trials(MOMENTS):
        stage = bare(number)
        course.cut(stage.founded)
        seen.add(look_once(stage, access_afterwards))
    assert 5 in seen
