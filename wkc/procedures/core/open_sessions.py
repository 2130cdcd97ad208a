"""The sessions of this terminal: whose is open, and whose has ended."""

from __future__ import annotations

from pathlib import Path

from wkc.procedures.core.environment import Environment
from wkc.vault.files.home import Home


def only_open_session(agents: Path | None, home: Path) -> str | None:
    """Give the USER ID of the one session that is open in this terminal with a register; None for none or more."""
    if agents is None or not agents.is_dir():
        return None
    from wkc.vault.session import client as agent_client

    Home(home).check()
    users = agent_client.list_users(agents, Home(home))
    return users[0] if len(users) == 1 else None


def find_ended_session(environment: Environment, home: Path) -> str | None:
    """Give the USER ID of the session that ended by itself in this terminal; None where it was signed out of."""
    from wkc.vault.session import client as agent_client
    from wkc.vault.session import last_session

    agents, user_id = environment.runtime(), last_session.read(environment.state(), Home(home))
    if user_id is None or agent_client.find(agents, Home(home), user_id) is not None:
        return None
    return user_id
