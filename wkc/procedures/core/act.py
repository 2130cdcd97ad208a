"""The only door to the store: signed in, permitted, traced, in one transaction (art. 6, 7 and 14).

with act(session, "client.show") as deed:     sign in · open · may this role? · BEGIN IMMEDIATE
    client = ...; deed.about(client)          may this user see this client? · whose trace is it?
                                              the audit line · COMMIT · only then is anything shown
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from datetime import date, datetime
from functools import partial
from typing import NoReturn

from wkc.errors.families import NotPermitted, NotSignedIn, WkcError
from wkc.errors.ledger import RegisterBehind, RemovalWaits
from wkc.errors.register import ClientUnknown
from wkc.errors.vault import DiskFull, KeyringForged, RegisterBusy, RegisterOlder
from wkc.procedures.core import clock, last_seen, ledger, pending_deletion, replay_ledger
from wkc.procedures.core import upgrade as upgrading
from wkc.procedures.core.session import RECOVERY, RecoverySession, Session
from wkc.records.audit import Head, Outcome
from wkc.records.dossier import Client
from wkc.records.field import FieldClass
from wkc.records.user import Role, User
from wkc.records.verdict import Verdict
from wkc.rules.access.permission import keeps_to_own, may
from wkc.rules.access.purpose import PURPOSE_OF
from wkc.store import audit, break_glass
from wkc.store import register as self_knowledge
from wkc.store import user as users
from wkc.store.store import Store
from wkc.vault.database.register import WAIT, Register, told

Opening = Callable[[], AbstractContextManager[Register]]
"""How the register is opened: beside others, or alone."""


class Deed:
    """One action while it is done: what it may use, and what its audit line will say."""

    def __init__(self, store: Store, user: User, action: str, now: datetime, session: Session) -> None:
        self.store = store
        self.user = user
        self.action = action
        self.purpose = session.purpose or PURPOSE_OF[action]
        self.now = now
        self.details: dict[str, object] = {}
        self.refused = False
        self.afterwards: Callable[[], None] = lambda: None
        self._reason = session.reason
        self._at_large = False
        self._subjects: list[Client] = []
        self._outside: list[Client] = []

    @property
    def today(self) -> date:
        """The day in Amsterdam."""
        return clock.day(self.now)

    @property
    def by(self) -> str:
        """The acting user's USER ID, for the rows it leaves."""
        return self.user.user_id

    @property
    def coach(self) -> str | None:
        """Whose caseload lists keep to; None for everybody's (art. 14.1)."""
        own = keeps_to_own(self.user, self.action, break_glass=self._reason is not None)
        return self.by if own else None

    @property
    def with_reason(self) -> bool:
        """Whether a reason was written down to look outside the own caseload."""
        return self._reason is not None

    def about(self, client: Client) -> Client:
        """Name a client that this action touches; errors.ClientUnknown outside the scope, as if there were none."""
        if not self.reaches(client):
            raise ClientUnknown
        if client not in self._subjects:
            self._subjects.append(client)
        if self._judged(client).reason == "met_opgave_van_reden":
            self._outside.append(client)
        return client

    def at_large(self) -> None:
        """Give this action a line of its own, besides those of the clients that it touches."""
        self._at_large = True

    def reaches(self, client: Client) -> bool:
        """Tell whether a client is within the scope of the acting user; if not, the line will say so."""
        verdict = self._judged(client)
        if not verdict.allowed:
            self.refused = True
            self.details["reason"] = verdict.reason
            self._subjects.append(client)
        return verdict.allowed

    def sees(self, field_class: FieldClass) -> bool:
        """Tell whether the acting user sees values of a class."""
        return may(self.user, self.action, None, field_class).allowed

    def permit(self) -> None:
        """Refuse the action outright if the role does not have it."""
        verdict = may(self.user, self.action)
        if not verdict.allowed:
            self.refuse(verdict.reason)

    def refuse(self, reason: str, error: type[NotPermitted] = NotPermitted) -> NoReturn:
        """Refuse, for a reason that the audit line has."""
        self.judged(reason)
        raise error

    def judged(self, reason: str) -> None:
        """Note that a rule refuses this, and why; what is raised next says it."""
        self.refused = True
        self.details["reason"] = reason

    def undo(self) -> None:
        """Take back what was changed so far; the line that it was done stays."""
        self.store.forget()

    def trace(self, outcome: Outcome) -> Head:
        """Write the audit lines: one for each client touched, or one; a look outside the scope keeps its reason.

        Each has the role in which it was done (`as`): another one later does not change what was.
        """
        head = audit.START
        alone: list[Client | None] = [None] if self._at_large or not self._subjects else []
        for client in [*alone, *self._subjects]:
            outside = client in self._outside
            details = self.details | {"as": self.user.role} | ({"break_glass": True} if outside else {})
            subject = client.uuid if client else None
            head = audit.write(self.store, self.now, self.by, self.action, self.purpose, subject, outcome, details)
            if client and outside and self._reason:
                break_glass.add(self.store, client, head.seq, self._reason, self.now, self.by)
        return head

    def _judged(self, client: Client) -> Verdict:
        return may(self.user, self.action, client, break_glass=self._reason is not None)


@contextmanager
def act(session: Session, action: str) -> Iterator[Deed]:
    """Do one action on the register, and leave its trace whatever comes of it.

    What the body raises undoes what it changed and is written down as refused (a verdict) or failed (all else).
    """
    with _through(session, session.opened, action) as (deed, _register):
        yield deed
    if session.may_renew_pin:
        _renew_pin(session)


