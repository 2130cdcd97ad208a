"""Art. 11 and 12, AVG 12.5: the same request twice within its term, and the answer that serves both."""

from collections.abc import Iterable

from wkc.records.request import Request, RequestKind, RequestState
from wkc.records.verdict import Verdict

_ARTICLE = "AVG 12.5"
_OPEN = frozenset({RequestState.ONTVANGEN, RequestState.IDENTITEIT_GEVRAAGD, RequestState.GEIDENTIFICEERD})


def list_same(request: Request, others: Iterable[Request]) -> tuple[Request, ...]:
    """Give the requests of the same client for the same right that are not decided yet: those on file before it.

    One that came in earlier and is written down later is the same as well: it is the one that the others join.
    """
    return tuple(
        other
        for other in others
        if judge_join(request, other, 0).allowed or (other.id < request.id and judge_join(other, request, 0).allowed)
    )


def list_open(kind: RequestKind, requests: Iterable[Request]) -> tuple[Request, ...]:
    """Give the requests for one right that are not decided yet: the same asked again may join one of them."""
    return tuple(one for one in requests if one.kind is kind and one.state in _OPEN)


def put_in_order(one: Request, other: Request) -> tuple[Request, Request]:
    """Give two requests as they came in, the earlier first."""
    return (one, other) if (one.received_on, one.id) <= (other.received_on, other.id) else (other, one)


def judge_join(later: Request, earlier: Request, proposed: int) -> Verdict:
    """Judge whether a request joins an earlier one; `proposed` counts the changes that the later one asks for.

    The days of the earlier one count for both, so that nobody is answered later for having asked twice. A correction
    that names what is to change asks something of its own.
    """
    same = later.client is not None and later.client == earlier.client and later.kind is earlier.kind
    if later.uuid == earlier.uuid or not same or put_in_order(earlier, later)[0] is later:
        return Verdict(allowed=False, reason="ander_verzoek", article=_ARTICLE)
    if later.state not in _OPEN or earlier.state not in _OPEN:
        return Verdict(allowed=False, reason="al_beslist", article=_ARTICLE)
    if proposed:
        return Verdict(allowed=False, reason="eigen_voorstellen", article="art. 12.1")
    return Verdict(allowed=True, reason="zelfde_verzoek", article=_ARTICLE)
