"""Art. 14.2, AVG 33 and 34: a breach by its number, judged before it changes, and shown with what is left to do."""

from datetime import datetime

from msgspec import Struct

from wkc.errors.breach import BREACH_REFUSED, BreachUnknown
from wkc.procedures.core.action import Action
from wkc.procedures.dossier.reference import parse_reference
from wkc.records.breach import Breach
from wkc.records.verdict import Verdict
from wkc.rules.access.permission import can_role
from wkc.rules.regulation import breach as rules
from wkc.rules.regulation.breach import BreachDuty
from wkc.store.operations import breach as breaches


class BreachView(Struct, frozen=True):
    """A breach with the end of its 72 hours, what is still to be done, and the moment it was looked at (UTC).

    `reported` tells that the acting user reported it and that a beheerder decides on it.
    """

    breach: Breach
    ap_until: datetime
    duties: tuple[BreachDuty, ...]
    late: bool
    now: datetime
    reported: bool = False


def find(action: Action, text: str) -> Breach:
    """Find a breach by its number; errors.BreachUnknown."""
    number = parse_reference("D", text, action.today.year)
    breach = breaches.by_number(action.store, number) if number else None
    if breach is None:
        raise BreachUnknown
    action.details["breach"] = breach.number
    return breach


def find_open(action: Action, text: str) -> Breach:
    """Find a breach that can still be changed; errors.BreachUnknown, BreachClosed."""
    breach = find(action, text)
    judge(action, rules.judge_change(breach))
    return breach


def judge(action: Action, verdict: Verdict) -> None:
    """Refuse what a rule does not allow, by the error of its reason."""
    if not verdict.allowed:
        action.mark_refused(verdict.reason)
        raise BREACH_REFUSED[verdict.reason](article=verdict.article)


def view(action: Action, number: str) -> BreachView:
    """Give a breach as it is now; errors.BreachUnknown."""
    breach = breaches.by_number(action.store, number)
    if breach is None:
        raise BreachUnknown
    until = rules.ap_until(breach)
    reported = not can_role(action.user.role, "breach.decide")
    duties = tuple(rules.list_duties(breach))
    return BreachView(breach, until, duties, rules.is_late(breach), action.now, reported)
