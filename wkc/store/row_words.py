"""Words of the office beside a contact, a disclosure or in a letter (art. 12): changed or removed; the row stays."""

from datetime import date
from uuid import UUID

from wkc.records.dossier import Client
from wkc.records.mistake import MistakeNoun
from wkc.store import client as clients
from wkc.store.queries import queries
from wkc.store.store import Store

_Q = queries("row_words")
_NOTE = {MistakeNoun.CONTACT: "contact.note", MistakeNoun.VERSTREKKING: "disclosure.note"}
_READ = {MistakeNoun.CONTACT: _Q.contact, MistakeNoun.VERSTREKKING: _Q.disclosure}

REMOVED = "Verwijderd op grond van artikel 12."
"""The text in place of one that a disclosure cannot be without."""


def find(store: Store, uuid: UUID) -> tuple[MistakeNoun, Client] | None:
    """Give the kind of a row with words and whose it is, if it is there."""
    row = store.one(_Q.find, uuid=uuid.bytes)
    return None if row is None else (MistakeNoun(row["noun"]), clients.of_row(row))


def read(store: Store, noun: MistakeNoun, client: Client, uuid: UUID) -> str | None:
    """Give the note beside a contact or a disclosure; None where there is none or where this user may not."""
    row = store.one(_READ[noun], uuid=uuid.bytes)
    return None if row is None else store.open(row["sealed"], client.uuid, uuid, _NOTE[noun])


def put(store: Store, noun: MistakeNoun, client: Client, uuid: UUID, words: str | None, on: date) -> None:
    """Put words in the place of the note of a row, or with None remove all that it says; of a letter the paper goes."""
    if noun is MistakeNoun.BRIEF:
        store.run(_Q.remove_paper, uuid=uuid.bytes, on_date=on.isoformat())
        return
    sealed = store.seal(words, client.uuid, uuid, _NOTE[noun])
    if noun is MistakeNoun.CONTACT:
        store.run(_Q.put_contact, uuid=uuid.bytes, sealed=sealed)
        return
    if words is not None:
        store.run(_Q.put_disclosure, uuid=uuid.bytes, sealed=sealed)
        return
    instead = {
        name: store.seal(REMOVED, client.uuid, uuid, f"disclosure.{name}") for name in ("reason", "late", "decision")
    }
    store.run(_Q.clear_disclosure, uuid=uuid.bytes, **instead)
