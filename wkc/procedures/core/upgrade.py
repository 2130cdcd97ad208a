"""Bringing a register of an older wkc up to date, before anything else is done with it (DESIGN 3)."""

from wkc.errors.vault import RegisterOlder
from wkc.procedures.core import backup_file
from wkc.procedures.core.audit import write_system
from wkc.procedures.core.session import RecoverySession, Session
from wkc.procedures.core.transaction import written
from wkc.records.user import Role
from wkc.rules.access.permission import may_as
from wkc.store import upgrade as steps
from wkc.store.queries import version
from wkc.vault.files.sqlite_errors import translated

ACTION = "register.upgrade"


def upgrade(session: Session) -> None:
    """Upgrade on a copy that takes the register's place, after a backup; errors.RegisterOlder for who may not.

    Where no folder for backups is set, or it is not there, the copy alone must do: the old file stands until it holds.
    Two may come to it at once: the second finds it done.
    """
    with session.opened() as register:
        found = steps.found(register.connection)
        code = isinstance(session, RecoverySession)
        role = Role.BEHEERDER if code else steps.role(register.connection, session.user_id)
    if role is None or not may_as(role, ACTION):
        raise RegisterOlder(version=found)
    made = backup_file.before_upgrade(session)
    with session.renewed() as register, translated(register.path):
        found = steps.found(register.connection)
        if found == version():
            return
        steps.carry_out(register.connection)
        with written(register) as store:
            details: dict[str, object] = {"from": found, "to": version(), "as": role}
            if made is not None:
                backup_file.record(store, made)
                details |= {"backup": made.uuid.hex}
            write_system(store, session.environment.now(), session.user_id, ACTION, details)
    session.tell("upgraded", version())
