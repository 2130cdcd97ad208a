"""What a look over the register found (art. 14.2)."""

from collections.abc import Mapping
from enum import StrEnum

from wkc.records.frozen import dataclass


class Health(StrEnum):
    """How one thing stands: well, something to be done, or damage."""

    OK = "ok"
    DUE = "due"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, how it stands, and what belongs in the sentence about it: numbers, days, codes."""

    check: str
    health: Health
    facts: Mapping[str, object]
