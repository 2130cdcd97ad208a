"""A user's own access: the user as the register knows them, and a new password (VAULT 4)."""

from pathlib import Path

from msgspec import Struct

from wkc.procedures.access.login import SessionOpen, find_session
from wkc.procedures.core import wraps
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.letterhead import remind_beheerder
from wkc.procedures.core.session import Session
from wkc.records.user import User
from wkc.rules.access.permission import can_role
from wkc.rules.dossier.mistake import UNDOABLE, WITHIN
from wkc.store.core import audit
from wkc.store.core import register as register_metadata


class CurrentUser(Struct, frozen=True):
    """The signed-in user, the register they are in, and the session that is open, if one is."""

    user: User
    home: Path
    houder: str
    session: SessionOpen | None


class Greeting(Struct, frozen=True):
    """The user at the start screen, and whether a change of the last day is there to take back as a mistake."""

    me: CurrentUser
    can_undo: bool


class PasswordChanged(Struct, frozen=True):
    """The user with a new password."""

    user_id: str


def whoami(session: Session) -> CurrentUser:
    """Give the signed-in user as the register knows them."""
    with act(session, "user.whoami") as action:
        return _read_user(action, session)


def greet(session: Session) -> Greeting:
    """Give the user at the start screen; a beheerder gets a notice of what papers lack."""
    with act(session, "user.whoami") as action:
        remind_beheerder(action)
        may = can_role(action.user.role, "client.mistake")
        can_undo = may and audit.did_since(action.store, action.by, action.now - WITHIN, UNDOABLE)
        return Greeting(_read_user(action, session), can_undo)


def _read_user(action: Action, session: Session) -> CurrentUser:
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
