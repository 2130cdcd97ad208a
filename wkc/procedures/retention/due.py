"""Art. 10: the dossiers near their term or past it, judged, with the last contacts as evidence."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.clock import amsterdam, day
from wkc.procedures.core.retention_facts import gather_facts, notice_days
from wkc.procedures.core.session import Session
from wkc.records.dossier import Client, Term
from wkc.records.retention import Announce, Assessment, Destroy, RetentionFacts
from wkc.rules.retention.assess import assess, count_late_days, counted_before
from wkc.rules.retention.contact import RESTARTS
from wkc.rules.retention.trusted_clock import is_witnessed
from wkc.store.core import audit
from wkc.store.retention import destruction, retention
from wkc.store.store import Store

PAGE = 20
EVIDENCE = 3
_DAY = timedelta(days=1)


class Evidence(Struct, frozen=True):
    """A contact: the day, the kind, and whether it restarts the five years."""

    on: date
    kind: str
    restarts: bool


class Due(Struct, frozen=True):
    """A dossier that falls due: its outcome (announce, held, destroy), and the last contacts."""

    number: str
    uuid: UUID
    outcome: str
    assessment: Assessment
    term: Term
    contacts: tuple[Evidence, ...]


class DuePage(Struct, frozen=True):
    """One page of what falls due, the longest past first; whether anything is late, also on another page."""

    number: int
    due: tuple[Due, ...]
    late: bool
    more: bool


class JudgedDossier(Struct, frozen=True):
    """A dossier with its facts and its assessment."""

    client: Client
    facts: RetentionFacts
    assessment: Assessment


def page(session: Session, number: int = 1) -> DuePage:
    """Give a page of what falls due."""
    with act(session, "retention.due") as action:
        action.details["page"] = number
        notice = notice_days(action.store)
        listed = list_candidates(action, notice, PAGE + 1, (number - 1) * PAGE)
        rows = [judge_dossier(action, action.touch_client(client), notice) for client in listed[:PAGE]]
        behind = any(is_late(row.assessment, action.today) for row in rows) or _is_any_late(action, notice)
        return DuePage(number, tuple(describe(action.store, row) for row in rows), behind, len(listed) > PAGE)


def list_candidates(action: Action, notice: int, most: int = -1, skip: int = 0) -> tuple[Client, ...]:
    """Give the clients whose term ends within the notice or ended, the longest past first."""
    return tuple(retention.counted_before(action.store, _find_counting_limit(action, notice), most, skip))


def walk_candidates(action: Action, notice: int, coach: str | None = None) -> Iterator[Client]:
    """Give the same clients one by one, of everybody or of one caseload, for a caller that needs only the first."""
    before = _find_counting_limit(action, notice)
    if coach is None:
        return retention.counted_before(action.store, before)
    return retention.counted_before_of(action.store, before, coach)


def _find_counting_limit(action: Action, notice: int) -> date:
    """Give the day before which the term of such a client is counted from."""
    return counted_before(action.today + timedelta(days=notice - 1))


def _is_any_late(action: Action, notice: int) -> bool:
    """Tell whether any dossier is late, of all that fall due: none is before the second day after its term."""
    past = retention.counted_before(action.store, counted_before(action.today - 2 * _DAY))
    return any(is_late(judge_dossier(action, client, notice).assessment, action.today) for client in past)


def judge_dossier(action: Action, client: Client, notice: int) -> JudgedDossier:
    """Judge one dossier as it is now."""
    facts = gather_facts(action.store, client, notice)
    if facts.announcement is not None:
        began = datetime.combine(action.today, time(), amsterdam())
        before = audit.last_trusted_before(action.store, began)
        facts = replace(facts, is_witnessed=is_witnessed(facts.announcement.on, before and day(before)))
    return JudgedDossier(client, facts, assess(facts, action.today))


def judge_rest(action: Action, one: JudgedDossier, fate: Destroy) -> JudgedDossier:
    """Judge what a hold leaves of a dossier, as it is once the rest is gone."""
    facts = replace(one.facts, present=one.facts.present & fate.kept, announcement=None)
    return JudgedDossier(one.client, facts, assess(facts, action.today))


def judge_again(action: Action, part: Iterable[JudgedDossier]) -> Iterator[JudgedDossier]:
    """Judge dossiers again, inside the transaction that may change them, without those that are gone."""
    notice = notice_days(action.store)
    for before in part:
        client = destruction.by_uuid(action.store, before.client.uuid)
        if client is not None:
            yield judge_dossier(action, client, notice)


def describe(store: Store, one: JudgedDossier) -> Due:
    """Describe a dossier with its outcome and the last contacts."""
    last = retention.contacts(store, one.client)[:EVIDENCE]
    contacts = tuple(Evidence(day, kind, RESTARTS[kind]) for day, kind in last)
    outcome = type(one.assessment).__name__.lower()
    return Due(one.client.number, one.client.uuid, outcome, one.assessment, one.facts.term, contacts)


def is_late(assessment: Assessment, today: date) -> bool:
    """Tell whether a dossier should have been gone by now and is still to wait."""
    return isinstance(assessment, Announce) and count_late_days(assessment.since, today) > 0
