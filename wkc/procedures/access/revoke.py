"""Leaving: access that ends, a role that sees less, keys that others may know (art. 6 and 7; VAULT 4).

Each makes new keys for everybody who stays, and nobody else's password is needed.
"""

from functools import partial
from pathlib import Path
from secrets import token_urlsafe

from msgspec import Struct
from msgspec.structs import replace

from wkc.errors.leaving import AccessEnded, KeyFileMissing, NewKeysNotAllowed, OwnAccess
from wkc.errors.register import OwnSlot, RoleWrong
from wkc.procedures.access.rotation import AccessChange, PlannedRotation
from wkc.procedures.access.user import PERSONS, SECRET, add_keys, find_active, parse_role, write_key_file
from wkc.procedures.core.act import act, act_alone
from wkc.procedures.core.action import Action
from wkc.procedures.core.key_roles import keys_of_role
from wkc.procedures.core.role_proof import find_signed_role, prove_roles
from wkc.procedures.core.session import Session
from wkc.procedures.io import fields, output_file
from wkc.records.user import Role, User
from wkc.store.core import user as users
from wkc.store.dossier import client as clients
from wkc.vault.database.register import Register
from wkc.vault.database.rotation import NewSlot
from wkc.vault.keys.password import Cost
from wkc.vault.keys.slot import SlotKind


class AccessRevoked(Struct, frozen=True):
    """A user whose access ended, with what is left to do: their clients, and the service accounts they answered for.

    `broken` counts sealed values that opened for nobody before either; `codes_due` tells that this was a beheerder, who
    knows the recovery codes.
    """

    user_id: str
    clients: int
    answers_for: tuple[str, ...]
    broken: int
    codes_due: bool = False


class KeysReplaced(Struct, frozen=True):
    """A user with a new slot, and new keys for everybody, because the old ones may be known to others."""

    user_id: str
    broken: int


class RoleChanged(Struct, frozen=True):
    """A user as they are now; `clients` counts those who are still with a user who is no coach any more."""

    user: User
    clients: int
    broken: int
    codes_due: bool = False


def revoke(session: Session, user_id: str) -> AccessRevoked:
    """End a user's access at once: the register goes on under keys that they never had."""
    with act_alone(session, "user.revoke") as (action, register):
        user = users.one(action.store, user_id)
        if user is not None and user.revoked_at is not None:
            raise AccessEnded
        _not_own(action, find_active(action, user_id))
        write = partial(users.revoke, user_id=user_id, at=action.now)
        change = AccessChange(user_id, {"revoked": True}, write, withdrawn=(user_id,))
        caseload, answers = clients.caseload(action.store, user_id), users.answers_for(action.store, user_id)
        rotating = PlannedRotation(session, action, register, change)
    return AccessRevoked(user_id, len(caseload), answers, rotating.broken, rotating.codes_due)


def change_role(session: Session, user_id: str, named: str, function: str | None) -> RoleChanged:
    """Designate a user for another role; fewer keys mean new keys for everybody, as when somebody leaves."""
    wanted = parse_role(named)
    with act_alone(session, "user.role") as (action, register):
        user = find_active(action, user_id)
        if user.role is Role.SERVICE:
            raise RoleWrong(choices=", ".join(PERSONS))
        changed = replace(
            user,
            role=wanted,
            function=fields.plain_text(function) if function else user.function,
            designated_at=action.now,
            designated_by=action.by,
        )
        details = {"role": wanted, "was": user.role}
        caseload = () if wanted is Role.COACH else clients.caseload(action.store, user_id)
        rotating: PlannedRotation | None = None
        had = find_signed_role(register, user_id) or user.role
        if {*keys_of_role(user.role), *keys_of_role(had)} <= set(keys_of_role(wanted)):
            action.details |= {"user": user_id, **details}
            users.put_role(action.store, changed)
            action.afterwards = partial(add_keys, session, changed, prove_roles(action.store, register))
        else:
            _not_own(action, user)
            write = partial(users.put_role, user=changed)
            rotating = PlannedRotation(
                session, action, register, AccessChange(user_id, details, write, roles={user_id: wanted})
            )
    codes_due = rotating is not None and rotating.codes_due
    return RoleChanged(changed, len(caseload), rotating.broken if rotating else 0, codes_due)


def reset_compromised(session: Session, user_id: str, password: str) -> KeysReplaced:
    """Give a person whose password or keys others may know a new slot, and everybody new keys."""
    from wkc.vault.keys import designation, keyring, password_strength

    password_strength.check(password, user_id)
    with act_alone(session, "user.reset") as (action, register):
        user = find_active(action, user_id)
        if user.role is Role.SERVICE:
            raise KeyFileMissing
        if user_id == action.by:
            raise OwnSlot
        cost = session.environment.cost or designation.cost_of(keyring.read(session.home), session.unlock())
        rotating = _with_new_slot(session, action, register, user, password, cost)
    return KeysReplaced(user_id, rotating.broken)


def check_may_replace_keys(session: Session) -> None:
    """Refuse who cannot make new keys for everybody, before a new password is asked: errors.NewKeysNotAllowed."""
    with act(session, "user.whoami") as action:
        if action.user.role is not Role.BEHEERDER:
            raise NewKeysNotAllowed(user=action.by)


def replace_own_keys(session: Session, password: str) -> KeysReplaced:
    """Give a beheerder whose own password others may know a new slot, and everybody new keys."""
    from wkc.vault.keys import designation, keyring, password_strength

    password_strength.check(password, session.user_id)
    with act_alone(session, "user.passwd") as (action, register):
        if action.user.role is not Role.BEHEERDER:
            action.mark_refused("niet_opgedragen")
            raise NewKeysNotAllowed(user=action.by)
        cost = session.environment.cost or designation.cost_of(keyring.read(session.home), session.unlock())
        rotating = _with_new_slot(session, action, register, action.user, password, cost)
    session.sign_in_again(password)
    return KeysReplaced(session.user_id, rotating.broken)


def rekey_service(session: Session, user_id: str, key_file: Path) -> KeysReplaced:
    """Give a service account whose key file others may have a new one (0400), and everybody new keys."""
    output_file.check(key_file, session.home.path, force=False)
    secret = token_urlsafe(SECRET)
    with act_alone(session, "user.reset") as (action, register):
        user = find_active(action, user_id)
        if user.role is not Role.SERVICE:
            raise RoleWrong(choices=", ".join(PERSONS))
        rotating = _with_new_slot(session, action, register, user, secret, None)
        write_key_file(session, key_file, secret)
    return KeysReplaced(user_id, rotating.broken)


def _not_own(action: Action, user: User) -> None:
    """Refuse to take away the access in use: so there is a beheerder for as long as there is a register."""
    if user.user_id == action.by:
        raise OwnAccess


def _with_new_slot(
    session: Session, action: Action, register: Register, user: User, secret: str, cost: Cost | None
) -> PlannedRotation:
    kind = SlotKind.PERSON if cost else SlotKind.SERVICE
    fresh = NewSlot(user.user_id, kind, secret, cost, keys_of_role(user.role))
    change = AccessChange(user.user_id, {}, lambda _store: None, withdrawn=(user.user_id,), fresh=(fresh,))
    return PlannedRotation(session, action, register, change)
