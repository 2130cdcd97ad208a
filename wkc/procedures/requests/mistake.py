"""Art. 11 and 12: a request that the office took in by mistake is void, and not taken back by anybody."""

from wkc.errors.mistake import MISTAKE_REFUSED
from wkc.errors.request import RequestBinds
from wkc.procedures.core.session import Session
from wkc.procedures.io import fields
from wkc.procedures.requests import propose as proposing
from wkc.procedures.requests.request import RequestStep, judge, step
from wkc.records.request import Answering, RequestState
from wkc.rules.dossier.mistake import judge_typist
from wkc.rules.requests import request as rules
from wkc.store.core import ledger
from wkc.store.letters import letter as letters
from wkc.store.requests import request as requests


def check_void(session: Session, request_number: str) -> Answering:
    """Give a request that can be void, before the reason is asked for."""
    with step(session, "request.void", request_number) as taken:
        taken.action.details["step"] = "asked"
        _check(taken)
        return taken.answering


def void(session: Session, request_number: str, reason: str) -> Answering:
    """Void a request with its letters that were not sent, and take out the data on the client that it has.

    What is left of that in the file waits for the purge of the next `retention run`.
    """
    words = fields.parse_reason(reason)
    with step(session, "request.void", request_number) as taken:
        action, request = taken.action, taken.request
        _check(taken)
        requests.void(action.store, request, words, action.today, action.by)
        for letter in letters.of_request(action.store, request):
            if letter.is_waiting:
                letters.void(action.store, letter, request.client, words, action.today, action.by)
        proposing.mark(action, request)
        ledger.mark_due(action.store, action.now)
        return taken.answering


def _check(taken: RequestStep) -> None:
    """Refuse a request that was answered or changed something, and one that is not this user's to void.

    Nobody but who took it in, within a day, or the beheerder lets a request go unanswered (art. 11.4, 12.3).
    """
    action, request = taken.action, taken.request
    typist = judge_typist(request.recorded_by, request.recorded_at, action.by, action.user.role, action.now)
    if not typist.allowed:
        action.mark_refused(typist.reason)
        raise MISTAKE_REFUSED[typist.reason](article=typist.article)
    judge(action, rules.judge_step(request, "vergis"), state=request.state)
    if request.state is RequestState.BESLOTEN and request.kind not in rules.COPIES:
        action.mark_refused("besluit_bindt")
        raise RequestBinds(request=request.number)
