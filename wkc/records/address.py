"""The address of a letter, as far as it is on file, and the form in which a Dutch postcode is printed."""

import re

from msgspec import Struct

_DUTCH = r"([1-9][0-9]{3})[ -]*([A-Za-z]{2})"
_IN_LINE = rf"(?:^|(?<=,)\s*){_DUTCH}(?=\s+\S)"
"""Patterns that are compiled when an address is read: every command loads this module."""


def print_postcode(text: str) -> str:
    """Give a Dutch postcode as it is printed, `1811 AB`; any other text as it is."""
    match = re.fullmatch(_DUTCH, text, re.ASCII)
    return f"{match[1]} {match[2].upper()}" if match else text


def print_town(line: str) -> str:
    """Give a line of an address with its postcode as it is printed: where it begins the line or follows a comma."""

    def write(match: re.Match[str]) -> str:
        return f"{' ' * (match.start() > 0)}{match[1]} {match[2].upper()}"

    return re.sub(_IN_LINE, write, line, flags=re.ASCII)


class PostalAddress(Struct, frozen=True):
    """The address of a letter: street and number (or post box), postcode, town; None is not on file."""

    address: str | None = None
    postcode: str | None = None
    place: str | None = None

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines under the name, as far as on file."""
        town = " ".join(filter(None, (print_postcode(self.postcode or ""), self.place)))
        return tuple(filter(None, (self.address, town)))
