"""Backups: whole while others write, closed to who may not open them, and never all pruned (VAULT 7)."""

import hashlib
import json
import os
import shutil
import threading
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from tests import steps
from tests.each_step import leave_killed
from tests.put_back import prepared_in_place
from tests.stage import PASSWORD, Stage
from tests.vault.forgery import rewrite
from tests.vault.test_crash import full_at
from wkc.errors.vault import KeyringForged
from wkc.procedures.core.session import Session
from wkc.procedures.operations import backup as backups
from wkc.records.audit import Head
from wkc.vault.backup import archive as files
from wkc.vault.files import failpoints
from wkc.vault.files.home import Home
from wkc.vault.keys import canonical_json, seal

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment")
NAMES = {"destroyed.jsonl", "keyring.json", "manifest.json", "register.db"}


def begin(stage: Stage) -> Stage:
    """Make an office with service account cron, one client, and a folder for backups."""
    stage.must("client", "register", *ORDER, "A1", "--from", "-", stdin='{"geslachtsnaam": "Berg"}')
    key = str(stage.folder / "key")
    stage.must("user", "designate", "cron", "--service", "--responsible", "anna", "--key-file", key)
    (stage.folder / "backups").mkdir()
    stage.must("settings", "set", "backup.folder", str(stage.folder / "backups"))
    return stage


@prepared_in_place
def office(stage: Stage) -> Stage:
    """An office that has a folder for backups."""
    return begin(stage)


@prepared_in_place
def backed_up(stage: Stage) -> Stage:
    """An office that has one backup."""
    made(begin(stage))
    return stage


@prepared_in_place
def fifty_days_on(stage: Stage) -> Stage:
    """An office with a backup of fifty days ago, and one of today with which all is in order."""
    made(begin(stage))
    stage.now += timedelta(days=50)
    made(stage)
    assert finding(stage, "backup") == ("ok", {"days": 0})
    return stage


def backups_of(stage: Stage) -> list[Path]:
    """Give the backups, oldest first."""
    return sorted((stage.folder / "backups").iterdir())


def as_cron(stage: Stage) -> Stage:
    return Stage(stage.folder, "cron", stage.now, credentials=stage.folder / "key")


def session(stage: Stage) -> Session:
    return Session(stage.environment(), stage.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)


def made(stage: Stage) -> Path:
    return Path(stage.json("backup", "create")["path"])


def test_a_backup_is_a_closed_folder_of_four_files(backed_up: Stage) -> None:
    (path,) = backups_of(backed_up)
    assert path.parent == backed_up.folder / "backups"
    assert path.stat().st_mode & 0o777 == 0o700
    assert {file.name for file in path.iterdir()} == NAMES
    assert {file.stat().st_mode & 0o777 for file in path.iterdir()} == {0o600}


def test_it_holds_the_register_under_a_key_of_its_own_and_no_word_in_the_clear(backed_up: Stage) -> None:
    (path,) = backups_of(backed_up)
    assert (path / "register.db").read_bytes()[:16] != (backed_up.home / "register-1.db").read_bytes()[:16]
    assert all(b"Berg" not in file.read_bytes() for file in path.iterdir())
    assert not (path / "register.db").read_bytes().startswith(b"SQLite")


def test_whoever_is_beheerder_opens_it_and_reads_it_through(backed_up: Stage) -> None:
    (path,) = backups_of(backed_up)
    found = backed_up.json("backup", "verify")
    assert (found["path"], found["opened"], found["listed"]) == (str(path), True, True)


def test_the_service_account_makes_one_and_checks_what_it_cannot_open(office: Stage) -> None:
    path = made(as_cron(office))
    assert as_cron(office).json("backup", "verify")["opened"] is False
    found = office.json("backup", "verify", str(path))
    assert (found["opened"], found["contents"]["user_id"]) == (True, "cron")


def test_the_key_is_sealed_to_beheerders_and_recovery_codes_and_nobody_else(backed_up: Stage) -> None:
    from wkc.vault.files.home import Home
    from wkc.vault.keys import keyring

    keys = json.loads((backups_of(backed_up)[0] / "manifest.json").read_bytes())["keys"]
    slots = {str(slot.slot_id): slot.user_id for slot in keyring.read(Home(backed_up.home)).slots}
    assert sorted(slots[slot] for slot in keys) == ["anna", "recovery-1", "recovery-2"]


