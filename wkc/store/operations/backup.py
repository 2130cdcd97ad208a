"""The backups that the register remembers (art. 14.2)."""

from datetime import date
from uuid import UUID

from wkc.records.backup import Backup
from wkc.store.queries import queries
from wkc.store.store import Store, day_or_none, moment, stamp

_Q = queries("operations/backup")


def add(store: Store, backup: Backup) -> None:
    """Remember a backup before it is made: cut short, it is still looked for when others are pruned."""
    store.insert(_Q.add, uuid=backup.uuid.bytes, at=stamp(backup.at), path=backup.path)


def complete(store: Store, uuid: UUID, sha256: bytes) -> None:
    """Write down that a backup was made, and the hash of its manifest."""
    store.run(_Q.complete, uuid=uuid.bytes, sha256=sha256)


def prune(store: Store, uuid: UUID, on: date) -> None:
    """Write down that a backup is gone."""
    store.run(_Q.prune, uuid=uuid.bytes, on=on.isoformat())


def list_kept(store: Store) -> tuple[Backup, ...]:
    """Give the backups that were not pruned, newest first; those cut short too."""
    return tuple(
        Backup(UUID(bytes=row["uuid"]), moment(row["at"]), row["path"], row["sha256"], day_or_none(row["pruned_on"]))
        for row in store.all(_Q.kept)
    )


def has_manifest(store: Store, sha256: bytes) -> bool:
    """Tell whether a backup with a manifest of this hash was ever made, pruned or not."""
    return store.one(_Q.knows, sha256=sha256) is not None
