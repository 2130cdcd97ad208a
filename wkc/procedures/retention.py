"""The run of art. 10, for cron: announces what falls due, destroys what is past its term, and purges."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar
from uuid import UUID, uuid4

from wkc.procedures import due
from wkc.procedures.act import Deed, act
from wkc.procedures.destruction import Order, destroy
from wkc.procedures.due import Due
from wkc.procedures.purge import purge, purged_now
from wkc.procedures.session import Session
from wkc.records import Announce, Destroy, Destroyed, Held
from wkc.store import destruction as deletions
from wkc.store import ledger, retention

Done = TypeVar("Done")

ACTION = "retention.run"
AT_ONCE = 100
"""So many dossiers in one transaction: others write in between, and each statement walks what a larger one undid."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a run did, or would do when it is `dry`.

    `announce` is what it announces and, when dry, `destroy` what it would destroy; `destroyed` is what is left of
    what it did destroy. `waiting` were announced before, `held` may not go, `late` should have been gone by now.
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
    purged: bool | None


def dry_run(session: Session) -> Run:
    """Say exactly what a run would do now, and do nothing."""
    with act(session, ACTION) as deed:
        plan = _planned(deed, dry=True)
        for one in (*plan.announce, *plan.destroy):
            if client := deletions.by_uuid(deed.store, one.uuid):
                deed.about(client)
        return plan


def run(session: Session) -> Run:
    """Destroy what is past its term and was announced, announce what falls due, then purge.

    Each dossier is judged again inside the transaction that changes it. What is cut short halfway is gone on with
    by the next run. errors.RegisterBusy when the purge of an earlier run waits and still cannot be done.
    """
    with act(session, ACTION) as deed:
        waits = ledger.due_since(deed.store) is not None
        plan = _planned(deed, dry=False)
    if waits:
        purge(session)
    destroyed = _in_parts(plan.destroy, lambda part: _destroy(session, part, plan.run))
    announced = _in_parts(plan.announce, lambda part: _announce(session, part, plan.run))
    purged = purged_now(session) if destroyed else None
    return replace(plan, announce=announced, destroy=(), destroyed=destroyed, purged=purged)


def _planned(deed: Deed, *, dry: bool) -> Run:
    """Judge every dossier that is near its term or past it; what a hold leaves of one is judged besides."""
    announce, gone = [], []
    waiting = held = late = 0
    for client in due.candidates(deed, -1):
        said = due.judged(deed, client)
        if isinstance(said, Destroy):
            gone.append(due.due_of(deed.store, client, said))
            if not said.kept:
                continue
            said = due.left_over(deed, client, said)
        if due.is_new(said):
            announce.append(due.due_of(deed.store, client, said))
        waiting += isinstance(said, Announce) and not due.is_new(said)
        held += isinstance(said, Held)
        late += due.is_late(said, deed.today)
    made = Run(uuid4(), dry, deed.today, tuple(announce), tuple(gone), (), waiting, held, late, None)
    deed.details |= {"run": made.run.hex, "step": "dry" if dry else "planned", "held": held, "waiting": waiting}
    deed.details |= {"announce": len(announce), "destroy": len(gone)}
    return made


def _in_parts(listed: Sequence[Due], work: Callable[[Sequence[Due]], Iterable[Done]]) -> tuple[Done, ...]:
    """Do some at a time, each part in a transaction of its own."""
    parts = (listed[start : start + AT_ONCE] for start in range(0, len(listed), AT_ONCE))
    return tuple(done for part in parts for done in work(part))


def _announce(session: Session, part: Sequence[Due], run: UUID) -> tuple[Due, ...]:
    """Announce what is still to be announced when it comes to it."""
    announced = []
    with act(session, ACTION) as deed:
        for client, said in filter(None, (due.again(deed, before) for before in part)):
            if isinstance(said, Announce) and said.on is None:
                retention.announce(deed.store, deed.about(client), said, deed.today, deed.now, deed.by)
                announced.append(due.due_of(deed.store, client, said))
        deed.details |= {"run": run.hex, "step": "announced", "count": len(announced)}
    return tuple(announced)


def _destroy(session: Session, part: Sequence[Due], run: UUID) -> tuple[Destroyed, ...]:
    """Destroy what is still to go when it comes to it; named in the ledger before it commits."""
    orders = []
    with act(session, ACTION) as deed:
        for client, said in filter(None, (due.again(deed, before) for before in part)):
            if isinstance(said, Destroy):
                orders.append(Order(client, said.kept, said.reason, said.since))
                # A whole dossier has its own signed line in the ledger; what is left of one is still somebody's.
                if said.kept:
                    deed.about(client)
        deed.details |= {"run": run.hex, "step": "destroyed", "count": len(orders)}
        return destroy(deed, session.home, orders, run)
