"""A name that no disk can hold is a wrong name, whichever option it stands in, and no fault of the program."""

import json
from pathlib import Path

import pytest

from tests.stage import Stage

NAMES = {"long": "a" * 5000, "long inside": f"/{'a' * 300}/b", "zero": "b\0c"}
ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
COMMANDS = {
    "backup restore": ("backup", "restore", "NAME"),
    "backup restore --ledger": ("backup", "restore", "BACKUP", "--ledger", "NAME"),
    "backup verify": ("backup", "verify", "NAME"),
    "backup create --to": ("backup", "create", "--to", "NAME"),
    "client import": ("client", "import", "NAME", *ORDER),
    "client register --from": ("client", "register", *ORDER, "--from", "NAME"),
    "inzage export --output": ("inzage", "export", "2026-1", "--output", "NAME"),
    "audit export --output": ("audit", "export", "--output", "NAME"),
    "--password-file": ("--password-file", "NAME", "whoami"),
    "--home": ("--home", "NAME", "whoami"),
}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    folder = tmp_path_factory.mktemp("names")
    folder.chmod(0o700)
    stage = Stage(folder).founded()
    stage.must("party", "add", "Gemeente Alkmaar", "--kind", "opdrachtgever")
    stage.must("client", "register", *ORDER, "--from", "-", stdin=json.dumps({"geslachtsnaam": "Berg"}))
    Path(stage.json("backup", "create", "--to", str(folder))["path"]).rename(folder / "BACKUP")
    return stage


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
@pytest.mark.parametrize("argv", COMMANDS.values(), ids=COMMANDS)
def test_an_impossible_name_is_said_to_be_one(office: Stage, argv: tuple[str, ...], name: str) -> None:
    words = [name if word == "NAME" else str(office.folder / word) if word == "BACKUP" else word for word in argv]
    ran = office.wkc("--json", "--yes", *words)
    assert ran.code in {1, 2, 5, 6, 7}, ran.err
    assert ran.error["name"] != "unexpected"
