"""What a look over the register found (art. 14.2)."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct


class Health(StrEnum):
    """How one thing stands: well, something to be done, or damage."""

    OK = "ok"
    DUE = "due"
    DAMAGED = "damaged"


class Finding(Struct, frozen=True):
    """What was looked at, how it stands, and what belongs in the sentence about it: numbers, days, codes."""

    check: str
    health: Health
    facts: Mapping[str, object]
