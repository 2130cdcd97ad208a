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
    from wkc.vault.identity import Identity
    from wkc.vault.register import Register

Notice = Literal["failed sign-ins", "head not kept", "upgraded", "ledger rewritten", "register completed"]
"""What a user is told besides the result of a command, with a count."""


class Session:
    """One user's work in one process: the password is asked for once, the register opened for each action.

    `password` is called at the first action; `tell` is told what the user should know besides;
    `purpose`, if given, takes the place of the action's own; `reason`, set once somebody is signed in, is written
    down to look outside the own caseload (break-glass).
    """

    def __init__(
        self,
        world: World,
        home: Path,
        user_id: str,
        password: Callable[[], str],
        tell: Callable[[Notice, int], None],
        purpose: str | None = None,
    ) -> None:
        if purpose is not None and purpose not in PURPOSES:
            raise PurposeUnknown(choices=", ".join(PURPOSES))
        self.world = world
        self.home = Home(home)
        self.user_id = user_id
        self.purpose = purpose
        self.reason: str | None = None
        self.tell = tell
        self._password = password
        self._identity: Identity | None = None

    def again(self, purpose: str | None, reason: str | None) -> Session:
        """Give the session of the next command of the same user, signed in already (`wkc shell`)."""
        following = Session(self.world, self.home.path, self.user_id, self._password, self.tell, purpose)
        following.reason = reason
        following._identity = self.identity
        return following

    @property
    def identity(self) -> Identity:
        """The user's keys, opened by the password once; raises errors.NotSignedIn, which leaves a trace."""
        if self._identity is None:
            from wkc.vault import identity, keyring, signins

            self.home.check()
            ring = keyring.read(self.home)
            try:
                self._identity = identity.unlock(ring, self.user_id, self._password())
            except NotSignedIn:
                known = any(slot.user_id == self.user_id for slot in ring.slots)
                signins.failed(self.home, self.world.now(), self.user_id if known else None)
                raise
        return self._identity

    @contextmanager
    def opened(self) -> Iterator[Register]:
        """Open the register under the shared lock, proved to be the one this user knows (VAULT 3 and 4)."""
        from wkc.vault.register import opened

        identity = self.identity
        with opened(self.home, identity) as register:
            yield register

    @contextmanager
    def opened_exclusively(self) -> Iterator[Register]:
        """Open it as the only one, to change users or keys; waits for the others up to a minute."""
        from wkc.vault.register import opened_exclusively

        identity = self.identity
        with opened_exclusively(self.home, identity) as register:
            yield register

    @contextmanager
    def renewed(self) -> Iterator[Register]:
        """Give a copy of it to change, which takes its place in the end; waits for the others up to a minute."""
        from wkc.vault.renewal import renewed

        with renewed(self.home, self.identity) as register:
            yield register
