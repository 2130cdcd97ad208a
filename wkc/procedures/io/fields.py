"""Art. 4: a value is checked where it comes in, and stored as it was given, tidied."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from operator import mul

from wkc.errors.families import Invalid
from wkc.errors.input import (
    BadBsn,
    BadDate,
    BadDocumentNumber,
    BadIban,
    BadPartialDate,
    BadPostcode,
    DateInFuture,
    ReasonEmpty,
    ValueControl,
    ValueEmpty,
    ValueNotInList,
    ValueTooLong,
)
from wkc.records.field import Field, Kind, PartialDate, Value
from wkc.rules.dossier.field import BY_CODE, NEVER_AHEAD

TEXT_LIMIT, NOTE_LIMIT, POSTCODE_LIMIT, DOCUMENT_LIMIT = 200, 10_000, 20, 30
"""The most characters of a value; a name of the BRP runs to 200."""

REASON_LEAST, REASON_SIGNS = 6, 3
"""The fewest letters and digits of a reason, and the fewest different ones: no dot, no row of x."""

_FIRST_YEAR, _LAST_YEAR = 1850, 2199
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DUTCH_DAY = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})")
_ISO_PART = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?")
_DUTCH_MONTH = re.compile(r"([0-9]{1,2})-([0-9]{4})")
# A number cell loses the zeros in front, five of them at most; what is shorter still is no BSN but a count or an age.
_BSN = re.compile(r"[0-9](?:[ .-]?[0-9]){3,8}")
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_ZEROS = ord("0") * sum(_WEIGHTS)
_DUTCH_POSTCODE = re.compile(r"(?:NL[ -]?)?([0-9]{4})[ -]*([A-Z]{2})", re.ASCII | re.IGNORECASE)
_SURE_POSTCODE = re.compile(r"[1-9][0-9]{3}(?!S[ADS])[A-Z]{2}")
_IBAN = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{4,30}")
# No name holds these: they break a line, or turn the order of what follows them, also of what is shown next to it.
# Right-to-left names need none of them, and the marks and joiners that some names do need are accepted.
_UNFIT_FOR_A_LINE = re.compile("[\u2028\u2029\u202a-\u202e\u2066-\u2069]")
# Letters by their category that show as nothing.
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0")
_ON_DOCUMENTS = frozenset(" -./<")

# Letters of the BRP set, and their like, that Unicode does not take apart into a plain letter and a mark.
_PLAIN: dict[int, int | str] = {
    **str.maketrans("đðħĸłŋøŧəɓɖɗƒɨȷ\N{LATIN SMALL LETTER DOTLESS I}", "ddhklnotebddfiji"),
    **{ord(letter): plain for letter, plain in (("æ", "ae"), ("œ", "oe"), ("ß", "ss"), ("þ", "th"))},
    # Unicode counts these as letters; people write them for an apostrophe.
    **dict.fromkeys(range(0x2B0, 0x300), " "),
}
_MOST_MARKS = re.compile("[\u0300-\u036f]")
_ASCII_PLAIN = {i: " " for i in range(128) if not chr(i).isalnum()}


def parse(field: Field, given: str, today: date) -> Value:
    """Check a value of a field; raises the errors.Invalid that says what is wrong with it."""
    return reader(field, today)(given)


def reader(field: Field, today: date) -> Callable[[str], Value]:
    """Give what parses the values of one field, for whoever has many of them."""
    return partial(_READ[field.kind], field, today)


def normal_name(text: str) -> str:
    """Give the form to look a name up by: no accents, no case, one space for whatever is no letter or digit.

    A name of other signs only (the `.` of someone without a surname) keeps them.
    """
    plain = text if text.isascii() else _MOST_MARKS.sub("", unicodedata.normalize("NFKD", text))
    if plain.isascii():
        plain = plain.lower().translate(_ASCII_PLAIN)
    else:
        plain = _without_marks(_without_marks(plain).casefold()).translate(_PLAIN)
        plain = "".join(c if c.isalnum() else " " for c in plain)
    return " ".join(plain.split()) or text.casefold().strip()


def parse_day(given: str) -> date:
    """Read `2026-03-31` or `31-03-2026`."""
    text = given.strip()
    if _ISO_DAY.fullmatch(text):
        return _day(text, BadDate)
    if found := _DUTCH_DAY.fullmatch(text):
        day, month, year = found.groups()
        return _day(f"{year}-{month:0>2}-{day:0>2}", BadDate)
    raise BadDate


def parse_past_day(given: str, today: date) -> date:
    """Read a day that is not still to come."""
    day = parse_day(given)
    if day > today:
        raise DateInFuture
    return day


def past_day_or_today(given: str | None, today: date) -> date:
    """Read a day that is not still to come, today where none is named; an empty one is no day."""
    return today if given is None else parse_past_day(given, today)


def parse_partial_date(given: str) -> PartialDate:
    """Read a whole day in either form, or `1968-03`, `03-1968` or `1968`."""
    text = given.strip()
    if found := _ISO_PART.fullmatch(text):
        year, month = found.groups()
    elif found := _DUTCH_MONTH.fullmatch(text):
        month, year = found.groups()
    else:
        try:
            whole = parse_day(text)
        except BadDate:
            raise BadPartialDate from None
        return PartialDate(whole.year, whole.month, whole.day)
    _day(f"{year}-{month or 1:0>2}-01", BadPartialDate)
    return PartialDate(int(year), None if month is None else int(month))


def _day(iso: str, wrong: type[Invalid]) -> date:
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        raise wrong from None
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise wrong
    return day


def _without_marks(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.category(c).startswith("M"))


def _tidy(given: str, limit: int) -> str:
    """Give one line of text, trimmed and in NFC."""
    text = given.strip()
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if not text.isprintable():
        if _UNFIT_FOR_A_LINE.search(text):
            raise ValueControl
        _refuse_unseen(text, allowed="")
    if not text:
        raise ValueEmpty
    if len(text) > limit:
        raise ValueTooLong(limit=limit)
    return text


def _refuse_unseen(text: str, allowed: str) -> None:
    """Refuse control characters and half surrogates, and a text of nothing but invisible signs."""
    kinds = {unicodedata.category(c) for c in text if c not in allowed}
    if kinds & {"Cc", "Cs"}:
        raise ValueControl
    if kinds <= {"Cf", "Zs", "Zl", "Zp"}:
        raise ValueEmpty


def _text(field: Field, today: date, given: str) -> Value:
    del field, today
    return Value(_tidy(given, TEXT_LIMIT))


def _note(field: Field, today: date, given: str) -> Value:
    del field, today
    return Value(parse_note(given))


def parse_note(given: str) -> str:
    """Check a free note or a reason, which may have lines."""
    text = unicodedata.normalize("NFC", given.strip().replace("\r\n", "\n"))
    if not text:
        raise ValueEmpty
    _refuse_unseen(text, allowed="\n\t")
    if len(text) > NOTE_LIMIT:
        raise ValueTooLong(limit=NOTE_LIMIT)
    return text


def parse_reason(given: str) -> str:
    """Check a reason: a note that says something, in letters that can be seen."""
    text = parse_note(given)
    seen = [sign for sign in text.casefold() if sign.isalnum() and sign not in _FILLERS]
    if len(seen) < REASON_LEAST or len(set(seen)) < REASON_SIGNS:
        raise ReasonEmpty
    return text


def _code(field: Field, today: date, given: str) -> Value:
    del today
    wanted = _tidy(given, TEXT_LIMIT).casefold().replace(" ", "_")
    for choice in field.choices:
        if choice.casefold() == wanted:
            return Value(choice)
    raise ValueNotInList(choices=", ".join(field.choices))


def _date(field: Field, today: date, given: str) -> Value:
    text = _tidy(given, TEXT_LIMIT)
    day = parse_past_day(text, today) if field.code in NEVER_AHEAD else parse_day(text)
    return Value(day.isoformat(), day.isoformat())


def _partial_date(field: Field, today: date, given: str) -> Value:
    text = _tidy(given, TEXT_LIMIT)
    if _ISO_DAY.fullmatch(text):  # Nearly all are.
        first = _day(text, BadPartialDate)
    else:
        read = parse_partial_date(text)
        first, text = date(read.year, read.month or 1, read.day or 1), str(read)
    if first > today and field.code in NEVER_AHEAD:
        raise DateInFuture
    return Value(text)


def _bsn(field: Field, today: date, given: str) -> Value:
    del field, today
    text = _tidy(given, TEXT_LIMIT)
    # What stdnum finds about nine digits, many times as fast: an import has as many as it has rows.
    if len(text) == len(_WEIGHTS) and text.isascii() and text.isdigit():
        if (sum(map(mul, text.encode(), _WEIGHTS)) - _ZEROS) % 11 == 0 and text != "000000000":
            return Value(text, text)
    elif _BSN.fullmatch(text):
        from stdnum.nl import bsn

        number = bsn.compact(text)
        if bsn.is_valid(number):
            return Value(number, number)
    raise BadBsn


def _iban(field: Field, today: date, given: str) -> Value:
    del field, today
    from stdnum import iban

    text = _tidy(given, TEXT_LIMIT)
    number: str = iban.compact(text)
    if not _IBAN.fullmatch(number) or not iban.is_valid(number, check_country=False):
        raise BadIban
    return Value(text, number)


def _postcode(field: Field, today: date, given: str) -> Value:
    del field, today
    text = _tidy(given, POSTCODE_LIMIT)
    if _SURE_POSTCODE.fullmatch(text):
        return Value(text, text)
    if not (found := _DUTCH_POSTCODE.fullmatch(text)):
        return Value(text, "".join(text.upper().split()))
    from stdnum.nl import postcode

    if not postcode.is_valid(text):
        raise BadPostcode
    return Value(text, "".join(found.groups()).upper())


def _document_number(field: Field, today: date, given: str) -> Value:
    del field, today
    text = _tidy(given, TEXT_LIMIT)
    known = all(c.isalnum() or c in _ON_DOCUMENTS for c in text) and any(map(str.isalnum, text))
    if not known or len(text) > DOCUMENT_LIMIT:
        raise BadDocumentNumber(limit=DOCUMENT_LIMIT)
    return Value(text)


_READ: Mapping[Kind, Callable[[Field, date, str], Value]] = {
    Kind.TEXT: _text,
    Kind.CODE: _code,
    Kind.DATE: _date,
    Kind.PARTIAL_DATE: _partial_date,
    Kind.BSN: _bsn,
    Kind.IBAN: _iban,
    Kind.POSTCODE: _postcode,
    Kind.DOCUMENT_NUMBER: _document_number,
    Kind.NOTE: _note,
}


def plain_text(given: str) -> str:
    """Check one line of text that is no field: a name of a party, a reference."""
    return _tidy(given, TEXT_LIMIT)


def bsn_digits(text: str) -> str | None:
    """Give the nine digits when a text is a burgerservicenummer, however spaced; else None."""
    try:
        return _bsn(BY_CODE["burgerservicenummer"], date.max, text).normal
    except Invalid:
        return None
