"""A user's own access: who am I, and a new password (VAULT 4)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from wkc.errors import FileUnreadable, SessionNotStarted
from wkc.procedures.act import act
from wkc.procedures.session import Session
from wkc.procedures.settings import in_force
from wkc.procedures.world import World
from wkc.records import User
from wkc.store import register as self_knowledge
from wkc.vault.home import Home


@dataclass(frozen=True, slots=True)
class SessionOpen:
    """A session of `wkc login`: whose, when it ends if nothing is done, and when at the latest."""

    user_id: str
    idle_until: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Me:
    """The signed-in user, the register they are in, and the session that is open, if one is."""

    user: User
    home: Path
    houder: str
    session: SessionOpen | None


@dataclass(frozen=True, slots=True)
class SessionsEnded:
    """How many sessions of this terminal are over."""

    number: int


@dataclass(frozen=True, slots=True)
class PasswordChanged:
    """Whose password is new."""

    user_id: str


def whoami(session: Session) -> Me:
    """Give the signed-in user as the register knows them."""
    with act(session, "user.whoami") as deed:
        houder = self_knowledge.settings(deed.store)["houder.name"]
    return Me(deed.user, session.home.path, houder, opened(session))


def sign_in(session: Session) -> None:
    """Sign in now, before anything else is asked of the user."""
    _ = session.identity


def at_work(agents: Path | None, home: Path) -> str | None:
    """Give the USER ID of the one session that is open in this terminal with a register; None for none or more."""
    if agents is None or not agents.is_dir():
        return None
    from wkc.vault import signed_in

    Home(home).check()
    users = signed_in.users(agents, Home(home))
    return users[0] if len(users) == 1 else None


def login(session: Session) -> SessionOpen:
    """Open a session in this terminal: an agent holds the keys from now on (VAULT 5)."""
    from wkc.vault import signed_in

    with act(session, "user.login") as deed:
        minutes = int(in_force(deed.store)["session.idle_minutes"])
    signed_in.start(session.world.runtime(), session.home, session.unlock(), minutes * 60)
    session_open = opened(session)
    if session_open is None:
        raise SessionNotStarted
    return session_open


def opened(session: Session) -> SessionOpen | None:
    """Give the session that is open in this terminal for the user of this one, however they signed in."""
    from wkc.vault import signed_in

    found = signed_in.find(session.world.runtime(), session.home, session.user_id)
    left = None if found is None else signed_in.status(found.place)
    if left is None:
        return None
    now = session.world.now()
    idle, most = (now + timedelta(seconds=seconds) for seconds in (left.idle, left.most))
    return SessionOpen(session.user_id, idle, most)


def logout(world: World) -> SessionsEnded:
    """End every session of this terminal, with any register; there is nothing that could stop it."""
    from wkc.vault import signed_in

    return SessionsEnded(signed_in.end_all(world.runtime()))


def change_password(session: Session, new: str) -> PasswordChanged:
    """Wrap the same keys under a new password; a line says that it began, another that it is done.

    A lone "begun" means that either password may be the valid one; nothing needs repair.
    """
    from wkc.vault.password import check, measured
    from wkc.vault.rewrap import rewrap

    check(new)
    with act(session, "user.passwd") as deed:
        deed.details["step"] = "begun"
    rewrap(session.home, session.unlock(), new, session.world.cost or measured())
    with act(session, "user.passwd") as deed:
        deed.details["step"] = "done"
    return PasswordChanged(session.user_id)


def folder(path: Path) -> Path:
    """Give a folder for files to be kept to; it must be there, and not be a link."""
    if path.is_symlink() or not path.is_dir():
        raise FileUnreadable(path=path)
    return path


def idle_minutes(session: Session) -> int:
    """Sign in, and give after how many idle minutes `wkc shell` ends."""
    with act(session, "user.whoami") as deed:
        return int(in_force(deed.store)["session.idle_minutes"])
