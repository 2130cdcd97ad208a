"""What a kill leaves at every step from the ledger to the end of the purge, and at random moments (VAULT 7)."""

from pathlib import Path

import pytest

from tests import steps
from tests.conftest import copy_stage
from tests.each_step import leave_killed, look_once
from tests.faults.destroying import GOING, prepared, settled, trial, work
from tests.prepared import copy_prepared
from tests.stage import Stage

STEPS = (*steps.LEDGER, *steps.PURGING)


@pytest.fixture(scope="module")
def announced(with_party: Stage, tmp_path_factory: pytest.TempPathFactory) -> Stage:
    return prepared(copy_stage(with_party, tmp_path_factory.mktemp("announced")))


@pytest.mark.parametrize("step", STEPS)
def test_a_run_killed_at_a_step_is_ended_by_the_next_command(announced: Stage, tmp_path: Path, step: str) -> None:
    stage = copy_prepared(announced, tmp_path)
    leave_killed(stage, work, STEPS, step)
    look_once(stage, nothing_was_named if step == "ledger opened" else all_was_named)


def nothing_was_named(stage: Stage) -> None:
    assert settled(stage) == 0


def all_was_named(stage: Stage) -> None:
    assert settled(stage) == GOING


def test_a_run_killed_at_a_random_moment_is_ended_by_the_next(bare: Stage) -> None:
    assert trial(bare.founded(), 25)
