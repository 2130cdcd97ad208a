"""The same keys wrapped anew: under a new password, or with the signing key now in force (VAULT 2 and 4)."""

from dataclasses import dataclass, field

from msgspec.structs import replace

from wkc.errors.families import NotSignedIn
from wkc.errors.vault import KeyringForged, RegisterBusy
from wkc.i18n import _
from wkc.vault.files.atomic import atomic_write
from wkc.vault.files.home import Home
from wkc.vault.keys import keyring, password
from wkc.vault.keys.identity import Unlocked, unlock
from wkc.vault.keys.keyring import Keyring
from wkc.vault.keys.password import Cost
from wkc.vault.keys.slot import KEY, Slot, compute_wrap_digest, wrap_blob
from wkc.vault.keys.trust import verify_keyring


@dataclass(frozen=True, slots=True)
class OpenedSlot:
    """A slot as it was wrapped when this secret opened it."""

    slot: Slot
    secret: str = field(repr=False)

    def is_current(self, ring: Keyring) -> bool:
        """Tell whether it is wrapped so still: else the password was changed since, and with it the pin renewed."""
        slot = ring.slot(self.slot.slot_id)
        was = (self.slot.salt, self.slot.nonce, self.slot.ciphertext)
        return slot is not None and (slot.salt, slot.nonce, slot.ciphertext) == was


@dataclass(frozen=True, slots=True)
class Rewrapped:
    """A slot wrapped anew, not written yet: announced in the register first, put into the keyring then."""

    slot: Slot
    was: Slot
    identity: Unlocked


def rewrap(home: Home, identity: Unlocked, secret: str, cost: Cost | None) -> Rewrapped:
    """Wrap a user's keys under a password, with the pin now in force; the keys stay the same.

    A sign-in proves it. WeakPassword, NotSignedIn for a slot that is gone, KeyringForged.
    """
    password.check(secret)
    home.check()
    ring = keyring.read(home)
    slot = _find_own_slot(ring, identity)
    trusted = verify_keyring(ring, identity)
    blob = bytes(identity.blob[: 2 * KEY]) + trusted.pin
    wrapped = wrap_blob(slot, ring.vault_id, blob, secret, cost)
    changed = keyring.with_mac(ring.with_slot(wrapped), trusted.register_key)
    return Rewrapped(wrapped, slot, _try_slot(keyring.parse(keyring.dump(changed), home.path), identity, secret))


def put(home: Home, identity: Unlocked, rewrapped: Rewrapped) -> Unlocked:
    """Write a slot that was wrapped anew, under the exclusive lock; RegisterBusy when it was changed meanwhile."""
    home.check()
    with home.lock(exclusive=True):
        return put_alone(home, identity, rewrapped)


def put_alone(home: Home, identity: Unlocked, rewrapped: Rewrapped) -> Unlocked:
    """Write a slot that was wrapped anew, under the exclusive lock of the caller; RegisterBusy as `put`."""
    ring = keyring.read(home)
    if compute_wrap_digest(_find_own_slot(ring, identity)) != compute_wrap_digest(rewrapped.was):
        raise RegisterBusy(who=_("another command"))
    trusted = verify_keyring(ring, identity)
    mine = replace(
        rewrapped.slot, sealed=_find_own_slot(ring, identity).sealed, role=_find_own_slot(ring, identity).role
    )
    content = keyring.dump(keyring.with_mac(ring.with_slot(mine), trusted.register_key))
    verify_keyring(keyring.parse(content, home.path), rewrapped.identity)
    atomic_write(home.keyring, home.keyring_copy, content)
    return rewrapped.identity


def has_old_pin(ring: Keyring, identity: Unlocked) -> bool:
    """Tell whether a later vault signing key is in force than the one this user's own slot names."""
    return bool(ring.succession) and ring.succession[-1].new != identity.pin


def _find_own_slot(ring: Keyring, identity: Unlocked) -> Slot:
    slot = ring.slot(identity.slot_id)
    if slot is None:
        raise NotSignedIn
    return slot


def _try_slot(ring: Keyring, identity: Unlocked, new_password: str) -> Unlocked:
    """Sign in to the keyring as it will be, before it takes the place of the one that works."""
    renewed = unlock(ring, identity.user_id, new_password)
    verify_keyring(ring, renewed)
    if renewed != replace(identity, blob=renewed.blob):
        raise KeyringForged(home=ring.home)
    return renewed
