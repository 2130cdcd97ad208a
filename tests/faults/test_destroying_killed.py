"""kill -9 at every step from the ledger to the end of the purge, and at random moments (VAULT 7)."""

import shutil
from pathlib import Path

import pytest

from tests import steps
from tests.faults.destroying import GOING, prepared, settled, trial, work
from tests.stage import Stage
from tests.vault.test_crash import killed_at


@pytest.fixture(scope="module")
def announced(original: Stage, tmp_path_factory: pytest.TempPathFactory) -> Stage:
    folder = tmp_path_factory.mktemp("announced")
    shutil.copytree(original.folder, folder, dirs_exist_ok=True)
    folder.chmod(0o700)
    stage = Stage(folder, now=original.now)
    stage.must("party", "add", "Gemeente Alkmaar", "--kind", "opdrachtgever")
    return prepared(stage)


@pytest.mark.parametrize("step", [*steps.LEDGER, *steps.PURGING])
def test_a_run_killed_at_a_step_is_ended_by_the_next_command(announced: Stage, tmp_path: Path, step: str) -> None:
    shutil.copytree(announced.folder, tmp_path, dirs_exist_ok=True)
    tmp_path.chmod(0o700)
    stage = Stage(tmp_path, now=announced.now)
    killed_at(step, lambda: work(stage))
    assert settled(stage) == (0 if step == "ledger opened" else GOING)


def test_a_run_killed_at_a_random_moment_is_ended_by_the_next(bare: Stage) -> None:
    assert trial(bare.founded(), 25)
