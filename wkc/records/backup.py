"""What is remembered of the backups (art. 14.2)."""

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
    """What a backup says it holds: the register of which vault and generation, as it was when, and by whom made."""

    uuid: UUID
    vault_id: UUID
    generation: int
    at: datetime
    head: Head
    ledger: Head
    user_id: str
    slot_id: UUID
