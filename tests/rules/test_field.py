"""The catalogue, laid beside annex I."""

import re
from collections import Counter

from wkc.records.field import FieldClass, Kind
from wkc.rules.dossier.field import BY_CODE, CATEGORIES, FIELDS, NEVER_AHEAD

ANNEX_I = {
    1: "geslachtsnaam voorvoegsel voornamen",
    2: "adres postcode telefoon* e_mail*",
    3: "woonplaats",
    4: "geslacht",
    5: "geboortedatum",
    6: "geboorteplaats",
    7: "burgerlijke_staat",
    8: "nationaliteit*",
    9: "geboorteland geboorteland_ouder*",
    10: "scholing* opleiding* werkervaring*",
    11: "uwv_nummer",
    12: "activiteit*",
    13: "sociale_dienst_nummer",
    14: "inkomsten*",
    15: "ziekenfonds ziekenfonds_nummer",
    16: "bankrekening",
    17: "burgerservicenummer",
    18: "tariefgroep",
    19: "ziekmelding* herstelmelding*",
    20: "identiteitsbewijs_soort identiteitsbewijs_nummer",
    21: "verblijfsvergunning_tot",
    22: "personeelsnummer",
    23: "sociale_gegevens*",
    24: "detentie*",
    25: "gezondheid*",
    26: "justitieel_verleden*",
    27: "financiele_gegevens*",
    28: "presentatie*",
    29: "arbeidscontract* plaatsing* begeleiding* einde_dienstverband*",
    30: "loonbeslag* schuldenregeling*",
}

BIJZONDER = """geboorteland_ouder ziekmelding herstelmelding sociale_gegevens gezondheid presentatie begeleiding"""
STRAFRECHTELIJK = "detentie justitieel_verleden"
GEVOELIG = """geboorteplaats nationaliteit geboorteland sociale_dienst_nummer inkomsten ziekenfonds
    ziekenfonds_nummer bankrekening burgerservicenummer tariefgroep identiteitsbewijs_soort
    identiteitsbewijs_nummer verblijfsvergunning_tot financiele_gegevens loonbeslag schuldenregeling"""


def test_every_number_of_the_annex_has_its_fields_and_a_star_says_many() -> None:
    listed: dict[int, list[str]] = {number: [] for number in CATEGORIES}
    for field in FIELDS:
        listed[field.category].append(field.code + "*" * field.many)
    assert {number: " ".join(codes) for number, codes in listed.items()} == ANNEX_I


def test_the_fields_stand_in_the_order_of_the_annex() -> None:
    assert [field.category for field in FIELDS] == sorted(field.category for field in FIELDS)


def test_each_field_has_the_class_that_the_law_gives_it() -> None:
    of_class = {kind: {field.code for field in FIELDS if field.field_class is kind} for kind in FieldClass}
    assert of_class[FieldClass.BIJZONDER] == set(BIJZONDER.split())
    assert of_class[FieldClass.STRAFRECHTELIJK] == set(STRAFRECHTELIJK.split())
    assert of_class[FieldClass.GEVOELIG] == set(GEVOELIG.split())


def test_only_the_geslachtsnaam_is_required() -> None:
    assert [field.code for field in FIELDS if field.required] == ["geslachtsnaam"]


def test_codes_are_what_people_can_type_and_unique() -> None:
    assert all(re.fullmatch("[a-z_]+", field.code) for field in FIELDS)
    assert max(Counter(field.code for field in FIELDS).values()) == 1
    assert list(BY_CODE.values()) == list(FIELDS)


def test_labels_are_dutch_words_and_unique() -> None:
    assert all(field.label[0].isupper() for field in FIELDS)
    assert len({field.label for field in FIELDS}) == len(FIELDS)


def test_a_code_field_has_choices_and_no_other_has() -> None:
    assert all(bool(field.choices) == (field.kind is Kind.CODE) for field in FIELDS)
    assert BY_CODE["geslacht"].choices == ("M", "V", "X", "O")
    assert "weduwe/weduwnaar" in BY_CODE["burgerlijke_staat"].choices


def test_days_that_cannot_lie_ahead_are_dates() -> None:
    assert all(BY_CODE[code].kind in (Kind.DATE, Kind.PARTIAL_DATE) for code in NEVER_AHEAD)


def test_a_field_of_a_sealed_class_takes_many_values_for_who_cannot_open_one_cannot_close_it() -> None:
    assert [field.code for field in FIELDS if field.field_class.sealed and not field.many] == []
