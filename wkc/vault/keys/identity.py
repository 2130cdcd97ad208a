"""The identity of a signed-in user: one slot of the keyring, with its private keys here or at the agent."""

from abc import abstractmethod
from collections.abc import Iterable
from uuid import UUID

from msgspec import Struct

from wkc.errors.families import NotSignedIn
from wkc.errors.vault import KeyringForged, RecoveryCodeWrong
from wkc.vault.keys import password, seal, signing, succession
from wkc.vault.keys.keyring import Keyring
from wkc.vault.keys.slot import KEY, REGISTER, Slot, SlotKind, unwrap_blob

Secret = bytes | memoryview
"""Octets in memory; a view is of memory that is not paged out (agent.py)."""


class Identity(Struct, frozen=True):
    """The slot that a user opened; it signs for that user (records.crypto.Signer).

    Its private keys are in this process (`Unlocked`), or with the agent of a session (`AgentIdentity`); each of the two
    signs and opens in its own way.
    """

    vault_id: UUID
    user_id: str
    kind: SlotKind
    slot_id: UUID
    x25519: bytes
    ed25519: bytes

    @property
    def is_usable(self) -> bool:
        """An identity that can still open and sign; one whose keys are in this process always can."""
        return True

    @property
    def idle_seconds(self) -> float | None:
        """Seconds until its keys are put away if none is used; None for keys in this process, which go by no clock."""
        return None

    def __repr__(self) -> str:
        """Name the user, and no key."""
        return f"{type(self).__name__}({self.user_id!r})"

    @abstractmethod
    def sign(self, label: str, digest: bytes) -> bytes:
        """Sign a 32-octet digest under a label (`audit`, `ledger`, `backup`): 64 octets."""

    def sign_each(self, label: str, digests: Iterable[bytes]) -> list[bytes]:
        """Sign many digests under one label, in their order."""
        return [self.sign(label, digest) for digest in digests]

    def has_key(self, keyring: Keyring, which: str) -> bool:
        """Check whether a key (`register`, `special`, `signing`) is sealed to this slot."""
        slot = keyring.slot(self.slot_id)
        return slot is not None and which in slot.sealed

    def unseal(self, keyring: Keyring, which: str) -> bytes:
        """Open a key that is sealed to this slot; NotSignedIn when the slot is gone, KeyringForged."""
        return self._open_key(keyring, self._find_own_slot(keyring), which)

    def open_register(self, keyring: Keyring) -> tuple[bytes, bytes]:
        """Give the register key, and the vault signing key in force, by which the keyring is signed under the pin.

        NotSignedIn when the slot is gone, KeyringForged.
        """
        return self._open_register(keyring, self._find_own_slot(keyring))

    def _find_own_slot(self, keyring: Keyring) -> Slot:
        slot = keyring.slot(self.slot_id)
        if slot is None:
            raise NotSignedIn
        mine = (self.vault_id, self.user_id, self.x25519, self.ed25519)
        if (keyring.vault_id, slot.user_id, slot.x25519, slot.ed25519) != mine:
            raise KeyringForged(home=keyring.home)
        return slot

    @abstractmethod
    def _open_key(self, keyring: Keyring, slot: Slot, which: str) -> bytes:
        """Open a key of the own slot."""

    @abstractmethod
    def _open_register(self, keyring: Keyring, slot: Slot) -> tuple[bytes, bytes]:
        """Open the register key of the own slot, and check the signature of the keyring."""


class Unlocked(Identity, frozen=True):
    """An identity whose keys its password opened in this process.

    `blob` is secret: X25519 private key, Ed25519 seed, pin.
    """

    blob: Secret

    @property
    def pin(self) -> bytes:
        """The public vault signing key that this user trusts."""
        return bytes(self.blob[2 * KEY :])

    def sign(self, label: str, digest: bytes) -> bytes:
        """Sign with the seed in this process."""
        return signing.sign_digest(self.blob[KEY : 2 * KEY], self.vault_id, label, digest)

    def sign_each(self, label: str, digests: Iterable[bytes]) -> list[bytes]:
        """Sign many with the seed in this process, made ready once."""
        return signing.sign_digests(self.blob[KEY : 2 * KEY], self.vault_id, label, digests)

    def _open_key(self, keyring: Keyring, slot: Slot, which: str) -> bytes:
        if which not in slot.sealed:
            raise KeyringForged(home=keyring.home)
        info = seal.key_info(which, self.vault_id, keyring.generation, self.user_id, self.slot_id)
        try:
            return seal.unseal(self.blob[:KEY], slot.sealed[which], info)
        except seal.SealBroken:
            raise KeyringForged(home=keyring.home) from None

    def _open_register(self, keyring: Keyring, slot: Slot) -> tuple[bytes, bytes]:
        register_key = self._open_key(keyring, slot, REGISTER)
        return register_key, succession.verify_signer(keyring, self.pin, register_key)


def make_identity(vault_id: UUID, slot: Slot, blob: bytes) -> Unlocked:
    """Give the identity of a slot whose blob is open."""
    return Unlocked(vault_id, slot.user_id, slot.kind, slot.slot_id, slot.x25519, slot.ed25519, blob)


def unlock(keyring: Keyring, user_id: str, secret: str) -> Unlocked:
    """Open the slot of a person or a service account; NotSignedIn, in the same time for an unknown user."""
    slot = keyring.slot_of(user_id)
    if slot is None or slot.kind is SlotKind.RECOVERY:
        _spend_time(keyring, secret)
        raise NotSignedIn
    try:
        blob = unwrap_blob(slot, keyring.vault_id, secret)
    except seal.SealBroken:
        if slot.cost is None:  # A service account needs no derivation: the time would tell its USER ID from others.
            _spend_time(keyring, secret)
        raise NotSignedIn from None
    return make_identity(keyring.vault_id, slot, blob)


def _spend_time(keyring: Keyring, secret: str) -> None:
    """Derive a key for nothing, at the cost of the dearest slot: a refusal takes as long for every USER ID."""
    costs = [slot.cost for slot in keyring.slots if slot.cost is not None]
    password.derive(secret, password.make_salt(), max(costs, key=lambda cost: cost.m_kib * cost.t))


def unlock_recovery(keyring: Keyring, code: str, owner: str | None = None) -> Unlocked:
    """Open the recovery slot that a code belongs to; RecoveryCodeWrong.

    A code is tried on each slot in turn, at the cost of a password; on one alone where its `owner` is named.
    """
    from wkc.vault.keys import recovery_code

    secret = recovery_code.read(code)
    for slot in keyring.slots:
        if slot.kind is not SlotKind.RECOVERY or (owner or slot.user_id) != slot.user_id:
            continue
        try:
            blob = unwrap_blob(slot, keyring.vault_id, secret)
        except seal.SealBroken:
            continue
        return make_identity(keyring.vault_id, slot, blob)
    raise RecoveryCodeWrong(groups=recovery_code.GROUPS)
