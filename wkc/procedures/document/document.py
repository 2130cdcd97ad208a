"""Art. 14.1: the papers of a dossier are taken in, listed, shown and taken out; or have a place and a last day."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, NamedTuple

from msgspec import Struct

from wkc.errors.document import DocumentCategoryWrong, DocumentFieldNeeded, DocumentIsFile, DocumentOnPaper
from wkc.procedures.core.act import act
from wkc.procedures.core.clock import day
from wkc.procedures.core.session import Session
from wkc.procedures.document import keep
from wkc.procedures.document.keep import OpenFile
from wkc.procedures.document.listing import find_document, list_seen
from wkc.procedures.dossier import record
from wkc.procedures.dossier.holding import check_holding
from wkc.procedures.dossier.plausible_day import check_plausible
from wkc.procedures.dossier.record import EntryInput
from wkc.procedures.dossier.search import the_client
from wkc.procedures.io import codes, fields, output_file
from wkc.records.document import LINKS, MEDIA_TYPES, Document, DocumentLook
from wkc.records.dossier import Client
from wkc.records.field import Field
from wkc.rules.dossier.document import fields_of_category
from wkc.rules.dossier.field import BY_CODE, CATEGORIES
from wkc.rules.dossier.plausible_day import BEFORE_CONTACT
from wkc.store.document import document as documents
from wkc.store.document.document import NewDocument
from wkc.vault.keys.age_file import Envelope


class DocumentInput(Struct, frozen=True):
    """A document as typed: its category or field, its origin, and its title (default: the name of the field)."""

    category: str
    origin: EntryInput
    title: str | None = None


class Documents(Struct, frozen=True):
    """The documents of one client, in the order of writing down; `withheld` tells that there is more."""

    client: Client
    documents: tuple[Document, ...]
    withheld: bool


class ShownDocument(Struct, frozen=True):
    """A document with the times that it was taken out, newest first; `has_links` tells of one that was just added."""

    client: Client
    document: Document
    looks: tuple[DocumentLook, ...]
    has_links: bool = False


class ExportedDocument(Struct, frozen=True):
    """A document that was written to a file, with the SHA-256 of its content, as in the audit log."""

    client: Client
    document: Document
    path: Path
    sha256: str


class _HashedFile(NamedTuple):
    """A file whose octets are digested on their way."""

    file: BinaryIO
    update: Callable[[bytes], None]

    def write(self, octets: bytes) -> int:
        """Digest and write octets."""
        self.update(octets)
        return self.file.write(octets)


def add(session: Session, client_text: str, opened: OpenFile, document_input: DocumentInput) -> ShownDocument:
    """Take a file into a dossier, sealed; errors where the rule refuses it, and nothing is kept then."""
    what, title, origin, obtained_on = _check_origin(session, document_input)
    with act(session, "document.add") as action:
        client = the_client(action, client_text)
        check_plausible(action, client, obtained_on, BEFORE_CONTACT)
        source = record.complete_origin(action, client, origin, obtained_on)
        check_holding(action, client, what, source.grondslag)
        kept = keep.put_file(action, client, NewDocument(what, title, source), opened)
        return ShownDocument(client, kept, (), LINKS in opened.inspected.dangers)


def place(
    session: Session, client_text: str, where: str, destroy_on: str, document_input: DocumentInput
) -> ShownDocument:
    """Write down where a paper lies, and the day on which it must be destroyed."""
    what, title, origin, obtained_on = _check_origin(session, document_input)
    where, until = fields.plain_text(where), keep.parse_last_day(destroy_on, day(session.environment.now()))
    with act(session, "document.add") as action:
        client = the_client(action, client_text)
        check_plausible(action, client, obtained_on, BEFORE_CONTACT)
        source = record.complete_origin(action, client, origin, obtained_on)
        check_holding(action, client, what, source.grondslag)
        new = NewDocument(what, title, source, place=where, destroy_on=until)
        return ShownDocument(client, keep.put_place(action, client, new), ())


def every(session: Session, client_text: str) -> Documents:
    """Give the documents of one client that the acting user may know of."""
    with act(session, "document.list") as action:
        client = the_client(action, client_text)
        seen = list_seen(action, client)
        more = len(seen) < len(documents.of_client(action.store, client, BY_CODE))
        return Documents(client, seen, withheld=more and bool(seen))


def show(session: Session, client_text: str, number: int) -> ShownDocument:
    """Give one document with the times that it was taken out."""
    with act(session, "document.show") as action:
        client = the_client(action, client_text)
        document = find_document(action, client, number)
        action.details["document"] = document.uuid.hex
        return ShownDocument(client, document, documents.looks(action.store, client, document))


def export(session: Session, client_text: str, number: int, place: Path, *, force: bool) -> ExportedDocument:
    """Write a document to a file; `place` is a file, or a folder in which its numbers become its name.

    errors.DocumentOnPaper.
    """
    if not place.is_dir():
        output_file.check(place, session.home.path, force=force)
    with act(session, "document.export") as action:
        client = the_client(action, client_text)
        document = find_document(action, client, number)
        action.details |= {"document": document.uuid.hex, "step": "prepared"}
        if document.is_paper:
            raise DocumentOnPaper(number=document.number)
    target = place / file_name(client.number, document) if place.is_dir() else place
    return write_file(session, client, document, target, force=force)


def file_name(stem: str, document: Document) -> str:
    """Give the name of a document's file: the number of its dossier or request, its own, and the end of its kind."""
    return f"{stem}-{document.number}.{MEDIA_TYPES[document.media_type or '']}"


