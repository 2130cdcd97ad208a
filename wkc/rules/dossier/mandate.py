"""Art. 11.1 and 12.1, UAVG 5: who may act for a client, in which matters, on which day."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from wkc.records.field import PartialDate
from wkc.records.rights import Mandate
from wkc.records.verdict import Verdict

CHILD_UNTIL = 16
"""The age from which a young client decides alone, and a parent does not (UAVG 5.1)."""

CALLED = frozenset({1, 2, 3})
"""Name, address, town: they belong to every matter, for they say who is meant and where a letter goes."""


class Capacity(NamedTuple):
    """The reach of somebody who acts for a client: in which categories of annex I (None: in all), and by what."""

    categories: frozenset[int] | None
    article: str


KINDS: Mapping[str, Capacity] = {
    "gemachtigde": Capacity(None, "art. 11.1"),
    "curator": Capacity(None, "UAVG 5, BW 1:381"),
    "bewindvoerder": Capacity(CALLED | {13, 14, 15, 16, 18, 27, 30}, "UAVG 5, BW 1:441"),
    "mentor": Capacity(CALLED | {12, 19, 23, 25, 28, 29}, "UAVG 5, BW 1:453"),
    "ouder": Capacity(None, "UAVG 5, BW 1:247"),
}
"""Each kind of mandate: a bewindvoerder for the money, a mentor for care and guidance, the others for everything."""

_BY_COURT = frozenset({"curator", "bewindvoerder", "mentor"})
"""Kinds that a judge appoints: in their matters the client does not act alone."""


def judge_mandate(mandate: Mandate, on: date, born: PartialDate | None) -> Verdict:
    """Judge whether a mandate is in force on a day; `born` is the client's date of birth, if it is known.

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


def ends_on(mandate: Mandate, born: PartialDate | None) -> date | None:
    """Give the first day on which a mandate is in force no longer, by its term, its withdrawal or the client's age."""
    last = None if mandate.until_on is None else mandate.until_on + timedelta(days=1)
    grown = _sixteenth(born) if mandate.kind == "ouder" and born is not None else None
    return min((day for day in (last, mandate.withdrawn_on, grown) if day is not None), default=None)


def is_certainly_a_child(born: PartialDate | None, on: date) -> bool:
    """Tell whether a client is under sixteen on a day, whatever day or month is missing of the date of birth."""
    if born is None:
        return False
    return on < date(born.year + CHILD_UNTIL, born.month or 1, 1) + timedelta(days=(born.day or 1) - 1)


def list_matters(mandate: Mandate, categories: Collection[int]) -> tuple[int, ...]:
    """Give the categories of a matter in which the client leaves it to a representative by law (UAVG 5.2).

    A curator has all of them; a bewindvoerder and a mentor their own, without name, address and town.
    """
    if mandate.kind not in _BY_COURT:
        return ()
    reach = KINDS[mandate.kind].categories
    return tuple(sorted(categories if reach is None else set(categories) & (reach - CALLED)))


def list_outside_reach(mandate: Mandate, categories: Collection[int]) -> tuple[int, ...]:
    """Give the categories in which somebody does not act for the client: by the kind (UAVG 5.2), by the paper itself.

    Name, address and town, by which the client and the letter are known, belong to every matter.
    """
    reach = KINDS[mandate.kind].categories
    outside = set() if reach is None else set(categories) - reach
    if mandate.categories is not None:
        outside |= set(categories) - set(mandate.categories) - CALLED
    return tuple(sorted(outside))


def _is_sixteen(born: PartialDate, on: date) -> bool:
    return (born.year + CHILD_UNTIL, born.month or 12, born.day or 31) <= (on.year, on.month, on.day)


def _sixteenth(born: PartialDate) -> date:
    """Give the first day on which a client certainly is sixteen; 1 March for who was born on a 29th that is missing."""
    first = date(born.year + CHILD_UNTIL, born.month or 12, 1)
    return min(first + timedelta(days=(born.day or 31) - 1), first + relativedelta(months=1))
