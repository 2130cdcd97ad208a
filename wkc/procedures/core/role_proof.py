"""The roles of users as a beheerder signed them: in the keyring, or in the log beside a keyring without them.

A row of the register proves no role by itself: anyone with the register key could write it (VAULT 2 and 8).
"""

from wkc.procedures.core.audit_chain import read_witness
from wkc.records.user import Role, User
from wkc.store.core import user as users
from wkc.store.store import Store
from wkc.vault.database.register import Register
from wkc.vault.keys.slot import SlotKind


def check_own(register: Register, user: User) -> None:
    """Refuse a user whose role is not the one that a beheerder signed: errors.RolesDiffer."""
    slot = next((slot for slot in register.slots if slot.user_id == user.user_id), None)
    if slot is not None and slot.role is not None and not register.proves_role(slot, user.role):
        from wkc.errors.leaving import RolesDiffer

        raise RolesDiffer(user=user.user_id)


def find_signed_role(register: Register, user_id: str) -> Role | None:
    """Find the role that a beheerder signed for a user's slot; None without a slot, and in the first version."""
    slot = next((slot for slot in register.slots if slot.user_id == user_id), None)
    return None if slot is None else next((role for role in Role if register.proves_role(slot, role)), None)


def prove_roles(store: Store, register: Register) -> dict[str, Role]:
    """Give the role of each user with access and a slot whose role is proved; the others are left out.

    The log decides where the keyring has no roles yet. errors.AuditBroken where it would have to and was changed.
    """
    owned = [slot for slot in register.slots if slot.kind is not SlotKind.RECOVERY]
    active = {user.user_id: user.role for user in users.every(store) if user.revoked_at is None}
    logged = _read_logged_roles(store) if any(slot.role is None for slot in owned) else {}
    proved: dict[str, Role] = {}
    for slot in owned:
        role = active.get(slot.user_id)
        if role is None:
            continue
        if register.proves_role(slot, role) or (slot.role is None and logged.get(slot.user_id) == role):
            proved[slot.user_id] = role
    return proved


def list_unproved(store: Store, register: Register) -> tuple[str, ...]:
    """Give the users with access and a slot whose role in the register is not the one that a beheerder signed."""
    proved = prove_roles(store, register)
    active = {user.user_id for user in users.every(store) if user.revoked_at is None}
    owners = {slot.user_id for slot in register.slots if slot.kind is not SlotKind.RECOVERY}
    return tuple(sorted((active & owners) - {*proved}))


def prove_role(store: Store, register: Register, user_id: str) -> Role:
    """Give a user's role, which a beheerder must have signed: errors.RolesDiffer.

    For a user without a slot the log decides.
    """
    proved = prove_roles(store, register).get(user_id)
    if proved is None and not any(slot.user_id == user_id for slot in register.slots):
        user = users.one(store, user_id)
        proved = user.role if user is not None and _read_logged_roles(store).get(user_id) == user.role else None
    if proved is None:
        from wkc.errors.leaving import RolesDiffer

        raise RolesDiffer(user=user_id)
    return proved


def _read_logged_roles(store: Store) -> dict[str, str]:
    from wkc.vault.keys.signing import verify_digest

    return dict(read_witness(store, verify_digest).roles)
