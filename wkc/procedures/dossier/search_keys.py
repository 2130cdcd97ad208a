"""The keys that somebody is found by: words of each name they had, birth date, postcode, town, e-mail, telephone.

A key is its kind, a colon and a normal form. Spelling is folded: Janssen and Jansen, Dijk and Dyk have one key.
"""

import re
from collections.abc import Iterable, Iterator

from wkc.errors.families import Invalid
from wkc.procedures.io.fields import normal_name, parse_partial_date
from wkc.records.dossier import Client
from wkc.rules.dossier.spelling import unify_spelling
from wkc.store.dossier import search as searches
from wkc.store.store import Store

TOWN = "plaats"
"""A key of the office's own searches alone: so many people share it that nobody resembles another by it."""
NAME, BIRTH, POSTCODE, E_MAIL, TELEPHONE = KINDS = ("naam", "geboortedatum", "postcode", "e_mail", "telefoon")

_KIND = {"geboortedatum": BIRTH, "postcode": POSTCODE, "telefoon": TELEPHONE, "e_mail": E_MAIL, "woonplaats": TOWN}
_PARTICLES = frozenset(
    {"van", "von", "de", "den", "der", "het", "ten", "ter", "te", "in", "op", "aan", "bij", "t", "s", "la", "le", "el"}
    | {"al", "di", "da", "dos", "du", "des", "en"}
)
_TITLES = frozenset(["heer", "mevrouw", "dhr", "mevr", "mw", "geb", "geboren"])
_E_MAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+")
_POSTCODE = re.compile(r"\b([1-9][0-9]{3})[\s-]?([A-Za-z]{2})\b")
_NEIGHBOURHOOD = re.compile(r"[1-9][0-9]{3}")
"""A postcode without its letters."""
_DAY = re.compile(r"\b(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}-[0-9]{1,2}-[0-9]{4})\b")
_TELEPHONE = re.compile(r"(?:\+|\b)[0-9][0-9 ()-]{7,}[0-9]\b")
_DIGITS = 8
"""The fewest digits of a telephone number."""
_BEGUN = re.compile(r"(?:\+|0)[0-9][ ()-]*[0-9][0-9 ()-]*")
"""A telephone number, or its first digits."""
_EIGHT = re.compile(r"[0-9]{8}")
"""A day without anything between its parts, as the BRP writes it or the other way round."""
_SHORT_YEAR = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]'?([0-9]{2})")
"""A day with two digits of its year, which only a search may take for either century."""
_PART = 1_000
"""Clients whose keys are made at a time."""


def index(store: Store) -> None:
    """Make the keys of the clients who have none: since they came in, or since something of theirs changed."""
    while part := searches.list_unkeyed(store, _PART):
        for client in part:
            kept = {key for field, value in searches.values(store, client) for key in of_value(field, value)}
            searches.add(store, client, sorted(kept))


def of_value(field: str, value: str) -> Iterator[str]:
    """Give the keys of one value of a field."""
    kind = _KIND.get(field)
    if kind is None:
        yield from of_name(value)
    elif kind == TELEPHONE:
        yield from _telephone(value)
    elif kind == TOWN:
        yield f"{TOWN}:{normal_name(value)}"
    elif kind == POSTCODE:
        yield f"{POSTCODE}:{''.join(value.split()).upper()}"
    else:
        yield f"{kind}:{value.strip().casefold()}"


def of_name(text: str) -> Iterator[str]:
    """Give a key for each word of a name that tells people apart: no initial, no voorvoegsel, no title."""
    for word in normal_name(text).split():
        if len(word) > 1 and word not in _PARTICLES | _TITLES:
            yield f"{NAME}:{unify_spelling(word)}"


def of_lines(lines: Iterable[str], *, named: bool) -> Iterator[str]:
    """Give the keys in lines that somebody wrote; with `named` the first is a name and the others an address.

    Without it each line that is no e-mail, telephone, postcode or birth date is taken for a name.
    """
    for place, line in enumerate(lines):
        marks = list(_marks(line))
        yield from marks
        if place == 0 if named else not marks:
            yield from of_name(line)


