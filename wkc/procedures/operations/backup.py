"""Backups: making one while others work, checking one, taking old ones away (art. 14.2; VAULT 7)."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from wkc.errors.backup import BackupAbsent, BackupDamaged, BackupUnknown
from wkc.errors.families import WkcError
from wkc.errors.vault import RegisterNewer
from wkc.procedures.core import audit_chain, backup_place
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.backup_file import active_beheerders, head_reader
from wkc.procedures.core.ledger import MAY_DESTROY
from wkc.procedures.core.session import Session
from wkc.procedures.core.settings import in_force
from wkc.procedures.core.transaction import make_store
from wkc.records.backup import Backup, BackupContents
from wkc.rules.regulation.upkeep import DRILL, VERIFY
from wkc.store.core import register as register_metadata
from wkc.store.core import user as users
from wkc.store.dossier import coverage
from wkc.store.operations import backup as backups
from wkc.store.operations import upkeep
from wkc.store.store import Store

MAKERS = MAY_DESTROY
"""Roles whose signature makes a backup one of the register's own."""


class BackupVerified(Struct, frozen=True):
    """A backup that passed its check, and whether it was opened and read; one in no list is of another time."""

    path: Path
    contents: BackupContents
    opened: bool
    listed: bool


class Pruned(Struct, frozen=True):
    """The backups that were taken away, that stay, that could not be reached; `overdue` when a new one is due."""

    removed: tuple[Backup, ...]
    kept: tuple[Backup, ...]
    unreached: tuple[Backup, ...]
    overdue: bool


class _Known(Struct, frozen=True):
    """The facts in the register that a backup is checked against."""

    listed: Mapping[str, bytes]
    keys: Mapping[UUID, bytes]
    folder: Path


def create(session: Session, to: Path | None) -> Backup:
    """Make a backup in the folder that is set, or in another; others go on working meanwhile.

    errors.BackupNowhere, BackupFolderMissing, OutputInRegister, DiskFull.
    """
    from wkc.vault.backup import archive as files

    with act(session, "backup.create") as action:
        folder = _folder(session, action, to)
        uuid = action.store.new_uuid()
        made = Backup(uuid, action.now, str(folder / files.name_folder(uuid, action.now)))
        backups.add(action.store, made)
        action.details |= {"backup": uuid.hex, "step": "begun"}
        order = files.BackupOrder(uuid, action.now, Path(made.path), active_beheerders(action.store))
    with session.opened() as register:
        sha256 = files.write(session.home, session.identity, register.connection, order, head_reader(register))
    with act(session, "backup.create") as action:
        backups.complete(action.store, uuid, sha256)
        action.details |= {"backup": uuid.hex, "step": "done", "sha256": sha256.hex()}
    return replace(made, sha256=sha256)


def verify(session: Session, named: Path | None) -> BackupVerified:
    """Check the newest backup, or the one named: hashes and signature; who can open it, opens and reads it all."""
    with act(session, "backup.verify") as action:
        known = _gather_known(action.store, named)
        action.details |= {"backup": known.folder.name, "step": "begun"}
    try:
        verified = _check_backup(session, known)
    except WkcError:
        with act(session, "backup.verify") as action:
            action.details |= {"backup": known.folder.name}
            raise
    with act(session, "backup.verify") as action:
        action.details |= {"backup": known.folder.name, "step": "done", "opened": verified.opened}
        upkeep.put_done(action.store, VERIFY, action.now)
        if verified.opened:
            upkeep.put_done(action.store, DRILL, action.now)
    return verified


def prune(session: Session) -> Pruned:
    """Take away the backups that are older than is set, but never the newest that is whole.

    Without that a forgotten cron job would end with none. Its files are read while others go on working. A folder
    that is gone counts as pruned only where the newest one is reached beside it: else its disk may be elsewhere.
    errors.RowsDiffer for a term that nobody set.
    """
    from wkc.vault.backup import archive as files

    with act(session, "backup.prune") as action:
        action.details["step"] = "begun"
        keys = maker_keys(action.store)
        known = backups.list_kept(action.store)
    newest = find_whole(known, session.identity.vault_id, keys)
    with act(session, "backup.prune") as action:
        coverage.check_settings(action.store)
        days = int(in_force(action.store)["backup.keep_days"])
        before = action.now - timedelta(days=days)
        kept = backups.list_kept(action.store)
        old = [backup for backup in kept if backup != newest and backup.at < _limit(backup, before, action.now)]
        gone = tuple(backup for backup in old if newest and _is_reachable(backup, newest))
        for backup in gone:
            files.remove(Path(backup.path))
            backups.prune(action.store, backup.uuid, action.today)
        action.details |= {"step": "done", "pruned": [backup.uuid.hex for backup in gone]}
    unreached = tuple(backup for backup in old if backup not in gone)
    stay = tuple(backup for backup in kept if backup not in old)
    return Pruned(gone, stay, unreached, newest is None or newest.at < before)


