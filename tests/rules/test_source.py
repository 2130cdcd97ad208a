"""Art. 4.2, annex II and the grounds: who may tell us what, and on which ground it may be held."""

import pytest

from wkc.records.field import FieldClass
from wkc.records.verdict import Verdict
from wkc.rules.dossier.source import GEHEIM, GRONDSLAGEN, SOURCES, judge_holding, list_fitting, may_come_from, secrecy

ANNEX_II = {
    ("geregistreerde", None),
    ("opdrachtgever", None),
    *((source, "bsn_wet") for source in ("andere_gemeente", "belastingdienst", "politie", "ocw")),
    *((source, "wwb") for source in ("gemeente", "arbeidsvoorziening", "uwv", "werkgever", "een_ieder")),
}


def test_a_pair_of_the_annex_may_be_a_source_and_no_other_pair() -> None:
    sources = [*SOURCES, "krant", ""]
    allowed = {(s, b) for s in sources for b in (None, "bsn_wet", "wwb", "avg") if may_come_from(s, b, True).allowed}
    assert allowed == ANNEX_II


@pytest.mark.parametrize(
    ("source", "basis", "article"),
    [
        ("geregistreerde", None, "art. 4.2"),
        ("opdrachtgever", None, "art. 3"),
        ("uwv", "wwb", "art. 4.2, bijlage II"),
    ],
)
def test_a_source_rests_on_its_article(source: str, basis: str | None, article: str) -> None:
    assert may_come_from(source, basis, named=False).article == article


def test_a_pair_off_the_annex_is_refused_with_the_annex() -> None:
    assert may_come_from("uwv", "bsn_wet", named=True) == Verdict(
        allowed=False, reason="niet_op_bijlage_ii", article="art. 4.2, bijlage II"
    )


def test_een_ieder_is_somebody() -> None:
    assert may_come_from("een_ieder", "wwb", named=False).reason == "niet_genoemd"
    assert may_come_from("een_ieder", "wwb", named=True).allowed


@pytest.mark.parametrize(
    ("field_class", "grounds"),
    [
        (FieldClass.BIJZONDER, {"uitdrukkelijke_toestemming", "uavg_25", "uavg_30"}),
        (FieldClass.STRAFRECHTELIJK, {"uitdrukkelijke_toestemming", "uavg_32", "uavg_33"}),
        (FieldClass.GEWOON, {None}),
        (FieldClass.GEVOELIG, {None}),
    ],
)
def test_a_class_may_be_held_on_its_own_grounds_only(field_class: FieldClass, grounds: set[str | None]) -> None:
    asked = {None, "", "uavg_99", *(ground for table in GRONDSLAGEN.values() for ground in table)}
    assert {ground for ground in asked if judge_holding(field_class, ground).allowed} == grounds


def test_a_sealed_value_without_a_ground_is_refused_by_the_law_of_its_class() -> None:
    assert judge_holding(FieldClass.BIJZONDER, None) == Verdict(
        allowed=False, reason="grondslag_ontbreekt", article="AVG 9, UAVG 22"
    )
    assert judge_holding(FieldClass.STRAFRECHTELIJK, "uavg_30") == Verdict(
        allowed=False, reason="grondslag_past_niet", article="AVG 10, UAVG 31"
    )


@pytest.mark.parametrize(
    ("geheim", "citation", "reason"),
    [
        (None, None, "geen_geheim"),
        ("ambt", None, "ambt"),
        ("beroep", None, "beroep"),
        ("beroep", "Wet BIG 88", "beroep"),
        ("wet", "Wet SUWI 74", "wet"),
    ],
)
def test_a_secrecy_of_article_8_stands(geheim: str | None, citation: str | None, reason: str) -> None:
    assert secrecy(geheim, citation) == Verdict(allowed=True, reason=reason, article="art. 8.2")


@pytest.mark.parametrize(
    ("geheim", "citation", "reason"),
    [
        ("wet", None, "vindplaats_ontbreekt"),
        ("wet", " ", "vindplaats_ontbreekt"),
        ("belofte", None, "geheim_onbekend"),
        (None, "Wet SUWI 74", "geheim_ontbreekt"),
    ],
)
def test_a_secrecy_that_does_not_say_what_it_rests_on_is_refused(
    geheim: str | None, citation: str | None, reason: str
) -> None:
    assert secrecy(geheim, citation) == Verdict(allowed=False, reason=reason, article="art. 8.2")


def test_the_kinds_of_secrecy_are_those_of_the_register() -> None:
    assert GEHEIM == ("ambt", "beroep", "wet")


@pytest.mark.parametrize(
    ("field", "field_class", "grounds"),
    [
        ("geboorteland_ouder", FieldClass.BIJZONDER, ("uitdrukkelijke_toestemming", "uavg_25")),
        ("gezondheid", FieldClass.BIJZONDER, ("uitdrukkelijke_toestemming", "uavg_30")),
        ("ziekmelding", FieldClass.BIJZONDER, ("uitdrukkelijke_toestemming", "uavg_30")),
        ("detentie", FieldClass.STRAFRECHTELIJK, ("uitdrukkelijke_toestemming", "uavg_32", "uavg_33")),
        ("adres", FieldClass.GEWOON, ()),
    ],
)
def test_a_ground_fits_the_field_it_is_about(field: str, field_class: FieldClass, grounds: tuple[str, ...]) -> None:
    assert list_fitting(field, field_class) == grounds
