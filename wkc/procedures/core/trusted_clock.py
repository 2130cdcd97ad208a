"""Art. 10 and 14.2: each action is judged by the clock of the log before anything is done in it."""

from datetime import datetime

from wkc.procedures.core.action import Action
from wkc.procedures.core.clock import amsterdam, day
from wkc.rules.retention.trusted_clock import BEHIND, judge_clock
from wkc.store import audit


def check(action: Action) -> None:
    """Refuse what dates or destroys by a clock that the log contradicts; errors.ClockBehind, ClockAhead.

    The lines of any other action by such a clock are marked, and never what a clock is compared with.
    """
    last = audit.last_trusted(action.store)
    verdict = judge_clock(action.name, action.now, last)
    if last is None or verdict.reason == "klok_gelijk":
        return
    action.details["clock"] = verdict.reason
    if not verdict.allowed:
        action.mark_refused(verdict.reason)
        from wkc.errors.clock import ClockAhead, ClockBehind

        error = ClockBehind if action.now < last - BEHIND else ClockAhead
        now, then = day(action.now), day(last)
        if now == then:  # Days alone would not tell them apart.
            raise error(now=_say_minute(action.now), last=_say_minute(last))
        raise error(now=now, last=then)


def _say_minute(instant: datetime) -> str:
    return f"{instant.astimezone(amsterdam()):%Y-%m-%d %H:%M}"
