"""Who is at work: a USER ID, how it is proved, and the register opened for as long as one action takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from wkc.errors import NotSignedIn, PurposeUnknown
from wkc.procedures.world import World
from wkc.rules.purpose import PURPOSES
from wkc.vault.home import Home

if TYPE_CHECKING:
    from wkc.vault.identity import Identity, Unlocked
    from wkc.vault.register import Register
    from wkc.vault.signed_in import SignedIn

Notice = Literal["failed sign-ins", "head not kept"]
"""What a user is told besides the result of a command, with a count."""


class Session:
    """One user's work in one process: signed in once, the register opened for each action.

    `agents` is the folder where the agent of a session is looked for (`wkc login`), if it may stand in for the
    password; `password` is called where it does not. `tell` is told what the user should know besides;
    `purpose`, if given, takes the place of the action's own; `reason` is written down to look outside the own
    caseload (break-glass).
    """

    def __init__(
        self,
        world: World,
        home: Path,
        user_id: str,
        password: Callable[[], str],
        tell: Callable[[Notice, int], None],
        purpose: str | None = None,
        reason: str | None = None,
        agents: Path | None = None,
    ) -> None:
        if purpose is not None and purpose not in PURPOSES:
            raise PurposeUnknown(choices=", ".join(PURPOSES))
        self.world = world
        self.home = Home(home)
        self.user_id = user_id
        self.purpose = purpose
        self.reason = reason
        self.tell = tell
        self._password = password
        self._agents = agents
        self._identity: Identity | None = None

    def again(self, purpose: str | None, reason: str | None) -> Session:
        """Give the session of the next command of the same user, signed in already (`wkc shell`)."""
        following = Session(self.world, self.home.path, self.user_id, self._password, self.tell, purpose, reason)
        following._identity = self.identity
        return following

    def sign_in(self) -> None:
        """Sign in now, before anything else is asked of the user."""
        _ = self.identity

    @property
    def identity(self) -> Identity:
        """The user's keys: with the agent of a session, or opened by the password once; errors.NotSignedIn."""
        if self._identity is None:
            self.home.check()
            self._identity = self._signed_in() or self.unlock()
        return self._identity

    def unlock(self) -> Unlocked:
        """Give the keys as the password opens them: an agent gives none to change users, keys or a password with.

        A password that does not open them leaves a trace.
        """
        from wkc.vault import keyring, signins
        from wkc.vault.identity import Unlocked, unlock

        if isinstance(self._identity, Unlocked):
            return self._identity
        self.home.check()
        ring = keyring.read(self.home)
        try:
            self._identity = unlocked = unlock(ring, self.user_id, self._password())
        except NotSignedIn:
            known = any(slot.user_id == self.user_id for slot in ring.slots)
            signins.failed(self.home, self.world.now(), self.user_id if known else None)
            raise
        return unlocked

    def _signed_in(self) -> SignedIn | None:
        if self._agents is None:
            return None
        from wkc.vault import signed_in

        return signed_in.find(self._agents, self.home, self.user_id)

    def _still(self) -> Identity:
        """Give the identity; when its agent is gone meanwhile, the password is asked for before anything is open."""
        identity = self.identity
        return identity if identity.lasts else self.unlock()

    @contextmanager
    def opened(self) -> Iterator[Register]:
        """Open the register under the shared lock, proved to be the one this user knows (VAULT 3 and 4)."""
        from wkc.vault.register import opened

        with opened(self.home, self._still()) as register:
            yield register

    @contextmanager
    def opened_exclusively(self) -> Iterator[Register]:
        """Open it as the only one, to change users or keys; waits for the others up to a minute."""
        from wkc.vault.register import opened_exclusively

        with opened_exclusively(self.home, self._still()) as register:
            yield register


def at_work(agents: Path | None, home: Path) -> str | None:
    """Give the USER ID of the one session that is open in this terminal with a register; None for none or more."""
    if agents is None or not agents.is_dir():
        return None
    from wkc.vault import signed_in

    Home(home).check()
    users = signed_in.users(agents, Home(home))
    return users[0] if len(users) == 1 else None
