"""Users: who was designated (art. 6 and 7)."""

from wkc.records import Role, User
from wkc.store.queries import queries
from wkc.store.store import Store, moment, moment_or_none, stamp

_Q = queries("user")


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
    )


def one(store: Store, user_id: str) -> User | None:
    """Give a user by USER ID, revoked ones too."""
    row = store.one(_Q.one, user_id=user_id)
    if row is None:
        return None
    name, role, function, at, by, revoked_at = row[1:]
    return User(user_id, name, Role(role), function, moment(at), by, moment_or_none(revoked_at))
