"""Appointments in a register: kept becomes the contact, missed restarts nothing, planned never counts (art. 10)."""

import json
from datetime import datetime

import pytest

from tests.prepared import prepared
from tests.stage import Stage

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")


@prepared
def office(stage: Stage) -> Stage:
    """Client 2026-0001 of coach bram, 2026-0002 of nobody; both heard of us already."""
    home = {"adres": "Laat 1", "postcode": "1811 EH", "woonplaats": "Alkmaar"}
    people = [{"geslachtsnaam": "Berg"} | home, {"geslachtsnaam": "Dal"} | home]
    stage.must("client", "import", "-", *ORDER, stdin=json.dumps(people))
    stage.must("settings", "set", "houder.contact", "072 000 00 00")
    stage.must("letter", "notify", "--all")
    for letter in ("B2026-1", "B2026-2"):
        stage.must("letter", "sent", letter)
    password = ("--new-password-file", str(stage.password_file))
    stage.must("user", "designate", "bram", "--name", "B", "--role", "coach", "--function", "f", *password)
    stage.must("client", "assign", "2026-1", "--coach", "bram")
    stage.user = "bram"
    return stage


def at(stage: Stage, day: str) -> Stage:
    stage.now = datetime.fromisoformat(f"{day}T09:00:00+00:00")
    return stage


def items(stage: Stage) -> list[tuple[str, str, str]]:
    return [(i["on"], i["duty"], i["subject"]) for i in stage.wkc("--json", "agenda").data["items"]]


def test_a_planned_appointment_does_not_count_and_a_kept_one_does(office: Stage) -> None:
    office.must("contact", "plan", "2026-1", "--on", "2026-11-30", "--at", "9.30")
    before = office.json("contact", "list", "2026-1")
    assert before["contacts"] == []
    assert before["term"]["last_on"] == "2031-11-23"
    kept = at(office, "2026-11-30").json("contact", "kept", "2026-1", "1", "--note", stdin="Wil in de zorg werken.")
    assert [(c["on"], c["kind"], c["restarts"], c["note"]) for c in kept["contacts"]] == [
        ("2026-11-30", "gesprek", True, "Wil in de zorg werken.")
    ]
    assert kept["term"]["last_on"] == "2031-11-30"


def test_a_missed_appointment_is_a_contact_that_restarts_nothing(office: Stage) -> None:
    office.must("contact", "plan", "2026-1", "--on", "2026-11-30", "--kind", "Bezoek")
    missed = at(office, "2026-12-02").json("contact", "missed", "2026-1", "1")
    assert [(c["on"], c["kind"], c["restarts"]) for c in missed["contacts"]] == [
        ("2026-11-30", "niet_verschenen", False)
    ]
    assert missed["term"]["last_on"] == "2031-11-23"


def test_what_is_to_come_is_neither_kept_nor_missed(office: Stage) -> None:
    office.must("contact", "plan", "2026-1", "--on", "2026-11-24")
    for word in ("kept", "missed"):
        ran = office.wkc("--json", "contact", word, "2026-1", "1")
        assert (ran.code, ran.error["name"]) == (6, "appointment_ahead")
    assert office.json("contact", "list", "2026-1")["contacts"] == []


def test_a_moved_appointment_has_a_new_number_and_the_old_one_is_over(office: Stage) -> None:
    office.must("contact", "plan", "2026-1", "--on", "2026-11-24", "--at", "10:00", "--kind", "telefoon")
    moved = office.json("contact", "move", "2026-1", "1", "--on", "2026-12-01", "--at", "11:00")
    assert [(a["number"], a["on"], a["at"], a["kind"], a["outcome"]) for a in moved["appointments"]] == [
        (1, "2026-11-24", "10:00", "telefoon", "verzet"),
        (2, "2026-12-01", "11:00", "telefoon", None),
    ]
    ran = at(office, "2026-12-01").wkc("--json", "contact", "kept", "2026-1", "1")
    assert (ran.code, ran.error["name"]) == (6, "appointment_over")
    office.must("contact", "cancel", "2026-1", "2")
    assert office.json("contact", "planned", "2026-1")["appointments"][1]["outcome"] == "afgezegd"


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("--on", "2026-11-22"), "day_past"),
        (("--on", "2026-11-24", "--at", "25:00"), "bad_time"),
        (("--on", "2026-11-24", "--at", "half tien"), "bad_time"),
        (("--on", "2026-11-24", "--kind", "brief_ontvangen"), "kind_unknown"),
    ],
)
def test_what_cannot_be_is_not_planned(office: Stage, words: tuple[str, ...], error: str) -> None:
    ran = office.wkc("--json", "contact", "plan", "2026-1", *words)
    assert (ran.code, ran.error["name"]) == (6, error)
    assert office.json("contact", "planned", "2026-1")["appointments"] == []


