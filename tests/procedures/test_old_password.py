"""An old password, from a copy of the keyring made before: it signs in no more, and what it still opens is said."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import steps
from tests.each_step import leave_killed
from tests.prepared import prepared
from tests.stage import PASSWORD, Stage
from wkc.procedures.access import account
from wkc.procedures.core.session import Session
from wkc.vault.files.home import Home
from wkc.vault.keys import keyring
from wkc.vault.keys.identity import unlock

NEW = "een heel ander wachtwoord"
PEOPLE = (("bram", "coach"), ("mo", "medewerker"))


@prepared
def office(stage: Stage) -> Stage:
    new = ("--new-password-file", str(stage.password_file))
    for user, role in PEOPLE:
        stage.must("user", "designate", user, "--name", user.title(), "--role", role, "--function", "f", *new)
    return stage


def as_user(stage: Stage, user: str, password: str = PASSWORD) -> Stage:
    stage.user = user
    stage.credentials = stage.file(f"password of {user}", password + "\n")
    return stage


def keep(stage: Stage) -> Callable[[], None]:
    """Keep the keyring as it is, and give what puts it back."""
    kept = {path: path.read_bytes() for path in (stage.home / "keyring.json", stage.home / "keyring.json.copy")}

    def put_back() -> None:
        for path, content in kept.items():
            path.write_bytes(content)

    return put_back


def passwd(stage: Stage, user: str) -> None:
    new = stage.file("new", NEW + "\n")
    as_user(stage, user).must("passwd", "--new-password-file", str(new))


def finding(stage: Stage, check: str, password: str = PASSWORD) -> Any:
    findings = as_user(stage, "anna", password).wkc("--json", "doctor").data["findings"]
    return next(one for one in findings if one["check"] == check)


@pytest.mark.parametrize("user", ["anna", "bram", "mo"])
def test_after_a_new_password_the_old_keyring_put_back_signs_nobody_in_with_the_old_one(
    office: Stage, user: str
) -> None:
    put_back = keep(office)
    passwd(office, user)
    put_back()
    ran = as_user(office, user).wkc("--json", "whoami")
    assert (ran.code, ran.error["name"]) == (8, "keyring_older")
    assert as_user(office, user, NEW).wkc("--json", "whoami").error["name"] == "not_signed_in"


def test_the_user_hears_of_the_attempt_and_the_doctor_and_verify_name_it(office: Stage) -> None:
    put_back = keep(office)
    passwd(office, "bram")
    sound = keep(office)
    put_back()
    as_user(office, "bram").wkc("whoami")
    assert finding(office, "wraps") == {"check": "wraps", "health": "damaged", "facts": {"users": "bram"}}
    assert office.wkc("--json", "audit", "verify").error["name"] == "keyring_older"
    sound()
    assert "sign-in with your USER ID failed" in as_user(office, "bram", NEW).must("whoami").err
    assert finding(office, "wraps")["health"] == "ok"
    office.must("audit", "verify")


def test_a_beheerder_mends_it_with_a_new_password(office: Stage) -> None:
    put_back = keep(office)
    passwd(office, "bram")
    put_back()
    new = office.file("new", NEW + "\n")
    as_user(office, "anna").must("user", "reset", "bram", "--new-password-file", str(new))
    as_user(office, "bram", NEW).must("whoami")
    assert finding(office, "wraps")["health"] == "ok"


def test_a_rotation_keeps_no_slot_that_was_put_back(office: Stage) -> None:
    put_back = keep(office)
    passwd(office, "bram")
    put_back()
    as_user(office, "anna").must("user", "revoke", "mo")
    assert as_user(office, "bram").wkc("--json", "whoami").error["name"] == "not_signed_in"


def test_after_a_plain_reset_it_is_the_same(office: Stage) -> None:
    put_back = keep(office)
    new = office.file("new", NEW + "\n")
    office.must("user", "reset", "bram", "--new-password-file", str(new))
    put_back()
    assert as_user(office, "bram").wkc("--json", "whoami").error["name"] == "not_signed_in"


def test_a_register_key_does_not_help_who_writes_the_old_wrap_into_the_register(office: Stage) -> None:
    """With other tools somebody makes the register remember the old wrap: the log says which was chosen last."""
    from wkc.vault.database.register import open_alone
    from wkc.vault.keys.slot import compute_wrap_digest

    old = keyring.read(Home(office.home)).slot_of("bram")
    assert old is not None
    put_back = keep(office)
    passwd(office, "bram")
    session = Session(as_user(office, "anna").environment(), office.home, "anna", lambda: PASSWORD, lambda _n, _c: None)
    with open_alone(Home(office.home), session.identity) as register:
        register.connection.execute(
            "UPDATE slot_wrap SET digest = ? WHERE slot = ?", (compute_wrap_digest(old), old.slot_id.bytes)
        )
    put_back()
    assert finding(office, "wraps")["facts"] == {"users": "bram"}
    assert office.wkc("--json", "audit", "verify").error["name"] == "keyring_older"


def change(stage: Stage) -> None:
    here = Session(stage.environment(), stage.home, "bram", lambda: PASSWORD, lambda _n, _c: None)
    account.change_password(here, NEW)


@pytest.mark.parametrize("step", steps.REPLACING)
def test_a_change_that_is_killed_leaves_one_password_that_signs_in_and_can_be_repeated(
    office: Stage, step: str
) -> None:
    leave_killed(office, change, steps.REPLACING, step)
    codes = [as_user(office, "bram", password).wkc("whoami").code for password in (PASSWORD, NEW)]
    assert sorted(codes) == [0, 7]
    works = PASSWORD if codes[0] == 0 else NEW
    last = office.file("last", "het allerlaatste wachtwoord\n")
    as_user(office, "bram", works).must("passwd", "--new-password-file", str(last))
    as_user(office, "bram", "het allerlaatste wachtwoord").must("whoami")
    assert as_user(office, "bram", works).wkc("--json", "whoami").error["name"] == "not_signed_in"
    as_user(office, "anna").must("audit", "verify")


def test_a_change_cut_short_is_settled_at_the_next_sign_in(office: Stage) -> None:
    put_back = keep(office)
    leave_killed(office, change, steps.REPLACING, "folder synced")
    as_user(office, "bram", NEW).must("whoami")
    put_back()
    assert as_user(office, "bram").wkc("--json", "whoami").error["name"] == "keyring_older"


def test_a_beheerder_whose_password_others_know_makes_new_keys_for_everybody(office: Stage) -> None:
    copied = office.home.joinpath("keyring.json").read_bytes()
    new = office.file("new", NEW + "\n")
    ran = as_user(office, "anna").must("--json", "passwd", "--compromised", "--new-password-file", str(new))
    assert ran.data["user_id"] == "anna"
    ring = keyring.read(Home(office.home))
    assert ring.generation == 2
    old = keyring.parse(copied, office.home)
    opened = unlock(old, "anna", PASSWORD)
    assert not office.home.joinpath("register-1.db").exists()
    assert ring.slot(opened.slot_id) is None
    for user, password in (("anna", NEW), ("bram", PASSWORD), ("mo", PASSWORD)):
        as_user(office, user, password).must("whoami")
    as_user(office, "anna", NEW).must("audit", "verify")
    assert finding(office, "wraps", NEW)["health"] == "ok"


@pytest.mark.parametrize("user", ["bram", "mo"])
def test_who_is_no_beheerder_is_told_whom_to_ask(office: Stage, user: str) -> None:
    new = office.file("new", NEW + "\n")
    ran = as_user(office, user).wkc("--json", "passwd", "--compromised", "--new-password-file", str(new))
    assert (ran.code, ran.error["name"]) == (4, "new_keys_not_allowed")
    as_user(office, user).must("whoami")


def test_a_restore_keeps_the_passwords_of_the_keyring_that_stands(office: Stage) -> None:
    backups = office.folder / "backups"
    backups.mkdir()
    made = Path(office.json("backup", "create", "--to", str(backups))["path"])
    passwd(office, "bram")
    as_user(office, "anna").must("--yes", "backup", "restore", str(made))
    as_user(office, "bram", NEW).must("whoami")
    assert as_user(office, "bram").wkc("--json", "whoami").error["name"] == "not_signed_in"
    as_user(office, "anna").must("audit", "verify")


def test_what_a_copy_still_opens_is_said(office: Stage) -> None:
    new = office.file("new", NEW + "\n")
    ran = as_user(office, "bram").must("passwd", "--new-password-file", str(new))
    assert "A copy made before, such as a backup, still opens with it." in ran.out
