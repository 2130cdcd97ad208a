"""Art. 11.1, AVG 15.4: places in a text that look like somebody else: numbers, addresses, names, next of kin.

The rules are plain and rather show too much: a person decides on each place. A name is a word with a capital that is
no word of the office, of the client, of a party or of a user.
"""

import re
from collections.abc import Collection, Iterator

from stdnum.nl import bsn

from wkc.records.review import Clue, Suspicion
from wkc.rules.dossier.common_words import BEGINNINGS, CALENDAR, COMMON, KIN, PARTICLES
from wkc.rules.dossier.comparison import GAP, fold, list_words, national_digits

BSN_DIGITS = 9

ABBREVIATION = 5
"""The most letters of an abbreviation such as UWV or IBAN."""

LONG = 8
"""The least letters of a word that is told from a name by its ending."""

_ENDINGS = (
    "ing",
    "ingen",
    "heid",
    "atie",
    "iteit",
    "lijk",
    "ment",
    "schap",
    "dienst",
    "werk",
    "lijst",
    "verlof",
    "gesprek",
    "traject",
    "plaats",
    "cursus",
    "winkel",
    "wet",
    "bezoek",
    "afspraak",
)
_E_MAIL = re.compile(r"[^\s@<>()\[\],;:]+@[^\s@<>()\[\],;:]+\.[^\W\d_]{2,}")
_NUMBER = re.compile(rf"(?<![\w@.])(?:\+|00)?(?:\(\d+\)|\d)(?:{GAP}{{0,3}}\d){{5,14}}(?!\w)")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019\-][^\W\d_]+)*|\d+")
_TELEPHONE = re.compile(r"(?:\+|00)[1-9]\d{7,14}|0[1-9]\d{8}")
_SENTENCE = re.compile(r"(?:^|[.!?\n*-])[\s\"'(]*$")
_BETWEEN = re.compile(r"[ \u00a0]+'?|\. ?")


def find_others(text: str, known: Collection[str]) -> tuple[Suspicion, ...]:
    """Give the places in a text that look like somebody else, in their order; none overlaps another.

    `known` are names and numbers of the client, of parties and of users, which are nobody else's.
    """
    words = {word for name in known for word in list_words(name)}
    numbers = {digits for name in known if (digits := national_digits(name)) is not None}
    mails = {fold(name) for name in known if "@" in name}
    suspicions = [*_find_mails(text, mails), *_find_numbers(text, numbers)]
    for one in _find_names(text, words):
        if not any(one.start < other.end and other.start < one.end for other in suspicions):
            suspicions.append(one)
    return tuple(sorted(suspicions, key=lambda one: one.start))


def _find_mails(text: str, known: Collection[str]) -> Iterator[Suspicion]:
    for match in _E_MAIL.finditer(text):
        if fold(match[0]) not in known:
            yield Suspicion(*match.span(), Clue.E_MAIL)


def _find_numbers(text: str, known: Collection[str]) -> Iterator[Suspicion]:
    """Find telephone numbers and burgerservicenummers; a date or an amount is neither."""
    for match in _NUMBER.finditer(text):
        plain = re.sub(r"[^\d+]", "", match[0])
        if national_digits(plain) in known:
            continue
        if _TELEPHONE.fullmatch(plain):
            yield Suspicion(*match.span(), Clue.TELEFOON)
        elif len(plain) == BSN_DIGITS and bsn.is_valid(plain):
            yield Suspicion(*match.span(), Clue.NUMMER)


def _find_names(text: str, known: Collection[str]) -> Iterator[Suspicion]:
    """Find names, word by word; particles and words with a capital that follow each other are one name."""
    words = list(_WORD.finditer(text))
    place = 0
    while place < len(words):
        last = _end_of_name(text, words, place)
        if last is None:
            if fold(words[place][0]) in KIN:
                yield Suspicion(*words[place].span(), Clue.NAASTE)
            place += 1
            continue
        named = [word for word in words[place : last + 1] if _has_capital(word[0])]
        nobody = {*known, *COMMON, *CALENDAR, *KIN}
        first = next((word for word in named if not set(list_words(word[0])) <= nobody), None)
        telling = any(len(word[0]) > 1 and not set(list_words(word[0])) <= nobody | PARTICLES for word in named)
        if (
            first is not None
            and telling
            and not (first is words[place] and len(named) == 1 and _is_at_beginning(text, first))
        ):
            yield Suspicion(first.start(), words[last].end(), Clue.NAAM)
        elif fold(words[place][0]) in KIN:
            yield Suspicion(*words[place].span(), Clue.NAASTE)
        place = last + 1


def _end_of_name(text: str, words: list[re.Match[str]], first: int) -> int | None:
    """Give the last word of a name that may begin with a word; None where none does."""
    if not _has_capital(words[first][0]):
        return None
    last = place = first
    while place + 1 < len(words) and _BETWEEN.fullmatch(text[words[place].end() : words[place + 1].start()]):
        between = text[words[place].end() : words[place + 1].start()]
        if "." in between and len(words[place][0]) > 1:
            break  # A full stop ends a sentence, but for that of an initial.
        place += 1
        if _has_capital(words[place][0]):
            last = place
        elif fold(words[place][0]) not in PARTICLES:
            break
    return last


def _is_at_beginning(text: str, word: re.Match[str]) -> bool:
    """Tell whether a word begins a sentence and is a plain word of Dutch: by a list, or a long one by its ending."""
    if _SENTENCE.search(text[: word.start()]) is None:
        return False
    plain = fold(word[0])
    return plain in BEGINNINGS or (len(word[0]) >= LONG and plain.endswith(_ENDINGS))


def _has_capital(word: str) -> bool:
    """Tell whether a word is written as a name: a capital, and no abbreviation such as UWV."""
    return word[0].isupper() and not (1 < len(word) <= ABBREVIATION and word.isupper())
