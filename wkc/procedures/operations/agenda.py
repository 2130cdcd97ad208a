"""The agenda: what is to be done by which day, from everything in the register that has a date."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import groupby, islice

from msgspec.structs import replace

from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.clock import day
from wkc.procedures.core.retention_facts import notice_days
from wkc.procedures.core.session import Session
from wkc.procedures.core.settings import SILENCE_WEEKS, in_force
from wkc.procedures.dossier.holding import count_unconsented
from wkc.procedures.dossier.mandate import read_born
from wkc.procedures.dossier.search import touch_listed
from wkc.procedures.operations.upkeep import list_done
from wkc.procedures.progress import report_due
from wkc.procedures.requests.duty import find_freed_day
from wkc.procedures.retention import due
from wkc.records.agenda import Agenda, Duty, Item
from wkc.records.field import FieldClass
from wkc.records.report import ReportKind
from wkc.records.user import Role
from wkc.rules.disclosure.consent import ENDS_AHEAD as CONSENT_AHEAD
from wkc.rules.disclosure.consent_giver import asked_again_on
from wkc.rules.progress.appointment import WEEK
from wkc.rules.progress.silence import ENDS_AHEAD, is_running
from wkc.rules.regulation.agenda import (
    AGREEMENT_AHEAD,
    agenda,
    is_for_role,
    of_appointment,
    of_breach,
    of_correction,
    of_disclosure,
    of_letters,
    of_look,
    of_number,
    of_request,
    of_retention,
    of_return,
    of_signature,
    of_silence,
    of_supplied,
    of_unasked,
    of_unconsented,
    permits_between,
)
from wkc.rules.regulation.breach import list_duties
from wkc.rules.regulation.staffing import list_vacancies
from wkc.rules.regulation.upkeep import list_neglected
from wkc.store.core import break_glass
from wkc.store.core import register as register_metadata
from wkc.store.core import user as users
from wkc.store.disclosure import consent as consents
from wkc.store.disclosure import disclosure as disclosures
from wkc.store.document import document as documents
from wkc.store.document import paper_form as paper_forms
from wkc.store.document import paper_left
from wkc.store.dossier import appointment as appointments
from wkc.store.dossier import assignment as assignments
from wkc.store.dossier import client as clients
from wkc.store.dossier import entry as entries
from wkc.store.dossier import party as parties
from wkc.store.dossier import party_profile as profiles
from wkc.store.dossier import person as people
from wkc.store.dossier import supplied
from wkc.store.dossier.client import Window
from wkc.store.letters import letter as letters
from wkc.store.letters import notice as notices
from wkc.store.operations import breach as breaches
from wkc.store.requests import correction as corrections
from wkc.store.requests import request as requests
from wkc.store.retention import erased

JUDGED = 100
"""Things to do for an agenda that dossiers near their term give, and open requests: the soonest."""
COUNTED = 1_000
"""Letters, and notices, that are counted for an agenda: the soonest."""
NAMED = 20
"""Clients of an agenda who are named, those of the soonest items: each name that is shown is a look (art. 7)."""


def show(session: Session) -> Agenda:
    """Give the agenda of today: a coach's keeps to the own caseload."""
    with act(session, "agenda.show") as action:
        collected = collect(action)
        if session.wants_names and action.can_see(FieldClass.GEWOON):
            touch_listed(action, islice(dict.fromkeys(item.client for item in collected.items if item.client), NAMED))
        action.details["overdue"] = collected.overdue
    return collected


def collect(action: Action) -> Agenda:
    """Give what concerns the acting user, from every source."""
    coach = None if action.user.role is Role.SERVICE else action.caseload_filter  # which sees numbers, of everybody
    items = (item for source in SOURCES for item in source(action, coach))
    return agenda((item for item in items if is_for_role(action.user.role, item.duty)), action.today)


def _requests(action: Action, coach: str | None) -> Iterator[Item]:
    listed = requests.open_ones(action.store, action.today, Window(-1, 0, coach))
    items = (item for request in listed for item in of_request(request, find_freed_day(action, request)))
    yield from _mark_last([*islice(items, JUDGED)], more=next(items, None) is not None)


def _notices(action: Action, coach: str | None) -> Iterator[Item]:
    days = [*notices.by_day(action.store, coach, COUNTED)]
    items = [
        Item(due_on, Duty.KENNISGEVING, number, count, client=number if count == 1 else None)
        for due_on, count, number in days
    ]
    yield from _mark_last(items, more=sum(count for _on, count, _number in days) == COUNTED)


def _letters(action: Action, coach: str | None) -> Iterator[Item]:
    drawn = letters.waiting(action.store, action.now, coach, COUNTED)
    items = []
    for made_on, group in groupby(drawn, lambda letter: day(letter.made_at)):
        first, *others = group
        items.append(of_letters(first.number, 1 + len(others), made_on, None if others else first.client))
    yield from _mark_last(items, more=len(drawn) == COUNTED)


def _mark_last(items: list[Item], *, more: bool) -> list[Item]:
    """Give items in their order, the last of them marked where there are more of them."""
    return [*items[:-1], *(replace(item, more=more) for item in items[-1:])]


def _corrections(action: Action, coach: str | None) -> Iterator[Item]:
    for since, count, subject in corrections.waiting(action.store, coach):
        yield of_correction(since, count, subject)


def _list_supplied(action: Action, coach: str | None) -> Iterator[Item]:
    for number, count, since in supplied.waiting(action.store, coach):
        yield of_supplied(number, count, day(since))


def _looks(action: Action, coach: str | None) -> Iterator[Item]:
    if coach is None:
        for look in break_glass.list_unreviewed(action.store):
            yield of_look(look.line, day(look.at), look.number, look.by)


