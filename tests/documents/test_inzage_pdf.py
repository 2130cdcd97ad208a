"""The copy on paper: an archive that everybody can read, and the same data as the JSON in it."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.documents.pdf import opened, pages, squeezed, text_of
from tests.documents.people import CATEGORIES, EMPLOYEE, contact, entry, full_inzage, handed_out, inzage
from wkc.documents import vocabulary
from wkc.documents.copy.inzage import as_pdf, copy_of
from wkc.documents.copy.model import Copy
from wkc.documents.part import as_json
from wkc.documents.third_person import of_the_client
from wkc.records.audit import Look
from wkc.records.party import Houder

MARK = squeezed("dossieroverzicht voor het werk op kantoor, niet voor verstrekking")


@pytest.fixture(scope="module")
def copy() -> Copy:
    return copy_of(handed_out(full_inzage()), CATEGORIES)


@pytest.fixture(scope="module")
def pdf(copy: Copy) -> bytes:
    return as_pdf(copy)


def of_value(value: str) -> str:
    return text_of(as_pdf(copy_of(inzage((entry("activiteit", value),)), CATEGORIES)))


def test_it_is_pdf_a_3a_and_pdf_ua_1(pdf: bytes) -> None:
    with opened(pdf) as document, document.open_metadata() as xmp:
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("3", "A")
        assert xmp["pdfuaid:part"] == "1"
        assert xmp["dc:title"] == "Kopie van uw gegevens, dossier 2026-0001"
        assert xmp["dc:creator"] == ["de werkKRACHTcentrale"]


def test_it_says_how_the_houder_is_reached_as_far_as_that_is_set() -> None:
    office = Houder("de werkKRACHTcentrale", "Alkmaar", "54663490", "Kanaalkade 12, 1811 LP Alkmaar", "072 511 22 33")
    text = text_of(as_pdf(copy_of(handed_out(replace(inzage(), houder=office)), CATEGORIES)))
    assert squeezed("U bereikt ons zo: Kanaalkade 12, 1811 LP Alkmaar · 072 511 22 33.") in squeezed(text)
    assert squeezed("U bereikt ons zo") not in squeezed(of_value("Wandelen"))


def test_it_is_tagged_and_dutch(pdf: bytes) -> None:
    with opened(pdf) as document:
        assert document.Root.MarkInfo.Marked
        assert document.Root.StructTreeRoot.K
        assert str(document.Root.Lang).lower() == "nl-nl"


def test_each_part_has_a_bookmark(pdf: bytes) -> None:
    with opened(pdf) as document, document.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles[0] == "Wat staat hierin?"
    assert [title.split(maxsplit=1)[-1] for title in titles[1:]] == [
        "Wie heeft uw gegevens?", "Uw verzoek", "Waarvoor gebruiken wij uw gegevens?", "Uw gegevens", "Opdrachten",
        "Contact met u", "Verzoeken en brieven", "Waar gaf u toestemming voor?", "Wie deed iets met uw dossier?",
        "Hoelang bewaren wij uw gegevens?", "Besluiten door een computer", "Uw rechten", "Controle van deze kopie",
    ]  # fmt: skip
    assert titles[-1].endswith("Controle van deze kopie")


def test_the_json_is_attached_byte_for_byte(copy: Copy, pdf: bytes) -> None:
    with opened(pdf) as document:
        attached = document.attachments["inzage.json"]
        assert attached.get_file().read_bytes() == as_json(copy)
        assert attached.get_file().mime_type == "application/json"
        assert attached.obj.AFRelationship == "/Data"
        assert len(document.Root.AF) == 1


def test_every_page_of_a_werkexemplaar_bears_the_mark_as_an_artifact() -> None:
    long = inzage(contacts=tuple(contact(date(2026, 1, 1 + n % 28), "gesprek", "Praten. " * 40) for n in range(60)))
    read = pages(as_pdf(copy_of(long, CATEGORIES)))
    assert len(read) >= 8
    assert all(MARK in page.artifact for page in read)
    assert f"bladzijde{len(read)}van{len(read)}" in read[-1].artifact


def test_the_same_copy_gives_the_same_bytes(copy: Copy, pdf: bytes) -> None:
    assert as_pdf(copy) == pdf


def test_no_user_is_named(pdf: bytes) -> None:
    assert EMPLOYEE not in text_of(pdf)


def test_days_are_dutch_days_in_dutch_words(pdf: bytes) -> None:
    text = text_of(pdf)
    assert squeezed("Gekregen 2 maart 2026, vastgelegd 4 maart 2026.") in text
    assert squeezed("24 november 2026, 10:15 uur") in text


def test_an_empty_dossier_names_all_that_is_empty_in_one_line() -> None:
    text = text_of(as_pdf(copy_of(handed_out(inzage()), CATEGORIES)))
    assert squeezed("Er staat geen enkel gegeven over u in de registratie.") in text
    assert (
        squeezed(
            "Hierover is niets vastgelegd: gegevens van vroeger; opdrachten; contact; afspraken; documenten; "
            "verzoeken; wat u wilde laten veranderen; brieven; toestemmingen; opgeheven geheimen; wie namens u mag "
            "optreden; wie uw gegevens kreeg; wie om gegevens vroeg en ze niet kreeg; wie iets met uw dossier deed; "
            "wat wij langer moeten bewaren."
        )
        in text
    )
    for heading in ("Opdrachten", "Contact met u", "Wie kregen uw gegevens?", "Wat is weggelaten?"):
        assert squeezed(heading) not in text, heading


def test_dates_and_codes_are_in_words_and_no_field_code_is_printed(copy: Copy, pdf: bytes) -> None:
    text = text_of(pdf)
    assert squeezed("Geboortedatum maart 1968 Van de opdrachtgever") in text
    assert squeezed("Geslacht vrouw Van de opdrachtgever") in text
    for code in ("geslachtsnaam", "e_mail", "sociale_gegevens", "1968-03"):
        assert code not in text, code
    assert b'"waarde": "1968-03"' in as_json(copy)


def test_looks_of_one_kind_are_one_row_for_each_day() -> None:
    at = datetime(2026, 7, 1, 7, 0, tzinfo=UTC)
    looks = tuple(Look(at + timedelta(minutes=n), "client.list", "coach", "begeleiding") for n in range(46))
    shown = Look(at + timedelta(days=1), "client.show", "coach", "begeleiding")
    text = text_of(as_pdf(copy_of(handed_out(inzage(looks=(*looks, shown))), CATEGORIES)))
    assert squeezed("1 juli 2026 een coach uw naam stond in een lijst op het scherm (46 keer) u begeleiden") in text
    assert squeezed("2 juli 2026 een coach uw dossier bekeken u begeleiden") in text
    assert text.count(squeezed("1 juli 2026")) == 1


def test_the_code_for_a_character_is_explained_only_where_one_is_printed(pdf: bytes) -> None:
    explained = squeezed("Een letterteken dat wij niet kunnen afdrukken")
    assert explained not in text_of(pdf)
    assert explained in of_value("😀")


def test_a_copy_to_hand_out_has_room_for_the_date_and_signature_of_who_got_it(pdf: bytes) -> None:
    strip = squeezed("Ontvangen op Naam Handtekening")
    assert strip in text_of(pdf)
    assert strip not in of_value("Wandelen")


def test_the_overview_for_the_office_speaks_of_the_client_and_never_to_them() -> None:
    text = text_of(as_pdf(copy_of(full_inzage(), CATEGORIES)))
    assert squeezed("Dossieroverzicht Wat over deze cliënt staat") in text
    for wrong in ("uw gegevens", "uw dossier", "u gaf", "Uw rechten", "uzelf", "u begeleiden"):
        assert squeezed(wrong) not in text, wrong
    assert squeezed("het dossier bekeken de cliënt begeleiden") in text


def test_no_sentence_of_ours_addresses_the_client_once_it_is_rephrased() -> None:
    tables = [table for name, table in vars(vocabulary).items() if name.isupper()]
    assert len(tables) > 15
    for table in tables:
        for sentence in table.values():
            assert not re.search(r"\b(u|uw|uzelf|bent|hebt|wilt)\b", of_the_client(sentence)), sentence


MARKUP = [
    "#strong[x]",
    "*a*",
    "_a_",
    "$x$",
    "<l>",
    "a\\b \\#",
    "@ref",
    "= kop",
    "- streep",
    "+ plus",
    "1. een",
    "/ a: b",
]


@pytest.mark.parametrize("value", [*MARKUP, "`raw`", "// niet", "https://x.example", "#{", "]", '"', "~", "--", "..."])
def test_a_value_that_looks_like_markup_prints_as_text(value: str) -> None:
    assert squeezed(value) in of_value(value)


UNSHOWABLE = {
    "emoji 😀 erbij": "emoji[U+1F600]erbij",
    "中 in een zin": "[U+4E2D]ineenzin",
    "👩\u200d👧": "[U+1F469][U+200D][U+1F467]",
    "om\u202egekeerd": "om[U+202E]gekeerd",
    "eigen \ue000 teken": "eigen[U+E000]teken",
    "bel \x07": "bel[U+0007]",
    "geen teken \uffff": "geenteken[U+FFFF]",
    "nooit toegekend \U0003fffd": "nooittoegekend[U+3FFFD]",
    "onzichtbaar \ufeff": "onzichtbaar[U+FEFF]",
}


@pytest.mark.parametrize("value", UNSHOWABLE)
def test_a_character_that_no_font_shows_prints_as_its_code_point(value: str) -> None:
    assert UNSHOWABLE[value] in of_value(value)


def test_the_attached_json_keeps_what_the_paper_cannot_show() -> None:
    made = copy_of(inzage((entry("activiteit", "😀 \u202e \ue000"),)), CATEGORIES)
    with opened(as_pdf(made)) as document:
        attached = document.attachments["inzage.json"].get_file().read_bytes()
    assert attached == as_json(made)
    assert "😀 \u202e \ue000" in attached.decode()


def test_ordinary_letters_stay_when_they_stand_beside_one_that_cannot_be_shown() -> None:
    text = of_value("Rene\u0301 \u0301\u200d🛑 Łódź ĳ")
    assert "Rene\u0301" in text
    assert "ŁódźĳVan" in text
    assert "[U+1F6D1]" in text


NAMES = ["T.Śar ŃĆ ĹāÑ ŤÙmön ĊéŴÀŅŇĩ Ļl'ÁÚŘŠĎÉ Pomme-d' Or ĽÒÓĢÛŨ", ".", "Ab" * 98, "Ζωή Иван"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_prints_whole_however_odd_or_long(name: str) -> None:
    text = text_of(as_pdf(copy_of(inzage((entry("geslachtsnaam", name),)), CATEGORIES)))
    assert text.count(squeezed(name)) >= 2
    assert "[U+" not in text


def test_line_ends_of_a_note_are_kept_apart() -> None:
    assert "eenregeltweeregeldrie" in of_value("een\nregel\r\ntwee\rregel\tdrie\u2028vier")


@pytest.mark.parametrize("line_end", ["\n", "\r", "\u2028", "\u2029"])
def test_a_short_note_of_many_lines_runs_on_to_the_next_page(line_end: str) -> None:
    note = line_end.join(f"r{n}." for n in range(90))
    of = inzage((entry("activiteit", note),), (contact(date(2026, 3, 9), "gesprek", note),))
    read = pages(as_pdf(copy_of(of, CATEGORIES)))
    first = [page for page, one in enumerate(read) if "r0.r1." in one.text or "r0.\nr1." in one.text]
    last = [page for page, one in enumerate(read) if ".r88." in one.text]
    assert len(first) == len(last) == 2
    assert all(begins < ends for begins, ends in zip(first, last, strict=True))


def test_a_value_in_every_part_of_the_model_may_be_strange() -> None:
    of = full_inzage()
    odd = replace(of, houder=replace(of.houder, name="#eval 😀 \x00", place="{plaats} $x$"))
    assert squeezed("registratie van #eval [U+1F600] [U+0000]") in text_of(as_pdf(copy_of(odd, CATEGORIES)))


any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)


@settings(max_examples=60, deadline=None, database=None)
@given(value=any_text, note=any_text)
def test_any_text_comes_out_on_paper(value: str, note: str) -> None:
    of = inzage((entry("activiteit", value),), (contact(date(2026, 3, 9), "gesprek", note),))
    assert as_pdf(copy_of(of, CATEGORIES)).startswith(b"%PDF-1.7")
