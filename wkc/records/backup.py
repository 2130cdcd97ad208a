"""Backups as the register remembers them (art. 14.2)."""

from datetime import date, datetime
from uuid import UUID

from msgspec import Struct

from wkc.records.audit import Head


class Backup(Struct, frozen=True):
    """One backup: a folder `path`; `sha256` is that of its manifest, None for one that was cut short."""

    uuid: UUID
    at: datetime
    path: str
    sha256: bytes | None = None
    pruned_on: date | None = None


class BackupContents(Struct, frozen=True):
    """The contents of a backup by its manifest: vault and generation, moment, and maker."""

    uuid: UUID
    vault_id: UUID
    generation: int
    at: datetime
    head: Head
    ledger: Head
    user_id: str
    slot_id: UUID
