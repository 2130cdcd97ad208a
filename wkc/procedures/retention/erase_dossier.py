"""Art. 10 and 12, AVG 5.1.e: a dossier goes before its term: at request, as a mistake, or of own accord."""

from typing import NoReturn
from uuid import uuid4

from msgspec import Struct

from wkc.errors.retention import (
    DossierHeld,
    RecipientsFirst,
    RequestDoesNotFit,
    SecondLookByColleague,
    SecondLookTooSoon,
)
from wkc.i18n import _
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.erase import AT_REQUEST, EARLY, MISTAKEN, EraseOrder, destroy
from wkc.procedures.core.naming import name_of
from wkc.procedures.core.purge import purge_now
from wkc.procedures.core.retention_facts import gather_facts, notice_days
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.search import the_client
from wkc.procedures.io import fields
from wkc.procedures.requests import initiate, recipients
from wkc.procedures.requests.request import find_request, load_answering
from wkc.records.dossier import Client
from wkc.records.request import Answering, Request, RequestKind
from wkc.records.retention import Destroyed, Held
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.requests.own_accord import is_own_accord, judge_second_look
from wkc.rules.requests.request import judge_step
from wkc.rules.retention.assess import assess_now
from wkc.sentences import hold
from wkc.store.core import user as users
from wkc.store.dossier import coverage
from wkc.store.requests import correction as corrections
from wkc.store.requests import request as requests

ACTION = "client.destroy"
_KEPT_BY = {**hold.GROUNDS, **hold.BLOCKS}
"""All that keeps a dossier, in words."""
_MISTAKE = "Ten onrechte geregistreerd."
"""The reason on file while the recipients of a dossier that was registered by mistake are notified."""


class ErasurePreview(Struct, frozen=True):
    """The dossier that is to go, to be sure that it is the right one; `kept` are the categories that a hold keeps.

    `letters` are those to recipients that were not sent yet (AVG 19), drawn up under `request`; the dossier waits for
    them.
    """

    client: Client
    name: str
    kept: frozenset[int]
    request: str | None = None
    letters: tuple[str, ...] = ()


class Erased(Struct, frozen=True):
    """The remains of an erased dossier, and whether the file was written anew."""

    destroyed: Destroyed
    purged: bool


def check_early(session: Session, number: str) -> None:
    """Judge whether a dossier may go early, before the reasons are asked for; errors.DossierHeld."""
    with act(session, ACTION) as action:
        action.details["step"] = "asked"
        _order(action, the_client(action, number), None)


def decide_early(session: Session, number: str, reasons: str) -> Answering:
    """Decide that a dossier goes before its term; its recipients are notified, and somebody looks again."""
    words = fields.parse_reason(reasons)
    with act(session, ACTION) as action:
        client = the_client(action, number)
        order = _order(action, client, None)
        request = initiate.begin(action, client, RequestKind.VERWIJDERING, words)
        recipients.draw_up_for_dossier(action, request, client, order.kept)
        action.details |= {"step": "decided", "request": request.number}
        return load_answering(action, request.number)


def prepare_erasure(session: Session, number: str, request: str | None) -> ErasurePreview:
    """Give the dossier, what of it would go, and the letters that go before: those not on file yet are drawn up now.

    errors.DossierHeld, RequestDoesNotFit, SecondLookByColleague, SecondLookTooSoon.
    """
    with act(session, ACTION) as action:
        action.details["step"] = "asked"
        client = the_client(action, number)
        carried_out = _find_request(action, client, request)
        order = _order(action, client, carried_out, mistaken=request is None)
        if carried_out is None and recipients.has_recipients(action, client):
            carried_out = initiate.begin(action, client, RequestKind.VERWIJDERING, _MISTAKE)
        letters: tuple[str, ...] = ()
        if carried_out is not None:
            recipients.draw_up_for_dossier(action, carried_out, client, order.kept)
            letters = recipients.list_waiting(action, carried_out)
        request_number = carried_out.number if carried_out else None
        return ErasurePreview(client, name_of(action.store, client), order.kept, request_number, letters)


def erase(session: Session, number: str, request: str | None) -> Erased:
    """Destroy it at once: judged again, named in the ledger, deleted, purged; errors.RecipientsFirst."""
    run = uuid4()
    with act(session, ACTION) as action:
        client = the_client(action, number)
        carried_out = _find_request(action, client, request)
        order = _order(action, client, carried_out, mistaken=request is None)
        if carried_out is not None and (letters := recipients.list_waiting(action, carried_out)):
            action.mark_refused("ontvangers_eerst")
            raise RecipientsFirst(letters=", ".join(letters), request=carried_out.number)
        action.details |= {"step": "destroyed", "run": run.hex, "cause": order.reason}
        destroyed, *_numbers_that_led_there = destroy(action, session.home, [order], run)
    return Erased(destroyed, purge_now(session))


def _find_request(action: Action, client: Client, request: str | None) -> Request | None:
    """Find the request that is carried out; of a mistake, the one on file while letters are sent; None for neither."""
    if request is None:
        listed = requests.of_client(action.store, client)
        return next((one for one in listed if _is_about_mistake(one) and _is_fit(action, one, client)), None)
    asked = find_request(action, request)
    if not _is_fit(action, asked, client):
        raise RequestDoesNotFit
    return asked


def _order(action: Action, client: Client, carried_out: Request | None, *, mistaken: bool = False) -> EraseOrder:
    """Judge whether a dossier goes now, and give what of it goes and why; errors.RowsDiffer by a forged setting."""
    if carried_out is not None and not mistaken:
        _look_again(action, carried_out)
    coverage.check_settings(action.store)
    facts = gather_facts(action.store, client, notice_days(action.store), carried_out=carried_out)
    verdict = assess_now(facts, action.today)
    if isinstance(verdict, Held):
        _refuse_held(verdict)
    own = carried_out is None or is_own_accord(carried_out)
    reason = MISTAKEN if mistaken else EARLY if own else AT_REQUEST
    return EraseOrder(client, facts, verdict.kept, reason, None)


def _refuse_held(verdict: Held) -> NoReturn:
    """Refuse to destroy a held dossier, with the ground and the last day where that is known; errors.DossierHeld."""
    reason = _(_KEPT_BY[verdict.reason].staff)
    if verdict.until is not None:
        reason = _("{reason}, up to {day}").format(reason=reason, day=verdict.until.isoformat())
    raise DossierHeld(reason=reason)


def _look_again(action: Action, request: Request) -> None:
    """Refuse an early destruction by the user who decided on it, where a colleague can look, and on the same day."""
    has_colleague = users.has_several_heads(action.store)
    verdict = judge_second_look(request, action.by, action.today, has_colleague=has_colleague)
    if not verdict.allowed:
        action.mark_refused(verdict.reason)
        too_soon = verdict.reason == "zelfde_dag"
        raise (SecondLookTooSoon if too_soon else SecondLookByColleague)(article=verdict.article)


def _is_about_mistake(request: Request) -> bool:
    """Tell whether the office began a request for a dossier that was registered by mistake."""
    return is_own_accord(request) and request.ruling is not None and request.ruling.reasons == _MISTAKE


def _is_fit(action: Action, request: Request, client: Client) -> bool:
    """Tell whether a request is this client's to remove all, granted, and answered: the letter went first."""
    if request.client != client or corrections.of_request(action.store, request, BY_CODE):
        return False
    return request.kind is RequestKind.VERWIJDERING and judge_step(request, "voer_uit").allowed
