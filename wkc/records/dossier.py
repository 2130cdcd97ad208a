"""The dossier of a client: entries with their provenance, assignments, contacts, holds (art. 3, 4 and 10)."""

from datetime import date, datetime
from uuid import UUID

from msgspec import Struct

from wkc.records.field import Field
from wkc.records.mistake import Mistake
from wkc.records.party import Party


class Provenance(Struct, frozen=True):
    """The source of a value (art. 4, annex II) and the ground on which it is held.

    `source` and `basis` are a pair of annex II; `party` is who it was, where that is more than the client.
    `grondslag` is the ground for a sealed class (AVG 9 and 10, UAVG 22-33). `geheim` is the duty of secrecy
    (ambt, beroep or wet), with `citation` for wet.
    """

    source: str
    basis: str | None
    party: Party | None
    obtained_on: date
    grondslag: str | None = None
    geheim: str | None = None
    citation: str | None = None


class Entry(Struct, frozen=True):
    """A gegeven: one recorded value of one client. `value` is None where it is withheld from this user.

    `number` counts the entries of one client in the order of recording, and people name an entry by it; it is 0 for a
    user who does not see all of them. `dissent` is the statement of the client about one that was not changed
    (art. 12), None without it or where it is withheld.
    """

    uuid: UUID
    field: Field
    value: str | None
    provenance: Provenance
    recorded_at: datetime
    recorded_by: str
    closed_at: datetime | None = None
    closed_by: str | None = None
    in_onderzoek: bool = False
    number: int = 0
    beperkt: bool = False
    has_dissent: bool = False
    dissent: str | None = None


class ClosedValues(Struct, frozen=True):
    """The marks of current values that the acting user cannot open: whether any is contested, restricted or secret."""

    in_onderzoek: bool = False
    beperkt: bool = False
    secret: bool = False


class Client(Struct, frozen=True):
    """A geregistreerde: the dossier number `2026-0001` is for people, the uuid for the log and the ledger."""

    id: int
    uuid: UUID
    number: str
    registered_on: date
    coach: str | None


class Assignment(Struct, frozen=True):
    """An opdracht: who supplied this client, under which reference (art. 3), from when until when."""

    uuid: UUID
    party: Party
    reference: str
    from_on: date
    until_on: date | None
    recorded_at: datetime
    recorded_by: str


class Contact(Struct, frozen=True):
    """A contactmoment (art. 10); `restarts` says whether it restarts the five years.

    `number` counts the contacts of one client in the order in which they were written down.
    `note` and `reason` (of a withdrawal) are None when there is none or when it is withheld; `has_note`
    tells the two apart.
    """

    number: int
    uuid: UUID
    on: date
    kind: str
    restarts: bool
    has_note: bool
    note: str | None
    recorded_at: datetime
    recorded_by: str
    withdrawn_at: datetime | None = None
    withdrawn_by: str | None = None
    reason: str | None = None


class Term(Struct, frozen=True):
    """The term of a dossier (art. 10): counted `from_on` for `reason`, up to and including `last_on`."""

    from_on: date
    reason: str
    last_on: date


class Hold(Struct, frozen=True):
    """An opschorting: a stated legal duty that keeps named categories of annex I past the term.

    It is in force from `from_on` up to and including `until_on`, or until the day before it was released. `number`
    counts the holds of one client. `note` and `reason` (of the release) are None when there is none or when it
    is withheld.
    """

    number: int
    uuid: UUID
    ground: str
    citation: str | None
    categories: frozenset[int]
    from_on: date
    until_on: date
    has_note: bool
    note: str | None
    recorded_at: datetime
    recorded_by: str
    released_on: date | None = None
    reason: str | None = None


class Dossier(Struct, frozen=True):
    """All that is held on one client: entries in the order of annex I, then all oldest first.

    `withheld` tells that current values of classes that the acting user may not see are left out beside these: not
    how many, of which field or since when. The entries have no number then, for a gap in them would tell as much.
    """

    client: Client
    entries: tuple[Entry, ...]
    assignments: tuple[Assignment, ...]
    contacts: tuple[Contact, ...]
    withheld: bool = False
    holds: tuple[Hold, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
