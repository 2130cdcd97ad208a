"""What the tests of a file begin with: prepared once in each worker, and copied for each of them."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import copy_stage
from tests.stage import LAST, Stage


def prepared(make: Callable[[Stage], Stage]) -> Any:
    """Make a fixture of a function that prepares a stage: it runs once for its file, each test gets a copy.

    What it writes into the register must not name the folder that it has, for the copy has another.
    """
    made: list[Stage] = []

    def copied(with_party: Stage, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Stage:
        if not made:
            made.append(make(copy_stage(with_party, tmp_path_factory.mktemp(make.__name__))))
        return copy_prepared(made[0], tmp_path)

    copied.__doc__ = make.__doc__
    return pytest.fixture(copied)


def copy_prepared(stage: Stage, folder: Path) -> Stage:
    """Copy a stage with who works there and when, into an empty folder."""
    shutil.copytree(stage.folder, folder, dirs_exist_ok=True)
    folder.chmod(0o700)
    LAST[folder] = LAST.get(stage.folder, stage.now)
    key = stage.credentials and folder / stage.credentials.relative_to(stage.folder)
    return replace(stage, folder=folder, environ=dict(stage.environ), credentials=key)
