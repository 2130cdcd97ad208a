"""The disk of the folder for backups: remembered when it is set, compared when a backup is made (art. 14.2)."""

import os
from pathlib import Path

from msgspec import Struct

from wkc.errors.backup import BackupDiskMissing, BackupFolderClosed, BackupFolderMissing, BackupNowhere
from wkc.errors.terminal import OutputInRegister
from wkc.procedures.core.action import Action
from wkc.procedures.core.settings import BACKUP_FOLDER
from wkc.rules.regulation.backup_place import judge_place
from wkc.store.core import register as register_metadata

_APART = "backup.apart"
"""The memory of the disk, beside the settings: `1` when the folder was on another disk than the register."""


class BackupPlace(Struct, frozen=True):
    """The folder for backups: whether it is on another disk than the register, now and when it was set."""

    folder: Path
    apart: bool
    apart_before: bool | None


def read_place(action: Action, home: Path) -> BackupPlace | None:
    """Give where the folder that is set is; None where none is set, or it is not there."""
    known = register_metadata.settings(action.store)
    named = known.get(BACKUP_FOLDER, "")
    if not named or not Path(named).is_dir():
        return None
    before = known.get(_APART)
    return BackupPlace(Path(named), _is_apart(Path(named), home), None if before is None else before == "1")


def remember(action: Action, folder: str, home: Path) -> None:
    """Remember on which disk a folder is that is set now; one that is not there is remembered by its first backup."""
    path = Path(folder)
    value = ("1" if _is_apart(path, home) else "0") if folder and path.is_dir() else ""
    register_metadata.put_settings(action.store, {_APART: value})


def check(action: Action, home: Path) -> None:
    """Refuse the folder that is set when its disk is not there; errors.BackupDiskMissing."""
    place = read_place(action, home)
    if place is None:
        return
    if not judge_place(apart_before=place.apart_before, apart_now=place.apart).allowed:
        action.mark_refused("schijf_ontbreekt")
        raise BackupDiskMissing(folder=place.folder)
    if place.apart:
        remember(action, str(place.folder), home)


def check_folder(named: str, home: Path) -> Path:
    """Give the folder for backups, once it is there, can be written in, and is not the register's.

    errors.BackupNowhere, BackupFolderMissing, OutputInRegister, BackupFolderClosed.
    """
    if not named:
        raise BackupNowhere
    folder = Path(named)
    if not folder.is_dir():
        raise BackupFolderMissing(folder=folder)
    folder = folder.resolve()
    if home.resolve() in (folder, *folder.parents):
        raise OutputInRegister(home=home)
    if not os.access(folder, os.W_OK | os.X_OK):
        raise BackupFolderClosed(folder=folder)
    return folder


def _is_apart(folder: Path, home: Path) -> bool:
    return folder.stat().st_dev != home.stat().st_dev
