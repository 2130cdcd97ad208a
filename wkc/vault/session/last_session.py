"""The session that began last under this account: the next command can say that it has ended (VAULT 5)."""

import os
from contextlib import suppress
from pathlib import Path

from wkc.vault.files.home import FILE_MODE, FOLDER_MODE, Home
from wkc.vault.keys import canonical_json
from wkc.vault.keys.canonical_json import Malformed
from wkc.vault.session.client import this_terminal

NAME = "session.json"


def write(state: Path, home: Home, user_id: str) -> None:
    """Keep whose session began in this terminal; a state folder that cannot be written keeps nothing."""
    with suppress(OSError):
        state.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        descriptor = os.open(state / NAME, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, FILE_MODE)
        with os.fdopen(descriptor, "wb") as file:
            file.write(canonical_json.dump([_name_terminal(), os.path.realpath(home.path), user_id]))


def forget(state: Path) -> None:
    """Forget it: the session was ended on purpose."""
    with suppress(OSError):
        (state / NAME).unlink(missing_ok=True)


def read(state: Path, home: Home) -> str | None:
    """Give the USER ID where the last session was of this terminal and this register; None otherwise."""
    try:
        kept = canonical_json.load((state / NAME).read_bytes())
        terminal, path, user_id = map(canonical_json.take_text, kept if isinstance(kept, list) else ())
    except (OSError, Malformed, ValueError):
        return None
    return user_id if (terminal, path) == (_name_terminal(), os.path.realpath(home.path)) else None


def _name_terminal() -> str:
    return str(this_terminal())
