"""The keyring: the key slots of a vault, read strictly and written in one way (VAULT 2)."""

import hashlib
import hmac
import os
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from wkc.errors.vault import KeyringDamaged, KeyringForged, KeyringNewer
from wkc.vault.files.home import Home, open_plain
from wkc.vault.files.sqlite_errors import disk
from wkc.vault.keys import canonical_json, seal, signing
from wkc.vault.keys.canonical_json import Malformed
from wkc.vault.keys.slot import KEY, Slot, SlotKind, dump_signed_part, dump_slot, parse_slot, parse_uuid

FORMAT = "wkc-keyring"
VERSION = 2
"""The first version has no tags of roles; it is read, and becomes the second when a beheerder signs it."""
LARGEST = 1024 * 1024
KEPT = 4
"""Keyrings that a process keeps as it read them: octets that are read again give the same keyring."""
DIGEST = 32
NAMES = (
    "format",
    "version",
    "vault_id",
    "generation",
    "register",
    "sealing",
    "special",
    "slots",
    "signature",
    "succession",
    "mac",
)


class Succession(Struct, frozen=True):
    """One vault signing key hands over to the next."""

    old: bytes
    new: bytes
    signature: bytes


class Keyring(Struct, frozen=True, dict=True):
    """The content of keyring.json: nothing in it is secret, and nothing is trusted before trust.verify_keyring."""

    home: Path
    vault_id: UUID
    generation: int
    special: bytes
    slots: tuple[Slot, ...]
    succession: tuple[Succession, ...] = ()
    signature: bytes = bytes(signing.SIGNATURE)
    mac: bytes = bytes(DIGEST)

    @property
    def version(self) -> int:
        """The version of the format: the first where a slot has no tag of its role."""
        owned = (slot for slot in self.slots if slot.kind is not SlotKind.RECOVERY)
        return VERSION if all(slot.role is not None for slot in owned) else 1

    @property
    def register(self) -> Path:
        """The one live register."""
        return Home(self.home).register(self.generation)

    @cached_property
    def content(self) -> Mapping[str, object]:
        """The content as it is written, hashed and signed, without its checksum."""
        return {
            "format": FORMAT,
            "version": self.version,
            "vault_id": str(self.vault_id),
            "generation": self.generation,
            "register": self.register.name,
            "sealing": seal.NAME,
            "special": canonical_json.encode(self.special),
            "slots": [dump_slot(slot) for slot in self.slots],
            "signature": canonical_json.encode(self.signature),
            "succession": [
                {name: canonical_json.encode(getattr(step, name)) for name in ("old", "new", "signature")}
                for step in self.succession
            ],
            "mac": canonical_json.encode(self.mac),
        }

    @cached_property
    def signed_content(self) -> Mapping[str, object]:
        """The part of the content that the vault signing key signs."""
        return {name: self.content[name] for name in NAMES[:7]} | {"slots": [*map(_dump_signed_slot, self.slots)]}

    @cached_property
    def checksum(self) -> bytes:
        """The SHA-256 of the whole content: two readers know by it that they read the same keyring."""
        return _hash_content(self.content)

    def slot_of(self, user_id: str) -> Slot | None:
        """Give the slot of a user."""
        return next((slot for slot in self.slots if slot.user_id == user_id), None)

    def slot(self, slot_id: UUID) -> Slot | None:
        """Give a slot by its id."""
        return next((slot for slot in self.slots if slot.slot_id == slot_id), None)

    def with_slot(self, changed: Slot) -> "Keyring":
        """Put a changed slot in the place of the one with its id."""
        slots = (changed if slot.slot_id == changed.slot_id else slot for slot in self.slots)
        return replace(self, slots=tuple(slots))


def read(home: Home) -> Keyring:
    """Read the keyring, or its copy where the keyring is damaged or gone.

    A sound keyring is always preferred. The copy may be one write behind it when a crash came between the two
    writes; it then opens with the password before the last change, or not at all.

    NoRegister, KeyringMissing, KeyringDamaged when both are, KeyringForged, KeyringNewer.
    """
    is_there = False
    for path in (home.keyring, home.keyring_copy):
        try:
            with disk(), os.fdopen(open_plain(path, os.O_RDONLY), "rb") as file:
                content = file.read(LARGEST + 1)
        except FileNotFoundError:
            continue
        is_there = True
        try:
            return parse(content, home.path)
        except Malformed:
            continue
    if not is_there:
        raise home.explain_missing_keyring()
    raise KeyringDamaged(home=home.path)


def read_copy(home: Home) -> Keyring | None:
    """Read the copy of the keyring; None where there is none that parses. Nothing in it is trusted by that."""
    try:
        with disk(), os.fdopen(open_plain(home.keyring_copy, os.O_RDONLY), "rb") as file:
            return parse(file.read(LARGEST + 1), home.path)
    except (FileNotFoundError, Malformed, KeyringNewer, KeyringForged):
        return None


