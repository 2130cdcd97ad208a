"""A backup: one folder with the register under a key of its own, keyring, ledger and a signed manifest (VAULT 7).

wkc-20261125T020000Z-1a2b3c4d/
├── register.db       the register of one moment, under the backup key
├── keyring.json      as it was then: without it not even a recovery code opens anything
├── destroyed.jsonl   the destruction ledger
└── manifest.json     what it is, the hash of each file, the backup key sealed to who may open it; signed
"""

import hashlib
import os
import re
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from msgspec import Struct

from wkc.errors.backup import BackupClosed, BackupDamaged, BackupForged, BackupsInside
from wkc.errors.families import WkcError
from wkc.records.audit import Head
from wkc.records.backup import BackupContents
from wkc.vault.backup import manifest as manifests
from wkc.vault.backup.manifest import FILES, KEYRING, LEDGER, MANIFEST, REGISTER, Manifest
from wkc.vault.database import copy as copying
from wkc.vault.database import register as registers
from wkc.vault.files import failpoints
from wkc.vault.files.atomic import fsync
from wkc.vault.files.home import BESIDE, FILE_MODE, FOLDER_MODE, Home, open_plain
from wkc.vault.files.sqlite_errors import disk, translated
from wkc.vault.journals import ledger
from wkc.vault.keys import keyring, seal, signing
from wkc.vault.keys.canonical_json import Malformed
from wkc.vault.keys.identity import Identity, Unlocked
from wkc.vault.keys.keyring import Keyring
from wkc.vault.keys.slot import KEY, SIGNING, Slot, SlotKind
from wkc.vault.keys.trust import verify_keyring

NAME = re.compile(r"wkc-\d{8}T\d{6}Z-[0-9a-f]{8}")
LARGEST = 1024 * 1024


class BackupOrder(Struct, frozen=True):
    """A backup to make: its uuid, its moment, its folder, and the USER IDs of those who are beheerder."""

    uuid: UUID
    at: datetime
    folder: Path
    beheerders: Collection[str]


def name_folder(uuid: UUID, at: datetime) -> str:
    """Name the folder of a backup."""
    return f"wkc-{at.astimezone(UTC):%Y%m%dT%H%M%SZ}-{uuid.hex[-8:]}"


def write(home: Home, identity: Identity, source: Any, order: BackupOrder, head: Callable[[Any], Head]) -> bytes:
    """Make a backup of the open register under the caller's lock; give the SHA-256 of its manifest.

    `head` gives the audit head of a copy. A backup that was cut short is left beside its place as `….new`. The keyring
    is checked again, for somebody may have put another there since the register was opened, and the backup key is
    sealed to its slots. errors.KeyringForged.
    """
    ring, draft = keyring.read(home), name_draft(order.folder)
    verify_keyring(ring, identity)
    key = bytearray(os.urandom(KEY))
    try:
        with disk(), translated(ring.register), _remove_on_failure(draft):
            draft.mkdir(mode=FOLDER_MODE)
            failpoints.failpoint("backup begun")
            last_line = _copy_register(source, draft, key, head)
            _put(draft / KEYRING, keyring.dump(ring))
            _put(draft / LEDGER, home.ledger.read_bytes() if home.ledger.exists() else b"")
            failpoints.failpoint("backup files written")
            last = ledger.last_head(draft / LEDGER)
            by = (identity.user_id, identity.slot_id)
            contents = BackupContents(order.uuid, ring.vault_id, ring.generation, order.at, last_line, last, *by)
            files = {file: _sha256(draft / file) for file in FILES}
            content = manifests.dump_signed(contents, files, _seal_backup_key(ring, order, bytes(key)), identity)
            _put(draft / MANIFEST, content)
            failpoints.failpoint("backup signed")
            fsync(draft)
            failpoints.failpoint("backup synced")
            draft.rename(order.folder)
            failpoints.failpoint("backup renamed")
            fsync(order.folder.parent)
            failpoints.failpoint("backup folder synced")
    finally:
        registers.wipe(key)
    return hashlib.sha256(content).digest()


def read(folder: Path) -> Manifest:
    """Read the manifest of a backup, strictly; BackupDamaged, BackupNewer, BackupsInside. Nothing is trusted yet."""
    try:
        with disk(), os.fdopen(open_plain(folder / MANIFEST, os.O_RDONLY), "rb") as file:
            content = file.read(LARGEST)
        return manifests.parse(content, folder)
    except (Malformed, FileNotFoundError, NotADirectoryError):
        if inside := list_inside(folder):
            raise BackupsInside(path=folder, newest=inside[0]) from None
        raise BackupDamaged(path=folder, file=MANIFEST) from None


def list_inside(folder: Path) -> list[str]:
    """Give the names of the backups in a folder, newest first; none where it is a backup itself."""
    if not folder.is_dir() or os.path.lexists(folder / MANIFEST):
        return []
    with disk():
        return sorted((path.name for path in folder.iterdir() if NAME.fullmatch(path.name)), reverse=True)


