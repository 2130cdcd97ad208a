"""A change that was written down by mistake is taken back before it is decided on (art. 12)."""

import json

from tests.prepared import prepared
from tests.stage import PASSWORD, Stage

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
ROWS = "geslachtsnaam;voornamen;postcode\nOudmerk;Suze;1811 AB\n"
CHANGES = [
    {"entry": 1, "why": "onjuist", "value": "Nieuwnaam"},
    {"entry": 3, "why": "onjuist", "value": "1811 AC"},
]


@prepared
def office(stage: Stage) -> Stage:
    """A request that asks to change a name and a postcode."""
    stage.must("client", "import", "-", *ORDER, stdin=ROWS)
    stage.must("request", "receive", "2026-1", "--kind", "verbetering")
    stage.must("correction", "propose", "V2026-1", "--from", "-", stdin=json.dumps(CHANGES))
    return stage


def contested(stage: Stage) -> list[str]:
    held = stage.json("client", "show", "2026-1")["dossier"]["entries"]
    return [entry["field"] for entry in held if entry["in_onderzoek"]]


def test_what_is_dropped_is_asked_no_more_and_contested_no_more(office: Stage) -> None:
    assert contested(office) == ["geslachtsnaam", "postcode"]
    left = office.json("correction", "drop", "V2026-1", "1")["proposals"]
    assert [(one["number"], one["value"]) for one in left] == [(1, "1811 AC")]
    line = office.json("audit", "list")["lines"][0]
    assert (line["action"], line["outcome"]) == ("correction.drop", "done")
    assert contested(office) == ["postcode"]


def test_it_can_be_proposed_again_as_it_should_be(office: Stage) -> None:
    office.must("correction", "drop", "V2026-1", "1")
    again = json.dumps({"entry": 1, "why": "onjuist", "value": "Beternaam"})
    asked = office.json("correction", "propose", "V2026-1", "--from", "-", stdin=again)["proposals"]
    assert [one["value"] for one in asked] == ["1811 AC", "Beternaam"]


def test_a_number_that_is_not_there_and_a_decision_that_is_made_are_refused(office: Stage) -> None:
    assert office.wkc("--json", "correction", "drop", "V2026-1", "3").error["name"] == "proposal_unknown"
    office.must("request", "identify", "V2026-1", "--method", "bekend")
    office.must("request", "decide", "V2026-1", "--decision", "toegewezen")
    assert office.wkc("correction", "drop", "V2026-1", "1").code == 3
    assert len(office.json("request", "show", "V2026-1")["proposals"]) == 2


def test_a_person_sees_what_goes_and_what_stands_now_before_typing(office: Stage) -> None:
    kept = office.wkc("correction", "drop", "V2026-1", "1", typed=[("Take it back?", "no")])
    assert "Geslachtsnaam → Nieuwnaam" in kept.err
    assert len(office.json("request", "show", "V2026-1")["proposals"]) == 2
    office.wkc("correction", "drop", "V2026-1", "1", typed=[("Take it back?", "yes")])
    typed = [("The right value of “Geslachtsnaam”, now Oudmerk", "Beternaam")]
    assert office.wkc("correction", "propose", "V2026-1", "1", "--why", "onjuist", typed=typed).code == 0


def test_the_menu_takes_back_a_change_by_its_name(office: Stage) -> None:
    typed = [
        ("Password", PASSWORD),
        ("anna> ", "Requests, step by step"),
        ("anna> ", "was a mistake"),
        ("Request", ""),
        ("Which change", "2"),
        ("Is this right?", ""),
        ("Number (Enter: nothing)", ""),
        ("anna> ", "0"),
        ("anna> ", "0"),
    ]
    office.wkc("menu", typed=typed)
    assert [one["value"] for one in office.json("request", "show", "V2026-1")["proposals"]] == ["Nieuwnaam"]


def test_what_somebody_else_proposed_stays_contested_but_for_the_beheerder(office: Stage) -> None:
    """A coach who dropped it could give out what the client contests (AVG 18.1.a)."""
    new = ("--new-password-file", str(office.password_file))
    office.must("user", "designate", "bram", "--name", "B", "--role", "coach", "--function", "f", *new)
    office.must("client", "assign", "2026-1", "--coach", "bram")
    bram = Stage(office.folder, "bram", office.now)
    ran = bram.wkc("--json", "correction", "drop", "V2026-1", "1")
    assert (ran.code, ran.error["name"]) == (4, "mistake_of_another")
    assert contested(office) == ["geslachtsnaam", "postcode"]
    bram.must("correction", "propose", "V2026-1", "2", "--why", "onjuist", stdin="Suus")
    bram.must("correction", "drop", "V2026-1", "3")
    assert office.wkc("correction", "drop", "V2026-1", "1").code == 0