@pytest.mark.parametrize("name", sorted(NAMES))
@pytest.mark.parametrize("how", ["changed", "cut", "gone"])
def test_a_file_that_is_not_as_it_was_made_is_damage(backed_up: Stage, name: str, how: str) -> None:
    file = backups_of(backed_up)[0] / name
    content = file.read_bytes()
    match how:
        case "changed":
            file.write_bytes(content[:-10] + b"\0" + content[-9:] if content else b"x")
        case "cut":
            file.write_bytes(content[:-1] if content else b"\n")
        case "gone":
            file.unlink()
    for stage in (backed_up, as_cron(backed_up)):
        ran = stage.wkc("--json", "backup", "verify")
        assert (ran.code, ran.error["name"]) == (8, "backup_damaged"), how
    assert backed_up.json("audit", "list")["lines"][0]["outcome"] == "failed"


@pytest.mark.parametrize("end", ["-journal", "-wal"])
def test_a_journal_that_somebody_put_beside_the_register_is_damage(backed_up: Stage, end: str) -> None:
    (path,) = backups_of(backed_up)
    (path / f"register.db{end}").write_bytes(bytes.fromhex("d9d505f920a163d7") + bytes(5000))
    for words in (("verify", str(path)), ("restore", str(path))):
        ran = backed_up.wkc("--json", "--yes", "backup", *words)
        assert (ran.code, ran.error["name"]) == (8, "backup_damaged")


def test_a_manifest_that_was_signed_by_another_is_no_backup_of_ours(backed_up: Stage, tmp_path: Path) -> None:
    (path,) = backups_of(backed_up)
    copy = shutil.copytree(path, tmp_path / "copy")
    manifest = copy / "manifest.json"
    manifest.write_bytes(manifest.read_bytes().replace(b'"generation":1', b'"generation":2'))
    ran = backed_up.wkc("--json", "backup", "verify", str(copy))
    assert (ran.code, ran.error["name"]) == (8, "backup_forged")


def test_a_backup_moved_elsewhere_still_holds_and_is_told_to_be_in_no_list(backed_up: Stage, tmp_path: Path) -> None:
    copy = shutil.copytree(backups_of(backed_up)[0], tmp_path / "copy")
    found = backed_up.json("backup", "verify", str(copy))
    assert (found["opened"], found["listed"]) == (True, False)


def test_without_a_folder_or_with_one_in_the_register_no_backup_is_made(office: Stage) -> None:
    gone = office.folder / "backups"
    gone.rmdir()
    assert office.wkc("--json", "backup", "create").error["name"] == "backup_folder_missing"
    assert office.wkc("--json", "backup", "create", "--to", str(office.home)).error["name"] == "output_in_register"
    gone.symlink_to(office.home)
    assert office.wkc("--json", "backup", "create").error["name"] == "output_in_register"
    assert office.wkc("--json", "backup", "verify").error["name"] == "backup_unknown"


def test_it_is_whole_though_others_write_all_the_while(office: Stage) -> None:
    done = threading.Event()
    child = os.fork()
    if child == 0:
        number = 0
        try:
            while number < 400 and not done.is_set():
                number += 1
                rows = json.dumps([{"geslachtsnaam": f"N{number}x{row}"} for row in range(20)])
                office.wkc("client", "import", "-", *ORDER, f"B{number}", stdin=rows)
        finally:
            os._exit(0)
    try:
        heads = []
        for _ in range(8):
            made(office)
            heads.append(office.json("backup", "verify")["contents"]["head"]["seq"])
    finally:
        os.kill(child, 9)
        os.waitpid(child, 0)
    assert heads == sorted(set(heads))


def test_what_was_deleted_and_not_purged_is_in_no_backup(office: Stage) -> None:
    """The copy is compacted, whatever waits to be purged in the register itself."""
    from tests.vault import decryptor
    from wkc.vault.backup.archive import read

    here = session(office)
    with here.opened() as register:
        register.connection.execute("UPDATE entry SET value = 'Verdwenen' WHERE field = 'geslachtsnaam'")
        register.connection.execute("UPDATE entry SET value = 'Berg' WHERE field = 'geslachtsnaam'")
    path = made(office)
    key = files._unseal_key(path, read(path), here.unlock())
    content = b"".join(decryptor.pages(path / "register.db", key))
    assert b"Berg" in content
    assert b"Verdwenen" not in content


