"""Fixtures: an empty stage, and one with a register on it (made once, copied for each test)."""

import shutil
from pathlib import Path

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
