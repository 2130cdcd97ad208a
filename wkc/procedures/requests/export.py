"""Art. 11, AVG 15: the copy of all that is held on one client, one model as PDF or JSON."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from wkc.errors.request import RequestUnknown
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.paper import PreparedPaper, RenderedPaper, publish
from wkc.procedures.core.retention_term import counted
from wkc.procedures.core.session import Session
from wkc.procedures.disclosure.consent import read_granted
from wkc.procedures.document.document import ExportedDocument
from wkc.procedures.dossier import mandate
from wkc.procedures.dossier.client import load
from wkc.procedures.dossier.search import the_client
from wkc.procedures.io import codes
from wkc.procedures.requests import copy_documents
from wkc.procedures.requests.request import find_request, judge, load_answering
from wkc.records.dossier import Client, Dossier
from wkc.records.inzage import Inzage
from wkc.records.request import Answering, RequestKind
from wkc.rules.disclosure.annex import LAWS
from wkc.rules.dossier.field import BY_CODE, CATEGORIES
from wkc.rules.requests import request as rules
from wkc.store import appointment as appointments
from wkc.store import audit
from wkc.store import correction as corrections
from wkc.store import disclosure as disclosures
from wkc.store import document as documents
from wkc.store import letter as letters
from wkc.store import notice as notices
from wkc.store import party_profile as profiles
from wkc.store import register as register_metadata
from wkc.store import report as reports
from wkc.store import request as requests

FORMATS = ("pdf", "json")


class Exported(Struct, frozen=True):
    """A copy that was made: where it stands, its size in bytes and its SHA-256, as in the audit log.

    `request` is the number of the request it is handed out on; None for a werkexemplaar.
    """

    number: str
    format: str
    path: Path
    size: int
    sha256: str
    request: str | None
    documents: tuple[ExportedDocument, ...] = ()


def export(
    session: Session, client_text: str, form: str, place: Path, *, force: bool, with_documents: bool = False
) -> Exported:
    """Make the copy of one client's data without a request: a werkexemplaar, not to be handed out.

    `place` is a file, or a folder in which the dossier number becomes its name; documents come beside it.
    """
    copy = make_copy(session, lambda action: (the_client(action, client_text), None), form, place, force=force)
    return _add_documents(session, copy, force=force) if with_documents else copy


def hand_out(
    session: Session,
    client_text: str,
    number: str,
    form: str,
    place: Path,
    *,
    force: bool,
    with_documents: bool = False,
) -> Exported:
    """Make the copy that is handed out on a request decided in favour and told; then the request is carried out.

    What the decision leaves out is left out; an overdracht has only what the person gave, as JSON (AVG 20).
    `place` is a file, or a folder in which the number of the request becomes its name.
    """
    form = codes.parse_code(form, FORMATS)

    def asked(action: Action) -> tuple[Client, Answering | None]:
        client = the_client(action, client_text)
        request = find_request(action, number)
        if request.client != client:
            raise RequestUnknown
        judge(action, rules.judge_handing_out(request, form), state=request.state)
        if request.mandate is not None:
            mandate.check(action, client, request.mandate, action.today)
        return client, load_answering(action, request.number)

    copy = make_copy(session, asked, form, place, force=force)
    if with_documents:
        copy = _add_documents(session, copy, force=force)
    with act(session, "inzage.export") as action:
        the_client(action, copy.number)
        action.details |= {"step": "handed_out", "sha256": copy.sha256}
        requests.carry_out(action.store, find_request(action, number), action.today)
    return copy


def make_copy(
    session: Session,
    judged: Callable[[Action], tuple[Client, Answering | None]],
    form: str,
    place: Path,
    *,
    force: bool,
) -> Exported:
    """Make a copy and put it in its place; `judged` gives whose it is, and on which request, if it may be made.

    It is judged anew for the line with its SHA-256.
    """
    form = codes.parse_code(form, FORMATS)

    def prepare(action: Action) -> PreparedPaper[Exported]:
        client, answers = judged(action)
        action.details |= {"format": form, "step": "prepared"}
        inzage = replace(gather_facts(action, client), answers=answers)
        number, request = client.number, answers.request.number if answers else None

        def log_paper(action: Action, paper: RenderedPaper) -> Exported:
            judged(action)
            action.details |= {"format": form, "step": "made", "sha256": paper.sha256}
            return Exported(number, form, paper.path, paper.size, paper.sha256, request)

        return PreparedPaper(lambda: _rendered(inzage, form), log_paper, f"{request or number}.{form}")

    return publish(session, "inzage.export", place, prepare, force=force, folder=True)


def _add_documents(session: Session, copy: Exported, *, force: bool) -> Exported:
    made = copy_documents.write_documents(session, copy.number, copy.request, copy.path.parent, force=force)
    return replace(copy, documents=made)


def gather_facts(action: Action, client: Client) -> Inzage:
    """Read all that the copy is made from."""
    dossier = load(action, client)
    rights = read_granted(action, client)
    notice = notices.of_client(action.store, client)
    return Inzage(
        register_metadata.houder(action.store),
        dossier,
        audit.looks(action.store, client),
        counted(action.store, client),
        audit.head(action.store),
        action.now,
        letters=letters.of_client(action.store, client),
        notified_on=None if notice is None or notice.by_letter else notice.notified_on,
        consents=rights.consents,
        releases=rights.releases,
        mandates=rights.mandates,
        requests=tuple(map(rules.count_days, requests.of_client(action.store, client))),
        disclosures=disclosures.every_of_client(action.store, client, BY_CODE),
        corrections=corrections.of_client(action.store, client, BY_CODE),
        to_tell=corrections.told_of_client(action.store, client, BY_CODE),
        laws={code: law.name for code, law in LAWS.items()},
        roles=_roles(action, dossier),
        appointments=appointments.of_client(action.store, client),
        reports=reports.of_client(action.store, client),
        documents=documents.of_client(action.store, client, BY_CODE),
    )


def _roles(action: Action, dossier: Dossier) -> dict[UUID, str]:
    """Give the role of each opdrachtgever beside the office, by party, where one is on file (AVG 26 and 28)."""
    roles = {held.party.uuid: profiles.one(action.store, held.party).role for held in dossier.assignments}
    return {party: role for party, role in roles.items() if role is not None}


def _rendered(inzage: Inzage, form: str) -> bytes:
    from wkc.documents import inzage as paper
    from wkc.documents import overdracht

    if inzage.answers and inzage.answers.request.kind is RequestKind.OVERDRACHT:
        return overdracht.as_json(overdracht.taken_along(inzage, CATEGORIES))
    copy = paper.copy_of(inzage, CATEGORIES)
    return paper.as_json(copy) if form == "json" else paper.as_pdf(copy)
