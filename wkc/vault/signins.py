"""The failed sign-ins, a line each; the user is told at the next one that succeeds (VAULT 1 and 4)."""

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from wkc.vault import canonical
from wkc.vault.canonical import Malformed
from wkc.vault.home import FILE_MODE, Home, opening
from wkc.vault.told import disk

UNKNOWN = "unknown"
LONGEST_TERMINAL = 64


@dataclass(frozen=True, slots=True)
class Attempt:
    """One failed sign-in: the instant in ISO 8601 (UTC), the terminal, whose USER ID was tried."""

    at: str
    terminal: str
    user_id: str


def failed(home: Home, at: datetime, user_id: str | None, terminal: str | None = None) -> None:
    """Write a failed sign-in down; None is a USER ID that does not exist, never written as typed."""
    where = this_terminal() if terminal is None else terminal
    line = {
        "at": at.astimezone(UTC).isoformat(),
        "terminal": where[:LONGEST_TERMINAL],
        "user": user_id or UNKNOWN,
    }
    with disk(), opening():
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC
        opened = os.open(home.signins, flags, FILE_MODE)
        try:
            os.write(opened, _after_torn(opened) + canonical.dump(line) + b"\n")
        finally:
            os.close(opened)


def since(home: Home, position: int, user_id: str) -> tuple[list[Attempt], int]:
    """Give a user's failed sign-ins from a position on (in octets; 0 at first), and the position after them.

    A line that a crash cut short is passed over. A file shorter than the position was made anew: all counts.
    """
    try:
        content = home.signins.read_bytes()
    except FileNotFoundError:
        return [], 0
    start = position if position <= len(content) else 0
    end = content.rfind(b"\n") + 1
    found = (_attempt(line) for line in content[start:end].splitlines())
    return [attempt for attempt in found if attempt is not None and attempt.user_id == user_id], max(start, end)


def this_terminal() -> str:
    """Name the terminal of this process; empty without one."""
    for stream in range(3):
        with suppress(OSError):
            return os.ttyname(stream)
    return ""


def _after_torn(opened: int) -> bytes:
    size = os.fstat(opened).st_size
    return b"\n" if size and os.pread(opened, 1, size - 1) != b"\n" else b""


def _attempt(line: bytes) -> Attempt | None:
    try:
        found = canonical.fields(canonical.load(line), ("at", "terminal", "user"))
        return Attempt(*(canonical.text(found[name]) for name in ("at", "terminal", "user")))
    except Malformed:
        return None
