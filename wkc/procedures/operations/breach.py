"""Art. 14.2, AVG 33 and 34: a breach is written down, scoped from the log, decided on, reported and closed."""

from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from wkc.errors.breach import AccountUnreadable, MomentsTurned, ReasonsUnreadable
from wkc.errors.register import PartyUnknown
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.party import by_name
from wkc.procedures.io import codes, fields
from wkc.procedures.operations.breach_view import BreachView, find, find_open, judge, view
from wkc.procedures.operations.moments import parse_past_moment
from wkc.records.breach import BreachAccount, BreachKind, BreachRuling
from wkc.rules.regulation import breach as rules
from wkc.store.operations import breach as breaches
from wkc.store.operations.breach import BreachFacts

AP, PERSONS, PARTY = WHOM = ("ap", "personen", "opdrachtgever")
"""The parties that may be notified of a breach."""

TEXTS = ("nature", "consequences", "measures", "advice")
"""The texts of an account that all letters on a breach are made from."""


class BreachInput(Struct, frozen=True):
    """The facts of a breach as they are typed; None is what is not known, or stays as it was."""

    kind: str | None = None
    known_at: str | None = None
    from_at: str | None = None
    until_at: str | None = None
    events: str | None = None


class BreachDecisionInput(Struct, frozen=True):
    """A decision on a breach as it is typed: whether the AP and the people are notified, each with reasons."""

    report_ap: bool
    ap_reasons: str
    notify_persons: bool
    persons_reasons: str


class _Reasons(Struct, frozen=True, forbid_unknown_fields=True):
    ap: str
    persons: str


def read_decision(content: str, *, ap: bool, persons: bool) -> BreachDecisionInput:
    """Read both reasons of a decision from JSON; errors.ReasonsUnreadable."""
    import msgspec

    try:
        reasons = msgspec.json.decode(content, type=_Reasons)
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise ReasonsUnreadable from error
    return BreachDecisionInput(ap, reasons.ap, persons, reasons.persons)


def read_account(content: str) -> BreachAccount:
    """Read what a breach is reported with from JSON, its four texts and its codes; errors.AccountUnreadable."""
    import msgspec

    try:
        return msgspec.json.decode(content, type=BreachAccount)
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise AccountUnreadable from error


def open_breach(session: Session, typed: BreachInput) -> BreachView:
    """Write a breach down, known now unless another moment is named."""
    with act(session, "breach.open") as action:
        facts = _facts(action, typed, BreachFacts(BreachKind.OVERIG, action.now, None, None, ""))
        number = breaches.add(action.store, facts, action.now, action.by)
        action.details |= {"breach": number, "kind": facts.kind}
        return view(action, number)


def check_facts(session: Session, typed: BreachInput) -> None:
    """Refuse a kind and moments that cannot be read before words are asked for; errors.KindUnknown, MomentWrong."""
    if typed.kind is not None:
        codes.parse_code(typed.kind, BreachKind)
    for moment in (typed.known_at, typed.from_at, typed.until_at):
        parse_past_moment(moment, session.environment.now())


def update(session: Session, number: str, typed: BreachInput) -> BreachView:
    """Write down what is known by now; what is not named stays."""
    with act(session, "breach.update") as action:
        breach = find_open(action, number)
        before = BreachFacts(breach.kind, breach.known_at, breach.from_at, breach.until_at, breach.events or "")
        facts = _facts(action, typed, before)
        breaches.change(action.store, breach, facts)
        breaches.recount(action.store, breach, partial(rules.party_until, facts.known_at))
        return view(action, breach.number)


def describe(session: Session, number: str, account: BreachAccount) -> BreachView:
    """Write down what the AP, the opdrachtgevers and the people read of a breach; given again, the last one counts."""
    texts = {name: fields.parse_reason(getattr(account, name)) for name in TEXTS}
    late = fields.parse_reason(account.late) if account.late else None
    with act(session, "breach.describe") as action:
        breach = find_open(action, number)
        breaches.describe(action.store, breach, replace(account, **texts, late=late))
        return view(action, breach.number)


def decide(session: Session, number: str, typed: BreachDecisionInput) -> BreachView:
    """Decide whether the AP and the people are notified, each for reasons that stay (AVG 33.1, 33.5, 34.1)."""
    reasons = fields.parse_reason(typed.ap_reasons), fields.parse_reason(typed.persons_reasons)
    with act(session, "breach.decide") as action:
        breach = find_open(action, number)
        ruling = BreachRuling(typed.report_ap, reasons[0], typed.notify_persons, reasons[1], action.now, action.by)
        breaches.decide(action.store, breach, ruling)
        action.details |= {"ap": typed.report_ap, "persons": typed.notify_persons}
        return view(action, breach.number)


def notify(session: Session, number: str, whom: str, at: str | None, party: str | None) -> BreachView:
    """Write down that the AP, the people or an opdrachtgever was notified, now or at a moment that is past."""
    whom = codes.parse_code(whom, WHOM)
    with act(session, "breach.notify") as action:
        breach = find_open(action, number)
        judge(action, rules.judge_notified(breach, whom))
        when = parse_past_moment(at, action.now)
        action.details |= {"whom": whom}
        if whom == AP:
            action.details["late"] = when > rules.ap_until(breach)
            breaches.report(action.store, breach, when)
        elif whom == PERSONS:
            breaches.notify_persons(action.store, breach, when)
        elif not breaches.notify_party(action.store, breach, by_name(action, party or ""), when):
            raise PartyUnknown
        return view(action, breach.number)


def check_closing(session: Session, number: str) -> None:
    """Judge whether a breach is closed, before words are asked for."""
    with act(session, "breach.close") as action:
        action.details["step"] = "asked"
        judge(action, rules.judge_closing(find_open(action, number)))


def close(session: Session, number: str, end: str) -> BreachView:
    """Close a breach when all is done, with what it led to; it is kept three years."""
    reason = fields.parse_reason(end)
    with act(session, "breach.close") as action:
        breach = find_open(action, number)
        judge(action, rules.judge_closing(breach))
        breaches.close(action.store, breach, reason, action.now, action.by)
        return view(action, breach.number)


def show(session: Session, number: str) -> BreachView:
    """Give one breach."""
    with act(session, "breach.show") as action:
        return view(action, find(action, number).number)


def every(session: Session) -> tuple[BreachView, ...]:
    """Give all breaches, the open ones first."""
    with act(session, "breach.list") as action:
        return tuple(view(action, one.number) for one in breaches.every(action.store))


def _facts(action: Action, typed: BreachInput, before: BreachFacts) -> BreachFacts:
    """Give the facts as they are typed, and those of before where nothing is typed; errors.MomentsTurned."""
    kind = before.kind if typed.kind is None else BreachKind(codes.parse_code(typed.kind, BreachKind))
    known = before.known_at if typed.known_at is None else parse_past_moment(typed.known_at, action.now)
    first = before.from_at if typed.from_at is None else parse_past_moment(typed.from_at, action.now)
    last = before.until_at if typed.until_at is None else parse_past_moment(typed.until_at, action.now)
    if (first and last and last < first) or (first and known < first):
        raise MomentsTurned
    events = before.events if typed.events is None else fields.parse_note(typed.events)
    return BreachFacts(kind, known, first, last, events)
