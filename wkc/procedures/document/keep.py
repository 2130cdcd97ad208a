"""Keeping a paper within an action: a file is judged and sealed chunk by chunk, or its place is written down."""

from collections.abc import Iterator
from datetime import date
from io import FileIO
from pathlib import Path
from typing import NoReturn

from msgspec import Struct

from wkc.errors.document import (
    DocumentActive,
    DocumentChanged,
    DocumentDayPast,
    DocumentForeign,
    DocumentKindUnknown,
    DocumentMislabelled,
    DocumentProtected,
    DocumentTooLarge,
    IdentityDocument,
)
from wkc.i18n import _
from wkc.procedures.core.action import Action
from wkc.procedures.core.settings import DOCUMENT_MIB, in_force
from wkc.procedures.document.inspect import inspect
from wkc.procedures.io import input_file
from wkc.procedures.io.dates import parse_day
from wkc.records.document import MEDIA_TYPES, Document, InspectedFile
from wkc.records.dossier import Client
from wkc.records.verdict import Verdict
from wkc.rules.dossier.document import ACTIVE, FOREIGN, judge_document
from wkc.rules.dossier.field import BY_CODE
from wkc.sentences.document import DANGERS
from wkc.store.document import document as documents
from wkc.store.document.document import NewDocument
from wkc.vault.keys.content import CHUNK

TEXT = "text/plain"
NEVER_TEXT = frozenset(f".{end}" for end in (*MEDIA_TYPES.values(), "jpeg", "tiff", "doc") if end != "txt")
"""The ends of names that a plain text does not have."""


class OpenFile(Struct, frozen=True):
    """A file that a user names, open to be read in parts, with what an inspection found."""

    path: Path
    file: FileIO
    inspected: InspectedFile


def look_at(path: Path, file: FileIO) -> OpenFile:
    """Inspect a file before the register is open; errors.DocumentKindUnknown, DocumentMislabelled."""
    size = file.seek(0, 2)
    file.seek(0)
    if not size:
        raise DocumentKindUnknown
    inspected = inspect(file, size)
    if inspected.media_type == TEXT and path.suffix.casefold() in NEVER_TEXT:
        raise DocumentMislabelled(named=path.suffix.removeprefix(".").upper())
    return OpenFile(path, file, inspected)


def put_file(action: Action, client: Client, new: NewDocument, opened: OpenFile) -> Document:
    """Keep a file; the errors of errors.document where the rule refuses it."""
    most = int(in_force(action.store)[DOCUMENT_MIB])
    inspected = opened.inspected
    verdict = judge_document(new.field, f"{new.title} {opened.path.stem}", inspected, most * input_file.MIB)
    if not verdict.allowed:
        _refuse(action, verdict, most, inspected.dangers)
    described = new._replace(media_type=inspected.media_type, size=inspected.size)
    return _put(action, client, described, _chunks(opened))


def put_place(action: Action, client: Client, new: NewDocument) -> Document:
    """Keep where a paper lies, and the day on which it must be destroyed."""
    return _put(action, client, new, iter(()))


def parse_last_day(typed: str, today: date) -> date:
    """Read the day on which a paper must be destroyed; errors.DocumentDayPast for one that is over."""
    last = parse_day(typed)
    if last < today:
        raise DocumentDayPast
    return last


def _put(action: Action, client: Client, new: NewDocument, chunks: Iterator[bytes]) -> Document:
    kept = documents.add(action.store, client, BY_CODE, new, chunks, action.now, action.by)
    action.details |= {"document": kept.uuid.hex, "field": new.field.code if new.field else None}
    return kept


def _chunks(opened: OpenFile) -> Iterator[bytes]:
    """Read a file in chunks of equal size but the last; errors.DocumentChanged where its size is not that before."""
    opened.file.seek(0)
    left = opened.inspected.size
    while left:
        wanted = min(CHUNK, left)
        chunk = opened.file.read(wanted)
        if len(chunk) < wanted:
            raise DocumentChanged(path=opened.path)
        left -= wanted
        yield chunk


def _refuse(action: Action, verdict: Verdict, most: int, dangers: frozenset[str]) -> NoReturn:
    match verdict.reason:
        case "identiteitsbewijs":
            action.mark_refused(verdict.reason)
            raise IdentityDocument(article=verdict.article)
        case "actieve_inhoud":
            action.mark_refused(verdict.reason)
            raise DocumentActive(what=_in_words(dangers & ACTIVE))
        case "vreemde_inhoud":
            action.mark_refused(verdict.reason)
            raise DocumentForeign(what=_in_words(dangers & FOREIGN))
        case "wachtwoord":
            raise DocumentProtected
        case "te_groot":
            raise DocumentTooLarge(most=most)
        case _:
            raise DocumentKindUnknown(kinds=", ".join(kind.upper() for kind in MEDIA_TYPES.values()))


def _in_words(dangers: frozenset[str]) -> str:
    return ", ".join(_(DANGERS[code].staff) for code in sorted(dangers))
