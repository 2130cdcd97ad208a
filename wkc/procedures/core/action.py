"""One action while it is carried out: its store, its user, and the audit lines that it leaves (art. 7 and 14)."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import NoReturn
from uuid import UUID

from wkc.errors.families import NotPermitted
from wkc.procedures.core import clock
from wkc.procedures.core.last_seen import memory_of
from wkc.procedures.core.row_proof import RowProof
from wkc.procedures.core.session import RecoverySession, Session
from wkc.procedures.core.user_notice import Notice
from wkc.records.audit import Head, Outcome
from wkc.records.dossier import Client
from wkc.records.field import FieldClass
from wkc.records.user import Role, User
from wkc.records.verdict import Verdict
from wkc.rules.access.permission import is_own_caseload_only, list_other_roles, may
from wkc.rules.access.purpose import PURPOSE_OF
from wkc.rules.dossier.field import FIELDS
from wkc.store.core import audit
from wkc.store.dossier import coverage
from wkc.store.store import Store
from wkc.vault.database.register import Register

LINES_AT_ONCE = 500
"""So many lines of the log are signed together: the key is made ready once for them."""


class Action:
    """One action while it is done: its store, its user, and the content of its audit lines."""

    def __init__(
        self, store: Store, user: User, name: str, now: datetime, session: Session, register: Register
    ) -> None:
        self.store = store
        store.can_repair_rows = user.role is Role.BEHEERDER
        # A recovery code is no user, and leaves no memory.
        memory = None if isinstance(session, RecoverySession) else memory_of(session, register.vault_id)
        store.proof = RowProof(store, register, session.shared, memory, name)
        self.register = register
        self.user = user
        self.name = name
        self.purpose = session.purpose or PURPOSE_OF[name]
        self.now = now
        self.details: dict[str, object] = {}
        self.refused = False
        self.is_named = False
        """True once the ledger on the disk has what this action removes: it is carried out, whatever happens after."""
        self.afterwards: Callable[[], None] = lambda: None
        """Work for after the commit, while the register is still open; assigned by the body of the action."""
        self.last_client = session.shared.recent[0] if session.shared.recent else None
        self._tell, self._notified = session.tell, session.notified
        self._reason = session.reason
        self._put_total = session.put_total if session.wants_names else None
        self._origin: dict[str, object] = dict(session.environment.origin)
        if user.responsible is not None:
            self._origin["responsible"] = user.responsible
        self._own_line = False
        self._listed: dict[UUID | None, dict[str, list[str]]] = {}
        self._subjects: dict[UUID, Client] = {}
        self._outside: set[UUID] = set()

    @property
    def today(self) -> date:
        """The day in Amsterdam."""
        return clock.day(self.now)

    @property
    def by(self) -> str:
        """The acting user's USER ID, for the rows it leaves."""
        return self.user.user_id

    @property
    def caseload_filter(self) -> str | None:
        """The USER ID of the coach to whose caseload lists keep; None for everybody's (art. 14.1)."""
        own = is_own_caseload_only(self.user, self.name, break_glass=self._reason is not None)
        return self.by if own else None

    @property
    def has_reason(self) -> bool:
        """Tell whether a reason was written down to look outside the own caseload."""
        return self._reason is not None

    def touch_client(self, client: Client) -> Client:
        """Name a client that this action touches; errors.ClientUnknown outside the scope, as if there were none."""
        if not self.check_scope(client):
            from wkc.errors.register import ClientUnknown

            raise ClientUnknown
        self._subjects.setdefault(client.uuid, client)
        if self._judge(client).reason == "met_opgave_van_reden":
            self._outside.add(client.uuid)
        return client

    @property
    def touched_clients(self) -> tuple[Client, ...]:
        """The clients that this action touched so far."""
        return tuple(self._subjects.values())

    def tell_total(self, count: Callable[[], int]) -> None:
        """Tell a person who reads a list page by page how long it is; a script gets its pages alone."""
        if self._put_total is not None:
            self._put_total(count())

    def tell_once(self, notice: Notice) -> None:
        """Tell the user something besides the result, once in a command."""
        if notice not in self._notified:
            self._notified.add(notice)
            self._tell(notice, 1)

    def log_own_line(self) -> None:
        """Give this action a line of its own, besides those of the clients that it touches."""
        self._own_line = True

    def list_in_line(self, name: str, one: str, client: Client | None) -> None:
        """List one of many things in the line of its client alone, or in the action's own: no line grows with them."""
        if client is None:
            self.log_own_line()
        self._listed.setdefault(client.uuid if client else None, {}).setdefault(name, []).append(one)

    def check_scope(self, client: Client) -> bool:
        """Tell whether a client is within the scope of the acting user; if not, the line will say so."""
        verdict = self._judge(client)
        if not verdict.allowed:
            self.refused = True
            self.details["reason"] = verdict.reason
            self._subjects.setdefault(client.uuid, client)
        return verdict.allowed

    def can_see(self, field_class: FieldClass) -> bool:
        """Tell whether the acting user sees values of a class."""
        return may(self.user, self.name, None, field_class).allowed

    @property
    def can_see_all(self) -> bool:
        """Tell whether the acting user sees values of every class."""
        return all(map(self.can_see, FieldClass))

    @property
    def visible_categories(self) -> frozenset[int]:
        """The categories of annex I that hold a class seen by the acting user, so that naming one reveals no other."""
        return frozenset(field.category for field in FIELDS if self.can_see(field.field_class))

    def permit(self) -> None:
        """Refuse the action outright if the role does not have it."""
        verdict = may(self.user, self.name)
        if not verdict.allowed:
            self.mark_refused(verdict.reason)
            raise NotPermitted(roles=", ".join(list_other_roles(self.name)))

    def refuse(self, reason: str, error: type[NotPermitted] = NotPermitted) -> NoReturn:
        """Refuse, for a reason that the audit line has."""
        self.mark_refused(reason)
        raise error

    def mark_refused(self, reason: str) -> None:
        """Note that a rule refuses this, with the reason for the audit line; the caller raises the error."""
        self.refused = True
        self.details["reason"] = reason

    def undo(self) -> None:
        """Take back what was changed so far; the line that it was done stays."""
        self.store.roll_back_to_savepoint()

    def write_lines(self, outcome: Outcome) -> Head:
        """Write the audit lines: one for each client touched, or one; a look outside the scope keeps its reason.

        Each has the role in which it was done (`as`), for another one later does not change what was; where from
        (`terminal`, `ssh`); and who answers for a service account (`responsible`).
        """
        head = audit.START
        alone: list[Client | None] = [None] if self._own_line or not self._subjects else []
        covered = self.store.changed_clients if outcome is Outcome.DONE else {}
        if self.store.settings_changed and outcome is Outcome.DONE:
            self.details["settings"] = coverage.settings_digest(self.store)
        subjects = [*alone, *(self._subjects | covered).values()]
        for start in range(0, len(subjects), LINES_AT_ONCE):
            part = subjects[start : start + LINES_AT_ONCE]
            lines = [(client.uuid if client else None, self._detail_line(client, covered)) for client in part]
            heads = audit.write_each(self.store, self.now, self.by, self.name, self.purpose, outcome, lines)
            for client, line in zip(part, heads, strict=True):
                if client and self._reason and client.uuid in self._outside:
                    from wkc.store.core import break_glass

                    break_glass.add(self.store, client, line.seq, self._reason, self.now, self.by)
            head = heads[-1]
        return head

    def _detail_line(self, client: Client | None, covered: Mapping[UUID, Client]) -> dict[str, object]:
        """Give the details of the line on a client, or on none."""
        uuid = client.uuid if client else None
        details = self._origin | self.details | self._listed.get(uuid, {}) | {"as": self.user.role}
        if uuid in self._outside:
            details |= {"break_glass": True}
        return details | ({"covers": coverage.digest(self.store, client)} if client and uuid in covered else {})

    def _judge(self, client: Client) -> Verdict:
        return may(self.user, self.name, client, break_glass=self._reason is not None)
