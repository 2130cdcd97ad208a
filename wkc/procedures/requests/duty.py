"""Art. 12.1, AVG 17.3: a removal beside the stated duties to keep, when it is decided, applied, and overtaken later."""

from collections.abc import Collection
from datetime import date, timedelta
from uuid import UUID

from wkc.errors.correction import RestrictionStands
from wkc.procedures.core.action import Action
from wkc.procedures.core.retention_blocks import list_duties, list_restrictions, list_restrictions_of_use
from wkc.procedures.core.retention_facts import gather_facts, notice_days
from wkc.procedures.requests.decision_input import NewDecision
from wkc.procedures.requests.request import judge
from wkc.records.correction import Proposal
from wkc.records.dossier import Client
from wkc.records.request import Decision, Request, RequestKind
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.requests.correction import DUTY_OF, category_of, judge_duty
from wkc.rules.requests.own_accord import is_own_accord
from wkc.rules.requests.request import FAVOURABLE
from wkc.rules.retention.assess import EVERYTHING, NAME, is_in_force, list_kept
from wkc.store.requests import correction as corrections
from wkc.store.requests import own_accord
from wkc.store.requests import request as requests
from wkc.store.store import Store


def judge_duties(action: Action, client: Client, proposals: Collection[Proposal], new: NewDecision) -> None:
    """Refuse to grant what a duty keeps today, and to refuse for a duty that keeps none of what is refused.

    A restriction keeps all of a dossier, so that beside one no rest of it is free.
    """
    is_whole = new.decision is Decision.TOEGEWEZEN
    every = {one.number: category_of(one) for one in proposals}
    granted = {number for number in every if is_whole or number in new.granted}
    grants_all = is_whole and not proposals
    kept = list_kept(list_duties(action.store, client), action.today)
    if kept and (grants_all or {every[number] for number in granted} & kept):
        judge(action, judge_duty(Decision.TOEGEWEZEN, None, is_kept=True))
    ground = DUTY_OF.get(new.code or "")
    if ground is not None:
        refused = {every[number] for number in every if number not in granted} if proposals else set(EVERYTHING)
        stated = _list_kept_for(action, client, ground)
        present = gather_facts(action.store, client, notice_days(action.store)).present
        is_rest_free = not proposals and not _keeps_whole(action, client) and bool(present - stated - {NAME})
        judge(action, judge_duty(new.decision, new.code, is_kept=bool(stated & refused), is_rest_free=is_rest_free))


def refuse_restricted(
    action: Action, request: Request, client: Client, proposals: Collection[Proposal], new: NewDecision
) -> None:
    """Refuse to grant a removal of what the client had restricted (AVG 18.2): its letter would say that it goes.

    What went before a decision anew went. Any restriction keeps the whole dossier, so that no part of it can go.
    Where all that is left is restricted, no part of it can be granted either: a restriction is lifted first.
    """
    left = [one for one in proposals if one.applied_at is None]
    is_whole = new.decision is Decision.TOEGEWEZEN
    granted = [one for one in left if is_whole or one.number in new.granted]
    grants_whole = not proposals and new.decision in FAVOURABLE
    if (grants_whole and _keeps_whole(action, client)) or list_restricted_changes(action, request, client, granted):
        action.mark_refused("beperkt")
        is_all = list_restricted_changes(action, request, client, left) == left
        raise RestrictionStands(article="AVG 18.2", is_all=is_all)


def list_kept_changes(
    action: Action, request: Request, client: Client, changes: Collection[Proposal]
) -> list[Proposal]:
    """Give what a removal grants and a duty keeps today; it waits until the duty ends, or is decided anew."""
    if request.kind is not RequestKind.VERWIJDERING:
        return []
    kept = list_kept(list_duties(action.store, client), action.today)
    return [one for one in changes if category_of(one) in kept]


def list_restricted_changes(
    action: Action, request: Request, client: Client, changes: Collection[Proposal]
) -> list[Proposal]:
    """Give what a removal, or the office of its own accord, would take and the client had restricted (AVG 18.2).

    It was granted since that was decided, or is to be decided on, and need not be carried out yet; a correction that
    the client asked for is what a restriction may wait for.
    """
    if request.kind is not RequestKind.VERWIJDERING and not is_own_accord(request):
        return []
    if list_kept(list_restrictions_of_use(action.store, client), action.today):
        return list(changes)
    restricted = {*corrections.list_restricted(action.store, client), *_list_to_restrict(action.store, client)}
    return [one for one in changes if one.entry in restricted]


def is_overtaken(action: Action, request: Request, proposals: Collection[Proposal]) -> bool:
    """Tell whether a duty keeps today what a removal granted and answered before."""
    if request.kind is not RequestKind.VERWIJDERING or request.client is None or request.ruling is None:
        return False
    if not proposals:
        return bool(list_kept(list_duties(action.store, request.client), action.today))
    waiting = [one for one in proposals if one.is_to_apply]
    return bool(list_kept_changes(action, request, request.client, waiting))


def list_gone(store: Store, client: Client) -> frozenset[UUID | None]:
    """Give what a removal took out of the dossier of a client."""
    every = corrections.of_client(store, client, BY_CODE)
    return frozenset(one.entry for one in every if one.kind == RequestKind.VERWIJDERING and one.applied_at is not None)


def is_waiting(action: Action, request: Request) -> bool:
    """Tell whether something that a request names is not carried out, by it or by a removal since."""
    if request.client is None:
        return False
    every = corrections.of_request(action.store, request, BY_CODE)
    if not every:
        return all(one.withdrawn_on is not None for one in own_accord.list_taken_up(action.store, request))
    gone = list_gone(action.store, request.client)
    return any(one.entry not in gone for one in every)


def find_freed_day(action: Action, request: Request) -> date | None:
    """Give the day on which duties keep no longer what is left of a granted removal; None where some can go today."""
    if request.kind is not RequestKind.VERWIJDERING or request.client is None or request.answer_sent_on is None:
        return None
    proposals = corrections.of_request(action.store, request, BY_CODE)
    left = {category_of(one) for one in proposals if one.is_to_apply}
    wanted = left if proposals else set(EVERYTHING)
    duties = [one for one in list_duties(action.store, request.client) if is_in_force(one, action.today)]
    if not wanted or wanted - list_kept(tuple(duties), action.today):
        return None
    keeping = (one for one in duties if (one.categories | {NAME}) & wanted)
    return max(one.until_on for one in keeping if one.until_on is not None) + timedelta(days=1)


def _keeps_whole(action: Action, client: Client) -> bool:
    """Tell whether a restriction keeps all of a dossier today, carried out or only granted."""
    in_force = list_kept(list_restrictions(action.store, client), action.today)
    return bool(in_force) or bool(_list_to_restrict(action.store, client))


def _list_to_restrict(store: Store, client: Client) -> frozenset[UUID | None]:
    """Give what is on file and is to be restricted: that was granted, and neither carried out nor withdrawn."""
    withdrawn = {one.number for one in requests.of_client(store, client) if one.withdrawn_on is not None}
    every = (one for one in corrections.of_client(store, client, BY_CODE) if one.request not in withdrawn)
    granted = frozenset(one.entry for one in every if one.kind == RequestKind.BEPERKING and one.is_to_apply)
    return granted - list_gone(store, client)


def _list_kept_for(action: Action, client: Client, ground: str) -> frozenset[int]:
    """Give the categories that holds of one ground keep today."""
    duties = (one for one in list_duties(action.store, client) if one.reason == ground)
    return frozenset().union(*(one.categories for one in duties if is_in_force(one, action.today)))
