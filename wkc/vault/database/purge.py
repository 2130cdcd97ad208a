"""The purge: the register written anew without what was deleted from it (VAULT 7).

Deleted is not gone: values survive in gaps of pages and in frames of the WAL. VACUUM INTO copies the rows alone.
The keyring does not change, so whoever holds the register key can do it, a service account too.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from wkc.errors.vault import RegisterBusy, RegisterDamaged
from wkc.i18n import _
from wkc.vault.database import copy as copying
from wkc.vault.database import register as registers
from wkc.vault.database.copy import Contents
from wkc.vault.files import failpoints
from wkc.vault.files.atomic import fsync
from wkc.vault.files.home import Home
from wkc.vault.files.sqlite_errors import disk, translated
from wkc.vault.keys import keyring
from wkc.vault.keys.identity import Identity
from wkc.vault.keys.trust import verify_keyring

Finish = Callable[[Any], None]
"""The changes that the caller makes in the new file before it takes the old one's place."""


def purge(home: Home, identity: Identity, finish: Finish) -> None:
    """Write the register anew under the exclusive lock; errors.RegisterBusy, DiskFull, and the old one stays."""
    home.check()
    with home.lock(exclusive=True):
        purge_alone(home, identity, finish)


def purge_alone(home: Home, identity: Identity, finish: Finish) -> None:
    """Write the register anew, the caller holding the exclusive lock."""
    ring = keyring.read(home)
    old, new = ring.register, ring.register.with_name(ring.register.name + ".new")
    key = bytearray(verify_keyring(ring, identity).register_key)
    try:
        with translated(old), disk():
            try:
                copying.remove(new)
                contents = _compact(old, new, key)
                copying.verify(new, key, _finish_copy(new, key, contents, finish))
                copying.sync(new)
                new.rename(old)
            finally:
                copying.remove(new)
            failpoints.failpoint("purge renamed")
            fsync(home.path)
            failpoints.failpoint("purge folder synced")
            registers.open_file(old, key).close()
            failpoints.failpoint("purge opened")
    finally:
        registers.wipe(key)


def _compact(old: Path, new: Path, key: bytearray) -> Contents:
    """Copy the rows and nothing else; no log stays beside the old file, or it would be taken for the new one's."""
    connection = registers.open_file(old, key)
    try:
        copying.checkpoint(connection)
        failpoints.failpoint("source checkpointed")
        copying.compact(connection, new)
        contents = copying.count_contents(connection)
    finally:
        connection.close()
    log = old.with_name(old.name + "-wal")
    if log.exists() and log.stat().st_size:
        raise RegisterBusy(who=_("another command"))
    return contents


def _finish_copy(new: Path, key: bytearray, expected: Contents, finish: Finish) -> Contents:
    """Let the store finish the copy, once it is proved to be one; give its contents then."""
    connection = registers.open_file(new, key)
    try:
        if copying.count_contents(connection) != expected:
            raise RegisterDamaged(path=new)
        finish(connection)
        finished = copying.count_contents(connection)
        copying.close_as_one_file(connection, new)
    finally:
        connection.close()
    return finished
