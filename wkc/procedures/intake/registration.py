"""Taking clients in: one by hand or a list from an opdrachtgever, all or nothing (art. 3 and 4)."""

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from wkc.errors.families import Fault
from wkc.errors.intake import OtherPerson, PersonOnFile, PersonTwice
from wkc.errors.register import AlreadyRegistered, FaultsFound, OneClientOnly
from wkc.errors.rights import ConsentToHoldMissing
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.session import Session
from wkc.procedures.dossier import search_keys
from wkc.procedures.dossier.party import find_opdrachtgever
from wkc.procedures.intake import check as intake
from wkc.procedures.intake.choices import PersonChoices
from wkc.procedures.intake.enrolment import Enrolled, Enrolment
from wkc.procedures.intake.order import IntakeOrder
from wkc.procedures.intake.spreadsheet import Reading
from wkc.procedures.intake.table import LeftOut, Table
from wkc.procedures.io.fields import plain_text
from wkc.store.dossier import party_column

MOST_FAULTS = 200
"""Faults beyond this many are counted, not listed."""

EVERY = 500
"""Rows between two reports of progress."""


class Imported(Struct, frozen=True):
    """The receipt of an import, or with `dry_run` of what it would do.

    `rows` were taken in; `again` lists the clients among them that were on file already. `left_out` has every other
    filled row, with the reason, and `reading` tells how the file was read. `columns_left_out` has the headings of
    columns that are left out, as written.
    """

    rows: int
    first: str | None
    last: str | None
    again: tuple[Enrolled, ...]
    sha256: str
    dry_run: bool
    left_out: tuple[LeftOut, ...]
    reading: Reading
    columns_left_out: tuple[str, ...] = ()


def check(session: Session, order: IntakeOrder) -> None:
    """Refuse an order that cannot be, before anything is asked: who supplies the client, under which reference."""
    plain_text(order.reference)
    with act(session, "party.show") as action:
        find_opdrachtgever(action, order.opdrachtgever)


def register(session: Session, table: Table, order: IntakeOrder, choices: PersonChoices | None = None) -> Enrolled:
    """Register the one client that a table holds; errors.FaultsFound names all that is wrong with it."""
    with act(session, "client.register") as action:
        taken = list(_take_in(action, table, order, choices or PersonChoices(), []))
        if len(taken) != 1:
            raise OneClientOnly
        action.touch_client(taken[0].client)
        action.details["again"] = taken[0].again
    return taken[0]


def import_list(
    session: Session,
    table: Table,
    order: IntakeOrder,
    progress: Callable[[int], None],
    *,
    dry_run: bool = False,
    choices: PersonChoices | None = None,
    columns: Mapping[str, str | None] | None = None,
) -> Imported:
    """Import a list: every row is checked, every fault named; then all of it, or nothing.

    `columns` has what somebody confirmed of its headings, in their normal form, to keep for this opdrachtgever.
    """
    with act(session, "client.import") as action:
        action.log_own_line()
        action.details |= {"sha256": table.sha256, "dry_run": dry_run}
        rows, first, last, again = 0, None, None, []
        left_out: list[LeftOut] = []
        for enrolled in _take_in(action, table, order, choices or PersonChoices(), left_out):
            rows += 1
            if enrolled.again:
                action.touch_client(enrolled.client)
                again.append(enrolled)
            else:
                first, last = first or enrolled.client.number, enrolled.client.number
            if rows % EVERY == 0:
                progress(rows)
        action.details |= {"count": rows} | ({"left_out": len(left_out)} if left_out else {})
        if columns:
            party_column.put(action.store, find_opdrachtgever(action, order.opdrachtgever), columns)
        if dry_run:
            action.undo()
        else:
            search_keys.index(action.store)
    progress(rows)
    return Imported(
        rows,
        first,
        last,
        tuple(again),
        table.sha256,
        dry_run,
        tuple(left_out),
        table.sheet.reading,
        tuple(column.heading for column in table.headings if column.heading and column.code is None),
    )


def _take_in(
    action: Action, table: Table, order: IntakeOrder, choices: PersonChoices, left_out: list[LeftOut]
) -> Iterator[Enrolled]:
    """Take every line in that has no fault; with a fault anywhere, raise in the end, and all is undone."""
    enrolment = Enrolment(action, find_opdrachtgever(action, order.opdrachtgever), order, choices)
    faults: list[Fault] = []
    count = 0
    for line in intake.check(table, today=action.today, grounds=order.grounds):
        if isinstance(line, LeftOut):
            left_out.append(line)
            continue
        try:
            if not isinstance(line, Fault):
                yield enrolment.enrol(line)
                continue
            fault = line
        except OtherPerson as error:
            fault = Fault(error, line.row, "burgerservicenummer")
        except (AlreadyRegistered, PersonOnFile, PersonTwice, ConsentToHoldMissing) as error:
            fault = Fault(error, line.row)
        count += 1
        if len(faults) < MOST_FAULTS:
            faults.append(fault)
    if count:
        raise FaultsFound(faults, count)
    for client in enrolment.same:
        action.list_in_line("same_person", client.number, client)
