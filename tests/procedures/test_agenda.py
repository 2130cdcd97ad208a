"""The agenda as it comes out of a register: from every source, for every role, on any day."""

import json
from datetime import datetime

import pytest

from tests.prepared import prepared
from tests.stage import Stage

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
HOME = {"adres": "Laat 1", "postcode": "1811 EH", "woonplaats": "Alkmaar"}


@prepared
def office(stage: Stage) -> Stage:
    """Two clients who were told already: 2026-0001 of coach bram, 2026-0002 of nobody, both with a permit."""
    people = [
        {"geslachtsnaam": "Berg", "verblijfsvergunning_tot": "2026-12-01", **HOME},
        {"geslachtsnaam": "Dal", "verblijfsvergunning_tot": "2027-02-22", **HOME},
    ]
    stage.must("client", "import", "-", *ORDER, stdin=json.dumps(people))
    stage.must("settings", "set", "houder.contact", "072 000 00 00")
    stage.must("letter", "notify", "--all", "--told-on", "2026-11-23")
    password = ("--new-password-file", str(stage.password_file))
    for user, role in (("bram", "coach"), ("mia", "medewerker")):
        stage.must("user", "designate", user, "--name", user, "--role", role, "--function", "f", *password)
    key = str(stage.folder / "key")
    stage.must("user", "designate", "nacht", "--service", "--responsible", "anna", "--key-file", key)
    stage.must("client", "assign", "2026-1", "--coach", "bram")
    return stage


def items(stage: Stage) -> list[tuple[str, str, str]]:
    return [(i["on"], i["duty"], i["subject"]) for i in stage.wkc("--json", "agenda").data["items"]]


def at(stage: Stage, day: str) -> Stage:
    stage.now = datetime.fromisoformat(f"{day}T09:00:00+00:00")
    return stage


PERMIT = "verblijfsvergunning"


def test_a_permit_comes_on_the_agenda_ninety_days_ahead_and_goes_ninety_days_later(office: Stage) -> None:
    assert items(at(office, "2026-11-23")) == [("2026-12-01", PERMIT, "2026-0001")]
    assert items(at(office, "2026-11-24")) == [("2026-12-01", PERMIT, "2026-0001"), ("2027-02-22", PERMIT, "2026-0002")]
    assert items(at(office, "2027-03-02")) == [("2027-02-22", PERMIT, "2026-0002")]


def test_a_new_permit_takes_the_place_of_the_old_one(office: Stage) -> None:
    office.must(
        "client", "record", "2026-1", "verblijfsvergunning_tot", "--source", "geregistreerde", stdin="2030-01-01"
    )
    assert items(office) == []


def test_a_look_outside_a_caseload_waits_for_the_beheerder(office: Stage) -> None:
    office.user = "bram"
    office.must("--break-glass-file", "-", "client", "show", "2026-2", stdin="Mia is ziek.")
    assert [duty for _, duty, _ in items(office)] == [PERMIT]
    office.user = "anna"
    assert [(on, duty) for on, duty, _ in items(office)] == [("2026-11-30", "inzien_nagaan"), ("2026-12-01", PERMIT)]
    line = items(office)[0][2]
    office.must("audit", "review", line)
    assert [duty for _, duty, _ in items(office)] == [PERMIT]


def test_each_sees_what_concerns_them(office: Stage) -> None:
    at(office, "2026-11-24")
    office.user = "bram"
    assert [number for _, _, number in items(office)] == ["2026-0001"]
    office.user = "mia"
    assert [number for _, _, number in items(office)] == ["2026-0001", "2026-0002"]
    office.user, office.credentials = "nacht", office.folder / "key"
    assert [number for _, _, number in items(office)] == ["2026-0001", "2026-0002"]


def test_overdue_is_exit_10_for_text_and_for_json_and_a_line_of_the_log(office: Stage) -> None:
    at(office, "2026-12-02")
    assert office.wkc("agenda").code == 10
    ran = office.wkc("--json", "agenda")
    assert (ran.code, ran.data["overdue"], ran.data["today"]) == (10, 1, "2026-12-02")
    line = office.json("audit", "list")["lines"][0]
    assert (line["action"], line["outcome"], line["details"]) == (
        "agenda.show",
        "done",
        {"as": "beheerder", "overdue": 1},
    )
    assert at(office, "2026-12-01").wkc("agenda").code == 0


def test_a_disclosure_that_waits_is_the_beheerder_s_until_it_is_decided(office: Stage) -> None:
    asked = ("--recipient", "Gemeente", "--channel", "brief", "--ground", "dringende_reden", "--categories", "1")
    assert office.wkc("disclosure", "log", "2026-1", *asked, stdin="Het dringt.").code == 3
    assert items(office)[0] == ("2026-11-30", "verstrekking_beslissen", "2026-0001 1")
    office.user = "mia"
    assert [duty for _, duty, _ in items(office)] == [PERMIT]
    office.user = "anna"
    office.must("disclosure", "decide", "2026-1", "1", "--allow", stdin="Het is nodig.")
    assert [duty for _, duty, _ in items(office)] == [PERMIT]


def test_a_dossier_near_the_end_of_its_term_is_there_with_the_day_on_which_it_goes(office: Stage) -> None:
    old = json.dumps([{"geslachtsnaam": "Oud", "geregistreerd_op": "2021-12-10"} | HOME])
    office.must("client", "import", "-", *ORDER, stdin=old)
    office.must("letter", "notify", "--all")
    assert ("2026-12-11", "vernietiging", "2021-0001") in items(at(office, "2026-11-23"))
    office.must("retention", "run")
    assert ("2026-12-11", "vernietiging", "2021-0001") in items(at(office, "2026-12-11"))
    assert at(office, "2026-12-12").wkc("agenda").code == 10
    office.must("retention", "run")
    assert "vernietiging" not in [duty for _, duty, _ in items(office)]


def test_of_many_the_soonest_are_shown_and_it_is_said_that_there_are_more(
    office: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = ("2021-12-10", "2021-12-08", "2021-12-09")
    old = json.dumps([{"geslachtsnaam": f"Oud{day}", "geregistreerd_op": day} | HOME for day in days])
    office.must("client", "import", "-", *ORDER, stdin=old)
    office.must("client", "assign", "2021-1", "--coach", "bram")
    for name in ("JUDGED", "COUNTED"):
        monkeypatch.setattr(f"wkc.procedures.operations.agenda.{name}", 2)
    listed = at(office, "2026-11-23").wkc("--json", "agenda").data["items"]
    seen = [(item["duty"], item["subject"], item["count"], item["more"]) for item in listed]
    assert [one for one in seen if one[0] == "vernietiging"] == [
        ("vernietiging", "2021-0002", 1, False),
        ("vernietiging", "2021-0003", 1, True),
    ]
    assert [one for one in seen if one[0] == "kennisgeving"] == [
        ("kennisgeving", "2021-0002", 1, False),
        ("kennisgeving", "2021-0003", 1, True),
    ]
    assert "is destroyed (`wkc retention run`); and more of them" in " ".join(office.wkc("agenda").out.split())
    office.user = "bram"
    assert [(duty, subject) for _, duty, subject in items(office) if duty == "vernietiging"] == [
        ("vernietiging", "2021-0001")
    ]
