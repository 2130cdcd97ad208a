"""A link: a dossier of which the number leads to another of the same person (art. 4.2)."""

from datetime import datetime

from msgspec import Struct

from wkc.records.dossier import Client


class Link(Struct, frozen=True):
    """The dossier that leads to another, that other one, and since when.

    `ahead` is what the numbers of its entries come after in the other: 3 is 1003 there.
    """

    client: Client
    into: Client
    at: datetime
    ahead: int


class LinkFacts(Struct, frozen=True):
    """The facts of one dossier that a link is judged by.

    Whether others lead to it, the client died, the notice of AVG 14 is still due, an earlier erasure is still to be
    looked at, and whether only what a duty keeps is left of it; its burgerservicenummer, None without one.
    """

    leads: bool
    died: bool
    untold: bool
    returned: bool
    reduced: bool
    bsn: str | None = None
