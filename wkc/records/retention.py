"""How long a dossier stays (art. 10): what the rule judges by, what it says, and what is left of a destruction."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from wkc.records.held import Term


@dataclass(frozen=True, slots=True)
class Hold:
    """An opschorting: a stated legal duty that keeps named categories of annex I past the term.

    It stands from `from_on` up to and including `until_on`, or until the day before it was released. `number`
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


@dataclass(frozen=True, slots=True)
class Stop:
    """What keeps categories from destruction between two days, both included: a hold, a request, appeal days.

    Category 0 is all that is held besides the entries of annex I. `until_on` is None where nobody knows yet.
    """

    reason: str
    categories: frozenset[int]
    from_on: date
    until_on: date | None


@dataclass(frozen=True, slots=True)
class Announcement:
    """That a dossier was said, on a day, to go from `due` on."""

    on: date
    due: date


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rule judges a dossier by.

    `present` are the categories of which something is held now, 0 for all that is no entry.
    """

    term: Term
    present: frozenset[int]
    stops: tuple[Stop, ...]
    announcement: Announcement | None
    notice_days: int


@dataclass(frozen=True, slots=True)
class Keep:
    """Within the term and not near its end: kept up to and including `until`."""

    reason: str
    until: date


@dataclass(frozen=True, slots=True)
class Announce:
    """It goes from `due` on, and not sooner than seven days after it was announced on `on`; None: announce it now.

    `late` counts the days that it should have been gone for.
    """

    reason: str
    due: date
    on: date | None
    late: int = 0


@dataclass(frozen=True, slots=True)
class Held:
    """Past its term or near, and nothing of it may go: until when, as far as anyone knows."""

    reason: str
    categories: frozenset[int]
    until: date | None


@dataclass(frozen=True, slots=True)
class Destroy:
    """It goes today, all but the `kept` categories; empty: the whole dossier. `late` counts days past the first."""

    reason: str
    kept: frozenset[int]
    late: int


Decision = Keep | Announce | Held | Destroy
