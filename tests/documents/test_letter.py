"""Letters on paper: an archive that everybody can read, whole whatever the name, with the days that matter."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.documents.pdf import opened, pages, squeezed, text_of
from wkc.documents import letter_words
from wkc.documents.letter import TEMPLATE, as_pdf
from wkc.records.audit import Head
from wkc.records.letter import (
    Addressee,
    Answered,
    ClientTold,
    Extended,
    IdentityAsked,
    LetterHead,
    LetterKind,
    Matter,
    Received,
    RecipientTold,
    RequestedEntry,
    Sender,
)
from wkc.records.request import RequestKind
from wkc.rules.requests import refusal, request, term
from wkc.rules.requests.late import judge_lateness

SENDER = Sender(
    "de werkKRACHTcentrale", "Alkmaar", "54663490", "Kanaalkade 12", "072 000 00 00", "Rechtbank Noord-Holland"
)
TO = Addressee("Suze van der Stapper", ("Lindelaan 12 bis", "1234 AB Alkmaar"))
ASKED = RequestedEntry("V2026-0003", "inzage", term.count_answer_term(date(2026, 11, 25)))
EXTENDED = RequestedEntry(
    "V2026-0004", "verwijdering", term.count_answer_term(date(2026, 3, 5), extended_on=date(2026, 4, 7))
)
SENT_IN_JUNE = term.count_appeal_term(date(2026, 6, 1))

LETTERS: dict[LetterKind, Matter] = {
    LetterKind.ONTVANGSTBEVESTIGING: Received(ASKED),
    LetterKind.IDENTITEIT_GEVRAAGD: IdentityAsked(ASKED),
    LetterKind.IDENTITEIT_HERINNERING: IdentityAsked(ASKED, date(2027, 1, 20)),
    LetterKind.VERLENGING: Extended(EXTENDED, ("complex",), "Wij lopen ook papier na."),
    LetterKind.TOEGEWEZEN: Answered(ASKED),
    LetterKind.DEELS_TOEGEWEZEN: Answered(ASKED, "rechten_van_anderen", "Over uw broer.", SENT_IN_JUNE),
    LetterKind.AFGEWEZEN: Answered(EXTENDED, "wettelijke_bewaarplicht", "De fiscus eist het.", SENT_IN_JUNE),
    LetterKind.GEEN_GEGEVENS: Answered(ASKED, appeal=SENT_IN_JUNE),
    LetterKind.KENNISGEVING: ClientTold(
        "Gemeente Veldbeek", "VB-11", date(2026, 11, 23), ("Naam", "Woonplaats"), date(2031, 11, 23)
    ),
    LetterKind.KENNISGEVING_ONTVANGER: RecipientTold(
        "Suze van der Stapper", date(2026, 6, 3), "verbeterd", ("Adres", "Postcode")
    ),
}


def head(kind: LetterKind) -> LetterHead:
    at = datetime(2026, 11, 25, 9, 15, tzinfo=UTC)
    return LetterHead(kind, "B2026-0012", date(2026, 11, 25), SENDER, TO, "2026-0001", Head(1234, bytes(range(32))), at)


def told(kind: LetterKind) -> str:
    return text_of(as_pdf(head(kind), LETTERS[kind]))


def test_each_kind_of_letter_has_its_template() -> None:
    assert set(TEMPLATE) == set(LETTERS) == set(LetterKind)


@pytest.mark.parametrize("kind", LETTERS)
def test_each_letter_is_an_archive_for_everybody(kind: LetterKind) -> None:
    pdf = as_pdf(head(kind), LETTERS[kind])
    with opened(pdf) as document, document.open_metadata() as xmp:
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("3", "A")
        assert xmp["pdfuaid:part"] == "1"
        assert xmp["dc:title"].endswith("B2026-0012")
        assert xmp["dc:creator"] == ["de werkKRACHTcentrale"]
        assert document.Root.MarkInfo.Marked
        assert document.Root.StructTreeRoot.K
        assert str(document.Root.Lang).lower() == "nl-nl"
    assert as_pdf(head(kind), LETTERS[kind]) == pdf


@pytest.mark.parametrize("kind", LETTERS)
def test_each_letter_says_who_writes_to_whom_under_which_numbers(kind: LetterKind) -> None:
    read = pages(as_pdf(head(kind), LETTERS[kind]))
    for said in (
        "de werkKRACHTcentrale", "Kanaalkade 12", "Alkmaar", "072 000 00 00", "KvK 54663490", "Suze van der Stapper",
        "Lindelaan 12 bis", "1234 AB Alkmaar", "25 november 2026", "B2026-0012", "2026-0001",
    ):  # fmt: skip
        assert squeezed(said) in read[0].text
    assert all("logboekregel1234" in page.artifact for page in read)
    assert all("000102030405060708" in page.artifact for page in read)
    assert len(read) <= 2


def test_a_receipt_counts_the_days_and_names_both_last_ones() -> None:
    text = told(LetterKind.ONTVANGSTBEVESTIGING)
    assert squeezed("Uiterlijk op 25 december 2026.") in text
    assert squeezed("de laatste dag 28 december 2026.") in text
    assert squeezed("26 december 2026 dat is tweede kerstdag: de wet schuift door") in text
    assert squeezed("28 december 2026 de eerste werkdag daarna: de laatste dag volgens de wet") in text


def test_a_reminder_names_the_last_day_and_the_first_letter_does_not() -> None:
    assert squeezed("Doe het voor 20 januari 2027") not in told(LetterKind.IDENTITEIT_HERINNERING)
    assert squeezed("Doe het uiterlijk 20 januari 2027") in told(LetterKind.IDENTITEIT_HERINNERING)
    assert "2027" not in told(LetterKind.IDENTITEIT_GEVRAAGD)


def test_no_letter_that_asks_for_identity_asks_for_a_copy_of_it() -> None:
    for kind in (LetterKind.IDENTITEIT_GEVRAAGD, LetterKind.IDENTITEIT_HERINNERING):
        assert squeezed("Wij maken geen kopie.") in told(kind)


def test_an_extension_says_why_until_when_and_what_the_regulation_says() -> None:
    text = told(LetterKind.VERLENGING)
    for said in ("Het is ingewikkeld", "Wij lopen ook papier na.", "Uiterlijk op 5 juni 2026", "is 5 april 2026 de"):
        assert squeezed(said) in text


REFUSING = (LetterKind.AFGEWEZEN, LetterKind.DEELS_TOEGEWEZEN, LetterKind.GEEN_GEGEVENS)


@pytest.mark.parametrize("kind", REFUSING)
def test_a_refusal_says_where_to_go_and_until_when(kind: LetterKind) -> None:
    text = told(kind)
    for said in (
        "binnen zes weken na ontvangst; ontving u deze brief op 1 juni 2026, dan uiterlijk 13 juli 2026",
        "twee maanden uiterlijk 1 augustus 2026",
        "Autoriteit Persoonsgegevens",
        "bemiddelen",
        "de rechtbank van de plaats waar u woont, of aan de Rechtbank Noord-Holland",
        "U hebt geen advocaat nodig",
        "Artikel 13 van ons reglement noemt ook een andere rechtbank, die in Amsterdam",
    ):
        assert squeezed(said) in text


def test_a_refusal_gives_its_reasons_in_the_law_s_words_and_in_ours() -> None:
    text = told(LetterKind.AFGEWEZEN)
    assert squeezed("Een wet verplicht ons dit te bewaren (AVG artikel 17).") in text
    assert squeezed("De fiscus eist het.") in text


def test_a_letter_that_grants_names_no_court() -> None:
    assert "rechtbank" not in told(LetterKind.TOEGEWEZEN)


DECIDED = (LetterKind.TOEGEWEZEN, *REFUSING)


@pytest.mark.parametrize("kind", DECIDED)
def test_an_answer_after_both_terms_owns_up_and_names_the_court_for_silence(kind: LetterKind) -> None:
    matter = LETTERS[kind]
    assert isinstance(matter, Answered)
    overdue = judge_lateness(term.count_answer_term(date(2026, 11, 2)), date(2026, 12, 10))
    text = text_of(as_pdf(head(kind), replace(matter, late=overdue)))
    for said in (
        "Ons antwoord komt te laat",
        "U had uiterlijk op 2 december 2026 antwoord moeten krijgen.",
        "8 dagen later. Dat spijt ons.",
        "de rechtbank van de plaats waar u woont, of aan de Rechtbank Noord-Holland",
        "De wet noemt daarvoor geen laatste dag",
        "tot en met 2 februari 2027",
    ):
        assert squeezed(said) in text
    assert squeezed("komt te laat") not in told(kind)


def test_an_answer_that_is_late_by_the_regulation_alone_says_that_the_law_was_kept() -> None:
    overdue = judge_lateness(term.count_answer_term(date(2026, 11, 25)), date(2026, 12, 28))
    text = text_of(as_pdf(head(LetterKind.TOEGEWEZEN), Answered(ASKED, late=overdue)))
    assert squeezed("Ons antwoord komt later dan ons reglement zegt") in text
    assert squeezed("gaf ons tijd tot en met 28 december 2026. Die termijn hebben wij gehaald.") in text
    assert squeezed("te laat is, mag u naar de rechter") in text


def test_a_notice_tells_what_avg_14_asks() -> None:
    text = told(LetterKind.KENNISGEVING)
    for said in (
        "van Gemeente Veldbeek", "VB-11", "nummer 54663490", "AVG artikel 6", "Naam", "Woonplaats",
        "Wie krijgt uw gegevens?", "buiten de Europese Unie", "23 november 2031", "Verwijdering", "Bezwaar",
        "Toestemming intrekken", "Autoriteit Persoonsgegevens", "Geen computer neemt een besluit over u.",
    ):  # fmt: skip
        assert squeezed(said) in text


def test_a_recipient_reads_which_fields_and_whose() -> None:
    text = told(LetterKind.KENNISGEVING_ONTVANGER)
    for said in (
        "Geachte heer of mevrouw,",
        "Op 3 juni 2026",
        "Suze van der Stapper",
        "Adres",
        "Postcode",
        "verbeterd",
    ):
        assert squeezed(said) in text


def test_who_asks_for_another_is_told_whose_data_it_is_about() -> None:
    matter = Received(replace(ASKED, on_behalf_of="Suze van der Stapper"))
    text = text_of(as_pdf(replace(head(LetterKind.ONTVANGSTBEVESTIGING), to=Addressee("J. Bewind")), matter))
    assert squeezed("Geachte J. Bewind,") in text
    assert squeezed("U vroeg dit namens Suze van der Stapper.") in text


def test_without_a_name_or_an_address_the_letter_is_still_one() -> None:
    bare = replace(SENDER, address=None, contact=None)
    of = replace(head(LetterKind.GEEN_GEGEVENS), sender=bare, to=Addressee(None), dossier=None)
    text = text_of(as_pdf(of, LETTERS[LetterKind.GEEN_GEGEVENS]))
    assert squeezed("Geachte heer of mevrouw,") in text
    assert squeezed("Neem dan contact met ons op en noem ons kenmerk B2026-0012.") in text
    assert "None" not in text
    assert "none" not in text


NAMES = [
    "T.Śar ŃĆ ĹāÑ ŤÙmön ĊéŴÀŅŇĩ Ļl'ÁÚŘŠĎÉ ĽÒÓĢÛŨ",
    ".",
    "Ab" * 98,
    " ".join(["Bärenstein"] * 18),
    "#strong[x] @a $b$",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_prints_whole_however_odd_or_long(name: str) -> None:
    of = replace(head(LetterKind.AFGEWEZEN), to=Addressee(name, (name, name)))
    read = pages(as_pdf(of, LETTERS[LetterKind.AFGEWEZEN]))
    assert sum(page.text.count(squeezed(name)) for page in read) >= 4
    assert not any("[U+" in page.text for page in read)


def test_a_character_that_no_font_shows_prints_as_its_code_point() -> None:
    of = replace(head(LetterKind.TOEGEWEZEN), to=Addressee("Ann 😀"))
    assert "Ann[U+1F600]" in text_of(as_pdf(of, LETTERS[LetterKind.TOEGEWEZEN]))


def test_long_reasons_run_on_and_stay_whole() -> None:
    reasons = "\n".join(f"Reden {number}." for number in range(120))
    matter = Answered(ASKED, "uavg_41", reasons, SENT_IN_JUNE)
    read = pages(as_pdf(head(LetterKind.AFGEWEZEN), matter))
    assert len(read) > 2
    assert "Reden119." in "".join(page.text for page in read)


def test_every_code_that_a_letter_can_meet_has_its_words() -> None:
    assert set(letter_words.REQUESTS) == set(RequestKind)
    assert set(letter_words.REFUSALS) == set(refusal.REFUSALS)
    assert set(letter_words.EXTENSIONS) == set(request.EXTENSIONS)


DAYS = st.dates(date(2012, 2, 21), date(2100, 12, 31))


@given(received=DAYS, asked=st.integers(0, 40), got=st.integers(0, 40), extended=st.integers(0, 40))
def test_every_step_of_a_term_has_its_words(received: date, asked: int, got: int, extended: int) -> None:
    asked_on = received + timedelta(days=asked)
    counted = term.count_answer_term(
        received, asked_on, asked_on + timedelta(days=got), received + timedelta(days=extended)
    )
    assert {step.code for step in counted.steps} <= set(letter_words.STEPS)
