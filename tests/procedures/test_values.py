"""What people give is tidied, checked and stored as they gave it."""

import unicodedata
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.nl import bsn, postcode

from wkc.errors.families import Invalid
from wkc.errors.input import BadDate, BadPostcode, DateInFuture, ValueControl
from wkc.procedures.io.dates import parse_any_day
from wkc.procedures.io.fields import (
    bsn_digits,
    normal_name,
    parse,
    parse_day,
    parse_partial_date,
    parse_past_day,
    past_day_or_today,
    plain_text,
)
from wkc.records.field import Field, PartialDate, Value
from wkc.rules.dossier.field import BY_CODE, FIELDS

TODAY = date(2026, 3, 31)


def parsed(code: str, text: str) -> Value:
    return parse(BY_CODE[code], text, TODAY)


def refused(code: str, text: str) -> str:
    with pytest.raises(Invalid) as caught:
        parsed(code, text)
    assert not text.strip() or text.strip() not in " ".join(caught.value.text_and_hint)
    return caught.value.name


@pytest.mark.parametrize(
    ("code", "text", "stored"),
    [
        ("voornamen", "  Guðrún Sigríður\n", "Guðrún Sigríður"),
        ("voornamen", "Zoe\u0308", "Zoë"),
        ("geslachtsnaam", "ß" * 200, "ß" * 200),
        ("adres", "Laan v Nieuw Oost-Indië 210; achter", "Laan v Nieuw Oost-Indië 210; achter"),
        ("geslacht", "v", "V"),
        ("burgerlijke_staat", "Weduwe/Weduwnaar", "weduwe/weduwnaar"),
        ("burgerlijke_staat", "achtergebleven partner", "achtergebleven_partner"),
        ("geboortedatum", "02-03-1968", "1968-03-02"),
        ("geboortedatum", "2-3-1968", "1968-03-02"),
        ("geboortedatum", "03-1968", "1968-03"),
        ("geboortedatum", "1968-03", "1968-03"),
        ("geboortedatum", "1968", "1968"),
        ("geboortedatum", "2026", "2026"),
        ("geboortedatum", "2026-03-31", "2026-03-31"),
        ("verblijfsvergunning_tot", "31-12-2030", "2030-12-31"),
        ("herstelmelding", "2026-04-06", "2026-04-06"),
        ("burgerservicenummer", "9999.00.006", "999900006"),
        ("burgerservicenummer", "999 900 006", "999900006"),
        ("burgerservicenummer", "999908", "000999908"),
        ("burgerservicenummer", "9866", "000009866"),
        ("voornamen", "Zoe 😀", "Zoe 😀"),
        ("voornamen", "q\u0307\u0323", "q\u0323\u0307"),
        ("voornamen", "محمد", "محمد"),
        ("voornamen", "مهدی\u200cزاده", "مهدی\u200cزاده"),  # noqa: RUF001  (Persian)
        ("gezondheid", "een\u2028twee \u2067שרה\u2069", "een\u2028twee \u2067שרה\u2069"),
        ("identiteitsbewijs_nummer", "NWX-12 34/5", "NWX-12 34/5"),
        ("identiteitsbewijs_nummer", "АВ1234567", "АВ1234567"),  # noqa: RUF001  (a Cyrillic one)
        ("geslachtsnaam", "Ten\tHave", "Ten Have"),
        ("gezondheid", "mag tillen\r\n\tniet bukken", "mag tillen\n\tniet bukken"),
        ("gezondheid", "x" * 10_000, "x" * 10_000),
        ("postcode", "1811ab", "1811 AB"),
        ("postcode", "1811  Ab", "1811 AB"),
        ("postcode", "NL-1811ab", "1811 AB"),
        ("postcode", "B-2000", "B-2000"),
        ("postcode", "ec1a 1bb", "ec1a 1bb"),
    ],
)
def test_a_value_is_stored_as_given_and_tidied(code: str, text: str, stored: str) -> None:
    assert parsed(code, text).text == stored


@pytest.mark.parametrize(
    ("code", "text", "normal"),
    [
        ("geslachtsnaam", "Hövell tot Westerflier", None),
        ("burgerservicenummer", "9999.00.006", "999900006"),
        ("bankrekening", "nl91 abna 0417 1643 00", "NL91ABNA0417164300"),
        ("bankrekening", "DE89 3704 0044 0532 0130 00", "DE89370400440532013000"),
        ("postcode", "1234AB", "1234AB"),
        ("postcode", "1234 ab", "1234AB"),
        ("postcode", "NL-1234 AB", "1234AB"),
        ("postcode", "D-26789", "D-26789"),
        ("postcode", "ec1a 1bb", "EC1A1BB"),
        ("woonplaats", "Den Haag", None),
        ("geboortedatum", "1968", None),
    ],
)
def test_a_value_has_the_form_it_is_looked_up_by(code: str, text: str, normal: str | None) -> None:
    assert parsed(code, text) == Value(parsed(code, text).text, normal)


