"""Letters on paper: an archive that everybody can read, whole whatever the name, with the days that matter."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from msgspec.structs import replace

from tests.documents.pdf import opened, pages, squeezed, text_of
from wkc.documents import letter_words
from wkc.documents.letter import TEMPLATE, as_pdf
from wkc.documents.paper import has_codes
from wkc.records import letter as record
from wkc.records.audit import Head
from wkc.records.letter import LetterHead, LetterKind, Matter, RequestAnswer
from wkc.records.objection import Objection
from wkc.records.request import RequestKind
from wkc.rules.requests import refusal, request, term
from wkc.rules.requests.late import REGULATED, judge_lateness

SENDER = record.Sender(
    "de werkKRACHTcentrale", "Alkmaar", "54663490", "Kanaalkade 12", "072 000 00 00", "Rechtbank Noord-Holland"
)
TO = record.Addressee("Suze van der Stapper", ("Lindelaan 12 bis", "1234 AB Alkmaar"))
ASKED = record.RequestInLetter("V2026-0003", "inzage", term.count_answer_term(date(2026, 11, 25)))
EXTENDED = record.RequestInLetter(
    "V2026-0004", "verwijdering", term.count_answer_term(date(2026, 3, 5), extended_on=date(2026, 4, 7))
)
SENT_IN_JUNE = term.count_appeal_term(date(2026, 6, 1))

LETTERS: dict[LetterKind, Matter] = {
    LetterKind.ONTVANGSTBEVESTIGING: record.RequestReceipt(ASKED),
    LetterKind.IDENTITEIT_GEVRAAGD: record.IdentityQuestion(ASKED),
    LetterKind.IDENTITEIT_HERINNERING: record.IdentityQuestion(ASKED, date(2027, 1, 20)),
    LetterKind.VERLENGING: record.ExtensionNotice(EXTENDED, ("complex",), "Wij lopen ook papier na."),
    LetterKind.TOEGEWEZEN: RequestAnswer(ASKED),
    LetterKind.DEELS_TOEGEWEZEN: RequestAnswer(ASKED, "rechten_van_anderen", "Over uw broer.", SENT_IN_JUNE),
    LetterKind.AFGEWEZEN: RequestAnswer(EXTENDED, "wettelijke_bewaarplicht", "De fiscus eist het.", SENT_IN_JUNE),
    LetterKind.GEEN_GEGEVENS: RequestAnswer(ASKED, appeal=SENT_IN_JUNE),
    LetterKind.KENNISGEVING: record.ClientNotice(
        "Gemeente Veldbeek", "VB-11", date(2026, 11, 23), ("Naam", "Woonplaats"), date(2031, 11, 23)
    ),
    LetterKind.KENNISGEVING_INTAKE: record.IntakeNotice("Gemeente Veldbeek", date(2031, 11, 23)),
    LetterKind.KENNISGEVING_ONTVANGER: record.RecipientNotice(
        "Suze van der Stapper", date(2026, 6, 3), "verbeterd", ("Adres", "Postcode")
    ),
    LetterKind.DATALEK: record.BreachNotice(
        "D2026-0001",
        date(2026, 11, 23),
        "Uit een auto is een laptop gestolen waarop uw dossier stond.",
        ("Naam", "Gezondheid"),
        "Iemand kan uw gegevens lezen en zich als u voordoen.",
        "De laptop is op afstand gewist.",
        "Let op berichten die van ons lijken te komen.",
        "F. Officier",
        "fg@example.org",
    ),
    LetterKind.DATALEK_OPDRACHTGEVER: record.BreachReport(
        "D2026-0001",
        datetime(2026, 11, 23, 7, 10, tzinfo=UTC),
        datetime(2026, 11, 23, 6, 55, tzinfo=UTC),
        None,
        "Uit een auto is een laptop gestolen.",
        12,
        ("Naam", "Gezondheid"),
        "Iemand kan de gegevens lezen.",
        "De laptop is op afstand gewist.",
        24,
        to_ap=True,
        to_persons=None,
    ),
}


NOTICES = (LetterKind.KENNISGEVING, LetterKind.KENNISGEVING_INTAKE)
TO_PARTIES = (LetterKind.KENNISGEVING_ONTVANGER, LetterKind.DATALEK_OPDRACHTGEVER)


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
        "Lindelaan 12 bis", "1234 AB Alkmaar", "25 november 2026", "B2026-0012",
    ):  # fmt: skip
        assert squeezed(said) in read[0].text
    assert (squeezed("Dossier 2026-0001") in read[0].text) == (kind not in TO_PARTIES)
    assert all("OnskenmerkB2026-0012·controle1234-00010203" in page.artifact for page in read)
    assert len(read) == (2 if kind in NOTICES else 1)


def test_a_receipt_names_one_last_day_and_leaves_the_counting_to_the_file() -> None:
    text = told(LetterKind.ONTVANGSTBEVESTIGING)
    assert squeezed("Wij hebben uw verzoek ontvangen om inzage in uw gegevens") in text
    assert squeezed("Uiterlijk op 25 december 2026. Dat is een maand nadat wij uw verzoek kregen") in text
    assert text.count(squeezed("december 2026")) == 1
    assert "kerstdag" not in text
    assert squeezed("Hebben wij meer tijd nodig, dan krijgt u daarover vóór die dag een brief.") in text


def test_a_request_that_was_asked_again_is_named_after_the_first() -> None:
    twice = replace(ASKED, joined=(("V2026-0009", date(2026, 11, 27)), ("V2026-0011", date(2026, 12, 1))))
    text = text_of(as_pdf(head(LetterKind.TOEGEWEZEN), RequestAnswer(twice)))
    assert squeezed(
        "kregen wij uw verzoek om inzage in uw gegevens. Op 27 november 2026 (V2026-0009) en op 1 december 2026 "
        "(V2026-0011) vroeg u ons hetzelfde nog een keer."
    ) in text  # fmt: skip


def test_a_reminder_names_the_last_day_and_the_first_letter_does_not() -> None:
    assert squeezed("Doe het voor 20 januari 2027") not in told(LetterKind.IDENTITEIT_HERINNERING)
    assert squeezed("Doe het uiterlijk 20 januari 2027") in told(LetterKind.IDENTITEIT_HERINNERING)
    assert "2027" not in told(LetterKind.IDENTITEIT_GEVRAAGD)


def test_no_letter_that_asks_for_identity_asks_for_a_copy_of_it() -> None:
    for kind in (LetterKind.IDENTITEIT_GEVRAAGD, LetterKind.IDENTITEIT_HERINNERING):
        assert squeezed("Wij maken geen kopie.") in told(kind)


def test_an_extension_says_why_until_when_and_what_the_regulation_says() -> None:
    text = told(LetterKind.VERLENGING)
    for said in (
        "Het is ingewikkeld", "Wij lopen ook papier na.", "Uiterlijk op 5 juni 2026", "kent deze langere",
        "dan kunt u een verzoekschrift sturen aan de rechtbank van de plaats waar u woont, of aan de Rechtbank",
    ):  # fmt: skip
        assert squeezed(said) in text
    assert squeezed("april 2026") not in text


REFUSING = (LetterKind.AFGEWEZEN, LetterKind.DEELS_TOEGEWEZEN, LetterKind.GEEN_GEGEVENS)


@pytest.mark.parametrize("kind", REFUSING)
def test_a_refusal_says_where_to_go_and_until_when(kind: LetterKind) -> None:
    text = told(kind)
    for said in (
        "binnen zes weken na ontvangst; ontving u deze brief op 1 juni 2026, dan uiterlijk 13 juli 2026",
        "Autoriteit Persoonsgegevens",
        "bemiddelen",
        "de rechtbank van de plaats waar u woont, of aan de Rechtbank Noord-Holland",
        "U hebt geen advocaat nodig. De rechtbank kost wel geld: het griffierecht.",
        "Ons reglement (artikel 13) noemt Amsterdam en twee maanden. Dat is verouderd. Houd u aan de zes weken.",
    ):
        assert squeezed(said) in text
    assert squeezed("augustus 2026") not in text


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
    assert isinstance(matter, RequestAnswer)
    overdue = judge_lateness(term.count_answer_term(date(2026, 11, 2)), date(2026, 12, 10))
    text = text_of(as_pdf(head(kind), replace(matter, late=overdue)))
    for said in (
        "Ons antwoord komt te laat",
        "U had uiterlijk op 2 december 2026 antwoord moeten krijgen.",
        "8 dagen later. Dat spijt ons.",
        "Dat heeft alleen zin als u het niet eens bent met ons antwoord.",
        "de rechtbank van de plaats waar u woont, of aan de Rechtbank Noord-Holland",
        "De wet noemt daarvoor geen laatste dag",
        "tot en met 2 februari 2027",
    ):
        assert squeezed(said) in text
    assert (squeezed("doe het dan toch binnen de zes weken") in text) == (kind in REFUSING)
    assert squeezed("komt te laat") not in told(kind)


def test_a_copy_comes_with_the_answer_or_by_the_last_day_for_it() -> None:
    overdue = judge_lateness(ASKED.term, date(2026, 12, 28))
    late = text_of(as_pdf(head(LetterKind.TOEGEWEZEN), RequestAnswer(ASKED, late=overdue)))
    assert squeezed("U krijgt het bij deze brief.") in late
    assert squeezed("U krijgt het bij deze brief, of uiterlijk op 25 december 2026.") in told(LetterKind.TOEGEWEZEN)


def test_an_answer_that_is_late_by_the_regulation_alone_says_that_the_law_was_kept() -> None:
    overdue = judge_lateness(term.count_answer_term(date(2026, 11, 25)), date(2026, 12, 28))
    text = text_of(as_pdf(head(LetterKind.TOEGEWEZEN), RequestAnswer(ASKED, late=overdue)))
    assert squeezed("Ons antwoord komt later dan ons reglement zegt") in text
    assert squeezed("gaf ons tijd tot en met 28 december 2026. Die termijn hebben wij gehaald.") in text
    assert squeezed("tot en met 25 februari 2027. Dat artikel is ouder dan de wet van nu.") in text
    assert squeezed("mag u naar de rechter") not in text


LAW_ALONE = ("beperking", "bezwaar", "overdracht")


@pytest.mark.parametrize(
    ("kind", "rule"),
    [
        ("afschrift", "zo staat het in artikel 11 van ons privacyreglement."),
        ("verbetering", "zo staat het in artikel 12 van ons privacyreglement."),
        *((kind, "zo staat het in de wet (AVG artikel 12).") for kind in LAW_ALONE),
    ],
)
def test_a_receipt_names_the_rule_that_sets_its_term(kind: str, rule: str) -> None:
    matter = record.RequestReceipt(replace(ASKED, kind=kind))
    assert squeezed(rule) in text_of(as_pdf(head(LetterKind.ONTVANGSTBEVESTIGING), matter))


def test_no_letter_on_a_right_of_the_law_alone_rests_on_the_regulation() -> None:
    assert set(LAW_ALONE) == set(RequestKind) - set(letter_words.ARTICLES) == set(RequestKind) - REGULATED
    asked = replace(ASKED, kind="bezwaar")
    overdue = judge_lateness(asked.term, date(2026, 12, 30), RequestKind.BEZWAAR)
    matter = RequestAnswer(asked, "dwingende_gronden", "Toelichting.", SENT_IN_JUNE, overdue)
    text = text_of(as_pdf(head(LetterKind.AFGEWEZEN), matter))
    assert squeezed("U had uiterlijk op 28 december 2026 antwoord moeten krijgen. Dat staat in de wet") in text
    assert squeezed("De wet noemt daarvoor geen laatste dag") in text
    assert "reglement" not in text
    for other, said in (
        (LetterKind.IDENTITEIT_GEVRAAGD, record.IdentityQuestion(asked)),
        (LetterKind.VERLENGING, record.ExtensionNotice(asked, ("complex",), None)),
    ):
        assert "reglement" not in text_of(as_pdf(head(other), said)), other


def test_a_notice_tells_what_avg_14_asks() -> None:
    text = told(LetterKind.KENNISGEVING)
    for said in (
        "van Gemeente Veldbeek", "VB-11", "nummer 54663490", "AVG artikel 6", "Naam", "Woonplaats",
        "Wie krijgt uw gegevens?", "buiten de Europese Unie", "23 november 2031", "Verwijdering", "Bezwaar",
        "Toestemming intrekken", "Autoriteit Persoonsgegevens", "Geen computer neemt een besluit over u.",
    ):  # fmt: skip
        assert squeezed(said) in text


def noticed(kind: LetterKind, **facts: Any) -> str:
    matter = LETTERS[kind]
    assert isinstance(matter, record.ClientNotice | record.IntakeNotice)
    return text_of(as_pdf(head(kind), replace(matter, facts=record.NoticeFacts(**facts))))


def test_the_text_for_an_intake_tells_what_avg_13_asks() -> None:
    text = told(LetterKind.KENNISGEVING_INTAKE)
    for said in (
        "Wij begeleiden u voor Gemeente Veldbeek", "nummer 54663490", "AVG artikel 6", "niet verplicht ons iets te",
        "Wie krijgt het?", "buiten de Europese Unie", "23 november 2031", "Verwijdering", "Toestemming intrekken",
        "Autoriteit Persoonsgegevens", "Geen computer neemt een besluit over u.",
    ):  # fmt: skip
        assert squeezed(said) in text


@pytest.mark.parametrize("kind", NOTICES)
def test_a_notice_tells_the_right_to_object_apart_from_the_others(kind: LetterKind) -> None:
    text = told(kind)
    assert squeezed("Bezwaar maken") in text
    assert text.index(squeezed("Bezwaar maken")) < text.index(squeezed("Wat zijn uw andere rechten?"))


@pytest.mark.parametrize("kind", NOTICES)
@pytest.mark.parametrize(
    ("basis", "said", "unsaid"),
    [
        ("avg_6_1_c", "Gemeente Veldbeek moet u volgens de wet helpen naar werk", "onder e"),
        (
            "avg_6_1_c",
            "omdat een wet dat eist, dan kunt u daartegen geen bezwaar maken",
            "tegen wat wij met uw gegevens",
        ),
        ("avg_6_1_e", "Gemeente Veldbeek heeft de publieke taak", "onder c"),
        ("avg_6_1_e", "situatie bezwaar maken tegen wat wij met uw gegevens doen", "daartegen geen bezwaar"),
    ],
)
def test_a_notice_gives_the_basis_of_the_opdrachtgever(kind: LetterKind, basis: str, said: str, unsaid: str) -> None:
    text = noticed(kind, basis=basis)
    assert squeezed(said) in text
    assert squeezed(unsaid) not in text


@pytest.mark.parametrize("kind", NOTICES)
def test_a_notice_names_every_kind_of_recipient_and_what_stays_past_the_term(kind: LetterKind) -> None:
    text = noticed(kind, backup_days=35)
    for said in (
        "aan Gemeente Veldbeek, die ons vroeg u te begeleiden", "hulp bij schulden", "onderzoek of statistiek",
        "dringende reden", "Een bedrijf dat voor ons werkt", "Daarna vernietigen wij ze.",
        "voor een zaak bij de rechter", "In reservekopieën staan ze daarna nog 35 dagen.",
    ):  # fmt: skip
        assert squeezed(said) in text
    assert squeezed("uw opdrachtgever") not in text
    assert squeezed("In reservekopieën") not in told(kind)


@pytest.mark.parametrize("kind", NOTICES)
def test_a_notice_says_where_an_opdrachtgever_that_answers_for_the_data_is_reached(kind: LetterKind) -> None:
    matter = LETTERS[kind]
    assert isinstance(matter, record.ClientNotice | record.IntakeNotice)
    facts = record.NoticeFacts(reached_at=("Postbus 53", "1800 BC Alkmaar"))
    says = squeezed("U bereikt Gemeente Veldbeek op: Postbus 53, 1800 BC Alkmaar.")
    for role, is_said in (("verantwoordelijk", True), ("zelfstandig", False), (None, False)):
        assert (says in text_of(as_pdf(head(kind), replace(matter, role=role, facts=facts)))) == is_said


@pytest.mark.parametrize("kind", NOTICES)
def test_a_notice_names_the_officer_and_the_facts_that_the_office_set(kind: LetterKind) -> None:
    facts = {"officer": "F. Gerritsen", "officer_contact": "fg@example.nl", "abroad": "Onze back-up staat in IJsland."}
    text = noticed(kind, **facts)
    said = "Onze functionaris voor gegevensbescherming is F. Gerritsen, te bereiken via fg@example.nl."
    assert squeezed(said) in text
    assert squeezed("Onze back-up staat in IJsland.") in text
    assert squeezed("buiten de Europese Unie") not in text
    assert "functionaris" not in told(kind)


KINDS = (
    *("Naam", "Adres en bereikbaarheid", "Woonplaats", "Geslacht", "Geboortedatum", "Burgerlijke staat"),
    *("Nationaliteit", "Scholing, opleiding en werkervaring", "Bankrekening", "Burgerservicenummer"),
    *("Identiteitsbewijs", "Gezondheid en inzetbaarheid"),
)


@pytest.mark.parametrize("role", ["verantwoordelijk", "zelfstandig", None])
def test_a_notice_is_one_sheet_of_paper_that_turns_between_two_parts(role: str | None) -> None:
    matter = LETTERS[LetterKind.KENNISGEVING]
    assert isinstance(matter, record.ClientNotice)
    facts = record.NoticeFacts(
        officer="F. Gerritsen", officer_contact="fg@example.nl", backup_days=35, reached_at=("Postbus 53", "Alkmaar")
    )
    signed = replace(SENDER, signer="A. de Boer", function="directeur")
    paper = as_pdf(
        replace(head(LetterKind.KENNISGEVING), sender=signed),
        replace(matter, categories=KINDS, role=role, facts=facts),
    )
    front, back = (page.text for page in pages(paper))
    assert squeezed("Welke gegevens hebben wij?") in front
    body = back.removeprefix(squeezed("Wij hebben gegevens over u B2026-0012"))
    assert body.startswith((squeezed("Wie krijgt uw gegevens?"), squeezed("Een bedrijf dat voor ons werkt")))
    assert squeezed("Met vriendelijke groet") in back


def test_who_is_on_file_is_offered_lighter_means_than_a_passport() -> None:
    of_a_client = record.IdentityQuestion(ASKED, means=("bekend", "controlevragen", "beeldbellen", "getoond"))
    text = text_of(as_pdf(head(LetterKind.IDENTITEIT_GEVRAAGD), of_a_client))
    assert text.index(squeezed("Wij stellen u dan een paar vragen")) < text.index("paspoort")
    assert squeezed("Wij kennen u nog niet.") in told(LetterKind.IDENTITEIT_GEVRAAGD)


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


CORRECTION = replace(ASKED, kind="verbetering")
PARTLY = RequestAnswer(
    CORRECTION,
    "gegeven_is_juist",
    "De BRP noemt 30 juli 1990.",
    SENT_IN_JUNE,
    granted=("Adres", "Postcode"),
    withheld=("Geboortedatum",),
)


@pytest.mark.parametrize(
    ("whose", "said"),
    [
        (None, "gezocht op uw naam (ook als naam van vroeger), uw geboortedatum en uw e-mailadres."),
        (
            "Suze van der Stapper",
            "gezocht op de naam die u noemde (ook als naam van vroeger), de geboortedatum en het e-mailadres.",
        ),
    ],
)
def test_who_is_not_on_file_reads_by_what_was_searched(whose: str | None, said: str) -> None:
    asked = replace(ASKED, on_behalf_of=whose)
    matter = RequestAnswer(asked, appeal=SENT_IN_JUNE, sought=("naam", "geboortedatum", "e_mail"))
    assert squeezed(said) in text_of(as_pdf(head(LetterKind.GEEN_GEGEVENS), matter))


def test_a_decision_in_part_names_each_field_that_it_grants_and_that_it_does_not() -> None:
    text = text_of(as_pdf(head(LetterKind.DEELS_TOEGEWEZEN), PARTLY))
    yes, no = text.index(squeezed("Wij zeggen ja voor:")), text.index(squeezed("Wij zeggen nee voor:"))
    assert yes < text.index("Adres") < text.index("Postcode") < no < text.index("Geboortedatum")


def test_a_decision_in_whole_names_the_fields_it_is_about() -> None:
    granted = replace(PARTLY, code=None, reasons=None, appeal=None, withheld=())
    refused = replace(PARTLY, granted=(), withheld=("Adres", "Geboortedatum"))
    assert squeezed("Het gaat om: •Adres •Postcode") in text_of(as_pdf(head(LetterKind.TOEGEWEZEN), granted))
    assert squeezed("U vroeg dit voor: •Adres •Geboortedatum") in text_of(as_pdf(head(LetterKind.AFGEWEZEN), refused))


def test_a_copy_in_part_names_what_it_is_without() -> None:
    matter = replace(PARTLY, request=ASKED, granted=(), withheld=("Sociale gegevens",))
    text = text_of(as_pdf(head(LetterKind.DEELS_TOEGEWEZEN), matter))
    assert squeezed("Alleen wat u hieronder leest, valt daarbuiten.") in text
    assert squeezed("Wij zeggen nee voor: •Sociale gegevens") in text


@pytest.mark.parametrize(
    ("surname", "sex", "greeting"),
    [
        ("El Amrani", "M", "Geachte heer El Amrani,"),
        ("van der Stapper", "V", "Geachte mevrouw Van der Stapper,"),
        ("van der Stapper", "X", "Geachte Suze van der Stapper,"),
        ("van der Stapper", "O", "Geachte Suze van der Stapper,"),
        ("van der Stapper", None, "Geachte Suze van der Stapper,"),
        (None, "V", "Geachte Suze van der Stapper,"),
    ],
)
def test_the_salutation_goes_by_sex_and_surname_where_both_are_known(
    surname: str | None, sex: str | None, greeting: str
) -> None:
    to = replace(TO, surname=surname, sex=sex)
    of = replace(head(LetterKind.ONTVANGSTBEVESTIGING), to=to)
    assert squeezed(greeting) in text_of(as_pdf(of, LETTERS[LetterKind.ONTVANGSTBEVESTIGING]))


def test_who_signs_is_named_below_the_space_for_a_signature() -> None:
    signed = replace(SENDER, signer="A. de Boer", function="directeur")
    text = text_of(as_pdf(replace(head(LetterKind.TOEGEWEZEN), sender=signed), LETTERS[LetterKind.TOEGEWEZEN]))
    assert squeezed("Met vriendelijke groet, A. de Boer directeur de directie van de werkKRACHTcentrale") in text
    assert squeezed("Met vriendelijke groet, de directie van de werkKRACHTcentrale") in told(LetterKind.TOEGEWEZEN)


@pytest.mark.parametrize("kind", [LetterKind.DEELS_TOEGEWEZEN, LetterKind.AFGEWEZEN])
def test_a_signature_is_never_alone_on_its_page(kind: LetterKind) -> None:
    matter = LETTERS[kind]
    assert isinstance(matter, RequestAnswer)
    signed = replace(head(kind), sender=replace(SENDER, signer="A. de Boer", function="directeur"))
    for lines in range(1, 14, 2):
        read = pages(as_pdf(signed, replace(matter, reasons="\n".join(["Reden."] * lines))))
        if len(read) > 1:
            assert squeezed("Houd u aan de zes weken.") in read[-1].text


REPRESENTED = "Suze van der Stapper"
FOR_ANOTHER: dict[LetterKind, Matter] = {
    LetterKind.ONTVANGSTBEVESTIGING: record.RequestReceipt(replace(ASKED, on_behalf_of=REPRESENTED)),
    LetterKind.IDENTITEIT_GEVRAAGD: record.IdentityQuestion(replace(ASKED, on_behalf_of=REPRESENTED)),
    LetterKind.VERLENGING: record.ExtensionNotice(replace(EXTENDED, on_behalf_of=REPRESENTED), ("complex",), None),
    LetterKind.TOEGEWEZEN: RequestAnswer(replace(ASKED, on_behalf_of=REPRESENTED)),
    LetterKind.DEELS_TOEGEWEZEN: replace(PARTLY, request=replace(CORRECTION, on_behalf_of=REPRESENTED)),
    LetterKind.AFGEWEZEN: RequestAnswer(
        replace(ASKED, kind="bezwaar", on_behalf_of=REPRESENTED), "dwingende_gronden", "Toelichting.", SENT_IN_JUNE
    ),
    LetterKind.GEEN_GEGEVENS: RequestAnswer(replace(ASKED, on_behalf_of=REPRESENTED), appeal=SENT_IN_JUNE),
}


@pytest.mark.parametrize("kind", FOR_ANOTHER)
def test_who_acts_for_another_reads_of_that_person_in_the_third_person(kind: LetterKind) -> None:
    text = text_of(as_pdf(replace(head(kind), to=record.Addressee("J. Bewind")), FOR_ANOTHER[kind]))
    does = "maakt dit bezwaar" if kind is LetterKind.AFGEWEZEN else "doet dit verzoek"
    assert squeezed(f"U {does} namens Suze van der Stapper.") in text
    for wrong in ("uw gegevens", "over u is", "u woont", "uw belang", "gegevens van u", "u het goed vindt", "Staat u"):
        assert squeezed(wrong) not in text, wrong


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("verantwoordelijk", "Voor de gegevens van Suze van der Stapper is Gemeente Veldbeek verantwoordelijk"),
        ("zelfstandig", "Wij zijn verantwoordelijk voor wat wij met de gegevens van Suze van der Stapper doen."),
        ("verwerker", "Wij zijn verantwoordelijk voor de gegevens van Suze van der Stapper."),
    ],
)
def test_who_acts_for_another_reads_in_the_third_person_who_answers_for_the_data(role: str, said: str) -> None:
    of = replace(
        head(LetterKind.TOEGEWEZEN), responsible=record.Responsibility("Gemeente Veldbeek", role, to_party=False)
    )
    text = text_of(as_pdf(of, FOR_ANOTHER[LetterKind.TOEGEWEZEN]))
    assert squeezed(said) in text
    assert squeezed("uw gegevens") not in text


def test_the_court_of_who_is_represented_is_that_of_their_own_home() -> None:
    text = text_of(as_pdf(head(LetterKind.AFGEWEZEN), FOR_ANOTHER[LetterKind.AFGEWEZEN]))
    assert squeezed("de rechtbank van de plaats waar Suze van der Stapper woont") in text
    assert squeezed("zwaarder dan het belang van Suze van der Stapper") in text


def test_every_kind_of_request_speaks_of_another_by_name() -> None:
    for words in letter_words.REQUESTS.values():
        assert "{naam}" in words.about_them
        assert " uw " not in f" {words.about_them} "
        assert "over u " not in words.follows_them
    assert set(letter_words.REFUSALS_THEM) <= set(letter_words.REFUSALS)


def test_a_recipient_can_tell_the_person_from_a_namesake() -> None:
    matter = LETTERS[LetterKind.KENNISGEVING_ONTVANGER]
    assert isinstance(matter, record.RecipientNotice)
    text = text_of(as_pdf(head(LetterKind.KENNISGEVING_ONTVANGER), replace(matter, born="1993-01-01", reference="U-7")))
    assert squeezed("over Suze van der Stapper, geboren op 1 januari 1993.") in text
    assert squeezed("Uw kenmerk U-7") in text
    month = text_of(as_pdf(head(LetterKind.KENNISGEVING_ONTVANGER), replace(matter, born="1993-01")))
    assert squeezed("geboren in januari 1993.") in month


def test_who_asks_for_another_is_told_whose_data_it_is_about() -> None:
    matter = record.RequestReceipt(replace(ASKED, on_behalf_of="Suze van der Stapper"))
    text = text_of(as_pdf(replace(head(LetterKind.ONTVANGSTBEVESTIGING), to=record.Addressee("J. Bewind")), matter))
    assert squeezed("Geachte J. Bewind,") in text
    assert squeezed("U doet dit verzoek namens Suze van der Stapper.") in text


def test_without_a_name_or_an_address_the_letter_is_still_one() -> None:
    bare = replace(SENDER, address=None, contact=None)
    of = replace(head(LetterKind.GEEN_GEGEVENS), sender=bare, to=record.Addressee(None), dossier=None)
    text = text_of(as_pdf(of, LETTERS[LetterKind.GEEN_GEGEVENS]))
    assert squeezed("Geachte heer of mevrouw,") in text
    assert squeezed("Neem dan contact met ons op, en noem ons kenmerk: B2026-0012.") in text
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
    of = replace(head(LetterKind.AFGEWEZEN), to=record.Addressee(name, (name, name)))
    read = pages(as_pdf(of, LETTERS[LetterKind.AFGEWEZEN]))
    assert sum(page.text.count(squeezed(name)) for page in read) >= 4
    assert not any("[U+" in page.text for page in read)


def test_a_character_that_no_font_shows_prints_as_its_code_point() -> None:
    of = replace(head(LetterKind.TOEGEWEZEN), to=record.Addressee("Ann 😀"))
    assert "Ann[U+1F600]" in text_of(as_pdf(of, LETTERS[LetterKind.TOEGEWEZEN]))


def test_long_reasons_run_on_and_stay_whole() -> None:
    reasons = "\n".join(f"Reden {number}." for number in range(120))
    matter = RequestAnswer(ASKED, "uavg_41", reasons, SENT_IN_JUNE)
    read = pages(as_pdf(head(LetterKind.AFGEWEZEN), matter))
    assert len(read) > 2
    assert "Reden119." in "".join(page.text for page in read)


def test_every_code_that_a_letter_can_meet_has_its_words() -> None:
    assert set(letter_words.REQUESTS) == set(RequestKind)
    assert set(letter_words.REFUSALS) == set(refusal.REFUSALS)
    assert set(letter_words.EXTENSIONS) == set(request.EXTENSIONS)
    assert set(letter_words.SOUGHT) == set(letter_words.SOUGHT_THEM)


def test_a_letter_says_of_itself_that_a_character_stands_in_it_as_a_code() -> None:
    sentence = squeezed("staat in deze brief als een code")
    odd = as_pdf(replace(head(LetterKind.TOEGEWEZEN), to=record.Addressee("ሰላም")), LETTERS[LetterKind.TOEGEWEZEN])
    assert (has_codes(odd), sentence in text_of(odd)) == (True, True)
    plain = as_pdf(replace(head(LetterKind.TOEGEWEZEN), to=record.Addressee("Zoë")), LETTERS[LetterKind.TOEGEWEZEN])
    assert (has_codes(plain), sentence in text_of(plain)) == (False, False)


def use(kind: str = "bezwaar", purpose: str | None = None, party_kind: str | None = None) -> Objection:
    return Objection(UUID(int=1), "V2026-0003", kind, purpose, None, party_kind, date(2026, 11, 25))


@pytest.mark.parametrize(
    ("uses", "says", "silent"),
    [
        (
            (use(purpose="bemiddeling"), use(party_kind="werkgever")),
            ("gegevens doorgeven voor: werk voor u zoeken", "gegevens doorgeven aan werkgevers", "gewoon door"),
            ("aan niemand", "aan wie dan ook", "Voordat wij dit weer"),
        ),
        ((use(),), ("gegevens doorgeven, aan wie dan ook",), ("gewoon door",)),
        (
            (use("beperking", "voortgang"),),
            (
                "laten weten hoe het met u gaat",
                "Voordat wij dit weer gaan doen, krijgt u bericht. Met al het andere gaan wij gewoon door.",
            ),
            ("aan niemand",),
        ),
    ],
)
def test_the_letter_of_an_objection_names_the_uses_that_end_and_no_more(
    uses: tuple[Objection, ...], says: tuple[str, ...], silent: tuple[str, ...]
) -> None:
    asked = replace(ASKED, kind=uses[0].kind)
    text = text_of(as_pdf(head(LetterKind.TOEGEWEZEN), RequestAnswer(asked, uses=uses)))
    assert [one for one in says if squeezed(one) not in text] == []
    assert [one for one in silent if squeezed(one) in text] == []


def test_who_asks_for_another_reads_of_the_uses_that_end_in_the_third_person() -> None:
    uses = tuple(use(purpose=purpose) for purpose in ("voortgang", "bemiddeling", "uitvoering_uitkering"))
    asked = replace(ASKED, kind="bezwaar", on_behalf_of=REPRESENTED)
    text = text_of(
        as_pdf(replace(head(LetterKind.TOEGEWEZEN), to=record.Addressee("J. Bewind")), RequestAnswer(asked, uses=uses))
    )
    for said in (
        "laten weten hoe het met Suze van der Stapper gaat", "werk zoeken voor Suze van der Stapper",
        "de uitkering van Suze van der Stapper regelen",
    ):  # fmt: skip
        assert squeezed(said) in text


def test_who_had_data_of_a_whole_dossier_hears_that_they_are_to_be_removed() -> None:
    matter = record.RecipientNotice("Suze van der Stapper", date(2026, 6, 3), "wordt_verwijderd", ("Adres",))
    text = text_of(as_pdf(head(LetterKind.KENNISGEVING_ONTVANGER), matter))
    assert squeezed("Gegevens die wij u gaven, worden verwijderd") in text
    assert squeezed("Wat u hieronder leest, wordt binnenkort bij ons verwijderd.") in text


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("verwijderd", "Gaf u ze door aan een ander? Laat het die dan ook weten."),
        ("beperkt", "Wij gebruiken deze gegevens voorlopig niet. Gebruik ze ook niet"),
    ],
)
def test_a_recipient_is_asked_to_do_the_same_and_to_pass_it_on(what: str, said: str) -> None:
    matter = record.RecipientNotice("Suze van der Stapper", date(2026, 6, 3), what, ("Adres",))
    assert squeezed(said) in text_of(as_pdf(head(LetterKind.KENNISGEVING_ONTVANGER), matter))


def test_a_person_reads_of_a_breach_what_avg_34_2_asks_in_plain_words() -> None:
    text = told(LetterKind.DATALEK)
    for said in (
        "Uit een auto is een laptop gestolen waarop uw dossier stond.", "F. Officier", "fg@example.org",
        "Iemand kan uw gegevens lezen en zich als u voordoen.", "De laptop is op afstand gewist.",
        "Let op berichten die van ons lijken te komen.", "Gezondheid", "Autoriteit Persoonsgegevens",
    ):  # fmt: skip
        assert squeezed(said) in text


def test_an_opdrachtgever_reads_how_many_and_never_who() -> None:
    text = told(LetterKind.DATALEK_OPDRACHTGEVER)
    for said in (
        "12 personen die u bij ons aanmeldde", "binnen 24 uur nadat wij het wisten", "23 november 2026, 08:10 uur",
        "Wij melden het zelf aan de Autoriteit",
        "Of de mensen om wie het gaat van ons een brief krijgen, is nog niet besloten.",
    ):  # fmt: skip
        assert squeezed(said) in text
    matter = LETTERS[LetterKind.DATALEK_OPDRACHTGEVER]
    assert isinstance(matter, record.BreachReport)
    alone = text_of(as_pdf(head(LetterKind.DATALEK_OPDRACHTGEVER), replace(matter, people=1, hours=None)))
    assert squeezed("één persoon die u bij ons aanmeldde") in alone
    assert squeezed("zo snel mogelijk (artikel 33 lid 2 van de AVG)") in alone


@pytest.mark.parametrize(
    ("role", "said"),
    [
        (None, "Bent u voor deze gegevens verantwoordelijk? Dan beslist u of u het meldt"),
        ("verantwoordelijk", "U bent voor deze gegevens verantwoordelijk. Daarom beslist u of u het meldt"),
        ("verwerker", "Wij zijn voor deze gegevens verantwoordelijk. Dat besluit is dus aan ons."),
        ("zelfstandig", "voor wat wij met deze gegevens doen. Dat besluit is dus aan ons."),
    ],
)
def test_an_opdrachtgever_reads_who_decides_on_the_report_and_by_when(role: str | None, said: str) -> None:
    matter = LETTERS[LetterKind.DATALEK_OPDRACHTGEVER]
    assert isinstance(matter, record.BreachReport)
    text = text_of(as_pdf(head(LetterKind.DATALEK_OPDRACHTGEVER), replace(matter, role=role)))
    assert squeezed(said) in text
    assert (squeezed("(binnen 72 uur nadat u het weet)") in text) == (role in {None, "verantwoordelijk"})


def test_an_opdrachtgever_that_hears_of_a_breach_too_late_reads_that_it_is_late() -> None:
    matter = LETTERS[LetterKind.DATALEK_OPDRACHTGEVER]
    assert isinstance(matter, record.BreachReport)
    text = text_of(as_pdf(head(LetterKind.DATALEK_OPDRACHTGEVER), replace(matter, is_late=True)))
    assert squeezed("binnen 24 uur zouden melden. Dat is niet gelukt. Dat spijt ons.") in text
    assert squeezed("zoals wij met u afspraken") not in text
