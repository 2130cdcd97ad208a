"""The tables beside annex I: each field of a sealed class is decided on, and one list of fields finds somebody."""

import re
from pathlib import Path

from wkc.documents.value import CODES, DATES
from wkc.procedures.dossier.search_keys import KINDS, TOWN, of_value
from wkc.records.field import FieldClass, Kind
from wkc.rules.disclosure.annex import COVERED
from wkc.rules.dossier.field import BY_CODE, FIELDS
from wkc.rules.dossier.source import ORIGIN

TOP = Path(__file__).parents[2]
SCHEMA = (TOP / "schema.sql").read_text(encoding="utf-8")
SEARCH = (TOP / "wkc" / "store" / "dossier" / "search.sql").read_text(encoding="utf-8")

OF_ORIGIN = {"geboorteland_ouder"}
OF_HEALTH = {"ziekmelding", "herstelmelding", "sociale_gegevens", "gezondheid", "presentatie", "begeleiding"}
"""The bijzonder fields that are about health, or may be (UAVG 30)."""
OF_NO_LAW = OF_ORIGIN | {"sociale_gegevens", "presentatie", "begeleiding", "detentie", "justitieel_verleden"}
"""The fields of a sealed class that no law on incapacity for work is about: a citation of one is for the beheerder."""

A_VALUE_OF = {
    "geslachtsnaam": ("Jansen", "naam"),
    "voorvoegsel": ("van der", None),
    "voornamen": ("Fatma", "naam"),
    "geboortedatum": ("1968-03", "geboortedatum"),
    "postcode": ("1811 EH", "postcode"),
    "woonplaats": ("Alkmaar", "plaats"),
    "telefoon": ("072 511 22 33", "telefoon"),
    "e_mail": ("fatma@example.nl", "e_mail"),
}
"""The fields that somebody is found by, with a value and the kind of key that it makes; voorvoegsels fit everybody."""


def fields_in(condition: str) -> set[str]:
    """Give the codes of the lists of fields, as SQL has them, which all have to be one."""
    lists = {frozenset(re.findall(r"'(\w+)'", codes)) for codes in re.findall(r"field IN \(([^)]*)\)", condition)}
    assert len(lists) == 1
    return set(*lists)


def test_each_bijzonder_field_is_about_origin_or_health() -> None:
    bijzonder = {field.code for field in FIELDS if field.field_class is FieldClass.BIJZONDER}
    assert ORIGIN == OF_ORIGIN
    assert bijzonder == OF_ORIGIN | OF_HEALTH


def test_each_field_of_a_sealed_class_is_one_that_a_law_is_about_or_that_none_is() -> None:
    sealed = {field.code for field in FIELDS if field.field_class.sealed}
    about = set().union(*COVERED.values())
    assert about & OF_NO_LAW == set()
    assert about | OF_NO_LAW == sealed


def test_the_triggers_of_the_search_keys_watch_the_fields_that_a_search_reads() -> None:
    triggers = re.findall(r"CREATE TRIGGER search_key_entry_\w+ .*?\nEND;", SCHEMA, re.DOTALL)
    assert len(triggers) == 3
    assert [fields_in(trigger) for trigger in triggers] == [fields_in(SEARCH)] * 3


def test_a_search_reads_the_fields_that_keys_are_made_of() -> None:
    assert fields_in(SEARCH) == set(A_VALUE_OF)
    assert set(A_VALUE_OF) <= set(BY_CODE)
    made = {code: {key.partition(":")[0] for key in of_value(code, value)} for code, (value, _) in A_VALUE_OF.items()}
    assert made == {code: {kind} - {None} for code, (_, kind) in A_VALUE_OF.items()}
    assert set().union(*made.values()) == {*KINDS, TOWN}


def test_paper_says_each_day_and_each_code_in_words() -> None:
    assert {field.code for field in FIELDS if field.kind in (Kind.DATE, Kind.PARTIAL_DATE)} == DATES
    assert {field.code for field in FIELDS if field.kind is Kind.CODE} == set(CODES)
