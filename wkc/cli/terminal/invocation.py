"""The start of a command: its environment, the options before it, and the shell it was typed in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from wkc.cli.terminal.progress_line import ProgressLine
    from wkc.procedures.core.environment import Environment
    from wkc.procedures.core.session import Session


class ReportedCode(int):
    """The exit code of a command that ran inside another, and reported its own error."""


class ShellContext(NamedTuple):
    """The state of `wkc shell`: the session that is signed in, and the only folder for files, if there is one."""

    session: Session
    files: Path | None


class Invocation(NamedTuple):
    """The start of a command: its environment, the function that runs another, and the shell it was typed in.

    `kept` gets the name of each action that changed something for good; `progress_line` is for a person who looks on.
    """

    environment: Environment
    run: Callable[[Sequence[str], Environment, ShellContext | None], int]
    shell: ShellContext | None
    kept: list[str]
    progress_line: ProgressLine | None


class GlobalOptions(NamedTuple):
    """The options before the command."""

    home: str | None
    user: str | None
    password_file: str | None
    json: bool
    yes: bool
    purpose: str | None
    break_glass: bool
    break_glass_file: str | None
