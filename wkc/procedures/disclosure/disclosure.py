"""Art. 8: disclosures are judged before data go, put on file whatever the outcome, and decided on."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

from msgspec import Struct

from wkc.errors.disclosure import CaseIncomplete, DisclosureDecided, DisclosureUnknown
from wkc.errors.paper_form import FormNotGiven
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.paper import NoPaper, PreparedPaper, publish
from wkc.procedures.core.session import Session
from wkc.procedures.disclosure.facts import Caller, Circumstances, find_caller, gather_facts
from wkc.procedures.disclosure.input import DisclosureInput, check_day, check_input
from wkc.procedures.disclosure.judge_again import check_goes_today, drop_gone
from wkc.procedures.disclosure.letter import ChooseWords, prepare_letter
from wkc.procedures.document.listing import find_document
from wkc.procedures.dossier.party import by_name
from wkc.procedures.dossier.search import the_client
from wkc.procedures.io import fields
from wkc.procedures.letters import notice
from wkc.procedures.letters.address import check_postal_address
from wkc.records.disclosure import (
    Allowance,
    Disclosure,
    DisclosureDetails,
    DisclosureFacts,
    Judgement,
)
from wkc.records.dossier import Client
from wkc.rules.disclosure.ground import is_vital
from wkc.rules.disclosure.judge import find_deciding_step, judge
from wkc.rules.disclosure.verified_number import is_verified
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.retention.contact import RESTARTS
from wkc.store.disclosure import disclosure as disclosures
from wkc.store.disclosure.disclosure import Asker, Judged, Period
from wkc.store.dossier import contact as contacts
from wkc.store.dossier.client import Window
from wkc.store.operations.listed import count_disclosures

PAGE = 20

EVER = Period(date(2012, 2, 21), date(9999, 12, 31))
"""From the day of the regulation on."""


class CheckedDisclosure(Struct, frozen=True):
    """The judgement of a disclosure that was not made."""

    client: Client
    recipient: str
    categories: tuple[int, ...]
    judgement: Judgement


class DisclosurePage(Struct, frozen=True):
    """A page of disclosures, newest first, and whether there are more."""

    number: int
    disclosures: tuple[Disclosure, ...]
    more: bool


class _Ready(Struct, frozen=True):
    """A case that was judged, with all it was judged by."""

    client: Client
    caller: Caller
    case: DisclosureDetails
    facts: DisclosureFacts
    judgement: Judgement


def check(session: Session, client_text: str, disclosure_input: DisclosureInput) -> CheckedDisclosure:
    """Judge a disclosure and keep nothing of it but the audit line."""
    with act(session, "disclosure.check") as action:
        ready = _judge_input(action, client_text, disclosure_input)
    return CheckedDisclosure(ready.client, ready.caller.party.name, ready.case.categories, ready.judgement)


def log(
    session: Session,
    client_text: str,
    disclosure_input: DisclosureInput,
    place: Path | None = None,
    *,
    choose: ChooseWords | None = None,
    force: bool = False,
) -> Disclosure:
    """Judge a disclosure and put it on file, also when it is refused; with `place`, a letter if it is allowed.

    `choose` gives the words that the letter hides (AVG 15.4); without it one that needs a look is refused.
    One of an earlier day is judged by what was on file for that day, and says why it comes later.
    """

    def judge_and_log(action: Action) -> Disclosure:
        ready = _judge_input(action, client_text, disclosure_input)
        if ready.facts.on < action.today and ready.case.late is None:
            raise CaseIncomplete(key="why_late")
        judged = Judged(ready.facts.on, action.user.role, is_vital(ready.facts), ready.judgement)
        asker = Asker(ready.caller.party, ready.caller.person.id if ready.caller.person else None)
        row = disclosures.add(action.store, ready.client, asker, ready.case, judged, action.now, action.by)
        made = disclosures.one(action.store, row, BY_CODE)
        action.details["disclosure"] = made.uuid.hex
        _recount_notice(action, made)
        return made

    return _with_letter(session, "disclosure.log", judge_and_log, place, choose, force=force)


def refuse_caller(session: Session, party: str | None) -> None:
    """Write down that a caller who is not on file heard nothing (art. 8.3): of which party, as they said, if known."""
    with act(session, "disclosure.log") as action:
        if party is not None:
            action.details["party"] = by_name(action, party).uuid.hex
        action.details["outcome"] = Allowance.GEWEIGERD.value
        action.mark_refused("beller_niet_bekend")


def decide(
    session: Session,
    client_text: str,
    number: int,
    reason: str,
    place: Path | None = None,
    *,
    allowed: bool,
    choose: ChooseWords | None = None,
    force: bool = False,
) -> Disclosure:
    """Put the beheerder's answer to a waiting disclosure on file; an entry that may not go by now does not go."""
    reason = fields.parse_reason(reason)

    def judge_and_decide(action: Action) -> Disclosure:
        disclosure = find_numbered(action, client_text, number)
        if not disclosure.is_waiting:
            raise DisclosureDecided
        action.details |= {"disclosure": disclosure.uuid.hex, "allowed": allowed}
        if allowed and disclosure.outcome is Allowance.BEHEERDER_BESLIST:
            drop_gone(action, disclosure)
        disclosures.decide(action.store, disclosure, allowed=allowed, reason=reason, at=action.now, by=action.by)
        made = disclosures.one(action.store, disclosure.id, BY_CODE)
        _recount_notice(action, made)
        return made

    return _with_letter(session, "disclosure.decide", judge_and_decide, place, choose, force=force)


