"""Signing in: a wrong answer is asked for again, an ended session is said, and too long away loses nothing."""

import os
import pty
import sys
from dataclasses import replace

import pytest

from tests.own_session import short_folder
from tests.stage import PASSWORD, Stage, Typist
from tests.transcripts.test_processes import read_until
from wkc.cli.terminal.questions import Questions
from wkc.cli.terminal.recovery_code import ask_code
from wkc.procedures.access.account import whoami
from wkc.procedures.core.session import Session
from wkc.vault.keys import recovery_code

ORDER = ("--opdrachtgever", "gemeente", "--assignment", "A1")


@pytest.fixture
def office(stage: Stage) -> Stage:
    person = '{"geslachtsnaam": "Haile", "voornamen": "Selam", "geboortedatum": "1993-01-01"}'
    stage.must("client", "register", *ORDER, "--from", "-", stdin=person)
    return stage


def notes(stage: Stage) -> list[str]:
    return [contact["note"] for contact in stage.json("contact", "list", "2026-1")["contacts"]]


def test_a_user_id_that_is_asked_for_is_asked_again_with_its_password(stage: Stage) -> None:
    nobody = replace(stage, user=None)
    typed = [("USER ID", "ana"), ("Password: ", PASSWORD), ("USER ID", "anna"), ("Password: ", PASSWORD)]
    ran = nobody.wkc("whoami", typed=typed)
    assert ran.code == 0
    assert "Check both and try again" in ran.err
    thrice = nobody.wkc("whoami", typed=[("USER ID", "ana"), ("Password", "x")] * 3)
    assert thrice.code == 7


def test_after_a_wrong_password_enter_keeps_the_user_id_which_is_shown_nowhere(stage: Stage) -> None:
    nobody = replace(stage, user=None)
    typed = [
        ("USER ID: ", "anna"),
        ("Password: ", "wrong"),
        ("USER ID (Enter: as before)", ""),
        ("Password: ", PASSWORD),
    ]
    ran = nobody.wkc("whoami", typed=typed)
    assert ran.code == 0
    assert "anna" not in ran.err
    other = [("USER ID: ", "secretword"), ("Password: ", "x"), ("USER ID (Enter: as before)", "anna"), typed[-1]]
    ran = nobody.wkc("whoami", typed=other)
    assert ran.code == 0
    assert "secretword" not in ran.out + ran.err


def test_what_cannot_be_a_user_id_gets_no_password_question(stage: Stage) -> None:
    nobody = replace(stage, user=None)
    ran = nobody.wkc("whoami", typed=[("USER ID", "My Password!"), ("USER ID", "anna"), ("Password", PASSWORD)])
    assert ran.code == 0
    assert "My Password!" not in ran.out + ran.err


def test_a_question_that_waited_too_long_is_asked_again_with_what_was_typed(office: Stage) -> None:
    ran = office.wkc(
        "shell",
        typed=[
            ("Password of anna", PASSWORD),
            ("anna> ", "contact log selam --kind telefoon --note"),
            ("Note", "^IBelt morgen"),
            ("Password of anna", "a wrong one"),
            ("Password of anna", PASSWORD),
            ("Note", "^M"),
            ("anna> ", "^Iclient li"),
            ("Password of anna", PASSWORD),
            ("anna> ", "exit"),
        ],
    )
    assert ran.code == 0, ran.err
    assert ran.err.count("Your session has ended: nothing was typed for a while.") == 2
    assert notes(office) == ["Belt morgen"]


def test_three_wrong_passwords_after_too_long_away_end_the_command_and_keep_nothing(office: Stage) -> None:
    away = [("Note", "^IBelt morgen"), *[("Password of anna", "a wrong one")] * 3]
    log = ("contact", "log", "selam", "--kind", "telefoon", "--note")
    ran = office.wkc(*log, typed=[("Password of anna", PASSWORD), *away])
    assert ran.code == 7
    assert notes(office) == []


def test_a_question_waits_as_long_as_the_register_says(office: Stage) -> None:
    office.must("settings", "set", "session.idle_minutes", "2")
    here = Session(office.environment(), office.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)
    here.wants_names = True
    assert here.idle_seconds is None
    whoami(here)
    assert here.idle_seconds == 120


def test_a_code_is_typed_group_by_group_and_each_is_checked_at_once(stage: Stage) -> None:
    code = recovery_code.make()
    groups = code.split("-")
    wrong = groups[2][:-1] + ("0" if groups[2][-1] != "0" else "1")
    terminal = Typist(
        [
            ("Recovery code, group 1 of 8", groups[0].lower()),
            ("Recovery code, group 2 of 8", f"{groups[1]} {wrong} {groups[3]}"),
            ("Recovery code, group 3 of 8", "-".join(groups[2:])),
        ]
    )
    environment = stage.environment(typist=terminal)
    assert ask_code(Questions(environment, yes=False)) == code
    assert "Group 3 is not right." in environment.stderr.buffer.getvalue().decode()  # type: ignore[attr-defined]


WAITING = """
from wkc.cli.terminal.prompts import keyboard
from wkc.procedures.core.environment import IdleTooLong
terminal = keyboard()
try:
    terminal.ask("Note: ", idle=0.5)
except IdleTooLong as left:
    print("left", left.typed, terminal.ask("Again: ", left.typed, idle=20))
"""


def test_a_real_terminal_leaves_a_question_with_what_was_typed() -> None:
    child, terminal = pty.fork()
    if child == 0:
        os.execve(sys.executable, [sys.executable, "-c", WAITING], {"PATH": os.environ["PATH"], "TERM": "dumb"})  # noqa: S606
    read_until(terminal, b"Note:")
    os.write(terminal, b"Belt")
    read_until(terminal, b"Again:")
    os.write(terminal, b" morgen\r")
    assert b"left Belt Belt morgen" in read_until(terminal, b"left Belt Belt morgen")
    os.close(terminal)
    os.waitpid(child, 0)


def test_an_ended_session_is_said_and_opened_again_by_the_password(stage: Stage) -> None:
    with short_folder() as folder:
        ended = 'W="$0 -m wkc"; $W --user anna login; rm "$XDG_RUNTIME_DIR"/wkc/*; $W whoami; $W --json whoami'
        child, terminal = pty.fork()
        if child == 0:
            environ = {
                "PATH": os.environ["PATH"], "LC_ALL": "C", "TERM": "dumb", "WKC_HOME": str(stage.home),
                "XDG_STATE_HOME": str(stage.folder / "s"), "XDG_RUNTIME_DIR": str(folder.parent),
            }  # fmt: skip
            os.execve("/bin/sh", ["sh", "-c", ended, sys.executable], environ)  # noqa: S606
        read_until(terminal, b"Password of anna:")
        os.write(terminal, PASSWORD.encode() + b"\n")
        seen = read_until(terminal, b"Password of anna:")
        assert b"anna is signed in" in seen
        assert b"Your session has ended. Type the password to go on." in b" ".join(seen.split())
        os.write(terminal, PASSWORD.encode() + b"\n")
        assert b"idle_until" in read_until(terminal, b'"idle_until": "20')
        os.close(terminal)
        os.waitpid(child, 0)
