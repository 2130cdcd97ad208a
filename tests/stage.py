"""A stage for the whole program: its own folder, clock, streams and terminal, and a cheap key derivation."""

import io
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from wkc.__main__ import main
from wkc.procedures.core.environment import Environment, IdleTooLong
from wkc.vault.keys.password import Cost

CHEAP = Cost(19456, 1, 1)
PASSWORD = "correct horse battery"


@dataclass(frozen=True)
class Ran:
    """What came of one command."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """The data of a JSON envelope."""
        return json.loads(self.out)["data"]

    @property
    def error(self) -> Any:
        """The error of a JSON envelope."""
        return json.loads(self.err)["error"]


class NotInThePlay(BaseException):
    """The program asked what the test did not expect; nothing may catch it."""


class Typist:
    """A terminal where the answers lie ready: each a prompt's beginning and what is typed."""

    def __init__(self, answers: Iterable[tuple[str, str]]) -> None:
        self._answers = list(answers)
        self.stood = ""
        self.idle: float | None = None
        self.cleared = False

    def ask(self, prompt: str, typed: str = "", idle: float | None = None) -> str:
        """Answer; `^I` and a text behind it is typed so far by somebody who then stays away too long."""
        self.stood, self.idle = typed, idle
        expected, typed = self._answers.pop(0) if self._answers else ("nothing", "")
        if not prompt.startswith(expected):
            raise NotInThePlay(f"asked {prompt!r}, expected {expected!r}")
        if typed == "^C":
            raise KeyboardInterrupt
        if typed.startswith("^I"):
            assert idle is not None, f"{prompt!r} may wait for ever"
            raise IdleTooLong(typed[2:])
        return self.stood if typed == "^M" else typed

    def ask_secret(self, prompt: str, idle: float | None = None) -> str:
        return self.ask(prompt, "", idle)

    def ask_user_id(self, prompt: str) -> str:
        return self.ask(prompt)

    def choose(
        self,
        prompt: str,
        options: Mapping[str, str],
        typed: str = "",
        idle: float | None = None,
        settle: Callable[[str], str] = str,
    ) -> str:
        assert options
        assert settle("") == ""
        return self.ask(prompt, typed, idle)

    def command(
        self, prompt: str, words: Mapping[str, list[str]], lines: int = 0, typed: str = "", idle: float | None = None
    ) -> str | None:
        del lines
        assert "client" in words
        assert idle == 15 * 60
        answer = self.ask(prompt, typed, idle)
        return None if answer == "^D" else answer

    def clear(self) -> None:
        self.cleared = True

    @property
    def is_asked_a_password(self) -> bool:
        return any("assword" in prompt or "achtwoord" in prompt for prompt, _ in self._answers)

    def done(self) -> bool:
        return not self._answers


START = datetime(2026, 11, 23, 9, tzinfo=UTC)
LONG, DAY, HOUR = timedelta(days=6), timedelta(days=1), timedelta(hours=1)
LAST: dict[Path, datetime] = {}
"""The moment of the last command on each folder, whoever gave it."""
WORKED_IN: set[Path] = set()
"""The folders in which a command ran; a copy is none of them until one runs in it."""


@dataclass
class Stage:
    """One machine with one account: where the register is, who works, what time it is.

    Whenever the time of a play jumps by six days or more, the office worked in between: the day before the next command
    its beheerder says that the clock is right; and so does who sets it back. With `works_between` off nobody does.
    """

    folder: Path
    user: str | None = "anna"
    now: datetime = START
    environ: dict[str, str] = field(default_factory=dict)
    credentials: Path | None = None
    works_between: bool = True

    @property
    def home(self) -> Path:
        return self.folder / "register"

    @property
    def password_file(self) -> Path:
        return self.folder / "password"

    def environment(self, stdin: str | bytes = "", typist: Typist | None = None) -> Environment:
        given = stdin.encode() if isinstance(stdin, str) else stdin
        settings = {"WKC_HOME": str(self.home), "LC_ALL": "C", **self.environ}
        if self.user:
            settings["WKC_USER"] = self.user
        if typist is None or not typist.is_asked_a_password:
            settings["WKC_PASSWORD_FILE"] = str(self.credentials or self.password_file)
        return Environment(
            io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"),
            io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True),
            io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True),
            settings,
            self._tick,
            lambda: typist,
            lambda: self.folder / "default",
            lambda: self.folder / "state",
            lambda: self.folder / "runtime",
            CHEAP,
        )

    def wkc(self, *argv: str, stdin: str | bytes = "", typed: Iterable[tuple[str, str]] | None = None) -> Ran:
        """Run one command in this process."""
        if self.works_between:
            self.work_between()
        WORKED_IN.add(self.folder)
        typist = None if typed is None else Typist(typed)
        environment = self.environment(stdin, typist)
        if typist is not None:
            environment.stdin.isatty = lambda: True  # type: ignore[method-assign]
        code = main(argv, environment)
        out, err = (stream.buffer.getvalue().decode() for stream in (environment.stdout, environment.stderr))  # type: ignore[attr-defined]
        assert typist is None or typist.done(), f"not everything was asked for: {argv} {out} {err}"
        LAST[self.folder] = self.now
        return Ran(code, out, err)

    def work_between(self) -> None:
        """Have beheerder anna confirm a clock that jumped, on the day before; at once where it was set back."""
        jump = self.now - LAST.get(self.folder, START)
        if not (jump >= LONG or jump < -HOUR) or not (self.home.exists() and self.password_file.exists()):
            return
        at = self.now - (DAY if jump > HOUR else timedelta(seconds=2))
        anna = replace(self, now=at, user="anna", credentials=None, works_between=False)
        anna.wkc("--yes", "audit", "accept", "--clock", stdin="Gewerkt.")

    def must(self, *argv: str, stdin: str | bytes = "") -> Ran:
        """Run one command that has to succeed."""
        ran = self.wkc(*argv, stdin=stdin)
        assert ran.code == 0, ran.err
        return ran

    def json(self, *argv: str, stdin: str | bytes = "") -> Any:
        """Give the data that a command answers with --json."""
        return self.must("--json", *argv, stdin=stdin).data

    def founded(self) -> "Stage":
        """Make the register, with beheerder anna."""
        self.password_file.write_text(PASSWORD + "\n", encoding="utf-8")
        self.password_file.chmod(0o600)
        office = ("--name", "Bureau Proef", "--place", "Alkmaar", "--kvk", "12345678")
        self.must("--yes", "init", *office, "--beheerder", "anna")
        return self

    def file(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        path.chmod(0o600)
        return path

    def _tick(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now
