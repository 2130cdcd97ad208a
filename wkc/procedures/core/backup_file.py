"""The backup that an upgrade makes before the door opens, and the parts that every backup shares (VAULT §7)."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from wkc.procedures.core.session import Session
from wkc.procedures.core.transaction import make_store, store_of
from wkc.records.audit import Head
from wkc.records.backup import Backup
from wkc.records.user import Role
from wkc.store.core import audit
from wkc.store.core import register as register_metadata
from wkc.store.core import user as users
from wkc.store.operations import backup as backups
from wkc.store.store import Store
from wkc.vault.database.register import Register
from wkc.vault.files.sqlite_errors import translated


def before_upgrade(session: Session) -> Backup | None:
    """Make a backup of a register of an older schema where it is set to which folder, and that is there; else None.

    `record` adds its row when the table is there.
    """
    from wkc.vault.backup import archive as files

    with session.opened() as register, translated(register.path):
        store = store_of(register)
        folder = register_metadata.settings(store).get("backup.folder", "")
        if not folder or not Path(folder).is_dir():
            return None
        now = session.environment.now()
        uuid = store.new_uuid()
        order = files.BackupOrder(uuid, now, Path(folder) / files.name_folder(uuid, now), active_beheerders(store))
        sha256 = files.write(session.home, session.identity, register.connection, order, head_reader(register))
    return Backup(uuid, now, str(order.folder), sha256)


def record(store: Store, made: Backup) -> None:
    """Write down a backup that was made before the register could know of it."""
    backups.add(store, made)
    if made.sha256 is not None:
        backups.complete(store, made.uuid, made.sha256)


def active_beheerders(store: Store) -> frozenset[str]:
    """Give the USER IDs of the beheerders whose designation is in force."""
    active = (user for user in users.every(store) if user.revoked_at is None)
    return frozenset(user.user_id for user in active if user.role is Role.BEHEERDER)


def head_reader(register: Register) -> Callable[[Any], Head]:
    """Give a function that reads the audit head of a copy of a register through the copy's own connection."""

    def head(connection: Any) -> Head:
        return audit.head(make_store(connection, register.signer, register.sealer))

    return head
