"""The only door to the store: signed in, permitted, logged, in one transaction (art. 6, 7 and 14).

with act(session, "client.show") as action:       sign in · open · BEGIN IMMEDIATE · may this role?
    client = ...; action.touch_client(client)     may this user see this client? · the line will name the client
                                                  the audit line · COMMIT · only then is anything shown
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from functools import partial

from wkc.errors.families import Failed, NotSignedIn, WkcError
from wkc.errors.ledger import RegisterBehind, RemovalNamed, RemovalWaits
from wkc.errors.vault import AuditBroken, DiskFull, KeyringForged, MemoryShort, RegisterBusy, RegisterOlder
from wkc.procedures.core import (
    audit_chain,
    clock,
    last_seen,
    ledger,
    pending_deletion,
    role_proof,
    trusted_clock,
    wraps,
)
from wkc.procedures.core.action import Action
from wkc.procedures.core.audit import write_system
from wkc.procedures.core.session import RECOVERY, RecoverySession, Session
from wkc.procedures.core.settings import in_force
from wkc.procedures.core.transaction import transaction
from wkc.records.audit import Outcome
from wkc.records.user import Role, User
from wkc.store.core import register as register_metadata
from wkc.store.core import user as users
from wkc.store.store import Store
from wkc.vault.database.register import WAIT, Register

LOOKS = (".find", ".list", ".show", ".whoami")
"""The endings of actions that only look, though an index may be written on the way."""
Opening = Callable[[], AbstractContextManager[Register]]
"""The way of opening the register: beside others, or alone."""


@contextmanager
def act(session: Session, name: str) -> Iterator[Action]:
    """Do one action on the register, and leave its audit line whatever comes of it.

    What the body raises undoes what it changed and is written down as refused (a verdict) or failed (all else).
    """
    with _through(session, session.opened, name) as (action, _register):
        yield action
    if session.may_renew_pin:
        _renew_pin(session)
    if session.may_sign_roles:
        _sign_roles(session)


@contextmanager
def act_alone(session: Session, name: str, wait: float = WAIT) -> Iterator[tuple[Action, Register]]:
    """Do one action while nobody else is in the register: a change of users or keys.

    What `action.afterwards` holds is done once the register has it for good, still alone. A session does not do for
    this: the password is asked for, where it was not, before the register is open.
    """
    session.unlock()
    with _through(session, partial(session.opened_exclusively, wait), name) as inside:
        yield inside


@contextmanager
def _through(session: Session, opened: Opening, name: str) -> Iterator[tuple[Action, Register]]:
    """Go through the door; the repairs that a register needs come first, each once."""
    waiting: set[type[WkcError]] = {RegisterOlder, RegisterBehind, RemovalWaits}
    with ExitStack() as stack:
        while True:
            try:
                inside = stack.enter_context(_door(session, opened, name))
                break
            except tuple(waiting) as error:
                kind = type(error)
            waiting.remove(kind)
            _repair(session, kind)
        yield inside


def _repair(session: Session, kind: type[WkcError]) -> None:
    """Do the repair that a register needs; each is loaded when it is needed, for most commands need none."""
    if kind is RegisterOlder:
        from wkc.procedures.core.upgrade import upgrade

        upgrade(session)
    elif kind is RegisterBehind:
        from wkc.procedures.core.replay_ledger import replay_ledger

        replay_ledger(session)
    else:
        pending_deletion.carry_out_pending(session)


@contextmanager
def _door(session: Session, opened: Opening, name: str) -> Iterator[tuple[Action, Register]]:
    with opened() as register:
        with _naming_removals() as named, _acting(session, register, name) as action:
            named.append(action)
            yield action, register
        action.afterwards()


@contextmanager
def _naming_removals() -> Iterator[list[Action]]:
    """Report a commit that the machine refused after the ledger was written: errors.RemovalNamed."""
    named: list[Action] = []
    try:
        yield named
    except (Failed, OSError, MemoryError) as error:
        if any(action.is_named for action in named):
            raise RemovalNamed from error
        raise


def _renew_pin(session: Session) -> None:
    """Let a user trust the vault signing key in force, once all checks have passed and if nobody is in the way.

    The line first: one that was cut short is repeated at the next sign-in.
    """
    with (
        suppress(RegisterBusy, DiskFull, MemoryShort),
        act_alone(session, "user.renew_pin", wait=0) as (action, _register),
    ):
        rewrapped = session.rewrap_pin()
        action.details |= {"step": "done", "wrap": wraps.announce(action.store, rewrapped.was, rewrapped.slot)}
        action.afterwards = partial(session.put_alone, rewrapped)


def _sign_roles(session: Session) -> None:
    """Sign the roles in a keyring of the first version, by a beheerder's password and if nobody is in the way.

    Only roles that the log proves are signed; `doctor` names the others.
    """
    quiet = suppress(RegisterBusy, DiskFull, AuditBroken)
    with quiet, act_alone(session, "user.renew_pin", wait=0) as (action, register):
        action.details["step"] = "roles"
        action.afterwards = partial(session.sign_roles, role_proof.prove_roles(action.store, register))


@contextmanager
def _acting(session: Session, register: Register, name: str) -> Iterator[Action]:
    with transaction(register) as store:
        user = _find_user(store, register, session, name)
        session.shared.role = user.role
        ledger.repair_ledger_file(session, store)
        if pending_deletion.is_pending(store, user.role):
            raise RemovalWaits
        action = Action(store, user, name, session.environment.now(), session, register)
        seen = last_seen.look_back(session, register)
        if not isinstance(session, RecoverySession):
            last_seen.check_not_rolled_back(seen, store, name)
            _log_failed_sign_ins(session, action)
        if session.wants_names and not session.has_agent:
            session.shared.idle_minutes = int(in_force(store)["session.idle_minutes"])
        store.set_savepoint()
        try:
            action.permit()
            trusted_clock.check(action)
            yield action
        except BaseException as error:
            if not store.has_begun:  # A full disk took the transaction: there is nothing to write a line in.
                raise
            store.roll_back_to_savepoint()
            if isinstance(error, WkcError):
                action.details["error"] = error.name
            _finish(session, store, seen, action, Outcome.FAILED)
            raise
        _finish(session, store, seen, action, Outcome.DONE)


def _finish(session: Session, store: Store, seen: last_seen.LastSeen, action: Action, outcome: Outcome) -> None:
    ended = Outcome.REFUSED if action.refused else outcome
    if ended is Outcome.DONE:
        _remember_clients(session, action)
    changed = ended is Outcome.DONE and store.has_changed and not action.name.endswith(LOOKS)
    head = action.write_lines(ended)
    known = last_seen.list_known_explanations(seen, store)
    store.commit()
    if changed:
        session.kept.append(action.name)
    if action.name != audit_chain.ACCEPT or ended is Outcome.DONE:
        # A register that was not accepted is not the one that this user saw last.
        last_seen.remember(session, seen, action.register.generation, head, known)


def _remember_clients(session: Session, action: Action) -> None:
    """Keep the one client of this action for the next command, and all their names where a person reads them."""
    if len(action.touched_clients) == 1:
        session.shared.recent[:] = [action.touched_clients[0].number]
    if session.wants_names:
        from wkc.procedures.core.naming import names_of

        session.names |= names_of(action)


def _find_user(store: Store, register: Register, session: Session, name: str) -> User:
    """Give the active user of this session, and check every slot of the keyring against the register.

    errors.NotSignedIn for a revoked user or a withdrawn slot, KeyringForged for a slot with other keys.
    """
    user = _make_beheerder(session) if isinstance(session, RecoverySession) else users.one(store, session.user_id)
    if user is None or user.revoked_at is not None:
        raise NotSignedIn
    for slot in register.slots:
        kept = register_metadata.slot(store, slot.slot_id)
        mine = slot.slot_id == session.identity.slot_id
        if kept is None or (kept.user_id, kept.x25519, kept.ed25519) != (slot.user_id, slot.x25519, slot.ed25519):
            raise KeyringForged(home=register.path.parent)
        if mine:
            if kept.withdrawn:
                raise NotSignedIn
            wraps.check_own(session, store, slot, name)
            role_proof.check_own(register, user)
    return user


def _make_beheerder(session: RecoverySession) -> User:
    """Make the beheerder whose place a recovery code takes."""
    now = session.environment.now()
    return User(session.user_id, session.user_id, Role.BEHEERDER, "", now, session.user_id, clock.day(now))


def _log_failed_sign_ins(session: Session, action: Action) -> None:
    """Copy failed sign-ins that the log does not have yet, and count this user's own."""
    from wkc.vault.journals import failed_sign_ins

    done = register_metadata.read_sign_in_position(action.store, session.user_id)
    attempts, read = failed_sign_ins.read_attempts(session.home, done, session.user_id)
    if attempts:
        session.tell("failed sign-ins", len(attempts))
    if action.user.role is Role.BEHEERDER:
        codes = failed_sign_ins.read_attempts(session.home, done, RECOVERY)[0]
        if codes:
            session.tell("failed recoveries", len(codes))
        attempts += failed_sign_ins.read_attempts(session.home, done, failed_sign_ins.UNKNOWN)[0] + codes
    if read != done:
        register_metadata.put_signins_read(action.store, session.user_id, read)
    for attempt in attempts:
        details = {"at": attempt.at, "terminal": attempt.terminal, "user": attempt.user_id}
        write_system(action.store, action.now, action.by, "user.sign_in", details, Outcome.FAILED)
