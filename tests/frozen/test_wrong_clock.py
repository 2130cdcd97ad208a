"""A register of an older version that is opened first by a wrong clock: the upgrade does not make that clock right."""

import shutil
from pathlib import Path

import pytest

from tests.frozen.thaw import HERE, secrets
from tests.stage import Stage

CLOCKS = {
    "ahead": (2036, 10, "clock_ahead", "klok_vooruit"),
    "behind": (2001, 1, "clock_behind", "klok_achter"),
}
DATED = (("retention", "run"), ("contact", "log", "2026-1", "--kind", "gesprek"), ("backup", "prune"))


@pytest.fixture
def thawed(tmp_path: Path) -> Stage:
    """The frozen vault of the last number, which no command has brought up to date."""
    tmp_path.chmod(0o700)
    stage = Stage(tmp_path, works_between=False)
    shutil.copytree(HERE / "44" / "register", stage.home)
    stage.home.chmod(0o700)
    for path in stage.home.iterdir():
        path.chmod(0o600)
    stage.file("password", secrets(44)["password"] + "\n")
    return stage


@pytest.mark.parametrize(("year", "code", "name", "mark"), CLOCKS.values(), ids=CLOCKS)
def test_nothing_is_destroyed_or_dated_by_it(thawed: Stage, year: int, code: int, name: str, mark: str) -> None:
    right = thawed.now.replace(day=26)
    thawed.now = thawed.now.replace(year=year)
    for words in DATED:
        ran = thawed.wkc("--json", *words)
        assert (ran.code, ran.error["name"]) == (code, name)
    thawed.now = right
    lines = thawed.json("audit", "list")["lines"]
    upgraded = [line["details"].get("clock") for line in lines if line["action"] == "register.upgrade"]
    assert len(upgraded) > 1
    assert set(upgraded) == {mark}
    thawed.must("contact", "log", "2026-1", "--kind", "gesprek")
