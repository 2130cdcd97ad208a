"""The commands whose power is cut: every kind of commit that the program makes, from the state that each one needs."""

import json
import os
import shutil
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from tests.frozen.test_frozen import HERE as FROZEN
from tests.procedures.test_correction import answer, ask
from tests.procedures.test_document import ORIGIN, PNG
from tests.stage import Stage

BEA = ("--name", "Bea", "--role", "coach", "--function", "f", "--new-password-file")
LOG = ("contact", "log", "2026-1", "--on", "2026-11-02", "--kind", "gesprek")
ORDER = ("--opdrachtgever", "Gemeente", "--assignment", "A1")


class Command(NamedTuple):
    """A command, what it reads, and the file of the password that opens the register once it is done, if another."""

    argv: tuple[str, ...]
    stdin: str = ""
    new_password: Path | None = None


def prepare(stage: Stage) -> None:
    """Make the office that every case begins with, and let its clock be that of this machine."""
    stage.must("party", "add", "Gemeente", "--kind", "opdrachtgever")
    for name in ("Berg", "Dal"):
        stage.must("client", "register", *ORDER, "--from", "-", stdin=f'{{"geslachtsnaam": "{name}"}}')
    stage.folder.joinpath("backups").mkdir()
    stage.now = datetime.now(UTC)
    stage.must("client", "list")


def commit(_stage: Stage) -> Command:
    return Command(LOG)


def list_of_clients(_stage: Stage) -> Command:
    rows = json.dumps([{"geslachtsnaam": name, "woonplaats": "Alkmaar"} for name in ("Duin", "Meer", "Polder")])
    return Command(("client", "import", "-", *ORDER[:3], "A2"), rows)


def init(stage: Stage) -> Command:
    shutil.rmtree(stage.home)
    office = ("--name", "Bureau Proef", "--place", "Alkmaar", "--kvk", "12345678")
    return Command(("init", *office, "--beheerder", "anna"))


def designation(stage: Stage) -> Command:
    return Command(("user", "designate", "bea", *BEA, str(stage.password_file)))


def password(stage: Stage) -> Command:
    new = stage.file("new", "a new password that is long\n")
    return Command(("passwd", "--new-password-file", str(new)), new_password=new)


def rotation(stage: Stage) -> Command:
    stage.must(*designation(stage).argv)
    return Command(("user", "revoke", "bea"))


def destruction(_stage: Stage) -> Command:
    return Command(("client", "destroy", "2026-2", "--vergissing"))


def correction(stage: Stage) -> Command:
    number = ask(stage, "verbetering", {"of": "geslachtsnaam", "why": "onjuist", "value": "Bergman"})
    answer(stage, number, "toegewezen")
    copy = stage.folder / "copy.json"
    return Command(("correction", "apply", number, "--format", "json", "--output", str(copy)))


def mistake(stage: Stage) -> Command:
    stage.must(*LOG)
    return Command(("client", "mistake", "2026-1", "--contact", "1", "--reason", "dubbel"), "Dubbel.")


def document(stage: Stage) -> Command:
    path = stage.folder / "diploma.png"
    path.write_bytes(PNG + os.urandom(600_000))
    return Command(("document", "add", "2026-1", str(path), *ORIGIN))


def backup(stage: Stage) -> Command:
    return Command(("backup", "create", "--to", str(stage.folder / "backups")))


def restore(stage: Stage) -> Command:
    stage.must(*backup(stage).argv)
    stage.must(*LOG)
    (made,) = stage.folder.joinpath("backups").iterdir()
    return Command(("backup", "restore", str(made)))


def upgrade(stage: Stage) -> Command:
    """Put a register of an older schema in the place of the one that is there."""
    shutil.rmtree(stage.home)
    shutil.copytree(max(FROZEN.glob("[0-9]*"), key=lambda path: int(path.name)) / "register", stage.home)
    stage.home.chmod(0o700)
    for path in stage.home.iterdir():
        path.chmod(0o600)
    shutil.rmtree(stage.folder / "state", ignore_errors=True)
    return Command(("whoami",))


CASES: Mapping[str, Callable[[Stage], Command]] = {
    "a commit": commit,
    "a list": list_of_clients,
    "init": init,
    "a designation": designation,
    "a password": password,
    "a rotation": rotation,
    "a destruction": destruction,
    "a correction": correction,
    "a mistake": mistake,
    "a document": document,
    "a backup": backup,
    "a restore": restore,
    "an upgrade": upgrade,
}
"""What brings a register to the state that a command meets, and gives the command."""
