"""Art. 11.1: inzage at the desk: the client looks with somebody of the office, and that has its own line."""

from msgspec import Struct

from wkc.errors.request import DeskIsInzage, RequestUnknown
from wkc.procedures.core.act import act
from wkc.procedures.core.naming import name_of
from wkc.procedures.core.retention_term import count_term
from wkc.procedures.core.session import Session
from wkc.procedures.dossier import mandate
from wkc.procedures.dossier.client import Shown, load
from wkc.procedures.dossier.search import the_client
from wkc.procedures.requests import hidden_copy, secret_reach
from wkc.procedures.requests.request import find_request, judge, load_answering
from wkc.records.field import FieldClass
from wkc.records.request import RequestKind
from wkc.rules.requests.request import judge_handing_out, judge_step
from wkc.rules.requests.review import judge_desk
from wkc.store.requests import request as requests
from wkc.store.requests import review as reviews


class DeskView(Struct, frozen=True):
    """A dossier as it was looked at, with the request that this carried out."""

    number: str
    shown: Shown


def look(session: Session, client_text: str, number: str) -> DeskView:
    """Show a dossier to its client at the desk, on a request for inzage that was granted and answered.

    The line says which categories were looked at, with whom of the office; that carries the request out. Whoever does
    not see every class shows no dossier.
    """
    with act(session, "inzage.desk") as action:
        client, request = the_client(action, client_text), find_request(action, number)
        if request.client != client:
            raise RequestUnknown
        if request.kind is not RequestKind.INZAGE:
            action.mark_refused("geen_inzage_gevraagd")
            raise DeskIsInzage(article="art. 11.1")
        judge(action, judge_handing_out(request, "pdf"), state=request.state)
        judge(action, judge_step(request, "voer_uit"), state=request.state)
        unseen = hidden_copy.count_unseen(action, client, load_answering(action, request.number))
        verdict = judge_desk(request.ruling, reviews.of_request(action.store, request), unseen)
        judge(action, verdict, count=unseen, request=request.number)
        if request.mandate is not None:
            mandate.check(action, client, request.mandate, action.today)
            secret_reach.check(action, request, (), ())
        if not all(map(action.can_see, FieldClass)):
            action.refuse("niet_relevant_voor_functie")
        dossier = load(action, client)
        seen = sorted({entry.field.category for entry in dossier.entries if entry.closed_at is None})
        action.details |= {"categories": ",".join(map(str, seen)), "with": action.by}
        requests.carry_out(action.store, request, action.today)
        return DeskView(request.number, Shown(dossier, name_of(action.store, client), count_term(action.store, client)))
