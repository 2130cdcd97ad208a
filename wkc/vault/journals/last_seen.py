"""The audit head that a user saw last, kept outside the vault: an older register is noticed (VAULT 6)."""

import os
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from wkc.errors.vault import NotAPlainFile
from wkc.records.audit import Head
from wkc.vault.files.home import FILE_MODE, FOLDER_MODE, open_plain
from wkc.vault.keys import canonical_json
from wkc.vault.keys.canonical_json import Malformed

DIGEST = 32
LARGEST = 4096
END = 2**63  # of the numbers that the register can hold


def read(state: Path, vault_id: UUID, user_id: str) -> Head | None:
    """Give the head that this user saw last; None when none is kept, or none that can be read."""
    found = _said(state, vault_id, user_id)
    return None if found is None else found[0]


def generation(state: Path, vault_id: UUID, user_id: str) -> int:
    """Give the generation of the register in which this user saw that head; 0 where it is not known."""
    found = _said(state, vault_id, user_id)
    return 0 if found is None else found[1]


def _said(state: Path, vault_id: UUID, user_id: str) -> tuple[Head, int] | None:
    try:
        with os.fdopen(open_plain(_file(state, vault_id, user_id), os.O_RDONLY), "rb") as file:
            found = canonical_json.fields(canonical_json.load(file.read(LARGEST)), ("seq", "hash"), ("generation",))
        seq, digest = canonical_json.whole(found["seq"]), canonical_json.octets(found["hash"], DIGEST)
        made = canonical_json.whole(found.get("generation", 0))
    except (OSError, NotAPlainFile, Malformed):
        return None
    return (Head(seq, digest), made) if 0 <= seq < END else None


def write(state: Path, vault_id: UUID, user_id: str, head: Head, made: int = 0) -> bool:
    """Keep a head and the generation it was seen in, in one rename.

    False where that fails, and no error, for the action it follows is committed.
    Not synced: losing the last one only makes the watch shorter.
    """
    path = _file(state, vault_id, user_id)
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        state.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        new.unlink(missing_ok=True)
        opened = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, FILE_MODE)
        with os.fdopen(opened, "wb") as file:
            said = {"seq": head.seq, "hash": canonical_json.written(head.hash), "generation": made}
            file.write(canonical_json.dump(said))
        new.rename(path)
    except OSError:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        return False
    return True


def _file(state: Path, vault_id: UUID, user_id: str) -> Path:
    return state / f"{vault_id}-{user_id}.json"
