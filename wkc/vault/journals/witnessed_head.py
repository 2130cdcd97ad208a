"""The head of the log up to which a user's own key checked what it teaches, kept outside the vault (VAULT 6)."""

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from wkc.errors.vault import NotAPlainFile
from wkc.records.audit import Head
from wkc.vault.files.home import open_plain
from wkc.vault.journals.last_seen import DIGEST, END, Memory, create
from wkc.vault.keys import canonical_json
from wkc.vault.keys.canonical_json import Malformed
from wkc.vault.keys.signing import SIGNATURE

LARGEST = 512
_DOMAIN = b"wkc/1/witnessed head\0"


class Witnessed(Struct, frozen=True):
    """A head with the signature that makes it count, over its digest."""

    head: Head
    signature: bytes


def digest(head: Head) -> bytes:
    """Give the 32 octets that are signed: SHA-256 of the domain, the number in 8 octets, and the hash."""
    return sha256(_DOMAIN + head.seq.to_bytes(8, "big") + head.hash).digest()


def recall(memory: Memory) -> Witnessed | None:
    """Give the head that is kept beside a user's memory of a register, its signature unchecked; None without one."""
    try:
        with os.fdopen(open_plain(_file(memory), os.O_RDONLY), "rb") as file:
            members = canonical_json.take_object(
                canonical_json.load(file.read(LARGEST)), ("seq", "hash", "signature"), ()
            )
        seq, hashed = canonical_json.take_int(members["seq"]), canonical_json.decode(members["hash"], DIGEST)
        signature = canonical_json.decode(members["signature"], SIGNATURE)
    except (OSError, NotAPlainFile, Malformed):
        return None
    return Witnessed(Head(seq, hashed), signature) if 0 <= seq < END else None


def write(memory: Memory, witnessed: Witnessed) -> None:
    """Keep a head, in one rename; where that fails the signatures are checked again, and no error."""
    file = _file(memory)
    new = f"{file}.{os.getpid()}.new"
    members = {
        "seq": witnessed.head.seq,
        "hash": canonical_json.encode(witnessed.head.hash),
        "signature": canonical_json.encode(witnessed.signature),
    }
    try:
        with os.fdopen(create(memory.state, new), "wb") as made:
            made.write(canonical_json.dump(members))
        Path(new).rename(file)
    except OSError:
        with suppress(OSError):
            Path(new).unlink()


def _file(memory: Memory) -> Path:
    return memory.file.with_suffix(".witnessed")
