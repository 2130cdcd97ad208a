"""Who works with the register, and the traces that work leaves (art. 6, 7 and 14)."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from wkc.records.frozen import dataclass


class Role(StrEnum):
    """What a user is designated for (art. 6, 7 and 14)."""

    BEHEERDER = "beheerder"
    COACH = "coach"
    MEDEWERKER = "medewerker"
    MANAGEMENT = "management"
    SERVICE = "service"


class Outcome(StrEnum):
    """How an action ended, as its audit line says it."""

    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class User:
    """A gebruiker with a personal USER ID (art. 7), designated by the directie.

    `secrecy_on` is the day of the undertaking of secrecy; a service account has a `responsible` person.
    """

    user_id: str
    name: str
    role: Role
    function: str
    designated_at: datetime
    designated_by: str
    secrecy_on: date
    responsible: str | None = None
    revoked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class BreakGlass:
    """A look outside the caseload that waits for the beheerder; `reason` is None where it is withheld."""

    line: int
    number: str
    reason: str | None
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class SlotKeys:
    """The public half of a key slot, as the register remembers it: both keys are 32 bytes."""

    slot_id: UUID
    user_id: str
    kind: str
    x25519: bytes
    ed25519: bytes
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One line of the audit chain: who did what, when, for which purpose, to whom; never a personal value."""

    seq: int
    at: datetime
    user_id: str
    slot_id: UUID
    action: str
    purpose: str
    subject: UUID | None
    outcome: Outcome
    details: Mapping[str, object]
    previous: bytes
    hash: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class Head:
    """The last line of a chain, the audit log or the destruction ledger: its number and its hash."""

    seq: int
    hash: bytes


class Signer(Protocol):
    """Signs for the acting user with the Ed25519 key of the own slot (RFC 8032)."""

    @property
    def slot_id(self) -> UUID:
        """The slot whose key signs."""

    @property
    def vault_id(self) -> UUID:
        """The vault that the signature is bound to."""

    def sign(self, label: str, digest: bytes) -> bytes:
        """Sign a 32-byte digest under a label (`audit`, `ledger`, `backup`): 64 bytes."""


class Sealer(Protocol):
    """Seals values of the sealed classes, and free notes, to the special pair (HPKE, RFC 9180)."""

    @property
    def can_open(self) -> bool:
        """Whether this user holds the private half."""

    def seal(self, text: str, client: UUID, row: UUID, field: str) -> bytes:
        """Encrypt a text so that it opens only for this client, row and field."""

    def open(self, sealed: bytes, client: UUID, row: UUID, field: str) -> str:
        """Decrypt; errors.RegisterDamaged when it does not open for this client, row and field."""

    def seal_octets(self, octets: bytes, client: UUID, row: UUID, field: str) -> bytes:
        """Encrypt octets, such as those of a letter, in the same way."""

    def open_octets(self, sealed: bytes, client: UUID, row: UUID, field: str) -> bytes:
        """Decrypt octets; errors.RegisterDamaged when they do not open for this client, row and field."""


@dataclass(frozen=True, slots=True)
class Look:
    """A raadpleging as the client may read it: the moment, the role and the purpose, not the employee.

    `reason` is what was written down to look outside the own caseload.
    """

    at: datetime
    action: str
    role: str
    purpose: str
    reason: str | None = None
