"""Art. 10 and 12: one dossier is destroyed before its term, on a granted request or as a mistaken registration."""

from uuid import uuid4

from msgspec import Struct

from wkc.errors.retention import DossierHeld, RequestDoesNotFit
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.erase import AT_REQUEST, Order, destroy
from wkc.procedures.core.naming import name_of
from wkc.procedures.core.purge import purged_now
from wkc.procedures.core.retention_facts import gather_facts, notice_days
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.search import the_client
from wkc.procedures.requests.request import find_request
from wkc.records.dossier import Client
from wkc.records.request import Request, RequestKind
from wkc.records.retention import Destroyed, Held
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.requests.request import judge_step
from wkc.rules.retention.assess import assess_now
from wkc.store import correction as corrections


class ErasureRequest(Struct, frozen=True):
    """The dossier that is to go, to be sure that it is the right one; `kept` are the categories that a hold keeps."""

    client: Client
    name: str
    kept: frozenset[int]


class Erased(Struct, frozen=True):
    """The remains of an erased dossier, and whether the file was written anew."""

    destroyed: Destroyed
    purged: bool


def check_erasure(session: Session, client_text: str, request: str | None) -> ErasureRequest:
    """Say which dossier it is and what of it would go; errors.DossierHeld, RequestDoesNotFit."""
    with act(session, "client.destroy") as action:
        action.details["step"] = "asked"
        client = the_client(action, client_text)
        order = _order(action, client, request)
        return ErasureRequest(client, name_of(action.store, client), order.kept)


def erase(session: Session, number: str, request: str | None) -> Erased:
    """Destroy it at once: judged again, named in the ledger, deleted, purged."""
    run = uuid4()
    with act(session, "client.destroy") as action:
        client = the_client(action, number)
        order = _order(action, client, request)
        action.details |= {"step": "destroyed", "run": run.hex, "cause": order.reason}
        (destroyed,) = destroy(action, session.home, [order], run)
    return Erased(destroyed, purged_now(session))


def _order(action: Action, client: Client, request: str | None) -> Order:
    asked = None if request is None else find_request(action, request)
    if asked is not None and not _fits(action, asked, client):
        raise RequestDoesNotFit
    facts = gather_facts(action.store, client, notice_days(action.store), carried_out=asked)
    said = assess_now(facts, action.today)
    if isinstance(said, Held):
        raise DossierHeld(reason=said.reason)
    return Order(client, facts, said.kept, "vergissing" if asked is None else AT_REQUEST, None)


def _fits(action: Action, request: Request, client: Client) -> bool:
    """Tell whether a request is this client's to remove all, granted, and told: the letter went first."""
    if request.client != client or corrections.of_request(action.store, request, BY_CODE):
        return False
    return request.kind is RequestKind.VERWIJDERING and judge_step(request, "voer_uit").allowed
