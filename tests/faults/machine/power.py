"""Power cuts in the middle of a command: thousands of disks as they may be found, and mutants that must be caught.

The system calls of a command are recorded once. A mutant is the same record without its syncs, or with a name given
before what it names is safe: where no disk of a mutant is found bad, the simulation proves nothing.
"""

import contextlib
import random
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple

from tests.faults.machine.disk import Disk
from tests.faults.machine.kills import Counts, counted
from tests.faults.machine.outcome import Outcome, blames_program, count
from tests.faults.machine.trace import SAY, Done, record
from tests.stage import Stage
from wkc.vault.files.home import Home
from wkc.vault.keys import keyring

RUN = ("--name", "Bea", "--role", "coach", "--function", "f")


class Command(NamedTuple):
    """A command, what it reads, and the commands that come before it."""

    argv: tuple[str, ...]
    stdin: str = ""
    before: tuple[tuple[str, ...], ...] = ()


COMMANDS = {
    "a commit": Command(("contact", "log", "1", "--on", "2026-11-02", "--kind", "gesprek")),
    "a designation": Command(("user", "designate", "bea", *RUN, "--new-password-file", "password")),
    "a rotation": Command(
        ("user", "revoke", "bea"), before=(("user", "designate", "bea", *RUN, "--new-password-file", "password"),)
    ),
    "a destruction": Command(("client", "destroy", "2", "--vergissing")),
    "a backup": Command(("backup", "create", "--to", "backups")),
}
"""The commands whose power is cut."""


TRIED = 80
"""Disks of a mutant of one command that are looked at for one that is bad."""


def no_syncs(done: Sequence[Done]) -> list[Done]:
    return [one for one in done if one.what != "sync"]


def no_folder_syncs(done: Sequence[Done]) -> list[Done]:
    return [one for one in done if (one.what, one.name) != ("sync", ".")]


def renamed_before_synced(done: Sequence[Done]) -> list[Done]:
    """Leave out the syncs of what is renamed later."""
    renamed = {one.name for one in done if one.what == "rename"}
    return [one for one in done if one.what != "sync" or one.name not in renamed]


def said_first(done: Sequence[Done]) -> list[Done]:
    """Let a command say that it is done before it does anything."""
    return [Done(SAY, SAY), *done]


MUTANTS: dict[str, Callable[[Sequence[Done]], list[Done]]] = {
    "no fsync": no_syncs,
    "no fsync of the folder": no_folder_syncs,
    "rename before fsync": renamed_before_synced,
    "said before it is done": said_first,
}


def trial(stage: Stage, most: int) -> Outcome:
    """Make `most` images of all commands together; AssertionError where a mutant is not caught."""
    prepare(stage)
    return count("power cuts", f"{len(COMMANDS)} commands cut at every call; {len(MUTANTS)} mutants caught",
                 cut_all(stage, most))  # fmt: skip


def prepare(stage: Stage) -> None:
    order = ("--opdrachtgever", "Gemeente", "--assignment", "A1")
    stage.must("party", "add", "Gemeente", "--kind", "opdrachtgever")
    for name in ("Berg", "Dal"):
        stage.must("client", "register", *order, "--from", "-", stdin=f'{{"geslachtsnaam": "{name}"}}')
    (stage.folder / "backups").mkdir()


def cut_all(stage: Stage, most: int) -> Iterator[str | None]:
    missed = dict(MUTANTS)
    for name, command in COMMANDS.items():
        case = Case(stage, command)
        yield from (wrong and f"{name}: {wrong}" for wrong in case.cut(case.done, most // len(COMMANDS)))
        for mutant, change in list(missed.items()):
            if any(wrong is not None for wrong in case.cut(change(case.done), TRIED)):
                del missed[mutant]
        case.close()
    if missed:
        raise AssertionError(f"the simulation does not see: {list(missed)}")


class Case:
    """A command done once from a state, to be cut as often as one likes."""

    def __init__(self, stage: Stage, command: Command) -> None:
        self._folder = stage.folder.with_name("cut")
        shutil.copytree(stage.folder, self._folder)
        self._stage = replace(stage, folder=self._folder, works_between=False)
        for argv in command.before:
            with contextlib.chdir(self._folder):
                self._stage.must("--yes", *argv)
        self._files = {path.name: path.read_bytes() for path in self._stage.home.iterdir()}
        self.done = record(self._stage, command.argv, command.stdin)
        self._after = state(self._stage)
        self._seen: dict[bytes, str | None] = {}

    def cut(self, done: Sequence[Done], most: int) -> Iterator[str | None]:
        """Cut at random calls; give what is wrong with each disk."""
        chance = random.Random(21)  # noqa: S311  (moments, no secrets)
        said = next((place for place, one in enumerate(done) if one.what == SAY), len(done))
        moments = sorted(chance.randint(0, len(done)) for _ in range(most))
        disk, place = Disk(self._files), 0
        for moment in moments:
            for one in done[place:moment]:
                disk.do(one)
            place = moment
            yield self._wrong(disk.image(chance), confirmed=moment > said)

    def close(self) -> None:
        shutil.rmtree(self._folder)

    def _wrong(self, image: dict[str, bytes], *, confirmed: bool) -> str | None:
        image = {name: content for name, content in image.items() if not name.endswith("-shm")}
        digest = sha256(repr((confirmed, sorted(image.items()))).encode()).digest()
        if digest not in self._seen:
            self._seen[digest] = self._look(image, confirmed=confirmed)
        return self._seen[digest]

    def _look(self, image: dict[str, bytes], *, confirmed: bool) -> str | None:
        put_files(self._stage, image)
        seen = self._stage.wkc("audit", "verify")
        if blames_program(seen.err) or seen.code:
            return f"does not open: {seen.err.strip()[-200:]}"
        return "confirmed, and not there" if confirmed and state(self._stage) != self._after else None


def state(stage: Stage) -> Counts:
    """Count what a command leaves, in the tables and in the keyring; looking itself writes lines in the log."""
    ring = keyring.read(Home(stage.home))
    counts = {name: rows for name, rows in (counted(stage) or {}).items() if name not in {"audit", "signin_read"}}
    return counts | {"slots": len(ring.slots), "generation": ring.generation}


def put_files(stage: Stage, image: dict[str, bytes]) -> None:
    """Let a folder be as it is found, by somebody who looks for the first time."""
    for folder in (stage.home, stage.folder / "state"):
        shutil.rmtree(folder, ignore_errors=True)
    stage.home.mkdir(mode=0o700)
    for name, content in image.items():
        path = stage.home / name
        path.write_bytes(content)
        path.chmod(0o600)
