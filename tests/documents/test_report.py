"""The report to an opdrachtgever: an archive that everybody can read, whole whatever the name, and no value more."""

import json
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import jsonschema
import pytest
from msgspec.structs import replace

from tests.documents.pdf import opened, pages, squeezed, text_of
from tests.documents.people import EMPLOYEE, GEMEENTE, MADE_AT, entry
from tests.documents.recipients import HOUDER
from tests.procedures.people import LONG
from wkc.documents.part import as_json
from wkc.documents.report import SCHEMA, as_pdf, build_report, schema
from wkc.records.dossier import Assignment, Contact, Provenance
from wkc.records.party import PartyProfile
from wkc.records.report import Report, ReportKind, ReportPaper

ASSIGNMENT = Assignment(UUID(int=5), GEMEENTE, "VB-11", date(2026, 3, 2), None, MADE_AT, EMPLOYEE)
REPORT = Report(
    ASSIGNMENT, date(2026, 9, 1), date(2026, 11, 23), ReportKind.VOORTGANG, "brief", "doel", None, None, False,
    "Elke week een uur sollicitatietraining.", "Het gaat goed.\nZij zoekt zelf verder.", id=1, uuid=UUID(int=6),
    has_words=True, recorded_at=MADE_AT, recorded_by=EMPLOYEE, disclosure=None,
)  # fmt: skip
OWN = Provenance("geregistreerde", None, None, date(2026, 10, 5))


def contact(number: int, on: str, kind: str) -> Contact:
    return Contact(number, UUID(int=number), date.fromisoformat(on), kind, False, False, None, MADE_AT, EMPLOYEE)


PAPER = ReportPaper(
    HOUDER,
    GEMEENTE,
    PartyProfile("Postbus 53", "1800 BC", "Veldbeek", contact="mevrouw De Wit", kenmerk="LEV-118", role="zelfstandig"),
    "Suze van der Stapper",
    REPORT,
    (contact(1, "2026-09-14", "gesprek"), contact(2, "2026-10-12", "niet_verschenen")),
    ((entry("activiteit", "Sollicitatietraining #strong[groep]", OWN), None),),
    "G2026-0012",
    None,
    MADE_AT,
)


def paper(**other: Any) -> ReportPaper:
    return replace(PAPER, **other)


def text(of: ReportPaper) -> str:
    return squeezed(text_of(as_pdf(build_report(of))))


def test_it_is_an_archive_for_everybody_in_dutch_with_its_json_attached() -> None:
    report = build_report(PAPER)
    with opened(as_pdf(report)) as document, document.open_metadata() as xmp:
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"], xmp["pdfuaid:part"]) == ("3", "A", "1")
        assert str(document.Root.Lang).lower() == "nl-nl"
        (attached,) = document.attachments.values()
        assert attached.get_file().read_bytes() == as_json(report)


def test_it_has_the_assignment_the_period_the_contacts_and_the_own_words() -> None:
    found = text(PAPER)
    for part in (
        "Voortgangsrapportage",
        "Gemeente Veldbeek Ter attentie van mevrouw De Wit Postbus 53 1800 BC Veldbeek",
        "Ons kenmerk G2026-0012",
        "LEV-118",
        "Suze van der Stapper",
        "VB-11",
        "1 september 2026 tot en met 23 november 2026",
        "Wij spraken de cliënt 1 keer.",
        "De cliënt verscheen 1 keer niet op een afspraak.",
        "12 oktober 2026 niet verschenen op de afspraak",
        "5 oktober 2026 Activiteit Sollicitatietraining #strong[groep]",
        "Elke week een uur sollicitatietraining.",
        "Zij zoekt zelf verder.",
        "dat volgt uit het doel van onze registratie",
        "Voor wat u met deze gegevens doet, bent u zelf de verwerkingsverantwoordelijke.",
    ):
        assert squeezed(part) in found, part


def test_it_names_no_dossier_number_and_nobody_of_the_office() -> None:
    content = as_json(build_report(PAPER)).decode()
    assert "2026-0001" not in content
    assert EMPLOYEE not in content


def test_a_draft_says_on_every_page_that_it_goes_to_nobody() -> None:
    long = replace(REPORT, words="Het gaat goed.\n" * 120)
    for page in pages(as_pdf(build_report(paper(number=None, report=long)))):
        assert squeezed("concept, niet voor verstrekking") in page.artifact
    assert squeezed("concept, niet voor verstrekking") not in text(PAPER)


@pytest.mark.parametrize("name", [LONG, "Ćwierć-Œuvre d'Ør ŢŤŦ", "O" * 200, ".", None])
def test_a_report_without_activities_is_whole_whatever_the_name(name: str | None) -> None:
    found = text(paper(name=name, entries=(), contacts=(), report=replace(REPORT, agreed=None, words=None)))
    for part in (
        "Er was in deze periode geen contact met de cliënt.",
        "In deze periode zijn geen activiteiten of plaatsingen vastgelegd.",
        "Er zijn voor deze periode geen afspraken genoemd.",
        name or "niet genoemd",
    ):
        assert squeezed(part) in found, part


def test_an_end_report_says_so_and_when_the_assignment_ended() -> None:
    report = build_report(paper(report=replace(REPORT, kind=ReportKind.EIND)))
    assert (report.soort.omschrijving, report.opdracht.tot_en_met) == ("eindrapportage", date(2026, 11, 23))


def test_a_law_is_named_with_its_place() -> None:
    by_law = replace(REPORT, ground="wettelijk_voorschrift", law="ander", citation="Participatiewet art. 7")
    assert "een wettelijk voorschrift, Participatiewet art. 7" in build_report(paper(report=by_law)).grondslag


def test_a_withheld_value_goes_into_no_report() -> None:
    with pytest.raises(ValueError, match="withheld"):
        build_report(paper(entries=((entry("activiteit", None), None),)))


def test_the_schema_that_is_shipped_is_the_one_of_the_structs() -> None:
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == schema()


@pytest.mark.parametrize("of", [PAPER, paper(number=None, name=None, entries=(), contacts=())], ids=["sent", "draft"])
def test_a_report_is_valid_against_the_schema(of: ReportPaper) -> None:
    jsonschema.Draft202012Validator(schema()).validate(json.loads(as_json(build_report(of))))


def test_the_same_report_gives_the_same_bytes() -> None:
    at = datetime(2026, 11, 24, 9, 15, 30, tzinfo=UTC)
    assert as_pdf(build_report(paper(made_at=at))) == as_pdf(build_report(paper(made_at=at)))
