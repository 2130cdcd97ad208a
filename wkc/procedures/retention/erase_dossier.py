"""Destroying one dossier before its term: granted on request (art. 12), or never to be registered at all."""

from dataclasses import dataclass
from uuid import uuid4

from wkc.errors.retention import DossierHeld, RequestDoesNotFit
from wkc.procedures.core.act import Deed, act
from wkc.procedures.core.erase import Order, destroy
from wkc.procedures.core.purge import purged_now
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.client import name_of
from wkc.procedures.dossier.search import the_client
from wkc.procedures.requests.request import the_request
from wkc.procedures.retention.due import facts_of, notice_days
from wkc.records.dossier import Client
from wkc.records.request import Request, RequestKind
from wkc.records.retention import Destroyed, Held
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.requests.request import may
from wkc.rules.retention.assess import at_once
from wkc.store import correction as corrections


@dataclass(frozen=True, slots=True)
class Asked:
    """The dossier that is to go, to be sure that it is the right one; `kept` are the categories that a hold keeps."""

    client: Client
    name: str
    kept: frozenset[int]


@dataclass(frozen=True, slots=True)
class Erased:
    """What is left of it, and whether the file was written anew."""

    destroyed: Destroyed
    purged: bool


def ask(session: Session, text: str, request: str | None) -> Asked:
    """Say which dossier it is and what of it would go; errors.DossierHeld, RequestDoesNotFit."""
    with act(session, "client.destroy") as deed:
        deed.details["step"] = "asked"
        client = the_client(deed, text)
        order = _order(deed, client, request)
        return Asked(client, name_of(deed.store, client), order.kept)


def erase(session: Session, number: str, request: str | None) -> Erased:
    """Destroy it at once: judged again, named in the ledger, deleted, purged."""
    run = uuid4()
    with act(session, "client.destroy") as deed:
        client = the_client(deed, number)
        order = _order(deed, client, request)
        deed.details |= {"step": "destroyed", "run": run.hex, "cause": order.reason}
        (destroyed,) = destroy(deed, session.home, [order], run)
    return Erased(destroyed, purged_now(session))


def _order(deed: Deed, client: Client, request: str | None) -> Order:
    asked = None if request is None else the_request(deed, request)
    if asked is not None and not _fits(deed, asked, client):
        raise RequestDoesNotFit
    facts = facts_of(deed.store, client, notice_days(deed.store), carried_out=asked)
    said = at_once(facts, deed.today)
    if isinstance(said, Held):
        raise DossierHeld(reason=said.reason)
    return Order(client, facts, said.kept, "vergissing" if asked is None else "verzoek", None)


def _fits(deed: Deed, request: Request, client: Client) -> bool:
    """Tell whether a request is this client's to remove all, granted, and told: the letter went first."""
    if request.client != client or corrections.of_request(deed.store, request, BY_CODE):
        return False
    return request.kind is RequestKind.VERWIJDERING and may(request, "voer_uit").allowed
