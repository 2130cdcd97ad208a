"""Art. 14.2, AVG 33 and 34: a breach is written down, scoped from the log, decided on, reported and closed."""

from collections.abc import Collection, Sequence
from datetime import datetime

from msgspec import Struct

from wkc.errors.breach import BREACH_REFUSED, BreachUnknown, MomentsTurned, ReasonsUnreadable, ScopeMissing
from wkc.errors.register import PartyUnknown
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.client import held_categories
from wkc.procedures.dossier.party import by_name
from wkc.procedures.dossier.reference import parse_reference
from wkc.procedures.dossier.search import the_client
from wkc.procedures.io import codes, fields
from wkc.procedures.operations.moments import parse_past_moment
from wkc.records.breach import Breach, BreachKind, BreachRuling
from wkc.records.dossier import Client
from wkc.records.verdict import Verdict
from wkc.rules.regulation import breach as rules
from wkc.rules.regulation.breach import BreachDuty
from wkc.store import assignment as assignments
from wkc.store import breach as breaches
from wkc.store import client as clients
from wkc.store import destruction
from wkc.store import party_profile as profiles
from wkc.store.breach import BreachFacts
from wkc.store.client import Window

AP, PERSONS, PARTY = WHOM = ("ap", "personen", "opdrachtgever")
"""The parties that may be notified of a breach."""


class BreachInput(Struct, frozen=True):
    """The facts of a breach as they are typed; None is what is not known, or stays as it was."""

    kind: str | None = None
    known_at: str | None = None
    from_at: str | None = None
    until_at: str | None = None
    events: str | None = None


class ScopeInput(Struct, frozen=True):
    """The people whom a breach reached: named dossiers, all that a user saw since a moment, or a copy of a day."""

    clients: Sequence[str] = ()
    user: str | None = None
    since: str | None = None
    copy_of: str | None = None


class DecisionInput(Struct, frozen=True):
    """A decision on a breach as it is typed: whether the AP and the people hear of it, each with reasons."""

    report_ap: bool
    ap_reasons: str
    notify_persons: bool
    persons_reasons: str


class BreachView(Struct, frozen=True):
    """A breach with the end of its 72 hours, what is still to be done, and the moment it was looked at (UTC)."""

    breach: Breach
    ap_until: datetime
    duties: tuple[BreachDuty, ...]
    late: bool
    now: datetime


class _Reasons(Struct, frozen=True, forbid_unknown_fields=True):
    ap: str
    persons: str


def read_decision(content: str, *, ap: bool, persons: bool) -> DecisionInput:
    """Read both reasons of a decision from JSON; errors.ReasonsUnreadable."""
    import msgspec

    try:
        reasons = msgspec.json.decode(content, type=_Reasons)
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise ReasonsUnreadable from error
    return DecisionInput(ap, reasons.ap, persons, reasons.persons)


def open_breach(session: Session, typed: BreachInput) -> BreachView:
    """Write a breach down, known now unless another moment is named."""
    with act(session, "breach.open") as action:
        facts = _facts(action, typed, None)
        return _view(action, breaches.add(action.store, facts, action.now, action.by))


def check_moments(session: Session, typed: BreachInput) -> None:
    """Refuse moments that cannot be read before words are asked for; errors.MomentWrong."""
    for moment in (typed.known_at, typed.from_at, typed.until_at):
        parse_past_moment(moment, session.environment.now())


def update(session: Session, number: str, typed: BreachInput) -> BreachView:
    """Write down what is known by now; what is not named stays."""
    with act(session, "breach.update") as action:
        breach = _open(action, number)
        breaches.change(action.store, breach, _facts(action, typed, breach))
        return _view(action, breach.number)


def scope(session: Session, number: str, typed: ScopeInput) -> BreachView:
    """Add whom a breach reached, in the categories that were there to see, and the opdrachtgevers who hear of it."""
    with act(session, "breach.scope") as action:
        breach = _open(action, number)
        people = _list_people(action, breach, typed)
        for client in people:
            action.touch_client(client)
            breaches.add_person(action.store, breach, client, held_categories(action.store, client) or {1})
            for held in assignments.of_client(action.store, client):
                hours = profiles.one(action.store, held.party).breach_hours
                breaches.add_party(action.store, breach, held.party, rules.party_until(breach, hours))
        action.details["count"] = len(people)
        return _view(action, breach.number)


def decide(session: Session, number: str, typed: DecisionInput) -> BreachView:
    """Decide whether the AP and the people hear of a breach, each for reasons that stay (AVG 33.1, 33.5, 34.1)."""
    reasons = fields.parse_reason(typed.ap_reasons), fields.parse_reason(typed.persons_reasons)
    with act(session, "breach.decide") as action:
        breach = _open(action, number)
        ruling = BreachRuling(typed.report_ap, reasons[0], typed.notify_persons, reasons[1], action.now, action.by)
        breaches.decide(action.store, breach, ruling)
        action.details |= {"ap": typed.report_ap, "persons": typed.notify_persons}
        return _view(action, breach.number)


