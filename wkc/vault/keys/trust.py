"""What must hold before a keyring is believed: its signature under the user's pin, then its mac (VAULT 4)."""

from __future__ import annotations

import hmac
from dataclasses import field
from typing import TYPE_CHECKING

from wkc.errors.vault import KeyringForged
from wkc.records.frozen import dataclass
from wkc.vault.keys.keyring import Keyring, mac_of
from wkc.vault.keys.slot import REGISTER

if TYPE_CHECKING:
    from wkc.vault.keys.identity import Identity


@dataclass(frozen=True, slots=True)
class Trusted:
    """What a verified keyring yields: the register key, and the vault signing key that is in force."""

    pin: bytes
    register_key: bytes = field(repr=False)


def verified(keyring: Keyring, identity: Identity) -> Trusted:
    """Check a keyring for a user; NotSignedIn for a slot that is gone, KeyringForged if it does not hold."""
    register_key = identity.unseal(keyring, REGISTER)
    pin = identity.trusts(keyring, register_key)
    if not hmac.compare_digest(keyring.mac, mac_of(keyring, register_key)):
        raise KeyringForged(home=keyring.home)
    return Trusted(pin, register_key)