@pytest.mark.parametrize(
    ("code", "text", "error"),
    [
        ("geslachtsnaam", "", "value_empty"),
        ("geslachtsnaam", " \t\n", "value_empty"),
        ("geslachtsnaam", "\u200b\u00a0\u200b", "value_empty"),
        ("gezondheid", "\n\u200b", "value_empty"),
        ("geslachtsnaam", "x" * 201, "value_too_long"),
        ("postcode", "1" * 21, "value_too_long"),
        ("gezondheid", "x" * 10_001, "value_too_long"),
        ("geslachtsnaam", "Jan\nPiet", "value_control"),
        ("geslachtsnaam", "Jan\x1b[2J", "value_control"),
        ("geslachtsnaam", "Jan\x00Piet", "value_control"),
        ("geslachtsnaam", "Jan\udc80", "value_control"),
        ("geslachtsnaam", "Jan\u2028Piet", "value_control"),
        ("geslachtsnaam", "Jan\u2029Piet", "value_control"),
        ("geslachtsnaam", "Jan\u202etiP", "value_control"),
        ("geslachtsnaam", "Jan\u202a", "value_control"),
        ("geslachtsnaam", "\u2066Jan\u2069", "value_control"),
        ("woonplaats", "\u2067", "value_control"),
        ("gezondheid", "goed\rslecht", "value_control"),
        ("gezondheid", "goed\x00", "value_control"),
        ("geslacht", "mens", "value_not_in_list"),
        ("identiteitsbewijs_soort", "ov-chipkaart", "value_not_in_list"),
        ("geboortedatum", "31-02-1968", "bad_partial_date"),
        ("geboortedatum", "13-1968", "bad_partial_date"),
        ("geboortedatum", "1968-00", "bad_partial_date"),
        ("geboortedatum", "'68", "bad_partial_date"),
        ("geboortedatum", "1768", "bad_partial_date"),
        ("geboortedatum", "0168-03-02", "bad_partial_date"),
        ("geboortedatum", "١٩٦٨", "bad_partial_date"),
        ("geboortedatum", "2026-04-01", "date_in_future"),
        ("geboortedatum", "2026-04", "date_in_future"),
        ("geboortedatum", "2027", "date_in_future"),
        ("ziekmelding", "2026-04-01", "date_in_future"),
        ("verblijfsvergunning_tot", "2030", "bad_date"),
        ("verblijfsvergunning_tot", "2030123", "bad_date"),
        ("verblijfsvergunning_tot", "2030-W01-1", "bad_date"),
        ("verblijfsvergunning_tot", "20300-12-31", "bad_date"),
        ("burgerservicenummer", "999900007", "bad_bsn"),
        ("burgerservicenummer", "000000000", "bad_bsn"),
        ("burgerservicenummer", "9999000060", "bsn_length"),
        ("burgerservicenummer", "12", "bsn_length"),
        ("burgerservicenummer", "204", "bsn_length"),
        ("burgerservicenummer", "99990000६", "bsn_length"),
        ("burgerservicenummer", "onbekend", "value_word"),
        ("bankrekening", "NL92ABNA0417164300", "bad_iban"),
        ("bankrekening", "0417164300", "bad_iban"),
        ("postcode", "1234 SS", "bad_postcode"),
        ("postcode", "0123AB", "bad_postcode"),
        ("postcode", "18110", "bad_postcode"),
        ("postcode", "123 45", "bad_postcode"),
        ("postcode", "18110 AB", "bad_postcode"),
        ("identiteitsbewijs_nummer", "NW*123", "bad_document_number"),
        ("identiteitsbewijs_nummer", "--", "bad_document_number"),
        ("identiteitsbewijs_nummer", "1" * 31, "bad_document_number"),
    ],
)
def test_what_cannot_be_right_is_refused_without_repeating_it(code: str, text: str, error: str) -> None:
    assert refused(code, text) == error


