"""What must hold before a keyring is believed: its signature under the user's pin, then its mac (VAULT 4)."""

import hmac
from dataclasses import dataclass, field

from wkc.errors import KeyringForged
from wkc.vault import signing
from wkc.vault.identity import Identity
from wkc.vault.keyring import Keyring, handover, mac_of, statement
from wkc.vault.slot import REGISTER


@dataclass(frozen=True, slots=True)
class Trusted:
    """What a verified keyring yields: the register key, and the vault signing key that is in force."""

    pin: bytes
    register_key: bytes = field(repr=False)


def verified(keyring: Keyring, identity: Identity) -> Trusted:
    """Check a keyring for a user; NotSignedIn for a slot that is gone, KeyringForged if it does not hold."""
    register_key = identity.unseal(keyring, REGISTER)
    pin = current(keyring, identity.pin)
    if not signing.holds(pin, statement(keyring, register_key), keyring.signature):
        raise KeyringForged(home=keyring.home)
    if not hmac.compare_digest(keyring.mac, mac_of(keyring, register_key)):
        raise KeyringForged(home=keyring.home)
    return Trusted(pin, register_key)


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
