"""The frozen vaults, put on a machine of today."""

import json
import shutil
from pathlib import Path
from typing import Any

from tests.stage import Stage
from wkc.procedures.core.session import Session

HERE = Path(__file__).parent
FROZEN = sorted(int(path.name) for path in HERE.iterdir() if path.name.isdigit())


def secrets(number: int) -> Any:
    return json.loads((HERE / str(number) / "secrets.json").read_bytes())


def thaw(number: int, folder: Path) -> Stage:
    """Put the frozen vault of one number into an empty folder, with the rights that git does not keep."""
    folder.chmod(0o700)
    stage = Stage(folder)
    shutil.copytree(HERE / str(number) / "register", stage.home)
    stage.home.chmod(0o700)
    for path in stage.home.iterdir():
        path.chmod(0o600)
    stage.file("password", secrets(number)["password"] + "\n")
    stage.file("service.key", secrets(number)["key"])
    stage.now = stage.now.replace(day=25)
    return stage


def session(stage: Stage, user_id: str, secret: str) -> Session:
    """Give a session of a user of a thawed vault."""
    return Session(stage.environment(), stage.home, user_id, lambda: secret, lambda _notice, _count: None)
