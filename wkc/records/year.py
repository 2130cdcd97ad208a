"""The figures of a year (art. 14.2; AVG 5.2): the facts that they are counted from, and what is published of them."""

from collections.abc import Mapping
from datetime import date, datetime

from msgspec import Struct

from wkc.records.audit import Head
from wkc.records.party import Houder


class RequestFact(Struct, frozen=True):
    """A request of the year, of a dossier that may be destroyed: days, decision and refusal by their codes."""

    kind: str
    received_on: date
    asked_on: date | None
    identified_on: date | None
    extended_on: date | None
    answered_on: date | None
    decision: str | None
    refusal: str | None
    state: str


CALLER = "beller_onbekend"
"""The ground of refusals to callers who are not on file (art. 8.3): they heard nothing, and none was judged."""


class DisclosureFact(Struct, frozen=True):
    """A disclosure of the year: ground, kind of recipient, outcome, and whether the beheerder decided on it."""

    ground: str
    recipient: str
    outcome: str
    exceptional: bool


class DestroyedFact(Struct, frozen=True):
    """A dossier that was destroyed as a whole: why, since when nothing kept it, and on which day."""

    reason: str
    since: date | None
    on: date


class LogFact(Struct, frozen=True):
    """A line of the log that a figure is made from, without its subject."""

    seq: int
    on: date
    action: str
    outcome: str
    details: Mapping[str, object]


class BreachFact(Struct, frozen=True):
    """A breach on file, whatever its year: the days on which it was written down, decided on, reported and closed.

    `to_ap` and `to_persons` are the decision, `late` tells that the AP heard of it after the 72 hours.
    """

    number: str
    kind: str
    opened_on: date
    decided_on: date | None
    to_ap: bool
    to_persons: bool
    reported_on: date | None
    late: bool
    closed_on: date | None


class YearFacts(Struct, frozen=True):
    """All that the figures of a year are counted from.

    `registered` are the days on which dossiers were made, up to the last day; `destroyed` those of up to then. `lines`
    are of the year; `reviewed` are the looks outside a caseload that were looked over by now. `breaches` are those that
    are not forgotten.
    """

    first: date
    last: date
    requests: tuple[RequestFact, ...]
    disclosures: tuple[DisclosureFact, ...]
    registered: tuple[date, ...]
    destroyed: tuple[DestroyedFact, ...]
    lines: tuple[LogFact, ...]
    reviewed: frozenset[int]
    breaches: tuple[BreachFact, ...]


class Figure(Struct, frozen=True):
    """A figure by its place: the subject, then the row and, in a table, the column. None is withheld."""

    name: tuple[str, ...]
    value: int | None


TOTAL = "totaal"
"""The row and the column of totals."""

TABLE = 3
"""The parts of the name of a figure in a table: the subject, the row, the column."""

WITHOUT_ZEROS = frozenset({"weigeringen"})
"""The lists that leave out what did not happen, as tables do."""


class YearBlock(Struct, frozen=True):
    """The figures of one subject: rows of values, with columns where it is a table. `omitted` counts rows of zeros."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int | None, ...]], ...]
    omitted: int


def give_first_day(year: int) -> date:
    """Give the first day on which the figures of a year can be made: it is over then."""
    return date(year + 1, 1, 1)


class MadeYear(Struct, frozen=True):
    """The figures of a year as the register keeps them: a YearReport as JSON, the instant (UTC) and the maker."""

    year: int
    report: str
    made_at: str
    made_by: str


class YearReport(Struct, frozen=True):
    """The figures of a year, up to and including a day; `head` is the audit log's.

    Those that were made (`is_made`) are the same in each paper of that year, and small ones are withheld. Others are
    for the beheerder alone: they change from day to day, and nothing is withheld. `former_end` counts the dossiers on
    the last day of the year before, by its own figures, where that is not the number on the first day of this one.
    """

    year: int
    until: date
    is_whole: bool
    figures: tuple[Figure, ...]
    houder: Houder
    head: Head
    made_at: datetime
    is_made: bool
    former_end: int | None = None

    def list_figures(self, subject: str) -> YearBlock:
        """Give the figures of one subject by row and column, in their order."""
        figures = [one for one in self.figures if one.name[0] == subject]
        rows: dict[str, list[int | None]] = {}
        for one in figures:
            rows.setdefault(one.name[1], []).append(one.value)
        columns = dict.fromkeys(one.name[2] for one in figures if len(one.name) == TABLE)
        skips = bool(columns) or subject in WITHOUT_ZEROS
        shown = [
            (row, tuple(values))
            for row, values in rows.items()
            if not skips or row == TOTAL or any(values) or None in values
        ]
        return YearBlock(tuple(columns), tuple(shown), len(rows) - len(shown))
