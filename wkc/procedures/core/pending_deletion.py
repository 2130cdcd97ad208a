"""Rows taken out under art. 12, or as a mistake, are deleted: named in the ledger first, then purged (VAULT 7).

What takes their place is committed before, in an action of its own: whatever happens in between, nothing is missing and
nothing that was taken out is shown. The next command of who may destroy ends what was cut short here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from wkc.procedures.core import ledger
from wkc.procedures.core.audit import write_system
from wkc.procedures.core.clock import day
from wkc.procedures.core.transaction import transaction
from wkc.records.dossier import Client
from wkc.records.ledger import Removal, RemovalKind
from wkc.records.mistake import MistakeNoun
from wkc.records.user import Role
from wkc.store.core import ledger as rows
from wkc.store.core import pending_deletion as pending_rows
from wkc.store.core import user as users
from wkc.store.store import Store

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from wkc.procedures.core.session import Session

ACTION = "correction.remove"


def is_pending(store: Store, role: Role) -> bool:
    """Tell whether something was taken out that is not deleted yet, for this role to do."""
    return role in ledger.MAY_DESTROY and pending_rows.has_any(store)


def carry_out_pending(session: Session) -> bool:
    """Delete what was taken out, in a transaction of its own, and purge; False where somebody is in the way of that."""
    from wkc.procedures.core.purge import purge_now
    from wkc.vault.files import failpoints

    with session.opened() as register:
        with transaction(register) as store:
            _delete(session, store)
            due = rows.due_since(store) is not None
        failpoints.failpoint("correction deleted")
    return not due or purge_now(session)


def carry_out_if_allowed(session: Session) -> bool:
    """Delete what was taken out where the acting user may destroy; for others the next command of who may does it.

    Gives whether it was done and the register written anew.
    """
    with session.opened() as register, transaction(register) as store:
        user = users.one(store, session.user_id)
        pending = user is not None and is_pending(store, user.role)
    return pending and carry_out_pending(session)


def remove(store: Store, uuid: UUID) -> Client | None:
    """Remove one row for good, and what it was found by; gives whose it was, None for one that is gone already."""
    from wkc.procedures.core.name_keys import index_name
    from wkc.store.requests import mistake as mistakes

    row = mistakes.find_noun(store, uuid)
    if row is None:
        return None
    noun, client = row
    mistakes.remove(store, client, noun, uuid)
    if noun is MistakeNoun.GEGEVEN:
        index_name(store, client)
    return client


def remove_words(store: Store, uuid: UUID, at: datetime) -> None:
    """Remove the words of a row and keep the row; words that were changed under art. 12 already stay."""
    from wkc.store.requests import correction as corrections
    from wkc.store.requests import row_words

    words = row_words.find(store, uuid)
    if words is not None and not corrections.set_named(store, uuid, at):
        row_words.put(store, *words, uuid, None, day(at))


def remove_note(store: Store, uuid: UUID, at: datetime) -> None:
    """Remove the note of a row whose note was changed, and nothing else of it, unless it was changed here already."""
    from wkc.store.requests import correction as corrections
    from wkc.store.requests import row_words

    row = row_words.find(store, uuid)
    if row is not None and not corrections.set_named(store, uuid, at):
        row_words.remove_note(store, *row, uuid)


def _delete(session: Session, store: Store) -> None:
    """Delete what is pending; the line in the ledger is the last thing before the commit."""
    from wkc.rules.requests.correction import has_new_value, has_words_alone
    from wkc.store.core import ledger_name
    from wkc.store.requests import correction as corrections
    from wkc.store.requests import mistake as mistakes
    from wkc.vault.journals import ledger as files

    changed = corrections.list_unnamed(store)
    words = [one for one in changed if has_words_alone(one.noun, one.kind)]
    rows_gone = (one.uuid for one in changed if not has_words_alone(one.noun, one.kind))
    gone = (*corrections.set_aside_now(store), *mistakes.waiting(store), *rows_gone)
    run, now = uuid4(), session.environment.now()
    if not gone and not words:
        return
    notes = ((RemovalKind.NOTE if has_new_value(one.kind) else RemovalKind.WORDS, one.uuid) for one in words)
    kinds = (*((RemovalKind.ENTRY, uuid) for uuid in gone), *notes)
    named = [Removal(kind, ledger_name.name_of(store, uuid)) for kind, uuid in kinds]
    removals = sorted(named, key=lambda one: one.uuid)  # The order of the ledger reveals nothing.
    for uuid in gone:
        remove(store, uuid)
        mistakes.set_named(store, uuid, now)
    for one in changed:
        corrections.set_named(store, one.uuid, now)
    details = {"run": run.hex, "count": len(removals)}
    write_system(store, now, session.user_id, ACTION, details)
    lines = ledger.append_lines(store, session.user_id, removals, run)
    rows.mark_due(store, now)
    files.append(session.home, lines)