def test_the_key_is_sealed_to_no_key_that_was_put_into_the_keyring_meanwhile(office: Stage) -> None:
    def put(keyring: dict[str, Any]) -> None:
        spare = next(slot for slot in keyring["slots"] if slot["kind"] == "recovery")
        spare["x25519"] = canonical_json.encode(seal.public_of(bytes(range(32))))

    here = session(office)
    order = files.BackupOrder(
        uuid4(), office.now, office.folder / "backups" / "wkc-20261123T090000Z-00000000", {"anna"}
    )
    with here.opened() as register:
        rewrite(Home(office.home), put)
        with pytest.raises(KeyringForged):
            files.write(here.home, here.identity, register.connection, order, lambda _copy: Head(1, bytes(32)))
    assert list((office.folder / "backups").iterdir()) == []


@pytest.mark.parametrize("step", [*steps.BACKING_UP])
def test_killed_at_any_step_no_half_backup_is_taken_for_one(backed_up: Stage, step: str) -> None:
    (first,) = backups_of(backed_up)
    leave_killed(backed_up, made, steps.BACKING_UP, step)
    whole = step in ("backup renamed", "backup folder synced")
    there = {path for path in (backed_up.folder / "backups").iterdir() if path.suffix != ".new"}
    assert len(there) == (2 if whole else 1)
    assert backed_up.json("backup", "verify")["path"] == str(first)
    backed_up.now += timedelta(days=2)
    second = made(backed_up)
    pruned = backed_up.json("backup", "prune")
    assert len(pruned["removed"]) == 1
    assert set((backed_up.folder / "backups").iterdir()) == {first, second}


