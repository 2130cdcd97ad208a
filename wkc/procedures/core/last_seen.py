"""The head of the log that a user saw last, against the log as it is (VAULT 6)."""

from collections.abc import Iterable
from itertools import islice
from uuid import UUID

from msgspec import Struct

from wkc.errors.vault import AuditBroken, RolledBack
from wkc.procedures.core import audit_chain
from wkc.procedures.core.session import RecoverySession, Session
from wkc.records.audit import AuditLine, Head
from wkc.store.core import audit
from wkc.store.store import Store
from wkc.vault.database.register import Register
from wkc.vault.journals import last_seen as journal
from wkc.vault.journals.last_seen import Memory, Recalled

EXPLAINS = audit_chain.EXPLAINS
CONSIDERED, KEPT = 32, 64
"""The newest explanations of a register that may explain, and those that a user's state keeps: more than may."""
_DIGITS = 16


class LastSeen(Struct, frozen=True):
    """The memory that a user keeps of a register, and its content as an action begins: None where there is none.

    It is read once, inside the write transaction. A memory that another process of the user leaves meanwhile is of
    lines that the register has already, and says no more than those lines.
    """

    memory: Memory
    last: Recalled | None


def memory_of(session: Session, vault_id: UUID) -> Memory:
    """Give the place where this user's last head of the register in this folder is kept."""
    return Memory(session.environment.state(), session.home.path, vault_id, session.user_id)


def look_back(session: Session, register: Register) -> LastSeen:
    """Read what this user saw last of the register in this folder."""
    memory = memory_of(session, register.vault_id)
    return LastSeen(memory, journal.recall(memory))


def check_not_rolled_back(seen: LastSeen, store: Store, action: str) -> None:
    """Refuse a register that lacks the line this user saw last, unless to accept it; errors.RolledBack.

    A restore and an acceptance are signed by a beheerder and explain themselves to everybody, once: each user's
    state keeps the explanations that it knows, and a loss after one of those is explained by none of them.
    """
    last = seen.last
    if last is None or audit.has_head(store, last.head) or action == audit_chain.ACCEPT:
        return
    if not _is_explained(store, last):
        raise RolledBack(seq=last.head.seq)


def remember(session: Session, seen: LastSeen, generation: int, head: Head, known: Iterable[str]) -> None:
    """Keep what this user saw last of the log, outside the register (VAULT 6); a recovery code is no user."""
    if isinstance(session, RecoverySession):
        return
    if not journal.write(seen.memory, head, generation, known):
        session.tell("head not kept", head.seq)


def list_known_explanations(seen: LastSeen, store: Store) -> tuple[str, ...]:
    """Give the explanations that this user knows once this action is done, the newest first.

    Only the lines since the head that the user saw last are looked through, where the register has that head.
    """
    last = seen.last
    if last is None or last.explanations is None or not audit.has_head(store, last.head):
        return explanations(store)
    return (*explanations(store, last.head.seq), *last.explanations)[:KEPT]


def explanations(store: Store, after: int = 0) -> tuple[str, ...]:
    """Name the explanations that a register holds after a line, the newest first."""
    return tuple(map(_name, islice(filter(_is_explanation, audit.explanations(store, after)), KEPT)))


def _is_explained(store: Store, last: Recalled) -> bool:
    """Tell whether a line that this user does not know yet explains that the head is gone, and the log proves it.

    A state of an earlier wkc knows none; and a restore of an earlier wkc explains by its number and generation.
    """
    from wkc.vault.keys.signing import verify_digest

    seen = frozenset(last.explanations or ())
    lines = tuple(audit.explanations(store, 0))
    fresh = islice(filter(_is_explanation, lines), CONSIDERED)
    explained = any(_name(line) not in seen and _can_reach(line, last.head) for line in fresh)
    if not explained and not any(_is_earlier_explanation(line, last.head, last.generation) for line in lines):
        return False
    try:
        audit_chain.verify(store, verify_digest)
    except AuditBroken:
        return False
    return True


def _is_explanation(line: AuditLine) -> bool:
    return line.details.get(EXPLAINS) is True


def _can_reach(line: AuditLine, last: Head) -> bool:
    """Tell whether a head may have been in the log that was replaced, where it is known how far that one went."""
    replaced = line.details.get("replaced", last.seq)
    return isinstance(replaced, int) and replaced >= last.seq


def _is_earlier_explanation(line: AuditLine, last: Head, generation: int) -> bool:
    if _is_explanation(line) or line.action != audit_chain.RESTORE:
        return False
    replaced, made = line.details.get("replaced", 0), line.details.get("generation", 0)
    return isinstance(replaced, int) and isinstance(made, int) and replaced >= last.seq and made > generation


def _name(line: AuditLine) -> str:
    return line.hash.hex()[:_DIGITS]
