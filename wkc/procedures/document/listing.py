"""The documents of a client as one user may know of them (art. 14.1): by class."""

from wkc.errors.document import DocumentUnknown
from wkc.procedures.core.action import Action
from wkc.records.document import Document
from wkc.records.dossier import Client
from wkc.rules.dossier.field import BY_CODE
from wkc.store import document as documents


def list_seen(action: Action, client: Client) -> tuple[Document, ...]:
    """Give the documents of the classes that the acting user sees."""
    every = documents.of_client(action.store, client, BY_CODE)
    return tuple(one for one in every if one.field is None or action.can_see(one.field.field_class))


def find_document(action: Action, client: Client, number: int) -> Document:
    """Find a document by its number on the list; errors.DocumentUnknown."""
    found = next((one for one in list_seen(action, client) if one.number == number), None)
    if found is None:
        raise DocumentUnknown
    return found
