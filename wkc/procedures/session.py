"""Who is at work: a USER ID, how it is proved, and the register opened for as long as one action takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from wkc.errors import NotSignedIn, PurposeUnknown
from wkc.procedures.world import World
from wkc.rules.purpose import PURPOSES
from wkc.vault.home import Home

if TYPE_CHECKING:
    from wkc.vault.identity import Identity
    from wkc.vault.keyring import Keyring
    from wkc.vault.register import Register

Notice = Literal[
    "failed sign-ins", "failed recoveries", "head not kept", "upgraded", "ledger rewritten", "register completed"
]
"""What a user is told besides the result of a command, with a count."""

RECOVERY = "recovery"
"""Who tries a recovery code, where a failed sign-in is written down: no USER ID."""


@dataclass(slots=True)
class SignedIn:
    """Who signed in; the secret only as long as it is needed to renew the pin."""

    identity: Identity
    secret: str | None = field(default=None, repr=False)


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
        self._signed_in: SignedIn | None = None

    def again(self, purpose: str | None, reason: str | None) -> Session:
        """Give the session of the next command of the same user, signed in already (`wkc shell`)."""
        following = Session(self.world, self.home.path, self.user_id, self._password, self.tell, purpose)
        following.reason = reason
        _ = self.identity
        following._signed_in = self._signed_in
        return following

    @property
    def identity(self) -> Identity:
        """The user's keys, opened by the password once; raises errors.NotSignedIn, which leaves a trace."""
        if self._signed_in is None:
            from wkc.vault import keyring, signins

            self.home.check()
            ring = keyring.read(self.home)
            try:
                self._signed_in = self._unlocked(ring)
            except NotSignedIn:
                signins.failed(self.home, self.world.now(), self._tried(ring))
                raise
        return self._signed_in.identity

    @property
    def may_renew_pin(self) -> bool:
        """Whether this user trusts a vault signing key that was succeeded, and the password is at hand to renew it."""
        return self._signed_in is not None and self._signed_in.secret is not None

    def renew_pin(self) -> None:
        """Trust the vault signing key in force from now on; under the exclusive lock of the caller."""
        from wkc.vault.rewrap import renew_pin

        if self._signed_in is not None and self._signed_in.secret is not None:
            self._signed_in.identity = renew_pin(self.home, self.identity, self._signed_in.secret)
            self._signed_in.secret = None

    def _unlocked(self, ring: Keyring) -> SignedIn:
        from wkc.vault.identity import unlock
        from wkc.vault.rewrap import has_old_pin

        secret = self._password()
        identity = unlock(ring, self.user_id, secret)
        return SignedIn(identity, secret if has_old_pin(ring, identity) else None)

    def _tried(self, ring: Keyring) -> str | None:
        """Name whom a failed sign-in was for; None for a USER ID that does not exist."""
        return self.user_id if ring.slot_of(self.user_id) is not None else None

    @contextmanager
    def opened(self) -> Iterator[Register]:
        """Open the register under the shared lock, proved to be the one this user knows (VAULT 3 and 4)."""
        from wkc.vault.register import opened

        identity = self.identity
        with opened(self.home, identity) as register:
            yield register

    @contextmanager
    def opened_exclusively(self, wait: float) -> Iterator[Register]:
        """Open it as the only one, to change users or keys; waits so many seconds for the others."""
        from wkc.vault.register import opened_exclusively

        identity = self.identity
        with opened_exclusively(self.home, identity, wait) as register:
            yield register

    @contextmanager
    def renewed(self) -> Iterator[Register]:
        """Give a copy of it to change, which takes its place in the end; waits for the others up to a minute."""
        from wkc.vault.renewal import renewed

        with renewed(self.home, self.identity) as register:
            yield register


class RecoverySession(Session):
    """The work that a recovery code allows when nobody's password is left: `user_id` is its slot's once it is read."""

    def __init__(self, world: World, home: Path, code: Callable[[], str], tell: Callable[[Notice, int], None]) -> None:
        super().__init__(world, home, RECOVERY, code, tell)

    def _unlocked(self, ring: Keyring) -> SignedIn:
        from wkc.vault.identity import unlock_recovery

        identity = unlock_recovery(ring, self._password())
        self.user_id = identity.user_id
        return SignedIn(identity)

    def _tried(self, ring: Keyring) -> str | None:
        del ring
        return RECOVERY
