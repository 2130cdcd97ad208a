"""A key slot: a user's key pair, wrapped by the password key, and the keys sealed to it (VAULT 2)."""

import hashlib
import os
import re
from collections.abc import Mapping
from enum import StrEnum
from uuid import UUID, uuid4

from msgspec import Struct
from msgspec.structs import replace

from wkc.errors.vault import BadUserId
from wkc.vault.keys import canonical_json, password, seal, signing
from wkc.vault.keys.canonical_json import Malformed
from wkc.vault.keys.password import Cost

KEY = 32
BLOB = 3 * KEY
ROLE_TAG = 32
USER_ID = re.compile(r"[a-z][a-z0-9_-]{1,31}")
RESERVED = r"recovery(-\d+)?|unknown"

REGISTER = "register"
SPECIAL = "special"
SIGNING = "signing"


class SlotKind(StrEnum):
    """The kind of a slot's owner."""

    PERSON = "person"
    RECOVERY = "recovery"
    SERVICE = "service"


class Slot(Struct, frozen=True):
    """One slot as the keyring has it; nothing in it is secret.

    `cost` is None for a service account: its secret is random and needs no derivation by Argon2. `role` is the tag of
    the owner's role (role_tag.py): None for a recovery code, and in a keyring of version 1.
    """

    user_id: str
    kind: SlotKind
    slot_id: UUID
    x25519: bytes
    ed25519: bytes
    cost: Cost | None
    salt: bytes
    nonce: bytes
    ciphertext: bytes
    sealed: Mapping[str, bytes]
    role: bytes | None = None


def check_user_id(user_id: str) -> None:
    """Refuse a USER ID that no keyring can hold, or that the vault needs itself: errors.BadUserId."""
    if not USER_ID.fullmatch(user_id) or re.fullmatch(RESERVED, user_id):
        raise BadUserId


def make_slot(
    vault_id: UUID,
    generation: int,
    user_id: str,
    kind: SlotKind,
    secret: str,
    cost: Cost | None,
    *,
    pin: bytes,
    keys: Mapping[str, bytes],
) -> tuple[Slot, bytes]:
    """Make a slot with a new pair and these keys sealed to it; give it with its opened blob.

    `secret` is a password, a recovery code or a service secret; `pin` the public vault signing key; `keys`
    those of the role, by name (`register`, `special`, `signing`).
    """
    private = os.urandom(KEY)
    seed = os.urandom(KEY)
    bare = Slot(
        user_id=user_id,
        kind=kind,
        slot_id=uuid4(),
        x25519=seal.public_of(private),
        ed25519=signing.public_of(seed),
        cost=cost,
        salt=b"",
        nonce=b"",
        ciphertext=b"",
        sealed={},
    )
    blob = private + seed + pin
    slot = seal_keys(wrap_blob(bare, vault_id, blob, secret, cost), vault_id, generation, keys)
    return slot, blob


def wrap_blob(slot: Slot, vault_id: UUID, blob: bytes, secret: str, cost: Cost | None) -> Slot:
    """Wrap a blob anew: a new salt, a new nonce, the same pair."""
    fresh = replace(slot, cost=cost, salt=password.make_salt(), nonce=os.urandom(seal.NONCE))
    key = derive_password_key(fresh, vault_id, secret)
    return replace(fresh, ciphertext=seal.wrap(key, fresh.nonce, blob, _name_place(fresh, vault_id)))


def unwrap_blob(slot: Slot, vault_id: UUID, secret: str) -> bytes:
    """Open the blob of a slot: X25519 private key, Ed25519 seed, pin; seal.SealBroken."""
    key = derive_password_key(slot, vault_id, secret)
    return seal.unwrap(key, slot.nonce, slot.ciphertext, _name_place(slot, vault_id))


def derive_password_key(slot: Slot, vault_id: UUID, secret: str) -> bytes:
    """Derive the key of a slot; a service secret is random, so one hash does."""
    if slot.cost is None:
        return seal.expand(password.encode_password(secret) + slot.salt, "service", vault_id)
    return password.derive(secret, slot.salt, slot.cost)


def compute_wrap_digest(slot: Slot) -> bytes:
    """Compute the SHA-256 of a slot's wrap and its derivation: another password gives another digest."""
    wrap = [canonical_json.encode(slot.nonce), canonical_json.encode(slot.ciphertext), _dump_kdf(slot)]
    return hashlib.sha256(canonical_json.dump(["wkc/2/wrap", str(slot.slot_id), wrap])).digest()


