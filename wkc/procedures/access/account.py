"""A user's own access: who am I, and a new password (VAULT 4)."""

from pathlib import Path

from msgspec import Struct

from wkc.errors.input import FileUnreadable
from wkc.procedures.access.login import SessionOpen, find_session
from wkc.procedures.core import wraps
from wkc.procedures.core.act import act
from wkc.procedures.core.letterhead import remind_beheerder
from wkc.procedures.core.session import Session
from wkc.records.user import User
from wkc.store import register as register_metadata


class CurrentUser(Struct, frozen=True):
    """The signed-in user, the register they are in, and the session that is open, if one is."""

    user: User
    home: Path
    houder: str
    session: SessionOpen | None


class PasswordChanged(Struct, frozen=True):
    """The user with a new password."""

    user_id: str


def whoami(session: Session, *, greets: bool = False) -> CurrentUser:
    """Give the signed-in user as the register knows them; one that it `greets` hears what papers lack, as beheerder."""
    with act(session, "user.whoami") as action:
        if greets:
            remind_beheerder(action)
        houder = register_metadata.settings(action.store)["houder.name"]
    return CurrentUser(action.user, session.home.path, houder, find_session(session))


def change_password(session: Session, new: str) -> PasswordChanged:
    """Wrap the same keys under a new password; a line says that it began, another that it is done.

    A lone "begun" means that either password may be the valid one; nothing needs repair.
    """
    from wkc.vault.keys import password_strength
    from wkc.vault.keys.password import measure_cost

    password_strength.check(new, session.user_id)
    cost = session.environment.cost or measure_cost()
    with act(session, "user.passwd") as action:
        rewrapped = session.rewrap(new, cost)
        announced = wraps.announce(action.store, rewrapped.was, rewrapped.slot)
        action.details |= {"step": "begun", "wrap": announced}
    session.put(rewrapped)
    with act(session, "user.passwd") as action:
        action.details |= {"step": "done", "wrap": wraps.settle(action.store, rewrapped.slot)}
    return PasswordChanged(session.user_id)


def folder(path: Path) -> Path:
    """Give a folder for files to be kept to; it must be there, and not be a link."""
    if path.is_symlink() or not path.is_dir():
        raise FileUnreadable(path=path)
    return path
