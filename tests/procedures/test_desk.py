"""Art. 11.1 and 11.5: inzage at the desk has its own line; proof of identity is asked for where there is doubt."""

import json

from tests.prepared import once, prepared
from tests.stage import Stage

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1", "--special-basis", "uavg_30")
SUZE = {"geslachtsnaam": "Stapper", "voornamen": "Suze", "gezondheid": "kan niet tillen", "scholing": "vmbo"}


@prepared
def office(stage: Stage) -> Stage:
    stage.must("client", "import", "-", *ORDER, stdin=json.dumps([SUZE]))
    return stage


@once
def granted(stage: Stage, kind: str) -> None:
    stage.must("request", "receive", "2026-1", "--kind", kind)
    stage.must("request", "identify", "V2026-1", "--method", "bekend")
    stage.must("request", "decide", "V2026-1", "--decision", "toegewezen")


def test_a_look_at_the_desk_says_who_looked_at_what_with_whom_and_carries_the_request_out(office: Stage) -> None:
    granted(office, "inzage")
    early = office.wkc("--json", "inzage", "desk", "2026-1", "--request", "V2026-1")
    assert (early.code, early.error["name"]) == (3, "step_out_of_order")
    office.must("request", "notify", "V2026-1")
    seen = office.must("inzage", "desk", "2026-1", "--request", "V2026-1").out
    assert "kan niet tillen" in seen
    line = office.json("audit", "list")["lines"][0]
    assert (line["action"], line["outcome"], line["details"]["with"]) == ("inzage.desk", "done", "anna")
    assert line["details"]["categories"] == "1,10,25"
    assert line["subject"] is not None
    assert office.json("request", "show", "V2026-1")["request"]["state"] == "uitgevoerd"
    assert office.wkc("inzage", "desk", "2026-1", "--request", "V2026-1").code == 3


def test_a_request_for_something_else_shows_nothing_at_the_desk(office: Stage) -> None:
    granted(office, "afschrift")
    office.must("request", "notify", "V2026-1")
    ran = office.wkc("--json", "inzage", "desk", "2026-1", "--request", "V2026-1")
    assert (ran.code, ran.error["name"], ran.out) == (3, "desk_is_inzage", "")


def test_who_was_met_lately_is_not_asked_for_a_passport_unless_there_is_doubt(office: Stage) -> None:
    office.must("contact", "log", "2026-1", "--kind", "gesprek")
    office.must("request", "receive", "2026-1", "--kind", "inzage")
    ran = office.wkc("--json", "request", "ask-identity", "V2026-1")
    assert (ran.code, ran.error["name"]) == (3, "no_doubt")
    office.must("request", "ask-identity", "V2026-1", "--doubt")
