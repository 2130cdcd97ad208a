"""Bringing a register of an older wkc up to date, before anything else is done with it (DESIGN 3)."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from wkc.errors.vault import RegisterOlder
from wkc.procedures.core import backup_file, trusted_clock
from wkc.procedures.core.audit import write_system
from wkc.procedures.core.session import RecoverySession, Session
from wkc.procedures.core.transaction import write_transaction
from wkc.records.audit import Outcome
from wkc.records.dossier import Client
from wkc.records.user import Role
from wkc.rules.access.permission import can_role
from wkc.rules.access.purpose import PURPOSE_OF
from wkc.store import upgrade as steps
from wkc.store.core import audit
from wkc.store.dossier import coverage
from wkc.store.queries import version, version_of
from wkc.store.store import Store
from wkc.vault.files.sqlite_errors import translated

ACTION = "register.upgrade"


def upgrade(session: Session) -> None:
    """Upgrade on a copy that takes the register's place, after a backup; errors.RegisterOlder for who may not.

    Where no folder for backups is set, or it is not there, the copy alone must do: the old file stands until it holds.
    Two may come to it at once: the second finds it done.
    """
    with session.opened() as register:
        version_in_file = version_of(register.connection)
        code = isinstance(session, RecoverySession)
        role = Role.BEHEERDER if code else steps.role(register.connection, session.user_id)
    if role is None or not can_role(role, ACTION):
        raise RegisterOlder(version=version_in_file)
    made = backup_file.before_upgrade(session)
    with session.renewed() as register, translated(register.path):
        version_in_file = version_of(register.connection)
        if version_in_file == version():
            return
        steps.carry_out(register.connection, register.sealer.seal)
        with write_transaction(register) as store:
            details: dict[str, object] = {"from": version_in_file, "to": version(), "as": role}
            if made is not None:
                backup_file.record(store, made)
                details |= {"backup": made.uuid.hex}
            cover_all(store, session.environment.now(), session.user_id, details)
    session.tell("upgraded", version())


def cover_all(store: Store, at: datetime, user_id: str, details: Mapping[str, object]) -> None:
    """Write the line of an upgrade, which covers the settings, and one for each client with covered rows.

    An upgrade makes no clock right: where the log contradicts it, all of them are marked.
    """
    clock = trusted_clock.mark(store, ACTION, at)
    write_system(store, at, user_id, ACTION, {**details, **clock, "settings": coverage.settings_digest(store)})
    for client in [*coverage.with_rows(store)]:
        _cover(store, at, user_id, client, {"as": details["as"], **clock})


def cover_again(store: Store, at: datetime, user_id: str, clients: Iterable[Client]) -> None:
    """Write the line of each client whose covered rows became fewer as a beheerder restored and the ledger ran."""
    marked = {"as": Role.BEHEERDER, **trusted_clock.mark(store, ACTION, at)}
    for client in clients:
        if not coverage.is_covered(store, client):
            _cover(store, at, user_id, client, marked)


def _cover(store: Store, at: datetime, user_id: str, client: Client, marked: Mapping[str, object]) -> None:
    details = {"covers": coverage.digest(store, client), **marked}
    audit.write(store, at, user_id, ACTION, PURPOSE_OF[ACTION], client.uuid, Outcome.DONE, details)
