"""Codes as they are typed: the words of the law, in any case, with spaces or hyphens for underscores."""

from collections.abc import Iterable

from wkc.errors import KindUnknown


def one_of(given: str, choices: Iterable[str]) -> str:
    """Give the code that was typed; errors.KindUnknown names those that there are."""
    known = tuple(str(choice) for choice in choices)
    wanted = given.strip().lower().replace("-", "_").replace(" ", "_")
    if wanted not in known:
        raise KindUnknown(choices=", ".join(known))
    return wanted
