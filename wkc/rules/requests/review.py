"""Art. 11.1, AVG 15.4: what a copy holds on others was looked at before it goes, and it has nothing hidden.

A text is known by its digest within one request: one that changes after the review was not looked at.
"""

import re
from collections.abc import Collection, Iterable
from hashlib import sha256
from uuid import UUID

from msgspec import Struct

from wkc.records.request import Ruling
from wkc.records.review import Clue, Mark, Review, Suspicion, Treatment
from wkc.records.verdict import Verdict
from wkc.rules.dossier.comparison import list_numbers, national_digits, space_out, to_plain

OTHERS = "rechten_van_anderen"
"""The ground of a refusal to hand out what is about somebody else."""

SIGNS = 12
"""Hexadecimals of the name by which a script calls a text."""

TELLING = 10
"""The least signs of words that are sought on paper without regard to where they break."""

NUMBERS: frozenset[Clue] = frozenset({Clue.TELEFOON, Clue.E_MAIL, Clue.NUMMER})
"""The clues of a text that is left out whole that may stand nowhere else either."""


class CopyFacts(Struct, frozen=True):
    """A copy as a rule sees it: the decision it rests on, its review, how many texts nobody looked at.

    `places` counts what is hidden in it as it would be made now, `left_out` what the decision leaves out whole.
    `needs_second` tells that somebody else reads a review (the setting), `by` is who hands out.
    """

    ruling: Ruling | None
    review: Review | None
    unseen: int
    places: int
    left_out: int
    needs_second: bool
    by: str


class Sought(Struct, frozen=True):
    """Hidden strings as they are sought: the digits of numbers, and words folded with one space between them."""

    numbers: frozenset[str]
    words: frozenset[str]


def is_telling(suspicions: Iterable[Suspicion]) -> bool:
    """Tell whether a text must be looked at: by more than a word for somebody around the client."""
    return any(one.clue is not Clue.NAASTE for one in suspicions)


def name_text(request: UUID, text: str) -> str:
    """Give the name of a text within a request: SIGNS hexadecimals of its digest."""
    return sha256(b"wkc/1/reviewed text\0" + request.bytes + text.encode()).hexdigest()[:SIGNS]


def find_words(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Give every place of words in a text, without regard to case and spacing; a number however it is spaced."""
    digits = re.sub(r"\D", "", words)
    if national_digits(words) is not None:
        pattern = r"\+?" + space_out(digits)
    else:
        pattern = r"\s+".join(map(re.escape, words.split()))
    matches = re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE) if pattern else ()
    return tuple(one.span() for one in matches)


def merge(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Give spans in order and apart: those that overlap are one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return tuple(merged)


def list_hidden(text: str, mark: Mark, suspicions: Iterable[Suspicion]) -> tuple[str, ...]:
    """Give the strings of a text that its mark hides: the words; of one left out, the whole and its numbers."""
    if mark.treatment is Treatment.VERBERGEN:
        return tuple(text[start:end] for start, end in mark.spans)
    if mark.treatment is Treatment.WEGLATEN:
        return (text, *(text[one.start : one.end] for one in suspicions if one.clue in NUMBERS))
    return ()


def seek(hidden: Iterable[str]) -> Sought:
    """Give hidden strings in the forms in which a text is searched for them, made once for however many texts."""
    numbers, words = set(), set()
    for one in hidden:
        if (digits := national_digits(one)) is not None:
            numbers.add(digits)
        elif wanted := to_plain(one):
            words.add(wanted)
    return Sought(frozenset(numbers), frozenset(words))


def has_hidden(text: str, sought: Sought, *, broken: bool = False) -> bool:
    """Tell whether a text holds a hidden string, in whatever case, accents and spacing.

    `broken` tells that lines of the text break anywhere, as on paper.
    """
    if sought.numbers and any(digits in number for number in list_numbers(text) for digits in sought.numbers):
        return True
    plain = to_plain(text)
    if any(f" {words} " in f" {plain} " for words in sought.words):
        return True
    joined = plain.replace(" ", "")
    telling = (words.replace(" ", "") for words in sought.words) if broken else ()
    return any(len(one) >= TELLING and one in joined for one in telling)


def has_any_hidden(texts: Collection[str], hidden: Iterable[str], *, broken: bool = False) -> bool:
    """Tell whether any text holds any hidden string."""
    sought = seek(hidden)
    return any(has_hidden(text, sought, broken=broken) for text in texts)


def judge_copy(facts: CopyFacts) -> Verdict:
    """Judge whether a copy goes out: all in it looked at, something hidden where that was decided, read once more."""
    article = "AVG 15.4; UAVG 41.1.i"
    on_others = facts.ruling is not None and facts.ruling.refusal == OTHERS
    if facts.unseen:
        return Verdict(allowed=False, reason="niet_nagekeken", article=article)
    if on_others and not facts.places + facts.left_out:
        return Verdict(allowed=False, reason="niets_verborgen", article=article)
    review = facts.review
    if review is not None and facts.needs_second and review.reviewed_by == facts.by and review.read_by is None:
        return Verdict(allowed=False, reason="niet_nagelezen", article="art. 14.2; AVG 15.4")
    return Verdict(allowed=True, reason="nagekeken" if review else "niets_te_verbergen", article=article)


def judge_desk(ruling: Ruling | None, review: Review | None, unseen: int) -> Verdict:
    """Judge whether a dossier is shown at the desk: a screen shows all of it, so not where a part is left out.

    `unseen` counts the texts that nobody looked at.
    """
    if unseen:
        return Verdict(allowed=False, reason="niet_nagekeken", article="AVG 15.4; UAVG 41.1.i")
    partial = ruling is not None and (bool(ruling.left_out) or ruling.refusal == OTHERS)
    allowed = not partial and (review is None or review.places == 0)
    return Verdict(allowed=allowed, reason="inzage" if allowed else "deels_niet_aan_balie", article="AVG 15.4")
