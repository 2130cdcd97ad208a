"""The checks before a keyring is trusted: its signature under the user's pin, then its mac (VAULT 4)."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

from msgspec import Struct

from wkc.errors.vault import KeyringForged
from wkc.vault.keys.keyring import Keyring, compute_mac

if TYPE_CHECKING:
    from wkc.vault.keys.identity import Identity


class Trusted(Struct, frozen=True):
    """The keys that a verified keyring gives: the register key, and the vault signing key that is in force."""

    pin: bytes
    register_key: bytes

    def __repr__(self) -> str:
        """Show the public key alone."""
        return f"Trusted(pin={self.pin!r})"


def verify_keyring(keyring: Keyring, identity: Identity) -> Trusted:
    """Check a keyring for a user; NotSignedIn for a slot that is gone, KeyringForged where a check fails."""
    register_key, pin = identity.open_register(keyring)
    if not hmac.compare_digest(keyring.mac, compute_mac(keyring, register_key)):
        raise KeyringForged(home=keyring.home)
    return Trusted(pin, register_key)
