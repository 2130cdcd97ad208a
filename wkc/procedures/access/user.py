"""Users: designations, lists of them, a new password (art. 6 and 7; VAULT 4)."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from secrets import token_urlsafe

from msgspec import Struct
from msgspec.structs import replace

from wkc.errors.register import (
    NoServiceAccount,
    OwnSlot,
    ResponsibleUnknown,
    RoleWrong,
    UserExists,
    UserLeft,
    UserUnknown,
)
from wkc.procedures.core.act import act, act_alone
from wkc.procedures.core.action import Action
from wkc.procedures.core.audit_chain import brought_in
from wkc.procedures.core.clock import day
from wkc.procedures.core.key_roles import keys_of_role, public_half
from wkc.procedures.core.role_proof import prove_role, prove_roles
from wkc.procedures.core.session import Session
from wkc.procedures.io import codes, fields, output_file
from wkc.records.user import Role, User
from wkc.store.core import register as register_metadata
from wkc.store.core import user as users
from wkc.store.dossier import client as clients
from wkc.vault.database.register import Register

SECRET = 32
"""Bytes of a service account's secret."""

PERSONS = tuple(role for role in Role if role is not Role.SERVICE)


class NewUser(Struct, frozen=True):
    """A person to designate: the role, the function, and the day of the undertaking of secrecy, as typed."""

    user_id: str
    name: str
    role: str
    function: str
    secrecy_on: str | None = None


class Designated(Struct, frozen=True):
    """A user as they are now."""

    user: User


class UserShown(Struct, frozen=True):
    """A user, and whether the keyring has a slot for them: without one they cannot sign in."""

    user: User
    has_access: bool


def check(session: Session, person: NewUser) -> User:
    """Refuse a designation that cannot be, before a password is asked of the new user."""
    from wkc.vault.keys.slot import check_user_id

    check_user_id(person.user_id)
    today = day(session.environment.now())
    return User(
        person.user_id,
        fields.plain_text(person.name),
        parse_role(person.role),
        fields.plain_text(person.function),
        session.environment.now(),
        session.user_id,
        fields.past_day_or_today(person.secrecy_on, today),
    )


def parse_role(named: str) -> Role:
    """Give the role of a person by its word."""
    return Role(codes.parse_code(named, PERSONS, RoleWrong))


def designate(session: Session, person: NewUser, password: str) -> Designated:
    """Designate a person, who typed the first password; known first, then given access (VAULT 4)."""
    from wkc.vault.keys import password_strength

    password_strength.check(password, person.user_id)
    user = check(session, person)
    with act_alone(session, "user.designate") as (action, register):
        _add(action, user)
        _give_slot(action, register, session, user, password)
    return Designated(user)


def designate_service(session: Session, user_id: str, responsible: str, key_file: Path) -> Designated:
    """Designate a service account: its secret goes into a key file (0400), somebody answers for it."""
    from wkc.vault.keys.slot import check_user_id

    check_user_id(user_id)
    output_file.check(key_file, session.home.path, force=False)
    now = session.environment.now()
    user = User(user_id, user_id, Role.SERVICE, "service", now, session.user_id, day(now), responsible)
    secret = token_urlsafe(SECRET)
    with act_alone(session, "user.designate") as (action, register):
        _add(action, user)
        _check_responsible(action, responsible)
        _give_slot(action, register, session, user, secret)
        write_key_file(session, key_file, secret)
    return Designated(user)


def answer_for(session: Session, user_id: str, responsible: str) -> Designated:
    """Let another person answer for a service account; errors.UserUnknown, NoServiceAccount, ResponsibleUnknown."""
    with act(session, "user.responsible") as action:
        user = find_active(action, user_id)
        if user.role is not Role.SERVICE:
            raise NoServiceAccount
        _check_responsible(action, responsible)
        users.put_responsible(action.store, user_id, responsible)
        action.details |= {"user": user_id, "responsible": responsible}
    return Designated(replace(user, responsible=responsible))


