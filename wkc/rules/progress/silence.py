"""Art. 2: a client under an assignment is spoken to; after some weeks without any contact the coach sees it."""

from collections.abc import Iterable
from datetime import date, timedelta

ENDS_AHEAD = timedelta(weeks=4)
"""The time before its last day from which an assignment is on the agenda."""


def silent_since(counted_from: date, weeks: int, today: date) -> date | None:
    """Give the day from which a client is too long without contact; None while that day is still to come.

    `counted_from` is the last contact that went both ways, or the start of the newest assignment if that is later.
    """
    on = counted_from + timedelta(weeks=weeks)
    return on if on <= today else None


def is_running(periods: Iterable[tuple[date, date | None]], today: date) -> bool:
    """Tell whether any assignment, from its first day up to and including its last, runs today."""
    return any(first <= today and (last is None or today <= last) for first, last in periods)