def _limit(backup: Backup, before: datetime, now: datetime) -> datetime:
    """Give the instant before which a backup goes: one that was cut short goes after a day, for it may be under way."""
    return before if backup.sha256 else now - timedelta(days=1)


def _is_reachable(backup: Backup, newest: Backup) -> bool:
    """Tell whether a backup is certainly gone once it is taken away: its disk is here."""
    path = Path(backup.path)
    return path.is_dir() or path.parent == Path(newest.path).parent


def _folder(session: Session, action: Action, to: Path | None) -> Path:
    """Give the folder that backups go to; it must be there, and not in the register's."""
    named = str(to) if to else in_force(action.store)["backup.folder"]
    if to is None:
        coverage.check_settings(action.store)
        backup_place.check(action, session.home.path)
    return backup_place.check_folder(named, session.home.path)


def _gather_known(store: Store, named: Path | None) -> _Known:
    kept = backups.list_kept(store)
    listed = {backup.path: backup.sha256 for backup in kept if backup.sha256 is not None}
    folder = named.resolve() if named else next(map(Path, listed), None)
    if folder is None or (named and not folder.is_dir()):
        raise BackupUnknown
    return _Known(listed, maker_keys(store), folder)


def _check_backup(session: Session, known: _Known) -> BackupVerified:
    from wkc.vault.backup import archive as files
    from wkc.vault.backup.manifest import MANIFEST

    folder, identity = known.folder, session.identity
    if not folder.is_dir():
        raise BackupAbsent(path=folder)
    manifest = files.read(folder)
    expected = known.listed.get(str(folder))
    if expected is not None and expected != manifest.sha256:
        raise BackupDamaged(path=folder, file=MANIFEST)
    files.check_signature(folder, manifest, identity.vault_id, known.keys.get(manifest.contents.slot_id))
    files.check_files(folder, manifest)
    opens = files.can_open(manifest, identity)
    if opens:
        unlocked = session.unlock()
        with session.opened() as register, files.open_backup(folder, manifest, unlocked) as connection:
            check_inside(make_store(connection, register.signer, register.sealer), folder, manifest.contents)
    return BackupVerified(folder, manifest.contents, opens, expected is not None)


def check_inside(store: Store, folder: Path, contents: BackupContents) -> None:
    """See that the register in a backup is what its manifest says, every line of its log signed; BackupDamaged."""
    from wkc.vault.backup.manifest import REGISTER
    from wkc.vault.keys.signing import verify_digest

    if register_metadata.newer(store):
        raise RegisterNewer(version=register_metadata.newer(store))
    same = register_metadata.identity(store) == (contents.vault_id, contents.generation)
    if not same or audit_chain.verify(store, verify_digest).head != contents.head:
        raise BackupDamaged(path=folder, file=REGISTER)


def maker_keys(store: Store) -> Mapping[UUID, bytes]:
    """Give by slot the signing keys of everybody whose backups are the register's own, those who left included."""
    makers = {user.user_id for user in users.every(store) if user.role in MAKERS}
    return {slot.slot_id: slot.ed25519 for slot in register_metadata.slots(store) if slot.user_id in makers}


def find_whole(kept: Iterable[Backup], vault_id: UUID, keys: Mapping[UUID, bytes]) -> Backup | None:
    """Give the first of these backups that is whole; each file of those before it is read."""
    return next((backup for backup in kept if is_whole(backup, vault_id, keys)), None)


def is_whole(backup: Backup, vault_id: UUID, keys: Mapping[UUID, bytes]) -> bool:
    """Tell whether every file of a backup is where it was made, with the hash that its signed manifest has."""
    from wkc.vault.backup import archive as files

    folder = Path(backup.path)
    try:
        manifest = files.read(folder)
        if manifest.sha256 != backup.sha256:
            return False
        files.check_signature(folder, manifest, vault_id, keys.get(manifest.contents.slot_id))
        files.check_files(folder, manifest)
    except (WkcError, OSError):
        return False
    return True
