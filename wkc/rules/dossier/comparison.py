"""Art. 8 and 11, AVG 15.4: texts as they are compared: without case, accents and punctuation, numbers without gaps."""

import re
import unicodedata

NUMBER = 7
"""The least digits of a number that is sought however it is spaced."""

GAP = r"[\s.\-/()\u2010-\u2015]"
"""A sign that may stand between the figures of one number, as a pattern."""


def fold(text: str) -> str:
    """Give a text without case and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def list_words(text: str) -> list[str]:
    """Give the words and numbers of a text, folded."""
    return re.findall(r"[^\W_]+", fold(text))


def to_plain(text: str) -> str:
    """Give the words of a text with one space between them."""
    return " ".join(list_words(text))


def join_words(text: str) -> str:
    """Give the words of a text with nothing between them."""
    return "".join(list_words(text))


def space_out(wanted: str) -> str:
    """Give a pattern that finds joined signs however they are spaced or hyphenated."""
    return f"{GAP}*".join(map(re.escape, wanted))


def national_digits(text: str) -> str | None:
    """Give the last nine digits of what is a number of NUMBER digits or more: 06, +31 6 and 0031 6 alike; else None."""
    digits = re.sub(r"\D", "", text)
    is_number = len(digits) >= NUMBER and not re.search(r"[^\W\d_]", text)
    return digits[-9:] if is_number else None


def list_numbers(text: str) -> list[str]:
    """Give the digits of each number in a text, without the signs between them."""
    return [re.sub(r"\D", "", number) for number in re.findall(rf"\d(?:{GAP}*\d)*", text)]
