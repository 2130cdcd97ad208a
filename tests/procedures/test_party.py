"""Parties as they are: address, role, agreement; and the papers that follow them."""

import json

import pytest

from tests.documents.pdf import squeezed, text_of
from tests.stage import Stage

FORM = {"e_mail": "rapportage@gemeente.test", "contact": "mevrouw De Wit"}
SET = (
    *("--address", "Postbus 53", "--postcode", "1800 BC", "--place", "Alkmaar", "--kenmerk", "LEV-118"),
    *("--role", "Zelfstandig", "--agreed-on", "2026-01-01", "--agreed-until", "31-12-2027"),
    *("--agreement", "RO-2026-7", "--agreement-at", "kast 3", "--report-months", "3", "--breach-hours", "24"),
)


def test_a_profile_is_set_shown_and_changed_part_by_part(stage: Stage) -> None:
    shown = stage.json("party", "set", "Gemeente", *SET, "--from", "-", stdin=json.dumps(FORM))
    assert shown["profile"] == {
        "address": "Postbus 53",
        "postcode": "1800 BC",
        "place": "Alkmaar",
        "e_mail": "rapportage@gemeente.test",
        "contact": "mevrouw De Wit",
        "kenmerk": "LEV-118",
        "role": "zelfstandig",
        "agreed_on": "2026-01-01",
        "agreed_until": "2027-12-31",
        "agreement": "RO-2026-7",
        "agreement_at": "kast 3",
        "report_months": 3,
        "breach_hours": 24,
        "basis": None,
    }
    stage.must("party", "set", "Gemeente", "--role", "verantwoordelijk", "--clear", "agreed-until")
    now = stage.json("party", "show", "Gemeente")["profile"]
    assert now == shown["profile"] | {"role": "verantwoordelijk", "agreed_until": None}


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        (("--role", "baas"), "kind_unknown"),
        (("--report-months", "25"), "not_a_number"),
        (("--report-months", "drie"), "not_a_number"),
        (("--breach-hours", "0"), "not_a_number"),
        (("--agreed-on", "2026-02-01", "--agreed-until", "2026-01-31"), "period_backwards"),
        (("--clear", "naam"), "kind_unknown"),
        (("--address", " "), "value_empty"),
        (("--address", "Postbus 1, 18000 AA Alkmaar"), "town_in_address"),
        (("--address", "Postbus 1, 1800 AA Alkmaar"), "town_in_address"),
    ],
    ids=str,
)
def test_what_cannot_be_is_not_set(stage: Stage, wrong: tuple[str, ...], error: str) -> None:
    ran = stage.wkc("--json", "party", "set", "Gemeente", *wrong)
    assert (ran.code, ran.error["name"]) == (6, error)
    assert stage.json("party", "show", "Gemeente")["profile"]["role"] is None


def test_an_address_that_no_mail_goes_to_is_refused_and_not_repeated(stage: Stage) -> None:
    ran = stage.wkc("--json", "party", "set", "Gemeente", "--from", "-", stdin='{"e_mail": "anna apestaart werk"}')
    assert (ran.code, ran.error["name"]) == (6, "bad_email")
    assert "apestaart" not in ran.err


def test_a_profile_is_asked_question_by_question_and_enter_keeps_what_there_is(stage: Stage) -> None:
    stage.must("party", "set", "Gemeente", "--place", "Alkmaar", "--role", "zelfstandig")
    ran = stage.wkc(
        "party",
        "set",
        "Gemeente",
        typed=[
            ("Street and number, or post box:", "Postbus 53"),
            ("Postcode:", "1800 BC"),
            ("Town [Alkmaar]:", ""),
            ("E-mail address:", "geen"),
            ("E-mail address:", "post@gemeente.test"),
            ("Contact person", ""),
            ("Their name for us", ""),
            ("Role for the data (verantwoordelijk, zelfstandig, verwerker) [zelfstandig]:", ""),
            ("Day of the agreement:", ""),
            ("Last day of the agreement:", ""),
            ("Reference of the agreement:", ""),
            ("Place where the agreement is kept:", ""),
            ("A report is due every", "6"),
            ("A data breach is reported", ""),
            ("Their ground to give us data", "avg 6.1 z"),
            ("Their ground to give us data", "avg_6_1_e"),
        ],
    )
    assert ran.code == 0, ran.err
    profile = stage.json("party", "show", "Gemeente")["profile"]
    assert (profile["address"], profile["place"], profile["role"]) == ("Postbus 53", "Alkmaar", "zelfstandig")
    assert (profile["e_mail"], profile["report_months"]) == ("post@gemeente.test", 6)
    assert profile["basis"] == "avg_6_1_e"


