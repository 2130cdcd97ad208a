"""Cells as people and programs leave them: Excel's shells taken off, its errors and lost digits refused."""

import re
from datetime import date, datetime, time, timedelta

from wkc.errors.families import Invalid
from wkc.errors.input import ValueDamaged
from wkc.errors.intake import CellDigits, CellError, CellFormula, CellTime, CellTruth, ValueGarbled

NEAR_MIDNIGHT = 90
"""Seconds from midnight within which a moment is a day that lost some precision."""

_DIGITS_KEPT = 15
"""The digits of a number that Excel keeps (IEEE 754)."""

_SUSPECT = frozenset("='#@+-`")
_SHELL = re.compile(r'="(?P<inside>[^"]*)"')
_APOSTROPHE = re.compile(r"'(?P<inside>[0-9=+@].*)", re.DOTALL)
_ERRORS = re.compile(
    r"#(?:N/A|N/B|REF!|VERW!|NAME\?|NAAM\?|NUM!|GETAL!|VALUE!|WAARDE!|DIV/0!|DEEL/0!|NULL!|LEEG!|SPILL!|OVERLOOP!|CALC!"
    r"|BEREKENEN!|GETTING_DATA|FIELD!|VELD!|CONNECT!|BLOCKED!|UNKNOWN!|BUSY!)|Err:[0-9]{3}|#{2,}",
    re.IGNORECASE,
)
_FORMULA = re.compile(
    r"=(?:[0-9(+-].*|.*(?:[A-Za-z.]+\(|\[[@#]|(?<![A-Za-z0-9])\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}(?![A-Za-z0-9])).*)",
    re.DOTALL,
)
"""A text that Excel would calculate: a number, or with a function or a cell. Excel writes each with `=`."""
_EXPONENT = re.compile(r"[0-9](?:[.,][0-9]+)?E\+?[0-9]{1,3}", re.IGNORECASE)
_GARBLED = re.compile(
    "[\u00c2\u00c3\u00c4\u00c5\u00d0\u00d1][\u0080-\u00bf\u20ac\u0192\u201a\u201e\u2026\u2020\u2021\u02c6\u2030\u2039"
    "\u2018\u2019\u201c\u201d\u2022\u02dc\u2122\u203a]|\u00e2\u20ac|\u00ef\u00bf\u00bd"
)


def is_plain(text: str) -> bool:
    """Judge fast whether a cell of text surely needs no cleaning: nearly all do not."""
    return text[0] not in _SUSPECT and text.isascii() and text.isprintable() and not ("E" in text and text[0].isdigit())


def clean(text: str) -> str:
    """Take Excel's shells off a cell of text (`="06…"`, `'06…`); errors for what is no value."""
    bare = text.strip()
    if match := _SHELL.fullmatch(bare):
        return match["inside"]
    if match := _APOSTROPHE.fullmatch(bare):
        return match["inside"]
    if _ERRORS.fullmatch(bare):
        raise CellError
    if _FORMULA.fullmatch(bare):
        raise CellFormula
    if _EXPONENT.fullmatch(bare):
        raise CellDigits
    if not bare.isascii():
        if "\ufffd" in bare:
            raise ValueDamaged
        if _GARBLED.search(bare):
            raise ValueGarbled
    return text


def write_cell(value: object) -> str | Invalid:
    """Give a value of a workbook as people write it: a day in ISO form, a whole number without `.0`.

    A moment of a day, a truth value and a number with more digits than Excel keeps come back as what is wrong.
    """
    if isinstance(value, bool):
        return CellTruth()
    if isinstance(value, datetime):
        return _day(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time | timedelta):
        return CellTime()
    if isinstance(value, int | float):
        return number(value)
    return str(value)


def number(value: float) -> str | Invalid:
    """Give a number as people write it, unless digits of it were made up."""
    text = str(int(value)) if float(value).is_integer() else repr(value)
    if len(text.replace(".", "").lstrip("-0")) > _DIGITS_KEPT:
        return CellDigits()
    return text


def _day(moment: datetime) -> str | Invalid:
    seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
    if seconds <= NEAR_MIDNIGHT:
        return moment.date().isoformat()
    if seconds >= 86_400 - NEAR_MIDNIGHT:
        return (moment + timedelta(days=1)).date().isoformat()
    return CellTime()
