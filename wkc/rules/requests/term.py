"""Art. 11.4, 12.3 and 13.2, AVG 12.3, UAVG 35: the terms of an answer and of an appeal.

In calendar months, never in days: a month after a day is the same number in the next month, or its last day.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from dateutil.relativedelta import relativedelta

from wkc.records.term import AnswerTerm, AppealTerm, Step
from wkc.records.verdict import Verdict
from wkc.rules.requests.rest_days import explain_rest, working_days_after

MONTHS_EXTENDED = 3
"""An extension gives two further months to the one (AVG 12.3), counted from receipt."""

ASKED_WITHIN = 5
"""Working days within which proof of identity must be asked for, to move the AVG's day."""

PROOF_WEEKS = 4
"""The time after the reminder in which proof of identity may still come."""

APPEAL_WEEKS, APPEAL_MONTHS = 6, 2
"""The weeks that the law gives to go to court (UAVG 35.2), and the months of the regulation (art. 13.2)."""

_REGLEMENT = "art. 11.4, 12.3"
_EXTENDS = "AVG 12.3"
_IDENTITY = "art. 11.5; AVG 12.6"
_ROLLS = "Reg. 1182/71 art. 3.4"


def count_answer_term(
    received_on: date,
    asked_on: date | None = None,
    identified_on: date | None = None,
    extended_on: date | None = None,
) -> AnswerTerm:
    """Count until when a request is to be answered.

    `asked_on` is the day proof of identity was first asked for, `identified_on` the day it came, `extended_on` the
    day the notice of extension went out; one that came too late moves nothing. The regulation's day moves never.
    """
    safe_on = month_after(received_on)
    steps = [
        Step(received_on, "ontvangen", _REGLEMENT),
        Step(safe_on, "een_maand", f"{_REGLEMENT}; AVG 12.3"),
    ]
    earned = timedelta(0)
    if asked_on and identified_on and asked_on <= working_days_after(received_on, ASKED_WITHIN):
        earned = max(identified_on - asked_on, earned)
        steps += [
            Step(asked_on, "identiteit_gevraagd", _IDENTITY),
            Step(identified_on, "identiteit_ontvangen", _IDENTITY),
        ]
    ends_on = _roll_forward(safe_on + earned)
    if extended_on is not None and extended_on <= ends_on:
        last = months_after(received_on, MONTHS_EXTENDED)
        steps += [Step(extended_on, "verlengd", _EXTENDS), Step(last, "drie_maanden", _EXTENDS)]
    else:
        last = safe_on
    if earned:
        steps.append(Step(last + earned, "opgeschort", _IDENTITY))
    steps += _rolling(last + earned)
    return AnswerTerm(received_on, safe_on, _roll_forward(last + earned), tuple(steps))


def judge_extension(term: AnswerTerm, sent_on: date) -> Verdict:
    """Judge an extension: once, with its notice sent on or before the last day of the term without it (AVG 12.3)."""
    if any(step.code == "verlengd" for step in term.steps):
        return Verdict(allowed=False, reason="al_verlengd", article=_EXTENDS)
    if sent_on > term.ends_on:
        return Verdict(allowed=False, reason="termijn_voorbij", article=_EXTENDS)
    return Verdict(allowed=True, reason="binnen_de_termijn", article=_EXTENDS)


def judge_timeliness(term: AnswerTerm, answer_sent_on: date) -> str:
    """Give the lateness of an answer sent on a day: `op_tijd`, `op_tijd_avg` (for the AVG only) or `te_laat`."""
    if answer_sent_on <= term.safe_on:
        return "op_tijd"
    return "op_tijd_avg" if answer_sent_on <= term.ends_on else "te_laat"


def count_appeal_term(received_on: date) -> AppealTerm:
    """Count until when an answer that was received on a day can be brought to court.

    Six weeks by UAVG 35.2, which roll (Atw 1.1); two months by the regulation, which do not.
    """
    six_weeks = _roll_forward(received_on + timedelta(weeks=APPEAL_WEEKS))
    return AppealTerm(received_on, six_weeks, months_after(received_on, APPEAL_MONTHS))


def count_silence(term: AnswerTerm) -> date:
    """Give the regulation's last day to go to court when no answer came (art. 13.2); the law sets none (UAVG 35.2)."""
    return months_after(term.safe_on, APPEAL_MONTHS)


def month_after(day: date) -> date:
    """Give the day a month later: the same number, or the month's last day."""
    return months_after(day, 1)


@lru_cache(maxsize=1024)  # a list that is taken in asks for the same few days again and again
def months_after(day: date, months: int) -> date:
    """Give the day so many months later: the same number, or the month's last day."""
    return day + relativedelta(months=months)


def _rolling(day: date) -> Iterator[Step]:
    """Give a step for each day of rest from a day on, and one for the working day that follows."""
    first = day
    while explanation := explain_rest(day):
        yield Step(day, *explanation)
        day += timedelta(days=1)
    if day > first:
        yield Step(day, "eerste_werkdag", _ROLLS)


def _roll_forward(day: date) -> date:
    while explain_rest(day):
        day += timedelta(days=1)
    return day
