"""What takes long says so, and is gone before anything else is written; Ctrl-C says truly what was kept."""

import errno
import io
import os
import threading
import time

import pytest

from tests.stage import Stage
from wkc.cli.terminal.environment import environment
from wkc.cli.terminal.invocation import GlobalOptions, Invocation
from wkc.cli.terminal.progress_line import ProgressLine
from wkc.cli.terminal.sign_in import Credentials
from wkc.procedures.letters import notice
from wkc.vault.files.waiting import waiting


class Looked(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_what_takes_long_counts_seconds_and_is_gone_in_the_end() -> None:
    stream = Looked()
    line = ProgressLine(stream, first_after=0.02, interval=0.02)
    line.start()
    time.sleep(0.2)
    line.clear()
    seen = stream.getvalue()
    assert seen.startswith("\rOne moment … 0 s\x1b[K\rOne moment … 0 s\x1b[K")
    assert seen.endswith("\r\x1b[K")
    time.sleep(0.05)
    assert stream.getvalue() == seen


def test_who_waits_for_another_command_reads_that_and_after_it_no_more() -> None:
    stream = Looked()
    line = ProgressLine(stream, first_after=0.02, interval=0.02)
    line.start()
    with waiting():
        time.sleep(0.2)
    time.sleep(0.1)
    line.clear()
    seen = stream.getvalue()
    assert seen.startswith("\rAnother command is busy … 0 s\x1b[K")
    assert seen.endswith("\rOne moment … 0 s\x1b[K\r\x1b[K")


def test_what_is_quick_says_nothing() -> None:
    stream = Looked()
    line = ProgressLine(stream, first_after=0.2, interval=0.02)
    line.start()
    line.clear()
    time.sleep(0.3)
    assert stream.getvalue() == ""


def test_how_far_a_command_is_shows_until_a_person_reads() -> None:
    stream = Looked()
    line = ProgressLine(stream, first_after=0.02, interval=0.02)
    line.start()
    line.show("rows: 7")
    line.show("rows: 8")
    line.clear()
    assert stream.getvalue() == "\rrows: 7\x1b[K\r\rrows: 8\x1b[K\r\r\x1b[K"


def test_a_log_file_gets_no_signs_of_life() -> None:
    stream = io.StringIO()
    line = ProgressLine(stream, first_after=0.01, interval=0.01)
    line.start()
    time.sleep(0.05)
    line.clear()
    assert stream.getvalue() == ""


def test_where_the_machine_gives_no_thread_a_command_goes_without_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse)
    stream = Looked()
    line = ProgressLine(stream, first_after=0.01, interval=0.01)
    line.start()
    line.clear()
    assert stream.getvalue() == ""


def test_where_the_terminal_takes_no_line_nothing_else_is_written_there(monkeypatch: pytest.MonkeyPatch) -> None:
    fallen: list[object] = []
    monkeypatch.setattr(threading, "excepthook", fallen.append)

    class Full(Looked):
        def write(self, _text: str) -> int:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    line = ProgressLine(Full(), first_after=0.01, interval=0.01)
    line.start()
    time.sleep(0.1)
    line.clear()
    assert fallen == []


def test_nothing_counts_while_somebody_types_a_user_id() -> None:
    steps: list[str] = []

    class Steps(ProgressLine):
        def start(self) -> None:
            steps.append("counts")

        def clear(self) -> None:
            steps.append("rests")

    class Typist:
        def ask_user_id(self, _prompt: str) -> str:
            steps.append("typed")
            return "anna"

    at_terminal = environment()._replace(terminal=Typist, environ={})  # type: ignore[arg-type]
    invocation = Invocation(at_terminal, lambda *_words: 0, None, [], Steps(Looked()))
    options = GlobalOptions(None, None, None, False, False, None, False, None)
    assert Credentials(invocation, options).user_id() == "anna"
    assert steps == ["counts", "rests", "typed", "counts"]


@pytest.fixture
def office(stage: Stage) -> Stage:
    stage.must("settings", "set", "houder.contact", "072 000 00 00")
    for name in ("Aap", "Noot", "Mies"):
        person = f'{{"geslachtsnaam": "{name}", "adres": "Laan 1", "postcode": "1811 AB", "woonplaats": "Alkmaar"}}'
        order = ("--opdrachtgever", "gemeente", "--assignment", name)
        stage.must("client", "register", *order, "--from", "-", stdin=person)
    return stage


def test_ctrl_c_before_anything_was_kept_says_that_nothing_was_changed(office: Stage) -> None:
    ran = office.wkc("contact", "log", "aap", "--kind", "telefoon", "--note", typed=[("Note", "^C")])
    assert ran.code == 130
    assert "Interrupted; nothing was changed." in ran.err


def test_ctrl_c_midway_says_that_what_was_done_stays(office: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    real, asked = notice.notify, []

    def second_is_interrupted(session: object, number: str, folder: object) -> object:
        asked.append(number)
        if len(asked) == 2:
            raise KeyboardInterrupt
        return real(session, number, folder)  # type: ignore[arg-type]

    monkeypatch.setattr(notice, "notify", second_is_interrupted)
    ran = office.wkc("letter", "notify", "--all")
    assert ran.code == 130
    assert "Interrupted; what was done before stays, each step of it whole (1 in all)." in ran.err
    assert len(office.json("letter", "list")["letters"]) == 1
