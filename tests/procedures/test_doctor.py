"""The doctor: one line for each thing, what is damaged told from what is due (VAULT 9)."""

from datetime import timedelta
from typing import Any

import pytest

from tests.prepared import prepared
from tests.procedures.test_ledger import remove
from tests.stage import PASSWORD, Stage
from wkc.procedures.core.session import Session
from wkc.vault.database import health
from wkc.vault.database.register import open_alone
from wkc.vault.files.home import Home


@prepared
def office(stage: Stage) -> Stage:
    """An office with a client who has an address, and a backup of today that stays where it was made."""
    order = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
    stage.must("client", "register", *order, "--from", "-", stdin='{"geslachtsnaam": "Berg"}')
    stage.must("client", "record", "2026-1", "adres", "--source", "geregistreerde", stdin="Weglaan 13")
    stage.must("backup", "create", "--to", str(stage.folder))
    return stage


def found(stage: Stage, code: int) -> dict[str, Any]:
    """Give what is not well, by its name."""
    ran = stage.wkc("--json", "doctor")
    assert ran.code == code, ran.out
    return {one["check"]: one["facts"] for one in ran.data["findings"] if one["health"] != "ok"}


def sql(stage: Stage, *statements: str) -> None:
    session = Session(stage.environment(), stage.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)
    with open_alone(Home(stage.home), session.identity) as register:
        register.connection.execute("PRAGMA foreign_keys=OFF")
        for statement in statements:
            register.connection.execute(statement)


def test_a_register_that_is_well_has_only_good_lines(office: Stage) -> None:
    assert found(office, 0) == {}
    lines = office.must("doctor").out.splitlines()
    assert len(lines) == 26
    assert {line.split()[-1] for line in lines[1:]} == {"ok"}


def test_it_leaves_in_the_log_what_it_found(office: Stage) -> None:
    office.must("doctor")
    listed = office.json("audit", "list")["lines"]
    lines = [line["details"] for line in listed if line["action"] == "register.doctor"]
    head = lines[0].pop("seq"), lines[0].pop("verified")
    assert lines == [{"as": "beheerder", "step": "done", "found": []}, {"as": "beheerder", "step": "begun"}]
    assert head in [(line["seq"], line["hash"]) for line in listed]


@pytest.mark.parametrize("table", ["slot_wrap", "consent", "destroyed", "setting"])
def test_a_page_that_a_check_cannot_read_is_damage_and_no_fault_of_ours(office: Stage, table: str) -> None:
    session = Session(office.environment(), office.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)
    with open_alone(Home(office.home), session.identity) as register:
        (root,) = register.connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    path = office.home / "register-1.db"
    content = bytearray(path.read_bytes())
    content[(root - 1) * 4096 + 2000] ^= 0xFF
    path.write_bytes(content)
    ran = office.wkc("--json", "doctor")
    assert ran.code == 8
    assert "fault in the program" not in ran.err


def test_an_octet_that_changed_is_damage(office: Stage) -> None:
    path = office.home / "register-1.db"
    content = bytearray(path.read_bytes())
    content[-2000] ^= 1
    path.write_bytes(content)
    assert found(office, 8)["pages"] == {"faults": 1}


def test_a_row_that_refers_to_nothing_is_damage(office: Stage) -> None:
    sql(office, "UPDATE contact SET client = 99", "UPDATE entry SET client = 99 WHERE field = 'adres'")
    assert found(office, 8) == {"references": {"faults": 1}}


def test_a_line_of_the_log_that_was_changed_is_damage(office: Stage) -> None:
    sql(office, "DROP TRIGGER audit_stays", "UPDATE audit SET purpose = 'intake' WHERE seq = 3")
    assert found(office, 8) == {"log": {"line": 3}}


def test_a_line_of_the_ledger_that_was_changed_is_damage(office: Stage) -> None:
    remove(office)
    ledger = office.home / "destroyed.jsonl"
    ledger.write_bytes(ledger.read_bytes().replace(b'"signature":"', b'"signature":"A', 1)[:-1] + b"\n")
    ran = office.wkc("--json", "doctor")
    assert (ran.code, ran.error["name"]) == (8, "ledger_damaged")


def test_a_slot_of_who_is_no_user_any_more_is_damage(office: Stage) -> None:
    password = ("--new-password-file", str(office.password_file))
    office.must("user", "designate", "bram", "--name", "B", "--role", "coach", "--function", "f", *password)
    sql(office, "UPDATE user SET revoked_at = '2026-11-23T10:00:00Z' WHERE user_id = 'bram'")
    assert found(office, 8) == {"slots": {"users": "bram"}}


def test_who_is_designated_and_cannot_sign_in_is_to_be_helped(office: Stage) -> None:
    ended = "'2026-11-23', 'anna', '2026-11-23', NULL, NULL"
    sql(office, f"INSERT INTO user VALUES ('bram', 'Bram', 'coach', 'f', {ended})")
    assert found(office, 10) == {"slots": {"users": "bram"}}


def test_a_clock_that_was_set_back_is_to_be_set_right(office: Stage) -> None:
    office.works_between = False
    office.now -= timedelta(days=1)
    assert found(office, 10)["clock"]["minutes"] == 1439


def test_a_backup_is_wanted_every_week(office: Stage) -> None:
    office.now += timedelta(days=7)
    assert found(office, 0) == {}
    office.now += timedelta(days=1)
    assert found(office, 10) == {"backup": {"days": 8}}


def test_without_any_backup_one_is_to_be_made(stage: Stage) -> None:
    assert found(stage, 10) == {"backup": {"days": -1}}


def test_a_backup_that_is_not_where_it_was_made_is_none(stage: Stage) -> None:
    stage.must("backup", "create", "--to", str(stage.folder))
    assert found(stage, 0) == {}
    (made,) = stage.folder.glob("wkc-*")
    made.rename(stage.folder / "elsewhere")
    assert found(stage, 10) == {"backup": {"days": -1}}


def test_what_was_removed_waits_for_a_purge(office: Stage) -> None:
    remove(office)
    assert list(found(office, 10)) == ["purge"]


def test_a_disk_with_too_little_room_is_told(office: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "measure_room", lambda _home: (100 * 2**20, 50 * 2**20))
    assert found(office, 10) == {"room": {"free": 100, "needs": 164}}


def test_what_does_not_belong_in_the_folder_is_told_by_number_and_not_by_name(office: Stage) -> None:
    for name in ("register-1.db.new", "register-7.db", "jansen.pdf"):
        path = office.home / name
        path.write_bytes(b"x")
        path.chmod(0o600)
    ran = office.wkc("doctor")
    assert "2 left by a command cut short, 1 not ours" in " ".join(ran.out.split())
    assert "jansen" not in ran.out


def test_a_copy_of_the_keyring_that_is_behind_is_told(office: Stage) -> None:
    (office.home / "keyring.json.copy").write_bytes(b"")
    assert list(found(office, 10)) == ["keyring_copy"]


def test_a_folder_open_to_others_is_refused_before_anything(office: Stage) -> None:
    office.home.chmod(0o755)
    ran = office.wkc("--json", "doctor")
    assert (ran.code, ran.error["name"]) == (6, "wrong_permissions")
