"""Art. 11.6 and 12.5, AVG 12 to 21: the grounds to refuse a request, and those that its file contradicts."""

from collections.abc import Mapping

from msgspec import Struct

from wkc.records.request import Decision, Request, RequestKind
from wkc.records.verdict import Verdict

CORRECTIONS: frozenset[RequestKind] = frozenset(
    {RequestKind.VERBETERING, RequestKind.AANVULLING, RequestKind.VERWIJDERING}
)
"""The kinds that art. 12 calls correction."""

WEIGHED: frozenset[RequestKind] = frozenset({RequestKind.BEPERKING, RequestKind.BEZWAAR})
"""The kinds that are weighed: reasons are written down also when one is granted (AVG 18 and 21)."""


class Refusal(Struct, frozen=True):
    """A ground to refuse: its article, its kinds of request, and whether it needs no identity (early)."""

    article: str
    kinds: frozenset[RequestKind]
    early: bool = False


_ALL = frozenset(RequestKind)
_REMOVAL, _OBJECTION = RequestKind.VERWIJDERING, RequestKind.BEZWAAR
_COPIES = frozenset({RequestKind.INZAGE, RequestKind.AFSCHRIFT, RequestKind.OVERDRACHT})
_TRANSFER = frozenset({RequestKind.OVERDRACHT})

REFUSALS: Mapping[str, Refusal] = {
    "identiteit": Refusal("art. 11.5; AVG 12.2, 12.6", _ALL, early=True),
    "machtiging": Refusal("art. 11.5, 12.1", _ALL, early=True),
    "kennelijk_ongegrond": Refusal("AVG 12.5", _ALL, early=True),
    "buitensporig": Refusal("AVG 12.5", _ALL, early=True),
    # Others are harmed by what is shown; a change or an objection shows nothing (for those UAVG 41).
    "rechten_van_anderen": Refusal("AVG 15.4; UAVG 41.1.i", _COPIES),
    "uavg_41": Refusal("UAVG 41", _ALL),
    "gegeven_is_juist": Refusal("art. 12.1; AVG 16", CORRECTIONS | {RequestKind.BEPERKING}),
    # An objection is no question of need: it yields to compelling grounds (AVG 21.1). A duty to keep stops a removal.
    "ter_zake": Refusal("art. 12.1; AVG 17.1", CORRECTIONS | {RequestKind.BEPERKING}),
    "wettelijke_bewaarplicht": Refusal("AVG 17.3.b", frozenset({_REMOVAL})),
    # An objection yields to compelling grounds and to a legal claim, a removal to the claim alone (AVG 17.3.e, 21.1).
    "dwingende_gronden": Refusal("AVG 21.1", frozenset({_OBJECTION})),
    "rechtsvordering": Refusal("AVG 17.3.e, 21.1", frozenset({_OBJECTION, _REMOVAL})),
    # Data held by law or for a public task, and data of other suppliers, are not taken along (AVG 20.1 and 20.3).
    "geen_toestemming_of_overeenkomst": Refusal("AVG 20.1.a, 20.3", _TRANSFER),
    "niet_zelf_verstrekt": Refusal("AVG 20.1", _TRANSFER),
}
"""The grounds to refuse (art. 11.6, 12.5)."""

NEVER_IN_PART: frozenset[str] = frozenset({"identiteit"})
"""An identity is established or not; a machtiging may reach for one part and not for another."""


def judge_transfer(refusal: str, *, is_supplied: bool, is_consented: bool) -> Verdict:
    """Judge the refusal of all that a person asks to take along by what is on file (AVG 20.1).

    `is_supplied` tells that the person supplied something; `is_consented` that some of that is held by consent.
    """
    untrue = {"niet_zelf_verstrekt": is_supplied, "geen_toestemming_of_overeenkomst": is_consented}
    if untrue.get(refusal, False):
        return Verdict(allowed=False, reason="code_weersproken", article="AVG 20.1")
    return Verdict(allowed=True, reason=refusal, article=REFUSALS[refusal].article)


def is_contradicted(request: Request, decision: Decision, refusal: str, *, is_mandated: bool) -> bool:
    """Tell whether the file contradicts a ground to refuse in whole: a proven identity, a mandate in force."""
    if decision is not Decision.AFGEWEZEN:
        return False
    if refusal == "identiteit":
        return request.identity is not None
    return refusal == "machtiging" and is_mandated
