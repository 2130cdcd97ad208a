"""The documents of a client as one user may know of them (art. 14.1): by class."""

from wkc.errors.document import DocumentUnknown
from wkc.procedures.core.action import Action
from wkc.records.document import Document
from wkc.records.dossier import Client
from wkc.rules.dossier.field import BY_CODE
from wkc.store.document import document as documents


def list_seen(action: Action, client: Client) -> tuple[Document, ...]:
    """Give the documents of the classes that the acting user sees."""
    return tuple(one for one in documents.of_client(action.store, client, BY_CODE) if _is_seen(action, one))


def find_document(action: Action, client: Client, number: int) -> Document:
    """Find a document by its number on the list; errors.DocumentUnknown."""
    document = documents.by_number(action.store, client, BY_CODE, number)
    if document is None or not _is_seen(action, document):
        raise DocumentUnknown
    return document


def _is_seen(action: Action, document: Document) -> bool:
    return document.field is None or action.can_see(document.field.field_class)
