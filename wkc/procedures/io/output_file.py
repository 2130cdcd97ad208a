"""Files that we hand to the user: 0600, whole or not at all, nothing overwritten unasked (DESIGN 9.5).

Hand-written: no library writes a file that has no name until it is whole.
"""

import errno
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from wkc.errors.terminal import OutputExists, OutputInRegister, OutputUnwritable
from wkc.procedures.io import drafts

NO_UNNAMED = frozenset({errno.EOPNOTSUPP, errno.EISDIR, errno.ENOENT, errno.EINVAL})
"""Error numbers of a system or a file system without O_TMPFILE (open(2))."""
OPEN_FILES = Path("/proc/self/fd")
"""The folder in which Linux gives every open file of this process a path (proc(5))."""


def check(path: Path, home: Path, *, force: bool) -> None:
    """Refuse a place before any work is done for it: in the register's folder, or taken."""
    try:
        where = path.parent.resolve()
        taken = path.exists() or path.is_symlink()
        replaceable = force and path.is_file()
        folder = path.parent.is_dir()
    except OSError as error:
        raise OutputUnwritable(path=path) from error
    if where == home.resolve() or home.resolve() in where.parents:
        raise OutputInRegister(home=home)
    if taken and not replaceable:
        raise OutputExists(path=path, is_file=path.is_file() or not path.exists())
    if not folder:
        raise OutputUnwritable(path=path)


def write(
    path: Path, content: bytes, before: Callable[[], None], *, state: Path, force: bool, mode: int = 0o600
) -> None:
    """Write a file and fsync it, do what must come before it shows, then put it in place, as `write_stream` does."""
    write_parts(path, (content,), before, state=state, force=force, mode=mode)


def write_parts(
    path: Path, parts: Iterable[bytes], before: Callable[[], None], *, state: Path, force: bool, mode: int = 0o600
) -> None:
    """Write a file that is not in memory as a whole, from its parts, as `write_stream` does."""
    write_stream(path, lambda file: file.writelines(parts), before, state=state, force=force, mode=mode)


def write_stream(
    path: Path,
    fill: Callable[[BinaryIO], None],
    before: Callable[[], None],
    *,
    state: Path,
    force: bool,
    mode: int = 0o600,
) -> None:
    """Write a file that `fill` writes to, do what must come before it shows, then put it in place.

    It has no name until it is whole (open(2), O_TMPFILE), so that a kill leaves nothing behind. A file system without
    such files, and a file that is replaced, need a named draft: it is on record in the state folder meanwhile
    (drafts.py). errors.OutputExists, OutputUnwritable.
    """
    try:
        unnamed = _open_unnamed(path.parent)
        if unnamed is None:
            with drafts.record_draft(state, path.parent) as draft:
                named = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
                try:
                    _fill(named, fill, mode)
                finally:
                    os.close(named)
                before()
                if force:
                    draft.replace(path)
                else:
                    _place(draft, path)
        else:
            try:
                _fill(unnamed, fill, mode)
                before()
                _show(unnamed, path, state, force=force)
            finally:
                os.close(unnamed)
    except OSError as error:
        raise OutputUnwritable(path=path) from error
    _fsync_folder(path.parent)


def _open_unnamed(folder: Path) -> int | None:
    """Open a file without a name in a folder; None where the system or the file system has none."""
    if not hasattr(os, "O_TMPFILE") or not OPEN_FILES.is_dir():
        return None
    try:
        return os.open(folder, os.O_TMPFILE | os.O_WRONLY | os.O_CLOEXEC, 0o600)
    except OSError as error:
        if error.errno in NO_UNNAMED:
            return None
        raise


def _fill(opened: int, fill: Callable[[BinaryIO], None], mode: int) -> None:
    with os.fdopen(opened, "wb", closefd=False) as file:
        fill(file)
        file.flush()
        os.fchmod(opened, mode)
        os.fsync(opened)


def _show(opened: int, path: Path, state: Path, *, force: bool) -> None:
    """Give a whole file its name; one that is replaced needs a second name for a moment, for link(2) replaces none."""
    unnamed = OPEN_FILES / str(opened)
    if force:
        with drafts.record_draft(state, path.parent) as draft:
            _place(unnamed, draft)
            draft.replace(path)
    else:
        _place(unnamed, path)


def _place(draft: Path, path: Path) -> None:
    """Name a file without overwriting: a hard link fails where the name is taken; some file systems have no links."""
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        # Only with a folder does Python call linkat(2), which follows /proc/self/fd to the file.
        os.link(draft, path.name, src_dir_fd=folder, dst_dir_fd=folder, follow_symlinks=True)
    except FileExistsError as error:
        raise OutputExists(path=path) from error
    except OSError:
        if os.path.lexists(path):
            raise OutputExists(path=path) from None
        draft.replace(path)
    finally:
        os.close(folder)


def _fsync_folder(folder: Path) -> None:
    """Bring the name to the disk; the file shows by now, so that a folder which cannot be synced is no failure."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
