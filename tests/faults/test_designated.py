"""A designation or a reset that is cut short: known, perhaps without access, and repeatable; never the other order."""

import os
from collections.abc import Callable

import pytest

from tests import steps
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


@pytest.mark.parametrize("step", STEPS)
def test_who_was_being_designated_is_known_and_can_be_given_access(
    stage: Stage, step: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = ("--name", "Mo", "--role", "coach", "--function", "f")
    cut_short(step, lambda: stage.wkc(*words(stage, "user", "designate", "mo", *person)), monkeypatch)
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
    person = ("--name", "Mo", "--role", "coach", "--function", "f")
    stage.must(*words(stage, "user", "designate", "mo", *person))
    cut_short(step, lambda: stage.wkc(*words(stage, "user", "reset", "mo")), monkeypatch)
    stage.must("party", "list")
    stage.must(*words(stage, "user", "reset", "mo"))
    stage.must("audit", "verify")
    stage.user = "mo"
    stage.must("whoami")
