"""The dangers of a PDF: what it runs, plays, sends, fetches or carries inside (ISO 32000-1, 12.5, 12.6, 7.11 and 13).

Every object of the file is looked at, whether or not a page leads to it.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from wkc.records.document import LINKS

if TYPE_CHECKING:
    from pypdf import PdfReader

_ACTIONS: Mapping[str, str] = {
    "/JavaScript": "javascript",
    "/Launch": "programma",
    "/SubmitForm": "formulier",
    "/ImportData": "formulier",
    "/Rendition": "media",
    "/Movie": "media",
    "/Sound": "media",
    "/RichMediaExecute": "media",
    "/GoTo3DView": "media",
    "/GoToE": "bijlage",
    "/GoToR": "ander_bestand",
    "/Thread": "ander_bestand",
    "/URI": LINKS,
}
"""The types of action (`/S`) that do more than show another page of the same file."""
_SUBTYPES: Mapping[str, str] = {
    "/RichMedia": "media",
    "/Movie": "media",
    "/Sound": "media",
    "/Screen": "media",
    "/3D": "media",
    "/FileAttachment": "bijlage",
}
"""The kinds of annotation that are no mark on a page."""
_NAMED: Mapping[str, Mapping[str, str]] = {
    "/S": _ACTIONS,
    "/Subtype": _SUBTYPES,
    "/Type": {"/EmbeddedFile": "bijlage"},
}
"""Keys whose value names what an object is."""
_KEYS: Mapping[str, str] = {"/JS": "javascript", "/XFA": "formulier", "/EF": "bijlage"}
"""Keys that are a danger by themselves: a script, a dynamic form, a file inside."""


def list_dangers(pdf: "PdfReader") -> frozenset[str]:
    """Give the dangers of a file, by their codes."""
    from pypdf.generic import StreamObject

    numbers = {number for table in pdf.xref.values() for number in table} | set(pdf.xref_objStm)
    dangers: set[str] = set()
    for number in sorted(numbers):
        value = pdf.get_object(number)
        dangers.update(_dangers_in(value))
        if isinstance(value, StreamObject) and "/F" in value:  # its content is in another file (7.3.8.2)
            dangers.add("extern")
    return frozenset(dangers)


def _dangers_in(value: object) -> Iterator[str]:
    """Look through one object and those inside it; what it refers to is an object of its own."""
    if isinstance(value, dict):
        for key, codes in _NAMED.items():
            if key in value and (code := codes.get(str(value[key]))):
                yield code
        yield from (code for key, code in _KEYS.items() if key in value)
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inner:
        yield from _dangers_in(one)
