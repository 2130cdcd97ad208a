"""Art. 8.1 and 8.2, UAVG 22, 31 and 46: values that a report may not hold are looked for in the coach's own words."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from wkc.records.dossier import Entry
from wkc.records.field import Field, FieldClass, Kind
from wkc.records.report import BarredValue, Finding, TextPart
from wkc.rules.disclosure.judge import find_article
from wkc.rules.dossier.common_words import COMMON
from wkc.rules.dossier.comparison import fold, join_words, list_words, space_out, to_plain
from wkc.rules.progress.report import CATEGORIES

TELLING = 5
"""The least letters of a word that may tell something of a person."""

SHORTEST = 3
"""The least signs of a whole value that is looked for: a code such as M is in every text."""

ABSOLUTE: frozenset[str] = frozenset({"geheim", "bsn_zonder_wet"})
"""Reasons that nobody sets aside as a mere likeness: what a duty keeps secret, and a number that is nobody else's."""

MONTHS: tuple[str, ...] = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip

_BSN = "burgerservicenummer"
_NUMBERS: frozenset[Kind] = frozenset({Kind.BSN, Kind.IBAN, Kind.DOCUMENT_NUMBER})
_DATES: frozenset[Kind] = frozenset({Kind.DATE, Kind.PARTIAL_DATE})
_SEALED = {
    FieldClass.BIJZONDER: "bijzonder_zonder_grond",
    FieldClass.STRAFRECHTELIJK: "strafrechtelijk_zonder_grond",
}


def bar(entry: Entry, *, is_secret: bool) -> tuple[str, str] | None:
    """Give the reason and the article for which a value may not be in a report, None for one that may.

    `is_secret` tells that a duty of secrecy binds it towards the opdrachtgever (art. 8.2).
    """
    if is_secret:
        return _with_article("geheim")
    if (barred := bar_field(entry.field)) is not None:
        return barred
    if entry.in_onderzoek:
        return _with_article("in_onderzoek")
    return _with_article("beperkt") if entry.beperkt else None


def bar_field(field: Field) -> tuple[str, str] | None:
    """Give the reason and the article for which no value of a field may be in a report, None for one that may."""
    if field.code == _BSN:
        return _with_article("bsn_zonder_wet")
    if field.field_class in _SEALED:
        return _with_article(_SEALED[field.field_class])
    return None if field.category in CATEGORIES else _with_article("buiten_doel")


def _with_article(reason: str) -> tuple[str, str]:
    return reason, find_article(reason)


def find_barred(
    texts: Mapping[TextPart, str], barred: Iterable[BarredValue], known: Collection[str]
) -> tuple[Finding, ...]:
    """Give each barred value in a text, whole or by one telling word, once for each line.

    `known` are values that may go, names of parties and references: their words are no finding.
    """
    allowed = {word for text in known for word in list_words(text)}
    whole = {to_plain(text) for text in known}
    lines = [(part, number, line) for part, text in texts.items() for number, line in enumerate(text.splitlines(), 1)]
    findings = []
    for value in barred:
        if to_plain(value.value) in whole:
            continue
        telling = _telling(value, allowed)
        for part, number, line in lines:
            masked = _mask_names(line, whole)
            is_whole = _has_whole_value(value, line, masked)
            if is_whole or telling & set(masked.split()):
                row = (value.number, value.entry, value.field, part, number, is_whole, value.reason, value.article)
                findings.append(Finding(*row))
    return tuple(findings)


def _telling(value: BarredValue, allowed: Collection[str]) -> set[str]:
    """Give the words of a value that tell something by themselves; a number or a date has none."""
    if value.field.kind in _NUMBERS | _DATES | {Kind.POSTCODE}:
        return set()
    return {
        word
        for word in list_words(value.value)
        if len(word) >= TELLING and not word.isdigit() and word not in COMMON and word not in allowed
    }


def _mask_names(line: str, known: Collection[str]) -> str:
    """Give the words of a line without the names that may be in it: a town in the name of a party is no finding."""
    plain = f" {to_plain(line)} "
    for name in sorted((name for name in known if " " in name), key=len, reverse=True):
        plain = plain.replace(f" {name} ", " | ")
    return plain


def _has_whole_value(value: BarredValue, line: str, masked: str) -> bool:
    """Tell whether a whole value is in a line, however it is spaced, hyphenated or, as a date, written."""
    kind = value.field.kind
    if kind in _NUMBERS:
        wanted = join_words(value.value)
        return (
            len(wanted) >= SHORTEST
            and re.search(rf"(?<![0-9a-z]){space_out(wanted)}(?![0-9a-z])", fold(line)) is not None
        )
    if kind in _DATES:
        return any(f" {written} " in masked for written in _dates(value.value))
    wanted = to_plain(value.value)
    return len(wanted) >= SHORTEST and f" {wanted} " in masked


def _dates(value: str) -> Iterator[str]:
    """Give the ways in which people write a day; a year by itself, or a month of one, is no day."""
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return
    yield f"{day.year} {day.month:02d} {day.day:02d}"
    for number in {str(day.day), f"{day.day:02d}"}:
        yield f"{number} {MONTHS[day.month - 1]} {day.year}"
        for month in {str(day.month), f"{day.month:02d}"}:
            yield f"{number} {month} {day.year}"
            yield f"{number} {month} {day.year % 100:02d}"