def check_files(folder: Path, manifest: Manifest) -> None:
    """See that each file is as it was made; BackupDamaged for the first that is not.

    A journal beside the register is none of ours: SQLite would want to roll the register back by it.
    """
    for name in (REGISTER + end for end in BESIDE):
        if os.path.lexists(folder / name):
            raise BackupDamaged(path=folder, file=name)
    for file, expected in manifest.files.items():
        with disk():
            try:
                digest = _sha256(folder / file)
            except FileNotFoundError:
                digest = b""
        if digest != expected:
            raise BackupDamaged(path=folder, file=file)


def check_signature(folder: Path, manifest: Manifest, vault_id: UUID, public: bytes | None) -> None:
    """See that it is a backup of this vault, signed with this key; BackupForged."""
    ours = manifest.contents.vault_id == vault_id
    if public is None or not (
        ours and signing.verify_digest(public, vault_id, "backup", manifest.digest, manifest.signature)
    ):
        raise BackupForged(path=folder)


def can_open(manifest: Manifest, identity: Identity) -> bool:
    """Tell whether the backup key is sealed to this user's slot."""
    return identity.slot_id in manifest.keys


@contextmanager
def open_backup(folder: Path, manifest: Manifest, identity: Unlocked) -> Iterator[Any]:
    """Open the register of a backup, to read it; BackupClosed, and BackupDamaged when it is not sound."""
    key = bytearray(_unseal_key(folder, manifest, identity))
    try:
        connection = registers.open_kept(folder / REGISTER, key)
    finally:
        registers.wipe(key)
    try:
        with translated(folder / REGISTER):
            if not copying.is_copy_sound(connection, folder / REGISTER):
                raise BackupDamaged(path=folder, file=REGISTER)
            yield connection
    finally:
        connection.close()


def remove(folder: Path) -> None:
    """Take a backup away: its own files, finished or not, and nothing else that somebody put beside them.

    The register keeps the path, where somebody with its key may have written another: only a folder with the name of a
    backup is touched, so never that of a register.
    """
    if not NAME.fullmatch(folder.name):
        return
    for place in (folder, name_draft(folder)):
        if place.is_dir() and not place.is_symlink():
            for path in place.iterdir():
                if path.name.startswith((*FILES, MANIFEST)):
                    path.unlink(missing_ok=True)
            with suppress(OSError):
                place.rmdir()
    fsync(folder.parent)


def name_draft(folder: Path) -> Path:
    """Name a backup while it is made."""
    return folder.with_name(folder.name + ".new")


@contextmanager
def _remove_on_failure(draft: Path) -> Iterator[None]:
    """Leave nothing of a backup that could not be made."""
    try:
        yield
    except (OSError, WkcError):
        with suppress(OSError):
            remove(draft.with_name(draft.name.removesuffix(".new")))
        raise


def _copy_register(source: Any, draft: Path, key: bytearray, head: Callable[[Any], Head]) -> Head:
    """Copy the register of one moment without what was deleted from it, in one file that is read without a log."""
    first, last = draft / f"{REGISTER}.draft", draft / REGISTER
    made = copying.snapshot(source, first, key)
    try:
        failpoints.failpoint("backup copied")
        copying.compact(made, last)
        last_line = head(made)
        expected = copying.count_contents(made)
    finally:
        made.close()
        copying.remove(first)
    connection = registers.open_kept(last, key)
    try:
        if copying.count_contents(connection) != expected or not copying.is_copy_sound(connection, last):
            raise BackupDamaged(path=draft, file=REGISTER)
    finally:
        connection.close()
    fsync(last)
    failpoints.failpoint("backup register written")
    return last_line


def _seal_backup_key(ring: Keyring, order: BackupOrder, key: bytes) -> dict[UUID, bytes]:
    """Seal the backup key to the beheerders and the recovery codes of this day."""
    openers = (slot for slot in ring.slots if slot.kind is SlotKind.RECOVERY or slot.user_id in order.beheerders)
    return {
        slot.slot_id: seal.seal(slot.x25519, key, _name_place(order.uuid, ring.vault_id, ring.generation, slot))
        for slot in openers
        if SIGNING in slot.sealed
    }


def _name_place(backup: UUID, vault_id: UUID, generation: int, slot: Slot | Identity) -> bytes:
    return seal.key_info(f"backup {backup}", vault_id, generation, slot.user_id, slot.slot_id)


def _unseal_key(folder: Path, manifest: Manifest, identity: Unlocked) -> bytes:
    contents = manifest.contents
    if not can_open(manifest, identity):
        raise BackupClosed(path=folder)
    place = _name_place(contents.uuid, contents.vault_id, contents.generation, identity)
    try:
        return seal.unseal(identity.blob[:KEY], manifest.keys[identity.slot_id], place)
    except seal.SealBroken:
        raise BackupForged(path=folder) from None


def _put(path: Path, content: bytes) -> None:
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, FILE_MODE)
    with os.fdopen(opened, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sha256(path: Path) -> bytes:
    with os.fdopen(open_plain(path, os.O_RDONLY), "rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
