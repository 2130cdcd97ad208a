"""The one place that reads the clock: instants are UTC, days are days in Europe/Amsterdam."""

from datetime import UTC, date, datetime, time
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


@cache
def amsterdam() -> "ZoneInfo":
    """Give the time of the office; most commands need none, and the zones are read from disk.

    ImportError where Python's own modules cannot be read: zoneinfo fails by an AttributeError where the compiled part
    of datetime did not load, for datetime itself goes on without it.
    """
    try:
        from zoneinfo import ZoneInfo
    except AttributeError as error:
        raise ImportError(str(error)) from error

    return ZoneInfo("Europe/Amsterdam")


def now() -> datetime:
    """Give this instant, in UTC."""
    return datetime.now(UTC)


def day(at: datetime) -> date:
    """Give the day in Amsterdam on which an instant falls."""
    return at.astimezone(amsterdam()).date()


def midnight(on: date) -> datetime:
    """Give the instant at which a day begins in Amsterdam."""
    return datetime.combine(on, time(), amsterdam()).astimezone(UTC)


def minute(at: datetime) -> str:
    """Give the day and the minute in Amsterdam of an instant."""
    return at.astimezone(amsterdam()).strftime("%Y-%m-%d %H:%M")
