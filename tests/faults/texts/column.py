"""The columns that hold what somebody typed, from the schema, each with the play whose commands fill it."""

from collections.abc import Mapping

from tests.text_columns import list_text_columns
from tests.transcripts.planting import CODES

NOT_TYPED: Mapping[str, str] = {
    "audit": "lines of codes, signed; its details hold no value (tests/transcripts/planting.py has the values)",
    "backup": "digests and days; the folder is a path of the office",
    "break_glass.reviewed": "a day",
    "codes_due": "a USER ID",
    "confirmation": "digests of letters",
    "destroyed": "counts, reasons and days of who is gone",
    "document.sealed_key": "a key",
    "entry.sealed_value": "values from when values alone were sealed: tests/frozen",
    "erased": "keyed digests",
    "last_done": "names of duties",
    "ledger": "kinds and digests",
    "letter.sealed_pdf": "a finished PDF",
    "name_key": "normal forms of names, never shown",
    "name_word": "normal forms of names, never shown",
    "purge_due": "a day",
    "register": "uuids and numbers",
    "remains": "kinds and days of who is gone",
    "review.sealed_marks": "places in texts",
    "row_given": "nouns of ours",
    "setting.name": "names of ours",
    "signin_read": "places in a file",
    "slot_history": "keys",
    "slot_wrap": "keys",
    "user.user_id": "letters and digits alone (CHECK)",
    "year_report": "figures",
}
"""Tables and columns that hold nothing that somebody typed, with the reason."""


FILLED_BY: Mapping[str, str] = {
    column: play
    for play, columns in {
        "other": (
            "assignment.reference",
            "document.sealed_place",
            "document.sealed_title",
            "entry.value",
            "letter.sealed_void",
            "party.name",
            "request.sealed_void",
            "setting.value",
            "user.function",
            "user.name",
        ),
        "breach": (
            "breach.sealed_account",
            "breach.sealed_ap",
            "breach.sealed_end",
            "breach.sealed_events",
            "breach.sealed_persons",
        ),
        "documents": ("paper_left.sealed_place",),
        "assignment": (
            "contact.sealed",
            "entry.sealed",
            "report.sealed_agreed",
            "report.sealed_words",
        ),
        "mistakes": ("mistake.sealed_words",),
        "correction": (
            "correction.sealed_lifted",
            "correction.sealed_value",
            "dissent.sealed_text",
            "request.sealed_reasons",
            "request.sealed_words",
        ),
        "objections": (
            "objection.sealed_lifted",
            "supplied.sealed_value",
        ),
        "disclosure": (
            "disclosure.citation",
            "disclosure.sealed_decision",
            "party_profile.e_mail",
        ),
        "consents": (
            "mandate.name",
            "mandate.sealed_document",
            "release.citation",
        ),
        "requests": ("request.sealed_extension",),
        "retention": ("hold.sealed_reason",),
        "persons": (
            "person.function",
            "person.name",
            "person.telephone",
        ),
        "asked_for_data": ("disclosure.sealed_late",),
        "agenda": ("break_glass.sealed_reason",),
        "disclosure_guided": ("disclosure.sealed_reason",),
        "clients": ("contact.sealed_reason",),
        "rest": (
            "disclosure.decision_reference",
            "disclosure.sealed_note",
            "document.citation",
            "form.sealed_content",
            "hold.citation",
            "hold.sealed",
            "mandate.address",
            "mandate.place",
            "mandate.postcode",
            "party_column.heading",
            "party_profile.address",
            "party_profile.agreement",
            "party_profile.contact",
            "party_profile.kenmerk",
            "party_profile.place",
            "party_profile.postcode",
            "provenance.citation",
            "report.citation",
            "request.sealed_name",
        ),
    }.items()
    for column in columns
}
"""Each column with the play that fills it by commands: of tests/transcripts, tests/faults/machine or this folder."""

NOT_SHOWN: Mapping[str, str] = {
    "form.sealed_content": "read again once the form was signed, into the consent or mandate that it makes",
    "letter.sealed_void": "why a letter was void: kept sealed, and read by no command",
    "objection.sealed_lifted": "why an objection was lifted: kept sealed, and read by no command",
    "request.sealed_void": "why a request was void: kept sealed, and read by no command",
}
"""Columns that stand on no screen or paper, with the reason."""


def list_columns() -> set[str]:
    """Give each column of texts that somebody typed: TEXT but for codes and days, and what is sealed."""
    found = list_text_columns(CODES)
    return {one for one in found if one not in NOT_TYPED and one.partition(".")[0] not in NOT_TYPED}
