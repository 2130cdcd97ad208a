"""Cron that never ran is noticed: on the agenda by the day it was due, and by the doctor."""

import json

import pytest

from tests.prepared import prepared
from tests.stage import Stage

THERE = {"adres": "Laan 1", "postcode": "1811 AA", "woonplaats": "Alkmaar"}
OF_CRON = {"vernietiging", "retentie_draaien", "backup_maken", "backup_nagaan", "backup_openen"}


@prepared
def office(stage: Stage) -> Stage:
    """A client whose five years end on 2031-11-02, told by letter, and a service account."""
    stage.must("settings", "set", "houder.contact", "072 000 00 00")
    person = [{"geslachtsnaam": "Jansen", "geregistreerd_op": "02-11-2026", **THERE}]
    order = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
    stage.must("client", "import", "-", *order, stdin=json.dumps(person))
    stage.must("letter", "notify", "--all")
    stage.must("letter", "sent", "B2026-1")
    key = str(stage.folder / "key")
    stage.must("user", "designate", "nightly", "--service", "--responsible", "anna", "--key-file", key)
    return stage


def late(stage: Stage) -> list[tuple[str, str]]:
    ran = stage.wkc("--json", "agenda")
    items = [(item["on"], item["duty"]) for item in ran.data["items"] if item["duty"] in OF_CRON]
    assert ran.code == (10 if items else 0)
    return items


def ill(stage: Stage) -> set[str]:
    return {one["check"] for one in stage.wkc("--json", "doctor").data["findings"] if one["health"] != "ok"}


def as_cron(stage: Stage) -> Stage:
    stage.user, stage.credentials = "nightly", stage.folder / "key"
    return stage


@pytest.mark.parametrize(("year", "month", "day"), [(2031, 11, 5), (2032, 3, 1), (2034, 3, 1)])
def test_a_run_that_never_ran_is_late_from_the_day_it_was_due(office: Stage, year: int, month: int, day: int) -> None:
    office.now = office.now.replace(year=year, month=month, day=day)
    assert late(office) == [("2026-12-07", "retentie_draaien"), ("2031-11-03", "vernietiging")]
    assert "retention" in ill(office)


def test_a_run_takes_both_off_and_waits_for_its_own_announcement(office: Stage) -> None:
    office.now = office.now.replace(year=2031, month=11, day=5)
    assert as_cron(office).wkc("retention", "run").code == 10
    assert "retention" not in ill(office)
    announced = [item for item in office.wkc("--json", "agenda").data["items"] if item["duty"] == "vernietiging"]
    assert [item["on"] for item in announced] == ["2031-11-12"]


def test_a_run_of_cron_with_nothing_to_say_says_nothing_and_one_with_something_does(office: Stage) -> None:
    as_cron(office)
    assert office.must("retention", "run").out == ""
    office.now = office.now.replace(year=2031, month=11, day=5)
    ran = office.wkc("retention", "run")
    assert "Announced" in ran.out
    assert "late" in ran.out


def test_backups_are_on_the_agenda_where_a_folder_is_set_for_them(office: Stage) -> None:
    office.now = office.now.replace(month=12, day=20)
    assert late(office) == []
    folder = office.folder / "backups"
    folder.mkdir(mode=0o700)
    office.must("settings", "set", "backup.folder", str(folder))
    assert late(office) == [("2026-11-30", "backup_maken")]
    office.must("backup", "create")
    assert late(office) == []
    office.now = office.now.replace(year=2027, month=3, day=25)
    assert late(office) == [("2026-12-27", "backup_maken"), ("2027-03-22", "backup_nagaan")]
    assert {"verify", "backup"} <= ill(office)
    office.must("backup", "verify")
    assert late(office) == [("2026-12-27", "backup_maken")]


def test_a_backup_that_nobody_opened_for_a_year_is_late_though_cron_checked_its_hashes(office: Stage) -> None:
    folder = office.folder / "backups"
    folder.mkdir(mode=0o700)
    office.must("settings", "set", "backup.folder", str(folder))
    office.must("backup", "create")
    office.now = office.now.replace(year=2027, month=12, day=1)
    as_cron(office).must("backup", "verify")
    assert ("2027-11-24", "backup_openen") in late(office)
    office.user, office.credentials = "anna", None
    office.must("backup", "verify")
    assert "backup_openen" not in {duty for _on, duty in late(office)}
