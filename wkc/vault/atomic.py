"""Replacing a file and its copy so that a crash leaves the old or the new, whole (VAULT 4)."""

import os
from contextlib import suppress
from pathlib import Path

from wkc.vault import steps
from wkc.vault.home import FILE_MODE
from wkc.vault.told import disk


def atomic_write(path: Path, copy: Path, content: bytes) -> None:
    """Put content in place of a file, then of its copy; the rename of the first is the commit point."""
    with disk():
        _replace(path, content, "")
        _replace(copy, content, "copy ")


def fsync(path: Path) -> None:
    """Bring a file or a folder to the disk."""
    opened = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _replace(path: Path, content: bytes, which: str) -> None:
    new = path.with_name(path.name + ".new")
    new.unlink(missing_ok=True)
    try:
        _make(new, content, which)
        new.rename(path)
    except OSError:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise
    steps.reached(f"{which}renamed")
    fsync(path.parent)
    steps.reached(f"{which}folder synced")


def _make(new: Path, content: bytes, which: str) -> None:
    made = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, FILE_MODE)
    with os.fdopen(made, "wb") as file:
        steps.reached(f"{which}opened")
        file.write(content)
        file.flush()
        steps.reached(f"{which}written")
        os.fsync(file.fileno())
        steps.reached(f"{which}synced")
