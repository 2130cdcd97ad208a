"""The failed sign-ins, a line each; the user is told at the next one that succeeds (VAULT 1 and 4)."""

import os
import re
from contextlib import suppress
from datetime import UTC, datetime

from msgspec import Struct

from wkc.vault.files.home import Home, open_plain, private_umask
from wkc.vault.files.sqlite_errors import disk
from wkc.vault.keys import canonical_json
from wkc.vault.keys.canonical_json import Malformed
from wkc.vault.keys.slot import USER_ID

UNKNOWN = "unknown"
LONGEST_TERMINAL = 64
TERMINAL = r"[A-Za-z0-9/_.-]{0,64}"
MOST = 20
LARGEST = 256 * 1024


class Attempt(Struct, frozen=True):
    """One failed sign-in: the instant in ISO 8601 (UTC), the terminal, whose USER ID was tried."""

    at: str
    terminal: str
    user_id: str


def record_attempt(home: Home, at: datetime, user_id: str | None, terminal: str | None = None) -> None:
    """Write a failed sign-in down; None is a USER ID that does not exist, never written as typed."""
    where = this_terminal() if terminal is None else terminal
    line = {
        "at": at.astimezone(UTC).isoformat(),
        "terminal": re.sub(r"[^A-Za-z0-9/_.-]", "_", where)[:LONGEST_TERMINAL],
        "user": user_id or UNKNOWN,
    }
    with disk(), private_umask():
        opened = open_plain(home.signins, os.O_RDWR | os.O_CREAT | os.O_APPEND)
        try:
            os.write(opened, _end_torn_line(opened) + canonical_json.dump(line) + b"\n")
        finally:
            os.close(opened)


def read_attempts(home: Home, position: int, user_id: str) -> tuple[list[Attempt], int]:
    """Give a user's failed sign-ins from a position on (in octets; 0 at first), and the position after them.

    Whoever can write in the folder can write this file: only lines of our own shape count, of the last LARGEST
    octets, and of those the last MOST; that many may stand for more. A file shorter than the position was made
    anew: all of it counts.
    """
    try:
        with disk(), os.fdopen(open_plain(home.signins, os.O_RDONLY), "rb") as file:
            size = file.seek(0, os.SEEK_END)
            start = position if 0 <= position <= size else 0
            begin = file.seek(max(start, size - LARGEST))
            content = file.read(LARGEST)
    except FileNotFoundError:
        return [], 0
    end = begin + content.rfind(b"\n") + 1
    attempts = map(_parse_attempt, content[: end - begin].split(b"\n"))
    own = [attempt for attempt in attempts if attempt is not None and attempt.user_id == user_id]
    return own[-MOST:], end


def this_terminal() -> str:
    """Name the terminal of this process; empty without one."""
    for stream in range(3):
        with suppress(OSError):
            return os.ttyname(stream)
    return ""


def _end_torn_line(opened: int) -> bytes:
    size = os.fstat(opened).st_size
    return b"\n" if size and os.pread(opened, 1, size - 1) != b"\n" else b""


def _parse_attempt(line: bytes) -> Attempt | None:
    try:
        members = canonical_json.take_object(canonical_json.load(line), ("at", "terminal", "user"))
        attempt = Attempt(*(canonical_json.take_text(members[name]) for name in ("at", "terminal", "user")))
        at = datetime.fromisoformat(attempt.at)
    except (Malformed, ValueError):
        return None
    ours = at.tzinfo == UTC and at.isoformat() == attempt.at
    return attempt if ours and re.fullmatch(TERMINAL, attempt.terminal) and USER_ID.fullmatch(attempt.user_id) else None
