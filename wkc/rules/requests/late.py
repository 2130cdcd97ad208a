"""Art. 13.2 (AVG 12.3, UAVG 35.2): an answer that comes after its term, and the court for the silence before it."""

from datetime import date

from wkc.records.term import AnswerTerm, Late
from wkc.rules.requests.term import count_silence, judge_timeliness


def judge_lateness(term: AnswerTerm, answered_on: date) -> Late | None:
    """Count how late an answer is by the regulation, and whether the law's term was kept; None when it is in time.

    The days count from the regulation's last day, which nothing moves. The law sets no last day to go to court for
    silence (UAVG 35.2); the regulation's two months (art. 13.2) are given beside it.
    """
    kept = judge_timeliness(term, answered_on)
    if kept == "op_tijd":
        return None
    return Late(
        term.safe_on, term.ends_on, (answered_on - term.safe_on).days, kept == "op_tijd_avg", count_silence(term)
    )
