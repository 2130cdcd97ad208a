"""Art. 13.2 (AVG 12.3, UAVG 35.2): an answer that comes after its term, and the court for the silence before it."""

from datetime import date

from wkc.records.request import RequestKind
from wkc.records.term import AnswerTerm, Late
from wkc.rules.requests.refusal import CORRECTIONS
from wkc.rules.requests.term import count_silence, judge_timeliness

REGULATED: frozenset[RequestKind] = CORRECTIONS | {RequestKind.INZAGE, RequestKind.AFSCHRIFT}
"""The kinds that have a term in the regulation (art. 11.4, 12.3); of the others the law alone has one (AVG 12.3)."""


def judge_lateness(term: AnswerTerm, answered_on: date, kind: RequestKind = RequestKind.INZAGE) -> Late | None:
    """Count how late an answer is by the regulation, and whether the law's term was kept; None when it is in time.

    The days count from the regulation's last day, which nothing moves. The law sets no last day to go to court for
    silence (UAVG 35.2); the regulation's two months (art. 13.2) are given beside it.
    A kind that is not in the regulation is late by the law alone.
    """
    if kind not in REGULATED:
        last = term.ends_on
        return None if answered_on <= last else Late(last, last, (answered_on - last).days, False, None)
    kept = judge_timeliness(term, answered_on)
    if kept == "op_tijd":
        return None
    return Late(
        term.safe_on, term.ends_on, (answered_on - term.safe_on).days, kept == "op_tijd_avg", count_silence(term)
    )