def seal_keys(slot: Slot, vault_id: UUID, generation: int, keys: Mapping[str, bytes]) -> Slot:
    """Seal keys to a slot, in the place of those it had."""
    sealed = {
        which: seal.seal(slot.x25519, key, seal.key_info(which, vault_id, generation, slot.user_id, slot.slot_id))
        for which, key in keys.items()
    }
    return replace(slot, sealed=sealed)


def dump_slot(slot: Slot) -> dict[str, object]:
    """Write a slot as the keyring has it."""
    return {
        **dump_signed_part(slot),
        "kdf": _dump_kdf(slot),
        "wrapped": {
            "nonce": canonical_json.encode(slot.nonce),
            "ciphertext": canonical_json.encode(slot.ciphertext),
        },
        "sealed": {which: canonical_json.encode(key) for which, key in slot.sealed.items()},
        **({} if slot.role is None else {"role": canonical_json.encode(slot.role)}),
    }


def dump_signed_part(slot: Slot) -> dict[str, object]:
    """Write the part of a slot that the vault signing key signs, besides its role; the wrap is bound to it as well."""
    return {
        "user_id": slot.user_id,
        "kind": slot.kind.value,
        "slot_id": str(slot.slot_id),
        "x25519": canonical_json.encode(slot.x25519),
        "ed25519": canonical_json.encode(slot.ed25519),
    }


def parse_slot(value: object) -> Slot:
    """Read a slot, strictly; canonical_json.Malformed."""
    members = canonical_json.take_object(
        value, ("user_id", "kind", "slot_id", "x25519", "ed25519", "kdf", "wrapped", "sealed"), ("role",)
    )
    wrap = canonical_json.take_object(members["wrapped"], ("nonce", "ciphertext"))
    keys = canonical_json.take_object(members["sealed"], (REGISTER,), (SPECIAL, SIGNING))
    kind = _parse_kind(members["kind"])
    cost, salt = _parse_kdf(members["kdf"], kind)
    user_id = canonical_json.take_text(members["user_id"])
    if not USER_ID.fullmatch(user_id):
        raise Malformed
    return Slot(
        user_id=user_id,
        kind=kind,
        slot_id=parse_uuid(members["slot_id"]),
        x25519=canonical_json.decode(members["x25519"], KEY),
        ed25519=canonical_json.decode(members["ed25519"], KEY),
        cost=cost,
        salt=salt,
        nonce=canonical_json.decode(wrap["nonce"], seal.NONCE),
        ciphertext=canonical_json.decode(wrap["ciphertext"], BLOB + seal.TAG),
        sealed={which: canonical_json.decode(key, KEY + seal.OVERHEAD) for which, key in keys.items()},
        role=canonical_json.decode(members["role"], ROLE_TAG) if "role" in members else None,
    )


def parse_uuid(value: object) -> UUID:
    """Take a uuid4 in its one form."""
    uuid = canonical_json.take_uuid(value)
    if uuid.version != 4:  # noqa: PLR2004
        raise Malformed
    return uuid


def _parse_kind(value: object) -> SlotKind:
    try:
        return SlotKind(canonical_json.take_text(value))
    except ValueError:
        raise Malformed from None


def _dump_kdf(slot: Slot) -> dict[str, object]:
    salt = canonical_json.encode(slot.salt)
    if slot.cost is None:
        return {"alg": "none", "salt": salt}
    return {"alg": "argon2id", "m_kib": slot.cost.m_kib, "t": slot.cost.t, "p": slot.cost.p, "salt": salt}


def _parse_kdf(value: object, kind: SlotKind) -> tuple[Cost | None, bytes]:
    if kind is SlotKind.SERVICE:
        members = canonical_json.take_object(value, ("alg", "salt"))
        cost = None
    else:
        members = canonical_json.take_object(value, ("alg", "m_kib", "t", "p", "salt"))
        cost = Cost(*(canonical_json.take_int(members[name]) for name in ("m_kib", "t", "p")))
    if members["alg"] != ("none" if cost is None else "argon2id"):
        raise Malformed
    return cost, canonical_json.decode(members["salt"], password.SALT)


def _name_place(slot: Slot, vault_id: UUID) -> bytes:
    return canonical_json.dump(["wkc/1/wrap", str(vault_id), dump_signed_part(slot), _dump_kdf(slot)])
