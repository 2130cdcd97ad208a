"""Every column that holds sealed values: when who could open them leaves, each value is sealed anew (VAULT 4).

A table with a `sealed` column that is missing here fails a test: its values would open for nobody any more.
"""

from collections.abc import Callable
from typing import Any, NamedTuple
from uuid import UUID

from wkc.store.queries import queries
from wkc.store.store import Store

_Q = queries("sealed")

PAGE = 100

Reseal = Callable[[bytes, UUID, UUID, str], bytes | None]
"""Takes a sealed value with its client, row and field; gives it sealed anew, None when it does not open."""


class Column(NamedTuple):
    """One column: a query that reads a page of it past an id, and one that puts a value back by id."""

    table: str
    name: str
    page: str
    put: str


SEALED = (
    Column("entry", "sealed", _Q.entry, _Q.put_entry),
    Column("entry", "sealed_value", _Q.entry_value, _Q.put_entry_value),
    Column("contact", "sealed", _Q.contact, _Q.put_contact),
    Column("contact", "sealed_reason", _Q.contact_reason, _Q.put_contact_reason),
    Column("break_glass", "sealed_reason", _Q.break_glass_reason, _Q.put_break_glass_reason),
    Column("mandate", "sealed_document", _Q.mandate_document, _Q.put_mandate_document),
    Column("request", "sealed_name", _Q.request_name, _Q.put_request_name),
    Column("request", "sealed_words", _Q.request_words, _Q.put_request_words),
    Column("request", "sealed_extension", _Q.request_extension, _Q.put_request_extension),
    Column("request", "sealed_reasons", _Q.request_reasons, _Q.put_request_reasons),
    Column("request", "sealed_void", _Q.request_void, _Q.put_request_void),
    Column("disclosure", "sealed_reason", _Q.disclosure_reason, _Q.put_disclosure_reason),
    Column("disclosure", "sealed_note", _Q.disclosure_note, _Q.put_disclosure_note),
    Column("disclosure", "sealed_late", _Q.disclosure_late, _Q.put_disclosure_late),
    Column("disclosure", "sealed_decision", _Q.disclosure_decision, _Q.put_disclosure_decision),
    Column("report", "sealed_agreed", _Q.report_agreed, _Q.put_report_agreed),
    Column("report", "sealed_words", _Q.report_words, _Q.put_report_words),
    Column("hold", "sealed", _Q.hold, _Q.put_hold),
    Column("hold", "sealed_reason", _Q.hold_reason, _Q.put_hold_reason),
    Column("letter", "sealed_pdf", _Q.letter_pdf, _Q.put_letter_pdf),
    Column("letter", "sealed_void", _Q.letter_void, _Q.put_letter_void),
    Column("correction", "sealed_value", _Q.correction_value, _Q.put_correction_value),
    Column("correction", "sealed_lifted", _Q.correction_lifted, _Q.put_correction_lifted),
    Column("breach", "sealed_events", _Q.breach_events, _Q.put_breach_events),
    Column("breach", "sealed_ap", _Q.breach_ap, _Q.put_breach_ap),
    Column("breach", "sealed_persons", _Q.breach_persons, _Q.put_breach_persons),
    Column("breach", "sealed_end", _Q.breach_end, _Q.put_breach_end),
    Column("breach", "sealed_account", _Q.breach_account, _Q.put_breach_account),
    Column("mistake", "sealed_words", _Q.mistake_words, _Q.put_mistake_words),
    Column("review", "sealed_marks", _Q.review_marks, _Q.put_review_marks),
    Column("dissent", "sealed_text", _Q.dissent_text, _Q.put_dissent_text),
    Column("objection", "sealed_lifted", _Q.objection_lifted, _Q.put_objection_lifted),
    Column("form", "sealed_content", _Q.form_content, _Q.put_form_content),
    Column("document", "sealed_title", _Q.document_title, _Q.put_document_title),
    Column("document", "sealed_key", _Q.document_key, _Q.put_document_key),
    Column("document", "sealed_place", _Q.document_place, _Q.put_document_place),
    Column("paper_left", "sealed_place", _Q.paper_left_place, _Q.put_paper_left_place),
    Column("supplied", "sealed_value", _Q.supplied_value, _Q.put_supplied_value),
)


def reseal_all(store: Store, reseal: Reseal) -> int:
    """Seal all values anew; give how many did not open: those stay as they are, so that nobody bars a revocation."""
    return sum(_reseal(store, column, reseal) for column in SEALED)


def _reseal(store: Store, column: Column, reseal: Reseal) -> int:
    broken = after = 0
    while page := list(store.all(column.page, after=after, most=PAGE)):
        after = page[-1]["id"]
        anew = [(_anew(store, row, row[column.name], reseal), row["id"]) for row in page]
        store.run_many(column.put, (row for row in anew if row[0] is not None))
        broken += sum(sealed is None for sealed, _id in anew)
    return broken


def _anew(store: Store, row: Any, sealed: bytes, reseal: Reseal) -> bytes | None:
    """Seal a value anew for the same client, which is another than its own where it came over with a link.

    It is sealed for its place, or for the one of several that it opens for.
    """
    uuid = UUID(bytes=row["uuid"])
    client = store.sealed_for(UUID(bytes=row["client_uuid"]), uuid)
    tried = (reseal(sealed, client, uuid, place) for place in row["place"].split())
    return next((anew for anew in tried if anew is not None), None)
