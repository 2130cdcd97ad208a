"""The log of every look and change: reading it, checking it, accepting one that differs (VAULT 6)."""

from collections import deque
from dataclasses import dataclass
from uuid import UUID

from wkc.errors import AuditBroken, LineUnknown
from wkc.procedures.act import act
from wkc.procedures.search import the_client
from wkc.procedures.session import Session
from wkc.records import AuditLine, BreakGlass, Head
from wkc.store import audit, break_glass
from wkc.store import register as self_knowledge

PAGE = 20


@dataclass(frozen=True, slots=True)
class AuditPage:
    """One page of lines, newest first, and whether there is another."""

    number: int
    lines: tuple[AuditLine, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Verified:
    """How far the chain holds: up to and including this head."""

    head: Head


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The line of a look that was reviewed."""

    line: int


def page(session: Session, number: int = 1, client: str | None = None) -> AuditPage:
    """Give a page of the log, of everything or of one client."""
    with act(session, "audit.list") as deed:
        subject = the_client(deed, client).uuid if client else None
        lines = audit.page(deed.store, subject, PAGE + 1, (number - 1) * PAGE)
        return AuditPage(number, lines[:PAGE], len(lines) > PAGE)


def verify(session: Session) -> Verified:
    """Check every line: its hash, its place in the chain, and the signature of who acted."""
    from wkc.vault.signing import verify as signature_holds

    with act(session, "audit.verify") as deed:
        vault = deed.store.signer.vault_id
        keys = {slot.slot_id: slot.ed25519 for slot in self_knowledge.slots(deed.store)}

        def signed(slot: UUID, digest: bytes, signature: bytes) -> bool:
            return slot in keys and signature_holds(keys[slot], vault, "audit", digest, signature)

        head = deque(audit.verify(deed.store, audit.START, signed), maxlen=1).pop()
        if head != audit.head(deed.store):
            raise AuditBroken(seq=head.seq + 1)
        deed.details["seq"] = head.seq
    return Verified(head)


def accept(session: Session) -> Verified:
    """Accept the register as it is though it is not the one this user saw last, once the chain was verified."""
    with act(session, "audit.accept") as deed:
        return Verified(audit.head(deed.store))


def break_glass_looks(session: Session) -> tuple[BreakGlass, ...]:
    """Give the looks outside a caseload that wait for the beheerder, oldest first, with their reasons."""
    with act(session, "audit.list") as deed:
        return break_glass.unreviewed(deed.store)


def review(session: Session, line: int) -> Reviewed:
    """Take a look off that list."""
    with act(session, "audit.review") as deed:
        deed.details["line"] = line
        if not break_glass.review(deed.store, line, deed.now, deed.by):
            raise LineUnknown
    return Reviewed(line)