def _marks(line: str) -> Iterator[str]:
    for mark in _E_MAIL.findall(line):
        yield f"{E_MAIL}:{mark.casefold()}"
    for digits, letters in _POSTCODE.findall(line):
        yield f"{POSTCODE}:{digits}{letters.upper()}"
    rest = _DAY.sub(" ", line)
    for mark in _DAY.findall(line):
        try:
            yield f"{BIRTH}:{parse_partial_date(mark)}"
        except Invalid:
            rest = line
    for mark in _TELEPHONE.findall(rest):
        yield from _telephone(mark)


def _telephone(text: str) -> Iterator[str]:
    digits = _home_digits(text)
    if len(digits) >= _DIGITS:
        yield f"{TELEPHONE}:{digits.lstrip('+')}"


def _home_digits(text: str) -> str:
    """Give the digits of a telephone number as one dials them at home."""
    digits = re.sub(r"[^0-9+]", "", text)
    for ahead in ("+31", "0031"):
        digits = "0" + digits.removeprefix(ahead).lstrip("0") if digits.startswith(ahead) else digits
    return digits


def matching(store: Store, wanted: Iterable[str], coach: str | None) -> dict[Client, set[str]]:
    """Give the clients that have any of these keys, each with the kinds of those that they have."""
    kinds: dict[Client, set[str]] = {}
    for key in set(wanted):
        for client, _key in searches.by_key(store, key, key, coach):
            kinds.setdefault(client, set()).add(key.partition(":")[0])
    return kinds


def by_words(store: Store, text: str, coach: str | None) -> tuple[Client, ...]:
    """Give the clients who fit a search text: its e-mail, telephone, postcode or day; else each word of it.

    The digits of a postcode fit each of their letters, the first digits of a telephone number those that go on. An
    initial fits a word that begins with it; voorvoegsels fit everybody.
    """
    if _NEIGHBOURHOOD.fullmatch(text.strip()):
        return _in_order(_beginning(store, f"{POSTCODE}:{text.strip()}", coach))
    if days := _days(text.strip()):
        return _in_order({client for day in days for client in _beginning(store, f"{BIRTH}:{day}", coach)})
    if marks := list(_marks(text)):
        return _in_order(matching(store, marks, coach))
    begun = _home_digits(text).lstrip("+") if _BEGUN.fullmatch(text.strip()) else ""
    if len(begun) > 1:
        return _in_order(_beginning(store, f"{TELEPHONE}:{begun}", coach))
    words = [word for word in normal_name(text).split() if word not in _PARTICLES]
    longest = max(words, key=len, default="")
    if len(longest) <= 1:
        return ()
    near = _beginning(store, f"{NAME}:{unify_spelling(longest)}", coach)
    return _in_order(client for client in near if _has_all(searches.of_client(store, client), words))


def by_town(store: Store, text: str, coach: str | None, most: int) -> tuple[Client, ...]:
    """Give so many of the clients who live, or lived, in a town whose name begins so, in the order in which they came.

    The fewest letters are those of the shortest names of towns, such as Ee and Oss.
    """
    key = normal_name(text)
    return searches.by_town(store, f"{TOWN}:{key}", coach, most) if len(key) > 1 and not key.isdigit() else ()


def _days(text: str) -> tuple[str, ...]:
    """Give the days, or the months, that a whole text can be, as their keys begin."""
    if short := _SHORT_YEAR.fullmatch(text):
        written = [f"{short[1]}-{short[2]}-{century}{short[3]}" for century in ("19", "20")]
    else:
        written = [text] if re.search("[-/. ]", text) else []
        if _EIGHT.fullmatch(text):
            written = [text, f"{text[:2]}-{text[2:4]}-{text[4:]}"]
    days = []
    for day in written:
        try:
            days.append(str(parse_partial_date(day)))
        except Invalid:
            continue
    return tuple(days)


def _beginning(store: Store, begin: str, coach: str | None) -> set[Client]:
    return {client for client, _key in searches.by_key(store, begin, begin + chr(0x10FFFF), coach)}


def _in_order(clients: Iterable[Client]) -> tuple[Client, ...]:
    return tuple(sorted(clients, key=lambda client: client.id))


def _has_all(own: frozenset[str], words: Iterable[str]) -> bool:
    return all(any(key.startswith(f"{NAME}:{unify_spelling(word)}") for key in own) for word in words)
