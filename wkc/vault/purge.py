"""The purge: the register written anew without what was deleted from it (VAULT 7).

Deleted is not gone: values survive in gaps of pages and in frames of the WAL. VACUUM INTO copies the rows alone.
The keyring does not change, so whoever holds the register key can do it, a service account too.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from wkc.errors import RegisterBusy, RegisterDamaged
from wkc.i18n import _
from wkc.vault import keyring, steps
from wkc.vault import register as registers
from wkc.vault.atomic import fsync
from wkc.vault.home import FILE_MODE, Home
from wkc.vault.identity import Identity
from wkc.vault.integrity import checkpoint, counted, sound, wal_left
from wkc.vault.told import disk, told
from wkc.vault.trust import verified

Finish = Callable[[Any], None]
"""What the store does in the new file before it takes the old one's place."""


def purge(home: Home, identity: Identity, finish: Finish) -> None:
    """Write the register anew under the exclusive lock; errors.RegisterBusy, DiskFull, and the old one stands."""
    home.check()
    with home.lock(exclusive=True):
        purge_alone(home, identity, finish)


def purge_alone(home: Home, identity: Identity, finish: Finish) -> None:
    """Write the register anew, the caller holding the exclusive lock."""
    ring = keyring.read(home)
    old, new = ring.register, draft(ring.register)
    key = bytearray(verified(ring, identity).register_key)
    try:
        with told(old), disk():
            try:
                _settled(new, key, _copied(old, new, key), finish)
                new.rename(old)
            finally:
                clear(new)
            steps.reached("purge renamed")
            fsync(home.path)
            steps.reached("purge folder synced")
            registers.open_file(old, key).close()
            steps.reached("purge opened")
    finally:
        registers.wipe(key)


def draft(register: Path) -> Path:
    """Name what a register is while it is written anew."""
    return register.with_name(register.name + ".new")


def clear(new: Path) -> None:
    """Take away what never became the register."""
    for ending in ("", "-wal", "-shm", "-journal"):
        new.with_name(new.name + ending).unlink(missing_ok=True)


def _copied(old: Path, new: Path, key: bytearray) -> dict[str, int]:
    """Copy the rows and count them; no WAL stays beside the old file, or it would be taken for the new one's."""
    clear(new)
    os.close(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, FILE_MODE))
    steps.reached("purge begun")
    connection = registers.open_file(old, key)
    try:
        checkpoint(connection)
        connection.execute("VACUUM INTO ?", (str(new),))
        steps.reached("purge copied")
        rows = counted(connection)
    finally:
        connection.close()
    if wal_left(old):
        raise RegisterBusy(who=_("another command"))
    return rows


def _settled(new: Path, key: bytearray, rows: dict[str, int], finish: Finish) -> None:
    """Check the copy through, and bring it to the disk in one file."""
    connection = registers.open_file(new, key)
    try:
        same = counted(connection) == rows
        finish(connection)
        checkpoint(connection)
        steps.reached("purge checkpointed")
        if not (same and sound(connection)):
            raise RegisterDamaged(path=new)
        steps.reached("purge verified")
    finally:
        connection.close()
    steps.reached("purge closed")
    if wal_left(new):
        raise RegisterBusy(who=_("another command"))
    fsync(new)
    fsync(new.parent)
    steps.reached("purge synced")
