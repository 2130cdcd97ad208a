"""Recovery codes: 20 random octets in Crockford's base32, each group with its own check character.

Hand-written: the libraries of that alphabet have one check character for a whole code, and cannot say where to look.
"""

import os

from wkc.errors.vault import RecoveryCodeWrong

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "-": ""})
OCTETS = 20
GROUPS = 8
DIGITS = 4  # in a group, before its check character
BITS = 5


def make() -> str:
    """Make a new code, as it is shown: eight groups of five."""
    return show(os.urandom(OCTETS))


def show(octets: bytes) -> str:
    """Write 20 octets as a code."""
    number = int.from_bytes(octets, "big")
    digits = [number >> BITS * place & 31 for place in reversed(range(GROUPS * DIGITS))]
    groups = [digits[start : start + DIGITS] for start in range(0, len(digits), DIGITS)]
    checked = [[*group, _check(place, group)] for place, group in enumerate(groups)]
    return "-".join("".join(ALPHABET[digit] for digit in group) for group in checked)


def read(typed: str) -> str:
    """Read a code as people type it, into the form that `make` gives; RecoveryCodeWrong."""
    groups = split(typed)
    if len(groups) != GROUPS or not all(is_group(place, group) for place, group in enumerate(groups)):
        raise RecoveryCodeWrong(groups=GROUPS)
    return "-".join(groups)


def split(typed: str) -> list[str]:
    """Split what people type into groups of five; the last may be short."""
    signs = "".join(typed.split()).upper().translate(READ_AS)
    step = DIGITS + 1
    return [signs[start : start + step] for start in range(0, len(signs), step)]


def is_group(place: int, group: str) -> bool:
    """Tell whether a group has the check character of its place, counted from 0."""
    if place >= GROUPS or len(group) != DIGITS + 1 or not set(group) <= set(ALPHABET):
        return False
    *digits, check = map(ALPHABET.index, group)
    return _check(place, digits) == check


def _check(place: int, digits: list[int]) -> int:
    """Give the remainder of a group as a polynomial over GF(32), which begins with its place.

    It sees a wrong sign, two swapped ones, and a group out of its place.
    """
    remainder = place + 1
    for digit in digits:
        remainder = _doubled(remainder) ^ digit
    return _doubled(remainder)


def _doubled(element: int) -> int:
    # x^5 + x^2 + 1 is primitive.
    return element << 1 ^ (0b100101 if element & 0b10000 else 0)
