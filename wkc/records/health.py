"""The findings of a check of the whole register (art. 14.2)."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct


class Health(StrEnum):
    """The state of one thing: well, something to be done, or damage."""

    OK = "ok"
    DUE = "due"
    DAMAGED = "damaged"


class CheckResult(Struct, frozen=True):
    """One subject of the check, its state, and the numbers, days and codes of its sentence."""

    check: str
    health: Health
    facts: Mapping[str, object]
