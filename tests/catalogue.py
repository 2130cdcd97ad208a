"""The Dutch catalogue, kept by one command: `python -m tests.catalogue`.

It reads every message out of the program, keeps the translations that are there, drops what is no longer
said, writes `wkc.po` and `wkc.mo`, and names what still has no translation. Neither file holds a date, a
place or a guess: they change only when a text does.
"""

import io
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeAlias

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

Id: TypeAlias = str | tuple[str, str]
"""A text, or its forms for one and for many."""

PROGRAM = Path(__file__).parents[1] / "wkc"
PO = PROGRAM / "locale" / "nl" / "LC_MESSAGES" / "wkc.po"
MO = PO.with_suffix(".mo")
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
MARKED = re.compile(rb"\b(?:N?_|ngettext)\s*\(")
"""A call of one of them, in or outside of a comment: a file without any has no text to translate."""


class Dutch(Catalog):
    """The catalogue with a header that is the same in every run."""

    def __init__(self) -> None:
        super().__init__(
            locale="nl",
            header_comment="# The Dutch of wkc; `python -m tests.catalogue` keeps all but the msgstr.",
            fuzzy=False,
        )

    def _get_mime_headers(self) -> list[tuple[str, str]]:
        """Give the headers that gettext needs, and no dates."""
        return [
            ("Language", "nl"),
            ("Plural-Forms", self.plural_forms),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit\n"),
        ]


@cache
def said() -> frozenset[Id]:
    """Give every text that the program marks for translation; its files are read once."""
    found: set[Id] = set()
    for path in PROGRAM.rglob("*.py"):
        if not MARKED.search(path.read_bytes()):
            continue
        for _line, text, _comments, _context in extract_from_file("python", path, keywords=KEYWORDS):
            found.add(text if isinstance(text, str) else (text[0], text[1]))
    return frozenset(found)


def kept() -> list[Message]:
    """Give the messages of the catalogue as it stands."""
    if not PO.exists():
        return []
    with PO.open("rb") as file:
        return [message for message in read_po(file, locale="nl") if message.id]


def updated() -> Dutch:
    """Give the catalogue of what is said now, each text with the translation that it had; none is guessed."""
    had = {message.id: message for message in kept()}
    catalogue = Dutch()
    for text in sorted(said(), key=str):
        before = had.get(text)
        flags = before.flags & {"fuzzy"} if before else set()
        catalogue.add(text, before.string if before else None, flags=flags)
    return catalogue


def po(catalogue: Catalog) -> bytes:
    """Give the catalogue as text for translators."""
    file = io.BytesIO()
    write_po(file, catalogue, width=110, no_location=True, sort_output=True)
    return file.getvalue()


def mo(catalogue: Catalog) -> bytes:
    """Give the catalogue as the program reads it."""
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def forms(message: Message) -> Iterator[tuple[str, str]]:
    """Give each text of a message with its translation, form by form."""
    if isinstance(message.id, str):
        yield message.id, str(message.string or "")
    else:
        strings = message.string if isinstance(message.string, tuple | list) else ("", "")
        yield from zip(message.id, map(str, strings), strict=True)


def untranslated(catalogue: Catalog) -> list[str]:
    """Give the texts without a translation, or with one that somebody still doubts."""
    return [
        text
        for message in catalogue
        if message.id
        for text, translation in forms(message)
        if not translation or message.fuzzy
    ]


def fixed(text: str) -> list[str]:
    """Give what a translation must leave as it is: places to fill in, names of options and settings."""
    return sorted(re.findall(r"\{[a-z]*\}|--[a-z][a-z-]+|\bWKC_[A-Z_]+\b", text))


def main() -> int:
    """Bring the catalogue up to date; 1 when something is not translated yet."""
    catalogue = updated()
    PO.parent.mkdir(parents=True, exist_ok=True)
    PO.write_bytes(po(catalogue))
    MO.write_bytes(mo(catalogue))
    missing = untranslated(catalogue)
    for text in missing:
        print(f"not translated: {text}")  # noqa: T201  (a command of its own)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
