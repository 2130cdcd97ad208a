"""The program as a real process: how it is started, what it loads, what it leaves in the terminal."""

import contextlib
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.stage import PASSWORD, Stage

HEAVY = {
    "sqlcipher3",
    "typst",
    "argon2",
    "msgspec",
    "cryptography",
    "python_calamine",
    "icalendar",
    "prompt_toolkit",
    "stdnum",
}


def process(stage: Stage, *argv: str, stdin: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
    environ = {
        "PATH": os.environ["PATH"],
        "WKC_HOME": str(stage.home),
        "WKC_USER": "anna",
        "WKC_PASSWORD_FILE": str(stage.password_file),
        "XDG_STATE_HOME": str(stage.folder / "state-of-processes"),
        "LC_ALL": "C",
        **settings,
    }
    command = [sys.executable, "-W", "error", "-m", "wkc", *argv]
    return subprocess.run(command, env=environ, input=stdin, capture_output=True, text=True, check=False)


def test_no_command_leaves_its_memory_in_a_core_file(stage: Stage) -> None:
    program = """
import resource
from wkc import __main__ as wkc
wkc.main = lambda *_given: print(resource.getrlimit(resource.RLIMIT_CORE)) or 0
wkc.run()
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=stage.folder, capture_output=True, text=True, check=True)
    assert done.stdout == "(0, 0)\n"


def loaded(stage: Stage, *argv: str) -> set[str]:
    """Give which modules a command loads, and the packages that they are in."""
    program = f"""
import sys
sys.argv[1:] = {list(argv)!r}
from wkc.__main__ import main
from wkc.cli.terminal.environment import environment
try:
    assert main(sys.argv[1:], environment()) == 0
finally:
    print(*sys.modules, file=sys.stderr)
"""
    environ = os.environ | {
        "WKC_HOME": str(stage.home),
        "WKC_USER": "anna",
        "WKC_PASSWORD_FILE": str(stage.password_file),
        "XDG_STATE_HOME": str(stage.folder / "state-of-processes"),
    }
    done = subprocess.run([sys.executable, "-c", program], env=environ, capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize("argv", [["--help"], ["client", "--help"], ["client", "import", "--help"]], ids=" ".join)
def test_help_loads_nothing_heavy(stage: Stage, argv: list[str]) -> None:
    assert loaded(stage, *argv) & HEAVY == set()


@pytest.mark.parametrize("how", [[], ["--json"]], ids=["text", "json"])
@pytest.mark.parametrize(
    "argv", [["client", "show", "2026-1"], ["client", "list"], ["contact", "list", "2026-1"]], ids=" ".join
)
def test_a_look_loads_what_it_needs_and_no_more(stage: Stage, how: list[str], argv: list[str]) -> None:
    order = ("--opdrachtgever", "gemeente", "--assignment", "A1")
    stage.must("client", "register", *order, "--from", "-", stdin='{"geslachtsnaam": "Berg"}')
    unneeded = HEAVY - {"sqlcipher3", "argon2", "cryptography", "msgspec"} | {
        "rich.console",
        "rich.table",
        "typing_extensions",
        "wkc.cli.commands.dossier.client_intake",
        "wkc.cli.terminal.examples",
        "wkc.cli.terminal.prompts",
        "wkc.errors.clock",
        "wkc.errors.intake",
        "wkc.errors.leaving",
        "wkc.errors.register",
        "wkc.errors.retention",
        "wkc.errors.session",
        "wkc.records.crypto",
        "wkc.records.disclosure",
        "wkc.records.letter",
        "wkc.procedures.io.codes",
        "wkc.procedures.io.dates",
        "wkc.procedures.io.fields",
        "wkc.procedures.io.text",
        "wkc.procedures.intake",
        "wkc.rules.dossier.wording",
        "wkc.store.core.break_glass",
        "wkc.store.core.ledger_name",
        "wkc.store.disclosure.release",
        "wkc.store.upgrade",
    }
    if argv[0] == "contact":  # The module that reads contacts also writes them, and counts the notice that they end.
        unneeded -= {
            *("wkc.procedures.io.dates", "wkc.procedures.io.fields", "wkc.rules.dossier.wording"),
            *("wkc.records.disclosure", "wkc.records.letter"),
            *("wkc.errors.intake", "wkc.errors.register", "wkc.procedures.io.codes", "wkc.procedures.io.text"),
        }
    if how and argv[:2] == ["client", "show"]:
        unneeded |= {"wkc.cli.views.dossier", "wkc.cli.terminal.codes"}
    assert loaded(stage, *how, *argv) & unneeded == set()


def test_what_does_not_fit_loads_rich_to_be_folded(stage: Stage) -> None:
    order = ("--opdrachtgever", "gemeente", "--assignment", "A1")
    stage.must("client", "register", *order, "--from", "-", stdin=json.dumps({"geslachtsnaam": "Berg " * 20}))
    assert "rich.table" in loaded(stage, "client", "show", "2026-1")


def test_a_process_does_what_the_same_words_do_inside(stage: Stage) -> None:
    done = process(stage, "--json", "party", "list")
    assert (done.returncode, done.stderr) == (0, "")
    assert [party["name"] for party in json.loads(done.stdout)["data"]] == ["Gemeente Alkmaar"]


@pytest.mark.parametrize("locale", ["C", "POSIX", "nl_NL.ISO-8859-1", "tr_TR.UTF-8", "xx"])
def test_no_locale_breaks_it(stage: Stage, locale: str) -> None:
    order = ("--opdrachtgever", "gemeente", "--assignment", "A1")
    stage.must("client", "register", *order, "--from", "-", stdin='{"geslachtsnaam": "Świątek İ 😀"}')
    done = process(stage, "client", "list", LC_ALL=locale)
    assert done.returncode == 0, done.stderr
    done = process(stage, "--json", "client", "find", "swiatek", LC_ALL=locale)
    assert json.loads(done.stdout)["data"]["clients"][0]["name"] == "Świątek İ 😀"


def test_without_a_terminal_a_missing_password_is_an_error(stage: Stage) -> None:
    program = [sys.executable, "-m", "wkc", "--home", str(stage.home), "--user", "anna", "whoami"]
    done = subprocess.run(
        program, stdin=subprocess.DEVNULL, capture_output=True, text=True, start_new_session=True, check=False,
        env={"PATH": os.environ["PATH"], "LC_ALL": "C", "XDG_STATE_HOME": str(stage.folder / "s")},
    )  # fmt: skip
    assert done.returncode == 2
    assert "no terminal" in done.stderr


def test_a_closed_pipe_is_no_traceback() -> None:
    program = f"{sys.executable} -m wkc client fields | head -n 1"
    done = subprocess.run(["/bin/sh", "-c", program], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


def test_the_password_is_asked_on_the_terminal_and_not_shown(stage: Stage) -> None:
    child, terminal = pty.fork()
    if child == 0:
        environ = {"PATH": os.environ["PATH"], "LC_ALL": "C", "XDG_STATE_HOME": str(stage.folder / "s")}
        words = [sys.executable, "-m", "wkc", "--home", str(stage.home), "--user", "anna", "whoami"]
        os.execve(sys.executable, words, environ)  # noqa: S606
    seen = read_until(terminal, b"Password of anna:")
    os.write(terminal, PASSWORD.encode() + b"\n")
    seen += read_until(terminal, b"Bureau Proef")
    with contextlib.suppress(OSError):  # Linux says EIO when the other end has gone.
        while more := os.read(terminal, 1024):
            seen += more
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert PASSWORD.encode() not in seen


def read_until(terminal: int, wanted: bytes) -> bytes:
    seen = b""
    while wanted not in seen:
        seen += os.read(terminal, 1024)
    return seen


def test_the_demo_needs_nothing_and_leaves_copies_to_look_at(tmp_path: Path) -> None:
    environ = {"PATH": os.environ["PATH"], "LC_ALL": "C", "HOME": str(tmp_path)}
    program = [sys.executable, "-m", "wkc", "demo"]
    # Its own session: one begun outside this process namespace has no number, and `wkc login` needs one.
    done = subprocess.run(
        program, cwd=tmp_path, env=environ, capture_output=True, text=True, check=False, start_new_session=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    folder = tmp_path / "wkc-demo"
    assert (folder / "copy.pdf").read_bytes().startswith(b"%PDF-")
    assert json.loads((folder / "copy.json").read_bytes())["persoon"]["dossiernummer"] == "2025-0004"
    assert not (tmp_path / ".local").exists()
    assert "$ wkc logout\nThe session is closed.\n" in done.stdout, done.stdout
    assert "Traceback" not in done.stdout
