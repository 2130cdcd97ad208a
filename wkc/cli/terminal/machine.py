"""This machine as lines for cron need it: the program with its whole path, and the locale of the terminal."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from shlex import quote

UTF_8 = "C.UTF-8"


def find_program() -> str:
    """Give this program as a shell takes it, with its whole path: cron knows few folders."""
    beside = Path(sys.executable).parent / "wkc"
    on_path = shutil.which("wkc")
    if on_path and Path(on_path).resolve() == beside.resolve():
        return quote(str(Path(on_path).absolute()))
    return quote(str(beside)) if beside.is_file() else f"{quote(sys.executable)} -m wkc"


def find_locale(environ: Mapping[str, str]) -> str:
    """Give the locale of this terminal, so that mails are in its language; one that says no UTF-8 is replaced."""
    locale = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    return locale if locale.lower().replace("-", "").endswith("utf8") else UTF_8