def show(session: Session, client_text: str, number: int) -> Disclosure:
    """Give one disclosure of a client."""
    with act(session, "disclosure.show") as action:
        return find_numbered(action, client_text, number)


def every(
    session: Session,
    client_text: str | None,
    recipient: str | None,
    first: str | None = None,
    last: str | None = None,
    page: int = 1,
) -> DisclosurePage:
    """Give a page of disclosures: of a client, to a recipient, in a period, or all in the scope of the user."""
    period = Period(fields.parse_day(first) if first else EVER.first, fields.parse_day(last) if last else EVER.last)
    window = (PAGE + 1, (page - 1) * PAGE)
    with act(session, "disclosure.list") as action:
        action.details["page"] = page
        party = by_name(action, recipient) if recipient else None
        store, mine = action.store, Window(*window, action.caseload_filter)
        client = None if client_text is None else the_client(action, client_text)
        action.tell_total(lambda: count_disclosures(store, client, party, period, mine.coach))
        if client is not None:
            listed = disclosures.of_client(store, client, party, period, mine, BY_CODE)
        elif party is not None:
            listed = disclosures.of_party(store, party, period, mine, BY_CODE)
        else:
            listed = disclosures.in_period(store, period, mine, BY_CODE)
        for disclosure in listed[:PAGE]:
            action.touch_client(disclosure.client)
    return DisclosurePage(page, listed[:PAGE], len(listed) > PAGE)


def list_waiting(session: Session, client_text: str) -> tuple[Disclosure, ...]:
    """Give every disclosure of a client that waits for the beheerder's answer, newest first."""
    with act(session, "disclosure.list") as action:
        return disclosures.waiting_of_client(action.store, the_client(action, client_text), BY_CODE)


def _judge_input(action: Action, client_text: str, disclosure_input: DisclosureInput) -> _Ready:
    """Judge an input; a user who may not see the classes that are asked for may not disclose them either."""
    client = the_client(action, client_text)
    if disclosure_input.recipient is None:
        raise CaseIncomplete(key="recipient")
    caller = find_caller(action, by_name(action, disclosure_input.recipient), disclosure_input)
    case = check_input(disclosure_input, action.today, caller.called_back)
    on = check_day(disclosure_input, action.today)
    person = caller.person
    verified = person is not None and is_verified(person, action.today)
    documents = frozenset(_find_documents(action, client, disclosure_input.documents))
    circumstances = Circumstances(on, action.user.role, person is not None, verified, documents)
    facts = gather_facts(action, client, caller.party, case, circumstances)
    if not all(action.can_see(asked.field.field_class) for asked in facts.asked):
        action.refuse("niet_relevant_voor_functie")
    judgement = judge(facts)
    action.details |= {
        "party": caller.party.uuid.hex,
        "ground": case.ground,
        "categories": list(case.categories),
        "outcome": judgement.outcome.value,
    }
    if judgement.outcome is Allowance.GEWEIGERD:
        action.mark_refused(find_deciding_step(judgement.steps).reason)
    return _Ready(client, caller, case, facts, judgement)


def _find_documents(action: Action, client: Client, numbers: str | None) -> Iterator[UUID]:
    """Find the documents that are asked for, by their numbers; errors.DocumentUnknown, FormNotGiven."""
    for number in (numbers or "").replace(",", " ").split():
        document = find_document(action, client, int(number) if number.isdecimal() else 0)
        if document.field is None:
            raise FormNotGiven
        yield document.uuid


def _recount_notice(action: Action, made: Disclosure) -> None:
    """Move the notice of a client forward to the day on which data went to somebody else (AVG 14.3.c)."""
    if made.is_given:
        notice.recount(action, made.client, contacts.of_client(action.store, made.client, RESTARTS))


def find_numbered(action: Action, client_text: str, number: int) -> Disclosure:
    """Find a disclosure of a client by its number; errors.DisclosureUnknown."""
    client = the_client(action, client_text)
    disclosure = disclosures.by_number(action.store, client, number, BY_CODE)
    if disclosure is None:
        raise DisclosureUnknown
    return disclosure


def _with_letter(
    session: Session,
    name: str,
    put_on_file: Callable[[Action], Disclosure],
    place: Path | None,
    choose: ChooseWords | None,
    *,
    force: bool,
) -> Disclosure:
    """Put a disclosure on file; with a place, its letter is put there if it is allowed."""
    if place is None:
        with act(session, name) as action:
            return put_on_file(action)

    def prepare(action: Action) -> PreparedPaper[Disclosure] | NoPaper[Disclosure]:
        made = put_on_file(action)
        if not made.is_given:
            return NoPaper(made)
        if made.case.late is not None:
            check_goes_today(action, made)
        check_postal_address(action, made.party, made.case.channel)
        return prepare_letter(action, made, choose)

    return publish(session, name, place, prepare, force=force)
