"""The purge after what was removed: the register file written anew (art. 10 and 12; VAULT 7)."""

from wkc.errors.vault import DiskFull, MemoryShort, RegisterBusy
from wkc.procedures.core.session import Session
from wkc.store.core.ledger import clear_due


def purge(session: Session) -> None:
    """Write the register anew, alone in it; errors.RegisterBusy leaves it due for the next run."""
    from wkc.vault.database import purge as files

    files.purge(session.home, session.identity, clear_due)


def purge_now(session: Session) -> bool:
    """Purge after a destruction; False when somebody is in the register or the disk is full.

    The destruction is committed by then, and must not be called failed: the next run purges first.
    """
    try:
        purge(session)
    except (RegisterBusy, DiskFull, MemoryShort):
        return False
    return True
