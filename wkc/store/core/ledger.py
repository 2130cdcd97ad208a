"""The register's own lines of the destruction ledger, and whether a purge is due (VAULT 7)."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from wkc.records.audit import Head
from wkc.records.ledger import LedgerLine, Removal, RemovalKind
from wkc.store.queries import queries
from wkc.store.store import Store, moment, stamp

_Q = queries("core/ledger")
START = Head(0, bytes(32))


def add(store: Store, lines: Iterable[LedgerLine]) -> None:
    """Add the next lines."""
    store.run_many(_Q.add, map(_row, lines))


def head(store: Store) -> Head:
    """Give the last line's number and hash; number 0 when there is none yet."""
    row = store.one(_Q.head)
    return START if row is None else Head(row["n"], row["hash"])


def has_line(store: Store, line: Head) -> bool:
    """Tell whether the register has this line, with this hash; the beginning it always has."""
    row = store.one(_Q.hash_at, n=line.seq)
    return line == START or (row is not None and row["hash"] == line.hash)


def since(store: Store, n: int) -> Iterator[LedgerLine]:
    """Give the lines from a number on; a register of before there was a ledger has none."""
    if store.one(_Q.keeps) is None:
        return
    for row in store.all(_Q.since, n=n):
        removal = Removal(RemovalKind(row["kind"]), UUID(bytes=row["uuid"]), tuple(map(int, row["kept"].split())))
        run = UUID(bytes=row["run"])
        yield LedgerLine(row["n"], removal, run, row["previous"], row["user_id"], row["hash"], row["signature"])


def mark_due(store: Store, at: datetime) -> None:
    """Remember, until the file is written anew, that something was deleted from it."""
    store.run(_Q.mark_due, at=stamp(at))


def due_since(store: Store) -> datetime | None:
    """Give since when a purge is due, or None."""
    row = store.one(_Q.due_since)
    return None if row is None else moment(row["since"])


def clear_due(connection: Any) -> None:
    """Take the mark off a file that was written anew."""
    connection.execute(_Q.not_due)


def _row(line: LedgerLine) -> tuple[object, ...]:
    removal = line.removal
    kept = " ".join(map(str, removal.kept))
    names = (removal.kind.value, removal.uuid.bytes, kept, line.run.bytes)
    return (line.n, *names, line.previous, line.user_id, line.hash, line.signature)
