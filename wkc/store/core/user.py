"""Users: who was designated, as what, by whom (art. 6 and 7)."""

from datetime import date, datetime
from typing import Any

from wkc.records.user import Role, User
from wkc.store.queries import queries
from wkc.store.store import Store, moment, moment_or_none, stamp

_Q = queries("core/user")


def add(store: Store, user: User) -> None:
    """Write down a designation."""
    store.run(
        _Q.add,
        user_id=user.user_id,
        name=user.name,
        role=user.role,
        function=user.function,
        at=stamp(user.designated_at),
        by=user.designated_by,
        secrecy_on=user.secrecy_on.isoformat(),
        responsible=user.responsible,
    )


def put_role(store: Store, user: User) -> None:
    """Write down a designation for another role or function, by whom and when."""
    store.run(
        _Q.put_role,
        user_id=user.user_id,
        role=user.role,
        function=user.function,
        at=stamp(user.designated_at),
        by=user.designated_by,
    )


def put_secrecy(store: Store, user_id: str, on: date) -> None:
    """Write down the day on which a user signed the undertaking of secrecy."""
    store.run(_Q.put_secrecy, user_id=user_id, on_date=on.isoformat())


def revoke(store: Store, user_id: str, at: datetime) -> None:
    """Write down that a user's access has ended."""
    store.run(_Q.revoke, user_id=user_id, at=stamp(at))


def put_responsible(store: Store, user_id: str, responsible: str) -> None:
    """Let somebody answer for a service account."""
    store.run(_Q.put_responsible, user_id=user_id, responsible=responsible)


def answers_for(store: Store, user_id: str) -> tuple[str, ...]:
    """Give the active service accounts that a person is responsible for."""
    return tuple(row["user_id"] for row in store.all(_Q.answers_for, user_id=user_id))


def one(store: Store, user_id: str) -> User | None:
    """Give a user by USER ID, revoked ones too."""
    row = store.one(_Q.one, user_id=user_id)
    return None if row is None else _user(row)


def every(store: Store) -> tuple[User, ...]:
    """Give all users, revoked ones too."""
    return tuple(map(_user, store.all(_Q.all)))


def has_several_heads(store: Store) -> bool:
    """Tell whether more than one beheerder is active, so that one can look at what another did."""
    return sum(user.role is Role.BEHEERDER and user.revoked_at is None for user in every(store)) > 1


def _user(row: Any) -> User:
    return User(
        row["user_id"],
        row["name"],
        Role(row["role"]),
        row["function"],
        moment(row["designated_at"]),
        row["designated_by"],
        date.fromisoformat(row["secrecy_on"]),
        row["responsible"],
        moment_or_none(row["revoked_at"]),
    )
