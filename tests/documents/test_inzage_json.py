"""The copy as JSON: exact, complete, valid, and nobody of the office in it."""

import json
from datetime import UTC, date, datetime
from typing import Any

import jsonschema
import msgspec
import pytest
from msgspec.structs import replace

from tests.documents.people import CATEGORIES, EMPLOYEE, contact, entry, full_inzage, inzage, withdrawn
from wkc.documents.copy.inzage import SCHEMA, copy_of, schema
from wkc.documents.copy.model import Copy
from wkc.documents.part import as_json
from wkc.records.audit import Look
from wkc.records.dossier import Provenance
from wkc.records.inzage import Inzage


def told(of: Inzage) -> Any:
    return json.loads(as_json(copy_of(of, CATEGORIES)))


def category(copy: Any, number: int) -> Any:
    return next(part for part in copy["gegevens"] if part["nummer"] == number)


def test_the_schema_that_is_shipped_is_the_one_of_the_structs() -> None:
    assert json.loads(SCHEMA.read_bytes()) == schema()


def test_the_schema_is_itself_valid_and_says_which_it_is() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    assert schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema()["$id"] == "urn:wkc:inzage:3"


@pytest.mark.parametrize("of", [inzage(), full_inzage()], ids=["nothing held", "something in every part"])
def test_a_copy_is_valid_against_the_schema(of: Inzage) -> None:
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.Draft202012Validator(schema(), format_checker=checker).validate(told(of))


def test_a_copy_without_a_part_is_not_valid() -> None:
    copy = told(full_inzage())
    del copy["raadplegingen"]
    assert not jsonschema.Draft202012Validator(schema()).is_valid(copy)


def test_a_copy_reads_back_as_it_was_written() -> None:
    copy = copy_of(full_inzage(), CATEGORIES)
    assert msgspec.json.decode(as_json(copy), type=Copy) == copy


def test_the_same_copy_gives_the_same_bytes_and_ends_with_a_line_end() -> None:
    copy = copy_of(full_inzage(), CATEGORIES)
    assert as_json(copy) == as_json(copy)
    assert as_json(copy).endswith(b"}\n")


VALUES = [
    "#strong[x]",
    "= geen kop",
    "\\u{1F600} 😀",
    "x\ny\ttab",
    "'\"\u201c",
    "T.Śar ŃĆ",
    "e\u0301",
    "\u202eom",
    ".",
]


@pytest.mark.parametrize("value", VALUES)
def test_a_value_comes_back_as_it_was_stored(value: str) -> None:
    copy = told(inzage((entry("activiteit", value),), (contact(date(2026, 3, 9), "gesprek", value),)))
    assert category(copy, 12)["gegevens"][0]["waarde"] == value
    assert copy["contacten"][0]["notitie"] == value


def test_no_user_is_named_anywhere() -> None:
    assert EMPLOYEE not in as_json(copy_of(full_inzage(), CATEGORIES)).decode()


def test_an_entry_says_what_it_is_and_where_it_came_from() -> None:
    secret = Provenance("uwv", "wwb", None, date(2026, 4, 1), "uavg_30", "wet", "Wet SUWI art. 74")
    told_one = category(told(inzage((entry("gezondheid", "Kan niet tillen.", secret),))), 25)["gegevens"][0]
    del told_one["kenmerk"]
    assert told_one == {
        "veld": "gezondheid",
        "naam": "Gezondheid",
        "waarde": "Kan niet tillen.",
        "herkomst": {
            "bron": {"code": "uwv", "omschrijving": "het UWV"},
            "naam": None,
            "wet": {"code": "wwb", "omschrijving": "de Wet werk en bijstand, nu de Participatiewet"},
            "verkregenOp": "2026-04-01",
        },
        "grondslag": {
            "code": "uavg_30",
            "omschrijving": (
                "de wet laat toe dat wij over gezondheid vastleggen wat nodig is om u naar werk te "
                "begeleiden (UAVG artikel 30)"
            ),
        },
        "geheim": {
            "plicht": {"code": "wet", "omschrijving": "geheim volgens de wet: wij geven dit niet door"},
            "vindplaats": "Wet SUWI art. 74",
        },
        "inOnderzoek": False,
        "beperkt": False,
        "verklaring": None,
        "vastgelegdOp": "2026-03-03T23:30:00Z",
        "vervallenOp": None,
    }


def test_every_category_is_there_also_without_entries() -> None:
    assert [part["nummer"] for part in told(inzage())["gegevens"]] == sorted(CATEGORIES)
    assert category(told(inzage()), 7) == {
        "nummer": 7,
        "naam": "Burgerlijke staat",
        "gegevens": [],
        "eerder": [],
    }


def test_what_was_replaced_stands_apart_with_the_moment_until_when() -> None:
    address = category(told(full_inzage()), 2)
    assert [old["waarde"] for old in address["eerder"]] == ["Oude Gracht 3"]
    assert address["eerder"][0]["vervallenOp"] == "2026-05-02T23:30:00Z"
    assert "Oude Gracht 3" not in [now["waarde"] for now in address["gegevens"]]


