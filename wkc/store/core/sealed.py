"""Every column that holds sealed values: when who could open them leaves, each value is sealed anew (VAULT 4).

A table with a `sealed` column that is missing here fails a test: its values would open for nobody any more.
"""

from collections.abc import Callable
from typing import Any, NamedTuple
from uuid import UUID

from wkc.store.queries import queries
from wkc.store.store import Store

_Q = queries("core/sealed")

PAGE = 100

Reseal = Callable[[bytes, UUID, UUID, str], bytes | None]
"""Takes a sealed value with its client, row and field; gives it sealed anew, None when it does not open."""


class SealedColumn(NamedTuple):
    """One column: a query that reads a page of it past an id, and one that puts a value back by id."""

    table: str
    name: str
    page: str
    put: str


SEALED = (
    SealedColumn("entry", "sealed", _Q.entry, _Q.put_entry),
    SealedColumn("entry", "sealed_value", _Q.entry_value, _Q.put_entry_value),
    SealedColumn("contact", "sealed", _Q.contact, _Q.put_contact),
    SealedColumn("contact", "sealed_reason", _Q.contact_reason, _Q.put_contact_reason),
    SealedColumn("break_glass", "sealed_reason", _Q.break_glass_reason, _Q.put_break_glass_reason),
    SealedColumn("mandate", "sealed_document", _Q.mandate_document, _Q.put_mandate_document),
    SealedColumn("request", "sealed_name", _Q.request_name, _Q.put_request_name),
    SealedColumn("request", "sealed_words", _Q.request_words, _Q.put_request_words),
    SealedColumn("request", "sealed_extension", _Q.request_extension, _Q.put_request_extension),
    SealedColumn("request", "sealed_reasons", _Q.request_reasons, _Q.put_request_reasons),
    SealedColumn("request", "sealed_void", _Q.request_void, _Q.put_request_void),
    SealedColumn("disclosure", "sealed_reason", _Q.disclosure_reason, _Q.put_disclosure_reason),
    SealedColumn("disclosure", "sealed_note", _Q.disclosure_note, _Q.put_disclosure_note),
    SealedColumn("disclosure", "sealed_late", _Q.disclosure_late, _Q.put_disclosure_late),
    SealedColumn("disclosure", "sealed_decision", _Q.disclosure_decision, _Q.put_disclosure_decision),
    SealedColumn("report", "sealed_agreed", _Q.report_agreed, _Q.put_report_agreed),
    SealedColumn("report", "sealed_words", _Q.report_words, _Q.put_report_words),
    SealedColumn("hold", "sealed", _Q.hold, _Q.put_hold),
    SealedColumn("hold", "sealed_reason", _Q.hold_reason, _Q.put_hold_reason),
    SealedColumn("letter", "sealed_pdf", _Q.letter_pdf, _Q.put_letter_pdf),
    SealedColumn("letter", "sealed_void", _Q.letter_void, _Q.put_letter_void),
    SealedColumn("correction", "sealed_value", _Q.correction_value, _Q.put_correction_value),
    SealedColumn("correction", "sealed_lifted", _Q.correction_lifted, _Q.put_correction_lifted),
    SealedColumn("breach", "sealed_events", _Q.breach_events, _Q.put_breach_events),
    SealedColumn("breach", "sealed_ap", _Q.breach_ap, _Q.put_breach_ap),
    SealedColumn("breach", "sealed_persons", _Q.breach_persons, _Q.put_breach_persons),
    SealedColumn("breach", "sealed_end", _Q.breach_end, _Q.put_breach_end),
    SealedColumn("breach", "sealed_account", _Q.breach_account, _Q.put_breach_account),
    SealedColumn("mistake", "sealed_words", _Q.mistake_words, _Q.put_mistake_words),
    SealedColumn("review", "sealed_marks", _Q.review_marks, _Q.put_review_marks),
    SealedColumn("dissent", "sealed_text", _Q.dissent_text, _Q.put_dissent_text),
    SealedColumn("objection", "sealed_lifted", _Q.objection_lifted, _Q.put_objection_lifted),
    SealedColumn("form", "sealed_content", _Q.form_content, _Q.put_form_content),
    SealedColumn("document", "sealed_title", _Q.document_title, _Q.put_document_title),
    SealedColumn("document", "sealed_key", _Q.document_key, _Q.put_document_key),
    SealedColumn("document", "sealed_place", _Q.document_place, _Q.put_document_place),
    SealedColumn("paper_left", "sealed_place", _Q.paper_left_place, _Q.put_paper_left_place),
    SealedColumn("supplied", "sealed_value", _Q.supplied_value, _Q.put_supplied_value),
)


def reseal_all(store: Store, reseal: Reseal) -> int:
    """Seal all values anew; give how many did not open: those stay as they are, so that nobody bars a revocation."""
    return sum(_reseal(store, column, reseal) for column in SEALED)


def _reseal(store: Store, column: SealedColumn, reseal: Reseal) -> int:
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
