"""The one place that reads the clock: instants are UTC, days are days in Europe/Amsterdam."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def now() -> datetime:
    """Give this instant, in UTC."""
    return datetime.now(UTC)


def day(at: datetime) -> date:
    """Give the day in Amsterdam on which an instant falls."""
    return at.astimezone(AMSTERDAM).date()
