"""The demo signs in once, and does its tasks all the same where no session can be opened."""

import subprocess
from collections.abc import Callable
from typing import Any

import pytest

from tests.stage import Stage

Environ = dict[str, str]


def pretend(login: int, typed: list[tuple[str, Environ]]) -> Callable[..., Any]:
    """Run no process; each command but `wkc login` ends well."""

    def run(program: list[str], env: Environ, **_rest: Any) -> subprocess.CompletedProcess[str]:
        typed.append((program[3], env))
        return subprocess.CompletedProcess(program, login if program[3] == "login" else 0, stdout="")

    return run


@pytest.mark.parametrize(("login", "reads_password"), [(0, set()), (1, {"party", "client", "audit"})])
def test_each_command_after_signing_in_reads_the_password_only_where_no_session_is_open(
    bare: Stage, monkeypatch: pytest.MonkeyPatch, login: int, reads_password: set[str]
) -> None:
    typed: list[tuple[str, Environ]] = []
    monkeypatch.setattr(subprocess, "run", pretend(login, typed))
    bare.must("demo", str(bare.folder / "demo"))
    named = {word for word, environ in typed if "WKC_PASSWORD_FILE" in environ}
    assert named & {"party", "client", "audit"} == reads_password
    assert [word for word, _ in typed[:2]] == ["--yes", "login"]
    assert typed[-1][0] == "logout"


def test_its_sessions_and_passwords_are_never_those_of_who_runs_it(
    bare: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed: list[tuple[str, Environ]] = []
    monkeypatch.setattr(subprocess, "run", pretend(0, typed))
    bare.environ["XDG_RUNTIME_DIR"] = "/run/own"
    bare.must("demo", str(bare.folder / "demo"))
    assert not {environ["XDG_RUNTIME_DIR"] for _, environ in typed} & {"/run/own"}
    assert {environ.get("WKC_PASSWORD_FILE") for _, environ in typed} == {None, str(bare.folder / "demo" / "password")}
