"""Art. 10: the run, for cron, announces what falls due, destroys what is past its term, forgets names, purges."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from random import SystemRandom
from typing import TypeVar
from uuid import UUID, uuid4

from msgspec import Struct
from msgspec.structs import replace

from wkc.procedures.core import erased_people, pending_deletion
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.erase import EraseOrder, destroy
from wkc.procedures.core.ledger_proof import most_by_service
from wkc.procedures.core.purge import purge, purge_now
from wkc.procedures.core.retention_facts import notice_days
from wkc.procedures.core.session import Session
from wkc.procedures.io.fields import parse_reason
from wkc.procedures.requests.freed import list_dossiers, list_freed, remove_freed, take_up_dossiers
from wkc.procedures.requests.request import forget_names, list_expired_names
from wkc.procedures.retention import due
from wkc.procedures.retention.due import Due, JudgedDossier
from wkc.records.dossier import Client
from wkc.records.retention import Announce, Destroy, Destroyed, Held
from wkc.records.user import Role
from wkc.rules.letters.again import AGAIN
from wkc.rules.regulation.breach import KEPT
from wkc.store.core import audit, ledger
from wkc.store.core import confirmation as confirmations
from wkc.store.disclosure import report as reports
from wkc.store.document import document as documents
from wkc.store.dossier import coverage
from wkc.store.dossier import person as people
from wkc.store.operations import breach as breaches
from wkc.store.operations import upkeep
from wkc.store.retention import retention

Done = TypeVar("Done")

ACTION = "retention.run"
AT_ONCE = 10_000
"""So many dossiers in one transaction, which takes as long as the purge that comes after: others write in between."""
OCTETS_AT_ONCE = 256 * 1024 * 1024
"""So much of documents in one transaction: each octet of them is written over, and nobody else writes meanwhile."""


class Forgotten(Struct, frozen=True):
    """Names that nothing needs any more, counted.

    `requests` are of people outside the register whose appeal days are over; `people` were taken off the list of a
    party and are named by no disclosure that is still on file.
    """

    requests: int
    people: int


class Run(Struct, frozen=True):
    """The result of a run, or what it would do when it is `dry`.

    `announce` is what it announces and, when dry, `destroy` what it would destroy; `destroyed` is what is left of
    what it did destroy. `waiting` were announced before, `held` may not go, `late` should have been gone by now.
    `forgotten` counts names that went besides, or would go, and `freed` values that a duty kept no longer;
    `taken_up` counts whole dossiers that a duty keeps no longer and that a beheerder is to destroy now.
    `beyond_service` counts what is left until a beheerder confirms it, for it is more than a share of the register.
    `by_service` tells that a service account ran it, whose output is mailed: an idle run prints nothing.
    `purged` tells whether the file was written anew: False leaves it for the next run, None had nothing to purge.
    """

    run: UUID
    dry: bool
    today: date
    announce: tuple[Due, ...]
    destroy: tuple[Due, ...]
    destroyed: tuple[Destroyed, ...]
    waiting: int
    held: int
    late: int
    forgotten: Forgotten
    purged: bool | None
    beyond_service: int = 0
    by_service: bool = False
    freed: int = 0
    taken_up: int = 0

    @property
    def is_idle(self) -> bool:
        """Tell whether nothing was done and nothing is to be done by a person."""
        names = self.forgotten.requests or self.forgotten.people
        done = self.announce or self.destroy or self.destroyed or names or self.freed or self.taken_up
        return not (done or self.late or self.beyond_service or self.purged is False)


class _Plan(Struct, frozen=True):
    """The work of a run, and counts of the dossiers that it leaves as they are."""

    announce: tuple[JudgedDossier, ...]
    destroy: tuple[JudgedDossier, ...]
    waiting: int
    held: int
    late: int
    beyond_service: int = 0


def dry_run(session: Session, *, is_confirmed: bool = False) -> Run:
    """Give exactly what a run would do now, and do nothing."""
    with act(session, ACTION) as action:
        plan, run = _within_share(action, _plan(action), is_confirmed=is_confirmed), uuid4()
        _log_plan(action, run, "dry", plan)
        announce, destroy = (
            tuple(due.describe(action.store, one) for one in dossiers) for dossiers in (plan.announce, plan.destroy)
        )
        for one in (*plan.announce, *plan.destroy):
            action.touch_client(one.client)
        names = Forgotten(len(list_expired_names(action)), len(people.list_unneeded(action.store)))
        freed = sum(len(one.changes) for one in list_freed(action))
        left = (plan.waiting, plan.held, plan.late)
        counts = (*left, names, None, plan.beyond_service)
        taken_up = sum(1 for _one in list_dossiers(action))
        return Run(run, True, action.today, announce, destroy, (), *counts, freed=freed, taken_up=taken_up)


def run(session: Session, reason: str | None = None) -> Run:
    """Destroy what is past its term and was announced, announce what falls due, forget names, then purge.

    `reason` is why a beheerder destroys more than a share of the register at once, for which the clock was looked at.

    Each dossier is judged again inside the transaction that changes it, unless the log shows that nobody did anything
    since it was judged. What is cut short halfway is gone on with by the next run. errors.RegisterBusy when the purge
    of an earlier run waits and still cannot be done.
    """
    run, words = uuid4(), None if reason is None else parse_reason(reason)
    with act(session, ACTION) as action:
        today, waits = action.today, ledger.due_since(action.store) is not None
        before = audit.head(action.store).seq
        every = _plan(action)
        plan = _within_share(action, every, is_confirmed=words is not None)
        if words is not None and len(every.destroy) > most_by_service(action.store) and not plan.beyond_service:
            confirmations.add_clock(action.store, words, today, action.now, action.by)
        octets = {one.client: documents.sum_size(action.store, one.client) for one in plan.destroy}
        by_service = action.user.role is Role.SERVICE
        _log_plan(action, run, "planned", plan)
    if waits:
        purge(session)
    in_no_order = SystemRandom().sample(plan.destroy, len(plan.destroy))  # The ledger's order would reveal the list's.
    destroyed = _in_parts(_cut(in_no_order, octets), lambda part: _destroy(session, part, run, before))
    announced = _in_parts(_cut(plan.announce, {}), lambda part: _announce(session, part, run))
    freed, taken_up = _remove_freed(session, run)
    forgotten = _forget(session, run)
    purged = purge_now(session) if destroyed or forgotten.requests or forgotten.people else None
    counts = (plan.waiting, plan.held, plan.late, forgotten, purged, plan.beyond_service, by_service, freed, taken_up)
    return Run(run, False, today, announced, (), destroyed, *counts)


def _remove_freed(session: Session, run: UUID) -> tuple[int, int]:
    """Remove what was asked to be removed and a duty kept until it ended; deleted and purged as any correction.

    Give how many values that were, and how many whole dossiers a beheerder is to destroy for the same reason.
    """
    with act(session, ACTION) as action:
        freed, taken_up = remove_freed(action), take_up_dossiers(action)
        action.details |= {"run": run.hex, "step": "freed", "count": freed}
        action.details |= {"taken_up": taken_up} if taken_up else {}
    if freed:
        pending_deletion.carry_out_pending(session)
    return freed, taken_up


def _forget(session: Session, run: UUID) -> Forgotten:
    """Forget requesters outside the register (art. 11 and 13), and people who left a party (AVG 5.1.e).

    The words go too of reports that were printed and count as sent by now (art. 8.1).
    """
    with act(session, ACTION) as action:
        action.details |= {"run": run.hex, "step": "forgotten"}
        upkeep.put_done(action.store, "retention", action.now)
        requests, gone = forget_names(action), people.list_unneeded(action.store)
        if gone:
            people.forget(action.store, gone)
            ledger.mark_due(action.store, action.now)
            action.details["people"] = len(gone)
        if breaches.forget(action.store, action.now - KEPT):
            ledger.mark_due(action.store, action.now)
        if digests := erased_people.forget_old(action.store, action.today):
            ledger.mark_due(action.store, action.now)
            action.details["digests"] = digests
        if sent := reports.finish_printed(action.store, action.now - AGAIN, action.now, action.by):
            action.details["reports"] = sent
        return Forgotten(requests, len(gone))


def _plan(action: Action) -> _Plan:
    """Judge every dossier that is near its term or past it; what a hold leaves of one is judged besides."""
    announce, gone = [], []
    waiting = held = late = 0
    coverage.check_settings(action.store)
    notice = notice_days(action.store)
    for client in due.list_candidates(action, notice):
        one = due.judge_dossier(action, client, notice)
        if isinstance(one.assessment, Destroy):
            gone.append(one)
            if not one.assessment.kept:
                continue
            one = due.judge_rest(action, one, one.assessment)
        match one.assessment:
            case Announce(on=None):
                announce.append(one)
            case Announce():
                waiting += 1
            case Held():
                held += 1
        late += due.is_late(one.assessment, action.today)
    return _Plan(tuple(announce), tuple(gone), waiting, held, late)


def _within_share(action: Action, plan: _Plan, *, is_confirmed: bool) -> _Plan:
    """Let nothing be destroyed where more than a share of the register falls due, unless a beheerder confirmed it.

    A clock that is ahead, or a hand in the register, makes the most of it fall due at once.
    """
    count = len(plan.destroy)
    may_go = is_confirmed and action.user.role is not Role.SERVICE
    if may_go or count <= most_by_service(action.store):
        return plan
    return replace(plan, destroy=(), beyond_service=count)


def _log_plan(action: Action, run: UUID, step: str, plan: _Plan) -> None:
    action.details |= {"run": run.hex, "step": step, "held": plan.held, "waiting": plan.waiting}
    action.details |= {"announce": len(plan.announce), "destroy": len(plan.destroy)}
    if plan.beyond_service:
        action.details["beyond_service"] = plan.beyond_service


def _in_parts(
    parts: Iterable[Sequence[JudgedDossier]], work: Callable[[Sequence[JudgedDossier]], Iterable[Done]]
) -> tuple[Done, ...]:
    """Do some at a time, each part in a transaction of its own."""
    return tuple(done for part in parts for done in work(part))


def _cut(listed: Iterable[JudgedDossier], octets: Mapping[Client, int]) -> Iterator[Sequence[JudgedDossier]]:
    """Cut dossiers into parts of AT_ONCE or of OCTETS_AT_ONCE of documents, whichever is less; of one at least."""
    part: list[JudgedDossier] = []
    size_so_far = 0
    for one in listed:
        size = octets.get(one.client, 0)
        if part and (len(part) == AT_ONCE or size_so_far + size > OCTETS_AT_ONCE):
            yield part
            part, size_so_far = [], 0
        part.append(one)
        size_so_far += size
    if part:
        yield part


def _announce(session: Session, part: Sequence[JudgedDossier], run: UUID) -> tuple[Due, ...]:
    """Announce what is still to be announced when it comes to it."""
    announced = []
    with act(session, ACTION) as action:
        action.store.release_savepoint()
        for one in due.judge_again(action, part):
            if isinstance(one.assessment, Announce) and one.assessment.on is None:
                retention.announce(
                    action.store, action.touch_client(one.client), one.assessment, action.today, action.now, action.by
                )
                announced.append(due.describe(action.store, one))
        action.details |= {"run": run.hex, "step": "announced", "count": len(announced)}
    return tuple(announced)


def _destroy(session: Session, part: Sequence[JudgedDossier], run: UUID, before: int) -> tuple[Destroyed, ...]:
    """Destroy what is still to go when it comes to it; named in the ledger before it commits.

    Each dossier is judged again where anybody else did anything since the line of the log before the plan.
    """
    orders = []
    with act(session, ACTION) as action:
        action.store.release_savepoint()
        is_as_planned = audit.is_of_run_alone(action.store, before, run)
        for one in part if is_as_planned else due.judge_again(action, part):
            if isinstance(one.assessment, Destroy):
                orders.append(
                    EraseOrder(one.client, one.facts, one.assessment.kept, one.assessment.reason, one.assessment.since)
                )
                # A whole dossier has its own signed line in the ledger; what is left of one is still somebody's.
                if one.assessment.kept:
                    action.touch_client(one.client)
        action.details |= {"run": run.hex, "step": "destroyed", "count": len(orders)}
        return destroy(action, session.home, orders, run)
