"""Ending an assignment (art. 3): from the day after, its opdrachtgever gets no data any more (art. 8.1)."""

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from wkc.errors.register import AssignmentUnknown
from wkc.errors.rights import PeriodBackwards
from wkc.procedures.core.act import act
from wkc.procedures.core.clock import day
from wkc.procedures.core.retention_term import count_anew
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.party import find_opdrachtgever
from wkc.procedures.dossier.search import the_client
from wkc.procedures.io.dates import parse_any_day
from wkc.procedures.io.fields import plain_text
from wkc.records.dossier import Assignment, Client
from wkc.store.dossier import assignment as assignments


class Ended(Struct, frozen=True):
    """An assignment of a client, with its last day."""

    client: Client
    assignment: Assignment


def end(
    session: Session, client_text: str, party: str, reference: str, on: str | None, *, short: bool | None = None
) -> Ended:
    """Give an assignment its last day (default: today); given again, the last one counts.

    `short` says whether it was for a sick employee: then two years after its end are the term that is kept, where that
    is the shorter one.

    errors.AssignmentUnknown, PeriodBackwards.
    """
    wanted = plain_text(reference)
    today = day(session.environment.now())
    last_on: date = parse_any_day(on, today) if on else today
    with act(session, "client.end") as action:
        client, supplier = the_client(action, client_text), find_opdrachtgever(action, party)
        assignment = next(
            (
                one
                for one in assignments.of_client(action.store, client)
                if (one.party.uuid, one.reference) == (supplier.uuid, wanted)
            ),
            None,
        )
        if assignment is None:
            raise AssignmentUnknown
        if last_on < assignment.from_on:
            raise PeriodBackwards
        assignments.end(action.store, assignment, last_on, short=short)
        count_anew(action, client)
        action.details |= {"assignment": assignment.uuid.hex, "until": last_on.isoformat()}
        action.details |= {} if short is None else {"short": short}
    return Ended(client, replace(assignment, until_on=last_on))
