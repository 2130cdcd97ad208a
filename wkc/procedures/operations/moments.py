"""Moments as people type them: a day and a time in the Netherlands, read as an instant in UTC."""

import re
from datetime import UTC, datetime, time

from wkc.errors.breach import MomentWrong
from wkc.errors.families import Invalid
from wkc.procedures.core.clock import amsterdam, day
from wkc.procedures.io.dates import past_day_or_today

_TIME = re.compile(r"(?:(.*?)[ T]+)?([01]?\d|2[0-3])[:.]([0-5]\d)")


def parse_past_moment(typed: str | None, now: datetime) -> datetime:
    """Read `2026-11-28 08:10`, `gisteren 8.10` or `08:10` of today; now where none is typed. errors.MomentWrong.

    A time that the change of the clock gives twice is the first of the two.
    """
    if typed is None:
        return now
    match = _TIME.fullmatch(typed.strip())
    if match is None:
        raise MomentWrong
    try:
        on = past_day_or_today(match[1] or None, day(now))
    except Invalid:
        raise MomentWrong from None
    moment = datetime.combine(on, time(int(match[2]), int(match[3])), amsterdam()).astimezone(UTC)
    if moment > now:
        raise MomentWrong
    return moment
