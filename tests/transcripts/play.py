"""Plays: what is typed and what is seen, as one can read them aloud.

    @ LANG=nl_NL.UTF-8          a setting, from here on
    @ user bram                 who works from here on
    @ password correct horse    with which password, from here on
    @ key cron.key              or with which key file
    @ clock 2026-11-23          what day it is, from here on
    % list.csv                  a file of the stage, its lines following with a leading `| `
    $ wkc client find "in 't"   a command
    < Kan goed zitten           a line of its stdin
    ? Password: => geheim       a prompt that is expected, and what is typed
    number  name                a line of stdout; `…` stands for anything in a line, alone for any lines
    ! wkc: …                    a line of stderr
    = 6                         the exit code, 0 if not said

Write a play anew from what the program says now, then read the difference:
`python -m tests.transcripts.play FILE…`.

Run one play, or one scene of it with the scenes before it as its preparation:
`pytest tests/transcripts/plays/clients.play`, `pytest tests/transcripts/plays/clients.play::07-client-find`.
"""

import contextlib
import re
import shlex
import shutil
import sys
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from tests.stage import Ran, Stage

PLAYS = Path(__file__).parent / "plays"


@dataclass
class Scene:
    """One command with all that belongs to it."""

    command: str
    line: int
    stdin: list[str] = field(default_factory=list)
    typed: list[tuple[str, str]] = field(default_factory=list)
    out: list[str] = field(default_factory=list)
    err: list[str] = field(default_factory=list)
    code: int = 0

    def run(self, stage: Stage) -> Ran:
        words = shlex.split(self.command)[1:]
        typed = self.typed or None
        return stage.wkc(*words, stdin="".join(line + "\n" for line in self.stdin), typed=typed)


Step = Scene | str


def read(text: str) -> list[Step]:
    """Read a play: scenes, and between them the lines that set the stage."""
    steps: list[Step] = []
    for number, line in enumerate(text.splitlines(), start=1):
        mark, rest = line[:2], line[2:]
        if line.startswith(("#", "@ ", "% ", "| ")):
            steps.append(line)
        elif mark == "$ ":
            steps.append(Scene(rest, number))
        elif steps and isinstance(scene := steps[-1], Scene):
            if mark == "< ":
                scene.stdin.append(rest)
            elif mark == "? ":
                prompt, _, answer = rest.partition(" =>")
                scene.typed.append((prompt, answer.strip()))
            elif line[:1] == "!":
                scene.err.append(rest)
            elif mark == "= ":
                scene.code = int(rest)
            else:
                scene.out.append(line)
        elif line:
            raise ValueError(f"not a line of a play: {line}")
    return steps


def set_stage(stage: Stage, line: str, last: str) -> str:
    """Do what a line between the scenes says; give the file that is being written."""
    match line.split(" ", 2):
        case ["@", "user", user]:
            stage.user = None if user == "nobody" else user
        case ["@", "password", password]:
            stage.credentials = stage.file(f"password-of-{stage.user}", password + "\n")
        case ["@", "key", name]:
            stage.credentials = stage.folder / name
        case ["@", "clock", day]:
            stage.now = datetime.fromisoformat(day).replace(hour=9, tzinfo=UTC)
        case ["@", setting]:
            name, _, value = setting.partition("=")
            stage.environ[name] = value
        case ["%", name]:
            stage.file(name, "")
            return name
        case ["|", *_]:
            with (stage.folder / last).open("a", encoding="utf-8") as file:
                file.write(line[2:] + "\n")
    return last


def fits(expected: list[str], seen: str, folder: Path) -> bool:
    """Tell whether what was seen is what was expected."""
    pattern = "".join(
        "(?:.*\n)*?" if line.strip() == "…" else ".*".join(map(re.escape, line.rstrip().split("…"))) + " *\n"
        for line in _without_end(expected)
    )
    return re.fullmatch(pattern + r"\n*", seen.replace(str(folder), "HERE")) is not None


def _without_end(lines: list[str]) -> list[str]:
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return lines


def rewritten(text: str, stage: Stage) -> str:
    """Give a play as the program would say it now."""
    lines, last = [], ""
    for step in read(text):
        if isinstance(step, str):
            last = set_stage(stage, step, last)
            lines.append(step)
            continue
        ran = step.run(stage)
        lines.append(f"$ {step.command}")
        lines += [f"< {line}" for line in step.stdin]
        lines += [f"? {prompt} => {answer}".rstrip() for prompt, answer in step.typed]
        here = str(stage.folder)
        lines += [_lasting(line, here) for line in ran.out.rstrip("\n").splitlines()]
        lines += [f"! {_lasting(line, here)}" for line in ran.err.rstrip("\n").splitlines()]
        lines += [f"= {ran.code}"] if ran.code else []
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _lasting(line: str, here: str) -> str:
    """Leave out of a line what is another in every run: the folder, uuids, hashes, recovery codes."""
    line = re.sub(r"\b([0-9A-Z]{5}-){7}[0-9A-Z]{5}\b", "…", line)
    line = re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "…", line.replace(here, "HERE"))
    return re.sub(r"([0-9a-f]{4} ){7,}[0-9a-f]{4}|[0-9a-f]{64}", "…", line).rstrip()


def _main(paths: list[str]) -> None:
    for path in (Path(path).absolute() for path in paths):
        with tempfile.TemporaryDirectory() as folder:
            stage = opening(Path(folder), path)
            with contextlib.chdir(folder):
                play = rewritten(path.read_text(encoding="utf-8"), stage)
            path.write_text(play, encoding="utf-8")


def opening(folder: Path, path: Path, original: Stage | None = None) -> Stage:
    """Set the stage for a play: bare when its name says so, else with a register on it."""
    folder.chmod(0o700)
    stage = Stage(folder)
    if path.stem.startswith("bare"):
        return stage
    if original is None:
        stage.founded()
    else:
        shutil.copytree(original.folder, folder, dirs_exist_ok=True)
        stage.now = original.now
    return stage


if __name__ == "__main__":
    _main(sys.argv[1:])
