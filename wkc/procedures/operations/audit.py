"""The log of every look and change: reading it, checking it, accepting one that differs (VAULT 6)."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

from msgspec import Struct

from wkc.errors.leaving import RolesDiffer
from wkc.errors.register import LineUnknown, UserUnknown
from wkc.errors.rights import PeriodBackwards
from wkc.errors.vault import AuditBroken, KeyringOlder, RowsDiffer
from wkc.procedures.core import audit_chain, clock, role_proof, row_proof, verified_head, wraps
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.last_seen import memory_of
from wkc.procedures.core.session import Session
from wkc.procedures.core.transaction import store_of
from wkc.procedures.dossier.search import the_client, touch_listed
from wkc.procedures.io import fields
from wkc.procedures.io.fields import parse_reason
from wkc.procedures.operations import unknown_removals
from wkc.records.audit import AuditLine, BreakGlass, Head
from wkc.store.core import audit, break_glass
from wkc.store.core import confirmation as confirmations
from wkc.store.core import user as users
from wkc.store.operations.listed import count_lines
from wkc.vault.files.sqlite_errors import translated

PAGE = 20


class AuditPage(Struct, frozen=True):
    """One page of lines, newest first, and whether there is another."""

    number: int
    lines: tuple[AuditLine, ...]
    more: bool


class Verified(Struct, frozen=True):
    """The last line up to which the chain verifies; signatures up to the line `before` were checked before."""

    head: Head
    before: int = 0


class Heads(Struct, frozen=True):
    """The line of the log that a user saw last, if any, and the last one that the register has."""

    seen: Head | None
    now: Head


class ConfirmedClock(Struct, frozen=True):
    """The moment that a beheerder confirmed, and the last one of the log before it."""

    at: datetime
    last: datetime | None


class ReviewedLook(Struct, frozen=True):
    """The line of a look that was reviewed."""

    line: int


class Anchored(Struct, frozen=True):
    """The end of the log at a moment."""

    at: datetime
    head: Head


class LogQuery(Struct, frozen=True):
    """The lines to list, as typed: about a client, by a USER ID, from a day to a day, both included."""

    client: str | None = None
    user: str | None = None
    first: str | None = None
    last: str | None = None


EVERYTHING = LogQuery()


def page(session: Session, number: int = 1, query: LogQuery = EVERYTHING) -> AuditPage:
    """Give a page of the log; errors.UserUnknown, PeriodBackwards."""
    today = clock.day(session.environment.now())
    first, last = (fields.past_day_or_today(typed, today) if typed else None for typed in (query.first, query.last))
    if first and last and last < first:
        raise PeriodBackwards
    with act(session, "audit.list") as action:
        if query.user is not None and users.one(action.store, query.user) is None:
            _check_signed_as(action, query.user)
        subject = the_client(action, query.client).uuid if query.client else None
        part = audit.LogPart(
            subject,
            query.user,
            None if first is None else clock.midnight(first),
            None if last is None else clock.midnight(last + timedelta(days=1)),
        )
        if part == audit.LogPart(subject):  # One of a rare user or of long ago would be read to its beginning.
            action.tell_total(lambda: count_lines(action.store, part))
        lines = audit.page(action.store, part, PAGE + 1, (number - 1) * PAGE)
        return AuditPage(number, lines[:PAGE], len(lines) > PAGE)


def _check_signed_as(action: Action, user_id: str) -> None:
    """Refuse a USER ID that nobody ever had and no line has: a recovery code and an unknown user have lines too."""
    if not audit.page(action.store, audit.LogPart(user=user_id), 1, 0):
        raise UserUnknown


def verify(session: Session, *, whole: bool = False, progress: Callable[[int], None] = lambda _seq: None) -> Verified:
    """Check every line: its hash, its place in the chain, the signature of who acted; and the rows that it proves.

    Signatures that this user checked before are not checked again, unless the `whole` log is to be: that is done while
    others go on, and only the lines that came meanwhile make them wait. `progress` counts its lines.
    errors.AuditBroken, RolesDiffer, KeyringOlder, RowsDiffer.
    """
    from wkc.vault.keys.signing import verify_digest

    read = _read_whole(session, progress) if whole else None
    with act(session, "audit.verify") as action:
        before = verified_head.find(action.store, action.register) if read is None else read
        witness = audit_chain.verify(action.store, verify_digest, before)
        if unproved := role_proof.list_unproved(action.store, action.register):
            raise RolesDiffer(user=", ".join(unproved))
        if wraps.list_replaced(action.store, action.register, witness):
            raise KeyringOlder(home=session.home.path)
        if row_proof.list_uncovered(action.store, witness):
            raise RowsDiffer
        action.details |= verified_head.detail(witness.head)
    return Verified(witness.head, 0 if whole else before.seq)


def _read_whole(session: Session, progress: Callable[[int], None]) -> Head:
    """Check every signature of the log as it is now; the head before the log where one does not."""
    from wkc.vault.keys.signing import verify_digest

    with suppress(AuditBroken), session.opened() as register, translated(register.path):
        return audit_chain.verify(store_of(register), verify_digest, progress=progress).head
    return audit.START


def compare_heads(session: Session) -> Heads:
    """Give the line that this user saw last and the last one of the register, before anything is accepted."""
    from wkc.vault.journals import last_seen

    with session.opened() as register:
        now = audit.head(store_of(register))
        return Heads(last_seen.read(memory_of(session, register.vault_id)), now)


def accept(session: Session, reason: str, *, removals: bool) -> Verified:
    """Accept, for a reason, the register as it is though it is not the one this user saw last, if its chain verifies.

    The line explains it to every user. `removals` confirms besides what the destruction ledger names and the register
    does not bear out, and that what was destroyed after a restored backup was looked up and destroyed again.
    """
    from wkc.vault.journals import last_seen
    from wkc.vault.keys.signing import verify_digest

    words = parse_reason(reason)
    session.confirms_removals = removals
    with act(session, audit_chain.ACCEPT) as action:
        confirmations.add_log(action.store, words, action.today, action.now, action.by)
        last = last_seen.read(memory_of(session, action.store.signer.vault_id))
        head = audit_chain.verify(action.store, verify_digest).head
        action.details |= {"seq": head.seq, "seen": last.seq if last else 0, audit_chain.EXPLAINS: True}
        action.details |= {unknown_removals.CONFIRMED: True} if removals else {}
    return Verified(head)


def confirm_clock(session: Session, reason: str) -> ConfirmedClock:
    """Confirm, for a reason, that the clock is right though the log has a later line: the log goes on from here."""
    words = parse_reason(reason)
    with act(session, "audit.clock") as action:
        last = audit.last_trusted(action.store)
        confirmations.add_clock(action.store, words, action.today, action.now, action.by)
    return ConfirmedClock(action.now, last)


def anchor(session: Session) -> Anchored:
    """Give where the log ends, to be kept on paper: who has it can tell later that nothing before was changed."""
    with act(session, "audit.anchor") as action:
        return Anchored(action.now, audit.head(action.store))


def list_looks(session: Session) -> tuple[BreakGlass, ...]:
    """Give the looks outside a caseload that wait for the beheerder, oldest first, with their reasons."""
    with act(session, "audit.list") as action:
        looks = break_glass.list_unreviewed(action.store)
        touch_listed(action, (look.number for look in looks))
        return looks


def find_look(session: Session, line: int) -> BreakGlass:
    """Give one look that waits for the beheerder, with its reason; errors.LineUnknown."""
    with act(session, "audit.list") as action:
        for look in break_glass.list_unreviewed(action.store):
            if look.line == line:
                touch_listed(action, (look.number,))
                return look
        raise LineUnknown


def review(session: Session, line: int) -> ReviewedLook:
    """Take a look off that list."""
    with act(session, "audit.review") as action:
        action.details["line"] = line
        if not break_glass.review(action.store, line, action.now, action.by):
            raise LineUnknown
    return ReviewedLook(line)
