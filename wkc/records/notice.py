"""The notice of AVG 14: whether a client was told that others supplied their data."""

from datetime import date

from msgspec import Struct

from wkc.records.dossier import Client


class Notice(Struct, frozen=True):
    """A kennisgeving that a client has a right to: due on a day, told on one or not yet; by a letter or otherwise.

    `party` is the row of who supplied the data that it is about, where that is not the first opdrachtgever.
    """

    client: Client
    since: date
    due_on: date
    notified_on: date | None
    by_letter: bool
    party: int | None = None
