"""The manifest of a backup: its contents, the hash of each file, who may open it; signed (VAULT 7)."""

import hashlib
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from msgspec import Struct

from wkc.errors.backup import BackupNewer
from wkc.records.audit import Head
from wkc.records.backup import BackupContents
from wkc.records.crypto import Signer
from wkc.vault.keys import canonical_json, seal, signing
from wkc.vault.keys.canonical_json import Malformed
from wkc.vault.keys.slot import KEY, parse_uuid

FORMAT = "wkc-backup"
VERSION = 1
REGISTER, KEYRING, LEDGER, MANIFEST = "register.db", "keyring.json", "destroyed.jsonl", "manifest.json"
FILES = (REGISTER, KEYRING, LEDGER)
_DOMAIN = b"wkc/1/backup manifest\0"
_MEMBERS = ("backup", "vault_id", "generation", "at", "head", "ledger", "files", "keys", "user_id", "slot_id")
_AT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


class Manifest(Struct, frozen=True):
    """The manifest of a backup: its contents, the SHA-256 of each file, and by slot the backup key sealed to it."""

    contents: BackupContents
    files: Mapping[str, bytes]
    keys: Mapping[UUID, bytes]
    signature: bytes
    sha256: bytes

    @property
    def digest(self) -> bytes:
        """The signed digest: SHA-256 of the domain and the canonical JSON of all but the signature."""
        return hashlib.sha256(_DOMAIN + canonical_json.dump(_to_json(self.contents, self.files, self.keys))).digest()


def dump_signed(
    contents: BackupContents, files: Mapping[str, bytes], keys: Mapping[UUID, bytes], signer: Signer
) -> bytes:
    """Write a manifest as the file has it."""
    bare = Manifest(contents, files, keys, b"", b"")
    signature = canonical_json.encode(signer.sign("backup", bare.digest))
    return canonical_json.dump({**_to_json(contents, files, keys), "signature": signature}) + b"\n"


def parse(content: bytes, folder: Path) -> Manifest:
    """Read a manifest strictly; canonical_json.Malformed, BackupNewer."""
    loaded = canonical_json.load(content)
    if not isinstance(loaded, dict) or loaded.get("format") != FORMAT:
        raise Malformed
    if canonical_json.take_int(loaded.get("version")) > VERSION:
        raise BackupNewer(path=folder)
    members = canonical_json.take_object(loaded, ("format", "version", "signature", *_MEMBERS))
    files = canonical_json.take_object(members["files"], FILES)
    keys = members["keys"]
    if not isinstance(keys, dict):
        raise Malformed
    return Manifest(
        BackupContents(
            canonical_json.take_uuid(members["backup"]),
            parse_uuid(members["vault_id"]),
            canonical_json.take_int(members["generation"]),
            _parse_moment(members["at"]),
            _parse_head(members["head"]),
            _parse_head(members["ledger"]),
            canonical_json.take_text(members["user_id"]),
            parse_uuid(members["slot_id"]),
        ),
        {name: canonical_json.decode(digest, signing.DIGEST) for name, digest in files.items()},
        {parse_uuid(slot): canonical_json.decode(key, KEY + seal.OVERHEAD) for slot, key in keys.items()},
        canonical_json.decode(members["signature"], signing.SIGNATURE),
        hashlib.sha256(content).digest(),
    )


def _to_json(contents: BackupContents, files: Mapping[str, bytes], keys: Mapping[UUID, bytes]) -> dict[str, object]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "backup": str(contents.uuid),
        "vault_id": str(contents.vault_id),
        "generation": contents.generation,
        "at": contents.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "head": _dump_head(contents.head),
        "ledger": _dump_head(contents.ledger),
        "files": {name: canonical_json.encode(digest) for name, digest in files.items()},
        "keys": {str(slot): canonical_json.encode(key) for slot, key in keys.items()},
        "user_id": contents.user_id,
        "slot_id": str(contents.slot_id),
    }


def _dump_head(head: Head) -> dict[str, object]:
    return {"n": head.seq, "hash": canonical_json.encode(head.hash)}


def _parse_head(value: object) -> Head:
    members = canonical_json.take_object(value, ("n", "hash"))
    return Head(canonical_json.take_int(members["n"]), canonical_json.decode(members["hash"], signing.DIGEST))


def _parse_moment(value: object) -> datetime:
    if not _AT.fullmatch(canonical_json.take_text(value)):
        raise Malformed
    try:
        return datetime.fromisoformat(canonical_json.take_text(value))
    except ValueError:
        raise Malformed from None
