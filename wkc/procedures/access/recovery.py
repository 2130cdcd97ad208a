"""Coming back with a recovery code when nobody's password is left: a new beheerder, new codes, new keys (VAULT 4)."""

from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from wkc.errors.leaving import AccessEnded
from wkc.errors.register import RoleWrong
from wkc.procedures.access.rotation import AccessChange, PlannedRotation
from wkc.procedures.access.user import PERSONS
from wkc.procedures.core import audit_chain
from wkc.procedures.core.act import act, act_alone
from wkc.procedures.core.action import Action
from wkc.procedures.core.clock import day
from wkc.procedures.core.key_roles import EVERYTHING, keys_of_role
from wkc.procedures.core.session import RECOVERY, RecoverySession, Session
from wkc.procedures.io import fields
from wkc.records.user import Role, User
from wkc.store.core import user as users
from wkc.vault.database.register import Register
from wkc.vault.database.rotation import NewSlot
from wkc.vault.keys.password import Cost
from wkc.vault.keys.slot import SlotKind


class Recovered(Struct, frozen=True):
    """The beheerder who has access again, and the two recovery codes, shown this once; the old ones are dead.

    `broken` counts sealed values that opened for nobody before either.
    """

    beheerder: str
    recovery_codes: tuple[str, str]
    broken: int


def find_known(session: RecoverySession, user_id: str) -> User | None:
    """Give who has this USER ID already, or None for a new one; errors.AccessEnded, RoleWrong, BadUserId."""
    from wkc.vault.keys.slot import check_user_id

    check_user_id(user_id)
    with act(session, "user.show") as action:
        return _on_file(action, user_id)


def newcomer(session: RecoverySession, user_id: str, name: str, function: str) -> User:
    """Give a beheerder who was not designated before, bound to secrecy from today."""
    now = session.environment.now()
    name, function = fields.plain_text(name), fields.plain_text(function)
    return User(user_id, name, Role.BEHEERDER, function, now, session.user_id, day(now))


def new_codes(session: Session) -> Recovered:
    """Make two new codes for a beheerder whose codes were lost or seen; the old ones are dead, all keys are new."""
    from wkc.vault.keys import designation, keyring, recovery_code

    codes = (recovery_code.make(), recovery_code.make())
    with act_alone(session, audit_chain.NEW_CODES) as (action, register):
        cost = session.environment.cost or designation.cost_of(keyring.read(session.home), session.unlock())
        spares = _spares(codes, cost)
        change = AccessChange(RECOVERY, {}, lambda _store: None, withdrawn=_codes_of(register), fresh=spares)
        rotating = PlannedRotation(session, action, register, change)
    return Recovered(session.user_id, codes, rotating.broken)


def recover(session: RecoverySession, user: User, password: str) -> Recovered:
    """Make this user beheerder with a new slot, two new codes, and new keys for everybody; the old codes are dead."""
    from wkc.vault.keys import password_strength, recovery_code
    from wkc.vault.keys.password import measure_cost

    password_strength.check(password, user.user_id)
    cost = session.environment.cost or measure_cost()
    codes = (recovery_code.make(), recovery_code.make())
    with act_alone(session, audit_chain.RECOVER) as (action, register):
        on_file = _on_file(action, user.user_id) is not None
        designated = replace(user, role=Role.BEHEERDER, designated_at=action.now, designated_by=action.by)
        person = NewSlot(user.user_id, SlotKind.PERSON, password, cost, keys_of_role(Role.BEHEERDER))
        write = partial(users.put_role if on_file else users.add, user=designated)
        change = AccessChange(
            user.user_id,
            {"role": Role.BEHEERDER},
            write,
            withdrawn=(*_codes_of(register), user.user_id),
            roles={user.user_id: Role.BEHEERDER},
            fresh=(person, *_spares(codes, cost)),
        )
        rotating = PlannedRotation(session, action, register, change)
    return Recovered(user.user_id, codes, rotating.broken)


def _on_file(action: Action, user_id: str) -> User | None:
    user = users.one(action.store, user_id)
    if user is not None and user.revoked_at is not None:
        raise AccessEnded
    if user is not None and user.role is Role.SERVICE:
        raise RoleWrong(choices=", ".join(PERSONS))
    return user


def _codes_of(register: Register) -> tuple[str, ...]:
    return tuple(slot.user_id for slot in register.slots if slot.kind is SlotKind.RECOVERY)


def _spares(codes: tuple[str, str], cost: Cost) -> tuple[NewSlot, ...]:
    return tuple(
        NewSlot(f"recovery-{place}", SlotKind.RECOVERY, code, cost, EVERYTHING) for place, code in enumerate(codes, 1)
    )
