"""The audit head that a user saw last, kept outside the vault: an older register is noticed (VAULT 6)."""

import os
from pathlib import Path
from uuid import UUID

from wkc.records import Head
from wkc.vault import canonical
from wkc.vault.canonical import Malformed
from wkc.vault.home import FILE_MODE, FOLDER_MODE
from wkc.vault.told import disk

DIGEST = 32


def read(state: Path, vault_id: UUID, user_id: str) -> Head | None:
    """Give the head that this user saw last; None when none is kept."""
    try:
        found = canonical.fields(canonical.load(_file(state, vault_id, user_id).read_bytes()), ("seq", "hash"))
        return Head(canonical.whole(found["seq"]), canonical.octets(found["hash"], DIGEST))
    except (FileNotFoundError, Malformed):
        return None


def write(state: Path, vault_id: UUID, user_id: str, head: Head) -> None:
    """Keep a head, in one rename; not synced: losing the last one only makes the watch shorter."""
    path = _file(state, vault_id, user_id)
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    with disk():
        state.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        opened = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC, FILE_MODE)
        with os.fdopen(opened, "wb") as file:
            file.write(canonical.dump({"seq": head.seq, "hash": canonical.written(head.hash)}))
        new.rename(path)


def _file(state: Path, vault_id: UUID, user_id: str) -> Path:
    return state / f"{vault_id}-{user_id}.json"
