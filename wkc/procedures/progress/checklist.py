"""The list to go through when an assignment ends (art. 2 and 8.1)."""

from msgspec import Struct

from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.clock import day
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.search import the_client
from wkc.procedures.progress.assignment import find_assignment, is_current
from wkc.records.dossier import Assignment, Client
from wkc.records.report import CheckItem, ReportKind
from wkc.rules.disclosure.consent import judge_consent
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.progress.checklist import EndFacts, check_end
from wkc.rules.requests.request import is_open
from wkc.store.disclosure import consent as consents
from wkc.store.disclosure import disclosure as disclosures
from wkc.store.disclosure import report as reports
from wkc.store.dossier import appointment as appointments
from wkc.store.dossier import assignment as assignments
from wkc.store.dossier import party_profile as profiles
from wkc.store.requests import request as requests


class Checklist(Struct, frozen=True):
    """An assignment with the points to go through at its end."""

    client: Client
    assignment: Assignment
    items: tuple[CheckItem, ...]


def check(session: Session, client_text: str, party: str, reference: str | None) -> Checklist:
    """Give the list at the end of an assignment, as far as the register knows."""
    with act(session, "report.checklist") as action:
        client = the_client(action, client_text)
        assignment = find_assignment(action, client, party, reference)
        return Checklist(client, assignment, check_end(_facts(action, client, assignment)))


def _facts(action: Action, client: Client, assignment: Assignment) -> EndFacts:
    store, party = action.store, assignment.party
    own = [one for one in reports.of_client(store, client) if one.assignment.uuid == assignment.uuid]
    ended = [one.final_at for one in own if one.kind is ReportKind.EIND and one.final_at is not None]
    others = [one for one in assignments.of_client(store, client) if one.uuid != assignment.uuid]
    return EndFacts(
        assignment.until_on,
        day(ended[-1]) if ended else None,
        profiles.one(store, party).report_months is not None,
        sum(one.final_at is None for one in own),
        tuple(one.number for one in appointments.of_client(store, client) if one.outcome is None),
        tuple(one.number for one in requests.of_client(store, client) if is_open(one)),
        tuple(one.number for one in disclosures.every_of_client(store, client, BY_CODE) if one.is_waiting),
        tuple(
            one.number
            for one in consents.of_client(store, client)
            if judge_consent(one, party.uuid, one.purpose, action.today).allowed
        ),
        client.coach,
        any(is_current(one, action.today) for one in others),
    )
