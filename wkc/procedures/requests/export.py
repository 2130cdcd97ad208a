"""Art. 11, AVG 15: the copy of all that is held on one client, one model as PDF or JSON."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from wkc.errors.request import RequestUnknown
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.hidden_words import check_finished
from wkc.procedures.core.letterhead import notify_gaps
from wkc.procedures.core.paper import PreparedPaper, RenderedPaper, publish
from wkc.procedures.core.session import Session
from wkc.procedures.document.document import ExportedDocument
from wkc.procedures.dossier import mandate
from wkc.procedures.dossier.search import the_client
from wkc.procedures.io import codes
from wkc.procedures.requests import copy_documents, hidden_copy
from wkc.procedures.requests.request import find_request, judge, load_answering
from wkc.records.dossier import Client
from wkc.records.request import Answering, RequestState
from wkc.rules.requests import request as rules
from wkc.store.requests import request as requests
from wkc.vault.keys.age_file import SUFFIX, make_envelope, with_suffix

if TYPE_CHECKING:
    from wkc.documents.copy.free_text import CopyModel

FORMATS = ("pdf", "json")


class Exported(Struct, frozen=True):
    """A copy that was made: its path, its size in bytes and its SHA-256, as in the audit log.

    `request` is the number of the request it is handed out on; None for a werkexemplaar. `passphrase` opens a file
    that was encrypted under one: it is shown once, and kept nowhere.
    """

    number: str
    format: str
    path: Path
    size: int
    sha256: str
    request: str | None
    documents: tuple[ExportedDocument, ...] = ()
    passphrase: str | None = None

    @property
    def is_encrypted(self) -> bool:
        """Tell whether it is a file of age."""
        return self.path.suffix == SUFFIX


class CopyOptions(Struct, frozen=True):
    """The options of a copy: as pdf or json, where (a file, or a folder in which its number becomes its name).

    Without a form it is JSON on an overdracht, else PDF. With documents these come beside it; `encrypt_for` is a public
    key of age, or the word passphrase.
    """

    form: str | None
    place: Path
    force: bool = False
    with_documents: bool = False
    encrypt_for: str | None = None


def export(session: Session, client_text: str, options: CopyOptions) -> Exported:
    """Make the copy of one client's data without a request: a werkexemplaar, not to be handed out."""
    return make_copy(session, lambda action: (the_client(action, client_text), None), options)


def hand_out(session: Session, client_text: str, number: str, options: CopyOptions) -> Exported:
    """Make the copy that is handed out on a request decided in favour; told, the request is carried out by it.

    Made before, in the envelope of the decision, it carries the request out on the day that goes. It can be made again.
    What the decision leaves out is left out; an overdracht has only what the person gave, as JSON (AVG 20).
    """
    form = None if options.form is None else codes.parse_code(options.form, FORMATS)

    def load(action: Action) -> tuple[Client, Answering | None]:
        client = the_client(action, client_text)
        request = find_request(action, number)
        if request.client != client:
            raise RequestUnknown
        judge(action, rules.judge_handing_out(request, form or rules.choose_form(request)), state=request.state)
        if request.mandate is not None:
            mandate.check(action, client, request.mandate, action.today)
        return client, load_answering(action, request.number)

    copy = make_copy(session, load, options)
    with act(session, "inzage.export") as action:
        the_client(action, copy.number)
        request = find_request(action, number)
        again = request.state is RequestState.UITGEVOERD
        action.details |= {"step": "handed_out_again" if again else "handed_out", "sha256": copy.sha256}
        if request.state is RequestState.MEDEGEDEELD:
            requests.carry_out(action.store, request, action.today)
    return copy


def make_copy(
    session: Session, judged: Callable[[Action], tuple[Client, Answering | None]], options: CopyOptions
) -> Exported:
    """Make a copy and put it in its place; `judged` gives whose it is, and on which request, if it may be made.

    It is judged anew for the line with its SHA-256. What the review of the request hides is hidden, and the finished
    file is read again for it: errors.HiddenWordsFound.
    """
    typed, force = None if options.form is None else codes.parse_code(options.form, FORMATS), options.force
    envelope = None if options.encrypt_for is None else make_envelope(options.encrypt_for)

    def prepare(action: Action) -> PreparedPaper[Exported]:
        client, answers = judged(action)
        notify_gaps(action)
        form = typed or rules.choose_form(answers.request if answers else None)
        action.details |= {"format": form, "step": "prepared"}
        copy = hidden_copy.hide(action, client, answers)
        number, request = client.number, answers.request.number if answers else None
        if options.with_documents:
            copy_documents.check_documents(action, client, request, copy.hidden)

        def log_paper(action: Action, paper: RenderedPaper) -> Exported:
            judged(action)
            action.details |= {"format": form, "step": "made", "sha256": paper.sha256}
            secret = envelope.passphrase if envelope else None
            facts = (number, form, paper.path, paper.size, paper.sha256, request)
            return Exported(*facts, passphrase=secret)

        def render() -> bytes:
            made = _render(copy.model, form)
            check_finished(made, form, copy.hidden)
            return made if envelope is None else envelope.close(made)

        return PreparedPaper(render, log_paper, f"{request or number}.{form}{SUFFIX if envelope else ''}")

    place = options.place if envelope is None or options.place.is_dir() else with_suffix(options.place)
    copy = publish(session, "inzage.export", place, prepare, force=force, folder=True)
    if not options.with_documents:
        return copy
    folder = copy.path.parent
    made = copy_documents.write_documents(session, copy.number, copy.request, folder, force=force, envelope=envelope)
    return replace(copy, documents=made)


def _render(model: CopyModel, form: str) -> bytes:
    from wkc.documents.copy import corrected, inzage, overdracht
    from wkc.documents.part import as_json

    if form == "json" or isinstance(model, overdracht.Overdracht):
        return as_json(model)
    return corrected.as_pdf(model) if isinstance(model, corrected.Gecorrigeerd) else inzage.as_pdf(model)
