"""The lines of a menu that an answer means: by number, by a part of a line in sight, or by words of one beneath."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from wkc.cli.forms.start_screen import MenuItem, list_permitted
from wkc.i18n import _
from wkc.records.user import Role

LEAST = 3
"""The letters of a line from which it is chosen: fewer are in it by chance."""

LONG = 4
"""The letters of a word that makes several words a line and no name."""

_WORD = re.compile(r"[^\W_]+")

_IN_SURNAMES = frozenset(
    {
        *("aan", "achter", "bij", "binnen", "boven", "buiten", "door", "langs", "naar", "onder", "over", "tegen"),
        *("tussen", "uit", "vanaf", "voor", "zonder"),
        *("about", "above", "after", "before", "behind", "from", "inside", "into", "outside", "over", "under", "with"),
        *("within", "without"),
    }
)
"""Articles and prepositions of both languages that are long enough for a word: "van Buiten" is a surname."""


def find_item(items: tuple[MenuItem, ...], typed: str) -> MenuItem | None:
    """Give the item of a number, or the only one whose line has what was typed; None for any other answer.

    Of several words, which could be a name, the line has each as a whole word.
    """
    if typed.isascii() and typed.isdigit() and not typed.startswith("0"):
        return items[int(typed) - 1] if 0 < int(typed) <= len(items) else None
    if " " in typed:
        fitting = [item for item in items if has_words(_(item.line), typed)]
    else:
        fitting = [item for item in items if len(typed) >= LEAST and typed.casefold() in _(item.line).casefold()]
    return fitting[0] if len(fitting) == 1 else None


def find_beneath(items: Iterable[MenuItem], typed: str, role: Role) -> tuple[MenuItem, ...]:
    """Give the lines of the menus beneath these that have two typed words or more as words; one word may be a name."""
    if " " not in typed:
        return ()
    return tuple({one.line: one for one in _list_beneath(items, role) if has_words(_(one.line), typed)}.values())


def find_part(items: tuple[MenuItem, ...], typed: str, role: Role) -> tuple[MenuItem, ...]:
    """Give the lines of these menus and those beneath that have what was typed, of two words or more, as a part.

    A surname can be part of a line, so they are for what no client is called.
    """
    if " " not in typed:
        return ()
    every = (*items, *_list_beneath(items, role))
    return tuple({one.line: one for one in every if typed.casefold() in _(one.line).casefold()}.values())


def has_words(line: str, typed: str) -> bool:
    """Tell whether typed words are a line, or words of it in their order of which one says what is to be done.

    That is a word of LONG letters or more that is no article or preposition: "de B" and "van Buiten" are names.
    """
    words, whole = _WORD.findall(typed.casefold()), _WORD.findall(line.casefold())
    says_what = any(len(word) >= LONG and word not in _IN_SURNAMES for word in words)
    return words == whole or (says_what and f" {' '.join(words)} " in f" {' '.join(whole)} ")


def _list_beneath(items: Iterable[MenuItem], role: Role) -> Iterator[MenuItem]:
    for item in items:
        yield from (permitted := list_permitted(item.menu, role))
        yield from _list_beneath(permitted, role)
