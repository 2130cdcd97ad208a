"""Lines that a person reads on a terminal: broken between words, and never inside a command to be copied."""

import re
from typing import TextIO

_QUOTED = re.compile("`[^`]*`")
WIDTH = 80
"""The columns of a terminal that does not say how many it has."""
_KEPT = "\x00"
"""Stands for a space that may not become a line end; no message holds it, for it is shown as a picture."""


def wrap(text: str, stream: TextIO, indent: str = "") -> str:
    """Break text to the width of a terminal; what goes to a file or a pipe stays one line."""
    if not stream.isatty():
        return text
    import os

    try:
        width = os.get_terminal_size(stream.fileno()).columns or WIDTH
    except (OSError, ValueError):
        return text
    return fill(text, width, indent, least=20)


def list_words(text: str) -> list[str]:
    """Give the words of a text, a command to be copied being one."""
    return [word.replace(_KEPT, " ") for word in _QUOTED.sub(_keep, text).split()]


def fill(text: str, width: int, indent: str = "", *, least: int = 1) -> str:
    """Break each line of a text between words, to a width in columns but no narrower than the least."""
    import textwrap

    return "\n".join(
        textwrap.fill(
            _QUOTED.sub(_keep, line),
            max(width - _count_wide(line), least),
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        ).replace(_KEPT, " ")
        for line in text.split("\n")
    )


def _keep(quoted: re.Match[str]) -> str:
    return quoted[0].replace(" ", _KEPT)


def _count_wide(line: str) -> int:
    """Count the characters that take two columns (UAX 11): a line that has them is broken so much earlier."""
    if line.isascii():
        return 0
    from unicodedata import east_asian_width

    return sum(east_asian_width(sign) in "WF" for sign in line)
