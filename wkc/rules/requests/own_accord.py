"""Art. 12.1 (AVG 5.1.c to e, 17.1, 19): the beheerder corrects, removes or destroys early without a request.

What is not needed, wrong or unlawful goes as soon as the office sees it; nobody has to ask. It takes a reason that is
kept, and the destruction of a whole dossier takes the eyes of a second beheerder or another day.
"""

from datetime import date

from wkc.records.request import Request, Requester, RequestKind
from wkc.records.verdict import Verdict

KINDS: tuple[RequestKind, ...] = (RequestKind.VERBETERING, RequestKind.VERWIJDERING)
"""The changes that the office makes to values of its own accord; what is missing is recorded as any value is."""

_ARTICLE = "AVG 5.1.c-e, 5.2"


def is_own_accord(request: Request) -> bool:
    """Tell whether nobody asked: the beheerder acts for the office, so no term of an answer or an appeal runs."""
    return request.requester is Requester.BEHEERDER


def judge_second_look(request: Request, user_id: str, today: date, *, has_colleague: bool) -> Verdict:
    """Judge whether this user may carry out today the early destruction that a request of the office records.

    `has_colleague` tells that another beheerder is active: then somebody else than who decided looks. A beheerder who
    is alone looks again on a later day.
    """
    ruling = request.ruling
    if not is_own_accord(request) or ruling is None or ruling.by != user_id:
        return Verdict(allowed=True, reason="tweede_blik", article=_ARTICLE)
    if has_colleague:
        return Verdict(allowed=False, reason="zelfde_beheerder", article=_ARTICLE)
    if today <= ruling.on:
        return Verdict(allowed=False, reason="zelfde_dag", article=_ARTICLE)
    return Verdict(allowed=True, reason="tweede_blik", article=_ARTICLE)
