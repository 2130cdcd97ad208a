"""A session: a USER ID, its proof, and the register opened for as long as one action takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from wkc.errors.families import NotSignedIn
from wkc.procedures.core.environment import Environment
from wkc.rules.access.purpose import PURPOSES
from wkc.vault.files.home import Home

if TYPE_CHECKING:
    from wkc.procedures.core.audit_chain import Witness
    from wkc.procedures.core.user_notice import Notice
    from wkc.records.user import Role
    from wkc.vault.database.register import Register
    from wkc.vault.keys.identity import Identity, Unlocked
    from wkc.vault.keys.keyring import Keyring
    from wkc.vault.keys.password import Cost
    from wkc.vault.keys.rewrap import OpenedSlot, Rewrapped
    from wkc.vault.session.client import AgentIdentity

ATTEMPTS = 3
"""Tries for a password that is typed."""
IDLE_MINUTES = 15
"""Minutes until the setting of the register is known."""
RECOVERY = "recovery"
"""The name under which a wrong recovery code is written down among the failed sign-ins: no USER ID."""


class SignIn:
    """One sign-in, shared by the sessions of all commands of a shell.

    `opened` has the password, kept only as long as it is needed to renew the pin; `recent` the client of the last
    command; `role` that of the user, as the last action had it; `idle_minutes` how long a question may wait before the
    keys are put away; `witness` the log as an action read it to its end, if one had to.
    """

    def __init__(self) -> None:
        self.identity: Identity | None = None
        self.opened: list[OpenedSlot] = []
        self.recent: list[str] = []
        self.role: Role | None = None
        self.idle_minutes = IDLE_MINUTES
        self.witness: Witness | None = None


class Session:
    """One user's work in one process: signed in once, the register opened for each action.

    `agents` is the folder where the agent of a session is looked for (`wkc login`), if it may stand in for the
    password; `password` is called where it does not, again after `ask_again` where that is set and it was wrong.
    `tell` gets the notices for the user, and `notified` has those that come once in a command;
    `purpose`, if given, takes the place of the action's own; `reason`, set once somebody is signed in, is written
    down to look outside the own caseload (break-glass). `confirms_removals` is set where a beheerder confirms the
    destruction ledger, whoever signed its lines.
    """

    def __init__(
        self,
        environment: Environment,
        home: Path,
        user_id: str,
        password: Callable[[], str],
        tell: Callable[[Notice, int], None],
        purpose: str | None = None,
        agents: Path | None = None,
    ) -> None:
        if purpose is not None:
            from wkc.errors.register import PurposeUnknown
            from wkc.procedures.io import codes

            purpose = codes.parse_code(purpose, PURPOSES, PurposeUnknown)
        self.environment = environment
        self.home = Home(home)
        self.user_id = user_id
        self.purpose = purpose
        self.reason: str | None = None
        self.confirms_removals = False
        self.tell = tell
        self.notified: set[Notice] = set()
        self.wants_names = False
        self.names: dict[str, str] = {}
        self.total: int | None = None
        self.kept: list[str] = []
        self.ask_again: Callable[[NotSignedIn], None] | None = None
        self.shared = SignIn()
        self._password = password
        self._agents = agents
        self._lacks_roles = False

    def put_total(self, total: int) -> None:
        """Keep the length of the list of which the last action gave a page."""
        self.total = total

    def next_session(self, purpose: str | None, reason: str | None) -> Session:
        """Give the session of the next command of the same user, signed in already (`wkc shell`)."""
        following = Session(self.environment, self.home.path, self.user_id, self._password, self.tell, purpose)
        following.reason = reason
        following.ask_again = self.ask_again
        following.shared = self.shared
        following.names = self.names
        _ = self.identity
        return following

    def sign_in(self) -> None:
        """Sign in now, before anything else is asked of the user; drafts that earlier commands left are removed."""
        from wkc.procedures.io import drafts

        _ = self.identity
        removed, _left = drafts.remove_leftovers(self.environment.state())
        if removed:
            self.tell("drafts removed", removed)

    @property
    def identity(self) -> Identity:
        """The user's keys: with the agent of a session, or opened by the password once; errors.NotSignedIn."""
        identity = self.shared.identity
        if identity is None:
            self.home.check()
            identity = self.shared.identity = self._find_agent() or self.unlock()
        return identity

    @property
    def idle_seconds(self) -> float | None:
        """Seconds that the keys may lie unused in this process, or with the agent; None where there are none."""
        if self.shared.identity is None:
            return None
        left = self.shared.identity.idle_seconds
        return self.shared.idle_minutes * 60 if left is None else left

    @property
    def has_agent(self) -> bool:
        """Tell whether the keys are with the agent of a session."""
        from wkc.vault.keys.identity import Unlocked

        return not isinstance(self.shared.identity, Unlocked | None)

    def put_keys_away(self) -> None:
        """Forget the keys: whatever needs them next asks for the password."""
        self.shared.identity = None
        self.shared.opened.clear()

    def unlock(self) -> Unlocked:
        """Give the keys as the password opens them: an agent gives none to change users, keys or a password with.

        A password that does not open them leaves an audit line.
        """
        from wkc.vault.journals import failed_sign_ins
        from wkc.vault.keys import keyring
        from wkc.vault.keys.identity import Unlocked
        from wkc.vault.session import hardening

        if isinstance(self.shared.identity, Unlocked):
            return self.shared.identity
        hardening.conceal()
        self.home.check()
        ring = keyring.read(self.home)
        left = ATTEMPTS if self.ask_again else 1
        while True:
            left -= 1
            try:
                self.shared.identity = unlocked = self._unlocked(ring)
            except NotSignedIn as error:
                failed_sign_ins.record_attempt(self.home, self.environment.now(), self._tried(ring))
                if not left or self.ask_again is None:
                    raise
                self.ask_again(error)
            else:
                return unlocked

    @property
    def may_renew_pin(self) -> bool:
        """A user who trusts a vault signing key that was succeeded, with the password at hand to renew that."""
        from wkc.vault.keys import keyring

        return bool(self.shared.opened) and self.shared.opened[0].is_current(keyring.read(self.home))

    def rewrap_pin(self) -> Rewrapped:
        """Wrap the same keys under the same password with the vault signing key in force as the pin."""
        from wkc.vault.keys.rewrap import rewrap

        opened = self.shared.opened.pop()
        self.shared.opened.clear()
        return rewrap(self.home, self.unlock(), opened.secret, opened.slot.cost)

    def rewrap(self, new_password: str, cost: Cost) -> Rewrapped:
        """Wrap the same keys under a new password, with the pin in force; `put` writes them."""
        from wkc.vault.keys.rewrap import rewrap

        self.shared.opened.clear()
        return rewrap(self.home, self.unlock(), new_password, cost)

    def sign_in_again(self, password: str) -> None:
        """Take the keys of a new slot of the same user, once the keyring has it."""
        from wkc.vault.keys import keyring
        from wkc.vault.keys.identity import unlock

        self.shared.opened.clear()
        self.shared.identity = unlock(keyring.read(self.home), self.user_id, password)

    def put(self, rewrapped: Rewrapped) -> None:
        """Write what was wrapped anew and announced, under the exclusive lock; errors.RegisterBusy."""
        from wkc.vault.keys.rewrap import put

        self.shared.identity = put(self.home, self.unlock(), rewrapped)

    def put_alone(self, rewrapped: Rewrapped) -> None:
        """Write what was wrapped anew and announced, under the exclusive lock of the caller; errors.RegisterBusy."""
        from wkc.vault.keys.rewrap import put_alone

        self.shared.identity = put_alone(self.home, self.unlock(), rewrapped)

    @property
    def may_sign_roles(self) -> bool:
        """A beheerder who signed in with the password beside a keyring that has no roles yet."""
        return self._lacks_roles

    def sign_roles(self, roles: Mapping[str, Role]) -> None:
        """Sign the roles of all users in the keyring, under the exclusive lock of the caller."""
        from wkc.vault.keys import designation, keyring

        self._lacks_roles = False
        designation.put_roles(self.home, keyring.read(self.home), self.unlock(), roles)

    def _unlocked(self, ring: Keyring) -> Unlocked:
        from wkc.vault.keys.identity import unlock
        from wkc.vault.keys.rewrap import OpenedSlot, has_old_pin
        from wkc.vault.keys.slot import SIGNING

        secret = self._password()
        unlocked = unlock(ring, self.user_id, secret)
        slot = ring.slot(unlocked.slot_id)
        if slot is not None and has_old_pin(ring, unlocked):
            self.shared.opened.append(OpenedSlot(slot, secret))
        self._lacks_roles = ring.version == 1 and unlocked.has_key(ring, SIGNING)
        return unlocked

    def _tried(self, ring: Keyring) -> str | None:
        """Give the USER ID of a failed sign-in; None for one that does not exist."""
        return self.user_id if ring.slot_of(self.user_id) is not None else None

    def _find_agent(self) -> AgentIdentity | None:
        if self._agents is None:
            return None
        from wkc.vault.session import client as agent_client

        return agent_client.find(self._agents, self.home, self.user_id)

    def _usable_identity(self) -> Identity:
        """Give the identity; when its agent is gone meanwhile, the password is asked for before anything is open."""
        identity = self.identity
        return identity if identity.is_usable else self.unlock()

    @contextmanager
    def opened(self) -> Iterator[Register]:
        """Open the register under the shared lock, proved to be the one this user knows (VAULT 3 and 4)."""
        from wkc.vault.database.register import open_shared

        with open_shared(self.home, self._usable_identity()) as register:
            yield register

    @contextmanager
    def opened_exclusively(self, wait: float) -> Iterator[Register]:
        """Open it as the only one, to change users or keys; waits so many seconds for the others."""
        from wkc.vault.database.register import open_exclusively

        with open_exclusively(self.home, self._usable_identity(), wait) as register:
            yield register

    @contextmanager
    def renewed(self) -> Iterator[Register]:
        """Give a copy of it to change, which takes its place in the end; waits for the others up to a minute."""
        from wkc.vault.database.upgrade_copy import change_copy

        with change_copy(self.home, self._usable_identity()) as register:
            yield register


class RecoverySession(Session):
    """The work that a recovery code allows when nobody's password is left: `user_id` is its slot's once it is read."""

    def __init__(
        self, environment: Environment, home: Path, code: Callable[[], str], tell: Callable[[Notice, int], None]
    ) -> None:
        super().__init__(environment, home, RECOVERY, code, tell)

    def _unlocked(self, ring: Keyring) -> Unlocked:
        from wkc.vault.keys.identity import unlock_recovery

        unlocked = unlock_recovery(ring, self._password())
        self.user_id = unlocked.user_id
        return unlocked

    def _tried(self, ring: Keyring) -> str | None:
        del ring
        return RECOVERY
