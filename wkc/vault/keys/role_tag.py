"""The role of a slot's owner, bound to the slot by the vault signing key and readable only with the register (VAULT 2).

The keyring's signature covers a tag of each role: HMAC-SHA256 under a key of the register's, so that the keyring tells
nobody without the register who is what, and nobody with the register's key alone gives out another role.
"""

import hmac
from collections.abc import Mapping
from uuid import UUID

from msgspec.structs import replace

from wkc.vault.keys import canonical_json, seal
from wkc.vault.keys.keyring import Keyring
from wkc.vault.keys.slot import Slot, SlotKind

NOTHING = ""
"""The role of a slot whose owner has none."""


def derive_role_key(register_key: bytes, vault_id: UUID) -> bytes:
    """Derive the key of the tags; it is another in each generation."""
    return seal.expand(register_key, "role-tags", vault_id)


def compute_tag(key: bytes, slot: Slot, role: str) -> bytes:
    """Compute the 32-octet tag of a role for one slot of one user."""
    return hmac.digest(key, canonical_json.dump(["wkc/2/role", slot.user_id, str(slot.slot_id), role]), "sha256")


def is_proved(key: bytes, slot: Slot, role: str) -> bool:
    """Check that a beheerder signed this role for this slot; a slot without a tag proves none."""
    return slot.role is not None and hmac.compare_digest(slot.role, compute_tag(key, slot, role))


def with_roles(ring: Keyring, register_key: bytes, roles: Mapping[str, str]) -> Keyring:
    """Tag every slot of a person or a service account with its owner's role; an owner without one gets NOTHING."""
    key = derive_role_key(register_key, ring.vault_id)
    tagged = (
        slot
        if slot.kind is SlotKind.RECOVERY
        else replace(slot, role=compute_tag(key, slot, roles.get(slot.user_id, NOTHING)))
        for slot in ring.slots
    )
    return replace(ring, slots=tuple(tagged))
