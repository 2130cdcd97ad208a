"""Duties of care: they come on the agenda by their day, and each is done with a signed line of the log."""

import json
import re
from datetime import timedelta

import pytest

from tests.prepared import prepared
from tests.stage import Stage

CARE = {"toegang_nalopen", "inzien_steekproef", "sleutels_nagaan", "feestdagen_nagaan"}


@prepared
def office(stage: Stage) -> Stage:
    """An office of two, of whom bram looked at three dossiers."""
    who = ("--name", "Bram", "--role", "medewerker", "--function", "administratie")
    stage.must("user", "designate", "bram", *who, "--new-password-file", str(stage.password_file))
    order = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
    stage.must("client", "import", "-", *order, stdin="geslachtsnaam\nStapper\nDal\nBerg\n")
    looks = Stage(stage.folder, "bram", stage.now)
    for number in ("2026-1", "2026-2", "2026-3"):
        looks.must("client", "show", number)
    stage.now = looks.now
    return stage


def due(stage: Stage) -> dict[str, str]:
    items = stage.wkc("--json", "agenda").data["items"]
    return {item["duty"]: item["on"] for item in items if item["duty"] in CARE}


def last_line(stage: Stage, action: str) -> dict[str, object]:
    lines = stage.json("audit", "list")["lines"]
    return next(dict(line["details"]) for line in lines if line["action"] == action)


def test_each_comes_on_the_agenda_when_it_is_late_and_is_off_it_once_done(office: Stage) -> None:
    assert due(office) == {}
    office.now += timedelta(days=400)
    looks = Stage(office.folder, "bram", office.now)
    looks.must("client", "show", "2026-1")
    office.now = looks.now
    assert due(office) == dict.fromkeys(CARE, "2027-11-24") | {"inzien_steekproef": "2026-12-24"}
    seen = office.wkc("--json", "agenda").data
    assert {item["duty"] for item in seen["items"][: seen["overdue"]]} >= CARE
    text = re.sub(r"\s+", " ", office.wkc("agenda").out)
    assert "2027-11-24 34 late review who has access; the last time: never yet (`wkc user review`)" in text
    office.must("user", "review", "--from", "-", stdin='{"anna": "houden", "bram": "houden"}')
    for work in ("sleutels", "feestdagen"):
        office.must("--yes", "agenda", "--done", work)
    assert set(due(office)) == {"inzien_steekproef"}
    office.must("audit", "verify")


def test_where_nobody_else_looked_of_late_there_is_no_sample_to_check(office: Stage) -> None:
    office.now += timedelta(days=31)
    assert due(office) == {}


def test_an_office_of_one_has_nobody_to_review(stage: Stage) -> None:
    stage.now += timedelta(days=400)
    assert set(due(stage)) == {"sleutels_nagaan", "feestdagen_nagaan"}


def test_access_is_reviewed_one_by_one_with_the_last_use(office: Stage) -> None:
    found = {one["user"]["user_id"]: one["last_used"] for one in office.json("user", "review")}
    assert set(found) == {"anna", "bram"}
    assert found["bram"] is not None
    answers = (("Does the access stay", "houden"), ("Does the access stay", "wijzigen"))
    ran = office.wkc("user", "review", typed=answers)
    assert ran.out.splitlines()[-1].startswith("bram: change or end it")
    assert last_line(office, "user.review") == {"as": "beheerder", "step": "done", "in_order": 1, "others": ["bram"]}


@pytest.mark.parametrize("said", ['{"anna": "houden"}', '{"anna": "houden", "bram": "houden", "kees": "houden"}'])
def test_a_review_says_something_of_each_and_of_nobody_else(office: Stage, said: str) -> None:
    ran = office.wkc("--json", "user", "review", "--from", "-", stdin=said)
    assert (ran.code, ran.error["name"]) == (6, "verdicts_incomplete")


@pytest.mark.parametrize("said", ["houden", '["anna"]', '{"anna": "misschien", "bram": "houden"}'])
def test_what_is_no_review_is_none(office: Stage, said: str) -> None:
    assert office.wkc("user", "review", "--from", "-", stdin=said).code == 6


def test_a_sample_has_looks_of_others_and_says_which_were_not_in_order(office: Stage) -> None:
    drawn = office.json("audit", "review", "--sample")
    assert {(line["user_id"], line["action"]) for line in drawn} == {("bram", "client.show")}
    numbers = [str(line["seq"]) for line in drawn]
    assert len(numbers) == 3
    said = dict.fromkeys(numbers, "in_orde") | {numbers[1]: "niet_in_orde"}
    ran = office.must("audit", "review", "--sample", "--from", "-", stdin=json.dumps(said))
    assert "breach open" in ran.out
    line = last_line(office, "audit.sample")
    assert (line["in_order"], line["others"]) == (2, [numbers[1]])
    assert office.wkc("audit", "review", "--sample", "--from", "-", stdin='{"1": "in_orde"}').code == 6


def test_what_was_not_drawn_is_not_reviewed(office: Stage) -> None:
    looks = Stage(office.folder, "bram", office.now)
    for _ in range(12):
        looks.must("client", "show", "2026-3")
    office.now = looks.now
    others = {str(one["seq"]) for one in office.json("audit", "list")["lines"] if one["user_id"] == "bram"}
    drawn = {str(one["seq"]) for one in office.json("audit", "review", "--sample")}
    chosen = sorted(others - drawn)[:1] + sorted(drawn)[1:]
    ran = office.wkc(
        "--json", "audit", "review", "--sample", "--from", "-", stdin=json.dumps(dict.fromkeys(chosen, "in_orde"))
    )
    assert (len(drawn), ran.error["name"]) == (10, "verdicts_incomplete")
    said = json.dumps(dict.fromkeys(drawn, "in_orde"))
    office.must("audit", "review", "--sample", "--from", "-", stdin=said)
    assert office.wkc("audit", "review", "--sample", "--from", "-", stdin=said).code == 6  # It was drawn once.


def test_where_nobody_else_looked_there_is_nothing_to_check(stage: Stage) -> None:
    assert stage.wkc("--json", "audit", "review", "--sample").error["name"] == "nothing_to_check"


def test_keys_and_days_of_rest_are_shown_before_somebody_says_they_are_right(office: Stage) -> None:
    ran = office.wkc("agenda", "--done", "feestdagen", typed=(("Is all of it right?", "yes"),))
    assert "2027-04-27" in ran.out
    ran = office.wkc("agenda", "--done", "sleutels", typed=(("Is all of it right?", "no"),))
    assert (ran.code, "Recovery codes that are valid: 2" in ran.out) == (130, True)
    assert office.wkc("agenda", "--done", "ramen").code == 6
