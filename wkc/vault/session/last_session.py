"""The session that began last under this account: the next command can say that it has ended (VAULT 5)."""

import os
from contextlib import suppress
from pathlib import Path

from wkc.errors.vault import NotAPlainFile
from wkc.vault.files.home import FILE_MODE, FOLDER_MODE, Home, open_plain
from wkc.vault.keys import canonical_json
from wkc.vault.keys.canonical_json import Malformed
from wkc.vault.session.client import this_terminal

NAME = "session.json"
LARGEST = 32 * 1024
"""Octets that are read: a path has at most 4,096 (PATH_MAX of Linux), and JSON writes an octet of it as six."""


def write(state: Path, home: Home, user_id: str) -> None:
    """Keep the user whose session began in this terminal; a state folder that cannot be written keeps nothing.

    A rename puts it in the place of whatever is there: a pipe that another process laid there would never be opened.
    """
    new = state / f"{NAME}.{os.getpid()}.new"
    try:
        state.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        new.unlink(missing_ok=True)
        opened = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, FILE_MODE)
        with os.fdopen(opened, "wb") as file:
            file.write(canonical_json.dump([_name_terminal(), os.path.realpath(home.path), user_id]))
        new.rename(state / NAME)
    except OSError:
        with suppress(OSError):
            new.unlink(missing_ok=True)


def forget(state: Path) -> None:
    """Forget it: the session was ended on purpose."""
    with suppress(OSError):
        (state / NAME).unlink(missing_ok=True)


def read(state: Path, home: Home) -> str | None:
    """Give the USER ID where the last session was of this terminal and this register; None otherwise."""
    try:
        with os.fdopen(open_plain(state / NAME, os.O_RDONLY), "rb") as file:
            kept = canonical_json.load(file.read(LARGEST))
        terminal, path, user_id = map(canonical_json.take_text, kept if isinstance(kept, list) else ())
    except (OSError, NotAPlainFile, Malformed, ValueError):
        return None
    return user_id if (terminal, path) == (_name_terminal(), os.path.realpath(home.path)) else None


def _name_terminal() -> str:
    return str(this_terminal())
