"""The commands whose power is cut: every kind of commit that the program makes, from the state that each one needs."""

import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from tests.faults.machine.kills import Counts, counted, put
from tests.frozen.thaw import HERE as FROZEN
from tests.procedures.test_correction import answer, ask
from tests.procedures.test_document import ORIGIN, PNG
from tests.stage import PASSWORD, Stage
from wkc.vault.files.home import Home
from wkc.vault.keys import keyring

BEA = ("--name", "Bea", "--role", "coach", "--function", "f", "--new-password-file")
LOG = ("contact", "log", "2026-1", "--on", "2026-11-02", "--kind", "gesprek")
ORDER = ("--opdrachtgever", "Gemeente", "--assignment", "A1")


PARTLY = 9
"""The exit code of what is done but for something that a later command does."""
UNCOUNTED = frozenset({"audit", "signin_read", "backup", "purge_due"})
STAYS = "What the command did before stays"
"""The beginning of what an error says after a part was done."""


class Ended(NamedTuple):
    """How a command ended: its code, and all that it said."""

    code: int
    said: str


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


def state(stage: Stage, command: Command) -> Counts:
    """Count what a command leaves, in the tables and in the keyring; looking itself writes lines in the log.

    A backup that was cut short has its row from before it is made. Nothing is counted where there is no register yet.
    """
    if not Home(stage.home).keyring.exists():
        return {}
    ring = keyring.read(Home(stage.home))
    opened = opened_with(stage, command)
    counts = {name: rows for name, rows in (counted(stage, opened) or {}).items() if name not in UNCOUNTED}
    is_new = {"new password": 1} if opened != PASSWORD else {}
    return counts | is_new | {"slots": len(ring.slots), "generation": ring.generation}


def opened_with(stage: Stage, command: Command) -> str:
    """Give the password that opens the register: the first one, or the one that the command sets."""
    new = "" if command.new_password is None else command.new_password.read_text(encoding="utf-8").strip()
    return new if new and counted(stage, new) is not None else PASSWORD


def after(stage: Stage, command: Command) -> Counts:
    """Give the state that a command leaves where nothing fails; the stage stays as it is."""
    with aside(stage) as other:
        other.must("--yes", *command.argv, stdin=command.stdin)
        return state(other, command)


@contextmanager
def aside(stage: Stage) -> Iterator[Stage]:
    """Put the folder of a stage back as it was, in its place, after what is done in it."""
    kept = stage.folder.with_name(f"{stage.folder.name}-kept")
    shutil.copytree(stage.folder, kept)
    try:
        yield replace(stage)
    finally:
        put(kept, stage.folder)
        shutil.rmtree(kept)


def judge_left(stage: Stage, command: Command, ran: Ended, states: tuple[Counts, Counts]) -> str | None:
    """Give what is wrong with what a command left: None where it is done, or not done at all.

    `states` are those before it and after it. One that was cut short is right where it says that it is done so far
    (PARTLY, STAYS), or where it can be given again.
    """
    was, after = states
    now = state(stage, command)
    if "new password" in now:
        stage = replace(stage, credentials=command.new_password)
    verified = stage.wkc("audit", "verify") if now else None
    if verified is not None and verified.code:
        return f"afterwards {verified.err.strip()[-200:]}"
    if now == (after if ran.code == 0 else was) or ran.code == PARTLY or STAYS in ran.said:
        return None
    gap = {name: (was.get(name), now.get(name)) for name in {*was, *now} if was.get(name) != now.get(name)}
    if ran.code == 0:
        return f"confirmed, and not there: {gap}"
    again = stage.wkc("--yes", *command.argv, stdin=command.stdin)
    return f"half there: {gap} {again.err.strip()[-200:]}" if again.code not in {0, PARTLY} else None
