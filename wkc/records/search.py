"""Searches for somebody who asks whether they are in the register (art. 11.4; AVG 15)."""

from datetime import date

from msgspec import Struct

from wkc.records.dossier import Client


class Candidate(Struct, frozen=True):
    """A client who resembles who asks: the name on file now, and the kinds of key in which the two agree."""

    client: Client
    name: str
    agrees: tuple[str, ...]


class Search(Struct, frozen=True):
    """A search made on a day for a request: by which kinds of key, and how many dossiers resembled.

    `shown` is true when the beheerder was shown which dossiers they are.
    """

    on: date
    sought: tuple[str, ...]
    found: int
    shown: bool
    by: str
