"""The audit head that a user saw last, kept outside the vault: an older register is noticed (VAULT 6)."""

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property
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
_FOLDER_DIGITS = 16
"""Hexadecimal digits by which a folder is told from others."""


class Memory(Struct, frozen=True, dict=True):
    """The place in a user's state folder where the head of one register is kept: by its folder, vault and user.

    A copy of a register in another folder, as for a drill, has a memory of its own: work in it does not move that of
    the register. The path is taken as given: a link in its place cannot bring the memory of another folder.
    """

    state: Path
    home: Path
    vault_id: UUID
    user_id: str

    @cached_property
    def file(self) -> Path:
        """The file of this folder, named by a digest of its path."""
        digest = hashlib.sha256(os.fsencode(self.home.absolute())).hexdigest()
        return self.state / f"{digest[:_FOLDER_DIGITS]}-{self._name}"

    @property
    def known(self) -> Path:
        """The file to read: that of this folder; of one never seen, the latest of its vault in any folder."""
        if os.path.lexists(self.file):
            return self.file
        others = self.state.glob(f"*{self._name}")
        return max(others, key=lambda path: path.stat().st_mtime_ns, default=self.file)

    @property
    def _name(self) -> str:
        return f"{self.vault_id}-{self.user_id}.json"


class Recalled(Struct, frozen=True):
    """The content of a memory: a head, and the generation of the register in which this user saw it (0: not known).

    `explanations` are the restores and acceptances that this user knows, newest first; None in a state of before they
    were.
    """

    head: Head
    generation: int
    explanations: tuple[str, ...] | None


def read(memory: Memory) -> Head | None:
    """Give the head that this user saw last; None when none is kept, or none that can be read."""
    recalled = recall(memory)
    return None if recalled is None else recalled.head


def write(memory: Memory, head: Head, generation: int = 0, explained: Iterable[str] | None = None) -> bool:
    """Keep a head, the generation it was seen in and the explanations known by then, in one rename.

    False where that fails, and no error, for the action it follows is committed.
    Not synced: losing the last one only makes the watch shorter.
    """
    new = f"{memory.file}.{os.getpid()}.new"
    members: dict[str, object] = {"seq": head.seq, "hash": canonical_json.encode(head.hash), "generation": generation}
    if explained is not None:
        members["explanations"] = list(explained)
    try:
        with os.fdopen(create(memory.state, new), "wb") as file:
            file.write(canonical_json.dump(members))
        os.rename(new, memory.file)  # noqa: PTH104  (a path object for it costs as much again, at each action)
    except OSError:
        with suppress(OSError):
            Path(new).unlink()
        return False
    return True


def create(state: Path, new: str) -> int:
    """Make the file that takes the place of a memory and give its descriptor; errors are OSError.

    The folder is made where it is missing, and what an ended process left there is taken away.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    try:
        return os.open(new, flags, FILE_MODE)
    except FileNotFoundError:
        state.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    except FileExistsError:
        Path(new).unlink()
    return os.open(new, flags, FILE_MODE)


def recall(memory: Memory) -> Recalled | None:
    """Give the whole content of a memory; None when none is kept, or none that can be read."""
    try:
        with os.fdopen(open_plain(memory.known, os.O_RDONLY), "rb") as file:
            members = canonical_json.take_object(canonical_json.load(file.read(LARGEST)), ("seq", "hash"), OPTIONAL)
        seq, digest = canonical_json.take_int(members["seq"]), canonical_json.decode(members["hash"], DIGEST)
        generation = canonical_json.take_int(members.get("generation", 0))
        known = canonical_json.take_list(members["explanations"]) if "explanations" in members else None
        explained = None if known is None else tuple(map(canonical_json.take_text, known))
    except (OSError, NotAPlainFile, Malformed):
        return None
    return Recalled(Head(seq, digest), generation, explained) if 0 <= seq < END else None
