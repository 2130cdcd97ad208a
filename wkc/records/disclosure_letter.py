"""The letter to the recipient of a disclosure (art. 8): all that it is set from."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from wkc.records.disclosure import Disclosure
from wkc.records.document import Document
from wkc.records.dossier import Entry
from wkc.records.party import Houder, PartyProfile


class DisclosureLetter(Struct, frozen=True):
    """The contents of the letter to a recipient: entries, each with its mark; documents that go with it.

    `law` is the name of the law that is cited.

    `number` is the letter's own, `G2026-0001`, and `profile` how the recipient is reached and its role. `person` and
    `born` (ISO, year, month or day; None where not known or not sure) tell whom it is about.
    """

    houder: Houder
    disclosure: Disclosure
    law: str | None
    entries: tuple[tuple[Entry, str | None], ...]
    made_at: datetime
    number: str
    profile: PartyProfile
    person: str
    born: str | None = None
    documents: tuple[Document, ...] = ()
