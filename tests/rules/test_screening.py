"""The coach's own words: each value that may not go is found, however it is written; what may go is no finding."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wkc.records.dossier import Entry, Provenance
from wkc.records.field import Field
from wkc.records.report import BarredValue, TextPart
from wkc.rules.dossier.field import BY_CODE, FIELDS
from wkc.rules.progress.screening import bar, find_barred

W, A = TextPart.WOORDEN, TextPart.AFSPRAKEN
AT = datetime(2026, 11, 23, tzinfo=UTC)


def value(code: str, text: str, reason: str = "buiten_doel") -> BarredValue:
    return BarredValue(4, UUID(int=4), BY_CODE[code], text, reason, "art. 8.1")


def found(words: str, *barred: BarredValue, known: tuple[str, ...] = ()) -> list[tuple[str, int, bool]]:
    return [(one.field.code, one.line, one.whole) for one in find_barred({W: words}, barred, known)]


@pytest.mark.parametrize(
    ("code", "text", "words", "whole"),
    [
        ("burgerservicenummer", "999990019", "BSN 999990019.", True),
        ("burgerservicenummer", "999990019", "nummer 9999.90.019", True),
        ("burgerservicenummer", "999990019", "nummer 999 990 019", True),
        ("bankrekening", "NL91 ABNA 0417 1643 00", "op nl91abna0417164300", True),
        ("identiteitsbewijs_nummer", "SPECI2014", "paspoort speci2014", True),
        ("geboortedatum", "1980-05-03", "geboren op 3 mei 1980", True),
        ("geboortedatum", "1980-05-03", "geboren 03-05-1980", True),
        ("geboortedatum", "1980-05-03", "geboren 3/5/80", True),
        ("ziekmelding", "2026-11-02", "sinds 2 november 2026 thuis", True),
        ("geboorteplaats", "Paramaribo", "opgegroeid in PARAMARIBO", True),
        ("nationaliteit", "Marokkaanse", "de Marokkaanse gemeenschap", True),
        ("gezondheid", "Mag niet tillen door rugklachten", "Heeft last van rugklachten.", False),
        ("gezondheid", "Mag niet tillen door rugklachten", "mag niet tillen door rugklachten", True),
        ("sociale_gegevens", "Scheiding, twee kinderen", "na de scheiding", False),
        ("detentie", "Gedetineerd tot maart", "was gedetineerd", False),
        ("loonbeslag", "Deurwaarder Jansen", "een deurwaarder belde", False),
        ("financiele_gegevens", "crêdiét", "een crediet", True),
    ],
)
def test_a_barred_value_is_found_however_it_is_written(code: str, text: str, words: str, whole: object) -> None:
    assert found(f"Het gaat goed.\n{words}", value(code, text)) == [(code, 2, whole)]


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("burgerservicenummer", "999990019", "telefoon 06-99999001, kamer 9"),
        ("burgerservicenummer", "999990019", "19999900190"),
        ("geslacht", "M", "M. Vos"),
        ("geboortedatum", "1980", "in 1980 begonnen"),
        ("geboortedatum", "1980-05-03", "op 3 mei 1981"),
        ("gezondheid", "Mag niet tillen, werkt met collega", "werkt samen met een collega"),
        ("geboorteplaats", "Oss", "losse taken, bossen"),
        ("sociale_gegevens", "Heeft twee vrienden", "heeft twee gesprekken gehad"),
    ],
)
def test_a_likeness_that_tells_nothing_is_no_finding(code: str, text: str, words: str) -> None:
    assert found(words, value(code, text)) == []


def test_a_value_that_may_go_is_no_finding_where_it_is_the_same() -> None:
    barred = value("geboorteplaats", "Alkmaar")
    assert found("Woont in Alkmaar.", barred) == [("geboorteplaats", 1, True)]
    assert found("Woont in Alkmaar.", barred, known=("Alkmaar",)) == []
    assert found("Bij de gemeente Alkmaar.", barred, known=("Gemeente Alkmaar",)) == []
    both = "Woont in Alkmaar, bij de gemeente Alkmaar."
    assert found(both, barred, known=("Gemeente Alkmaar",)) == [("geboorteplaats", 1, True)]
    note = value("gezondheid", "Alleen licht magazijnwerk")
    assert found("Stage magazijnwerk", note, known=("Stage magazijnwerk bij Bart",)) == []


def test_each_line_and_each_part_is_named() -> None:
    texts = {A: "Stopt met medicijnen", W: "goed\nslikt medicijnen\n\nmedicijnen"}
    listed = find_barred(texts, [value("gezondheid", "Medicijnen")], ())
    assert [(one.part, one.line) for one in listed] == [(A, 1), (W, 2), (W, 4)]


def test_a_finding_never_has_the_value() -> None:
    (one,) = find_barred({W: "rugklachten"}, [value("gezondheid", "rugklachten")], ())
    assert "rugklachten" not in repr(one)


def entry(code: str, *, in_onderzoek: bool = False, beperkt: bool = False) -> Entry:
    source = Provenance("geregistreerde", None, None, date(2026, 1, 1))
    return Entry(UUID(int=1), BY_CODE[code], "x", source, AT, "bram", in_onderzoek=in_onderzoek, beperkt=beperkt)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("geslachtsnaam", None),
        ("adres", None),
        ("woonplaats", None),
        ("opleiding", None),
        ("activiteit", None),
        ("plaatsing", None),
        ("begeleiding", "bijzonder_zonder_grond"),
        ("gezondheid", "bijzonder_zonder_grond"),
        ("ziekmelding", "bijzonder_zonder_grond"),
        ("justitieel_verleden", "strafrechtelijk_zonder_grond"),
        ("burgerservicenummer", "bsn_zonder_wet"),
        ("geboortedatum", "buiten_doel"),
        ("loonbeslag", "buiten_doel"),
        ("personeelsnummer", "buiten_doel"),
    ],
)
def test_the_table_of_the_purpose_says_what_may_stand_in_a_report(code: str, reason: str | None) -> None:
    barred = bar(entry(code), is_secret=False)
    assert (barred and barred[0]) == reason


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.code)
def test_secrecy_goes_before_all_and_every_sealed_field_is_barred(field: Field) -> None:
    assert bar(entry(field.code), is_secret=True) == ("geheim", "art. 8.2")
    if field.field_class.sealed:
        assert bar(entry(field.code), is_secret=False) is not None


def test_contested_and_restricted_values_are_barred_too() -> None:
    assert bar(entry("adres", in_onderzoek=True), is_secret=False) == ("in_onderzoek", "AVG 18")
    assert bar(entry("adres", beperkt=True), is_secret=False) == ("beperkt", "AVG 18")


WORDS = st.text(st.characters(categories=["Ll", "Lu"], max_codepoint=0x17F), min_size=8, max_size=14)


@given(st.lists(WORDS, min_size=1, max_size=4), st.text(max_size=60), st.text(max_size=60))
def test_a_value_that_is_written_as_it_is_is_always_found(words: list[str], before: str, after: str) -> None:
    text = " ".join(words)
    assert find_barred({W: f"{before}\n{text}\n{after}"}, [value("gezondheid", text)], ())


@given(st.text(max_size=200))
def test_no_text_breaks_the_search(words: str) -> None:
    values = [value("burgerservicenummer", "999990019"), value("geboortedatum", "1980-05-03"), value("gezondheid", "x")]
    listed = find_barred({W: words}, values, ())
    assert all(1 <= one.line <= len(words.splitlines()) for one in listed)
