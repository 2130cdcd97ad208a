"""Backups: making one while others work, checking one, taking away what is too old (art. 14.2; VAULT 7)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from wkc.errors.backup import BackupDamaged, BackupFolderMissing, BackupNowhere, BackupUnknown
from wkc.errors.families import WkcError
from wkc.errors.terminal import OutputInRegister
from wkc.errors.vault import RegisterNewer
from wkc.procedures.core import audit_chain
from wkc.procedures.core.act import Deed, act
from wkc.procedures.core.ledger import MAY_DESTROY
from wkc.procedures.core.session import Session
from wkc.procedures.core.settings import in_force
from wkc.records.audit import Head
from wkc.records.backup import Backup, BackupContents
from wkc.records.user import Role
from wkc.store import audit
from wkc.store import backup as backups
from wkc.store import register as self_knowledge
from wkc.store import user as users
from wkc.store.store import Store
from wkc.vault.database.register import Register
from wkc.vault.files.sqlite_errors import told

MAKERS = MAY_DESTROY
"""Roles whose signature makes a backup ours."""


@dataclass(frozen=True, slots=True)
class BackupVerified:
    """A backup that holds: what it is, and whether it was opened and read besides; in no list it is of another time."""

    path: Path
    contents: BackupContents
    opened: bool
    listed: bool


@dataclass(frozen=True, slots=True)
class Pruned:
    """Which backups were taken away, which stay, and which could not be reached; `overdue` when a new one is due."""

    removed: tuple[Backup, ...]
    kept: tuple[Backup, ...]
    unreached: tuple[Backup, ...]
    overdue: bool


@dataclass(frozen=True, slots=True)
class _Known:
    """What the register knows that a backup is checked against."""

    listed: Mapping[str, bytes]
    keys: Mapping[UUID, bytes]
    folder: Path


def create(session: Session, to: Path | None) -> Backup:
    """Make a backup in the folder that is set, or in another; others go on working meanwhile.

    errors.BackupNowhere, BackupFolderMissing, OutputInRegister, DiskFull.
    """
    from wkc.vault.backup import archive as files

    with act(session, "backup.create") as deed:
        folder = _folder(session, deed, to)
        uuid = deed.store.new_uuid(deed.now)
        made = Backup(uuid, deed.now, str(folder / files.name(uuid, deed.now)))
        backups.add(deed.store, made)
        deed.details |= {"backup": uuid.hex, "step": "begun"}
        order = files.Order(uuid, deed.now, Path(made.path), _beheerders(deed.store))
    with session.opened() as register:
        sha256 = files.write(session.home, session.identity, register.connection, order, _head_with(register))
    with act(session, "backup.create") as deed:
        backups.complete(deed.store, uuid, sha256)
        deed.details |= {"backup": uuid.hex, "step": "done", "sha256": sha256.hex()}
    return replace(made, sha256=sha256)


def before_upgrade(session: Session) -> Backup | None:
    """Make a backup of a register of an older schema where it is set to which folder, and that is there; else None.

    Its row is for `remember` to add when the table is there.
    """
    from wkc.vault.backup import archive as files

    with session.opened() as register, told(register.path):
        store = Store(register.connection, register.signer, register.sealer)
        folder = self_knowledge.settings(store).get("backup.folder", "")
        if not folder or not Path(folder).is_dir():
            return None
        now = session.world.now()
        uuid = store.new_uuid(now)
        order = files.Order(uuid, now, Path(folder) / files.name(uuid, now), _beheerders(store))
        sha256 = files.write(session.home, session.identity, register.connection, order, _head_with(register))
    return Backup(uuid, now, str(order.folder), sha256)


def remember(store: Store, made: Backup) -> None:
    """Write down a backup that was made before the register could know of it."""
    backups.add(store, made)
    if made.sha256 is not None:
        backups.complete(store, made.uuid, made.sha256)


def verify(session: Session, named: Path | None) -> BackupVerified:
    """Check the newest backup, or the one named: hashes and signature; who can open it, opens and reads it all."""
    with act(session, "backup.verify") as deed:
        known = _known(deed.store, named)
        deed.details |= {"backup": known.folder.name, "step": "begun"}
    try:
        found = _checked(session, known)
    except WkcError:
        with act(session, "backup.verify") as deed:
            deed.details |= {"backup": known.folder.name}
            raise
    with act(session, "backup.verify") as deed:
        deed.details |= {"backup": known.folder.name, "step": "done", "opened": found.opened}
    return found


def prune(session: Session) -> Pruned:
    """Take away the backups that are older than is set, but never the newest that is complete and there.

    Without that a forgotten cron job would end with none. A folder that is gone counts as pruned only where the
    newest one is reached beside it: else its disk may be elsewhere.
    """
    from wkc.vault.backup import archive as files

    with act(session, "backup.prune") as deed:
        days = int(in_force(deed.store)["backup.keep_days"])
        before = deed.now - timedelta(days=days)
        kept = backups.kept(deed.store)
        newest = next((backup for backup in kept if stands(backup)), None)
        old = [backup for backup in kept if backup != newest and backup.at < _limit(backup, before, deed.now)]
        gone = tuple(backup for backup in old if newest and _reached(backup, newest))
        for backup in gone:
            files.remove(Path(backup.path))
            backups.prune(deed.store, backup.uuid, deed.today)
        deed.details |= {"pruned": [backup.uuid.hex for backup in gone]}
    unreached = tuple(backup for backup in old if backup not in gone)
    stay = tuple(backup for backup in kept if backup not in old)
    return Pruned(gone, stay, unreached, newest is None or newest.at < before)


def _limit(backup: Backup, before: datetime, now: datetime) -> datetime:
    """Give from when a backup stays: one that was cut short is worth nothing, but another may be at it still."""
    return before if backup.sha256 else now - timedelta(days=1)


def _reached(backup: Backup, newest: Backup) -> bool:
    """Tell whether we can say that a backup is gone when we have taken it away."""
    path = Path(backup.path)
    return path.is_dir() or path.parent == Path(newest.path).parent


def _folder(session: Session, deed: Deed, to: Path | None) -> Path:
    """Give the folder that backups go to; it must be there, and not in the register's."""
    named = str(to) if to else in_force(deed.store)["backup.folder"]
    if not named:
        raise BackupNowhere
    folder = Path(named)
    if not folder.is_dir():
        raise BackupFolderMissing(folder=folder)
    home = session.home.path.resolve()
    if home in (folder.resolve(), *folder.resolve().parents):
        raise OutputInRegister(home=session.home.path)
    return folder.resolve()


