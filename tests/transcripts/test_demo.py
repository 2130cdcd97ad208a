"""The demo signs in once, and does its tasks all the same where no session can be opened."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

import wkc.__main__
from tests.stage import Stage
from wkc.cli.terminal.context import CliContext
from wkc.errors.terminal import Interrupted
from wkc.procedures.core.environment import Environment
from wkc.vault.files.home import Home
from wkc.vault.keys import keyring
from wkc.vault.keys.password import LEAST

Typed = list[tuple[str, Environment]]


def pretend(typed: Typed, **codes: int) -> Callable[..., int]:
    """Run nothing; each command ends well but those that have a code here."""

    def run(words: Sequence[str], environment: Environment, _shell: Any = None) -> int:
        typed.append((words[0], environment))
        return codes.get(words[0], 0)

    return run


@pytest.mark.parametrize(("login", "reads_password"), [(0, set()), (1, {"party", "client", "audit"})])
def test_each_command_after_signing_in_reads_the_password_only_where_no_session_is_open(
    bare: Stage, monkeypatch: pytest.MonkeyPatch, login: int, reads_password: set[str]
) -> None:
    typed: Typed = []
    monkeypatch.setattr(wkc.__main__, "main", pretend(typed, login=login))
    bare.must("demo", str(bare.folder / "demo"))
    named = {word for word, environment in typed if "WKC_PASSWORD_FILE" in environment.environ}
    assert named & {"party", "client", "audit"} == reads_password
    assert [word for word, _ in typed[:2]] == ["--yes", "login"]
    assert typed[-1][0] == "logout"


def test_its_sessions_and_passwords_are_never_those_of_who_runs_it(
    bare: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed: Typed = []
    monkeypatch.setattr(wkc.__main__, "main", pretend(typed))
    bare.environ["XDG_RUNTIME_DIR"] = "/run/own"
    bare.must("demo", str(bare.folder / "demo"))
    environs = [environment.environ for _, environment in typed]
    assert not {environ["XDG_RUNTIME_DIR"] for environ in environs} & {"/run/own"}
    runtimes = {environment.runtime() for _, environment in typed}
    assert not runtimes & {bare.environment().runtime(), Path("/run/own/wkc")}
    assert {environ.get("WKC_PASSWORD_FILE") for environ in environs} == {None, str(bare.folder / "demo" / "password")}
    assert {environment.state() for _, environment in typed} == {bare.folder / "demo" / "state" / "wkc"}


def test_what_is_interrupted_in_it_ends_it_and_its_session(bare: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    typed: Typed = []
    monkeypatch.setattr(wkc.__main__, "main", pretend(typed, client=Interrupted.code))
    ended = bare.wkc("demo", str(bare.folder / "demo"))
    assert ended.code == Interrupted.code
    assert "Interrupted" in ended.err
    assert [word for word, _ in typed][-2:] == ["client", "logout"]


def test_the_password_of_its_register_is_derived_at_the_least_cost(
    bare: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That password is in a file beside the register: a dear derivation would keep nobody out."""
    run = wkc.__main__.main

    def found(words: Sequence[str], environment: Environment, shell: Any = None) -> int:
        return run(words, environment, shell) if words[0] == "--yes" else 0

    monkeypatch.setattr(wkc.__main__, "main", found)
    bare.must("demo", str(bare.folder / "demo"))
    ring = keyring.read(Home(bare.folder / "demo" / "register"))
    assert {slot.cost for slot in ring.slots} == {LEAST}


def test_a_sign_of_life_is_gone_before_what_a_command_says(bare: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each command of the demo may take long enough for one, and none is left in front of an answer."""
    done: list[str] = []
    monkeypatch.setattr(CliContext, "resume_progress", lambda _call: done.append("work"))
    monkeypatch.setattr(CliContext, "pause_progress", lambda _call: done.append("rest"))
    run = pretend([])

    def noted(words: Sequence[str], environment: Environment, shell: Any = None) -> int:
        done.append(words[0])
        return run(words, environment, shell)

    monkeypatch.setattr(wkc.__main__, "main", noted)
    bare.must("demo", str(bare.folder / "demo"))
    commands = [place for place, what in enumerate(done) if what not in {"work", "rest"}]
    assert commands
    assert all(done[place - 1] == "work" and done[place + 1] == "rest" for place in commands)
