"""Bringing a backup back: who may open it, whether its keyring is ours, and the next generation from it (VAULT 7)."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from wkc.errors.backup import BackupDamaged, BackupForged
from wkc.errors.families import Damaged, NotSignedIn
from wkc.errors.vault import HomeIsLink, KeyringForged, NoRegister
from wkc.vault.backup.manifest import KEYRING, Manifest
from wkc.vault.database import leftovers
from wkc.vault.database.rotation import Plan, Rotation, next_generation
from wkc.vault.files.home import FOLDER_MODE, GENERATION, Home, open_plain
from wkc.vault.files.sqlite_errors import disk
from wkc.vault.keys import keyring, seal, signing
from wkc.vault.keys.canonical_json import Malformed
from wkc.vault.keys.identity import Unlocked
from wkc.vault.keys.keyring import LARGEST, Keyring, build_statement
from wkc.vault.keys.seal import Resealer
from wkc.vault.keys.slot import REGISTER, SPECIAL
from wkc.vault.keys.succession import follow_succession


def read_keyring(folder: Path, home: Home) -> Keyring:
    """Read the keyring of a backup, as one of this home; BackupDamaged. Nothing in it is trusted yet."""
    try:
        with disk(), os.fdopen(open_plain(folder / KEYRING, os.O_RDONLY), "rb") as file:
            return keyring.parse(file.read(LARGEST + 1), home.path)
    except (Malformed, FileNotFoundError):
        raise BackupDamaged(path=folder, file=KEYRING) from None


def read_live_keyring(home: Home) -> Keyring | None:
    """Read the live keyring; None where there is none any more that can be read."""
    with suppress(NoRegister, Damaged):
        return keyring.read(home)
    return None


def check(folder: Path, manifest: Manifest, ring: Keyring, opener: Unlocked, live_ring: Keyring | None) -> None:
    """See that a backup's keyring is of this vault, signed by a key the opener trusts, and that it names the maker.

    A signing key that was succeeded is trusted where the live keyring says that it once was in force.
    BackupForged, NotSignedIn.
    """
    try:
        key = opener.unseal(ring, REGISTER)
    except (KeyringForged, NotSignedIn):
        raise BackupForged(path=folder) from None
    pins = {*_follow_succession(ring, opener.pin), *(step.old for step in (live_ring.succession if live_ring else ()))}
    maker = ring.slot(manifest.contents.slot_id)
    ours = any(signing.verify_statement(pin, build_statement(ring, key), ring.signature) for pin in pins)
    same = (ring.vault_id, ring.generation) == (manifest.contents.vault_id, manifest.contents.generation)
    if not ours or not same or maker is None:
        raise BackupForged(path=folder)


def _follow_succession(ring: Keyring, pin: bytes) -> tuple[bytes, ...]:
    """Give the signing key that a backup's own succession leads to, each step signed by the one before."""
    with suppress(KeyringForged):
        return (follow_succession(ring, pin),)
    return ()


def find_latest_generation(home: Home) -> int:
    """Give the latest generation that the folder has a register of, whole or not; 0 for none.

    Where no keyring can be read, a register there is not overwritten: it may open with a keyring found later.
    """
    if not home.path.is_dir():
        return 0
    with disk():
        matches = (re.fullmatch(GENERATION, path.name) for path in home.path.iterdir())
        return max((int(name[0].removeprefix("register-").removesuffix(".db")) for name in matches if name), default=0)


def prepare(home: Home, live_ring: Keyring | None) -> None:
    """Clear what an earlier attempt left, under the exclusive lock of the caller."""
    if live_ring is not None:
        leftovers.remove_leftovers(home, live_ring.register)


def make_folder(home: Home) -> None:
    """Make the folder where it is gone; HomeIsLink."""
    with disk():
        if home.path.is_symlink():
            raise HomeIsLink(home=home.path)
        home.path.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        home.check_folder()


@contextmanager
def make_generation(
    home: Home, base: tuple[Keyring, Unlocked], backup: tuple[Keyring, Unlocked], source: Any, plan: Plan
) -> Iterator[tuple[Rotation, Resealer | None]]:
    """Make the next generation of `base` from the open register of a backup; with what seals its values anew.

    Both are a keyring with the identity that opens it. Under the exclusive lock of the caller.
    """
    with next_generation(home, *base, source, plan) as rotation:
        yield rotation, rotation.reseal if base[0] == backup[0] else _make_resealer(rotation, *backup)


def _make_resealer(rotation: Rotation, ring: Keyring, opener: Unlocked) -> Resealer | None:
    """Give what takes sealed values from the pair of a backup's day to the one in force, if they differ."""
    private = opener.unseal(ring, SPECIAL)
    public = rotation.special
    return None if seal.public_of(private) == public else Resealer(ring.vault_id, private, public)
