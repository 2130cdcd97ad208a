"""The copy names who got data, when, on which ground and which kinds; and who asked and did not."""

from datetime import UTC, datetime
from typing import Any

import jsonschema
import pytest
from msgspec.structs import replace

from tests.documents.pdf import squeezed, text_of
from tests.documents.people import CATEGORIES, EMPLOYEE, handed_out, inzage
from tests.documents.recipients import disclosure
from tests.documents.test_inzage_json import told
from wkc.documents.copy.inzage import as_pdf, copy_of, schema
from wkc.records.disclosure import Answer, Disclosure, SentLetter
from wkc.records.inzage import Inzage

AT = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
NO = Answer(False, "Hij kan het haar zelf vragen.", AT, EMPLOYEE)
YES = replace(NO, allowed=True, reason="De titel is nagekeken.")
ASKED_IN_NEED = {"ground": "dringende_reden", "reason": "De bakker moet het vandaag weten."}


def holding(*made: Disclosure) -> Inzage:
    return replace(inzage(), disclosures=made, laws={"ww": "Werkloosheidswet"})


def recipient(made: Disclosure) -> Any:
    copy = told(holding(made))
    jsonschema.Draft202012Validator(schema()).validate(copy)
    return copy["ontvangers"][0]


def test_a_recipient_is_named_with_day_ground_purpose_and_kinds_of_data() -> None:
    got = recipient(disclosure())
    assert (got["naam"], got["datum"]) == ("Bakkerij Het Zuurdesem", "2026-11-23")
    assert got["grond"] == {"code": "doel", "omschrijving": "het hoort bij het werk waarvoor wij uw gegevens hebben"}
    assert got["doel"] == {"code": "bemiddeling", "omschrijving": "werk voor u zoeken"}
    assert got["uitkomst"]["code"] == "verstrekt"
    assert got["soorten"] == [{"nummer": 1, "naam": "Naam"}]
    assert [kind["nummer"] for kind in got["gevraagd"]] == [1, 12]
    assert got["reden"] is None


def test_a_law_is_named_with_its_place() -> None:
    case: dict[str, Any] = {"ground": "wettelijk_voorschrift", "law": "ww", "citation": "artikel 54", "purpose": None}
    assert recipient(disclosure(**case))["wet"] == "Werkloosheidswet, artikel 54"
    assert recipient(disclosure(**case | {"law": "ander"}))["wet"] == "artikel 54"


def test_who_was_refused_got_nothing_and_the_reason_is_told() -> None:
    got = recipient(disclosure("geweigerd", "ontvanger_buiten_doel"))
    assert (got["uitkomst"]["code"], got["soorten"]) == ("geweigerd", [])
    assert got["reden"] == {"code": "ontvanger_buiten_doel", "omschrijving": "dit doel is niet voor deze ontvanger"}


@pytest.mark.parametrize(
    ("decision", "outcome", "kinds"), [(None, "wacht", []), (NO, "geweigerd", []), (YES, "verstrekt", [1])]
)
def test_what_the_beheerder_decides_is_told_with_the_reason(
    decision: Answer | None, outcome: str, kinds: list[int]
) -> None:
    made = replace(disclosure("beheerder_beslist", "dringende_reden", **ASKED_IN_NEED), decision=decision)
    got = recipient(made)
    assert got["uitkomst"]["code"] == outcome
    assert [kind["nummer"] for kind in got["soorten"]] == kinds
    assert got["toelichting"] == "De bakker moet het vandaag weten."
    assert (got["besluit"] and got["besluit"]["reden"]) == (decision and decision.reason)


def test_danger_to_life_is_told_as_such() -> None:
    made = replace(disclosure("toegestaan", "vitaal_belang", **ASKED_IN_NEED), vital=True)
    assert recipient(made)["grond"]["omschrijving"] == "er was levensgevaar, en u kon niet gevraagd worden"


def test_nobody_of_the_office_and_no_clerk_of_the_recipient_is_named() -> None:
    text = str(told(holding(replace(disclosure("beheerder_beslist", "dringende_reden"), decision=NO))))
    assert EMPLOYEE not in text
    assert "Kaya" not in text


def test_a_withheld_reason_goes_into_no_copy() -> None:
    made = replace(disclosure("beheerder_beslist", "dringende_reden"), decision=replace(NO, reason=None))
    with pytest.raises(ValueError, match="withheld"):
        copy_of(holding(made), CATEGORIES)


def test_the_paper_tells_it_in_plain_words() -> None:
    sent = replace(disclosure(), letter=SentLetter(AT, bytes(32)))
    refused = replace(disclosure("beheerder_beslist", "dringende_reden", **ASKED_IN_NEED), decision=NO)
    text = text_of(as_pdf(copy_of(handed_out(holding(sent, refused)), CATEGORIES)))
    for part in (
        "Aan deze ontvangers gaven wij gegevens over u.",
        "Hiervan is op 24 november 2026 een brief gemaakt.",
        "Wie vroeg om gegevens en kreeg ze niet",
        "bij een dringende reden beslist de beheerder",
        "De beheerder besliste op 24 november 2026: nee. Hij kan het haar zelf vragen.",
    ):
        assert squeezed(part) in text, part


def test_where_nobody_asked_it_says_so() -> None:
    text = text_of(as_pdf(copy_of(handed_out(inzage()), CATEGORIES)))
    assert squeezed("Hierover is niets vastgelegd:") in text
    assert squeezed("; wie uw gegevens kreeg; wie om gegevens vroeg en ze niet kreeg;") in text
    assert squeezed("Wie kregen uw gegevens?") not in text
