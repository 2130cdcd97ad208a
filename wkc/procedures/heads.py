"""The head of the log that a user saw last, against the log as it is (VAULT 6)."""

from wkc.errors import AuditBroken, RolledBack
from wkc.procedures import chain
from wkc.procedures.session import RecoverySession, Session
from wkc.records import Head
from wkc.store import audit
from wkc.store.store import Store
from wkc.vault.register import Register


def nothing_lost(session: Session, store: Store, register: Register, action: str) -> None:
    """Refuse a register that does not hold the line this user saw last, unless to accept it.

    A backup that was restored explains itself: a signed line says up to which line the register went before.
    """
    from wkc.vault import seen

    last = seen.read(session.world.state(), register.vault_id, session.user_id)
    if last is None or audit.holds(store, last) or action == "audit.accept":
        return
    if not _explained(store, last):
        raise RolledBack(seq=last.seq)


def remember(session: Session, register: Register, head: Head) -> None:
    """Keep what this user saw last of the log, outside the register (VAULT 6); a recovery code is no user."""
    from wkc.vault import seen

    if isinstance(session, RecoverySession):
        return
    if seen.write(session.world.state(), register.vault_id, session.user_id, head) is False:
        session.tell("head not kept", head.seq)


def _explained(store: Store, last: Head) -> bool:
    from wkc.vault.signing import verify as holds

    if not any(line.details.get("replaced", 0) >= last.seq for line in audit.restores(store)):  # type: ignore[operator]
        return False
    try:
        chain.verified(store, holds)
    except AuditBroken:
        return False
    return True
