"""The succession of vault signing keys, followed from the key that a user has pinned (VAULT §2)."""

from wkc.errors.vault import KeyringForged
from wkc.vault.keys import signing
from wkc.vault.keys.keyring import Keyring, build_handover, build_statement


def verify_signer(keyring: Keyring, pin: bytes, register_key: bytes) -> bytes:
    """Check the signature of a keyring, and give the vault signing key that made it; KeyringForged."""
    signer = follow_succession(keyring, pin)
    if not signing.verify_statement(signer, build_statement(keyring, register_key), keyring.signature):
        raise KeyringForged(home=keyring.home)
    return signer


def follow_succession(keyring: Keyring, pin: bytes) -> bytes:
    """Follow the succession from a pin to the vault signing key in force; KeyringForged if it breaks off."""
    steps = keyring.succession
    start = next((place for place, step in enumerate(steps) if step.old == pin), len(steps))
    if steps and start == len(steps) and steps[-1].new != pin:
        raise KeyringForged(home=keyring.home)
    for step in steps[start:]:
        step_statement = build_handover(keyring.vault_id, step.old, step.new)
        if step.old != pin or not signing.verify_statement(pin, step_statement, step.signature):
            raise KeyringForged(home=keyring.home)
        pin = step.new
    return pin
