"""Values that were taken out under art. 12 are deleted: named in the ledger first, then gone, then purged (VAULT 7).

What takes their place is committed before, in an action of its own: whatever happens in between, nothing is missing and
nothing that was taken out is shown. The next command of who may destroy ends what was cut short here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from wkc.procedures.core import ledger
from wkc.procedures.core.audit import write_system
from wkc.procedures.core.transaction import transaction
from wkc.records.ledger import Removal, Removed
from wkc.records.user import Role
from wkc.store import entry as entries
from wkc.store import ledger as rows
from wkc.store import ledger_name
from wkc.store.store import Store

if TYPE_CHECKING:
    from uuid import UUID

    from wkc.procedures.core.session import Session

ACTION = "correction.remove"


def is_pending(store: Store, role: Role) -> bool:
    """Tell whether something was taken out that is not deleted yet, for this role to do."""
    return role in ledger.MAY_DESTROY and entries.any_set_aside(store)


def carry_out_pending(session: Session) -> None:
    """Delete what was taken out, in a transaction of its own, and purge; somebody in the way leaves the purge due."""
    from wkc.procedures.core.purge import purged_now
    from wkc.vault.files import failpoints

    with session.opened() as register:
        with transaction(register) as store:
            _delete(session, store)
            due = rows.due_since(store) is not None
        failpoints.failpoint("correction deleted")
    if due:
        purged_now(session)


def remove(store: Store, uuid: UUID) -> None:
    """Remove one value for good, and what it was found by; one that is gone already is no fault."""
    from wkc.procedures.core.name_keys import index_name

    client = entries.whose(store, uuid)
    if client is not None:
        entries.remove(store, uuid)
        index_name(store, client)


def _delete(session: Session, store: Store) -> None:
    """Delete it; the line in the ledger is the last thing before the commit."""
    from wkc.vault.journals import ledger as files

    gone, run, now = entries.set_aside_now(store), uuid4(), session.environment.now()
    if not gone:
        return
    names = sorted(ledger_name.name_of(store, uuid) for uuid in gone)
    for uuid in gone:
        remove(store, uuid)
    details = {"run": run.hex, "count": len(gone)}
    write_system(store, now, session.user_id, ACTION, details)
    removals = [Removal(Removed.ENTRY, name, ()) for name in names]
    lines = ledger.append_lines(store, session.user_id, removals, run)
    rows.mark_due(store, now)
    files.append(session.home, lines)
