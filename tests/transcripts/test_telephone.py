"""UWV calls (art. 8.3): the three cases of the regulation, each with what the client later reads of it."""

import json
from typing import Any

import pytest

from tests.prepared import prepared
from tests.stage import PASSWORD, Stage

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
CALL = (
    "--recipient", "UWV", "--channel", "telefoon", "--ground", "doel", "--purpose", "uitvoering_uitkering",
    "--subject", "werkloosheidsuitkering", "--categories", "1,14",
)  # fmt: skip
KNOWN = ("--person", "1")
NAME_AND_INCOME = ["Naam", "Andere inkomsten uit arbeid"]


@prepared
def office(stage: Stage) -> Stage:
    """A client with an income, and somebody at UWV whose number is verified."""
    row = {"geslachtsnaam": "Vos", "inkomsten": "Krantenwijk"}
    stage.must("client", "register", *ORDER, "--from", "-", stdin=json.dumps(row))
    stage.must("party", "add", "UWV", "--kind", "instantie", "--body", "uwv")
    person = {"name": "J. Bakker", "function": "medewerker WW", "telephone": "020-5551234"}
    stage.must("party", "person", "add", "UWV", "--from", "-", stdin=json.dumps(person))
    stage.must("party", "person", "verify", "UWV", "1", "--source", "website")
    return stage


def called(stage: Stage, *more: str) -> int:
    return stage.wkc("disclosure", "log", "2026-1", *CALL, *more).code


def read_by_the_client(stage: Stage) -> list[tuple[str, str, list[str], str | None]]:
    """What came of each request, who asked, which kinds of data went, and why not at once."""
    place = stage.folder / "copy.json"
    stage.must("inzage", "export", "2026-1", "--format", "json", "--output", str(place), "--force")
    copy: Any = json.loads(place.read_bytes())
    return [
        (
            one["uitkomst"]["omschrijving"],
            one["naam"],
            [kind["naam"] for kind in one["soorten"]],
            one["reden"] and one["reden"]["omschrijving"],
        )
        for one in copy["ontvangers"]
    ]


def test_uwv_a_person_on_file_no_doubt_is_allowed(office: Stage) -> None:
    assert called(office, *KNOWN, "--doubt", "no") == 0
    assert read_by_the_client(office) == [("gegeven", "UWV", NAME_AND_INCOME, None)]


def test_the_same_with_doubt_is_refused_and_after_calling_back_on_the_verified_number_allowed(office: Stage) -> None:
    assert called(office, *KNOWN, "--doubt", "yes") == 3
    assert called(office, *KNOWN, "--doubt", "yes", "--called-back", "bestand") == 0
    assert read_by_the_client(office) == [
        ("niet gegeven", "UWV", [], "er was twijfel wie er belde"),
        ("gegeven", "UWV", NAME_AND_INCOME, None),
    ]


@pytest.mark.parametrize("doubt", [("no",), ("yes", "--called-back", "website")], ids=["no doubt", "called back"])
def test_uwv_a_caller_not_on_file_is_for_the_beheerder_called_back_or_not(office: Stage, doubt: tuple[str]) -> None:
    assert called(office, "--doubt", *doubt) == 3
    unknown = "wij kennen de beller niet"
    waits = "nog niet gegeven: de beheerder beslist"
    assert read_by_the_client(office) == [(waits, "UWV", [], unknown)]
    office.must("disclosure", "decide", "2026-1", "1", "--allow", stdin="Nagebeld bij de centrale.")
    assert read_by_the_client(office) == [("gegeven", "UWV", NAME_AND_INCOME, unknown)]


def test_a_caller_who_is_not_on_file_leaves_a_line_of_the_refusal(office: Stage) -> None:
    office.must("party", "add", "SVB", "--kind", "instantie")
    typed = (("Who calls", "unknown"), ("From which organisation", "SVB"))
    ran = office.wkc("disclosure", "call", "2026-1", typed=typed)
    assert (ran.code, "SAY NOTHING" in ran.err) == (3, True)
    line = next(one for one in office.json("audit", "list")["lines"] if one["action"] == "disclosure.log")
    assert (line["outcome"], line["details"]["reason"]) == ("refused", "beller_niet_bekend")
    assert office.json("disclosure", "list", "2026-1")["disclosures"] == []


def test_data_that_are_asked_for_are_chosen_with_commas_and_enter_alone_says_what_to_do(office: Stage) -> None:
    typed = (
        ("Who calls", "1"),
        ("Do you doubt", "no"),
        ("What is the call about", "werkloosheidsuitkering"),
        ("Which law", "ww"),
        ("Which article", ""),
        ("Which data", ""),
        ("Which data", "1,99"),
        ("Which data", "1,14"),
        ("And what else", ""),
        ("Did you give it", "all"),
    )
    ran = office.wkc("disclosure", "call", "2026-1", typed=typed)
    assert "Fill something in" in ran.out + ran.err
    assert "This is not on the list" in ran.out + ran.err
    assert read_by_the_client(office) == [("gegeven", "UWV", NAME_AND_INCOME, None)]


def test_an_organisation_that_is_called_as_a_body_of_annex_iii_is_that_body_by_enter(stage: Stage) -> None:
    typed = [
        ("Password", PASSWORD), ("anna> ", "12"), ("anna> ", "8"), ("anna> ", "2"),
        ("Name of the organisation", "UWV Alkmaar"), ("Kind of organisation", "instantie"),
        ("Which body of annex III [uwv - UWV] (-: none)", ""), ("Is this right", ""),
        ("anna> ", "0"), ("anna> ", "0"), ("anna> ", "0"),
    ]  # fmt: skip
    stage.wkc("menu", typed=typed)
    assert ("UWV Alkmaar", "uwv") in [(one["name"], one["body"]) for one in stage.json("party", "list")]


def test_a_call_of_an_instantie_whose_body_is_not_on_file_says_how_to_put_it_there(office: Stage) -> None:
    office.must("party", "add", "SVB", "--kind", "instantie")
    person = {"name": "R. Bos", "function": "medewerker", "telephone": "020-5551234"}
    office.must("party", "person", "add", "SVB", "--from", "-", stdin=json.dumps(person))
    typed = [
        ("Password", PASSWORD), ("Who calls", "bos"), ("Number, name", ""), ("Number, name", "niemand"),
        ("Number, name", "vos"), ("Do you doubt", "no"), ("What is the call about", "other"), ("Which law", "aow"),
        ("Which article", ""), ("Which data", "1"), ("And what else", ""),
    ]  # fmt: skip
    ran = office.wkc("disclosure", "call", typed=typed)
    assert "which body of annex III SVB is: `wkc party body` puts it there." in " ".join(ran.err.split())
    assert "Fill something in, or stop with Ctrl-C.\nNo client is found by this.\n" in ran.err
    typed = [
        ("Password", PASSWORD),
        ("Organisation", "nergens"),
        ("Organisation", "svb"),
        ("The body that it is", "svb"),
    ]
    office.wkc("party", "body", typed=typed)
    typed = [("Password", PASSWORD), ("Organisation", "svb"), ("Who", "bos"), ("The place where", "website")]
    assert "website" in office.wkc("party", "person", "verify", typed=typed).out
