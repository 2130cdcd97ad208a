"""Paper: a Typst template and the data it shows become one PDF/A-3a and PDF/UA-1 file.

Values are data, never markup. A character that none of Typst's own fonts can show is printed as
`[U+1F600]`; what is attached stays exact. Nothing is written to disk, and nothing of the content gets into
an error.
"""

import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any, cast
from unicodedata import category
from zoneinfo import ZoneInfo

from msgspec import Struct

from wkc.errors.terminal import PaperFailed

TEMPLATES = Path(__file__).parent
ROUNDS = 8
"""The number of times that Typst may name further characters; it names all it meets, so two is usual."""

OFFICE_TIME = ZoneInfo("Europe/Amsterdam")
_MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
_LINE_ENDS = "\n\r\u2028\u2029"
_JOINERS = "\u200c\u200d"
_ASCII, _LATIN, _MARKS = 0x7E, 0x24F, 0x36F
"""The last characters of ASCII, of the common Latin blocks, and of the combining marks that follow them."""
_NAMED = re.compile(r'error: PDF/.*(?:text|codepoint) `"((?:[^"\\]|\\.)*)"`')
_UNNAMED = re.compile(r"error: PDF/.*(?:with missing codepoints|not mapped to a code point)")
_PARTIAL = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?")
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))", re.DOTALL)


_HAS_CODES = b"letterteken-als-code"
"""The keyword in the metadata of a paper that shows a character by its code point (paper.typ)."""


class Attachment(Struct, frozen=True):
    """A file that travels inside the PDF, byte for byte: a UTF-8 text, or octets of any kind."""

    name: str
    mime: str
    data: bytes
    description: str


def in_words(model: Any) -> Any:
    """Put each date in a tree in Dutch, `3 maart 2026`, and each instant in Dutch time, with the hour."""
    match model:
        case dict():
            return {key: in_words(part) for key, part in model.items()}
        case list() | tuple():
            return [in_words(part) for part in model]
        case datetime():
            local = model.astimezone(OFFICE_TIME)
            return f"{_day(local)}, {local:%H:%M} uur"
        case date():
            return _day(model)
        case _:
            return model


def partial_in_words(iso: str) -> str:
    """Put a day in words, also one without day or month: `1968-03` is `maart 1968`; any other text stays."""
    match = _PARTIAL.fullmatch(iso)
    if match is None:
        return iso
    year, month, day = match.groups()
    return " ".join(filter(None, (day and str(int(day)), month and _MONTHS[int(month) - 1], year)))


def born_in_words(iso: str) -> str:
    """Put a day of birth in words, as it follows `geboren`: op a day, in a month or in a year."""
    return f"{'op' if iso.count('-') == 2 else 'in'} {partial_in_words(iso)}"  # noqa: PLR2004  (a whole date has two)


def typeset(template: str, data: bytes, made_at: datetime, *attachments: Attachment) -> bytes:
    """Set JSON data on paper with a template of this folder and give the PDF.

    The template finds the data in `sys.inputs.data` and the attachments in `sys.inputs.attachments`, both
    JSON. The same input gives the same bytes. Raises errors.PaperFailed.
    """
    model = json.loads(data)
    attached = json.dumps(
        [
            {"name": attachment.name, "mime": attachment.mime, "description": attachment.description}
            | _content(attachment)
            for attachment in attachments
        ]
    )
    signs = _Signs()
    for _ in range(ROUNDS):
        inputs = {"data": json.dumps(_printable(model, signs)), "attachments": attached}
        outcome = _compile(template, inputs, made_at)
        if isinstance(outcome, bytes):
            return outcome
        if not signs.learn(outcome):
            signs = signs.narrow()
    raise PaperFailed(template=template)


def has_codes(pdf: bytes) -> bool:
    """Judge by its metadata (XMP, never compressed) whether a paper of ours shows a character by its code point."""
    return _HAS_CODES in pdf


def _content(attachment: Attachment) -> dict[str, Any]:
    """Give what is attached as JSON can have it: a text, or the list of the octets of a PDF."""
    if attachment.mime == "application/pdf":
        return {"octets": list(attachment.data)}
    return {"text": attachment.data.decode()}


class _Signs(dict[int, int | str]):
    """The print of each character: a table for `str.translate` that fills itself."""

    def __init__(self, last: int = 0x10FFFF) -> None:
        super().__init__(dict.fromkeys(map(ord, _LINE_ENDS), "\n") | {ord("\t"): "    "})
        self.last = last

    def __missing__(self, point: int) -> int | str:
        sign = chr(point)
        hidden = category(sign) in {"Cc", "Cf", "Cn", "Co"} and sign not in _JOINERS
        self[point] = _code_point(point) if hidden or point > self.last else point
        return self[point]

    def learn(self, named: set[int]) -> bool:
        """Print these by their code point from now on; False when there is nothing left to learn.

        Typst names every character of a cluster it cannot show, also the ordinary ones: the rare ones go
        first, and ASCII never.
        """
        for floor in (_MARKS, _ASCII):
            new = {point for point in named if point > floor and self[point] == point}
            self.update((point, _code_point(point)) for point in new)
            if new:
                return True
        return False

    def narrow(self) -> "_Signs":
        """Print only Latin letters, then only ASCII: for a text that Typst refuses and names no character of."""
        return _Signs(_LATIN if self.last > _LATIN else _ASCII)


def _code_point(point: int) -> str:
    return f"[U+{point:04X}]"


def _printable(model: Any, signs: Mapping[int, int | str]) -> Any:
    match model:
        case str():
            return model.replace("\r\n", "\n").translate(signs)
        case dict():
            return {key: _printable(part, signs) for key, part in model.items()}
        case list():
            return [_printable(part, signs) for part in model]
        case _:
            return model


def _compile(template: str, inputs: dict[str, str], made_at: datetime) -> bytes | set[int]:
    """Give the PDF, or the characters that Typst cannot show; none where it names none."""
    import typst

    compiler = typst.Compiler(TEMPLATES / template, root=TEMPLATES, font_paths=_read_fonts(), sys_inputs=inputs)
    try:
        pdf = compiler.compile(
            format="pdf",
            pdf_standards=["a-3a", "ua-1"],
            timestamp=made_at.astimezone(UTC).replace(microsecond=0),
        )
    except typst.TypstError as error:
        diagnostic = error.diagnostic
    else:
        return cast("bytes", pdf)
    named = _NAMED.findall(diagnostic)
    if not named and not _UNNAMED.search(diagnostic):
        raise PaperFailed(template=template)
    return {
        ord(sign)
        for text in named
        for sign in _ESCAPE.sub(lambda match: chr(int(match[1], 16)) if match[1] else match[2], text)
    }


@cache
def _read_fonts() -> Any:
    """Read Typst's own fonts once in a process: for a letter that takes a fifth of its time."""
    import typst

    return typst.Fonts(include_system_fonts=False)


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
