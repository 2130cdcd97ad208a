"""Users and their keys, designated by the directie (art. 6 and 7)."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from msgspec import Struct


class Role(StrEnum):
    """The role that a user is designated for (art. 6, 7 and 14)."""

    BEHEERDER = "beheerder"
    COACH = "coach"
    MEDEWERKER = "medewerker"
    MANAGEMENT = "management"
    SERVICE = "service"


class User(Struct, frozen=True):
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


class SlotKeys(Struct, frozen=True):
    """The public half of a key slot, as the register remembers it: both keys are 32 bytes.

    `wrap` is the digest of how the password wraps its keys when the slot is made.
    """

    slot_id: UUID
    user_id: str
    kind: str
    x25519: bytes
    ed25519: bytes
    withdrawn: bool = False
    wrap: bytes | None = None


class Wrap(Struct, frozen=True):
    """The wrap of a slot by its password, as a SHA-256; `before` is the one that a change not done yet replaces."""

    digest: bytes
    before: bytes | None = None
