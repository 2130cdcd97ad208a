"""Art. 4: a value is checked where it comes in, and stored as it was typed, tidied."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from operator import mul

from wkc.errors.families import Invalid
from wkc.errors.input import (
    BadBsn,
    BadDocumentNumber,
    BadIban,
    BadPartialDate,
    BadPostcode,
    BirthTooLongAgo,
    DateInFuture,
    ValueNotInList,
)
from wkc.errors.intake import BadEmail, BsnLength, DateFiller, TelephoneWrong, ValueSecret, ValueWord
from wkc.procedures.io.codes import find_code
from wkc.procedures.io.dates import (
    parse_any_day,
    parse_day,
    parse_partial_date,
    parse_past_day,
    past_day_or_today,
    sure_day,
)
from wkc.procedures.io.text import TEXT_LIMIT, normal_name, parse_note, parse_reason, plain_text, tidy
from wkc.records.address import print_postcode
from wkc.records.field import Field, Kind, Value
from wkc.rules.dossier.field import BY_CODE, NEVER_AHEAD
from wkc.rules.dossier.plausible_day import can_be_birth, is_filler
from wkc.rules.dossier.wording import CODE_WORDS, CONCEALED, is_nothing

POSTCODE_LIMIT, DOCUMENT_LIMIT = 20, 30
"""The most characters of a postcode and of the number of a document."""


# A number cell loses the zeros in front, five of them at most; what is shorter still is no BSN but a count or an age.
_BSN = re.compile(r"[0-9](?:[ .-]?[0-9]){3,8}")
_BSN_WORD = re.compile(r"^(?:bsn|burgerservicenummer|sofi)\W*", re.IGNORECASE)
_BSN_DECIMALS = re.compile(r"[.,]0{1,2}$")
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_ZEROS = ord("0") * sum(_WEIGHTS)
_DUTCH_POSTCODE = re.compile(r"(?:NL[ -]?)?([0-9]{4})[ -]*([A-Z]{2})", re.ASCII | re.IGNORECASE)
_SURE_POSTCODE = re.compile(r"[1-9][0-9]{3} ?(?!S[ADS])[A-Z]{2}")
_IBAN = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{4,30}")
_IBAN_WORD = re.compile(r"^IBAN[\s:]+", re.IGNORECASE)
_SURE_TELEPHONE = re.compile(r"0[1-9][0-9]-?[0-9]{7}|06-?[0-9]{8}|0[1-9][0-9]{2}-[0-9]{6}", re.ASCII)
_CELL_TELEPHONE = re.compile(r"[1-9][0-9]{8}|(?P<abroad>31[1-9][0-9]{8})", re.ASCII)
_DUTCH, _DUTCH_DIGITS = 31, 9
_ON_DOCUMENTS = frozenset(" -./<")


def parse(field: Field, typed: str, today: date) -> Value:
    """Check a value of a field; raises the errors.Invalid that says what is wrong with it."""
    return reader(field, today)(typed)


def parse_new(field: Field, typed: str, today: date) -> Value:
    """Check a value that comes in now, which must be plausible too; errors.DateFiller and BirthTooLongAgo besides."""
    value = parse(field, typed, today)
    if field.code == "geboortedatum":
        check_birth(value, today)
    return value


def parse_stored(field: Field, stored: str, today: date) -> Value:
    """Give a value that is in the register already, as it is where the rules for what comes in grew stricter since."""
    try:
        return parse(field, stored, today)
    except Invalid:
        is_looked_up = field.kind in (Kind.POSTCODE, Kind.IBAN, Kind.BSN, Kind.DATE)
        return Value(stored, "".join(stored.upper().split()) if is_looked_up else None)


def check_birth(born: Value, today: date) -> None:
    """Refuse a date of birth that a program filled in, or that nobody alive has."""
    if not can_be_birth(int(born.text[:4]), today):
        raise DateFiller if is_filler(born.text) else BirthTooLongAgo


def reader(field: Field, today: date) -> Callable[[str], Value]:
    """Give the parser of the values of one field, for many of them."""
    return partial(_READ_FIELD.get(field.code) or _READ[field.kind], field, today)


def _text(field: Field, today: date, typed: str) -> Value:
    del field, today
    return Value(tidy(typed, TEXT_LIMIT))


def _place(field: Field, today: date, typed: str) -> Value:
    """Read an address or a town; a word for nothing, or the mark `geheim`, is none."""
    del field, today
    text = tidy(typed, TEXT_LIMIT)
    _refuse_word(text)
    return Value(text)


def _note(field: Field, today: date, typed: str) -> Value:
    del field, today
    return Value(parse_note(typed))


def _code(field: Field, today: date, typed: str) -> Value:
    del today
    text = tidy(typed, TEXT_LIMIT)
    choice = find_code(text, field.choices) or CODE_WORDS.get(field.code, {}).get(normal_name(text).replace(" ", ""))
    if choice is not None:
        return Value(choice)
    raise ValueNotInList(choices=", ".join(field.choices))


def _date(field: Field, today: date, typed: str) -> Value:
    text = tidy(typed, TEXT_LIMIT)
    day = parse_past_day(text, today) if field.code in NEVER_AHEAD else parse_day(text)
    return Value(day.isoformat(), day.isoformat())


def _partial_date(field: Field, today: date, typed: str) -> Value:
    text = tidy(typed, TEXT_LIMIT)
    first = sure_day(text, BadPartialDate)
    if first is None:
        read = parse_partial_date(text)
        first, text = date(read.year, read.month or 1, read.day or 1), str(read)
    if first > today and field.code in NEVER_AHEAD:
        raise DateInFuture
    return Value(text)


def _bsn(field: Field, today: date, typed: str) -> Value:
    del field, today
    text = tidy(typed, TEXT_LIMIT)
    # The eleven-test of stdnum, many times as fast: an import has as many as it has rows.
    if len(text) == len(_WEIGHTS) and text.isascii() and text.isdigit():
        if (sum(map(mul, text.encode(), _WEIGHTS)) - _ZEROS) % 11 == 0 and text != "000000000":
            return Value(text, text)
        raise BadBsn
    return _spaced_bsn(text)


def _spaced_bsn(text: str) -> Value:
    """Read a burgerservicenummer with spaces, a word before it, or decimals behind it."""
    _refuse_word(text)
    if not any(map(str.isdigit, text)):
        raise ValueWord
    plain = _BSN_DECIMALS.sub("", _BSN_WORD.sub("", text.replace("\N{NON-BREAKING HYPHEN}", "-")))
    if not _BSN.fullmatch(plain):
        raise BsnLength
    from stdnum.nl import bsn

    number = bsn.compact(plain)
    if not bsn.is_valid(number):
        raise BadBsn
    return Value(number, number)


def _iban(field: Field, today: date, typed: str) -> Value:
    del field, today
    from stdnum import iban

    text = tidy(typed, TEXT_LIMIT)
    _refuse_word(text)
    text = _IBAN_WORD.sub("", text)
    number: str = iban.compact(text)
    if not _IBAN.fullmatch(number) or not iban.is_valid(number, check_country=False):
        raise BadIban
    return Value(text, number)


def _postcode(field: Field, today: date, typed: str) -> Value:
    """Read a postcode: a Dutch one in the form of PostNL; a foreign one begins with letters, if only of its country."""
    del field, today
    text = tidy(typed, POSTCODE_LIMIT)
    if _SURE_POSTCODE.fullmatch(text):
        return Value(print_postcode(text), text.replace(" ", ""))
    _refuse_word(text)
    if not any(map(str.isdigit, text)):
        raise ValueWord
    bare = re.sub(r"(?<=[A-Za-z]) (?=[A-Za-z]$)|\.$", "", text)
    if not (match := _DUTCH_POSTCODE.fullmatch(bare)):
        if bare[0].isdigit():
            raise BadPostcode
        return Value(text, "".join(text.upper().split()))
    from stdnum.nl import postcode

    if not postcode.is_valid(bare):
        raise BadPostcode
    return Value(print_postcode("".join(match.groups())), "".join(match.groups()).upper())


def _telephone(field: Field, today: date, typed: str) -> Value:
    """Read a telephone number (ITU-T E.164); a Dutch one has nine digits behind the 0, which a number cell loses.

    A foreign one counts by its length alone: which numbers are given out is younger than any list of them.
    """
    del field, today
    text = tidy(typed, TEXT_LIMIT)
    if _SURE_TELEPHONE.fullmatch(text):
        return Value(text)
    _refuse_word(text)
    from phonenumbers import NumberParseException, ValidationResult, is_possible_number_with_reason, is_valid_number
    from phonenumbers import parse as parse_number

    if match := _CELL_TELEPHONE.fullmatch(text):
        text = f"+{text}" if match["abroad"] else f"0{text}"
    try:
        number = parse_number(text, "NL")
    except NumberParseException:
        raise TelephoneWrong from None
    if number.country_code == _DUTCH:
        fits = len(str(number.national_number)) == _DUTCH_DIGITS or is_valid_number(number)
    else:
        fits = is_possible_number_with_reason(number) == ValidationResult.IS_POSSIBLE
    if any(sign.isalpha() for sign in text) or not fits:
        raise TelephoneWrong
    return Value(text)


def _e_mail(field: Field, today: date, typed: str) -> Value:
    """Read an e-mail address (RFC 5321); nobody is asked whether it exists."""
    del field, today
    text = tidy(typed, TEXT_LIMIT)
    _refuse_word(text)
    from email_validator import EmailNotValidError, validate_email

    try:
        validate_email(text, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        raise BadEmail from None
    return Value(text)


def _document_number(field: Field, today: date, typed: str) -> Value:
    del field, today
    text = tidy(typed, TEXT_LIMIT)
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


_READ_FIELD: Mapping[str, Callable[[Field, date, str], Value]] = {
    "adres": _place,
    "woonplaats": _place,
    "telefoon": _telephone,
    "e_mail": _e_mail,
}
"""Fields of text that are checked besides."""


def _refuse_word(text: str) -> None:
    """Refuse a word for nothing, and `geheim`, which is a mark and no value."""
    if is_nothing(text):
        raise ValueSecret if text.casefold() == CONCEALED else ValueWord


def bsn_digits(text: str) -> str | None:
    """Give the nine digits when a text is a burgerservicenummer, however spaced; else None."""
    try:
        return _bsn(BY_CODE["burgerservicenummer"], date.max, text).normal
    except Invalid:
        return None


__all__ = [
    "bsn_digits",
    "normal_name",
    "parse",
    "parse_any_day",
    "parse_day",
    "parse_new",
    "parse_note",
    "parse_partial_date",
    "parse_past_day",
    "parse_reason",
    "parse_stored",
    "past_day_or_today",
    "plain_text",
    "reader",
]
