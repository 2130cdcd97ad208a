"""Codes of requests, letters and grounds in the words of the office; what people type keeps its code."""

from collections.abc import Mapping

from wkc.i18n import _
from wkc.sentences import decision, grondslag, letter, request
from wkc.sentences.sentence import for_staff

STATES = for_staff(request.STATES)
"""How far a request has come."""

REQUESTERS = for_staff(request.REQUESTERS)
"""The person who made a request, or who acts for them."""

DECISIONS = for_staff(decision.DECISIONS)
"""The decision on a request."""

REFUSALS = for_staff(decision.REFUSALS)
"""The ground of a refusal."""

METHODS = for_staff(request.METHODS)
"""The way in which the identity was established."""

EXTENSIONS = for_staff(decision.EXTENSIONS)
"""The cause of an extension."""

TIMELINESS = for_staff(request.TIMELINESS)
"""How an answer stands to both terms."""

LETTERS = for_staff(letter.KINDS)
"""The kind of a letter."""

GRONDSLAGEN = for_staff(grondslag.GRONDSLAGEN)
"""The grounds on which values of a sealed class and the BSN are kept."""


def in_words(code: str | None, words: Mapping[str, str]) -> str | None:
    """Give a code in the words of the office, or as it is where no table has it."""
    return None if code is None else _(words[code]) if code in words else str(code)
