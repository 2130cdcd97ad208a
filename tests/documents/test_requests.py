"""The copy that answers a request: what was asked, what was decided, what was left out; and an overdracht."""

import json
from datetime import date
from typing import Any

import jsonschema
import pytest
from msgspec.structs import replace

from tests.documents.pdf import squeezed, text_of
from tests.documents.people import CATEGORIES, EMPLOYEE, FROM_CLIENT, entry, full_inzage
from tests.rules.requests import CLIENT, MANDATE, extended, in_state, ruling
from wkc.documents.copy import inzage, overdracht
from wkc.documents.copy.inzage import as_pdf, copy_of
from wkc.documents.part import as_json
from wkc.records.inzage import Inzage
from wkc.records.request import Decision, Request, Requester, RequestKind, RequestState
from wkc.rules.requests.request import count_days

PARTLY = replace(
    ruling(Decision.DEELS, "rechten_van_anderen"),
    reasons="Dit gaat over uw moeder.",
    left_out=((23, None),),
)
TOLD = in_state(
    RequestState.MEDEGEDEELD,
    client=CLIENT,
    ruling=PARTLY,
    asked_on=date(2026, 3, 6),
    oral=True,
    has_words=True,
    words="Ik wil alles zien.",
    extension=extended(date(2026, 3, 12)),
)


def held(answers: Request, *others: Request) -> Inzage:
    """Give somebody with something in every part, to be handed out on a request."""
    asked = count_days(answers)
    return replace(full_inzage(), requests=(*map(count_days, others), asked), answers=asked)


def told(of: Inzage) -> Any:
    return json.loads(as_json(copy_of(of, CATEGORIES)))


def test_a_copy_for_a_request_is_no_werkexemplaar_and_is_valid() -> None:
    copy = told(held(TOLD))
    jsonschema.Draft202012Validator(inzage.schema()).validate(copy)
    assert copy["werkexemplaar"] is False
    assert copy["verzoek"]["kenmerk"] == "V2026-0001"
    assert copy["verzoek"]["soort"] == {"code": "inzage", "omschrijving": "inzage in uw gegevens"}


def test_it_tells_how_it_was_made_sure_who_asked() -> None:
    assert told(held(TOLD))["verzoek"]["identiteit"] == {
        "wijze": {"code": "getoond", "omschrijving": "aan een document dat getoond is"},
        "document": {"code": "paspoort", "omschrijving": "paspoort"},
        "laatsteTekens": "4F7",
        "vastgesteldOp": "2026-03-12",
    }


def test_every_request_stands_in_the_copy_with_both_its_last_days() -> None:
    copy = told(held(TOLD, in_state(RequestState.INGETROKKEN, number="V2026-0009")))
    assert [one["kenmerk"] for one in copy["verzoeken"]] == ["V2026-0009", "V2026-0001"]
    assert copy["verzoeken"][0]["ingetrokkenOp"] == "2026-03-10"
    last_days = (copy["verzoeken"][1]["antwoordUiterlijk"], copy["verzoeken"][1]["antwoordUiterlijkAvg"])
    assert last_days == ("2026-04-05", "2026-06-11")


def test_what_the_decision_leaves_out_is_gone_and_said_with_its_ground_and_reasons() -> None:
    copy = told(held(TOLD))
    social = next(part for part in copy["gegevens"] if part["nummer"] == 23)
    assert social["gegevens"] == []
    assert "Zorgt voor haar moeder." not in json.dumps(copy)
    (one,) = copy["weggelaten"]
    assert (one["nummer"], one["naam"], one["veld"]) == (23, "Sociale gegevens", None)
    assert one["grond"]["code"] == "rechten_van_anderen"
    assert one["redenen"] == "Dit gaat over uw moeder."


def test_one_entry_can_be_left_out_of_its_category() -> None:
    here = full_inzage()
    secret = next(one for one in here.dossier.entries if one.field.code == "woonplaats")
    partly = replace(TOLD, ruling=replace(PARTLY, left_out=((3, secret.uuid),)))
    copy = told(replace(here, answers=count_days(partly)))
    assert [part["gegevens"] for part in copy["gegevens"] if part["nummer"] == 3] == [[]]
    assert copy["weggelaten"][0]["veld"] == "Woonplaats"
    assert any(part["gegevens"] for part in copy["gegevens"] if part["nummer"] == 23)


def test_the_paper_says_what_was_asked_decided_and_left_out() -> None:
    text = text_of(as_pdf(copy_of(held(TOLD), CATEGORIES)))
    for sentence in (
        (
            "Deze kopie is het antwoord op verzoek V2026-0001: inzage in uw gegevens. Wij kregen het op 5 maart 2026 "
            "van uzelf."
        ),
        (
            "Op 12 maart 2026 gingen wij na wie het was: aan een document dat getoond is (paspoort, nummer eindigt op "
            "4F7; wij maakten geen kopie)."
        ),
        "Op 20 maart 2026 besloten wij: voor een deel ja.",
        "Wat over u staat, op een deel na, in de registratie van",
        "Een deel staat er niet in.",
        "Sociale gegevens (23): alles",
        "Dit gaat over uw moeder.",
        "gezegd, en door ons opgeschreven.",
        "Ik wil alles zien.",
    ):
        assert squeezed(sentence) in text, sentence
    assert "werkexemplaar" not in text
    assert squeezed("In deze soorten staat niets: Sociale gegevens") not in text


def test_who_asked_for_the_person_is_named_and_nobody_of_the_office() -> None:
    asked = replace(TOLD, requester=Requester.GEMACHTIGDE, mandate=MANDATE)
    raw = as_json(copy_of(held(asked), CATEGORIES)).decode()
    assert "A. Vocaat" in raw
    assert EMPLOYEE not in raw
    assert "bram" not in raw


@pytest.mark.parametrize(
    "closed",
    [
        replace(TOLD, words=None),
        replace(TOLD, ruling=replace(PARTLY, reasons=None)),
        replace(TOLD, extension=replace(extended(date(2026, 3, 12)), reasons=None)),
    ],
    ids=["words", "reasons", "extension"],
)
def test_what_is_withheld_goes_into_no_copy(closed: Request) -> None:
    with pytest.raises(ValueError, match="withheld"):
        copy_of(held(closed), CATEGORIES)


def taken() -> Any:
    asked = replace(TOLD, kind=RequestKind.OVERDRACHT, ruling=ruling(Decision.TOEGEWEZEN))
    own = replace(full_inzage(), answers=count_days(asked))
    mine = (entry("voornamen", "Anna", FROM_CLIENT), entry("e_mail", "anna@voorbeeld.example", FROM_CLIENT))
    own = replace(own, dossier=replace(own.dossier, entries=(*own.dossier.entries, *mine)))
    return json.loads(as_json(overdracht.make_overdracht(own, CATEGORIES)))


def test_what_is_taken_along_holds_only_what_the_person_gave() -> None:
    along = taken()
    jsonschema.Draft202012Validator(overdracht.schema()).validate(along)
    sources = {
        one["herkomst"]["bron"]["code"] for part in along["gegevens"] for one in (*part["gegevens"], *part["eerder"])
    }
    assert sources == {"geregistreerde"}
    assert along["persoon"]["naam"] == "Anna"
    assert not {"contacten", "opdrachten", "raadplegingen"} & set(along)


def test_the_schema_of_an_overdracht_that_is_shipped_is_the_one_of_the_structs() -> None:
    assert json.loads(overdracht.SCHEMA.read_bytes()) == overdracht.schema()
    jsonschema.Draft202012Validator.check_schema(overdracht.schema())
