"""Fixtures: an empty stage, and one with a register on it, copied for each test; how workers share the tests."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.stage import Stage


@pytest.fixture
def bare(tmp_path: Path) -> Stage:
    """A machine without a register."""
    tmp_path.chmod(0o700)
    return Stage(tmp_path)


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """The register that `stage` copies."""
    folder = tmp_path_factory.mktemp("original")
    folder.chmod(0o700)
    return Stage(folder).founded()


@pytest.fixture
def stage(original: Stage, tmp_path: Path) -> Stage:
    """A machine with a register, its beheerder anna and the opdrachtgever Gemeente Alkmaar."""
    shutil.copytree(original.folder, tmp_path, dirs_exist_ok=True)
    tmp_path.chmod(0o700)
    made = Stage(tmp_path, now=original.now)
    made.must("party", "add", "Gemeente Alkmaar", "--kind", "opdrachtgever")
    return made


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Share the tests out one by one, but each play whole: its scenes have one register."""
    from xdist.scheduler import LoadScopeScheduling

    scheduler = LoadScopeScheduling(config, log)
    scheduler._split_scope = work_unit
    return scheduler


def work_unit(test: str) -> str:
    """Give the id of what goes to one worker: a play, or a single test."""
    file, _, _ = test.partition("::")
    return file if file.endswith(".play") else test
