"""Art. 11, 12 and 13: the steps of an answer: identity, extension, decision, its sending, or a withdrawal."""

import re
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from wkc.errors.families import NotPermitted
from wkc.errors.input import ValueEmpty
from wkc.errors.request import LastCharactersWrong, ReasonsMissing, WithdrawalOfAnother
from wkc.procedures.core.session import Session
from wkc.procedures.dossier import mandate
from wkc.procedures.io import codes, fields
from wkc.procedures.letters import request_letters
from wkc.procedures.requests import duty, objection
from wkc.procedures.requests import propose as proposing
from wkc.procedures.requests.decision import judge_decision
from wkc.procedures.requests.decision_input import DecisionInput, read_decision
from wkc.procedures.requests.request import RequestStep, judge, step
from wkc.records.request import Answering, Extension, ProofOfIdentity, Requester, Ruling
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.requests import request as rules
from wkc.rules.requests.identity import MET, judge_demand
from wkc.rules.requests.own_accord import is_own_accord
from wkc.rules.requests.term import judge_extension
from wkc.rules.requests.withdrawal import judge_recorder, judge_withdrawal
from wkc.rules.retention.contact import RESTARTS
from wkc.store.dossier import contact as contacts
from wkc.store.requests import request as requests

DOCUMENTS = BY_CODE["identiteitsbewijs_soort"].choices
_LAST = re.compile(r"[A-Z0-9]{3}")


class ProofInput(Struct, frozen=True):
    """The identification of a requester: a method and, where one is seen, the kind of document.

    `mandate` is the text of a mandate's file; `shown` the day on which a gemachtigde showed the express request.
    """

    method: str
    document: str | None
    mandate: str | None = None
    shown: str | None = None


def with_mandate(proof: ProofInput, mandate_text: str) -> ProofInput:
    """Give a proof with the mandate that it lacked."""
    return replace(proof, mandate=mandate_text)


def ask_identity(session: Session, request_number: str, on: str | None, *, doubt: bool = False) -> Answering:
    """Ask for proof of identity; the second time is the reminder.

    A letter is written today or never: of a day before, it was asked in another way.
    """
    with step(session, "request.ask_identity", request_number) as taken:
        request = taken.request
        judge(taken.action, rules.judge_step(request, "vraag_identiteit"), state=request.state)
        demand = judge_demand(request, _find_last_meeting(taken), taken.action.today, doubt=doubt)
        judge(taken.action, demand, state=request.state)
        when = taken.on(on)
        requests.ask_identity(taken.action.store, request, when)
        if when == taken.action.today:
            request_letters.ask_identity(taken.action, taken.again().request)
        return taken.answering


def last_characters(typed: str) -> str:
    """Read the last three characters of a document's number; errors.LastCharactersWrong."""
    characters = typed.strip().upper()
    if not _LAST.fullmatch(characters):
        raise LastCharactersWrong
    return characters


def _find_last_meeting(taken: RequestStep) -> date | None:
    """Give the last day on which the office met the client in person."""
    client = taken.request.client
    listed = contacts.of_client(taken.action.store, client, RESTARTS) if client else ()
    days = (one.on for one in listed if one.kind in MET and one.withdrawn_at is None)
    return max(days, default=None)


def identify(session: Session, request_number: str, proof: ProofInput, last: str | None, on: str | None) -> Answering:
    """Write down how it was made sure who asks; of a document only its kind and last three characters."""
    method = codes.parse_code(proof.method, rules.METHODS)
    document = None if proof.document is None else codes.parse_code(proof.document, DOCUMENTS)
    characters = None if last is None else last_characters(last)
    offered = None if proof.mandate is None else mandate.read(proof.mandate)
    with step(session, "request.identify", request_number) as taken:
        action, request = taken.action, taken.request
        judge(action, rules.judge_proof(method, document), choices=", ".join(DOCUMENTS))
        if document is not None and characters is None:
            raise ValueEmpty
        when = taken.on(on)
        shown_on = fields.past_day_or_today(proof.shown, action.today) if proof.shown else request.shown_on
        on_file = mandate.put(action, request.client, offered) if request.client and offered else request.mandate
        asking = replace(request, requester=Requester(on_file.kind)) if on_file else request
        judge(action, rules.judge_identification(asking, on_file, shown_on), state=request.state)
        if on_file is not None and request.client is not None:
            mandate.check(action, request.client, on_file, action.today)
        identity = ProofOfIdentity(method, document, characters if document else None, when, action.by)
        requests.identify(action.store, asking, identity, on_file, shown_on)
        action.details |= {"method": method}
        return taken.answering


