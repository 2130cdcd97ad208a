"""The parts that no way of writing a register anew can do without: copied, compacted, checked, signed."""

from pathlib import Path
from typing import Any
from uuid import uuid4

from tests.bench.timing import seconds
from wkc.vault.database import copy as copying
from wkc.vault.keys.signing import sign_digests

SEED = bytes(range(32))


def check(connection: Any) -> float:
    """Give the seconds of the checks of a whole file (VAULT 4): each page, each row and index, each reference."""

    def checks() -> None:
        connection.execute(f"PRAGMA {copying.CHECKING}")
        assert copying.is_sound(connection)

    return seconds(checks)


def copy(connection: Any, path: Path) -> float:
    """Give the seconds of a copy under another key."""

    def copied() -> None:
        copying.snapshot(connection, path, bytes(32)).close()

    return seconds(copied)


def compact(connection: Any, path: Path) -> float:
    """Give the seconds of `VACUUM INTO` under the same key."""
    return seconds(lambda: connection.execute("VACUUM INTO ?", (str(path),)))


def sign(count: int) -> float:
    """Give the seconds of so many signatures with one key."""
    return seconds(lambda: sign_digests(SEED, uuid4(), "ledger", [bytes(32)] * count))