def test_a_number_of_another_client_is_not_found(office: Stage) -> None:
    office.user = "anna"
    office.must("contact", "plan", "2026-1", "--on", "2026-11-24")
    ran = office.wkc("--json", "contact", "cancel", "2026-2", "1")
    assert (ran.code, ran.error["name"]) == (5, "appointment_unknown")


def test_each_sees_the_appointments_of_the_own_caseload_and_the_beheerder_those_of_nobody(office: Stage) -> None:
    office.user = "anna"
    office.must("contact", "plan", "2026-1", "--on", "2026-11-25", "--at", "13:00")
    office.must("contact", "plan", "2026-2", "--on", "2026-11-26")
    office.must("contact", "plan", "2026-1", "--on", "2026-12-24")
    assert items(office) == [("2026-11-26", "afspraak", "2026-0002 2")]
    office.user = "bram"
    assert items(office) == [("2026-11-25", "afspraak", "2026-0001 1, 13:00")]
    assert items(at(office, "2026-11-26")) == [("2026-11-25", "afspraak_afhandelen", "2026-0001 1")]
    assert office.wkc("agenda").code == 10


def test_a_coach_sees_whom_nobody_spoke_to_for_six_weeks_and_it_is_not_late(office: Stage) -> None:
    assert items(at(office, "2027-01-03")) == []
    assert items(at(office, "2027-01-04")) == [("2027-01-04", "stilte", "2026-0001")]
    ran = at(office, "2027-02-20").wkc("--json", "agenda")
    assert (ran.code, ran.data["overdue"]) == (0, 0)
    office.must("contact", "log", "2026-1", "--kind", "poging")
    assert [duty for _, duty, _ in items(office)] == ["stilte"]
    office.must("contact", "log", "2026-1", "--kind", "telefoon")
    assert items(office) == []


def test_the_weeks_of_silence_are_a_setting_and_no_assignment_is_no_silence(office: Stage) -> None:
    office.user = "anna"
    office.must("settings", "set", "contact.silence_weeks", "2")
    office.user = "bram"
    assert [duty for _, duty, _ in items(at(office, "2026-12-07"))] == ["stilte"]
    office.must("client", "end", "2026-1", *ORDER)
    assert [duty for _, duty, _ in items(at(office, "2026-12-08"))] == []


def test_an_assignment_and_an_agreement_that_end_are_on_the_agenda(office: Stage) -> None:
    office.must("client", "end", "2026-1", *ORDER, "--on", "2026-12-21")
    assert items(office) == [("2026-12-21", "opdracht_eindigt", "2026-0001")]
    office.user = "anna"
    office.must("party", "set", "Gemeente", "--agreed-until", "2027-01-22")
    assert ("2027-01-22", "overeenkomst_eindigt", "Gemeente Alkmaar") in items(office)


def test_the_copy_has_the_appointments_and_destruction_takes_them(office: Stage) -> None:
    office.must("contact", "plan", "2026-1", "--on", "2026-11-25", "--at", "13:00")
    place = office.folder / "copy.json"
    office.must("inzage", "export", "2026-1", "--format", "json", "--output", str(place))
    copy = json.loads(place.read_bytes())
    assert [(a["datum"], a["tijd"], a["soort"]["code"], a["uitkomst"]["code"]) for a in copy["afspraken"]] == [
        ("2026-11-25", "13:00", "gesprek", "gepland")
    ]
    office.user = "anna"
    place = office.folder / "statement.json"
    office.must("--yes", "client", "destroy", "2026-1", "--vergissing")
    office.must("retention", "statement", "--format", "json", "--output", str(place))
    assert '"afspraken"' in place.read_text(encoding="utf-8")
