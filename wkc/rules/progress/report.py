"""Art. 8.1: a report on progress goes to the current opdrachtgever, over the categories of that purpose alone."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from wkc.records.report import ReportDue, ReportKind, SentReport
from wkc.rules.disclosure.ground import PURPOSES

PURPOSE = "voortgang"
CATEGORIES: frozenset[int] = PURPOSES[PURPOSE].categories
"""Categories of annex I that the purpose gives to the opdrachtgever."""

FIELDS: tuple[str, ...] = (
    *("voornamen", "voorvoegsel", "geslachtsnaam"),
    *("activiteit", "arbeidscontract", "plaatsing", "einde_dienstverband"),
)
"""Fields that a report shows of those categories: who it is about, and what was done; no address."""

NAME: tuple[str, ...] = FIELDS[:3]

AHEAD = timedelta(days=14)
"""The time before its day from which a report is on the agenda."""

LATE = timedelta(days=90)
"""The time after the last day of an assignment in which its end report is still due."""

_DAY = timedelta(days=1)


def list_due(
    start: date, last: date | None, months: int, sent: Iterable[SentReport], today: date
) -> tuple[ReportDue, ...]:
    """Give the reports that an agreement asks for, as seen on a day: at most one on progress and the one at the end.

    A period ends `months` after the one before, counted from `start` in calendar months; its report is due the day
    after. `last` is the last day of the assignment, None while that is open; on it the end report is due, for the day
    after the party is no current opdrachtgever any more. A report covers every period that ends up to fourteen days
    after its own last day, for it may go as soon as it is asked for; an end report covers all.
    """
    went = tuple(sent)
    if today < start or any(one.kind is ReportKind.EIND for one in went):
        return ()
    covered = max((one.until_on for one in went), default=start - _DAY)
    first = covered + _DAY
    due = []
    if last is None or today <= last:
        on = _next_step(start, months, covered + AHEAD)
        if (last is None or on < last) and on - AHEAD <= today:
            due.append(ReportDue(ReportKind.VOORTGANG, min(first, on - _DAY), on - _DAY, on))
    if last is not None and last - AHEAD <= today <= last + LATE:
        due.append(ReportDue(ReportKind.EIND, min(first, last), last, last))
    return tuple(due)


def _next_step(start: date, months: int, covered: date) -> date:
    """Give the first day after a period that is not covered yet."""
    count = 1
    while (on := start + relativedelta(months=months * count)) - _DAY <= covered:
        count += 1
    return on


def is_of_assignment(first: date, from_on: date) -> bool:
    """Tell whether a period is about an assignment: what was done before it began was done for another (AVG 5.1.c)."""
    return first >= from_on


def next_period(start: date, sent: Sequence[SentReport], today: date) -> tuple[date, date]:
    """Give the period that a new report is over unless somebody says otherwise: what is not covered, up to today."""
    first = max((one.until_on + _DAY for one in sent), default=start)
    return min(first, today), today
