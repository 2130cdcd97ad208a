"""Art. 11.1 and 12.1, UAVG 5: who may act for a client, in which matters, on which day."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

from wkc.records.field import PartialDate
from wkc.records.rights import Mandate
from wkc.records.verdict import Verdict

CHILD_UNTIL = 16
"""The age from which a young client decides alone, and a parent does not (UAVG 5.1)."""

_CALLED = frozenset({1, 2, 3})
"""Name, address, town: who is meant and where a letter goes belongs to every matter."""


class Capacity(NamedTuple):
    """How far somebody acts for a client: in which categories of annex I (None: in all), and by what."""

    categories: frozenset[int] | None
    article: str


KINDS: Mapping[str, Capacity] = {
    "gemachtigde": Capacity(None, "art. 11.1"),
    "curator": Capacity(None, "UAVG 5, BW 1:381"),
    "bewindvoerder": Capacity(_CALLED | {13, 14, 15, 16, 18, 27, 30}, "UAVG 5, BW 1:441"),
    "mentor": Capacity(_CALLED | {12, 19, 23, 25, 28, 29}, "UAVG 5, BW 1:453"),
    "ouder": Capacity(None, "UAVG 5, BW 1:247"),
}
"""Each kind of mandate: a bewindvoerder for the money, a mentor for care and guidance, the others for everything."""


def judge_mandate(mandate: Mandate, on: date, born: PartialDate | None) -> Verdict:
    """Judge whether a mandate stands on a day; `born` is the client's date of birth, if it is known.

    A date of birth that misses its day or month counts as its last day: a parent is only refused when the client
    certainly is sixteen.
    """
    article = KINDS[mandate.kind].article
    if on < mandate.from_on:
        return Verdict(allowed=False, reason="nog_niet_ingegaan", article=article)
    if mandate.until_on is not None and on > mandate.until_on:
        return Verdict(allowed=False, reason="verlopen", article=article)
    if mandate.kind == "ouder" and born is not None and _is_sixteen(born, on):
        return Verdict(allowed=False, reason="zestien_of_ouder", article="UAVG 5")
    return Verdict(allowed=True, reason=mandate.kind, article=article)


def list_outside_reach(kind: str, categories: Collection[int]) -> tuple[int, ...]:
    """Give the categories in which somebody of this kind does not act for the client (UAVG 5.2)."""
    reach = KINDS[kind].categories
    return () if reach is None else tuple(sorted(set(categories) - reach))


def _is_sixteen(born: PartialDate, on: date) -> bool:
    return (born.year + CHILD_UNTIL, born.month or 12, born.day or 31) <= (on.year, on.month, on.day)
