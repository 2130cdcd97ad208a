"""Power cuts in the middle of a command: thousands of disks as they may be found, and mutants that must be caught.

The system calls of a command are recorded once. A mutant is the same record without its syncs, or with a name given
before what it names is safe: where no disk of a mutant is found bad, the simulation proves nothing.
"""

import random
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256

from tests.faults.machine.cases import CASES, Command, prepare, state
from tests.faults.machine.disk import Disk
from tests.faults.machine.outcome import Outcome, blames_program, count
from tests.faults.machine.trace import SAY, Done, record
from tests.stage import Ran, Stage
from wkc.vault.keys import password

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
    what = f"{len(CASES)} commands cut at every call; {len(MUTANTS)} mutants caught"
    with deriving_once():
        return count("power cuts", what, cut_all(stage, most))


@contextmanager
def deriving_once() -> Iterator[None]:
    """Remember what Argon2id gave: each disk of a command has the same passwords and salts, at the full cost."""
    derive = password.derive
    password.derive = cache(derive)
    try:
        yield
    finally:
        password.derive = derive


def cut_all(stage: Stage, most: int) -> Iterator[str | None]:
    missed = dict(MUTANTS)
    for name, begin in CASES.items():
        case = Case(stage, begin)
        yield from (wrong and f"{name}: {wrong}" for wrong in case.cut(case.done, most // len(CASES)))
        for mutant, change in list(missed.items()):
            if any(wrong is not None for wrong in case.cut(change(case.done), TRIED)):
                del missed[mutant]
        case.close()
    if missed:
        raise AssertionError(f"the simulation does not see: {list(missed)}")


class Case:
    """A command done once from a state, to be cut as often as one likes."""

    def __init__(self, stage: Stage, begin: Callable[[Stage], Command]) -> None:
        self._folder = stage.folder.with_name("cut")
        shutil.copytree(stage.folder, self._folder)
        self._stage = replace(stage, folder=self._folder, works_between=False)
        self._command = begin(self._stage)
        self._files = files_of(self._stage)
        self.done = record(self._stage, self._command.argv, self._command.stdin)
        self._stage.now = datetime.now(UTC)
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
        if not self._files and not confirmed:
            made = self._stage.wkc("--json", "--yes", *self._command.argv)
            if made.code and made.error["name"] != "register_exists":
                return f"is not made anew: {made.err.strip()[-200:]}"
        seen = self._opened(confirmed=confirmed)
        if blames_program(seen.err) or seen.code:
            return f"does not open: {seen.err.strip()[-200:]}"
        return "confirmed, and not there" if confirmed and state(self._stage) != self._after else None

    def _opened(self, *, confirmed: bool) -> Ran:
        """Open it with the password of today; where the command changes that, with the new one or the one before."""
        new = self._command.new_password
        if new is not None:
            seen = replace(self._stage, credentials=new).wkc("audit", "verify")
            if seen.code == 0 or confirmed:
                return seen
        return self._stage.wkc("audit", "verify")


def files_of(stage: Stage) -> dict[str, bytes]:
    """Read the files of a register, none where there is no folder."""
    return {path.name: path.read_bytes() for path in stage.home.iterdir()} if stage.home.exists() else {}


def put_files(stage: Stage, image: dict[str, bytes]) -> None:
    """Let a folder be as it is found, by somebody who looks for the first time."""
    for folder in (stage.home, stage.folder / "state"):
        shutil.rmtree(folder, ignore_errors=True)
    stage.home.mkdir(mode=0o700)
    for name, content in image.items():
        path = stage.home / name
        path.write_bytes(content)
        path.chmod(0o600)
