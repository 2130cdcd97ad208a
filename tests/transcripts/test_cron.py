"""The cron lines of the manual, run as they stand there in the environment that cron gives."""

import re
import shutil
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


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """A register with its service account, made an hour ago."""
    stage = Stage(tmp_path_factory.mktemp("known"), now=datetime.now(UTC) - timedelta(hours=1))
    stage.folder.chmod(0o700)
    stage.founded()
    key = str(stage.folder / "wkc.key")
    stage.must("user", "designate", "nightly", "--service", "--responsible", "anna", "--key-file", key)
    return stage


@pytest.fixture
def account(known: Stage, tmp_path: Path) -> Path:
    """The home of the account that owns the register, as `pipx install` and the manual leave it."""
    home = tmp_path / "wkc"
    (home / ".local" / "bin").mkdir(parents=True)
    (home / ".local" / "bin" / "wkc").symlink_to(Path(sys.executable).parent / "wkc")
    shutil.copytree(known.home, home / ".local" / "share" / "wkc")
    for name in ("password", "wkc.key"):
        shutil.copy2(known.folder / name, home / name)
    backups = tmp_path / "backups"
    backups.mkdir(mode=0o700)
    stage = Stage(home, now=known.now, environ={"WKC_HOME": str(home / ".local" / "share" / "wkc")})
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


def planned(account: Path, *more: str, **environ: str) -> str:
    """What `wkc backup plan` prints for the account, whose own shell knows the program by its folder."""
    own = {"HOME": str(account), "PATH": f"{account}/.local/bin:/usr/bin:/bin", **environ}
    words = ("wkc", "--user", "anna", "--password-file", f"{account}/password", "backup", "plan", *more)
    done = subprocess.run(
        words, env=own, capture_output=True, text=True, check=False, executable=f"{account}/.local/bin/wkc"
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def read_crontab(text: str) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Read a crontab as crontab(5) has it: settings, and the time and command of each line."""
    settings, scheduled = {}, []
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        if match := re.fullmatch(r"([A-Z_]+)=(.*)", line):
            settings[match[1]] = match[2].strip('"')
        else:
            minute, hour, day, month, weekday, command = line.split(maxsplit=5)
            scheduled.append((f"{minute} {hour} {day} {month} {weekday}", command.replace(r"\%", "%")))
    return settings, scheduled


def test_the_lines_for_this_machine_run_as_they_are_printed_and_say_nothing_when_all_is_well(account: Path) -> None:
    settings, scheduled = read_crontab(planned(account, "--at", "23:30", "--mail-to", "d@example.nl"))
    assert settings == {
        "MAILTO": "d@example.nl",
        "LC_ALL": "C.UTF-8",
        "WKC_HOME": str(account / ".local" / "share" / "wkc"),
        "WKC_USER": "nightly",
        "WKC_PASSWORD_FILE": str(account / "wkc.key"),
    }
    assert [time for time, _command in scheduled] == [
        "30 7 * * 1-5", "30 23 * * *", "30 0 * * *", "0 1 * * *", "0 6 * * 1",
    ]  # fmt: skip
    environ = {"HOME": str(account), "LOGNAME": "wkc", "SHELL": "/bin/sh", "PATH": "/usr/bin:/bin", **settings}
    for _time, command in scheduled:
        done = subprocess.run(["/bin/sh", "-c", command], env=environ, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", ""), command


def test_the_lines_mail_in_the_language_of_the_terminal_that_made_them(account: Path) -> None:
    printed = planned(account, LC_ALL="nl_NL.UTF-8")
    assert read_crontab(printed)[0]["LC_ALL"] == "nl_NL.UTF-8"
    assert "15 2 * * *  " in printed
    assert printed.startswith("# wkc: voor de crontab van het account")
