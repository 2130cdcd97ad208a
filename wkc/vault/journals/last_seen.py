"""The audit head that a user saw last, kept outside the vault: an older register is noticed (VAULT 6)."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from msgspec import Struct

from wkc.errors.vault import NotAPlainFile
from wkc.records.audit import Head
from wkc.vault.files.home import FILE_MODE, FOLDER_MODE, open_plain
from wkc.vault.keys import canonical_json
from wkc.vault.keys.canonical_json import Malformed

DIGEST = 32
LARGEST = 4096
OPTIONAL = ("generation", "explanations")
END = 2**63  # of the numbers that the register can hold


class _Kept(Struct, frozen=True):
    head: Head
    generation: int
    explanations: tuple[str, ...] | None


def read(state: Path, vault_id: UUID, user_id: str) -> Head | None:
    """Give the head that this user saw last; None when none is kept, or none that can be read."""
    found = _kept(state, vault_id, user_id)
    return None if found is None else found.head


def generation(state: Path, vault_id: UUID, user_id: str) -> int:
    """Give the generation of the register in which this user saw that head; 0 where it is not known."""
    found = _kept(state, vault_id, user_id)
    return 0 if found is None else found.generation


def explanations(state: Path, vault_id: UUID, user_id: str) -> tuple[str, ...] | None:
    """Give the restores and acceptances that this user knows, newest first; None in a state of before they were."""
    found = _kept(state, vault_id, user_id)
    return None if found is None else found.explanations


def write(
    state: Path, vault_id: UUID, user_id: str, head: Head, made: int = 0, explained: Iterable[str] | None = None
) -> bool:
    """Keep a head, the generation it was seen in and the explanations known by then, in one rename.

    False where that fails, and no error, for the action it follows is committed.
    Not synced: losing the last one only makes the watch shorter.
    """
    path = _file(state, vault_id, user_id)
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    said: dict[str, object] = {"seq": head.seq, "hash": canonical_json.encode(head.hash), "generation": made}
    if explained is not None:
        said["explanations"] = list(explained)
    try:
        state.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        new.unlink(missing_ok=True)
        opened = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, FILE_MODE)
        with os.fdopen(opened, "wb") as file:
            file.write(canonical_json.dump(said))
        new.rename(path)
    except OSError:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        return False
    return True


def _kept(state: Path, vault_id: UUID, user_id: str) -> _Kept | None:
    try:
        with os.fdopen(open_plain(_file(state, vault_id, user_id), os.O_RDONLY), "rb") as file:
            found = canonical_json.take_object(canonical_json.load(file.read(LARGEST)), ("seq", "hash"), OPTIONAL)
        seq, digest = canonical_json.take_int(found["seq"]), canonical_json.decode(found["hash"], DIGEST)
        made = canonical_json.take_int(found.get("generation", 0))
        known = canonical_json.take_list(found["explanations"]) if "explanations" in found else None
        explained = None if known is None else tuple(map(canonical_json.take_text, known))
    except (OSError, NotAPlainFile, Malformed):
        return None
    return _Kept(Head(seq, digest), made, explained) if 0 <= seq < END else None


def _file(state: Path, vault_id: UUID, user_id: str) -> Path:
    return state / f"{vault_id}-{user_id}.json"
