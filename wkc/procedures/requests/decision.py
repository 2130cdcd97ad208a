"""Art. 11, 12 and 13: a decision is judged, beside all that it is about, before anything of it is written down."""

from collections.abc import Collection

from wkc.procedures.core.action import Action
from wkc.procedures.dossier import mandate
from wkc.procedures.requests import duty, secret_reach
from wkc.procedures.requests.decision_input import NewDecision
from wkc.procedures.requests.request import RequestStep, judge
from wkc.procedures.requests.search import check_no_data
from wkc.records.correction import Proposal
from wkc.records.dossier import Client
from wkc.records.request import Decision, RequestKind
from wkc.rules.dossier.field import BY_CODE, CATEGORIES
from wkc.rules.dossier.replacement import CLIENT
from wkc.rules.requests import request as rules
from wkc.rules.requests.correction import judge_grant, list_reached
from wkc.rules.requests.refusal import REFUSALS, judge_transfer
from wkc.store.dossier import entry as entries
from wkc.store.requests import correction as corrections
from wkc.store.requests import review as reviews


def judge_decision(taken: RequestStep, new: NewDecision) -> None:
    """Go on when every rule allows this decision on this request; else refuse with the article of the first.

    The rules: of the step itself, of a search before "geen gegevens", of what is granted in part, of a restriction
    and of a duty to keep beside a removal, and of the mandate under which somebody else asks, which reaches a secret
    where it names it.
    """
    action, request = taken.action, taken.request
    proposals = corrections.of_request(action.store, request, BY_CODE)
    scope = _scope(request.kind, proposals, new)
    has_mandate = _is_mandate_in_force(taken)
    reviewed = reviews.of_request(taken.action.store, request)
    omitted = len(new.left_out) + (reviewed.places if reviewed and request.kind in rules.COPIES else 0)
    overtaken = duty.is_overtaken(action, request, proposals)
    verdict = rules.judge_decision(
        request, new.decision, new.code, omitted, is_mandated=has_mandate, is_overtaken=overtaken
    )
    judge(action, verdict, state=request.state, choices=", ".join(REFUSALS))
    if new.decision is Decision.GEEN_GEGEVENS and request.client is None:
        check_no_data(taken)
    grant = judge_grant(request.kind, new.decision, len(proposals), new.granted, refusal=new.code, bars=len(new.bars))
    judge(action, grant)
    if request.kind is RequestKind.VERWIJDERING and request.client is not None:
        duty.refuse_restricted(action, request, request.client, proposals, new)
        duty.judge_duties(action, request.client, proposals, new)
    if request.kind is RequestKind.OVERDRACHT and new.decision is Decision.AFGEWEZEN and new.code and request.client:
        _judge_transfer(action, request.client, new.code)
    if new.decision in rules.FAVOURABLE and request.mandate is not None and request.client is not None:
        mandate.check(action, request.client, request.mandate, action.today, scope)
        if request.kind in rules.COPIES:
            secret_reach.check(action, request, new.omitted, {one for _category, one in new.left_out})


def _judge_transfer(action: Action, client: Client, refusal: str) -> None:
    """Refuse to say that the person supplied nothing, or nothing by consent, where the dossier has it."""
    every = entries.of_client(action.store, client, BY_CODE)
    own = [one.provenance for one in every if one.closed_at is None and one.provenance.source == CLIENT]
    consented = any(one.grondslag == "uitdrukkelijke_toestemming" for one in own)
    judge(action, judge_transfer(refusal, is_supplied=bool(own), is_consented=consented))


def _scope(kind: RequestKind, proposals: Collection[Proposal], new: NewDecision) -> set[int]:
    """Give the categories that a mandate must reach: of a copy what is not omitted, of a correction what is granted.

    A request about the whole dossier, or about a use of it, takes a mandate for everything (art. 11.1, 12.1; UAVG 5).
    """
    if kind in rules.COPIES:
        return set(CATEGORIES) - new.omitted
    if not proposals:
        return set(CATEGORIES)
    is_whole = new.decision is Decision.TOEGEWEZEN
    granted = (one for one in proposals if is_whole or one.number in new.granted)
    return set().union(*(list_reached(one, CATEGORIES) for one in granted))


def _is_mandate_in_force(taken: RequestStep) -> bool:
    request = taken.request
    if request.mandate is None or request.client is None:
        return False
    return mandate.is_in_force(taken.action, request.client, request.mandate, taken.action.today)
