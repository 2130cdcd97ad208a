"""An upgrade makes a backup first, where it is set to which folder (issue 7)."""

import json
from pathlib import Path

import pytest

from tests.frozen.test_frozen import compared
from tests.stage import Stage
from tests.vault.test_crash import full_at


def test_the_backup_holds_the_register_as_it_was(backed_up: Stage) -> None:
    (path,) = (backed_up.folder / "backups").iterdir()
    found = backed_up.json("backup", "verify")
    assert (Path(found["path"]), found["opened"], found["listed"]) == (path, True, True)


def test_and_it_can_be_restored_and_is_brought_up_to_date_again(backed_up: Stage) -> None:
    (path,) = (backed_up.folder / "backups").iterdir()
    backed_up.must("--yes", "backup", "restore", str(path))
    backed_up.must("whoami")
    backed_up.must("audit", "verify")


@pytest.mark.parametrize("since", [(), ("user", "revoke", "bram")], ids=["same keys", "new special pair"])
def test_what_is_sealed_in_it_opens_once_it_is_restored(backed_up: Stage, number: int, since: tuple[str, ...]) -> None:
    (path,) = (backed_up.folder / "backups").iterdir()
    if since:
        backed_up.must(*since)
    backed_up.must("--yes", "backup", "restore", str(path))
    before, _now = compared(backed_up, number)
    assert "gezondheid" in json.dumps(before)
    assert found_health(backed_up, "pages") == "ok"


def found_health(stage: Stage, check: str) -> str:
    findings = stage.wkc("--json", "doctor").data["findings"]
    return next(str(one["health"]) for one in findings if one["check"] == check)


def test_a_backup_that_cannot_be_made_stops_the_upgrade(older: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    full_at("backup copied", monkeypatch)
    assert older.wkc("--json", "whoami").error["name"] == "disk_full"
    monkeypatch.undo()
    assert older.wkc("whoami").code == 0