def write_file(
    session: Session,
    client: Client,
    document: Document,
    target: Path,
    *,
    force: bool,
    envelope: Envelope | None = None,
) -> ExportedDocument:
    """Write the content of a document, chunk by chunk, as it is or in an envelope.

    The caller's line that it is taken out comes before: somebody who stops this halfway may have read it. The line with
    the digest is on file before the file shows.
    errors.OutputExists, OutputInRegister, OutputUnwritable, RegisterDamaged.
    """
    digest = sha256()

    def fill(file: BinaryIO) -> None:
        content, hashed = documents.content(action.store, client, document), _HashedFile(file, digest.update)
        if envelope is not None:
            envelope.close_stream(content, hashed)
            return
        for part in content:
            hashed.write(part)

    def log_before_shown() -> None:
        action.details |= {"document": document.uuid.hex, "step": "made", "sha256": digest.hexdigest()}
        door.close()

    output_file.check(target, session.home.path, force=force)
    with ExitStack() as door:
        action = door.enter_context(act(session, "document.export"))
        the_client(action, client.number)
        output_file.write_stream(target, fill, log_before_shown, state=session.environment.state(), force=force)
    return ExportedDocument(client, document, target, digest.hexdigest())


def mark_destroyed(session: Session, client_text: str, number: int) -> Documents:
    """Take a paper off the dossier that was destroyed by hand; errors.DocumentIsFile for what is no paper."""
    with act(session, "document.destroyed") as action:
        client = the_client(action, client_text)
        document = find_document(action, client, number)
        if not document.is_paper:
            raise DocumentIsFile(number=number)
        action.details["document"] = document.uuid.hex
        documents.destroy_paper(action.store, client, document)
        return Documents(client, list_seen(action, client), withheld=False)


def parse_category(typed: str) -> Field:
    """Give the field that a document is about, by its code or by a number of annex I.

    errors.DocumentCategoryWrong; errors.DocumentFieldNeeded for a category whose fields are of several classes.
    """
    code = codes.find_code(typed, BY_CODE)
    if code is not None:
        return BY_CODE[code]
    if not typed.strip().isdecimal() or int(typed) not in CATEGORIES:
        raise DocumentCategoryWrong
    known = fields_of_category(int(typed))
    if len(known) > 1:
        raise DocumentFieldNeeded(category=int(typed), choices=", ".join(field.code for field in known))
    return known[0]


def _check_origin(session: Session, document_input: DocumentInput) -> tuple[Field, str, EntryInput, date]:
    what = parse_category(document_input.category)
    origin = record.check(what, document_input.origin)
    title = (
        fields.plain_text(document_input.title) if document_input.title and document_input.title.strip() else what.label
    )
    return what, title, origin, fields.past_day_or_today(origin.obtained_on, day(session.environment.now()))
