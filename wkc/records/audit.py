"""The audit chain and the looks that it records (art. 7 and 14)."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from msgspec import Struct


class Outcome(StrEnum):
    """The outcome of an action, as its audit line has it."""

    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"


class AuditLine(Struct, frozen=True):
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


class Head(Struct, frozen=True):
    """The last line of a chain, the audit log or the destruction ledger: its number and its hash."""

    seq: int
    hash: bytes


class Look(Struct, frozen=True):
    """A raadpleging as the client may read it: the moment, the role and the purpose, not the employee.

    `reason` is what was written down to look outside the own caseload.
    """

    at: datetime
    action: str
    role: str
    purpose: str
    reason: str | None = None


class BreakGlass(Struct, frozen=True):
    """A look outside the caseload that waits for the beheerder; `reason` is None where it is withheld."""

    line: int
    number: str
    reason: str | None
    at: datetime
    by: str
