"""A beheerder who left knows the recovery codes: new ones are due until they are made."""

from typing import Any

import pytest

from tests.prepared import prepared
from tests.procedures.test_old_password import as_user, finding
from tests.stage import Stage


@prepared
def office(stage: Stage) -> Stage:
    new = ("--new-password-file", str(stage.password_file))
    for user, role in (("bea", "beheerder"), ("cor", "beheerder"), ("bram", "coach")):
        stage.must("user", "designate", user, "--name", user.title(), "--role", role, "--function", "f", *new)
    return stage


def duties(stage: Stage, user: str = "anna") -> list[Any]:
    items = as_user(stage, user).wkc("--json", "agenda").data["items"]
    return [one["subject"] for one in items if one["duty"] == "herstelcodes"]


@pytest.mark.parametrize("leaving", [("user", "revoke", "bea"), ("user", "role", "bea", "coach")])
def test_it_is_said_and_stands_on_the_agenda_and_with_the_doctor_until_done(
    office: Stage, leaving: tuple[str, ...]
) -> None:
    ran = office.must(*leaving)
    assert "bea may know the recovery codes. Make new ones: wkc recover --new-codes" in ran.out
    assert duties(office) == ["bea"]
    assert finding(office, "codes")["facts"] == {"user": "bea"}
    assert office.wkc("agenda").code in (0, 10)
    office.must("--yes", "recover", "--new-codes")
    assert duties(office) == []
    assert finding(office, "codes")["health"] == "ok"


@pytest.mark.parametrize(
    "leaving",
    [("revoke", "bram"), ("role", "bram", "medewerker"), ("role", "bram", "beheerder")],
)
def test_nobody_else_takes_the_codes_along(office: Stage, leaving: tuple[str, ...]) -> None:
    office.must("user", *leaving)
    assert duties(office) == []


def test_a_beheerder_who_gets_new_keys_stays_one(office: Stage) -> None:
    new = ("--new-password-file", str(office.password_file))
    office.must("user", "reset", "bea", "--compromised", *new)
    assert duties(office) == []


def test_coming_back_with_a_code_makes_new_ones(office: Stage) -> None:
    codes = office.must("--yes", "--json", "recover", "--new-codes").data["recovery_codes"]
    office.must("user", "revoke", "bea")
    assert duties(office) == ["bea"]
    code = office.file("code", codes[0] + "\n")
    new = ("--new-password-file", str(office.password_file))
    office.must("--yes", "recover", "--code-file", str(code), "--beheerder", "cor", *new)
    assert duties(office, "cor") == []


def test_the_first_who_left_stays_named(office: Stage) -> None:
    office.must("user", "revoke", "bea")
    office.must("user", "revoke", "cor")
    assert duties(office) == ["bea"]


def test_a_restore_of_a_day_when_they_were_there_says_it_too(office: Stage) -> None:
    backups = office.folder / "backups"
    backups.mkdir()
    made = office.json("backup", "create", "--to", str(backups))["path"]
    office.must("user", "revoke", "bea")
    office.must("--yes", "backup", "restore", str(made))
    assert duties(office) == ["bea"]
