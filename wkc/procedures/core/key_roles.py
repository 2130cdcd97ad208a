"""Key slots as the office sees them: the keys of each role, and the public half in the register (VAULT 2)."""

from collections.abc import Collection

from wkc.records.field import FieldClass
from wkc.records.user import Role, SlotKeys
from wkc.rules.access.permission import GRANTS
from wkc.vault.keys.slot import SIGNING, SPECIAL, Slot, compute_wrap_digest

EVERYTHING = (SPECIAL, SIGNING)
"""The keys of a recovery code besides the register's."""


def keys_of_role(role: Role) -> Collection[str]:
    """Give the keys of a role besides the register's: to open the sealed classes, to sign the keyring."""
    special = [SPECIAL] if FieldClass.BIJZONDER in GRANTS[role].classes else []
    return special + ([SIGNING] if role is Role.BEHEERDER else [])


def role_for_keys(role: Role, keys: Collection[str]) -> Role:
    """Give a role, or the highest one that needs no other keys than these."""
    if set(keys_of_role(role)) <= set(keys):
        return role
    return Role.COACH if SPECIAL in keys else Role.MEDEWERKER


def public_half(slot: Slot) -> SlotKeys:
    """Give the public half of a slot of the keyring, as the register has it."""
    return SlotKeys(slot.slot_id, slot.user_id, slot.kind, slot.x25519, slot.ed25519, wrap=compute_wrap_digest(slot))
