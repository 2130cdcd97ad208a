"""The copy tells what the person granted: to whom, for what, by whom, and until when."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from tests.documents.pdf import squeezed, text_of
from tests.documents.people import CATEGORIES, consent, entry, full_inzage, handed_out, inzage, mandate, release
from tests.documents.test_inzage_json import told
from wkc.documents.copy.inzage import as_pdf, copy_of
from wkc.records.dossier import Provenance

BALANS = mandate("bewindvoerder", "Bureau Balans")


def without(part: Any, *keys: str) -> Any:
    return {key: value for key, value in part.items() if key not in keys}


def test_a_consent_names_recipient_purpose_and_kinds_of_data() -> None:
    given = consent((1, 25))
    copy = told(replace(inzage(), consents=(given,)))
    assert without(copy["toestemmingen"][0], "vastgelegdOp") == {
        "kenmerk": str(given.uuid),
        "ontvanger": "Bakkerij Het Zuurdesem",
        "doel": {"code": "proefplaatsing", "omschrijving": "proefplaatsing"},
        "soorten": [{"nummer": 1, "naam": "Naam"}, {"nummer": 25, "naam": "Gezondheid en inzetbaarheid"}],
        "wijze": {"code": "schriftelijk", "omschrijving": "op papier"},
        "vanaf": "2026-08-03",
        "totEnMet": None,
        "namens": None,
        "ingetrokkenOp": None,
    }


def test_a_purpose_of_the_office_s_own_is_read_without_underscores() -> None:
    copy = told(replace(inzage(), consents=(replace(consent((1,)), purpose="training_op_locatie"),)))
    assert copy["toestemmingen"][0]["doel"] == {"code": "training_op_locatie", "omschrijving": "training op locatie"}


def test_what_somebody_else_gave_says_who_and_in_which_capacity() -> None:
    copy = told(replace(inzage(), consents=(consent((1,), BALANS),), mandates=(BALANS,)))
    assert copy["toestemmingen"][0]["namens"] == {
        "machtiging": copy["machtigingen"][0]["kenmerk"],
        "hoedanigheid": {"code": "bewindvoerder", "omschrijving": "bewindvoerder"},
        "naam": "Bureau Balans",
    }


def test_a_lifted_secret_names_its_entry_and_who_lifted_it() -> None:
    secret = entry("gezondheid", "Kan niet tillen.", Provenance("uwv", "wwb", None, date(2026, 4, 1), geheim="beroep"))
    lifted = release(secret)
    by_law = replace(lifted, by="wet", how=None, citation="Wet SUWI art. 54", recipient=None)
    copy = told(replace(inzage((secret,)), releases=(lifted, by_law)))
    shown = [without(part, "kenmerk", "vastgelegdOp", "vanaf") for part in copy["ontheffingen"]]
    assert shown == [
        {
            "gegeven": str(secret.uuid),
            "naam": "Gezondheid",
            "door": {"code": "geregistreerde", "omschrijving": "uzelf"},
            "instantie": None,
            "ontvanger": "Bakkerij Het Zuurdesem",
            "wijze": {"code": "schriftelijk", "omschrijving": "op papier"},
            "vindplaats": None,
            "namens": None,
            "ingetrokkenOp": None,
        },
        {
            "gegeven": str(secret.uuid),
            "naam": "Gezondheid",
            "door": {"code": "wet", "omschrijving": "de wet"},
            "instantie": None,
            "ontvanger": None,
            "wijze": None,
            "vindplaats": "Wet SUWI art. 54",
            "namens": None,
            "ingetrokkenOp": None,
        },
    ]


def test_a_mandate_tells_which_document_was_seen_and_by_nobody_s_name() -> None:
    copy = told(replace(inzage(), mandates=(BALANS,)))
    assert without(copy["machtigingen"][0], "kenmerk", "vastgelegdOp") == {
        "hoedanigheid": {"code": "bewindvoerder", "omschrijving": "bewindvoerder"},
        "naam": "Bureau Balans",
        "vanaf": "2026-01-05",
        "totEnMet": None,
        "stuk": "Beschikking van de kantonrechter van 5 januari 2026.",
        "gezienOp": "2026-01-09",
    }


def test_a_withheld_document_makes_no_copy() -> None:
    with pytest.raises(ValueError, match="withheld"):
        copy_of(replace(inzage(), mandates=(replace(BALANS, document=None),)), CATEGORIES)


@pytest.mark.parametrize(
    "sentence",
    [
        "; toestemmingen;",
        "; opgeheven geheimen;",
        "; wie namens u mag optreden;",
    ],
)
def test_on_paper_an_empty_part_is_named_in_the_one_line_for_them(sentence: str) -> None:
    assert squeezed(sentence) in text_of(as_pdf(copy_of(handed_out(inzage()), CATEGORIES)))


@pytest.mark.parametrize(
    "sentence",
    [
        "Bakkerij Het Zuurdesem voor: proefplaatsing Naam (1); Gezondheid en inzetbaarheid (25)",
        "op papier, namens u door bewindvoerder Bureau Balans Niet meer vanaf 1 september 2026",
        "Dit is geheim volgens de wet: wij geven dit niet door (WGBO art. 7:457 BW). Dat geheim is opgeheven: zie",
        "Gezondheid voor: Bakkerij Het Zuurdesem uzelf 3 augustus 2026 op papier",
        "Beschikking van de kantonrechter van 5 januari 2026. gezien op 9 januari 2026",
    ],
)
def test_on_paper_it_reads(sentence: str) -> None:
    assert squeezed(sentence) in text_of(as_pdf(copy_of(handed_out(full_inzage()), CATEGORIES)))
