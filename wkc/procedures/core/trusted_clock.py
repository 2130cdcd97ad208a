"""Art. 10 and 14.2: each action is judged by the clock of the log before anything is done in it."""

from collections.abc import Mapping
from datetime import datetime

from wkc.procedures.core.action import Action
from wkc.procedures.core.clock import day, minute
from wkc.rules.retention.trusted_clock import BEHIND, FITS, judge_clock
from wkc.store.core import audit
from wkc.store.store import Store

MARK = "clock"
"""The detail of a line whose clock the log contradicted."""


def check(action: Action) -> None:
    """Refuse what dates or destroys by a clock that the log contradicts; errors.ClockBehind, ClockAhead.

    The lines of any other action by such a clock are marked, and never what a clock is compared with.
    """
    last = audit.last_trusted(action.store)
    verdict = judge_clock(action.name, action.now, last)
    if last is None or verdict.reason == FITS:
        return
    action.details[MARK] = verdict.reason
    if not verdict.allowed:
        action.mark_refused(verdict.reason)
        from wkc.errors.clock import ClockAhead, ClockBehind

        error = ClockBehind if action.now < last - BEHIND else ClockAhead
        now, then = day(action.now), day(last)
        if now == then:  # The days alone are the same.
            raise error(now=minute(action.now), last=minute(last))
        raise error(now=now, last=then)


def mark(store: Store, action: str, at: datetime) -> Mapping[str, object]:
    """Give the detail that marks lines which no action writes where the log contradicts their clock; else nothing.

    The first of several is not judged by another of them: all are marked by what the log had before.
    """
    verdict = judge_clock(action, at, audit.last_trusted(store))
    return {} if verdict.reason == FITS else {MARK: verdict.reason}
