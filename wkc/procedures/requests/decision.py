"""Art. 11, 12 and 13: a decision is judged, beside all that it is about, before anything of it is written down."""

from wkc.procedures.core.retention_blocks import list_duties
from wkc.procedures.dossier import mandate
from wkc.procedures.requests.decision_input import NewDecision
from wkc.procedures.requests.request import RequestStep, judge
from wkc.procedures.requests.search import check_no_data
from wkc.records.request import Decision, RequestKind
from wkc.rules.dossier.field import BY_CODE, CATEGORIES
from wkc.rules.requests import request as rules
from wkc.rules.requests.correction import judge_duty, judge_grant
from wkc.rules.requests.refusal import REFUSALS
from wkc.rules.retention.assess import list_kept
from wkc.store import correction as corrections
from wkc.store import review as reviews


def judge_decision(taken: RequestStep, new: NewDecision) -> None:
    """Go on when every rule allows this decision on this request; else refuse with the article of the first.

    The rules: of the step itself, of a search before "geen gegevens", of what is granted in part, of a duty to keep
    beside a removal, and of the mandate under which somebody else asks.
    """
    action, request = taken.action, taken.request
    proposals = corrections.of_request(action.store, request, BY_CODE)
    scope = _scope(request.kind, {one.number: one.field.category for one in proposals}, new)
    has_mandate = _is_mandate_in_force(taken)
    reviewed = reviews.of_request(taken.action.store, request)
    omitted = len(new.left_out) + (reviewed.places if reviewed and request.kind in rules.COPIES else 0)
    verdict = rules.judge_decision(request, new.decision, new.code, omitted, mandate_stands=has_mandate)
    judge(action, verdict, state=request.state, choices=", ".join(REFUSALS))
    if new.decision is Decision.GEEN_GEGEVENS and request.client is None:
        check_no_data(taken)
    grant = judge_grant(request.kind, new.decision, len(proposals), new.granted, refusal=new.code, bars=len(new.bars))
    judge(action, grant)
    if request.kind is RequestKind.VERWIJDERING and not proposals and request.client is not None:
        kept = list_kept(list_duties(action.store, request.client), action.today)
        judge(action, judge_duty(new.decision, new.code, is_kept=bool(kept)))
    if new.decision in rules.FAVOURABLE and request.mandate is not None and request.client is not None:
        mandate.check(action, request.client, request.mandate, action.today, scope)


def _scope(kind: RequestKind, proposed: dict[int, int], new: NewDecision) -> set[int]:
    """Give the categories that a mandate must reach: of a copy what is not omitted, of a correction what is granted.

    A request about the whole dossier, or about a use of it, takes a mandate for everything (art. 11.1, 12.1; UAVG 5).
    """
    if kind in rules.COPIES:
        return set(CATEGORIES) - new.omitted
    if not proposed:
        return set(CATEGORIES)
    is_whole = new.decision is Decision.TOEGEWEZEN
    return {category for number, category in proposed.items() if is_whole or number in new.granted}


def _is_mandate_in_force(taken: RequestStep) -> bool:
    request = taken.request
    if request.mandate is None or request.client is None:
        return False
    return mandate.is_in_force(taken.action, request.client, request.mandate, taken.action.today)
