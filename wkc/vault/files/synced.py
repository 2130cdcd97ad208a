"""Folders that a program copies to somewhere else: a register that it copies in the middle of a write is broken."""

from pathlib import Path

_NAMES = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "cloudstorage": "CloudStorage",
}
"""The beginning of the folder of each program, in lower case."""

_MARKS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".sync_journal.db": "Nextcloud",
    ".stfolder": "Syncthing",
    ".stignore": "Syncthing",
}
"""The file that each program leaves in the folder that it copies."""


def find_sync_program(path: Path) -> str | None:
    """Give the program in whose folder a path is; None where no folder above it is one."""
    real = path.resolve()
    for folder in (real, *real.parents):
        for prefix, program in _NAMES.items():
            if folder.name.lower().startswith(prefix):
                return program
        for mark, program in _MARKS.items():
            if (folder / mark).exists():
                return program
    return None
