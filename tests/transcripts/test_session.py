"""`wkc login` as a person at a terminal has it: real processes under one shell that leads its own session."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.own_session import short_folder
from tests.stage import Stage
from tests.transcripts.test_processes import HEAVY

LOADED = """
import sys
from wkc.__main__ import main
from wkc.cli.terminal.environment import environment
assert main(["--json", "client", "show", "2026-1"], environment()) == 0
print(*{name if name.startswith("wkc") else name.partition(".")[0] for name in sys.modules}, file=sys.stderr)
"""


@pytest.fixture
def runtime() -> Iterator[Path]:
    with short_folder() as folder:
        yield folder.parent


def at_a_terminal(stage: Stage, runtime: Path, script: str) -> subprocess.CompletedProcess[str]:
    """Run a script of commands, `wkc` being this program and `$P` the option that names the password file."""
    environ = {
        "PATH": os.environ["PATH"],
        "WKC_HOME": str(stage.home),
        "XDG_STATE_HOME": str(stage.folder / "state-of-processes"),
        "XDG_RUNTIME_DIR": str(runtime),
        "LC_ALL": "C",
        "P": f"--password-file={stage.password_file}",
        "PYTHON": sys.executable,
        "LOADED": LOADED,
    }
    whole = f'wkc() {{ "$PYTHON" -W error -m wkc "$@"; }}\n{script}'
    return subprocess.run(
        ["/bin/sh", "-c", whole], env=environ, stdin=subprocess.DEVNULL, capture_output=True, text=True,
        start_new_session=True, check=False, timeout=60,
    )  # fmt: skip


def test_a_session_needs_neither_password_nor_user_id_until_it_is_ended(stage: Stage, runtime: Path) -> None:
    script = "wkc --user anna $P login && wkc --json whoami && wkc logout && wkc logout; wkc --user anna whoami"
    ran = at_a_terminal(stage, runtime, script)
    lines = ran.stdout.splitlines()
    assert lines[0].startswith("anna is signed in on this terminal until ")
    me = json.loads(lines[2])["data"]
    assert (me["user"]["user_id"], me["session"]["user_id"]) == ("anna", "anna")
    assert lines[3:] == ["The session is closed.", "No session was open in this terminal."]
    assert ran.returncode == 2
    assert "Password: this is missing" in ran.stderr


def test_a_password_file_that_is_named_goes_before_a_session(stage: Stage, runtime: Path) -> None:
    wrong = stage.file("wrong", "not the one\n")
    ran = at_a_terminal(stage, runtime, f"wkc --user anna $P login; wkc --user anna --password-file={wrong} whoami")
    assert ran.returncode == 7


def test_changing_users_asks_for_the_password_in_a_session_too(stage: Stage, runtime: Path) -> None:
    change = "user designate bram --name B --role coach --function f --new-password-file=x"
    ran = at_a_terminal(stage, runtime, f"wkc --user anna $P login; wkc {change}")
    assert ran.returncode == 2
    assert "Password: this is missing, and there is no terminal to ask on" in ran.stderr


def test_a_service_account_has_no_session(stage: Stage) -> None:
    key = stage.folder / "cron.key"
    stage.must("user", "designate", "cron", "--service", "--responsible", "anna", "--key-file", str(key))
    stage.user, stage.credentials = "cron", key
    assert stage.wkc("login").code == 4


def test_a_session_leaves_a_line_in_the_log(stage: Stage, runtime: Path) -> None:
    at_a_terminal(stage, runtime, "wkc --user anna $P login")
    assert "user.login" in [line["action"] for line in stage.json("audit", "list")["lines"]]


def test_in_a_session_showing_a_client_loads_neither_cryptography_nor_argon2(stage: Stage, runtime: Path) -> None:
    order = ("--opdrachtgever", "gemeente", "--assignment", "A1")
    stage.must("client", "register", *order, "--from", "-", stdin='{"geslachtsnaam": "Berg"}')
    ran = at_a_terminal(stage, runtime, 'wkc --user anna $P login; "$PYTHON" -c "$LOADED"')
    unneeded = HEAVY - {"sqlcipher3", "msgspec"} | {
        "rich",
        "zoneinfo",
        "platformdirs",
        "getpass",
        "random",
        "tempfile",
        "runpy",
        "unicodedata",
        "wkc.errors.input",
        "wkc.sentences.sentence",
        "wkc.vault.keys.content",
    }
    assert ran.returncode == 0, ran.stderr
    assert set(ran.stderr.split()) & unneeded == set()
