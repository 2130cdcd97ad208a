"""Art. 11 and 12: requests are taken in, found, listed, and shown with all their days."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from msgspec import Struct
from msgspec.structs import replace

from wkc.errors.correction import CORRECTION_REFUSED
from wkc.errors.death import ClientDeceased
from wkc.errors.request import REFUSED, DayBeforeStep, RequestNumberBare, RequestUnknown
from wkc.errors.review import REVIEW_REFUSED
from wkc.errors.search import SEARCH_REFUSED
from wkc.i18n import _
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.clock import day
from wkc.procedures.core.session import Session
from wkc.procedures.dossier import mandate
from wkc.procedures.dossier.plausible_day import check_plausible
from wkc.procedures.dossier.reference import client_of_bare_number, parse_reference
from wkc.procedures.dossier.search import the_client
from wkc.procedures.io import codes, fields
from wkc.procedures.io.address import parse_lines
from wkc.procedures.letters import request_letters
from wkc.records.request import Answering, NewRequest, Request, Requester, RequestKind
from wkc.records.verdict import Verdict
from wkc.rules.dossier.death import judge_request
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.dossier.plausible_day import BEFORE_REQUEST
from wkc.rules.requests import request as rules
from wkc.rules.requests.correction import DUTY_OF
from wkc.rules.requests.join import list_same
from wkc.sentences.request import STATES
from wkc.store.core import ledger
from wkc.store.dossier import death as deaths
from wkc.store.dossier.client import Window
from wkc.store.letters import letter as letters
from wkc.store.operations.listed import count_open_requests, count_requests
from wkc.store.requests import correction as corrections
from wkc.store.requests import own_accord
from wkc.store.requests import request as requests

PAGE = 20


class RequestInput(Struct, frozen=True):
    """A request as it comes in: from a client on file (`who`), or from somebody outside the register (`name`).

    `mandate` is the text of a mandate's file; `requester` says who asks where no mandate is shown yet, and `asker`
    has their name and address.
    """

    kind: str
    who: str | None
    name: str | None
    on: str | None
    oral: bool
    requester: str
    mandate: str | None
    shown: str | None
    words: str | None
    asker: str | None = None


class RequestPage(Struct, frozen=True):
    """A page of requests with their days, and whether there is another."""

    number: int
    requests: tuple[Answering, ...]
    more: bool


def receive(session: Session, request_input: RequestInput) -> Answering:
    """Take a request in, on the day that anyone in the office got or heard it."""
    today = day(session.environment.now())
    kind = RequestKind(codes.parse_code(request_input.kind, RequestKind))
    requester = Requester(codes.parse_code(request_input.requester, Requester))
    received_on = fields.past_day_or_today(request_input.on, today)
    shown_on = None if request_input.shown is None else fields.past_day_or_today(request_input.shown, today)
    name = None if request_input.name is None else fields.parse_note(request_input.name)
    words = None if request_input.words is None else fields.parse_note(request_input.words)
    asker = None if request_input.asker is None else parse_lines(request_input.asker)
    shown = None if request_input.mandate is None else mandate.read(request_input.mandate)
    if shown is not None:
        requester = Requester(shown.kind)
    with act(session, "request.receive") as action:
        client = None if request_input.who is None else the_client(action, request_input.who)
        check_plausible(action, client, received_on, BEFORE_REQUEST)
        on_record, papers = client is not None, shown is not None
        judge(
            action,
            rules.judge_receipt(kind, requester, on_file=on_record, shown=shown_on is not None, mandated=papers),
        )
        if client is not None:
            judge(action, judge_request(deaths.of_client(action.store, client), received_on))
        on_file = mandate.put(action, client, shown) if client and shown else None
        if client and on_file:
            mandate.check(action, client, on_file, received_on)
        incoming = NewRequest(
            client, kind, received_on, request_input.oral, requester, on_file, shown_on, name, words, asker
        )
        number = requests.add(action.store, incoming, action.now, action.today, action.by)
        action.details |= {"request": number, "kind": kind}
        request_letters.confirm_receipt(action, load_answering(action, number).request, name)
        forget_names(action)
        return load_answering(action, number)


def list_open(session: Session, number: int = 1) -> RequestPage:
    """Give a page of the requests that wait for an answer or for what follows from it, the oldest first."""
    with act(session, "request.list") as action:
        window = Window(PAGE + 1, (number - 1) * PAGE, action.caseload_filter)
        action.tell_total(lambda: count_open_requests(action.store, action.today, window.coach))
        return _page(action, number, tuple(requests.open_ones(action.store, action.today, window)))


def list_all(session: Session, number: int = 1) -> RequestPage:
    """Give a page of all requests, the last that came in first."""
    with act(session, "request.list") as action:
        window = Window(PAGE + 1, (number - 1) * PAGE, action.caseload_filter)
        action.tell_total(lambda: count_requests(action.store, window.coach))
        return _page(action, number, requests.page(action.store, window))


def list_of_client(session: Session, client_text: str) -> RequestPage:
    """Give all requests of one client, oldest first."""
    with act(session, "request.list") as action:
        listed = requests.of_client(action.store, the_client(action, client_text))
        return RequestPage(1, tuple(rules.count_days(_redact(action, one)) for one in listed), more=False)


def show(session: Session, request_number: str) -> Answering:
    """Give one request with all its days."""
    with act(session, "request.show") as action:
        return load_answering(action, find_request(action, request_number).number)


def find_request(action: Action, request_number: str) -> Request:
    """Give the request with this number, `V2026-0001` or shorter, permitted and logged; never by a client's number."""
    number = parse_reference("V", request_number, action.today.year)
    if number is None and (client := client_of_bare_number(action, request_number)) is not None:
        own = ", ".join(one.number for one in requests.of_client(action.store, client))
        raise RequestNumberBare(client=client.number, own=own or _("none"))
    request = requests.by_number(action.store, number) if number else None
    if request is None:
        raise RequestUnknown
    if request.client is not None and action.check_scope(request.client):
        action.touch_client(request.client)
    elif request.client is not None:
        raise RequestUnknown
    elif action.caseload_filter is not None:  # Somebody outside the register is in nobody's caseload.
        action.mark_refused("buiten_caseload")
        raise RequestUnknown
    action.details["request"] = request.number
    return request


