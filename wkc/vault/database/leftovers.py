"""Files that an interrupted operation left in the folder, removed by the next one that has it alone (VAULT 4)."""

import re
from contextlib import suppress
from pathlib import Path

from wkc.vault.files.atomic import fsync, renew
from wkc.vault.files.home import BESIDE, Home
from wkc.vault.keys import keyring
from wkc.vault.keys.canonical_json import Malformed

REGISTER = re.compile(r"register-\d+\.db(\.new)?(-wal|-shm|-journal)?")
DRAFT = re.compile(r"(keyring\.json(\.copy)?|destroyed\.jsonl)\.new")


def remove_leftovers(home: Home, live: Path) -> None:
    """Take away every register but the live one, and drafts; then let the keyring's copy say what the keyring says.

    Under the exclusive lock, and only for a keyring that was verified. Not while the copy stands in for the keyring:
    the copy may be one write behind, and what it calls a leftover be the newer register. A disk that refuses is no
    reason to stop: the next one tries again.
    """
    with suppress(OSError, Malformed):
        content = home.keyring.read_bytes()
        if keyring.parse(content, home.path).register != live:
            return
        renew(home.keyring_copy, content)
        keep = {live.name, *(live.name + end for end in BESIDE)}
        leftovers = [path for path in home.path.iterdir() if _is_leftover(path.name) and path.name not in keep]
        if leftovers:
            fsync(home.path)  # The keyring's own rename may not have been synced by the one that was cut short.
            for path in leftovers:
                path.unlink(missing_ok=True)
            fsync(home.path)


def _is_leftover(name: str) -> bool:
    return bool(REGISTER.fullmatch(name) or DRAFT.fullmatch(name))
