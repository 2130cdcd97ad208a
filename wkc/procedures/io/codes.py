"""Codes as they are typed: the words of the law, blind to case, hyphens, spaces and underscores."""

import re
from collections.abc import Iterable

from wkc.errors.families import WkcError
from wkc.errors.register import KindUnknown
from wkc.errors.rights import CategoriesWrong
from wkc.rules.dossier.field import CATEGORIES

_NUMBERS = {str(number): number for number in CATEGORIES}
_BETWEEN = re.compile(r"[\s_\-\u2010\u2011]+")


def find_code(typed: str, choices: Iterable[str]) -> str | None:
    """Give the choice that was typed, or None; `E mail`, `e-mail` and `E_MAIL` are all `e_mail`."""
    wanted = _fold(typed)
    return next((str(choice) for choice in choices if _fold(choice) == wanted), None) if wanted else None


def parse_code(typed: str, choices: Iterable[str], error: type[WkcError] = KindUnknown) -> str:
    """Give the choice that was typed; the error names all choices, and never repeats what was typed."""
    known = tuple(map(str, choices))
    code = find_code(typed, known)
    if code is None:
        raise error(choices=", ".join(known))
    return code


def fold_word(typed: str) -> str:
    """Give a word that is no choice of a list in the form of a code: lower case, one underscore between its parts."""
    return _BETWEEN.sub("_", typed.strip()).casefold()


def parse_categories(typed: str) -> tuple[int, ...]:
    """Read `1,2,29`: numbers of annex I, each once, in order."""
    parts = typed.replace(",", " ").replace(";", " ").split()
    if not parts or not set(parts) <= set(_NUMBERS):
        raise CategoriesWrong
    return tuple(sorted({_NUMBERS[part] for part in parts}))


def _fold(word: str) -> str:
    return _BETWEEN.sub("", word).casefold()
