"""A designation or a reset that is cut short: known, perhaps without access, and repeatable; never the other order."""

import os
from collections.abc import Callable

import pytest

from tests import steps
from tests.each_step import leave_killed, look_once
from tests.prepared import once
from tests.stage import Stage
from wkc.vault.files import failpoints

STEPS = (None, *steps.REPLACING)


def cut_short(step: str | None, work: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> None:
    """Do work in a child that dies at a step of writing the keyring, or just before the first."""
    child = os.fork()
    if child == 0:

        def die(reached: str) -> None:
            if step is None or reached == step:
                os._exit(9)

        monkeypatch.setattr(failpoints, "failpoint", die)
        try:
            work()
        finally:
            os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def words(stage: Stage, *command: str) -> list[str]:
    return [*command, "--new-password-file", str(stage.password_file)]


def designate(stage: Stage) -> None:
    stage.wkc(*words(stage, "user", "designate", "mo", "--name", "Mo", "--role", "coach", "--function", "f"))


def reset(stage: Stage) -> None:
    stage.wkc(*words(stage, "user", "reset", "mo"))


def leave_cut_short(
    stage: Stage, work: Callable[[Stage], None], step: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Leave what work leaves that dies at a step of writing the keyring, or just before the first."""
    if step is None:
        cut_short(None, lambda: work(stage), monkeypatch)
    else:
        leave_killed(stage, work, steps.REPLACING, step)


@pytest.mark.parametrize("step", STEPS)
def test_who_was_being_designated_is_known_and_can_be_given_access(
    stage: Stage, step: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_cut_short(stage, designate, step, monkeypatch)
    look_once(stage, can_be_given_access)


def can_be_given_access(stage: Stage) -> None:
    shown = stage.json("user", "show", "mo")
    stage.user = "mo"
    access = stage.wkc("whoami").code
    assert access == (0 if shown["has_access"] else 7)
    stage.user = "anna"
    stage.must(*words(stage, "user", "reset", "mo"))
    stage.must("audit", "verify")
    stage.user = "mo"
    stage.must("whoami")


@pytest.mark.parametrize("step", STEPS)
def test_a_reset_that_is_cut_short_leaves_the_others_at_work(
    stage: Stage, step: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    once(designate)(stage)
    leave_cut_short(stage, reset, step, monkeypatch)
    look_once(stage, leaves_the_others_at_work)


def leaves_the_others_at_work(stage: Stage) -> None:
    stage.must("party", "list")
    stage.must(*words(stage, "user", "reset", "mo"))
    stage.must("audit", "verify")
    stage.user = "mo"
    stage.must("whoami")
