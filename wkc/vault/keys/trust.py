"""What must hold before a keyring is believed: its signature under the user's pin, then its mac (VAULT 4)."""

from __future__ import annotations

import hmac
from dataclasses import field
from typing import TYPE_CHECKING

from wkc.errors.vault import KeyringForged
from wkc.records.frozen import dataclass
from wkc.vault.keys import signing
from wkc.vault.keys.keyring import Keyring, handover, mac_of, statement
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


def in_force(keyring: Keyring, pin: bytes, register_key: bytes) -> bytes:
    """Check the signature of a keyring, and give the vault signing key that made it; KeyringForged."""
    signer = current(keyring, pin)
    if not signing.holds(signer, statement(keyring, register_key), keyring.signature):
        raise KeyringForged(home=keyring.home)
    return signer


def current(keyring: Keyring, pin: bytes) -> bytes:
    """Follow the succession from a pin to the vault signing key in force; KeyringForged if it breaks off."""
    steps = keyring.succession
    start = next((place for place, step in enumerate(steps) if step.old == pin), len(steps))
    if steps and start == len(steps) and steps[-1].new != pin:
        raise KeyringForged(home=keyring.home)
    for step in steps[start:]:
        said = handover(keyring.vault_id, step.old, step.new)
        if step.old != pin or not signing.holds(pin, said, step.signature):
            raise KeyringForged(home=keyring.home)
        pin = step.new
    return pin
