"""Taking clients in: one by hand or a list from an opdrachtgever, all or nothing (art. 3 and 4)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from wkc.errors import AlreadyRegistered, Fault, FaultsFound, FileChanged
from wkc.procedures.act import Deed, act
from wkc.procedures.clock import day
from wkc.procedures.enrolment import Enrolled, Enrolment, Order
from wkc.procedures.intake import Line, check
from wkc.procedures.party import by_name
from wkc.procedures.session import Session
from wkc.procedures.tables import Table
from wkc.procedures.values import plain_text

MOST_FAULTS = 200
"""Faults beyond this many are counted, not listed."""

EVERY = 500
"""Rows between two reports of progress."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, or with `dry_run` would do; `again` lists the clients that were on file already."""

    rows: int
    first: str | None
    last: str | None
    again: tuple[Enrolled, ...]
    sha256: str
    dry_run: bool


def register(session: Session, table: Table, order: Order) -> Enrolled:
    """Register the one client that a table holds; errors.FaultsFound names all that is wrong with it."""
    _refuse_faults(session, table, order)
    with act(session, "client.register") as deed:
        (enrolled,) = _enrolled(deed, table, order)
        deed.about(enrolled.client)
        deed.details["again"] = enrolled.again
    return enrolled


def import_list(
    session: Session, table: Table, order: Order, progress: Callable[[int], None], *, dry_run: bool = False
) -> Imported:
    """Import a list: first every row is checked and every fault named; then all of it, or nothing."""
    _refuse_faults(session, table, order)
    with act(session, "client.import") as deed:
        deed.details |= {"sha256": table.sha256, "dry_run": dry_run}
        rows, first, last, again = 0, None, None, []
        for enrolled in _enrolled(deed, table, order):
            rows += 1
            if enrolled.again:
                again.append(enrolled)
            else:
                first, last = first or enrolled.client.number, enrolled.client.number
            if rows % EVERY == 0:
                progress(rows)
        deed.details["count"] = rows
        if dry_run:
            deed.undo()
    progress(rows)
    return Imported(rows, first, last, tuple(again), table.sha256, dry_run)


def _refuse_faults(session: Session, table: Table, order: Order) -> None:
    """Read the whole table once, before anybody waits for us, and name every fault."""
    plain_text(order.reference)
    faults: list[Fault] = []
    count = 0
    for found in _checked(table, day(session.world.now()), order):
        if isinstance(found, Fault):
            count += 1
            if len(faults) < MOST_FAULTS:
                faults.append(found)
    if count:
        raise FaultsFound(faults, count)


def _checked(table: Table, today: date, order: Order) -> Iterator[Line | Fault]:
    return check(table, today=today, special_basis=order.special_basis, criminal_basis=order.criminal_basis)


def _enrolled(deed: Deed, table: Table, order: Order) -> Iterator[Enrolled]:
    """Take every line in; what only the register can know against one (it has it already) is a fault too."""
    desk = Enrolment(deed, by_name(deed, order.opdrachtgever), order)
    faults: list[Fault] = []
    for found in _checked(table, deed.today, order):
        if isinstance(found, Fault):
            raise FileChanged
        try:
            yield desk.enrol(found)
        except AlreadyRegistered as error:
            faults.append(Fault(error, found.row))
    if faults:
        raise FaultsFound(faults[:MOST_FAULTS], len(faults))
