"""Art. 14.2: days that can be of a client and of this office; a mistyped year makes a wrong letter (AVG 5.1.d)."""

from datetime import date, timedelta

from wkc.records.field import PartialDate
from wkc.records.verdict import Verdict

OLDEST = 120
"""Years: nobody in the care of this office is older."""
BEFORE_REQUEST = timedelta(days=366)
"""Before a client was registered: a request that came in on paper, and was written down with the client."""
BEFORE_CONTACT = timedelta(days=5 * 366)
"""Before a client was registered: a contact that still counts for the five years of art. 10, and what came with it."""
_ARTICLE = "AVG 5.1.d"


def is_filler(born: str) -> bool:
    """Judge whether a date of birth is one of the first days of Excel's calendar, which stand for an empty cell."""
    return "1899-12-30" <= born <= "1900-03-01" and len(born) > len("1900-03")


def can_be_birth(year: int, today: date) -> bool:
    """Judge whether a person of this office can be born in a year."""
    return year >= today.year - OLDEST


def judge_day(on: date, born: PartialDate | None, known_from: date, before: timedelta) -> Verdict:
    """Judge the day of something between a person and the office: not before the birth, nor long before they met.

    `known_from` is the day of registration, or of the register for who is not on file.
    """
    if born is not None and on < date(born.year, born.month or 1, born.day or 1):
        return Verdict(allowed=False, reason="voor_geboorte", article=_ARTICLE)
    if on < known_from - before:
        return Verdict(allowed=False, reason="lang_voor_inschrijving", article=_ARTICLE)
    return Verdict(allowed=True, reason="kan", article=_ARTICLE)
