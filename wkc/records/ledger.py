"""The destruction ledger (art. 10): a line for each thing that was removed for good, without a name."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from msgspec import Struct


class RemovalKind(StrEnum):
    """The subject of a line of the ledger: a whole dossier, all of it but what a hold keeps, one row, a key slot.

    Of a row whose words are removed (art. 12) the row itself stays: that a contact took place, that a letter went out.
    Where other words took the place of a note, the note alone goes: why data were given stays beside a disclosure.

    An erasure is a whole dossier that went at the client's own request (art. 12.1): whoever restores an older backup
    keeps the digest of that person anew.
    """

    DOSSIER = "dossier"
    ERASURE = "erasure"
    REST = "rest"
    ENTRY = "entry"
    WORDS = "words"
    NOTE = "note"
    SLOT = "slot"


class Removal(Struct, frozen=True):
    """One thing to be removed for good; `kept` are the categories of annex I that a rest leaves, in their order."""

    kind: RemovalKind
    uuid: UUID
    kept: tuple[int, ...] = ()


class LedgerLine(Struct, frozen=True):
    """One line of the destruction ledger, chained by `previous` and signed by who removed (Ed25519, 64 bytes).

    `run` is the run that it belongs to; `hash` is 32 bytes, SHA-256 of all before the signature.
    """

    n: int
    removal: Removal
    run: UUID
    previous: bytes
    user_id: str
    hash: bytes
    signature: bytes


class UnknownRemovals(Struct, frozen=True):
    """The removals of which no ledger at hand has lines: those after a line, or since an instant (UTC)."""

    after_line: int
    since: datetime
