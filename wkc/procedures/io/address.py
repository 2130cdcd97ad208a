"""Art. 4, annex I, 2: an address as it is typed, its Dutch postcode in the form in which it is printed (1811 AB)."""

import re
from datetime import date

from wkc.errors.input import TownInAddress
from wkc.procedures.io.fields import parse, parse_note, plain_text
from wkc.records.address import print_town
from wkc.rules.dossier.field import BY_CODE

_POSTCODE = re.compile(r"[0-9]{4} ?[A-Za-z]{2}(?=\s)|[0-9]{4}\S*", re.ASCII)
"""The beginning of a line with a town: a Dutch postcode, or what should be one."""


def parse_postcode(typed: str) -> str:
    """Read a postcode; the errors of its field."""
    return parse(BY_CODE["postcode"], typed, date.max).text


def parse_lines(typed: str) -> str:
    """Read the lines of an envelope; errors.BadPostcode where the last one begins with what is none."""
    lines = parse_note(typed).splitlines()
    return "\n".join((*lines[:-1], _read_town(lines[-1])))


def parse_line(typed: str) -> str:
    """Read an address on one line, its parts after commas; errors.BadPostcode."""
    return ", ".join(map(_read_town, map(str.strip, typed.split(",")))) if "," in typed else typed


def parse_street(typed: str) -> str:
    """Read street and number, or a post box, on their own; errors.TownInAddress where a town comes after a comma."""
    text = plain_text(typed)
    if any(_POSTCODE.match(part.strip()) for part in text.split(",")[1:]):
        raise TownInAddress
    return text


def _read_town(part: str) -> str:
    if match := _POSTCODE.match(part):
        parse_postcode(match[0])
    return print_town(part)