def check_extension(session: Session, request_number: str, code: str, on: str | None) -> None:
    """Judge an extension before its reasons are asked for."""
    codes.parse_code(code, rules.EXTENSIONS)
    with step(session, "request.weigh", request_number) as taken:
        _extension(taken, code, on, None)


def extend(session: Session, request_number: str, code: str, on: str | None, reasons: str) -> Answering:
    """Extend the AVG's term, once and in time; the regulation's day stays.

    A letter is written today or never: of a day before, it was answered in another way.
    """
    reason = fields.parse_reason(reasons)
    with step(session, "request.extend", request_number) as taken:
        extension = _extension(taken, code, on, reason)
        requests.extend(taken.action.store, taken.request, extension)
        if extension.on == taken.action.today:
            request_letters.write_extension(taken.action, taken.again().request)
        taken.action.details["code"] = extension.code
        return taken.answering


def check_decision(session: Session, request_number: str, decision: DecisionInput) -> bool:
    """Judge a decision before its reasons are asked for, and tell whether it takes any."""
    with step(session, "request.weigh", request_number) as taken:
        new = read_decision(taken.action, taken.request, decision)
        judge_decision(taken, new)
        return rules.is_reason_required(taken.request.kind, new.decision)


def decide(session: Session, request_number: str, decision: DecisionInput, reasons: str | None) -> Answering:
    """Decide on a request (the beheerder, art. 11.4 and 12.3)."""
    words = None if reasons is None else fields.parse_reason(reasons)
    with step(session, "request.decide", request_number) as taken:
        action, request = taken.action, taken.request
        new = read_decision(action, request, decision)
        judge_decision(taken, new)
        if words is None and rules.is_reason_required(request.kind, new.decision):
            action.mark_refused("redenen_ontbreken")
            raise ReasonsMissing
        ruling = Ruling(taken.on(None), action.by, new.decision, new.code, words is not None, words, new.left_out)
        requests.decide(action.store, request, ruling)
        proposing.decide(action, request, new.decision, new.granted)
        objection.bar(action, request, new.decision, new.bars)
        request_letters.write_decision(action, taken.again().request)
        action.details |= {"decision": new.decision} | ({"code": new.code} if new.code else {})
        return taken.answering


def notify(session: Session, request_number: str, on: str | None, received: str | None) -> Answering:
    """Write down that the answer was sent; the day of its receipt may come with it or later."""
    with step(session, "request.notify", request_number) as taken:
        action, request = taken.action, taken.request
        if on is not None or received is None:
            judge(action, rules.judge_step(request, "deel_mee"), state=request.state)
            when = taken.on(on)
            request_letters.mark_answered(action, request, when)
            request_letters.mark_sent(action, request, when)
        if received is not None:
            sent = taken.again()
            judge(action, rules.judge_step(sent.request, "ontvangst"), state=sent.request.state)
            requests.mark_answer_received(action.store, request, sent.on(received))
        return taken.answering


def withdraw(session: Session, request_number: str, on: str | None) -> Answering:
    """Write down that who asked asks no longer; errors.WithdrawalOfAnother.

    A request that nobody made is the beheerder's to withdraw: errors.NotPermitted.
    """
    with step(session, "request.withdraw", request_number) as taken:
        recorder = judge_recorder(taken.request, taken.action.by, taken.action.user.role)
        if not recorder.allowed:
            taken.action.mark_refused(recorder.reason)
            if is_own_accord(taken.request):
                raise NotPermitted
            raise WithdrawalOfAnother(request=taken.request.number, article=recorder.article)
        waits = duty.is_waiting(taken.action, taken.request)
        judge(taken.action, judge_withdrawal(taken.request, is_waiting=waits), state=taken.request.state)
        requests.withdraw(taken.action.store, taken.request, taken.on(on))
        proposing.mark(taken.action, taken.request)
        return taken.answering


def _extension(taken: RequestStep, code: str, on: str | None, reasons: str | None) -> Extension:
    """Judge an extension and give it."""
    request, when = taken.request, taken.on(on)
    judge(taken.action, rules.judge_step(request, "verleng"), state=request.state)
    counted = rules.count_term(request)
    judge(taken.action, judge_extension(counted, when), day=counted.ends_on)
    return Extension(when, codes.parse_code(code, rules.EXTENSIONS), reasons)
