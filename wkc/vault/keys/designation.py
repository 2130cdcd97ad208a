"""Slots that a beheerder makes: a new one, one in the place of another, more keys for one (VAULT 4)."""

from collections.abc import Collection, Mapping

from msgspec.structs import replace

from wkc.vault.files.atomic import atomic_write
from wkc.vault.files.home import Home
from wkc.vault.keys import keyring, role_tag
from wkc.vault.keys.identity import Unlocked, unlock
from wkc.vault.keys.keyring import Keyring
from wkc.vault.keys.password import DEFAULT, Cost
from wkc.vault.keys.slot import REGISTER, SIGNING, Slot, SlotKind, make_slot, seal_keys
from wkc.vault.keys.trust import verify_keyring


def cost_of(ring: Keyring, identity: Unlocked) -> Cost:
    """Give the cost of a new slot's password: that of the own one, which was measured when the vault was made.

    The other slots do not count: their cost is not signed.
    """
    slot = ring.slot(identity.slot_id)
    own = slot.cost if slot is not None else None
    return DEFAULT if own is None else max(DEFAULT, own, key=lambda cost: cost.m_kib * cost.t)


def designate_slot(
    ring: Keyring, beheerder: Unlocked, user_id: str, secret: str, cost: Cost | None, keys: Collection[str]
) -> Slot:
    """Make a slot that holds the register key and these besides (`special`, `signing`); cost None for a service."""
    kind = SlotKind.PERSON if cost else SlotKind.SERVICE
    pin = verify_keyring(ring, beheerder).pin
    return make_slot(
        ring.vault_id, ring.generation, user_id, kind, secret, cost, pin=pin, keys=_collect_keys(ring, beheerder, keys)
    )[0]


def with_keys(ring: Keyring, beheerder: Unlocked, slot: Slot, keys: Collection[str]) -> Slot:
    """Seal these keys to a slot, in the place of those it has; nobody's password is needed."""
    return seal_keys(slot, ring.vault_id, ring.generation, _collect_keys(ring, beheerder, keys))


def put(
    home: Home, ring: Keyring, beheerder: Unlocked, slot: Slot, roles: Mapping[str, str], secret: str | None = None
) -> None:
    """Write the keyring with a slot in the place of all that its user had, under the exclusive lock of the caller.

    `roles` has the role of each user with access, by USER ID.

    A sign-in proves it first: by the beheerder, and with `secret` by the new slot's owner.
    """
    others = (other for other in ring.slots if other.user_id != slot.user_id)
    content = _sign(home, replace(ring, slots=(*others, slot)), ring, beheerder, roles)
    if secret is not None:
        written = keyring.parse(content, home.path)
        verify_keyring(written, unlock(written, slot.user_id, secret))
    atomic_write(home.keyring, home.keyring_copy, content)


def put_roles(home: Home, ring: Keyring, beheerder: Unlocked, roles: Mapping[str, str]) -> None:
    """Write the keyring with the roles of its owners signed, under the exclusive lock of the caller."""
    atomic_write(home.keyring, home.keyring_copy, _sign(home, ring, ring, beheerder, roles))


def _sign(home: Home, changed: Keyring, ring: Keyring, beheerder: Unlocked, roles: Mapping[str, str]) -> bytes:
    register_key = verify_keyring(ring, beheerder).register_key
    tagged = role_tag.with_roles(changed, register_key, roles)
    content = keyring.dump(keyring.sign_keyring(tagged, register_key, beheerder.unseal(ring, SIGNING)))
    verify_keyring(keyring.parse(content, home.path), beheerder)
    return content


def _collect_keys(ring: Keyring, beheerder: Unlocked, keys: Collection[str]) -> dict[str, bytes]:
    return {which: beheerder.unseal(ring, which) for which in (REGISTER, *keys)}
