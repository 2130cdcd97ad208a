"""What the tests of a file begin with where the register names its folder: made once, put back there for each test."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import copy_stage
from tests.stage import LAST, Stage


class KeptStage:
    """A stage, and beside its folder what that held when it was made."""

    def __init__(self, stage: Stage) -> None:
        self._stage = replace(stage, environ=dict(stage.environ))
        self._last = LAST[stage.folder]
        self._kept = Path(tempfile.mkdtemp(dir=stage.folder.parent), "kept")
        shutil.copytree(stage.folder, self._kept)

    def put_back(self) -> Stage:
        """Give the stage in its own folder, whatever the test before left there."""
        folder = self._stage.folder
        shutil.rmtree(folder)
        shutil.copytree(self._kept, folder)
        LAST[folder] = self._last
        return replace(self._stage, environ=dict(self._stage.environ))


def prepared_in_place(make: Callable[[Stage], Stage]) -> Any:
    """Make a fixture of a function that prepares a stage: it runs once for its file, each test gets it where it is."""
    made: list[KeptStage] = []

    def put_back(with_party: Stage, tmp_path_factory: pytest.TempPathFactory) -> Stage:
        if not made:
            made.append(KeptStage(make(copy_stage(with_party, tmp_path_factory.mktemp(make.__name__)))))
        return made[0].put_back()

    put_back.__doc__ = make.__doc__
    return pytest.fixture(put_back)
