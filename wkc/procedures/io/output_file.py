"""Files that we hand to the user: 0600, whole or not at all, nothing overwritten unasked (DESIGN 9.5)."""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from wkc.errors.terminal import OutputExists, OutputInRegister, OutputUnwritable


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
        raise OutputExists(path=path)
    if not folder:
        raise OutputUnwritable(path=path)


def write(path: Path, content: bytes, before: Callable[[], None], *, force: bool, mode: int = 0o600) -> None:
    """Write a file beside its place and fsync it, do what must come before it shows, then put it in place."""
    write_parts(path, (content,), before, force=force, mode=mode)


def write_parts(
    path: Path, parts: Iterable[bytes], before: Callable[[], None], *, force: bool, mode: int = 0o600
) -> None:
    """Write a file that is not in memory as a whole."""
    draft = path.with_name(f".{path.name}.{token_hex(4)}")
    try:
        opened = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        with os.fdopen(opened, "wb") as file:
            file.writelines(parts)
            file.flush()
            os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())
        before()
        if force:
            draft.replace(path)
        else:
            _place(draft, path)
        _fsync_folder(path.parent)
    except OSError as error:
        raise OutputUnwritable(path=path) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _place(draft: Path, path: Path) -> None:
    """Rename without overwriting: a hard link fails where the name is taken; some file systems have no links."""
    try:
        path.hardlink_to(draft)
    except FileExistsError as error:
        raise OutputExists(path=path) from error
    except OSError:
        if path.exists():
            raise OutputExists(path=path) from None
        draft.replace(path)


def _fsync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # Some file systems cannot sync a folder.
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
