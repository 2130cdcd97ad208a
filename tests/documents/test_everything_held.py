"""AVG 15: the copy has a place for every part of a dossier that a destruction takes away, or a reason why not."""

from msgspec.structs import fields

from wkc.documents.copy.model import Copy
from wkc.documents.destroyed_parts import DESTROYED

IN_THE_COPY = {
    "client": "persoon",
    "entry": "gegevens",
    "dissent": "gegevens",
    "assignment": "opdrachten",
    "contact": "contacten",
    "appointment": "afspraken",
    "document": "documenten",
    "document_chunk": "documenten",
    "report": "rapportages",
    "disclosure": "ontvangers",
    "disclosure_entry": "ontvangers",
    "disclosure_step": "ontvangers",
    "letter": "brieven",
    "notice": "brieven",
    "request": "verzoeken",
    "request_omission": "weggelaten",
    "objection": "verzoeken",
    "correction": "correcties",
    "correction_told": "correcties",
    "mistake": "vergissingen",
    "supplied": "aangeleverd",
    "mandate": "machtigingen",
    "consent": "toestemmingen",
    "release": "ontheffingen",
    "break_glass": "raadplegingen",
    "hold": "opschortingen",
    "announcement": "bewaring",
    "review": "over_anderen",
}
"""The part of the copy for each part of a dossier."""

BESIDES = {
    "name_key": "finds a name that the copy has",
    "name_word": "finds a name that the copy has",
    "search_key": "finds values that the copy has",
    "entry_gone": "places of values that are nowhere",
    "link": "leads to this dossier: nothing of the person",
    "linked_row": "leads to this dossier: nothing of the person",
    "linked_end": "leads to this dossier: nothing of the person",
    "two_people": "says that somebody else is somebody else",
    "request_search": "counts, by which kinds of key",
    "form": "a printed form says what the dossier says; a signed one is a document",
    "breach_person": "the person hears of a breach by a letter of its own (AVG 34)",
    "death": "no copy goes to the dead",
    "relisted": "waits for the beheerder, for a day at most five years after an erasure",
}
"""The parts without a place in the copy, and why."""


def test_each_part_of_a_dossier_is_in_the_copy_or_says_why_not() -> None:
    assert IN_THE_COPY.keys() & BESIDES.keys() == set()
    assert IN_THE_COPY.keys() | BESIDES.keys() == DESTROYED.keys()
    assert set(IN_THE_COPY.values()) <= {field.name for field in fields(Copy)}
