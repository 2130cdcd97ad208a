"""The folder of backups: its disk is remembered, what is away is not damaged, and a register set back is noticed."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.stage import Stage


@pytest.fixture
def office(stage: Stage) -> Stage:
    folder(stage).mkdir(mode=0o700)
    stage.must("settings", "set", "backup.folder", str(folder(stage)))
    return stage


def folder(stage: Stage) -> Path:
    return stage.folder / "mnt"


def on_a_disk_of_its_own(monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    """Let what is in a folder be of another device, as a mounted disk is."""
    plain = Path.stat

    def stat(path: Path, **how: Any) -> os.stat_result:
        found = plain(path, **how)
        if path != place:
            return found
        fields = list(found)
        fields[2] = found.st_dev + 1
        return os.stat_result(fields)

    monkeypatch.setattr(Path, "stat", stat)


def states(stage: Stage) -> list[str]:
    return [one["state"] for one in stage.wkc("--json", "backup", "list").data["backups"]]


def found(stage: Stage) -> dict[str, Any]:
    return {one["check"]: one for one in stage.wkc("--json", "doctor").data["findings"]}


def test_a_disk_that_is_not_mounted_takes_no_backup(office: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as mounted:
        on_a_disk_of_its_own(mounted, folder(office))
        office.must("settings", "set", "backup.folder", str(folder(office)))
        office.must("backup", "create")
        assert "same" not in office.must("doctor").out
    ran = office.wkc("--json", "backup", "create")
    assert (ran.code, ran.error["name"]) == (6, "backup_disk_missing")
    assert found(office)["backup_disk"]["health"] == "due"
    office.must("settings", "set", "backup.folder", str(folder(office)))
    office.must("backup", "create")


def test_a_disk_that_came_later_is_remembered_by_its_first_backup(
    office: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as mounted:
        on_a_disk_of_its_own(mounted, folder(office))
        office.must("backup", "create")
    assert office.wkc("--json", "backup", "create").error["name"] == "backup_disk_missing"


def test_the_doctor_says_when_backups_are_on_the_register_s_disk(office: Stage) -> None:
    office.must("backup", "create")
    assert "the same disk as the register" in office.must("doctor").out
    assert office.json("backup", "list")["same_disk"] is True


def test_a_backup_that_is_away_is_called_absent_and_not_damaged(office: Stage) -> None:
    made = Path(office.json("backup", "create")["path"])
    assert states(office) == ["here"]
    made.rename(office.folder / "elsewhere")
    assert states(office) == ["absent"]
    ran = office.wkc("--json", "backup", "verify")
    assert (ran.code, ran.error["name"]) == (5, "backup_absent")


def test_a_backup_that_the_register_does_not_know_says_that_it_was_set_back(office: Stage) -> None:
    before = office.folder / "before"
    shutil.copytree(office.home, before)
    office.must("backup", "create")
    assert "set_back" not in found(office)
    shutil.rmtree(office.home)
    before.rename(office.home)
    shutil.rmtree(office.folder / "state")
    assert found(office)["set_back"]["health"] == "due"
    ran = office.wkc("backup", "list")
    assert ran.code == 10
    assert "not known to the register" in ran.out
    assert "was it set back?" in ran.out


@pytest.mark.parametrize(
    ("name", "mark", "program"),
    [
        ("Dropbox", None, "Dropbox"),
        ("OneDrive - Bureau", None, "OneDrive"),
        ("iCloud Drive", None, "iCloud"),
        ("Nextcloud", None, "Nextcloud"),
        ("map", ".stfolder", "Syncthing"),
        ("map", None, None),
    ],
)
def test_a_register_in_a_folder_that_is_copied_is_said_at_the_start_and_by_the_doctor(
    tmp_path: Path, name: str, mark: str | None, program: str | None
) -> None:
    (tmp_path / name).mkdir()
    if mark:
        (tmp_path / name / mark).touch()
    stage = Stage(tmp_path / name)
    stage.password_file.write_text("correct horse battery\n", encoding="utf-8")
    stage.password_file.chmod(0o600)
    office = ("--name", "Bureau Proef", "--place", "Alkmaar", "--kvk", "12345678")
    said = stage.must("--yes", "init", *office, "--beheerder", "anna").out
    assert ("copies this folder" in said) is (program is not None)
    assert found(stage).get("synced", {}).get("facts") == (None if program is None else {"program": program})
