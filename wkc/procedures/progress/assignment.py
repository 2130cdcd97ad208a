"""The assignment that a report is on: of this client, of that opdrachtgever."""

from datetime import date

from wkc.errors.register import AssignmentUnknown
from wkc.errors.report import AssignmentAmbiguous
from wkc.procedures.core.action import Action
from wkc.procedures.dossier.party import find_opdrachtgever
from wkc.procedures.io.fields import plain_text
from wkc.records.dossier import Assignment, Client
from wkc.rules.progress.silence import is_running
from wkc.store.dossier import assignment as assignments


def find_assignment(action: Action, client: Client, party: str, reference: str | None) -> Assignment:
    """Find the assignment of an opdrachtgever: by its reference, else the one that runs, else the newest."""
    supplier = find_opdrachtgever(action, party)
    listed = [one for one in assignments.of_client(action.store, client) if one.party.uuid == supplier.uuid]
    if reference is not None:
        wanted = plain_text(reference)
        listed = [one for one in listed if one.reference == wanted]
    if not listed:
        raise AssignmentUnknown
    running = [one for one in listed if is_current(one, action.today)]
    if len(running) > 1:
        raise AssignmentAmbiguous
    return (running or listed)[-1]


def is_current(assignment: Assignment, today: date) -> bool:
    """Tell whether an assignment runs on a day."""
    return is_running([(assignment.from_on, assignment.until_on)], today)
