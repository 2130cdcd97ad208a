"""A register that is behind its destruction ledger is completed before anything else (art. 10; VAULT 7).

It comes back old after a crash between ledger and deletion, or when somebody puts an older file back. Destroyed
stays destroyed: the next command of any user carries out what the lines name.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from wkc.errors.ledger import RemovalsUnproved
from wkc.procedures.core import ledger, pending_deletion
from wkc.procedures.core.audit import write_system
from wkc.procedures.core.clock import day
from wkc.procedures.core.session import Session
from wkc.procedures.core.transaction import transaction
from wkc.records.ledger import LedgerLine, RemovalKind
from wkc.records.user import Role
from wkc.store.core import ledger as rows
from wkc.store.core import ledger_name
from wkc.store.core import register as register_metadata
from wkc.store.core import user as users
from wkc.store.core.ledger import clear_due
from wkc.store.store import Store

ACTION = "ledger.complete"


def replay_ledger(session: Session) -> None:
    """Carry out, alone in the register, the lines of the ledger that it lacks; then purge, then go on.

    errors.LedgerDamaged, LedgerForged, RemovalsUnproved.
    """
    from wkc.vault.database.purge import purge_alone
    from wkc.vault.database.register import open_under_lock

    session.home.check()
    with session.home.lock(exclusive=True):
        with open_under_lock(session.home, session.identity) as register, transaction(register) as store:
            done = _count_carried_out(session, store)
        if done:
            purge_alone(session.home, session.identity, clear_due)
    if done:
        session.tell("register completed", done)


def carry_out(store: Store, line: LedgerLine, at: datetime) -> None:
    """Remove what a line names, if it is there."""
    match line.removal.kind:
        case RemovalKind.ENTRY:
            pending_deletion.remove(store, ledger_name.uuid_of(store, line.removal.uuid))
        case RemovalKind.WORDS:
            pending_deletion.remove_words(store, ledger_name.uuid_of(store, line.removal.uuid), at)
        case RemovalKind.NOTE:
            pending_deletion.remove_note(store, ledger_name.uuid_of(store, line.removal.uuid), at)
        case RemovalKind.SLOT:
            register_metadata.withdraw_slot(store, line.removal.uuid, at)
        case RemovalKind.DOSSIER | RemovalKind.ERASURE | RemovalKind.REST:
            from wkc.procedures.core import erase as destruction  # here alone: every command passes this door

            destruction.resume(store, line, at)


def _count_carried_out(session: Session, store: Store) -> int:
    from wkc.vault.journals import ledger as files

    path = session.home.ledger
    lines = tuple(ledger.new_lines(store, files.read_lines(path), path, ledger.authorised_keys(store)))
    if lines:
        now = session.environment.now()
        for line in _prove_lines(session, store, lines, day(now)):
            carry_out(store, line, now)
        rows.add(store, lines)
        rows.mark_due(store, now)
        details = {"from": lines[0].n, "to": lines[-1].n}
        write_system(store, now, session.user_id, ACTION, details)
    return len(lines)


def _prove_lines(session: Session, store: Store, lines: Sequence[LedgerLine], today: date) -> Iterator[LedgerLine]:
    """Give the lines one by one, each proved by the register as those before left it, or confirmed by a beheerder.

    errors.RemovalsUnproved: nothing is carried out then, and nobody works on until a beheerder decides.
    """
    from wkc.procedures.core import ledger_proof  # here alone: every command passes this door

    service = (
        () if _is_confirmed(session, store) else [line for line in lines if ledger_proof.is_by_service(store, line)]
    )
    if service and not ledger_proof.is_announced(store, service):
        raise RemovalsUnproved(line=service[0].n)
    numbers = frozenset(line.n for line in service)
    for line in lines:
        if line.n in numbers and not ledger_proof.is_borne_out(store, line, today):
            raise RemovalsUnproved(line=line.n)
        yield line


def _is_confirmed(session: Session, store: Store) -> bool:
    """Tell whether a beheerder says at this very command that what the ledger names is right."""
    user = users.one(store, session.user_id) if session.confirms_removals else None
    return user is not None and user.role is Role.BEHEERDER and user.revoked_at is None
