"""A process that holds private keys: no other process of the account reads its memory."""

import ctypes
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.stage import PASSWORD, Stage

PR_GET_DUMPABLE, PR_SET_DUMPABLE = 3, 4
OPEN, CLOSED = 1, 0


@pytest.fixture
def office(tmp_path: Path) -> Stage:
    tmp_path.chmod(0o700)
    return Stage(tmp_path).founded()


def dumpable_after(work: Callable[[], object]) -> int:
    """Give what the system says of a process, open at first, that has done some work."""
    child = os.fork()
    if child == 0:
        found = 99
        try:
            ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, OPEN, 0, 0, 0)
            work()
            found = ctypes.CDLL(None).prctl(PR_GET_DUMPABLE, 0, 0, 0, 0)
        finally:
            os._exit(found)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def in_the_shell(office: Stage) -> None:
    typed = (("Password", PASSWORD), ("anna> ", "whoami"), ("anna> ", "exit"))
    assert office.wkc("shell", typed=typed).code == 0


def with_a_code(office: Stage) -> None:
    code = office.file("code", "00000-00000-00000-00000-00000-00000-00000-00000\n")
    assert office.wkc("--yes", "recover", "--code-file", str(code), "--beheerder", "anna").code != 0


def at_init(office: Stage) -> None:
    stage = Stage(office.folder / "other")
    stage.folder.mkdir(mode=0o700)
    stage.founded()


@pytest.mark.parametrize("work", [in_the_shell, with_a_code, at_init, lambda office: office.must("whoami")])
def test_its_memory_is_closed_to_the_account(work: Callable[[Stage], object], office: Stage) -> None:
    expected = CLOSED if sys.platform == "linux" else OPEN
    assert dumpable_after(lambda: work(office)) == expected


def test_it_is_closed_before_the_password_is_typed(office: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []

    def typed(_self: object, _prompt: str, _idle: float | None) -> str:
        seen.append(ctypes.CDLL(None).prctl(PR_GET_DUMPABLE, 0, 0, 0, 0))
        return PASSWORD

    monkeypatch.setattr("tests.stage.Typist.ask_secret", typed)
    child = os.fork()
    if child == 0:
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, OPEN, 0, 0, 0)
        try:
            office.wkc("whoami", typed=(("Password", ""),))
        finally:
            os._exit(99 if not seen else seen[0])
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == (CLOSED if sys.platform == "linux" else OPEN)


def test_it_is_closed_before_the_password_of_a_new_register_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = Stage(tmp_path)
    stage.folder.chmod(0o700)
    child = os.fork()
    if child == 0:
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, OPEN, 0, 0, 0)
        found: list[int] = []

        def read(*_words: object) -> str:
            found.append(ctypes.CDLL(None).prctl(PR_GET_DUMPABLE, 0, 0, 0, 0))
            return PASSWORD

        monkeypatch.setattr("wkc.cli.terminal.inputs.Inputs.first_line", read)
        try:
            stage.founded()
        finally:
            os._exit(found[0] if found else 99)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == (CLOSED if sys.platform == "linux" else OPEN)
