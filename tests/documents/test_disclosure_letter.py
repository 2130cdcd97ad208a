"""The letter to the recipient of a disclosure: what is given, on which ground, for that purpose only."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from tests.documents.pdf import opened, squeezed, text_of
from tests.documents.people import EMPLOYEE, MADE_AT, entry
from tests.documents.recipients import HOUDER, disclosure
from wkc.documents.disclosure import as_pdf, build_model
from wkc.records.disclosure import Research
from wkc.records.disclosure_letter import DisclosureLetter
from wkc.records.dossier import Entry
from wkc.records.party import PartyProfile

NAME, ADDRESS = entry("geslachtsnaam", "Vos"), entry("adres", "Lindelaan 12 #strong[bis]")


def letter(*entries: tuple[Entry, str | None], named: str | None = None, **case: Any) -> DisclosureLetter:
    return DisclosureLetter(
        HOUDER, disclosure(**case), named, entries, MADE_AT, "G2026-0012", PartyProfile(), "Anna de Vos", "1968-03-14"
    )


def test_it_is_an_archive_for_everybody_in_dutch() -> None:
    with opened(as_pdf(letter((NAME, None)))) as document, document.open_metadata() as xmp:
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"], xmp["pdfuaid:part"]) == ("3", "A", "1")
        assert str(document.Root.Lang).lower() == "nl-nl"
        assert document.Root.MarkInfo.Marked


def test_it_says_how_the_houder_is_reached_as_far_as_that_is_set() -> None:
    office = replace(HOUDER, address="Kanaalkade 12, 1811 LP Alkmaar", contact="072 511 22 33")
    text = squeezed(text_of(as_pdf(replace(letter((NAME, None)), houder=office))))
    assert squeezed("Kanaalkade 12, 1811 LP Alkmaar") in text
    assert squeezed("072 511 22 33") in text


def test_it_says_who_gets_what_and_for_what_only() -> None:
    text = text_of(as_pdf(letter((NAME, None), (ADDRESS, None))))
    for part in (
        "Bakkerij Het Zuurdesem",
        "Ter attentie van mevrouw Kaya",
        "Vos",
        "Lindelaan 12 #strong[bis]",
        "dat volgt uit het doel van onze registratie",
        "Alleen voor de bemiddeling van deze persoon naar werk bij u",
        "Ons kenmerk G2026-0012",
        "om gegevens over Anna de Vos, geboren op 14 maart 1968. U vindt ze hieronder.",
        "de directie van de werkKRACHTcentrale, beheerder van de registratie",
    ):
        assert squeezed(part) in text, part


def test_the_address_on_file_is_in_the_window_and_the_role_says_who_answers_for_the_data() -> None:
    profile = PartyProfile("Postbus 12", "1800 AA", "Alkmaar", contact="de heer Smit", role="verantwoordelijk")
    text = squeezed(text_of(as_pdf(replace(letter((NAME, None)), profile=profile))))
    assert squeezed("Bakkerij Het Zuurdesem Ter attentie van mevrouw Kaya Postbus 12 1800 AA Alkmaar") in text
    assert squeezed("U bent voor deze gegevens de verwerkingsverantwoordelijke; wij hebben ze in uw opdracht.") in text


@pytest.mark.parametrize(
    ("role", "says"),
    [
        (None, "U bent er zelf voor verantwoordelijk dat niemand anders ze ziet."),
        ("zelfstandig", "Voor wat u met deze gegevens doet, bent u zelf de verwerkingsverantwoordelijke."),
        ("verwerker", "Wij blijven voor deze gegevens verantwoordelijk."),
    ],
)
def test_every_role_has_its_own_sentence(role: str | None, says: str) -> None:
    text = squeezed(text_of(as_pdf(replace(letter((NAME, None)), profile=PartyProfile(role=role)))))
    assert squeezed(says) in text


def test_it_names_no_dossier_number_and_nobody_of_the_office() -> None:
    text = text_of(as_pdf(letter((NAME, None))))
    assert "2026-0001" not in text
    assert squeezed(EMPLOYEE) not in text


def test_a_law_is_named_with_its_place() -> None:
    by_law = {"ground": "wettelijk_voorschrift", "law": "ww", "citation": "artikel 54"}
    said = build_model(letter((NAME, None), named="Werkloosheidswet", **by_law))
    assert said["grond"] == "de wet dat eist: Werkloosheidswet, artikel 54"
    assert said["gebruik"] == "wat deze wet u opdraagt"
    other = build_model(letter((NAME, None), ground="wettelijk_voorschrift", law="ander", citation="Rv 475g"))
    assert other["grond"] == "de wet dat eist: een wettelijk voorschrift, Rv 475g"


def test_a_decision_of_b_and_w_is_named() -> None:
    decided = Research(True, date(2026, 10, 20), "B&W 2026/118", date(2026, 10, 6))
    text = text_of(as_pdf(letter((NAME, None), ground="onderzoek", research=decided)))
    assert squeezed("Burgemeester en wethouders besloten hierover op 20 oktober 2026 (B&W 2026/118)") in text


@pytest.mark.parametrize(
    ("mark", "warning"), [("betwist", "betwist: wij zoeken nog uit"), ("beperkt", "beperkt: de persoon vroeg ons")]
)
def test_what_is_contested_or_restricted_goes_with_its_mark(mark: str, warning: str) -> None:
    assert squeezed(warning) in text_of(as_pdf(letter((NAME, mark))))


def test_the_consent_that_it_rests_on_can_be_withdrawn() -> None:
    assert squeezed("kan de toestemming altijd intrekken") in text_of(
        as_pdf(letter((NAME, None), ground="toestemming"))
    )
    assert squeezed("altijd intrekken") not in text_of(as_pdf(letter((NAME, None))))


def test_a_withheld_value_goes_into_no_letter() -> None:
    with pytest.raises(ValueError, match="withheld"):
        as_pdf(letter((replace(NAME, value=None), None)))


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert as_pdf(letter((NAME, None))) == as_pdf(letter((NAME, None)))
    assert build_model(letter((NAME, None)))["kenmerk"] == "G2026-0012"
