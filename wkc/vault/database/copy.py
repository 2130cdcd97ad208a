"""Copy and verify: a register copied whole under another name and key, and proved before it is trusted (VAULT 4, 7).

copy ── the caller's changes ── closed | compact ── verify ── synced ── the caller's rename or keyring

Nothing here commits: whoever calls has the exclusive lock and puts the copy in its place, or removes it.
"""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from msgspec import Struct

from wkc.errors.vault import RegisterBusy, RegisterDamaged
from wkc.i18n import _
from wkc.vault.database import health, register
from wkc.vault.database.authorizer import AUDIT
from wkc.vault.files import failpoints
from wkc.vault.files.atomic import fsync
from wkc.vault.files.home import BESIDE, private_umask
from wkc.vault.files.sqlite_errors import disk, translated

NO_LOG = (0, -1, -1)
CHECKING = "cache_size=-32768"
"""The KiB of pages that a check of a whole file keeps: it goes from row to row and from index to index."""


class Contents(Struct, frozen=True):
    """The facts that a copy shares with its source: the number of rows of each table, the last line of the log."""

    rows: Mapping[str, int]
    head: tuple[object, ...] | None


def count_contents(connection: Any) -> Contents:
    """Count the rows of an open register, and read the last line of its log."""
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    rows = {table["name"]: _count_rows(connection, table["name"]) for table in tables}
    head = connection.execute(f"SELECT * FROM {AUDIT} ORDER BY seq DESC LIMIT 1").fetchone()  # noqa: S608
    return Contents(rows, None if head is None else tuple(head))


def _count_rows(connection: Any, table: str) -> int:
    count: int = connection.execute(f'SELECT count(*) AS rows FROM "{table}"').fetchone()["rows"]  # noqa: S608
    return count


def checkpoint(connection: Any) -> None:
    """Bring the whole log into the file, and leave none; RegisterBusy when somebody still reads it.

    A file that is kept without a log (a backup) has none to bring.
    """
    if tuple(connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()) not in {(0, 0, 0), NO_LOG}:
        raise RegisterBusy(who=_("another command"))


def copy(source: Any, path: Path, key: bytes | bytearray) -> Any:
    """Copy an open register into a new file under a key of its own; give the copy open, without the authorizer.

    In one step: a copy of many steps begins anew whenever somebody writes. FileExistsError, DiskFull.
    """
    with translated(path):
        checkpoint(source)
        failpoints.failpoint("source checkpointed")
        made = snapshot(source, path, key)
        try:
            if count_contents(made) != count_contents(source):
                raise RegisterDamaged(path=path)  # noqa: TRY301  (the connection is closed below)
        except BaseException:
            made.close()
            raise
    failpoints.failpoint("copied")
    return made


def snapshot(source: Any, path: Path, key: bytes | bytearray) -> Any:
    """Copy an open register as it is at one moment, while others write, under a key of its own; give the copy open."""
    with translated(path):
        made = register.create(path, key)
        try:
            source.backup(made)
        except BaseException:
            made.close()
            raise
    return made


def compact(connection: Any, path: Path) -> None:
    """Write an open register anew into another file under the same key: no free pages, nothing left between rows.

    Not VACUUM in place, which holds as much memory as the file is long.
    """
    with translated(path), private_umask():
        connection.execute("VACUUM INTO ?", (str(path.absolute()),))
    failpoints.failpoint("compacted")


def close_as_one_file(connection: Any, path: Path) -> None:
    """Leave a register as one file without a log, and close it."""
    with translated(path):
        checkpoint(connection)
        failpoints.failpoint("checkpointed")
        connection.close()
    failpoints.failpoint("closed")


def verify(path: Path, key: bytes | bytearray, expected: Contents) -> None:
    """Open a register that nobody has open and read all of it; RegisterDamaged when it is not what was expected.

    On a file that was closed, for neither the length nor the cipher's check knows of a log.
    """
    connection = register.open_file(path, key)
    try:
        with translated(path):
            if not is_copy_sound(connection, path) or count_contents(connection) != expected:
                raise RegisterDamaged(path=path)
            checkpoint(connection)
    finally:
        connection.close()
    failpoints.failpoint("verified")


def is_sound(connection: Any) -> bool:
    """Tell whether nothing is wrong with an open register: its pages, its tables and indexes, what refers to what.

    DiskFaulty where the disk could not be read: of what is on it that says nothing.
    """
    checks = (health.count_broken_pages_in_file, health.count_broken_structures, health.count_broken_references)
    return not any(check(connection) for check in checks)


def is_copy_sound(connection: Any, path: Path) -> bool:
    """Tell whether a copy in one file without a log is sound; its pages are read once where the check of tables does.

    It reads each page but the free ones, with its HMAC, up to the length that the file says it has. Where there are
    free pages, or the length is another, the cipher's own check goes over the whole file as well.
    """
    connection.execute(f"PRAGMA {CHECKING}")
    facts = (connection.execute(f"PRAGMA {name}").fetchone()[name] for name in ("page_count", "freelist_count"))
    pages, free = facts
    with disk():
        size = path.stat().st_size
    if free or size != pages * register.PAGE:
        return is_sound(connection)
    return not any(check(connection) for check in (health.count_broken_structures, health.count_broken_references))


def sync(path: Path) -> None:
    """Bring a register and its name to the disk."""
    with disk():
        fsync(path)
        fsync(path.parent)
    failpoints.failpoint("register synced")


def remove(path: Path) -> None:
    """Take a register away with what SQLite keeps beside it, as far as the disk allows; the rest is a leftover."""
    for name in (path.name, *(path.name + end for end in BESIDE)):
        with suppress(OSError):
            path.with_name(name).unlink(missing_ok=True)
