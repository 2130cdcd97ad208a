"""Art. 8.3: a number is called back on only once it is verified, from another source than the call."""

from datetime import date

from dateutil.relativedelta import relativedelta

from wkc.records.person import Person

VERIFIED_FROM: tuple[str, ...] = ("website", "gids", "centrale", "brief", "persoonlijk")
"""The sources for verifying a number: the body's own website, a directory, its switchboard, its letters, in person."""

FRESH = relativedelta(years=1)
"""The time for which a verification is trusted; then it comes onto the agenda."""


def stale_before(today: date) -> date:
    """Give the day before which a verification is too old."""
    return today - FRESH


def is_verified(person: Person, today: date) -> bool:
    """Tell whether a person's number is verified, and not too long ago."""
    return person.verified_on is not None and person.verified_on >= stale_before(today)
