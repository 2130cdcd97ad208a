"""A link: a dossier of which the number leads to another of the same person (art. 4.2)."""

from datetime import datetime

from msgspec import Struct

from wkc.records.dossier import Client


class Link(Struct, frozen=True):
    """The dossier that leads to another, that other one, and since when."""

    client: Client
    into: Client
    at: datetime
