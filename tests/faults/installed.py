"""The installed program as one user runs it: a process of its own, with a state folder of the user's own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.stage import Stage

PROGRAM = Path(sys.executable).with_name("wkc")


def environ(stage: Stage, user: str) -> dict[str, str]:
    state = stage.folder / f"state-of-{user}"
    return {"PATH": os.environ["PATH"], "LC_ALL": "C", "HOME": str(stage.folder), "XDG_STATE_HOME": str(state)}


def wkc(
    stage: Stage, user: str, *argv: str, stdin: str = "", secret: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the program as one user, with the password file of everybody or another."""
    file = secret or (stage.folder / "key" if user == "cron" else stage.password_file)
    words = [str(PROGRAM), "--home", str(stage.home), "--user", user, "--password-file", str(file), *argv]
    return subprocess.run(words, input=stdin, capture_output=True, text=True, env=environ(stage, user), check=False)


def must(stage: Stage, user: str, *argv: str, stdin: str = "", secret: Path | None = None) -> Any:
    """Run a command that has to succeed, and give its data."""
    ran = wkc(stage, user, "--json", *argv, stdin=stdin, secret=secret)
    assert ran.returncode == 0, (argv, ran.stderr)
    return json.loads(ran.stdout)["data"]


def error(stage: Stage, user: str, *argv: str, secret: Path | None = None) -> str:
    """Run a command that has to fail, and give the name of its error."""
    ran = wkc(stage, user, "--json", *argv, secret=secret)
    assert ran.returncode != 0, argv
    return str(json.loads(ran.stderr)["error"]["name"])


def findings(stage: Stage, user: str = "anna", secret: Path | None = None) -> set[str]:
    """Give the checks of `wkc doctor` that are not well."""
    ran = wkc(stage, user, "--json", "doctor", secret=secret)
    return {found["check"] for found in json.loads(ran.stdout)["data"]["findings"] if found["health"] != "ok"}
