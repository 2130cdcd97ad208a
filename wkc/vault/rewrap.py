"""A new password for the same keys (VAULT 4, password change)."""

from dataclasses import replace

from wkc.errors import KeyringForged, NotSignedIn
from wkc.vault import keyring, password
from wkc.vault.atomic import atomic_write
from wkc.vault.home import Home
from wkc.vault.identity import Unlocked, unlock
from wkc.vault.password import Cost
from wkc.vault.slot import KEY, wrapped
from wkc.vault.trust import verified


def rewrap(home: Home, identity: Unlocked, new_password: str, cost: Cost) -> Unlocked:
    """Wrap a person's keys under a new password, with the pin now in force; the keys stay the same.

    Takes the exclusive lock itself. WeakPassword, NotSignedIn for a slot that is gone, KeyringForged.
    """
    password.check(new_password)
    home.check()
    with home.lock(exclusive=True):
        ring = keyring.read(home)
        trusted = verified(ring, identity)
        slot = ring.slot(identity.slot_id)
        if slot is None:
            raise NotSignedIn
        blob = bytes(identity.blob[: 2 * KEY]) + trusted.pin
        changed = ring.with_slot(wrapped(slot, ring.vault_id, blob, new_password, cost))
        content = keyring.dump(keyring.with_mac(changed, trusted.register_key))
        renewed = _tried(keyring.parse(content, home.path), identity, new_password)
        atomic_write(home.keyring, home.keyring_copy, content)
    return renewed


def _tried(ring: keyring.Keyring, identity: Unlocked, new_password: str) -> Unlocked:
    """Sign in to the keyring as it will stand, before it takes the place of the one that works."""
    renewed = unlock(ring, identity.user_id, new_password)
    verified(ring, renewed)
    if renewed != replace(identity, blob=renewed.blob):
        raise KeyringForged(home=ring.home)
    return renewed
