"""The errors of the disk and of SQLCipher, translated into ours in this one place."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wkc.errors.families import WkcError
from wkc.errors.vault import (
    DiskFaulty,
    DiskFull,
    Inaccessible,
    MachineRefused,
    MemoryShort,
    RegisterBusy,
    RegisterDamaged,
)
from wkc.i18n import _

REFUSED = frozenset({errno.EACCES, errno.EPERM})
UNWRITABLE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})

# Primary result codes (sqlite.org/rescode.html). CANTOPEN is a journal that cannot be made: we look for the
# file itself before we connect.
_PRIMARY = 0xFF
_BUSY = frozenset({5, 6, 15})  # The last, SQLITE_PROTOCOL: so many locks of the log failed that SQLite gave up.
_REFUSED_BY_MACHINE = {3: errno.EPERM, 22: errno.EFBIG}  # SQLITE_PERM, SQLITE_NOLFS
_UNWRITABLE = frozenset({8, 13, 14})
_MEMORY, _DISK = 7, 10
_DISK_MEMORY, _DISK_ROOM = 3082, 4874  # SQLITE_IOERR_NOMEM, SQLITE_IOERR_SHMSIZE
_LEAST_ROOM = 128 * 1024
"""Octets of room below which an error of the disk is a full one: SQLite does not always say which."""
_REFUSED = frozenset({8, 14})
EFFECTIVE = os.access in os.supports_effective_ids
_DAMAGED = frozenset({11, 26})

# backup() gives no code, only what sqlite3_errstr says of it.
_CODES = {
    "database is locked": 5,
    "database table is locked": 6,
    "out of memory": 7,
    "attempt to write a readonly database": 8,
    "disk I/O error": 10,
    "database disk image is malformed": 11,
    "database or disk is full": 13,
    "unable to open database file": 14,
    "locking protocol": 15,
    "file is not a database": 26,
}


@contextmanager
def disk() -> Iterator[None]:
    """Turn the errors of the system on a disk into ours: errors.DiskFull, DiskFaulty, Inaccessible, MemoryShort."""
    try:
        yield
    except OSError as error:
        if error.errno in REFUSED and error.filename is not None:
            raise Inaccessible(path=error.filename) from error
        if error.errno in UNWRITABLE:
            raise DiskFull from error
        if error.errno == errno.EIO:
            raise DiskFaulty from error
        if error.errno == errno.ENOMEM:
            raise MemoryShort from error
        raise
    except MemoryError as error:
        raise MemoryShort from error


@contextmanager
def translated(path: Path, integrity: WkcError | None = None) -> Iterator[None]:
    """Turn the errors of SQLCipher on a register into ours; IntegrityError passes unless its meaning is given."""
    from sqlcipher3 import dbapi2

    try:
        with disk():
            yield
    except dbapi2.IntegrityError as error:
        if integrity is None:
            raise
        raise integrity from error
    except dbapi2.Error as error:
        meaning = _translate(getattr(error, "sqlite_errorcode", 0) or _CODES.get(str(error), 0), path)
        if meaning is None:
            raise
        raise meaning from error


def _translate(extended: int, path: Path) -> WkcError | None:
    """Give our error for an extended result code; None for what a wrong statement of ours leads to."""
    code = extended & _PRIMARY
    meaning: WkcError | None = None
    if code == _MEMORY or extended == _DISK_MEMORY:
        meaning = MemoryShort()
    elif code in _BUSY:
        meaning = RegisterBusy(who=_("another command"))
    elif code in _REFUSED_BY_MACHINE:
        meaning = MachineRefused(what=os.strerror(_REFUSED_BY_MACHINE[code]))
    elif code in _REFUSED and (closed := _find_unwritable(path)) is not None:
        meaning = Inaccessible(path=closed)
    elif code in _UNWRITABLE or extended == _DISK_ROOM:
        meaning = DiskFull()
    elif code == _DISK:
        meaning = DiskFull() if _is_full(path) else DiskFaulty()
    elif code in _DAMAGED:
        meaning = RegisterDamaged(path=path)
    return meaning


def _is_full(path: Path) -> bool:
    """Tell whether the disk of a register has next to no room or takes no writing; one that does not say is faulty."""
    try:
        status = os.statvfs(path.parent)
    except OSError:
        return False
    return bool(status.f_flag & os.ST_RDONLY) or status.f_bavail * status.f_frsize < _LEAST_ROOM


def _find_unwritable(path: Path) -> Path | None:
    """Give the folder or the file of a register that we have no right to write; SQLCipher does not say why."""
    try:
        if os.statvfs(path.parent).f_flag & os.ST_RDONLY:
            return None
    except OSError:
        return None
    if not os.access(path.parent, os.R_OK | os.W_OK | os.X_OK, effective_ids=EFFECTIVE):
        return path.parent
    files = (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm")))
    existing = (file for file in files if os.path.lexists(file))
    return next((file for file in existing if not os.access(file, os.R_OK | os.W_OK, effective_ids=EFFECTIVE)), None)
