"""The errors of the disk and of SQLCipher, translated into ours in this one place."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wkc.errors.families import WkcError
from wkc.errors.vault import DiskFull, Inaccessible, RegisterBusy, RegisterDamaged
from wkc.i18n import _

REFUSED = frozenset({errno.EACCES, errno.EPERM})
UNWRITABLE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS})

# Primary result codes (sqlite.org/rescode.html). CANTOPEN is a journal that cannot be made: we look for the
# file itself before we connect.
_PRIMARY = 0xFF
_BUSY = frozenset({5, 6})
_UNWRITABLE = frozenset({8, 10, 13, 14})
_REFUSED = frozenset({8, 14})
EFFECTIVE = os.access in os.supports_effective_ids
_DAMAGED = frozenset({11, 26})

# backup() gives no code, only what sqlite3_errstr says of it.
_CODES = {
    "database is locked": 5,
    "database table is locked": 6,
    "attempt to write a readonly database": 8,
    "disk I/O error": 10,
    "database disk image is malformed": 11,
    "database or disk is full": 13,
    "unable to open database file": 14,
    "file is not a database": 26,
}


@contextmanager
def disk() -> Iterator[None]:
    """Turn a full, broken or read-only disk into errors.DiskFull, missing rights into errors.Inaccessible."""
    try:
        yield
    except OSError as error:
        if error.errno in REFUSED and error.filename is not None:
            raise Inaccessible(path=error.filename) from error
        if error.errno in UNWRITABLE:
            raise DiskFull from error
        raise


@contextmanager
def translated(path: Path, integrity: WkcError | None = None) -> Iterator[None]:
    """Turn what SQLCipher says of a register into ours; IntegrityError passes unless its meaning is given."""
    from sqlcipher3 import dbapi2

    try:
        with disk():
            yield
    except dbapi2.IntegrityError as error:
        if integrity is None:
            raise
        raise integrity from error
    except dbapi2.Error as error:
        code = (getattr(error, "sqlite_errorcode", 0) or _CODES.get(str(error), 0)) & _PRIMARY
        if code in _BUSY:
            raise RegisterBusy(who=_("another command")) from error
        if code in _REFUSED and (closed := _closed(path)) is not None:
            raise Inaccessible(path=closed) from error
        if code in _UNWRITABLE:
            raise DiskFull from error
        if code in _DAMAGED:
            raise RegisterDamaged(path=path) from error
        raise


def _closed(path: Path) -> Path | None:
    """Give the folder or the file of a register that we have no right to write; SQLCipher does not say why."""
    try:
        if os.statvfs(path.parent).f_flag & os.ST_RDONLY:
            return None
    except OSError:
        return None
    if not os.access(path.parent, os.R_OK | os.W_OK | os.X_OK, effective_ids=EFFECTIVE):
        return path.parent
    files = (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm")))
    there = (file for file in files if os.path.lexists(file))
    return next((file for file in there if not os.access(file, os.R_OK | os.W_OK, effective_ids=EFFECTIVE)), None)
