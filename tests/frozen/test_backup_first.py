"""An upgrade makes a backup first, where it is set to which folder (issue 7)."""

import json
from pathlib import Path

import pytest

from tests.frozen.test_frozen import compared, number, thawed
from tests.stage import Stage
from tests.vault.test_crash import full_at
from wkc.procedures.core.session import Session
from wkc.vault.database.register import open_alone
from wkc.vault.files.home import Home

__all__ = ["number", "thawed"]


@pytest.fixture
def older(thawed: Stage) -> Stage:
    """A register of an older wkc that has a folder for backups."""
    (thawed.folder / "backups").mkdir()
    password = thawed.password_file.read_text(encoding="utf-8").strip()
    here = Session(thawed.environment(), thawed.home, "anna", lambda: password, lambda _notice, _count: None)
    with open_alone(Home(thawed.home), here.identity) as register:
        setting = ("backup.folder", str(thawed.folder / "backups"))
        register.connection.execute("INSERT INTO setting VALUES (?, ?)", setting)
    return thawed


def test_the_backup_holds_the_register_as_it_was(older: Stage) -> None:
    older.must("whoami")
    (path,) = (older.folder / "backups").iterdir()
    found = older.json("backup", "verify")
    assert (Path(found["path"]), found["opened"], found["listed"]) == (path, True, True)


def test_and_it_can_be_restored_and_is_brought_up_to_date_again(older: Stage) -> None:
    older.must("whoami")
    (path,) = (older.folder / "backups").iterdir()
    older.must("--yes", "backup", "restore", str(path))
    older.must("whoami")
    older.must("audit", "verify")


@pytest.mark.parametrize("since", [(), ("user", "revoke", "bram")], ids=["same keys", "new special pair"])
def test_what_is_sealed_in_it_opens_once_it_is_restored(older: Stage, number: int, since: tuple[str, ...]) -> None:
    older.must("whoami")
    (path,) = (older.folder / "backups").iterdir()
    if since:
        older.must(*since)
    older.must("--yes", "backup", "restore", str(path))
    before, _now = compared(older, number)
    assert "gezondheid" in json.dumps(before)
    assert found_health(older, "pages") == "ok"


def found_health(stage: Stage, check: str) -> str:
    findings = stage.wkc("--json", "doctor").data["findings"]
    return next(str(one["health"]) for one in findings if one["check"] == check)


def test_a_backup_that_cannot_be_made_stops_the_upgrade(older: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    full_at("backup copied", monkeypatch)
    assert older.wkc("--json", "whoami").error["name"] == "disk_full"
    monkeypatch.undo()
    assert older.wkc("whoami").code == 0