def _beheerders(store: Store) -> frozenset[str]:
    active = (user for user in users.every(store) if user.revoked_at is None)
    return frozenset(user.user_id for user in active if user.role is Role.BEHEERDER)


def _head_with(register: Register) -> Any:
    def head(connection: Any) -> Head:
        return audit.head(Store(connection, register.signer, register.sealer))

    return head


def _known(store: Store, named: Path | None) -> _Known:
    kept = backups.kept(store)
    listed = {backup.path: backup.sha256 for backup in kept if backup.sha256 is not None}
    folder = named.resolve() if named else next(map(Path, listed), None)
    if folder is None or (named and not folder.is_dir()):
        raise BackupUnknown
    makers = {user.user_id for user in users.every(store) if user.role in MAKERS}
    keys = {slot.slot_id: slot.ed25519 for slot in self_knowledge.slots(store) if slot.user_id in makers}
    return _Known(listed, keys, folder)


def _checked(session: Session, known: _Known) -> BackupVerified:
    from wkc.vault.backup import archive as files
    from wkc.vault.backup.manifest import MANIFEST

    folder, identity = known.folder, session.identity
    manifest = files.read(folder)
    expected = known.listed.get(str(folder))
    if expected is not None and expected != manifest.sha256:
        raise BackupDamaged(path=folder, file=MANIFEST)
    files.check_signature(folder, manifest, identity.vault_id, known.keys.get(manifest.contents.slot_id))
    files.check_files(folder, manifest)
    opens = files.opens(manifest, identity)
    if opens:
        unlocked = session.unlock()
        with session.opened() as register, files.opened(folder, manifest, unlocked) as connection:
            check_inside(Store(connection, register.signer, register.sealer), folder, manifest.contents)
    return BackupVerified(folder, manifest.contents, opens, expected is not None)


def check_inside(store: Store, folder: Path, contents: BackupContents) -> None:
    """See that the register in a backup is what its manifest says, every line of its log signed; BackupDamaged."""
    from wkc.vault.backup.manifest import REGISTER
    from wkc.vault.keys.signing import verify as holds

    if self_knowledge.newer(store):
        raise RegisterNewer(version=self_knowledge.newer(store))
    same = self_knowledge.identity(store) == (contents.vault_id, contents.generation)
    if not same or audit_chain.verified(store, holds) != contents.head:
        raise BackupDamaged(path=folder, file=REGISTER)


def stands(backup: Backup) -> bool:
    """Tell whether a backup is complete and where it was made."""
    from wkc.vault.backup import archive as files

    try:
        return backup.sha256 is not None and files.read(Path(backup.path)).sha256 == backup.sha256
    except WkcError:
        return False
