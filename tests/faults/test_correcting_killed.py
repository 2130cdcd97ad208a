"""What a kill leaves of a correction at every step: whole again, no byte left of what was wrong (art. 12; VAULT 7)."""

import shutil
import time
from pathlib import Path

import pytest

from tests import steps
from tests.conftest import copy_stage
from tests.each_step import leave_killed, look_once
from tests.faults.correcting import OLD, again, killed, prepared, settled, work
from tests.faults.killing import moments
from tests.faults.marks import left, shapes
from tests.prepared import copy_prepared
from tests.stage import Stage

STEPS = (*steps.CORRECTING, *steps.LEDGER, *steps.PURGING)
WRONG = shapes([OLD, "Oudmerk", "oudmerk"])


@pytest.fixture(scope="module")
def granted(with_party: Stage, tmp_path_factory: pytest.TempPathFactory) -> Stage:
    return prepared(copy_stage(with_party, tmp_path_factory.mktemp("granted")))


@pytest.mark.parametrize("step", STEPS)
def test_a_correction_killed_at_a_step_is_ended_whole(granted: Stage, tmp_path: Path, step: str) -> None:
    stage = copy_prepared(granted, tmp_path)
    leave_killed(stage, work, STEPS, step, typesets=True)
    look_once(stage, nothing_was_named if step in {"correction set aside", "ledger opened"} else both_were_named)


def end_whole(stage: Stage) -> int:
    """Let the next commands end it; give how many the ledger had named. No byte of what was wrong is left."""
    named = settled(stage)
    assert left(stage, WRONG) == set()
    return named


def nothing_was_named(stage: Stage) -> None:
    assert end_whole(stage) == 0


def both_were_named(stage: Stage) -> None:
    assert end_whole(stage) == 2


def test_a_correction_killed_at_a_random_moment_is_ended_whole(granted: Stage, tmp_path: Path) -> None:
    stage = Stage(tmp_path / "here", now=granted.now)
    shutil.copytree(granted.folder, stage.folder)
    stage.folder.chmod(0o700)
    assert len(left(stage, WRONG)) > 1
    work(copy_prepared(granted, tmp_path / "rehearsed"))  # Each process loads what this one has loaded by then.
    assert killed(stage) == 0  # The process that is forked is there from now on.
    again(stage, granted.folder)
    start = time.perf_counter()
    assert killed(stage) == 0
    whole = time.perf_counter() - start
    seen = set()
    for moment in moments(6, whole, seed=12):
        again(stage, granted.folder)
        killed(stage, moment)
        seen.add(look_once(stage, end_whole))
    assert seen <= {0, 2}


def test_of_a_corrected_value_no_byte_is_left_and_its_sealed_proposal_is_gone(granted: Stage, tmp_path: Path) -> None:
    shutil.copytree(granted.folder, tmp_path, dirs_exist_ok=True)
    tmp_path.chmod(0o700)
    stage = Stage(tmp_path, now=granted.now)
    assert {word.decode() for word in left(stage, {OLD.encode(), b"Oudmerk", b"oudmerk"})} == {
        OLD,
        "Oudmerk",
        "oudmerk",
    }
    work(stage)
    assert left(stage, WRONG) == set()
    (correction, *_rest) = stage.json("request", "show", "V2026-1")["proposals"]
    assert (correction["has_value"], correction["value"]) == (False, None)