def load_answering(action: Action, number: str) -> Answering:
    """Give the present state of a request, with all its days and its letters."""
    request = requests.by_number(action.store, number)
    if request is None:
        raise RequestUnknown
    written = tuple(letter.number for letter in letters.of_request(action.store, request))
    whole = replace(
        rules.count_days(request),
        letters=written,
        proposals=corrections.of_request(action.store, request, BY_CODE),
        to_tell=corrections.list_recipients_of_request(action.store, request, BY_CODE),
        same=tuple(one.number for one in list_same(request, _of_client(action, request))),
        joined=tuple(number for number, _received_on in requests.list_joined(action.store, request)),
        joins=requests.joins(action.store, request),
        taken_up=_list_taken_up(action, request),
    )
    return whole if action.can_see_all else _redact_answering(action, whole)


def _list_taken_up(action: Action, request: Request) -> tuple[str, ...]:
    """Give the numbers under which a removal that was refused for a duty is carried out all the same."""
    if request.kind is not RequestKind.VERWIJDERING or request.ruling is None or request.ruling.refusal not in DUTY_OF:
        return ()
    return tuple(one.number for one in own_accord.list_taken_up(action.store, request) if one.withdrawn_on is None)


def _redact_answering(action: Action, whole: Answering) -> Answering:
    """Leave out of a request all that is of classes unseen by the acting user, and the numbers that would count it."""
    proposals = [one for one in whole.proposals if one.field is None or action.can_see(one.field.field_class)]
    to_tell = [one for one in whole.to_tell if all(action.can_see(field.field_class) for field in one.fields)]
    return replace(
        whole,
        request=_redact(action, whole.request),
        proposals=tuple(replace(one, number=0) for one in proposals),
        to_tell=tuple(to_tell),
        withheld=bool(proposals) and len(proposals) < len(whole.proposals),
    )


def _redact(action: Action, request: Request) -> Request:
    """Give a request that names no category that the acting user may not see, by its mandate or what it is without."""
    if action.can_see_all:
        return request
    ruling, seen = request.ruling, action.visible_categories
    if ruling is not None:
        ruling = replace(ruling, left_out=tuple(one for one in ruling.left_out if one[0] in seen))
    return replace(request, ruling=ruling, mandate=request.mandate and mandate.narrow_reach(action, request.mandate))


def _of_client(action: Action, request: Request) -> tuple[Request, ...]:
    return () if request.client is None else requests.of_client(action.store, request.client)


@dataclass
class RequestStep:
    """One step with a request while it is taken; `answering` is its state afterwards."""

    action: Action
    request: Request

    def on(self, typed: str | None) -> date:
        """Read the day of the step: today, or a day that is past and not before the last step."""
        when = fields.past_day_or_today(typed, self.action.today)
        first = rules.last_step_on(self.request)
        if when < first:
            raise DayBeforeStep(day=first)
        return when

    def again(self) -> "RequestStep":
        """Give the step that follows within the same action."""
        return RequestStep(self.action, self.answering.request)

    @property
    def answering(self) -> Answering:
        """The present state of the request, with all its days."""
        return load_answering(self.action, self.request.number)


@contextmanager
def step(session: Session, name: str, request_number: str) -> Iterator[RequestStep]:
    """Take one step with a request; names whose time is over are forgotten on the way."""
    with act(session, name) as action:
        yield RequestStep(action, find_request(action, request_number))
        forget_names(action)


def judge(action: Action, verdict: Verdict, **facts: object) -> None:
    """Go on when a rule allows it; else refuse with its article, and the line has the reason."""
    if not verdict.allowed:
        _refuse(action, verdict, facts)


def forget_names(action: Action) -> int:
    """Forget the names of people outside the register who were answered and whose appeal days are over.

    Their letters go too: they bear the name. The request stays, with its days, for the yearly figures. What is left
    of the name in the file waits for the purge of the next `retention run`, which forgets names by itself too.
    """
    over = list_expired_names(action)
    for request in over:
        requests.forget_name(action.store, request)
        letters.forget(action.store, request)
    if over:
        ledger.mark_due(action.store, action.now)
        action.details["forgotten"] = len(over)
    return len(over)


def list_expired_names(action: Action) -> list[Request]:
    """Give the requests of people outside the register whose name is kept no longer."""
    return [
        request
        for request in requests.list_named(action.store, action.today)
        if not rules.is_blocking(request, action.today)
    ]


def _refuse(action: Action, verdict: Verdict, facts: dict[str, object]) -> NoReturn:
    action.mark_refused(verdict.reason)
    known = {**REFUSED, **CORRECTION_REFUSED, **SEARCH_REFUSED, **REVIEW_REFUSED, "overleden": ClientDeceased}
    if "state" in facts:
        facts["state"] = _(STATES[str(facts["state"])].staff)
    raise known[verdict.reason](article=verdict.article, **facts)


def _page(action: Action, number: int, fetched: tuple[Request, ...]) -> RequestPage:
    for request in fetched[:PAGE]:
        if request.client is not None:
            action.touch_client(request.client)
    listed = tuple(rules.count_days(_redact(action, one)) for one in fetched[:PAGE])
    return RequestPage(number, listed, len(fetched) > PAGE)
