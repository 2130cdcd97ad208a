"""The head of the log that a user saw last, against the log as it is (VAULT 6)."""

from collections.abc import Mapping
from typing import Any

from wkc.errors.vault import AuditBroken, RolledBack
from wkc.procedures.core import audit_chain
from wkc.procedures.core.session import RecoverySession, Session
from wkc.records.audit import Head
from wkc.store import audit
from wkc.store.store import Store
from wkc.vault.database.register import Register


def check_not_rolled_back(session: Session, store: Store, register: Register, action: str) -> None:
    """Refuse a register that does not hold the line this user saw last, unless to accept it.

    A backup that was restored explains itself: a signed line says up to which line the register went before. That is
    of what was seen before it; what a user saw in its generation or a later one, it does not explain.
    """
    from wkc.vault.journals import last_seen

    last = last_seen.read(session.environment.state(), register.vault_id, session.user_id)
    if last is None or audit.holds(store, last) or action == "audit.accept":
        return
    since = last_seen.generation(session.environment.state(), register.vault_id, session.user_id)
    if not _explained(store, last, since):
        raise RolledBack(seq=last.seq)


def remember(session: Session, register: Register, head: Head) -> None:
    """Keep what this user saw last of the log, outside the register (VAULT 6); a recovery code is no user."""
    from wkc.vault.journals import last_seen

    if isinstance(session, RecoverySession):
        return
    if not last_seen.write(session.environment.state(), register.vault_id, session.user_id, head, register.generation):
        session.tell("head not kept", head.seq)


def _explained(store: Store, last: Head, generation: int) -> bool:
    from wkc.vault.keys.signing import verify_digest

    found: list[Mapping[str, Any]] = [line.details for line in audit.restores(store)]
    if not any(told.get("replaced", 0) >= last.seq and told.get("generation", 0) > generation for told in found):
        return False
    try:
        audit_chain.verify(store, verify_digest)
    except AuditBroken:
        return False
    return True