def _returns(action: Action, coach: str | None) -> Iterator[Item]:
    if coach is None:
        for since, number in erased.waiting(action.store):
            yield of_return(number, since)


def _vacancies(action: Action, coach: str | None) -> Iterator[Item]:
    if coach is None:
        every = users.every(action.store)
        caseloads = {user.user_id: clients.count_caseload(action.store, user.user_id) for user in every}
        since = {user.user_id: day(user.revoked_at or user.designated_at) for user in every}
        yield from list_vacancies(every, caseloads, since)


def _codes(action: Action, coach: str | None) -> Iterator[Item]:
    due = register_metadata.codes_due(action.store) if coach is None else None
    if due is not None:
        user_id, since = due
        yield Item(day(since), Duty.HERSTELCODES, user_id)


def _upkeep(action: Action, coach: str | None) -> Iterator[Item]:
    if coach is None:
        yield from list_neglected(list_done(action), action.today)


def _disclosures(action: Action, coach: str | None) -> Iterator[Item]:
    if coach is None:
        for waiting in disclosures.waiting(action.store):
            yield of_disclosure(waiting, day(waiting.at))


def _numbers(action: Action, coach: str | None) -> Iterator[Item]:
    del coach  # A person on file at a party is called back by everybody.
    for party in parties.every(action.store):
        for person in people.of_party(action.store, party):
            yield from of_number(person, action.today)


def _permits(action: Action, coach: str | None) -> Iterator[Item]:
    for number, ends_on in entries.list_dated(
        action.store, "verblijfsvergunning_tot", permits_between(action.today), coach
    ):
        yield Item(ends_on, Duty.VERBLIJFSVERGUNNING, number, client=number)


def _appointments(action: Action, coach: str | None) -> Iterator[Item]:
    if action.user.role is not Role.SERVICE:
        for planned in appointments.open_until(action.store, action.today + WEEK, coach):
            yield from of_appointment(planned, action.today)


def _silences(action: Action, coach: str | None) -> Iterator[Item]:
    if coach is not None:  # One's own caseload: a list of everybody's would be a list of the office.
        weeks = int(in_force(action.store)[SILENCE_WEEKS])
        for (number, last), periods in assignments.counted_before(
            action.store, coach, action.today - timedelta(weeks=weeks)
        ).items():
            if is_running(periods, action.today):
                yield from of_silence(number, last, weeks, action.today)


def _endings(action: Action, coach: str | None) -> Iterator[Item]:
    for number, last in assignments.ending(action.store, action.today, action.today + ENDS_AHEAD, coach):
        yield Item(last, Duty.OPDRACHT_EINDIGT, number, client=number)


def _reports(action: Action, coach: str | None) -> Iterator[Item]:
    for one in report_due.collect(action, coach):
        duty = Duty.EINDRAPPORTAGE if one.due.kind is ReportKind.EIND else Duty.RAPPORTAGE
        yield Item(one.due.due_on, duty, one.client, client=one.client)


def _consents(action: Action, coach: str | None) -> Iterator[Item]:
    for number, last in consents.ending(action.store, action.today, action.today + CONSENT_AHEAD, coach):
        yield Item(last, Duty.TOESTEMMING_EINDIGT, number, client=number)
    for client in consents.list_by_mandate(action.store, coach):
        granted = consents.of_client(action.store, client)
        born = read_born(action, client)
        since = [asked_again_on(one, granted, born, action.today) for one in granted]
        if days := [day for day in since if day is not None]:
            yield of_unasked(client.number, min(days))
    if coach is None:
        for client in consents.list_ended_to_hold(action.store, action.today):
            count, since_on = count_unconsented(action, client)
            if count:
                yield of_unconsented(client.number, count, since_on)


def _agreements(action: Action, coach: str | None) -> Iterator[Item]:
    del coach  # An agreement is about no client.
    for name, last in profiles.ending(action.store, action.today, action.today + AGREEMENT_AHEAD):
        yield Item(last, Duty.OVEREENKOMST_EINDIGT, name)


def _papers(action: Action, coach: str | None) -> Iterator[Item]:
    for number, last, count in documents.papers_due(action.store, action.today, coach):
        yield Item(last, Duty.PAPIER_VERNIETIGEN, number, count)
    for number, signed_on, count in paper_forms.count_unkept(action.store, coach):
        yield of_signature(number, count, signed_on)
    left, since = paper_left.count(action.store) if coach is None else (0, None)
    if since is not None:
        yield Item(since, Duty.PAPIEREN_VAN_VERNIETIGDE_DOSSIERS, "", left)


def _breaches(action: Action, coach: str | None) -> Iterator[Item]:
    if coach is None:
        for breach in breaches.open_ones(action.store):
            for duty in list_duties(breach):
                yield of_breach(breach.number, duty, day(duty.until or action.now), action.now)


def _retention(action: Action, coach: str | None) -> Iterator[Item]:
    notice = notice_days(action.store)
    judged = (due.judge_dossier(action, one, notice) for one in due.walk_candidates(action, notice, coach))
    items = (item for one in judged for item in of_retention(one.client.number, one.assessment))
    yield from _mark_last([*islice(items, JUDGED)], more=next(items, None) is not None)


SOURCES: tuple[Callable[[Action, str | None], Iterator[Item]], ...] = (
    _breaches,
    _requests,
    _notices,
    _letters,
    _corrections,
    _list_supplied,
    _disclosures,
    _looks,
    _returns,
    _vacancies,
    _codes,
    _upkeep,
    _numbers,
    _permits,
    _appointments,
    _silences,
    _endings,
    _reports,
    _consents,
    _agreements,
    _papers,
    _retention,
)
"""The sources of items: each for everybody, or for one coach's caseload."""
