"""Names that are nearly the one that was typed: any word of a name, without prefixes, one letter off."""

from collections.abc import Iterator

from wkc.procedures.core.action import Action
from wkc.procedures.core.name_keys import keys_of
from wkc.procedures.io.text import normal_name
from wkc.records.dossier import Client
from wkc.rules.dossier.likeness import is_near
from wkc.rules.dossier.wording import is_prefix
from wkc.store.dossier import client as clients
from wkc.store.dossier.client import Window

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LEAST, _LONGEST = 4, 24
"""Between how many letters a word is looked up with one of them off."""

_LAST = chr(0x10FFFF)


_SHORT, _LONG = ("v d ", "vd "), ("van der ", "van den ", "van de ")
"""Prefixes that are written short, and all that they can mean, as the beginning of a key."""


def other_prefixes(key: str) -> tuple[str, ...]:
    """Give the keys that are the same name with its prefix written otherwise: `v d linden`, `van der linden`."""
    for before in (*_SHORT, *_LONG):
        rest = key.removeprefix(before)
        if rest and rest != key:
            others = (*_SHORT, *_LONG) if before in _SHORT else _SHORT
            return tuple(other + rest for other in others if other != before)
    return ()


def near(action: Action, text: str, most: int) -> tuple[Client, ...]:
    """Give the clients of whom each word that was typed is a word of the name, or nearly; nearest first."""
    words = [word for word in normal_name(text).split() if not is_prefix(word)]
    if not words:
        return ()
    longest = max(words, key=len)
    window = Window(10 * most, 0, action.caseload_filter)
    fitting: dict[Client, None] = {}
    for low, high in clients.list_ranges_with_words(action.store, [*_ranges(longest)]):
        for client in clients.by_word(action.store, low, high, window):
            if client not in fitting and _is_near(action, client, words):
                fitting[client] = None
        if len(fitting) >= most:
            break
    return tuple(fitting)[:most]


def _ranges(word: str) -> Iterator[tuple[str, str]]:
    """Give what to look up, in the order of nearness: the word and what begins so, then each word one letter off."""
    yield word, word + _LAST
    if _LEAST <= len(word) <= _LONGEST:
        for variant in dict.fromkeys(_variants(word)):
            yield variant, variant + "!"  # A key goes on with a space, which is less.


def _variants(word: str) -> Iterator[str]:
    letters = _LETTERS + "".join(set(word) - set(_LETTERS))
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in letters:
            if tail:
                yield head + letter + tail[1:]
            yield head + letter + tail


def _is_near(action: Action, client: Client, words: list[str]) -> bool:
    keys = keys_of(action.store, client)
    own = [*keys.ways[0].split(), *keys.words] if keys.ways else []
    return all(any(one.startswith(word) or is_near(word, one) for one in own) for word in words)