def reset(session: Session, user_id: str, password: str) -> Designated:
    """Give a user who forgot the password a new slot; the old one opens nothing, its signatures stay good."""
    from wkc.vault.keys import password_strength

    password_strength.check(password, user_id)
    with act_alone(session, "user.reset") as (action, register):
        user = find_active(action, user_id)
        if user.role is Role.SERVICE:
            raise RoleWrong(choices=", ".join(PERSONS))
        action.details["user"] = user.user_id
        if any(slot.user_id == user_id and slot.slot_id == session.identity.slot_id for slot in register.slots):
            raise OwnSlot
        prove_role(action.store, register, user_id)
        register_metadata.withdraw_slots(action.store, user_id, action.now)
        _give_slot(action, register, session, user, password)
    return Designated(user)


def every(session: Session) -> tuple[UserShown, ...]:
    """Give all users, those whose access has ended too."""
    from wkc.vault.keys import keyring

    with act(session, "user.list") as action:
        slots = {slot.user_id for slot in keyring.read(session.home).slots}
        return tuple(UserShown(user, user.user_id in slots) for user in users.every(action.store))


def show(session: Session, user_id: str) -> UserShown:
    """Give one user."""
    user = next((shown for shown in every(session) if shown.user.user_id == user_id), None)
    if user is None:
        raise UserUnknown
    return user


def count_clients(session: Session, user_id: str) -> int:
    """Count the clients who are with one user."""
    with act(session, "user.list") as action:
        return len(clients.caseload(action.store, user_id))


def _check_responsible(action: Action, user_id: str) -> None:
    """Refuse who cannot answer for a service account: nobody, another account, somebody who left."""
    answers = users.one(action.store, user_id)
    if answers is None or answers.role is Role.SERVICE or answers.revoked_at is not None:
        raise ResponsibleUnknown


def _add(action: Action, user: User) -> None:
    """Put a designation on file; errors.UserLeft, UserExists."""
    known = users.one(action.store, user.user_id)
    action.details |= {"user": user.user_id, "role": user.role}
    if known is None:
        users.add(action.store, user)
        return
    if known.revoked_at is not None:
        raise UserLeft
    if (known.role is Role.SERVICE) != (user.role is Role.SERVICE) or _has_slot(action, user.user_id):
        raise UserExists
    # A designation that was cut short left a user without access: it is repeated.
    users.put_role(action.store, user)
    register_metadata.withdraw_slots(action.store, user.user_id, action.now)


def _has_slot(action: Action, user_id: str) -> bool:
    return any(slot.user_id == user_id for slot in action.register.slots)


def find_active(action: Action, user_id: str) -> User:
    """Give a user whose access has not ended; errors.UserUnknown."""
    user = users.one(action.store, user_id)
    if user is None or user.revoked_at is not None:
        raise UserUnknown
    return user


def write_key_file(session: Session, key_file: Path, secret: str) -> None:
    """Write the secret of a service account into a key file that its owner alone reads (0400)."""
    output_file.write(
        key_file, secret.encode() + b"\n", lambda: None, state=session.environment.state(), force=False, mode=0o400
    )


def _give_slot(action: Action, register: Register, session: Session, user: User, secret: str) -> None:
    """Remember a new slot in the register; when that is for good, write it into the keyring."""
    from wkc.vault.keys import designation, keyring

    ring = keyring.read(session.home)
    mine = session.unlock()
    cost = None if user.role is Role.SERVICE else session.environment.cost or designation.cost_of(ring, mine)
    slot = designation.designate_slot(ring, mine, user.user_id, secret, cost, keys_of_role(user.role))
    register_metadata.add_slot(action.store, public_half(slot), action.now)
    action.details["slots"] = brought_in([public_half(slot)])
    roles = prove_roles(action.store, register) | {user.user_id: user.role}
    action.afterwards = partial(designation.put, session.home, ring, session.unlock(), slot, roles, secret)


def add_keys(session: Session, user: User, roles: Mapping[str, Role]) -> None:
    """Seal to a user's slot the keys of the new role, under the exclusive lock of the caller.

    `roles` are the proved roles of the others, which are signed anew with it.
    """
    from wkc.vault.keys import designation, keyring

    ring = keyring.read(session.home)
    slot = ring.slot_of(user.user_id)
    if slot is not None:
        keyed = designation.with_keys(ring, session.unlock(), slot, keys_of_role(user.role))
        designation.put(session.home, ring, session.unlock(), keyed, {**roles, user.user_id: user.role})