@contextmanager
def act_alone(session: Session, action: str, wait: float = WAIT) -> Iterator[tuple[Deed, Register]]:
    """Do one action while nobody else is in the register: a change of users or keys.

    What `deed.afterwards` holds is done once the register has it for good, still alone. A session does not do for
    this: the password is asked for, where it was not, before the register is open.
    """
    session.unlock()
    with _through(session, partial(session.opened_exclusively, wait), action) as inside:
        yield inside


@contextmanager
def _through(session: Session, opened: Opening, action: str) -> Iterator[tuple[Deed, Register]]:
    """Go through the door; what must be done to the register before anything else is done first, each thing once."""
    mends = {
        RegisterOlder: upgrading.upgrade,
        RegisterBehind: replay_ledger.complete,
        RemovalWaits: pending_deletion.end,
    }
    with ExitStack() as stack:
        while True:
            try:
                inside = stack.enter_context(_door(session, opened, action))
                break
            except tuple(mends) as error:
                mend = mends.pop(type(error))
            mend(session)
        yield inside


@contextmanager
def _door(session: Session, opened: Opening, action: str) -> Iterator[tuple[Deed, Register]]:
    with opened() as register:
        with _acting(session, register, action) as deed:
            yield deed, register
        deed.afterwards()


def _renew_pin(session: Session) -> None:
    """Let a user trust the vault signing key in force, once all that is checked held, and if nobody is in the way.

    The line first: one that was cut short is repeated at the next sign-in.
    """
    with suppress(RegisterBusy, DiskFull), act_alone(session, "user.renew_pin", wait=0) as (deed, _register):
        deed.details["step"] = "done"
        deed.afterwards = session.renew_pin


@contextmanager
def _acting(session: Session, register: Register, action: str) -> Iterator[Deed]:
    store = Store(register.connection, register.signer, register.sealer)
    with told(register.path):
        self_knowledge.check(register.connection, register.path, register.vault_id, register.generation)
        store.begin()
        try:
            user = _known(store, register, session)
            ledger.stands(session, store)
            if pending_deletion.waits(store, user.role):
                raise RemovalWaits
            deed = Deed(store, user, action, session.world.now(), session)
            if not isinstance(session, RecoverySession):
                last_seen.nothing_lost(session, store, register, action)
                _tell_failed_sign_ins(session, deed)
            store.mark()
            try:
                deed.permit()
                yield deed
            except BaseException as error:
                if not store.begun:  # A full disk took the transaction: there is nothing to write a line in.
                    raise
                store.forget()
                if isinstance(error, WkcError):
                    deed.details["error"] = error.name
                _finish(session, store, register, deed, Outcome.FAILED)
                raise
            _finish(session, store, register, deed, Outcome.DONE)
        finally:
            store.rollback()


def _finish(session: Session, store: Store, register: Register, deed: Deed, outcome: Outcome) -> None:
    ended = Outcome.REFUSED if deed.refused else outcome
    head = deed.trace(ended)
    store.commit()
    if deed.action != "audit.accept" or ended is Outcome.DONE:
        # What was not accepted is not what this user saw last.
        last_seen.remember(session, register, head)


def _known(store: Store, register: Register, session: Session) -> User:
    """Give the user, who must be active, in by a slot that the register remembers; none may have other keys."""
    user = _by_code(session) if isinstance(session, RecoverySession) else users.one(store, session.user_id)
    if user is None or user.revoked_at is not None:
        raise NotSignedIn
    for slot in register.slots:
        kept = self_knowledge.slot(store, slot.slot_id)
        mine = slot.slot_id == session.identity.slot_id
        if kept is None or (kept.user_id, kept.x25519, kept.ed25519) != (slot.user_id, slot.x25519, slot.ed25519):
            raise KeyringForged(home=register.path.parent)
        if mine and kept.withdrawn:
            raise NotSignedIn
    return user


def _by_code(session: RecoverySession) -> User:
    """Give the beheerder that a recovery code stands in for."""
    now = session.world.now()
    return User(session.user_id, session.user_id, Role.BEHEERDER, "", now, session.user_id, clock.day(now))


def _tell_failed_sign_ins(session: Session, deed: Deed) -> None:
    """Copy failed sign-ins that the log does not have yet, and count this user's own."""
    from wkc.vault.journals import failed_sign_ins

    done = self_knowledge.signins_read(deed.store, session.user_id)
    attempts, read = failed_sign_ins.since(session.home, done, session.user_id)
    if attempts:
        session.tell("failed sign-ins", len(attempts))
    if deed.user.role is Role.BEHEERDER:
        codes = failed_sign_ins.since(session.home, done, RECOVERY)[0]
        if codes:
            session.tell("failed recoveries", len(codes))
        attempts += failed_sign_ins.since(session.home, done, failed_sign_ins.UNKNOWN)[0] + codes
    if read != done:
        self_knowledge.put_signins_read(deed.store, session.user_id, read)
    for attempt in attempts:
        details = {"at": attempt.at, "terminal": attempt.terminal, "user": attempt.user_id}
        audit.write(
            deed.store,
            deed.now,
            deed.by,
            "user.sign_in",
            PURPOSE_OF["user.sign_in"],
            None,
            Outcome.FAILED,
            details,
        )
