"""The parts that no way of writing a register anew can do without: copied, compacted, checked, signed."""

from pathlib import Path
from typing import Any
from uuid import uuid4

from tests.bench.inside import session
from tests.bench.timing import seconds
from tests.stage import Stage
from wkc.vault.database import copy as copying
from wkc.vault.database import register
from wkc.vault.files.home import Home
from wkc.vault.keys import keyring
from wkc.vault.keys.signing import sign_digests
from wkc.vault.keys.trust import verify_keyring

SEED = bytes(range(32))


def check(path: Path, key: bytes) -> float:
    """Give the seconds of the checks of a whole compacted file (VAULT 4): each page, row and index, each reference."""

    def checks() -> None:
        connection = register.open_file(path, key)
        try:
            assert copying.is_copy_sound(connection, path)
        finally:
            connection.close()

    return seconds(checks)


def read_key(stage: Stage) -> bytes:
    """Give the key of a register, for a file that was compacted under it."""
    ring = keyring.read(Home(stage.home))
    return verify_keyring(ring, session(stage).identity).register_key


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
