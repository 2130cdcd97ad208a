"""Replacing a file and its copy so that a crash leaves the old or the new, whole (VAULT 4)."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from wkc.vault.files import failpoints
from wkc.vault.files.home import FILE_MODE
from wkc.vault.files.sqlite_errors import disk


def atomic_write(path: Path, copy: Path, content: bytes) -> None:
    """Put content in place of a file, then of its copy; the rename of the first is the commit point."""
    new = path.with_name(path.name + ".new")
    with disk(), _remove_on_refusal(new):
        prepare(new, content)
        commit(new, path, copy, content)


def prepare(new: Path, content: bytes, which: str = "") -> None:
    """Bring content to the disk beside the place where it belongs."""
    new.unlink(missing_ok=True)
    made = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, FILE_MODE)
    with os.fdopen(made, "wb") as file:
        failpoints.failpoint(f"{which}opened")
        file.write(content)
        file.flush()
        failpoints.failpoint(f"{which}written")
        os.fsync(file.fileno())
        failpoints.failpoint(f"{which}synced")


def commit(new: Path, path: Path, copy: Path, content: bytes) -> None:
    """Rename what was prepared to its place, the commit point; a copy that cannot follow is taken away.

    No copy is better than a stale one, and what is committed must not be called failed.
    """
    _place(new, path, "")
    _put_copy(copy, content)


def renew(copy: Path, content: bytes) -> None:
    """Let a copy that an earlier write left behind say what its file says."""
    if not copy.is_file() or copy.read_bytes() != content:
        _put_copy(copy, content)


def replace(path: Path, content: bytes) -> None:
    """Put content in place of a file that has no copy."""
    new = path.with_name(path.name + ".new")
    with disk(), _remove_on_refusal(new):
        prepare(new, content)
        _place(new, path, "")


def fsync(path: Path) -> None:
    """Bring a file or a folder to the disk."""
    opened = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _put_copy(copy: Path, content: bytes) -> None:
    new = copy.with_name(copy.name + ".new")
    with suppress(OSError), _remove_on_refusal(copy), _remove_on_refusal(new):
        prepare(new, content, "copy ")
        _place(new, copy, "copy ")


def _place(new: Path, path: Path, which: str) -> None:
    new.rename(path)
    failpoints.failpoint(f"{which}renamed")
    fsync(path.parent)
    failpoints.failpoint(f"{which}folder synced")


@contextmanager
def _remove_on_refusal(path: Path) -> Iterator[None]:
    """Leave no such file behind when the disk refuses."""
    try:
        yield
    except OSError:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise
