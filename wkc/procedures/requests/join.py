"""Art. 11 and 12 (AVG 12.5): a request joins an earlier one for the same right that is still open."""

from wkc.procedures.core.act import act
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.search import the_client
from wkc.procedures.io import codes
from wkc.procedures.requests.request import find_request, judge, load_answering, step
from wkc.records.request import Answering, Request, RequestKind
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.requests.join import judge_join, list_open, put_in_order
from wkc.store.requests import correction as corrections
from wkc.store.requests import request as requests


def list_same(session: Session, client_text: str, kind: str) -> tuple[Request, ...]:
    """Give the open requests of a client for the right that is asked for again."""
    wanted = RequestKind(codes.parse_code(kind, RequestKind))
    with act(session, "request.list") as action:
        return list_open(wanted, requests.of_client(action.store, the_client(action, client_text)))


def join(session: Session, request_number: str, other_number: str) -> Answering:
    """Join two requests: the answer to the one that came in first is the answer to both. Gives that one."""
    with step(session, "request.join", request_number) as taken:
        action = taken.action
        with_it, later = put_in_order(find_request(action, other_number), taken.request)
        proposed = len(corrections.of_request(action.store, later, BY_CODE))
        judge(action, judge_join(later, with_it, proposed), state=later.state)
        requests.join(action.store, later, with_it, action.today)
        action.details |= {"request": later.number, "joined": with_it.number}
        return load_answering(action, with_it.number)
