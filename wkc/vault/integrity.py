"""Whether a register is whole: each page against its HMAC, the tables and indexes, what refers to what (VAULT 9)."""

from pathlib import Path
from typing import Any

from wkc.errors import RegisterBusy
from wkc.i18n import _


def checkpoint(connection: Any) -> None:
    """Bring all that is committed into the file itself, and leave the WAL empty; errors.RegisterBusy."""
    if connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone() != (0, 0, 0):
        raise RegisterBusy(who=_("another command"))


def sound(connection: Any) -> bool:
    """Tell whether nothing is wrong with the file: both checks are needed, each misses what the other finds.

    The cipher's looks past the WAL: checkpoint first where that matters.
    """
    return (
        not connection.execute("PRAGMA cipher_integrity_check").fetchall()
        and connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        and not connection.execute("PRAGMA foreign_key_check").fetchall()
    )


def counted(connection: Any) -> dict[str, int]:
    """Count the rows of each table."""
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in tables}  # noqa: S608


def wal_left(path: Path) -> bool:
    """Tell whether a WAL with frames stands beside a file that nobody should have open."""
    wal = path.with_name(path.name + "-wal")
    return wal.exists() and wal.stat().st_size > 0
