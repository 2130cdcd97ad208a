"""The audit head that a user saw last, kept outside the vault: an older register is noticed (VAULT 6)."""

import os
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from wkc.errors import NotAPlainFile
from wkc.records import Head
from wkc.vault import canonical
from wkc.vault.canonical import Malformed
from wkc.vault.home import FILE_MODE, FOLDER_MODE, open_plain

DIGEST = 32
LARGEST = 4096
END = 2**63  # of the numbers that the register can hold


def read(state: Path, vault_id: UUID, user_id: str) -> Head | None:
    """Give the head that this user saw last; None when none is kept, or none that can be read."""
    try:
        with os.fdopen(open_plain(_file(state, vault_id, user_id), os.O_RDONLY), "rb") as file:
            found = canonical.fields(canonical.load(file.read(LARGEST)), ("seq", "hash"))
        seq, digest = canonical.whole(found["seq"]), canonical.octets(found["hash"], DIGEST)
    except (OSError, NotAPlainFile, Malformed):
        return None
    return Head(seq, digest) if 0 <= seq < END else None


def write(state: Path, vault_id: UUID, user_id: str, head: Head) -> bool:
    """Keep a head, in one rename; False where that fails, for the action it follows is committed.

    Not synced: losing the last one only makes the watch shorter.
    """
    path = _file(state, vault_id, user_id)
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        state.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        new.unlink(missing_ok=True)
        opened = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, FILE_MODE)
        with os.fdopen(opened, "wb") as file:
            file.write(canonical.dump({"seq": head.seq, "hash": canonical.written(head.hash)}))
        new.rename(path)
    except OSError:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        return False
    return True


def _file(state: Path, vault_id: UUID, user_id: str) -> Path:
    return state / f"{vault_id}-{user_id}.json"
