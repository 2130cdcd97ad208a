"""An upgrade makes a backup first, where it is set to which folder (issue 7)."""

import functools
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.frozen.test_frozen import compared
from tests.put_back import KeptStage
from tests.stage import Stage
from tests.vault.test_crash import full_at


@pytest.fixture(scope="module")
def kept_restored(kept_backups: Callable[[int], KeptStage]) -> Callable[[int], KeptStage]:
    """Give the stage of one number whose backup of an older wkc was restored, and brought up to date again."""

    @functools.cache
    def keep(number: int) -> KeptStage:
        stage = kept_backups(number).put_back()
        restore(stage)
        stage.must("whoami")
        return KeptStage(stage)

    return keep


def backup_of(stage: Stage) -> Path:
    """Give the backup of the older schema that was made before the register was brought up to date."""
    (path,) = (stage.folder / "backups").iterdir()
    return path


def restore(stage: Stage) -> None:
    stage.must("--yes", "backup", "restore", str(backup_of(stage)))


def test_the_backup_holds_the_register_as_it_was(backed_up: Stage) -> None:
    found = backed_up.json("backup", "verify")
    assert (Path(found["path"]), found["opened"], found["listed"]) == (backup_of(backed_up), True, True)


def test_and_it_can_be_restored_and_is_brought_up_to_date_again(
    kept_restored: Callable[[int], KeptStage], number: int
) -> None:
    restored = kept_restored(number).put_back()
    restored.must("audit", "verify")


def test_what_is_sealed_in_it_opens_once_it_is_restored(kept_restored: Callable[[int], KeptStage], number: int) -> None:
    sealed_values_open(kept_restored(number).put_back(), number)


def test_or_once_it_is_restored_after_the_special_pair_was_replaced(backed_up: Stage, number: int) -> None:
    backed_up.must("user", "revoke", "bram")
    restore(backed_up)
    sealed_values_open(backed_up, number)


def sealed_values_open(stage: Stage, number: int) -> None:
    before, _now = compared(stage, number)
    assert "gezondheid" in json.dumps(before)
    assert found_health(stage, "pages") == "ok"


def found_health(stage: Stage, check: str) -> str:
    findings = stage.wkc("--json", "doctor").data["findings"]
    return next(str(one["health"]) for one in findings if one["check"] == check)


def test_a_backup_that_cannot_be_made_stops_the_upgrade(older: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    full_at("backup copied", monkeypatch)
    assert older.wkc("--json", "whoami").error["name"] == "disk_full"
    monkeypatch.undo()
    assert older.wkc("whoami").code == 0
