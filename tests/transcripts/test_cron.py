"""The cron lines of the manual, run as they stand there in the environment that cron gives."""

import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.stage import Stage
from wkc import docs

LINE = re.compile(r"(?:\S+ ){4}\S+\s+(\S.*)")
SETTING = re.compile(r"([A-Z_]+)=(\S+)")


def crontab() -> tuple[dict[str, str], list[str]]:
    """Give the settings and the commands of the crontab in the manual."""
    manual = (Path(docs.__path__[0]) / "operating.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```cron\n(.*?)```", manual, re.DOTALL)
    settings, commands = {}, []
    for line in block.splitlines():
        if found := SETTING.fullmatch(line):
            settings[found[1]] = found[2]
        else:
            scheduled = LINE.fullmatch(line)
            assert scheduled, line
            commands.append(scheduled[1])
    return settings, commands


@pytest.fixture
def account(tmp_path: Path) -> Path:
    """The home of the account that owns the register, as `pipx install` and the manual leave it."""
    home = tmp_path / "wkc"
    (home / ".local" / "bin").mkdir(parents=True)
    (home / ".local" / "bin" / "wkc").symlink_to(Path(sys.executable).parent / "wkc")
    (home / ".local" / "share").mkdir()
    backups = tmp_path / "backups"
    backups.mkdir(mode=0o700)
    stage = Stage(home, now=datetime.now(UTC) - timedelta(hours=1))
    stage.environ["WKC_HOME"] = str(home / ".local" / "share" / "wkc")
    stage.founded()
    stage.must("user", "designate", "nightly", "--service", "--responsible", "anna", "--key-file", f"{home}/wkc.key")
    stage.must("settings", "set", "backup.folder", str(backups))
    return home


def test_each_line_runs_as_it_stands_and_says_nothing_when_all_is_well(account: Path) -> None:
    settings, commands = crontab()
    environ = {"HOME": str(account), "LOGNAME": "wkc", "SHELL": "/bin/sh", "PATH": "/usr/bin:/bin", **settings}
    order = ["agenda", "retention run", "backup create", "backup prune", "doctor"]
    assert [name for command, name in zip(commands, order, strict=True) if name in command] == order
    for command in commands:
        done = subprocess.run(["/bin/sh", "-c", command], env=environ, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", ""), command


def test_a_line_whose_program_is_not_there_is_mailed(account: Path) -> None:
    (account / ".local" / "bin" / "wkc").unlink()
    settings, commands = crontab()
    environ = {"HOME": str(account), "SHELL": "/bin/sh", "PATH": "/usr/bin:/bin", **settings}
    done = subprocess.run(["/bin/sh", "-c", commands[1]], env=environ, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "not found" in done.stderr
