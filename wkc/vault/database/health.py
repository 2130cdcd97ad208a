"""The health of the folder and the file, read from outside the tables: pages, room, strange files."""

import os
import re
from pathlib import Path
from typing import Any

from wkc.errors.vault import DiskFaulty
from wkc.vault.files.home import Home
from wkc.vault.files.sqlite_errors import disk
from wkc.vault.keys import keyring
from wkc.vault.keys.canonical_json import Malformed

UNREAD = "error reading"
"""The words of SQLCipher for a page that the disk did not give."""
CODE = re.compile(r"error code[ =](\d+)")
PRIMARY, DISK_ERROR = 0xFF, 10
"""The part of a result code of SQLite that says of which kind it is, and the kind of errors of the disk."""
LEAVINGS = re.compile(r"register-.*|keyring\.json.*|destroyed\.jsonl\..*")


def count_broken_pages(connection: Any) -> int:
    """Count the pages whose HMAC does not hold.

    The check reads the file and not its log: what others at work let go of is brought into the file first.
    """
    connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    return count_broken_pages_in_file(connection)


def count_broken_pages_in_file(connection: Any) -> int:
    """Count the pages of the file whose HMAC does not hold; errors.DiskFaulty where the disk could not be read."""
    messages = [row["cipher_integrity_check"] for row in connection.execute("PRAGMA cipher_integrity_check")]
    if any(UNREAD in line for line in messages):
        raise DiskFaulty
    return len(messages)


def count_broken_structures(connection: Any) -> int:
    """Count what is wrong with tables and indexes; errors.DiskFaulty where the disk could not be read."""
    messages = [row["integrity_check"] for row in connection.execute("PRAGMA integrity_check")]
    if any(int(code) & PRIMARY == DISK_ERROR for line in messages for code in CODE.findall(line)):
        raise DiskFaulty
    return len([line for line in messages if line != "ok"])


def count_broken_references(connection: Any) -> int:
    """Count the rows that refer to what is not there."""
    return len(connection.execute("PRAGMA foreign_key_check").fetchall())


def measure_room(home: Home) -> tuple[int, int]:
    """Give the free octets of the disk, and how many the register takes."""
    with disk():
        free = os.statvfs(home.path)
        size = sum(path.stat().st_size for path in home.path.iterdir() if path.name.startswith("register-"))
    return free.f_bavail * free.f_frsize, size


def count_other_files(home: Home, live: Path) -> tuple[int, int]:
    """Count the files that a command cut short left, and those that are none of ours."""
    ours = {home.keyring, home.keyring_copy, home.ledger, home.signins, home.lock_file}
    beside = {live.with_name(live.name + ending) for ending in ("", "-wal", "-shm")}
    with disk():
        more = set(home.path.iterdir()) - ours - beside
    left = {path for path in more if LEAVINGS.fullmatch(path.name)}
    return len(left), len(more - left)


def is_copy_current(home: Home) -> bool:
    """Tell whether the copy of the keyring says what the keyring says."""
    try:
        with disk():
            content = home.keyring.read_bytes()
            return keyring.parse(content, home.path) is not None and home.keyring_copy.read_bytes() == content
    except (FileNotFoundError, Malformed):
        return False
