"""Days as people and programs write them (art. 4), read without a guess: two digits of a year are no year.

Hand-written: the parser of dateutil guesses which number is the day, and fills in what is missing from today.
"""

import re
from datetime import date, timedelta

from wkc.errors.families import Invalid
from wkc.errors.input import BadDate, BadPartialDate, DateInFuture
from wkc.errors.intake import DateShortYear, DateTurned, ValueWord
from wkc.records.field import PartialDate
from wkc.rules.dossier.wording import is_nothing

_FIRST_YEAR, _LAST_YEAR = 1850, 2199
_MONTHS = ("jan", "feb", "m[aä]", "apr", "mei", "jun", "jul", "aug", "sep", "o[kc]t", "nov", "dec")
_ENGLISH = {"mar": 3, "may": 5}
_ISO_DAY = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_DUTCH_DAY = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})")
_SHORT_YEAR = re.compile(r"[0-9]{1,2}([-/. ])(?:[0-9]{1,2}|[A-Za-z]{3,9})\.?\1'?[0-9]{2}")
_BRP_DAY = re.compile(r"(1[89]|2[01])([0-9]{2})([0-9]{2})([0-9]{2})")
_WORDS = re.compile(r"([0-9]{1,2})[- ]([A-Za-zä]{3,9})\.?[- ]([0-9]{4})")
_ISO_PART = re.compile(r"([0-9]{4})(?:[-/]([0-9]{1,2}))?")
_DUTCH_MONTH = re.compile(r"([0-9]{1,2})[-/]([0-9]{4})")
_MIDNIGHT = re.compile(r"[ T]0{1,2}:00(?::00(?:\.0+)?)?(?:Z|\+00:00)?$")
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"))
_SURE_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

_SPOKEN = {"vandaag": 0, "today": 0, "gisteren": 1, "yesterday": 1, "eergisteren": 2}
"""Words for a day that was, by the days since; they are typed by people and are in no list."""

_COMING = {"morgen": 1, "tomorrow": 1, "overmorgen": 2}
"""Words for a day that comes, by the days until then."""

_MONTHS_OF_YEAR, _LAST_DAY = 12, 31


def parse_day(typed: str) -> date:
    """Read `2026-03-31`, `31-03-2026`, `31/3/2026`, `31 maart 2026` or `20260331`; errors.BadDate and its kin."""
    text = typed.strip()
    if _SURE_DAY.fullmatch(text):
        return _day(text, BadDate)
    parts = _parts(text)
    if parts is None or not parts[1] or not parts[2]:
        raise _why_not(text, BadDate)
    return _day("{:04d}-{:02d}-{:02d}".format(*parts), BadDate)


def parse_past_day(typed: str, today: date) -> date:
    """Read a day that is not still to come."""
    day = parse_day(typed)
    if day > today:
        raise DateInFuture
    return day


def past_day_or_today(typed: str | None, today: date) -> date:
    """Read the day of something that was done: a past one, `vandaag`, `gisteren`, and today where none is named."""
    ago = 0 if typed is None else _SPOKEN.get(typed.strip().casefold())
    if ago is not None:
        return today - timedelta(days=ago)
    try:
        return parse_past_day(typed or "", today)
    except BadDate:
        raise BadDate(words="past") from None


def parse_any_day(typed: str, today: date) -> date:
    """Read a day that is past or to come, also by a word for it such as `gisteren` or `morgen`."""
    word = typed.strip().casefold()
    days = _COMING.get(word) or -_SPOKEN.get(word, 0)
    if word in _COMING or word in _SPOKEN:
        return today + timedelta(days=days)
    try:
        return parse_day(typed)
    except BadDate:
        raise BadDate(words="any") from None


def check_day(typed: str) -> None:
    """Refuse an answer that is no day, before anything else is asked; errors.BadDate and its kin."""
    if typed.strip().casefold() in _SPOKEN:
        return
    try:
        parse_day(typed)
    except BadDate:
        raise BadDate(words="past") from None


def parse_partial_date(typed: str) -> PartialDate:
    """Read a whole day in any of its forms, or without its day, or its month: `1968-03`, `03-1968`, `1968`, `19680000`.

    Zeros for a day or month that is not known are read as the BRP writes them.
    """
    text = typed.strip()
    parts = _parts(text)
    if parts is None:
        raise _why_not(text, BadPartialDate)
    year, month, day = parts
    if not month and day:
        raise BadPartialDate
    if not year:
        raise ValueWord
    try:
        _day(f"{year:04d}-{month or 1:02d}-{day or 1:02d}", BadPartialDate)
    except DateTurned:
        raise BadPartialDate if not day else DateTurned from None
    return PartialDate(year, month or None, day or None)


def sure_day(text: str, wrong: type[Invalid]) -> date | None:
    """Read `2026-03-31` fast, None for any other form: nearly all are of this one."""
    return _day(text, wrong) if _SURE_DAY.fullmatch(text) and "-00" not in text and text[:4] != "0000" else None


def _parts(typed: str) -> tuple[int, int, int] | None:
    """Give year, month and day of any form that is known, 0 for what is not there."""
    text = _MIDNIGHT.sub("", typed.translate(_HYPHENS)).strip()
    text = re.sub(r"\s*([-/])\s*", r"\1", text)
    text = text.removesuffix(".") if not text.endswith("..") else text
    if match := _ISO_DAY.fullmatch(text):
        return int(match[1]), int(match[3]), int(match[4])
    if match := _DUTCH_DAY.fullmatch(text):
        return int(match[4]), int(match[3]), int(match[1])
    if match := _BRP_DAY.fullmatch(text):
        return int(match[1] + match[2]), int(match[3]), int(match[4])
    if match := _WORDS.fullmatch(text):
        return (int(match[3]), month, int(match[1])) if (month := _month(match[2])) else None
    if match := _ISO_PART.fullmatch(text):
        return None if match[2] == "00" else (int(match[1]), int(match[2] or 0), 0)
    if (match := _DUTCH_MONTH.fullmatch(text)) and int(match[1]):
        return int(match[2]), int(match[1]), 0
    return None


def _month(word: str) -> int:
    """Give the number of a month by its Dutch or English name, whole or short; 0 for another word."""
    low = word.casefold()
    if low[:3] in _ENGLISH:
        return _ENGLISH[low[:3]]
    return next((number for number, start in enumerate(_MONTHS, 1) if re.match(start, low)), 0)


def _why_not(text: str, wrong: type[Invalid]) -> Invalid:
    """Give the error that fits best for a text that is no date."""
    if is_nothing(text):
        return ValueWord()
    return DateShortYear() if _SHORT_YEAR.fullmatch(text.translate(_HYPHENS)) else wrong()


def _day(iso: str, wrong: type[Invalid]) -> date:
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        month, last = int(iso[5:7]), int(iso[8:10])
        if _MONTHS_OF_YEAR < month <= _LAST_DAY and 1 <= last <= _MONTHS_OF_YEAR:
            raise DateTurned from None
        raise wrong from None
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise wrong
    return day
