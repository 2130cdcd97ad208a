"""A session: the keys with an agent, so that the commands of one terminal ask for no password (VAULT 5)."""

from datetime import datetime, timedelta

from msgspec import Struct

from wkc.errors.session import SessionNotStarted
from wkc.procedures.core.act import act
from wkc.procedures.core.environment import Environment
from wkc.procedures.core.session import Session
from wkc.procedures.core.settings import in_force


class SessionOpen(Struct, frozen=True):
    """A session of `wkc login`: whose, when it ends if nothing is done, and when at the latest."""

    user_id: str
    idle_until: datetime
    until: datetime


class SessionsEnded(Struct, frozen=True):
    """The number of sessions of this terminal that were ended."""

    number: int


def login(session: Session) -> SessionOpen:
    """Open a session in this terminal: an agent holds the keys from now on."""
    from wkc.vault.session import client as agent_client
    from wkc.vault.session import last_session

    with act(session, "user.login") as action:
        minutes = int(in_force(action.store)["session.idle_minutes"])
    agent_client.start(session.environment.runtime(), session.home, session.unlock(), minutes * 60)
    session_open = find_session(session)
    if session_open is None:
        raise SessionNotStarted
    last_session.write(session.environment.state(), session.home, session.user_id)
    return session_open


def find_session(session: Session) -> SessionOpen | None:
    """Give the session that is open in this terminal for the user of this one, however they signed in."""
    from wkc.vault.session import client as agent_client

    agent = agent_client.find(session.environment.runtime(), session.home, session.user_id)
    left = None if agent is None else agent_client.read_status(agent.place)
    if left is None:
        return None
    now = session.environment.now()
    idle, most = (now + timedelta(seconds=seconds) for seconds in (left.idle, left.most))
    return SessionOpen(session.user_id, idle, most)


def logout(environment: Environment) -> SessionsEnded:
    """End every session of this terminal, with any register; there is nothing that could stop it."""
    from wkc.vault.session import client as agent_client
    from wkc.vault.session import last_session

    last_session.forget(environment.state())
    return SessionsEnded(agent_client.end_all(environment.runtime()))