@pytest.mark.parametrize("step", [*steps.BACKING_UP[:-2]])
def test_a_disk_that_fills_up_leaves_no_half_backup(office: Stage, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    full_at(step, monkeypatch)
    ran = office.wkc("--json", "backup", "create")
    monkeypatch.undo()
    assert (ran.code, ran.error["name"]) == (1, "disk_full")
    assert list((office.folder / "backups").iterdir()) == []
    made(office)


def test_every_step_is_passed_in_the_order_that_it_is_listed(office: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    passed: list[str] = []
    monkeypatch.setattr(failpoints, "failpoint", passed.append)
    made(office)
    assert passed == list(steps.BACKING_UP)


def test_backups_go_when_they_are_older_than_is_set(backed_up: Stage) -> None:
    (old,) = backups_of(backed_up)
    backed_up.now += timedelta(days=34)
    new = made(backed_up)
    assert backed_up.json("backup", "prune")["removed"] == []
    backed_up.now += timedelta(days=2)
    pruned = as_cron(backed_up).json("backup", "prune")
    assert ([gone["path"] for gone in pruned["removed"]], pruned["overdue"]) == ([str(old)], False)
    assert list((backed_up.folder / "backups").iterdir()) == [new]
    assert backed_up.json("backup", "prune")["removed"] == []


def test_a_path_that_somebody_wrote_into_the_register_takes_no_other_folder_away(backed_up: Stage) -> None:
    backed_up.now += timedelta(days=40)
    made(backed_up)
    before = {path.name for path in backed_up.home.iterdir()}
    with session(backed_up).opened() as register:
        register.connection.execute("UPDATE backup SET path = ? WHERE id = 1", (str(backed_up.home),))
    backed_up.must("backup", "prune")
    assert {path.name for path in backed_up.home.iterdir()} == before


def test_the_newest_one_stays_however_old_and_that_is_overdue(office: Stage) -> None:
    old, newest = made(office), made(office)
    office.now += timedelta(days=400)
    ran = office.wkc("--json", "backup", "prune")
    assert ran.code == 10
    assert [gone["path"] for gone in ran.data["removed"]] == [str(old)]
    assert [kept["path"] for kept in ran.data["kept"]] == [str(newest)]
    assert newest.is_dir()


def test_a_newest_one_that_is_damaged_does_not_count(office: Stage) -> None:
    good, bad = made(office), made(office)
    (bad / "manifest.json").write_bytes(b"{}")
    office.now += timedelta(days=400)
    office.wkc("backup", "prune")
    assert good.is_dir()
    assert not bad.exists()


def test_on_a_disk_that_is_elsewhere_nothing_counts_as_gone(office: Stage) -> None:
    made(office)
    away = office.folder / "backups"
    away.rename(office.folder / "elsewhere")
    (office.folder / "here").mkdir()
    office.now += timedelta(days=40)
    office.must("backup", "create", "--to", str(office.folder / "here"))
    pruned: Any = office.json("backup", "prune")
    assert (len(pruned["removed"]), len(pruned["unreached"])) == (0, 1)
    (office.folder / "elsewhere").rename(away)
    assert len(office.json("backup", "prune")["removed"]) == 1
    assert list(away.iterdir()) == []


def test_what_somebody_put_beside_a_backup_is_left_alone(backed_up: Stage) -> None:
    (old,) = backups_of(backed_up)
    (old / "notes.txt").write_text("ours", encoding="utf-8")
    backed_up.now += timedelta(days=40)
    made(backed_up)
    backed_up.must("backup", "prune")
    assert [path.name for path in old.iterdir()] == ["notes.txt"]


def test_the_log_tells_which_backup_and_no_place(backed_up: Stage) -> None:
    (path,) = backups_of(backed_up)
    begun, done = [
        line["details"]
        for line in reversed(backed_up.json("audit", "list")["lines"])
        if line["action"] == "backup.create"
    ]
    assert begun["step"] == "begun"
    assert done["step"] == "done"
    assert done["backup"].endswith(path.name[-8:])
    assert str(backed_up.folder) not in json.dumps([begun, done])


def test_makers_are_those_who_may_make_one() -> None:
    from wkc.records.user import Role
    from wkc.rules.access.permission import GRANTS

    assert {role for role in Role if "backup.create" in GRANTS[role].actions} == set(backups.MAKERS)


def finding(stage: Stage, check: str) -> tuple[str, dict[str, Any]]:
    """Give what the doctor says of one thing."""
    found = {one["check"]: one for one in stage.wkc("--json", "doctor").data["findings"]}
    return found[check]["health"], found[check]["facts"]


def break_at(path: Path, file: str, how: str) -> None:
    """Break one file of a backup, as a hand or a dying disk does."""
    there = path / file
    match how:
        case "gone":
            there.unlink()
        case "cut":
            there.write_bytes(there.read_bytes()[:-1] or b"\n")
        case "changed":
            content = bytearray(there.read_bytes() or b"x")
            content[-1] ^= 1
            there.write_bytes(content)


@pytest.mark.parametrize("how", ["gone", "cut", "changed"])
@pytest.mark.parametrize("file", ["register.db", "keyring.json", "destroyed.jsonl", "manifest.json"])
def test_a_backup_is_whole_with_each_of_its_files_for_doctor_and_prune(
    fifty_days_on: Stage, file: str, how: str
) -> None:
    whole, broken = backups_of(fifty_days_on)
    break_at(broken, file, how)
    assert finding(fifty_days_on, "backup") == ("due", {"days": 50})
    for _day in range(2):
        pruned = fifty_days_on.wkc("--json", "backup", "prune")
        assert (pruned.code, pruned.data["removed"], pruned.data["overdue"]) == (10, [], True)
    assert fifty_days_on.json("backup", "verify", str(whole))["opened"] is True


def test_a_manifest_that_no_maker_signed_is_no_whole_backup(backed_up: Stage) -> None:
    (path,) = backups_of(backed_up)
    sql = "UPDATE backup SET sha256 = ?"
    manifest = path / "manifest.json"
    manifest.write_bytes(manifest.read_bytes().replace(b'"generation":1', b'"generation":2'))
    here = session(backed_up)
    with here.opened() as register:
        register.connection.execute(sql, (hashlib.sha256(manifest.read_bytes()).digest(),))
    assert finding(backed_up, "backup") == ("due", {"days": -1})


def test_a_drill_restores_beside_the_register_reads_all_and_leaves_nothing(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(stage.folder))
    people = json.dumps([{"geslachtsnaam": "Berg", "gezondheid": "kan tillen"}, {"geslachtsnaam": "Dal"}])
    order = ("--opdrachtgever", "Gemeente", "--assignment", "A1", "--special-basis", "uavg_30")
    stage.must("client", "import", "-", *order, stdin=people)
    (stage.folder / "backups").mkdir()
    stage.must("backup", "create", "--to", str(stage.folder / "backups"))
    before = sorted(path.name for path in stage.folder.iterdir())
    done = stage.json("backup", "drill")
    assert (done["clients"], done["values"], done["closed"]) == (2, 3, 0)
    assert done["seconds"] > 0
    assert sorted(path.name for path in stage.folder.iterdir()) == before
    line = stage.json("audit", "list")["lines"][0]
    assert (line["action"], line["outcome"], line["details"]["step"]) == ("backup.drill", "done", "done")
    assert stage.wkc("agenda").code == 0  # no alarm of a register that went back
