"""The language of the screen: English source text, a Dutch catalogue, chosen by the locale."""

import gettext as _gettext
from collections.abc import Mapping
from functools import cache
from pathlib import Path

LOCALES = Path(__file__).parent / "locale"

_current: _gettext.NullTranslations = _gettext.NullTranslations()


def N_(text: str) -> str:  # noqa: N802  (the name that gettext tools look for)
    """Mark a text for the catalogue; it is translated where it is shown."""
    return text


def _(text: str) -> str:
    """Give a text in the language in use."""
    return _current.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """Give the form of a text that fits a count, in the language in use."""
    return _current.ngettext(one, many, count)


def language() -> str:
    """Give the language in use: the code of its catalogue (ISO 639-1), `en` without one."""
    return _current.info().get("language", "en")


def chosen(dutch: str, english: str) -> str:
    """Give the one of two texts that is in the language in use."""
    return dutch if language() == "nl" else english


def decimal(number: float) -> str:
    """Write a number with one decimal, behind the mark of the language in use."""
    return f"{number:.1f}".replace(".", chosen(",", "."))


def use(environ: Mapping[str, str]) -> None:
    """Choose the language from LC_ALL, LC_MESSAGES or LANG, and LANGUAGE, in POSIX's order (locale(7))."""
    global _current  # noqa: PLW0603  (one process speaks one language at a time)
    locale = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "C")
    plain = locale.split(".")[0] in ("C", "POSIX")
    wanted = [] if plain else [part for part in environ.get("LANGUAGE", "").split(":") if part] or [locale]
    spoken = wanted[: next((i for i, part in enumerate(wanted) if part.startswith("en")), None)]
    _current = _find_catalogue(*spoken)


@cache
def _find_catalogue(*languages: str) -> _gettext.NullTranslations:
    """Find the catalogue of the first of these languages that has one, once in a process; English needs none."""
    return _gettext.translation("wkc", LOCALES, languages=languages or ("en",), fallback=True)
