"""The same keys wrapped anew: under a new password, or with the signing key now in force (VAULT 2 and 4)."""

from dataclasses import dataclass, field

from msgspec.structs import replace

from wkc.errors.families import NotSignedIn
from wkc.errors.vault import KeyringForged
from wkc.vault.files.atomic import atomic_write
from wkc.vault.files.home import Home
from wkc.vault.keys import keyring, password
from wkc.vault.keys.identity import Unlocked, unlock
from wkc.vault.keys.keyring import Keyring
from wkc.vault.keys.password import Cost
from wkc.vault.keys.slot import KEY, Slot, wrap_blob
from wkc.vault.keys.trust import verified


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


def rewrap(home: Home, identity: Unlocked, new_password: str, cost: Cost) -> Unlocked:
    """Wrap a person's keys under a new password, with the pin now in force; the keys stay the same.

    Takes the exclusive lock itself. WeakPassword, NotSignedIn for a slot that is gone, KeyringForged.
    """
    password.check(new_password)
    home.check()
    with home.lock(exclusive=True):
        ring = keyring.read(home)
        return _rewrapped(home, ring, _own(ring, identity), identity, new_password, cost)


def has_old_pin(ring: Keyring, identity: Unlocked) -> bool:
    """Tell whether a later vault signing key is in force than the one this user's own slot names."""
    return bool(ring.succession) and ring.succession[-1].new != identity.pin


def renew_pin(home: Home, identity: Unlocked, opened: OpenedSlot) -> Unlocked:
    """Wrap a user's keys under the same secret with the pin now in force, under the exclusive lock of the caller.

    A secret that opens the slot no more must not come back by this: then nothing is done.
    """
    ring = keyring.read(home)
    slot = _own(ring, identity)
    if not opened.is_current(ring):
        return identity
    return _rewrapped(home, ring, slot, identity, opened.secret, slot.cost)


def _own(ring: Keyring, identity: Unlocked) -> Slot:
    slot = ring.slot(identity.slot_id)
    if slot is None:
        raise NotSignedIn
    return slot


def _rewrapped(home: Home, ring: Keyring, slot: Slot, identity: Unlocked, secret: str, cost: Cost | None) -> Unlocked:
    trusted = verified(ring, identity)
    blob = bytes(identity.blob[: 2 * KEY]) + trusted.pin
    changed = ring.with_slot(wrap_blob(slot, ring.vault_id, blob, secret, cost))
    content = keyring.dump(keyring.with_mac(changed, trusted.register_key))
    renewed = _tried(keyring.parse(content, home.path), identity, secret)
    atomic_write(home.keyring, home.keyring_copy, content)
    return renewed


def _tried(ring: Keyring, identity: Unlocked, new_password: str) -> Unlocked:
    """Sign in to the keyring as it will stand, before it takes the place of the one that works."""
    renewed = unlock(ring, identity.user_id, new_password)
    verified(ring, renewed)
    if renewed != replace(identity, blob=renewed.blob):
        raise KeyringForged(home=ring.home)
    return renewed