def registered(stage: Stage, role: str | None) -> Stage:
    if role:
        stage.must("party", "set", "Gemeente", "--role", role)
    stage.must("settings", "set", "houder.address", "Kanaalkade 12")
    order = ("--opdrachtgever", "Gemeente", "--assignment", "A1", "--from", "-")
    stage.must(
        "client",
        "register",
        *order,
        stdin='{"geslachtsnaam": "Vos", "adres": "Laat 1", "postcode": "1811 EH", "woonplaats": "Alkmaar"}',
    )
    return stage


@pytest.mark.parametrize(
    ("role", "says"),
    [
        (None, "Wij zijn verantwoordelijk voor uw gegevens."),
        ("verantwoordelijk", "Voor uw gegevens is Gemeente Alkmaar verantwoordelijk"),
        ("zelfstandig", "Gemeente Alkmaar is dat zelf voor wat zij ermee doet."),
        ("verwerker", "Gemeente Alkmaar gebruikt ze alleen in onze opdracht"),
    ],
)
def test_the_notice_the_letters_and_the_copy_say_who_answers_by_the_role(
    stage: Stage, role: str | None, says: str
) -> None:
    registered(stage, role)
    stage.must("letter", "notify", "2026-1")
    stage.must("request", "receive", "2026-1", "--kind", "inzage")
    papers = {}
    for letter in ("B2026-0001", "B2026-0002"):
        place = stage.folder / f"{letter}.pdf"
        stage.must("letter", "print", letter, "--output", str(place))
        papers[letter] = squeezed(text_of(place.read_bytes()))
    assert squeezed(says) in papers["B2026-0001"]
    assert squeezed("In reservekopieën staan ze daarna nog 35 dagen.") in papers["B2026-0001"]
    assert (squeezed(says) in papers["B2026-0002"]) == (role is not None)
    place = stage.folder / "copy.pdf"
    stage.must("request", "identify", "V2026-1", "--method", "bekend")
    stage.must("request", "decide", "V2026-1", "--decision", "toegewezen")
    stage.must("request", "notify", "V2026-1")
    stage.must("inzage", "export", "2026-1", "--request", "V2026-1", "--output", str(place))
    assert squeezed(says) in squeezed(text_of(place.read_bytes()))


def test_a_letter_with_data_has_a_number_of_its_own_that_counts_on(stage: Stage) -> None:
    registered(stage, None)
    stage.must("party", "set", "Gemeente", "--address", "Postbus 53", "--postcode", "1800 BC", "--place", "Alkmaar")
    asked = ("--recipient", "Gemeente", "--channel", "brief", "--ground", "doel", "--purpose", "voortgang")
    numbers = []
    for name in ("one.pdf", "two.pdf"):
        place = stage.folder / name
        made = stage.json("disclosure", "log", "2026-1", *asked, "--categories", "1", "--letter", str(place))
        numbers.append(made["letter"]["number"])
        text = squeezed(text_of(place.read_bytes()))
        assert squeezed(f"Ons kenmerk {numbers[-1]}") in text
        assert squeezed("Gemeente Alkmaar Postbus 53 1800 BC Alkmaar") in text
    assert numbers == ["G2026-0001", "G2026-0002"]
