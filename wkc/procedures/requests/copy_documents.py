"""Art. 11.1 and AVG 20: the documents that go with a copy: those that the decision leaves in, each beside the copy."""

from collections.abc import Collection, Iterator
from pathlib import Path

from wkc.errors.review import DocumentNotRead, HiddenWordsFound
from wkc.i18n import _
from wkc.procedures.core.act import act
from wkc.procedures.core.action import Action
from wkc.procedures.core.session import Session
from wkc.procedures.document.document import ExportedDocument, file_name, write_file
from wkc.procedures.dossier.search import the_client
from wkc.procedures.io import output_file
from wkc.procedures.requests.request import load_answering
from wkc.procedures.requests.secret_reach import read_reach
from wkc.records.document import Document
from wkc.records.dossier import Client
from wkc.records.request import RequestKind
from wkc.rules.dossier.field import BY_CODE, CATEGORIES
from wkc.rules.requests.narrow_copy import reaches_document
from wkc.rules.requests.review import has_any_hidden
from wkc.store.document import document as documents
from wkc.vault.keys.age_file import SUFFIX, Envelope

OWN_SOURCE = "geregistreerde"
"""An overdracht has what the person gave, and nothing of others (AVG 20)."""


def write_documents(
    session: Session, number: str, request: str | None, folder: Path, *, force: bool, envelope: Envelope | None
) -> tuple[ExportedDocument, ...]:
    """Write the documents of a dossier into a folder, and a list of their SHA-256 as sha256sum(1) checks it.

    With the number of a request, those that go with its copy; what lies on paper stays where it is.
    """
    with act(session, "document.export") as action:
        client = the_client(action, number)
        going = tuple(_list_going(action, client, request))
        action.details |= {"step": "prepared", "documents": [one.uuid.hex for one in going], "request": request}
    stem = request or client.number
    end = "" if envelope is None else SUFFIX
    made = tuple(
        write_file(session, client, one, folder / f"{file_name(stem, one)}{end}", force=force, envelope=envelope)
        for one in going
    )
    if made:
        listed = "".join(f"{one.sha256}  {one.path.name}\n" for one in made)
        _write_list(session, folder / f"{stem}-documenten.sha256", listed, force=force)
    return made


def check_documents(action: Action, client: Client, request: str | None, hidden: Collection[str]) -> None:
    """Look for what a copy hides in the documents that go with it; errors.HiddenWordsFound, DocumentNotRead."""
    from wkc.documents.read_back import read_text

    for document in _list_going(action, client, request) if hidden else ():
        text = read_text(b"".join(documents.content(action.store, client, document)))
        if text is None:
            action.mark_refused("document_niet_te_lezen")
            raise DocumentNotRead(number=document.number)
        if has_any_hidden([text, document.title or ""], hidden, broken=True):
            action.mark_refused("verborgen_woorden")
            raise HiddenWordsFound(places=_("document {number}").format(number=document.number))


def _list_going(action: Action, client: Client, request: str | None) -> Iterator[Document]:
    from wkc.documents.copy.request import is_left_in

    answers = None if request is None else load_answering(action, request)
    own_only = answers is not None and answers.request.kind is RequestKind.OVERDRACHT
    mandate = None if answers is None else answers.request.mandate
    unreached = {one.uuid for one in read_reach(action, answers.request).unreached} if answers else set()
    for document in documents.of_client(action.store, client, BY_CODE):
        if document.uuid in unreached or not reaches_document(mandate, document, CATEGORIES):
            continue
        is_own = document.provenance.source == OWN_SOURCE
        if not document.is_paper and (is_own or not own_only) and is_left_in(document.field, document.uuid, answers):
            yield document


def _write_list(session: Session, path: Path, text: str, *, force: bool) -> None:
    output_file.check(path, session.home.path, force=force)
    output_file.write(path, text.encode(), lambda: None, state=session.environment.state(), force=force)