@pytest.mark.parametrize(
    ("name", "normal"),
    [
        ("Özgür-Çelik", "ozgur celik"),
        ("FacatativÆ", "facatativae"),
        ("Łukasiewicz", "lukasiewicz"),
        ("Đorđević", "dordevic"),
        ("Guðmundsson Þór", "gudmundsson thor"),
        ("Ħal Ŧor Ŋÿ ĸ", "hal tor ny k"),
        ("IŞIK Iş\N{LATIN SMALL LETTER DOTLESS I}k", "isik isik"),
        ("Strauß STRAUSS", "strauss strauss"),
        ("Œuvre Søren", "oeuvre soren"),
        ("ĳsselstein ŉ", "ijsselstein n"),
        ("'s-Gravenhage", "s gravenhage"),
        ("Ķēžu-Ģirts ŢĻŅ ŵŷẑ d'Ůǆő", "kezu girts tln wyz d udzo"),
        ("D\N{RIGHT SINGLE QUOTATION MARK}Or", "d or"),
        ("D\N{MODIFIER LETTER APOSTROPHE}Or", "d or"),
        ("Jansen  II", "jansen ii"),
        ("Ωνάσης", "ωνασησ"),
        (".", "."),
        (" ... ", "..."),
        ("", ""),
    ],
)
def test_a_name_is_found_whatever_its_accents_case_and_signs(name: str, normal: str) -> None:
    assert normal_name(name) == normal


@given(st.text())
def test_the_normal_form_of_a_normal_form_is_itself(text: str) -> None:
    assert normal_name(normal_name(text)) == normal_name(text)


@given(st.text())
def test_a_name_is_found_however_it_was_composed(text: str) -> None:
    assert normal_name(unicodedata.normalize("NFD", text)) == normal_name(unicodedata.normalize("NFC", text))


@given(st.sampled_from(FIELDS), st.one_of(st.text(), st.from_regex(r"[0-9A-Z .-]{1,34}", fullmatch=True)))
def test_any_text_becomes_a_value_or_an_invalid(field: Field, text: str) -> None:
    try:
        value = parse(field, text, TODAY)
    except Invalid as error:
        assert all(error.text_and_hint)  # noqa: PT017  (nothing else may be raised)
    else:
        assert parse(field, value.text, TODAY) == value


@given(st.dates(date(1850, 1, 1), TODAY), st.integers(1, 3))
def test_a_partial_date_comes_back_as_it_was_shown(day: date, known: int) -> None:
    shown = str(PartialDate(*(day.year, day.month, day.day)[:known]))
    assert parsed("geboortedatum", shown).text == shown
    assert str(parse_partial_date(shown)) == shown


@given(st.integers(0, 10**9 - 1), st.integers(1, 9))
def test_a_bsn_is_judged_as_stdnum_judges_it(number: int, digits: int) -> None:
    text = f"{number:09d}"[:digits]
    assert bsn_digits(text) == (bsn.compact(text) if digits > 3 and bsn.is_valid(text) else None)


@given(st.from_regex("[0-9]{4}[A-Z]{2}", fullmatch=True))
def test_a_postcode_is_judged_as_stdnum_judges_it(text: str) -> None:
    try:
        assert parsed("postcode", text).normal == text
        judged = True
    except BadPostcode:
        judged = False
    assert judged == postcode.is_valid(text)


@pytest.mark.parametrize("text", ["2026-03-31", "31-03-2026", " 31-3-2026 "])
def test_a_day_is_read_in_either_form(text: str) -> None:
    assert parse_day(text) == date(2026, 3, 31)


@pytest.mark.parametrize(
    ("read", "hint"),
    [
        (parse_day, "31-03-2026."),
        (lambda typed: past_day_or_today(typed, TODAY), "31-03-2026; today and yesterday will do too."),
        (lambda typed: parse_any_day(typed, TODAY), "31-03-2026; yesterday, today and tomorrow will do too."),
    ],
)
def test_a_day_that_is_none_names_the_words_that_are_read_there_too(read: Callable[[str], date], hint: str) -> None:
    with pytest.raises(BadDate) as caught:
        read("ooit")
    assert (caught.value.name, caught.value.text_and_hint[1]) == ("bad_date", f"Write it as 2026-03-31 or {hint}")


def test_a_day_still_to_come_is_no_past_day() -> None:
    assert parse_past_day("31-03-2026", TODAY) == TODAY
    with pytest.raises(DateInFuture):
        parse_past_day("01-04-2026", TODAY)


def test_a_text_that_is_no_field_is_tidied_and_checked_too() -> None:
    assert plain_text("  Gemeente Alkmaar ") == "Gemeente Alkmaar"
    with pytest.raises(ValueControl):
        plain_text("Gemeente\x07Alkmaar")