@lru_cache(maxsize=KEPT)
def parse(content: bytes, home: Path) -> Keyring:
    """Read a keyring strictly; Malformed, KeyringNewer, KeyringForged for a cost or a role out of place."""
    if len(content) > LARGEST:
        raise Malformed
    loaded = canonical_json.load(content)
    if not isinstance(loaded, dict) or loaded.get("format") != FORMAT:
        raise Malformed
    checksum = canonical_json.decode(loaded.pop("checksum", None), DIGEST)
    if not hmac.compare_digest(checksum, _hash_content(loaded)):
        raise Malformed
    # Every version has format, version and checksum: a newer one is told from a damaged one.
    if (version := canonical_json.take_int(loaded.get("version"))) > VERSION:
        raise KeyringNewer(version=version)
    keyring = _parse_content(canonical_json.take_object(loaded, NAMES), home)
    if any(slot.cost is not None and not slot.cost.is_allowed for slot in keyring.slots):
        raise KeyringForged(home=home)
    misplaced = (slot.role for slot in keyring.slots if version == 1 or slot.kind is SlotKind.RECOVERY)
    if version != keyring.version or any(role is not None for role in misplaced):
        raise KeyringForged(home=home)
    return keyring


def dump(keyring: Keyring) -> bytes:
    """Write a keyring with its checksum."""
    return canonical_json.dump({**keyring.content, "checksum": canonical_json.encode(keyring.checksum)}) + b"\n"


def build_statement(keyring: Keyring, register_key: bytes) -> bytes:
    """Build the statement that the vault signing key signs: everything that a password change leaves as it is."""
    tag = canonical_json.encode(seal.expand(register_key, "register-tag", keyring.vault_id))
    return b"wkc/1/keyring\0" + canonical_json.dump({**keyring.signed_content, "tag": tag})


def _dump_signed_slot(slot: Slot) -> dict[str, object]:
    role = {} if slot.role is None else {"role": canonical_json.encode(slot.role)}
    return dump_signed_part(slot) | role


def build_handover(vault_id: UUID, old: bytes, new: bytes) -> bytes:
    """Build the statement by which an old vault signing key hands over to the new one."""
    return b"wkc/1/succession\0" + vault_id.bytes + old + new


def sign_keyring(keyring: Keyring, register_key: bytes, signing_seed: bytes) -> Keyring:
    """Sign a keyring, and seal it off with the mac."""
    signature = signing.sign_statement(signing_seed, build_statement(keyring, register_key))
    return with_mac(replace(keyring, signature=signature), register_key)


def with_mac(keyring: Keyring, register_key: bytes) -> Keyring:
    """Seal a keyring off with the mac that every holder of the register key can make and check."""
    return replace(keyring, mac=compute_mac(keyring, register_key))


def compute_mac(keyring: Keyring, register_key: bytes) -> bytes:
    """Give the HMAC-SHA256 of everything but itself."""
    content = {name: value for name, value in keyring.content.items() if name != "mac"}
    key = seal.expand(register_key, "keyring-mac", keyring.vault_id)
    return hmac.digest(key, canonical_json.dump(content), "sha256")


def _hash_content(content: object) -> bytes:
    try:
        return hashlib.sha256(canonical_json.dump(content)).digest()
    except RecursionError:
        raise Malformed from None


def _parse_content(members: dict[str, object], home: Path) -> Keyring:
    slots = tuple(parse_slot(slot) for slot in canonical_json.take_list(members["slots"]))
    keyring = Keyring(
        home=home,
        vault_id=parse_uuid(members["vault_id"]),
        generation=canonical_json.take_int(members["generation"]),
        special=canonical_json.decode(members["special"], KEY),
        slots=slots,
        succession=tuple(map(_parse_succession, canonical_json.take_list(members["succession"]))),
        signature=canonical_json.decode(members["signature"], signing.SIGNATURE),
        mac=canonical_json.decode(members["mac"], DIGEST),
    )
    names = (members["sealing"], members["register"])
    if names != (seal.NAME, keyring.register.name) or keyring.generation < 1:
        raise Malformed
    if not (_are_unique(slot.user_id for slot in slots) and _are_unique(slot.slot_id for slot in slots)):
        raise Malformed
    if not any(slot.kind is SlotKind.PERSON for slot in slots):
        raise Malformed
    return keyring


def _parse_succession(value: object) -> Succession:
    members = canonical_json.take_object(value, ("old", "new", "signature"))
    return Succession(
        old=canonical_json.decode(members["old"], KEY),
        new=canonical_json.decode(members["new"], KEY),
        signature=canonical_json.decode(members["signature"], signing.SIGNATURE),
    )


def _are_unique(values: Iterable[object]) -> bool:
    listed = list(values)
    return len(set(listed)) == len(listed)
