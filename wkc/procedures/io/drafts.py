"""Named drafts of output files: recorded while they are written, so that one cut short is removed by the next command.

A record is a file in the user's state folder with the path of one draft. Its writer keeps a lock on it: a record whose
lock is free belongs to a process that has ended. Hand-written: the drafts of the libraries for atomic writing stay
behind when the process is killed.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PREFIX = "draft-"
LONGEST = 8192
"""Octets of a record; a path has at most 4,096 (PATH_MAX of Linux)."""


@contextmanager
def record_draft(state: Path, folder: Path) -> Iterator[Path]:
    """Name a draft in a folder, on record in the state folder until this ends; OSError where it cannot be recorded."""
    draft = folder.resolve() / f".wkc-{os.urandom(8).hex()}"
    state.mkdir(mode=0o700, parents=True, exist_ok=True)
    record = state / f"{PREFIX}{draft.name}"
    opened = os.open(record, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX)
        os.write(opened, os.fsencode(draft))
        os.fsync(opened)
        yield draft
        draft.unlink(missing_ok=True)
        record.unlink(missing_ok=True)
    except BaseException:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
            record.unlink(missing_ok=True)
        raise
    finally:
        os.close(opened)


def remove_leftovers(state: Path) -> tuple[int, tuple[Path, ...]]:
    """Remove the drafts of commands that were cut short: how many are gone now, and which could not be removed."""
    removed, left = 0, []
    for record in sorted(state.glob(f"{PREFIX}*")):
        try:
            opened = os.open(record, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        except OSError:
            continue
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
            draft = Path(os.fsdecode(os.read(opened, LONGEST)))
            if not _is_ours(draft, record):
                record.unlink(missing_ok=True)
            elif not draft.parent.is_dir():
                left.append(draft)  # A medium that is away comes back with the draft on it.
            else:
                removed += draft.is_file()
                draft.unlink(missing_ok=True)
                record.unlink(missing_ok=True)
        except BlockingIOError:
            continue
        except OSError:
            left.append(draft)
        finally:
            os.close(opened)
    return removed, tuple(left)


def _is_ours(draft: Path, record: Path) -> bool:
    """Check that a record names a draft and nothing else: a torn record, or one that another wrote, removes nothing."""
    return draft.is_absolute() and f"{PREFIX}{draft.name}" == record.name and draft.name.startswith(".wkc-")
