"""The death of a client: the rights and mandates end, secrecy and the term do not (art. 8.2, 10, 11.1)."""

from datetime import date

from msgspec import Struct


class Death(Struct, frozen=True):
    """An overlijden: its day, and who told: familie, opdrachtgever, akte or overig."""

    on: date
    source: str
