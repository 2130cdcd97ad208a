"""Art. 10: what falls due, with its evidence; and the run that announces, destroys and purges, for cron."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID, uuid4

from wkc.errors import RegisterBusy
from wkc.procedures import destruction
from wkc.procedures.act import Deed, act
from wkc.procedures.counting import counted
from wkc.procedures.destruction import Order
from wkc.procedures.purge import purge
from wkc.procedures.session import Session
from wkc.procedures.settings import in_force
from wkc.procedures.stops import stops_of
from wkc.records import Announce, Assessment, Client, Destroy, Destroyed, Facts, Held, Term
from wkc.rules.contact import RESTARTS
from wkc.rules.field import BY_CODE
from wkc.rules.retention import EVERYTHING, assess, counted_before
from wkc.store import destruction as deletions
from wkc.store import ledger as ledger_rows
from wkc.store import retention
from wkc.store.store import Store

PAGE = 20
EVIDENCE = 3
AT_ONCE = 200
"""So many dossiers are announced or destroyed in one transaction: others write in between."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A contact as evidence: the day, the kind, and whether it restarts the five years."""

    on: date
    kind: str
    restarts: bool


@dataclass(frozen=True, slots=True)
class Due:
    """A dossier that falls due: what is to come of it (announce, held, destroy), and the last contacts."""

    number: str
    uuid: UUID
    outcome: str
    assessment: Assessment
    term: Term
    contacts: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class DuePage:
    """One page of what falls due, the longest past first, and whether there is another."""

    number: int
    today: date
    due: tuple[Due, ...]
    more: bool

    @property
    def overdue(self) -> bool:
        """Whether something on it should have been gone by now."""
        return any(_is_late(one.assessment, self.today) for one in self.due)


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


def due(session: Session, number: int = 1) -> DuePage:
    """Give a page of the dossiers that fall due within the notice, or did."""
    with act(session, "retention.due") as deed:
        deed.details["page"] = number
        found = _candidates(deed, PAGE + 1, (number - 1) * PAGE)
        rows = tuple(_due(deed, deed.about(client)) for client in found[:PAGE])
        return DuePage(number, deed.today, rows, len(found) > PAGE)


def dry_run(session: Session) -> Run:
    """Say exactly what a run would do now, and do nothing."""
    with act(session, "retention.run") as deed:
        plan = _planned(deed, uuid4(), dry=True)
        for one in (*plan.announce, *plan.destroy):
            deed.about(_client(deed.store, one))
        return plan


def run(session: Session) -> Run:
    """Announce what falls due, destroy what is past its term and was announced, then purge.

    Each dossier is judged again inside the transaction that changes it. What is cut short halfway is gone on with
    by the next run. errors.RegisterBusy when the purge of an earlier run waits and still cannot be done.
    """
    with act(session, "retention.run") as deed:
        waits = ledger_rows.due_since(deed.store) is not None
        plan = _planned(deed, uuid4(), dry=False)
    if waits:
        purge(session)
    announced = _in_parts(plan.announce, lambda part: _announce(session, part, plan.run))
    destroyed = _in_parts(plan.destroy, lambda part: _destroy(session, part, plan.run))
    # What a hold left of a dossier may be near its own end: that is announced in the same run.
    announced += _in_parts([one for one in plan.destroy if one.then], lambda part: _announce(session, part, plan.run))
    purged = _purged(session) if destroyed else None
    return replace(plan, announce=announced, destroy=(), destroyed=destroyed, purged=purged)
