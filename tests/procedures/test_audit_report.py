"""What was done with one dossier, in words that its client understands: by role, never by name (art. 11.1)."""

from datetime import timedelta

from tests.prepared import prepared
from tests.stage import Stage


@prepared
def office(stage: Stage) -> Stage:
    order = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
    stage.must("client", "import", "-", *order, stdin="geslachtsnaam\nStapper\nDal\n")
    who = ("--name", "Bram", "--role", "medewerker", "--function", "f")
    stage.must("user", "designate", "bram", *who, "--new-password-file", str(stage.password_file))
    return stage


def test_looks_and_changes_of_one_dossier_are_said_by_role(office: Stage) -> None:
    office.must("contact", "log", "2026-1", "--kind", "gesprek")
    looks = Stage(office.folder, "bram", office.now)
    looks.must("client", "show", "2026-1")
    looks.must("client", "show", "2026-2")
    office.now = looks.now
    found = office.json("audit", "report", "2026-1")["looks"]
    assert [(one["by"], one["action"]) for one in found] == [
        ("de beheerder", "een contact vastgelegd"),
        ("een medewerker", "uw dossier bekeken"),
    ]
    text = office.must("audit", "report", "2026-1").out
    assert "bram" not in text.lower()


def test_a_period_holds_its_first_and_its_last_day(office: Stage) -> None:
    office.now += timedelta(days=2)
    office.must("client", "show", "2026-1")
    office.now += timedelta(days=2)
    office.must("client", "show", "2026-1")
    days = ("--from", "2026-11-25", "--to", "2026-11-25")
    assert len(office.json("audit", "report", "2026-1", *days)["looks"]) == 1
    assert office.json("audit", "report", "2026-1", "--to", "2026-11-22", "--from", "2026-11-20")["looks"] == []


def test_a_period_that_ends_before_it_begins_is_none(office: Stage) -> None:
    ran = office.wkc("--json", "audit", "report", "2026-1", "--from", "2026-11-25", "--to", "2026-11-20")
    assert (ran.code, ran.error["name"]) == (6, "period_backwards")
