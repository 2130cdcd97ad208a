"""Codes as they are typed: the words of the law, in any case, with spaces or hyphens for underscores."""

from collections.abc import Iterable

from wkc.errors.register import KindUnknown
from wkc.errors.rights import CategoriesWrong
from wkc.rules.dossier.field import CATEGORIES

_NUMBERS = {str(number): number for number in CATEGORIES}


def one_of(given: str, choices: Iterable[str]) -> str:
    """Give the code that was typed; errors.KindUnknown names those that there are."""
    known = tuple(str(choice) for choice in choices)
    wanted = given.strip().lower().replace("-", "_").replace(" ", "_")
    if wanted not in known:
        raise KindUnknown(choices=", ".join(known))
    return wanted


def categories(given: str) -> tuple[int, ...]:
    """Read `1,2,29`: numbers of annex I, each once, in order."""
    parts = given.replace(",", " ").replace(";", " ").split()
    if not parts or not set(parts) <= set(_NUMBERS):
        raise CategoriesWrong
    return tuple(sorted({_NUMBERS[part] for part in parts}))
