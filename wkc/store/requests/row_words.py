"""Words beside a contact, a disclosure, a request, a draft, a look or in a letter (art. 12): changed or removed."""

from datetime import date
from uuid import UUID

from wkc.records.dossier import Client
from wkc.records.mistake import MistakeNoun
from wkc.store.dossier import client as clients
from wkc.store.queries import queries
from wkc.store.store import Store

_Q = queries("requests/row_words")
_NOTE = {
    MistakeNoun.CONTACT: "contact.note",
    MistakeNoun.VERSTREKKING: "disclosure.note",
    MistakeNoun.VERZOEK: "request.words",
    MistakeNoun.RAPPORTAGE: "report.words",
    MistakeNoun.NOODINZAGE: "break_glass.reason",
}
_READ = {
    MistakeNoun.CONTACT: _Q.contact,
    MistakeNoun.VERSTREKKING: _Q.disclosure,
    MistakeNoun.VERZOEK: _Q.request,
    MistakeNoun.RAPPORTAGE: _Q.report,
    MistakeNoun.NOODINZAGE: _Q.break_glass,
}
_PUT = {
    MistakeNoun.CONTACT: _Q.put_contact,
    MistakeNoun.VERSTREKKING: _Q.put_disclosure,
    MistakeNoun.VERZOEK: _Q.put_request,
    MistakeNoun.RAPPORTAGE: _Q.put_report,
    MistakeNoun.NOODINZAGE: _Q.put_break_glass,
}

REMOVED = "Verwijderd op grond van artikel 12."
"""The text in place of a removed one that a disclosure or a look must have."""


def find(store: Store, uuid: UUID) -> tuple[MistakeNoun, Client] | None:
    """Give the kind of a row with words and whose it is, if it is there."""
    row = store.one(_Q.find, uuid=uuid.bytes)
    return None if row is None else (MistakeNoun(row["noun"]), clients.of_row(row))


def read(store: Store, noun: MistakeNoun, client: Client, uuid: UUID) -> str | None:
    """Give the words of a row but for a letter; None where there are none or where this user may not."""
    row = store.one(_READ[noun], uuid=uuid.bytes)
    return None if row is None else store.open(row["sealed"], client.uuid, uuid, _NOTE[noun])


def put(store: Store, noun: MistakeNoun, client: Client, uuid: UUID, words: str | None, on: date) -> None:
    """Put words in the place of the note of a row, or with None remove all its words; of a letter the paper goes."""
    if noun is MistakeNoun.BRIEF:
        store.run(_Q.remove_paper, uuid=uuid.bytes, on_date=on.isoformat())
    elif words is None and noun is MistakeNoun.VERSTREKKING:
        instead = {
            name: store.seal(REMOVED, client.uuid, uuid, f"disclosure.{name}")
            for name in ("reason", "late", "decision")
        }
        store.run(_Q.clear_disclosure, uuid=uuid.bytes, **instead)
    elif words is None and noun is MistakeNoun.RAPPORTAGE:
        store.run(_Q.clear_report, uuid=uuid.bytes)
    else:
        remove_note(store, noun, client, uuid, words)


def remove_note(store: Store, noun: MistakeNoun, client: Client, uuid: UUID, words: str | None = None) -> None:
    """Put other words, or none, in the place of the note of a row; its other words stay."""
    if words is None and noun is MistakeNoun.NOODINZAGE:
        words = REMOVED
    store.run(_PUT[noun], uuid=uuid.bytes, sealed=store.seal(words, client.uuid, uuid, _NOTE[noun]))
