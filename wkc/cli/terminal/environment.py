"""The environment of a real process: this process's streams, environment, clock, terminal and folders."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, cast

from wkc.procedures.core import clock
from wkc.procedures.core.environment import Environment

if TYPE_CHECKING:
    from wkc.cli.terminal.prompts import Keyboard


def environment() -> Environment:
    """Take the process as it is; what its encoding cannot say is escaped, not lost."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    return Environment(
        _stream(sys.stdin, "r"),
        _stream(sys.stdout, "w"),
        _stream(sys.stderr, "w"),
        os.environ,
        clock.now,
        _keyboard,
        _home,
        _state,
        _runtime,
        tty=_tty(),
    )


def _stream(stream: TextIO | None, mode: str) -> TextIO:
    """Give a stream, or nothing to read from or write to where the process was started without one."""
    return stream or cast("TextIO", Path(os.devnull).open(mode, encoding="utf-8"))


def _tty() -> str:
    """Name the terminal of this process; empty without one, as under cron."""
    for stream in range(3):
        with suppress(OSError):
            return os.ttyname(stream)
    return ""


def _keyboard() -> Keyboard | None:
    from wkc.cli.terminal.prompts import keyboard

    return keyboard()


def _home() -> Path:
    from platformdirs import user_data_path

    return user_data_path("wkc")


def _state() -> Path:
    """Give what platformdirs gives; every command needs it, and on Linux it is two lines (XDG base directories)."""
    if sys.platform != "linux":
        from platformdirs import user_state_path

        return user_state_path("wkc")
    named = Path(os.environ.get("XDG_STATE_HOME", ""))
    return (named if named.is_absolute() else Path.home() / ".local" / "state") / "wkc"


def _runtime() -> Path:
    """Give the folder that goes when the user signs out of the machine, else one among the temporary ones."""
    named = Path(os.environ.get("XDG_RUNTIME_DIR") or "")
    if named.is_absolute() and named.is_dir() and named.stat().st_uid == os.geteuid():
        return named / "wkc"
    return Path(os.environ.get("TMPDIR") or "/tmp") / f"wkc-{os.geteuid()}"  # noqa: S108  (checked with lstat)
