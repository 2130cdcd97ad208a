"""A backup that is older than what the office then removed: put beside the stage, restored, and taken away."""

import shutil
from pathlib import Path

from tests.stage import Stage


def back_up(stage: Stage) -> Path:
    """Make a backup beside the folder of the stage, so that nothing of it is in that folder."""
    made = Path(stage.json("backup", "create", "--to", str(stage.folder))["path"])
    return Path(shutil.move(made, stage.folder.with_name(f"{stage.folder.name}-backup")))


def restore(stage: Stage, backup: Path) -> None:
    """Restore it, and take away all backups there are."""
    stage.must("--yes", "backup", "restore", str(backup))
    shutil.rmtree(backup)
    shutil.rmtree(stage.folder / "backups", ignore_errors=True)