def test_the_person_is_named_by_what_holds_now() -> None:
    assert told(full_inzage())["persoon"]["naam"] == "Anna Maria de Vos"
    assert told(inzage())["persoon"]["naam"] is None


def test_a_withdrawn_contact_stays_and_does_not_count() -> None:
    visit = withdrawn(contact(date(2026, 6, 2), "bezoek"), "Verkeerde persoon.")
    told_one = told(inzage(contacts=(visit,)))["contacten"][0]
    assert told_one["teltMee"] is False
    assert told_one["ingetrokken"] == {"op": "2026-06-03T14:30:00Z", "reden": "Verkeerde persoon."}


def test_a_look_is_told_by_role_purpose_and_deed() -> None:
    look = Look(datetime(2026, 7, 1, 12, 30, tzinfo=UTC), "client.show", "coach", "begeleiding")
    assert told(inzage(looks=(look,)))["raadplegingen"] == [
        {
            "tijdstip": "2026-07-01T12:30:00Z",
            "rol": {"code": "coach", "omschrijving": "een coach"},
            "doel": {"code": "begeleiding", "omschrijving": "u begeleiden"},
            "handeling": {"code": "client.show", "omschrijving": "uw dossier bekeken"},
            "reden": None,
        }
    ]


def test_a_code_without_words_is_named_by_itself() -> None:
    look = Look(datetime(2026, 7, 1, tzinfo=UTC), "client.weigh", "coach", "begeleiding")
    action = told(inzage(looks=(look,)))["raadplegingen"][0]["handeling"]
    assert action == {"code": "client.weigh", "omschrijving": "client.weigh"}


EMPTY = [
    "opdrachten",
    "contacten",
    "raadplegingen",
    "verzoeken",
    "brieven",
    "toestemmingen",
    "ontheffingen",
    "machtigingen",
    "opschortingen",
    "ontvangers",
    "weggelaten",
]


@pytest.mark.parametrize("part", EMPTY)
def test_an_empty_part_is_present_and_empty(part: str) -> None:
    assert told(inzage())[part] == []


def test_it_is_a_werkexemplaar_without_a_request() -> None:
    copy = told(inzage())
    assert copy["werkexemplaar"] is True
    assert copy["verzoek"] is None


def test_the_term_the_court_and_the_audit_head_are_told() -> None:
    copy = told(inzage())
    assert copy["bewaring"] == {
        "gerekendVanaf": "2026-10-05",
        "reden": {"code": "laatste_contact", "omschrijving": "de dag van ons laatste contact"},
        "totEnMet": "2031-10-05",
        "dagenInReservekopie": None,
    }
    assert "zes weken" in copy["rechten"]["rechter"]
    assert "Alkmaar" in copy["rechten"]["rechter"]
    assert "Amsterdam" in copy["rechten"]["verschil"]
    assert "twee maanden" in copy["rechten"]["verschil"]
    assert "Autoriteit Persoonsgegevens" in copy["rechten"]["klacht"]
    assert copy["auditlog"]["nummer"] == 1234
    assert copy["auditlog"]["hash"].startswith("0001 0203 0405 ")


def test_a_withheld_value_or_note_makes_no_copy() -> None:
    withheld = replace(contact(date(2026, 3, 9), "gesprek"), has_note=True)
    with pytest.raises(ValueError, match="withheld"):
        copy_of(inzage((entry("gezondheid", None),)), CATEGORIES)
    with pytest.raises(ValueError, match="withheld"):
        copy_of(inzage(contacts=(withheld,)), CATEGORIES)


def test_a_copy_names_the_regulation_as_it_is_called_with_its_date() -> None:
    office = replace(inzage().houder, reglement="Reglement persoonsgegevens", reglement_of=date(2027, 1, 1))
    said = json.loads(as_json(copy_of(replace(inzage(), houder=office), CATEGORIES)))
    assert said["houder"]["reglement"] == "Reglement persoonsgegevens, 1 januari 2027"


def test_the_office_says_in_its_own_words_what_goes_abroad_and_what_a_computer_decides() -> None:
    usual = told(inzage())
    assert usual["doorgifte"].startswith("Wij geven uw gegevens niet door aan landen buiten de Europese Unie")
    assert usual["geautomatiseerdeBesluiten"].startswith("Geen computer neemt een besluit")
    abroad, automated = "Onze e-mail staat bij een bedrijf in Zwitserland.", "Een computer stelt vacatures voor."
    own = told(replace(inzage(), abroad=abroad, automated=automated, backup_days=35))
    assert (own["doorgifte"], own["geautomatiseerdeBesluiten"]) == (abroad, automated)
    assert own["bewaring"]["dagenInReservekopie"] == 35
