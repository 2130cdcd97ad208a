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
    if mandate.withdrawn_on is not None and on >= mandate.withdrawn_on:
        return Verdict(allowed=False, reason="ingetrokken", article="BW 3:72, art. 11.5")
    if mandate.kind == "ouder" and born is not None and _is_sixteen(born, on):
        return Verdict(allowed=False, reason="zestien_of_ouder", article="UAVG 5")
    return Verdict(allowed=True, reason=mandate.kind, article=article)


def list_outside_reach(mandate: Mandate, categories: Collection[int]) -> tuple[int, ...]:
    """Give the categories in which somebody does not act for the client: by the kind (UAVG 5.2), by the paper itself.

    Name, address and town, by which the client and the letter are known, belong to every matter.
    """
    reach = KINDS[mandate.kind].categories
    outside = set() if reach is None else set(categories) - reach
    if mandate.categories is not None:
        outside |= set(categories) - set(mandate.categories) - _CALLED
    return tuple(sorted(outside))


def has_whole_reach(mandate: Mandate) -> bool:
    """Tell whether somebody acts for the client in everything: only then for the whole dossier."""
    return KINDS[mandate.kind].categories is None and mandate.categories is None


def _is_sixteen(born: PartialDate, on: date) -> bool:
    return (born.year + CHILD_UNTIL, born.month or 12, born.day or 31) <= (on.year, on.month, on.day)
