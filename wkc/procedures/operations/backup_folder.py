"""The folder of the backups: on which disk it is, and what lies in it that the register does not know (art. 14.2)."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from uuid import UUID

from msgspec import Struct

from wkc.errors.families import WkcError
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.backup_place import read_place
from wkc.procedures.core.session import Session
from wkc.procedures.core.settings import BACKUP_FOLDER, in_force
from wkc.procedures.operations.backup import maker_keys
from wkc.store.core import audit
from wkc.store.operations import backup as backups

HERE, ABSENT, UNFINISHED, UNKNOWN = "here", "absent", "unfinished", "unknown"


class Listed(Struct, frozen=True):
    """A backup on the list: where it is, of when, and whether it is there.

    `state` is here, absent (its folder is not there: a disk that is away, or taken away), unfinished (cut short), or
    unknown: signed by the register's own people and not on its list.
    """

    path: Path
    at: datetime
    state: str


class BackupList(Struct, frozen=True):
    """The backups that are kept, newest first; whether the register looks as if it was set back before one of them."""

    backups: tuple[Listed, ...]
    same_disk: bool | None
    set_back: bool


def list_backups(session: Session) -> BackupList:
    """Give the backups that the register knows and those in its folder that it does not."""
    with act(session, "backup.list") as action:
        kept = backups.list_kept(action.store)
        known = [Listed(Path(one.path), one.at, _state(Path(one.path), one.sha256)) for one in kept]
        strange = [Listed(path, at, UNKNOWN) for path, at in list_unknown(action, session.identity.vault_id)]
        place = read_place(action, session.home.path)
        ordered = sorted((*known, *strange), key=lambda one: one.at, reverse=True)
        return BackupList(tuple(ordered), None if place is None else not place.apart, bool(strange))


def list_unknown(action: Action, vault_id: UUID) -> Iterator[tuple[Path, datetime]]:
    """Give the backups of this vault in its folder that the register does not know.

    A register that was set back, by a snapshot or from somebody's copy, does not know what was made after. Those
    of before the last restore are explained by it.
    """
    from wkc.vault.backup import archive as files

    named = in_force(action.store)[BACKUP_FOLDER]
    folder = Path(named)
    if not named or not folder.is_dir():
        return
    keys = maker_keys(action.store)
    restored_at = max((line.at for line in audit.explanations(action.store, 0)), default=None)
    for path in sorted(folder.iterdir()):
        try:
            manifest = files.read(path)
            files.check_signature(path, manifest, vault_id, keys.get(manifest.contents.slot_id))
        except (WkcError, OSError):
            continue
        of_before = restored_at is not None and manifest.contents.at <= restored_at
        if not of_before and not backups.has_manifest(action.store, manifest.sha256):
            yield path, manifest.contents.at


def _state(path: Path, sha256: bytes | None) -> str:
    if sha256 is None:
        return UNFINISHED
    return HERE if path.is_dir() else ABSENT
