"""Bringing a register of an older wkc up to date, before anything else is done with it (DESIGN 3)."""

from wkc.errors.vault import RegisterOlder
from wkc.procedures.core.session import RecoverySession, Session
from wkc.records.audit import Outcome
from wkc.records.user import Role
from wkc.rules.access.permission import may_as
from wkc.rules.access.purpose import PURPOSE_OF
from wkc.store import audit
from wkc.store import upgrade as steps
from wkc.store.queries import version
from wkc.store.store import Store
from wkc.vault.files.sqlite_errors import told

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
    from wkc.procedures.operations import backup  # it comes through the door that this stands beside

    made = backup.before_upgrade(session)
    with session.renewed() as register, told(register.path):
        found = steps.found(register.connection)
        if found == version():
            return
        steps.carry_out(register.connection)
        store = Store(register.connection, register.signer, register.sealer)
        store.begin()
        details: dict[str, object] = {"from": found, "to": version(), "as": role}
        if made is not None:
            backup.remember(store, made)
            details |= {"backup": made.uuid.hex}
        now, purpose = session.world.now(), PURPOSE_OF[ACTION]
        audit.write(store, now, session.user_id, ACTION, purpose, None, Outcome.DONE, details)
        store.commit()
    session.tell("upgraded", version())
