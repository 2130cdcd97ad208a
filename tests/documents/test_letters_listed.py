"""The letters in the copy: each that was written about a person, and a notice that was given without one."""

import json
from datetime import UTC, date, datetime
from uuid import UUID

from msgspec.structs import replace

from tests.documents.pdf import squeezed, text_of
from tests.documents.people import CATEGORIES, EMPLOYEE, handed_out, inzage
from wkc.documents.copy.inzage import as_pdf, copy_of
from wkc.documents.letter_words import KINDS
from wkc.documents.part import as_json
from wkc.records.letter import Letter, LetterKind

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def letter(number: str, kind: LetterKind, request: str | None, sent_on: date | None) -> Letter:
    return Letter(1, UUID(int=1), number, kind, "2026-0001", request, "00" * 32, sent_on, AT, EMPLOYEE)


TOLD = letter("B2026-0001", LetterKind.KENNISGEVING, None, date(2026, 11, 23))
REFUSED = letter("B2026-0007", LetterKind.AFGEWEZEN, "V2026-0003", None)


def test_each_letter_is_listed_with_its_day_and_its_request() -> None:
    copy = json.loads(as_json(copy_of(replace(inzage(), letters=(TOLD, REFUSED)), CATEGORIES)))
    assert copy["brieven"] == [
        {
            "nummer": "B2026-0001",
            "soort": {"code": "kennisgeving", "omschrijving": "dat wij gegevens over u hebben"},
            "verzondenOp": "2026-11-23",
            "verzoek": None,
            "tekstVerwijderdOp": None,
        },
        {
            "nummer": "B2026-0007",
            "soort": {"code": "afgewezen", "omschrijving": "ons besluit: nee"},
            "verzondenOp": None,
            "verzoek": "V2026-0003",
            "tekstVerwijderdOp": None,
        },
    ]
    assert EMPLOYEE not in json.dumps(copy)


def test_a_notice_without_a_letter_stands_there_with_its_day() -> None:
    copy = json.loads(as_json(copy_of(replace(inzage(), notified_on=date(2024, 3, 1)), CATEGORIES)))
    assert [(one["nummer"], one["soort"]["code"], one["verzondenOp"]) for one in copy["brieven"]] == [
        (None, "kennisgeving", "2024-03-01")
    ]


def test_they_stand_on_paper_too() -> None:
    text = text_of(as_pdf(copy_of(handed_out(replace(inzage(), letters=(TOLD, REFUSED))), CATEGORIES)))
    assert squeezed("B2026-0001 23 november 2026 dat wij gegevens over u hebben") in text
    assert squeezed("B2026-0007 nog niet ons besluit: nee, bij verzoek V2026-0003") in text


def test_every_kind_of_letter_has_its_words() -> None:
    assert set(KINDS) == set(LetterKind)


def test_a_letter_whose_text_was_removed_says_so() -> None:
    gone = replace(TOLD, removed_on=date(2026, 12, 1))
    copy = copy_of(handed_out(replace(inzage(), letters=(gone,))), CATEGORIES)
    assert json.loads(as_json(copy))["brieven"][0]["tekstVerwijderdOp"] == "2026-12-01"
    said = squeezed("de tekst is op 1 december 2026 verwijderd (artikel 12), alleen deze regel is er nog")
    assert said in text_of(as_pdf(copy))