def notify(session: Session, number: str, whom: str, at: str | None, party: str | None) -> BreachView:
    """Write down that the AP, the people or an opdrachtgever was notified, now or at a moment that is past."""
    whom = codes.parse_code(whom, WHOM)
    with act(session, "breach.notify") as action:
        breach = _open(action, number)
        _judge(action, rules.judge_notified(breach, whom))
        when = parse_past_moment(at, action.now)
        action.details |= {"whom": whom}
        if whom == AP:
            breaches.report(action.store, breach, when)
        elif whom == PERSONS:
            breaches.notify_persons(action.store, breach, when)
        elif not breaches.notify_party(action.store, breach, by_name(action, party or ""), when):
            raise PartyUnknown
        return _view(action, breach.number)


def check_closing(session: Session, number: str) -> None:
    """Judge whether a breach is closed, before words are asked for."""
    with act(session, "breach.close") as action:
        action.details["step"] = "asked"
        _judge(action, rules.judge_closing(_open(action, number)))


def close(session: Session, number: str, end: str) -> BreachView:
    """Close a breach when all is done, with what it led to; it is kept three years."""
    said = fields.parse_reason(end)
    with act(session, "breach.close") as action:
        breach = _open(action, number)
        _judge(action, rules.judge_closing(breach))
        breaches.close(action.store, breach, said, action.now, action.by)
        return _view(action, breach.number)


def show(session: Session, number: str) -> BreachView:
    """Give one breach."""
    with act(session, "breach.show") as action:
        return _view(action, _find(action, number).number)


def every(session: Session) -> tuple[BreachView, ...]:
    """Give all breaches, the open ones first."""
    with act(session, "breach.list") as action:
        return tuple(_view(action, one.number) for one in breaches.every(action.store))


def _facts(action: Action, typed: BreachInput, before: Breach | None) -> BreachFacts:
    kind = codes.parse_code(typed.kind, BreachKind) if typed.kind else before.kind if before else BreachKind.OVERIG
    known = _moment(action, typed.known_at, before.known_at if before else action.now) or action.now
    first = _moment(action, typed.from_at, before.from_at if before else None)
    last = _moment(action, typed.until_at, before.until_at if before else None)
    if (first and last and last < first) or (first and known < first):
        raise MomentsTurned
    events = fields.parse_note(typed.events) if typed.events is not None else (before.events if before else None)
    return BreachFacts(BreachKind(kind), known, first, last, events or "")


def _moment(action: Action, typed: str | None, otherwise: datetime | None) -> datetime | None:
    return otherwise if typed is None else parse_past_moment(typed, action.now)


def _find(action: Action, text: str) -> Breach:
    number = parse_reference("D", text, action.today.year)
    found = breaches.by_number(action.store, number) if number else None
    if found is None:
        raise BreachUnknown
    action.details["breach"] = found.number
    return found


def _open(action: Action, text: str) -> Breach:
    breach = _find(action, text)
    _judge(action, rules.judge_change(breach))
    return breach


def _judge(action: Action, verdict: Verdict) -> None:
    if not verdict.allowed:
        action.mark_refused(verdict.reason)
        raise BREACH_REFUSED[verdict.reason](article=verdict.article)


def _view(action: Action, number: str) -> BreachView:
    breach = breaches.by_number(action.store, number)
    if breach is None:
        raise BreachUnknown
    until = rules.ap_until(breach)
    return BreachView(breach, until, tuple(rules.list_duties(breach)), rules.is_late(breach), action.now)


def _list_people(action: Action, breach: Breach, typed: ScopeInput) -> Collection[Client]:
    """Give the clients whom a breach reached, by one of the ways in which that is said."""
    if [bool(typed.clients), typed.user is not None, typed.copy_of is not None].count(True) != 1:
        raise ScopeMissing
    if typed.clients:
        return [the_client(action, text) for text in typed.clients]
    if typed.user is not None:
        if typed.since is None:
            raise ScopeMissing
        first = parse_past_moment(typed.since, action.now)
        last = breach.until_at or action.now
        subjects = breaches.seen_since(action.store, typed.user, first, last)
        found = (destruction.by_uuid(action.store, uuid) for uuid in subjects)
        return [client for client in found if client is not None]
    day = fields.parse_past_day(typed.copy_of or "", action.today)
    return [one for one in clients.page(action.store, Window(-1, 0, None)) if one.registered_on <= day]
