"""The only door to the store: signed in, permitted, traced, in one transaction (art. 6, 7 and 14).

with act(session, "client.show") as deed:     sign in · open · may this role? · BEGIN IMMEDIATE
    client = ...; deed.about(client)          may this user see this client? · whose trace is it?
                                              the audit line · COMMIT · only then is anything shown
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from uuid import UUID

from wkc.errors import KeyringForged, NotPermitted, NotSignedIn, RolledBack, WkcError
from wkc.procedures import clock
from wkc.procedures.session import Session
from wkc.records import Client, FieldClass, Head, Outcome, Role, User
from wkc.rules.permission import may
from wkc.rules.purpose import PURPOSE_OF
from wkc.store import audit
from wkc.store import register as self_knowledge
from wkc.store import user as users
from wkc.store.store import Store
from wkc.vault.register import Register, told


class Deed:
    """One action while it is done: what it may use, and what its audit line will say."""

    def __init__(self, store: Store, user: User, action: str, purpose: str, now: datetime) -> None:
        self.store = store
        self.user = user
        self.action = action
        self.purpose = purpose
        self.now = now
        self.details: dict[str, object] = {}
        self._subjects: list[UUID] = []

    @property
    def today(self) -> date:
        """The day in Amsterdam."""
        return clock.day(self.now)

    @property
    def by(self) -> str:
        """The acting user's USER ID, for the rows it leaves."""
        return self.user.user_id

    def about(self, client: Client) -> Client:
        """Name a client that this action touches: it must be permitted, and the client gets a line."""
        self._permit(client, None)
        if client.uuid not in self._subjects:
            self._subjects.append(client.uuid)
        return client

    def sees(self, field_class: FieldClass) -> bool:
        """Tell whether the acting user sees values of a class."""
        return may(self.user, self.action, None, field_class).allowed

    def permit(self) -> None:
        """Refuse the action outright if the role does not have it."""
        self._permit(None, None)

    def undo(self) -> None:
        """Take back what was changed so far; the line that it was done stays."""
        self.store.forget()

    def trace(self, outcome: Outcome) -> Head:
        """Write the audit lines: one for each client touched, or one."""
        head = audit.START
        subjects: list[UUID | None] = [*self._subjects] or [None]
        for subject in subjects:
            head = audit.write(self.store, self.now, self.by, self.action, self.purpose, subject, outcome, self.details)
        return head

    def _permit(self, client: Client | None, field_class: FieldClass | None) -> None:
        verdict = may(self.user, self.action, client, field_class)
        if not verdict.allowed:
            self.details["reason"] = verdict.reason
            raise NotPermitted


@contextmanager
def act(session: Session, action: str) -> Iterator[Deed]:
    """Do one action on the register, and leave its trace whatever comes of it.

    What the body raises undoes what it changed and is written down as refused (a verdict) or failed (all else).
    """
    with session.opened() as register, told(register.path):
        store = Store(register.connection, register.signer, register.sealer)
        self_knowledge.check(register.connection, register.vault_id, register.generation)
        store.begin()
        try:
            user = _known(store, register, session.user_id)
            now = session.world.now()
            deed = Deed(store, user, action, session.purpose or PURPOSE_OF[action], now)
            _nothing_lost(session, store, register, action)
            _tell_failed_sign_ins(session, deed)
            store.mark()
            try:
                deed.permit()
                yield deed
            except BaseException as error:
                store.forget()
                if isinstance(error, WkcError):
                    deed.details["error"] = error.name
                refused = isinstance(error, NotPermitted)
                _finish(session, store, register, deed, Outcome.REFUSED if refused else Outcome.FAILED)
                raise
            _finish(session, store, register, deed, Outcome.DONE)
        finally:
            store.rollback()


def _finish(session: Session, store: Store, register: Register, deed: Deed, outcome: Outcome) -> None:
    from wkc.vault import seen

    head = deed.trace(outcome)
    store.commit()
    seen.write(session.world.state(), register.vault_id, session.user_id, head)


def _known(store: Store, register: Register, user_id: str) -> User:
    """Give the user, who must be active, by a slot that the register remembers with these very keys."""
    user = users.one(store, user_id)
    if user is None or user.revoked_at is not None:
        raise NotSignedIn
    for slot in register.slots:
        kept = self_knowledge.slot(store, slot.slot_id)
        if (
            kept is None
            or kept.withdrawn
            or (kept.user_id, kept.x25519, kept.ed25519)
            != (
                slot.user_id,
                slot.x25519,
                slot.ed25519,
            )
        ):
            raise KeyringForged(home=register.path.parent)
    return user


def _nothing_lost(session: Session, store: Store, register: Register, action: str) -> None:
    """Refuse a register that does not hold the line this user saw last (VAULT 6), unless to accept it."""
    from wkc.vault import seen

    last = seen.read(session.world.state(), register.vault_id, session.user_id)
    if last is not None and not audit.holds(store, last) and action != "audit.accept":
        raise RolledBack(seq=last.seq)


def _tell_failed_sign_ins(session: Session, deed: Deed) -> None:
    """Copy failed sign-ins that the log does not have yet, and count this user's own."""
    from wkc.vault import signins

    done = self_knowledge.signins_read(deed.store, session.user_id)
    attempts, read = signins.since(session.home, done, session.user_id)
    if attempts:
        session.missed(len(attempts))
    if deed.user.role is Role.BEHEERDER:
        attempts += signins.since(session.home, done, signins.UNKNOWN)[0]
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
