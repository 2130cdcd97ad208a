"""From an older schema to this program's: one script for each number, which leads from the number before (DESIGN 3)."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

from wkc.records.user import Role
from wkc.store.core import ledger_name
from wkc.store.dossier.sealed_entry import PLACE
from wkc.store.queries import queries, version, version_of

_Q = queries("upgrade")
Seal = Callable[[str, UUID, UUID, str], bytes]
"""Seals a text for a client, a row and a place (records/crypto.py)."""

_UPGRADES = Path(__file__).parent / "upgrades"


def role(connection: Any, user_id: str) -> Role | None:
    """Give the role of an active user, in a register of any version; None when there is no such user."""
    row = connection.execute(_Q.role, {"user_id": user_id}).fetchone()
    return None if row is None else Role(row["role"])


def carry_out(connection: Any, seal: Seal) -> None:
    """Bring a register to the schema of this program, number by number; no transaction may be open.

    `seal` seals to the special pair that the register's other values are sealed to. An error of what a script calls
    comes out as it is: SQLite would say no more than that there was one.
    """
    secret = ledger_name.read_secret(connection)
    failed: list[Exception] = []

    def sealed_entry(client: bytes, entry: bytes, content: str) -> bytes:
        with _keep_error(failed):
            return seal(content, UUID(bytes=client), UUID(bytes=entry), PLACE)

    def make_name(uuid: bytes) -> bytes:
        with _keep_error(failed):
            return ledger_name.make_name(secret, uuid)

    connection.create_function("sealed_entry", 3, sealed_entry)
    connection.create_function("ledger_name", 1, make_name)
    connection.execute("PRAGMA foreign_keys = OFF")  # other tables name one that is made anew meanwhile
    try:
        for number in range(version_of(connection) + 1, version() + 1):
            _run(connection, script(number), failed)
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise ValueError("a row names another that the upgrade lost")
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


@contextmanager
def _keep_error(failed: list[Exception]) -> Iterator[None]:
    """Keep the error of a function that SQLite calls."""
    try:
        yield
    except Exception as error:
        failed.append(error)
        raise


def _run(connection: Any, text: str, failed: list[Exception]) -> None:
    """Run a script in one transaction: a disk waits once for each number, not once for each statement.

    Where a function that it calls failed, that error is raised.
    """
    try:
        connection.executescript(f"BEGIN IMMEDIATE;\n{text}\nCOMMIT;")
    except Exception:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if failed:
            raise failed[0] from None
        raise


def script(number: int) -> str:
    """Give the script that leads to a number, and sets it."""
    return _UPGRADES.joinpath(f"{number}.sql").read_text(encoding="utf-8")


def numbers() -> list[int]:
    """Give the numbers that there is a script for."""
    return sorted(int(path.stem) for path in _UPGRADES.glob("*.sql") if re.fullmatch(r"\d+", path.stem))
