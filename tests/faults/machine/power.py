"""Power cuts in the middle of a command: thousands of disks as they may be found, and mutants that must be caught.

The system calls of a command are recorded once. A mutant is the same record without its syncs, or with a name given
before what it names is safe: where no disk of a mutant is found bad, the simulation proves nothing.
"""

import random
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

from tests.faults.machine.cases import CASES, Command, prepare, state
from tests.faults.machine.disk import Disk
from tests.faults.machine.outcome import Outcome, blames_program, count
from tests.faults.machine.portion import Portion, spread
from tests.faults.machine.trace import SAY, Done, record
from tests.stage import Ran, Stage

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


def trial(stage: Stage, portion: Portion) -> Outcome:
    """Make so many images of all commands together; the first portion catches the mutants too."""
    prepare(stage)
    what = f"{len(CASES)} commands cut at every call; {len(MUTANTS)} mutants caught"
    return count("power cuts", what, cut_all(stage, portion))


def cut_all(stage: Stage, portion: Portion) -> Iterator[str | None]:
    """Cut the commands of a portion; the mutants that no command of all shows are wrong, each by its name."""
    missed = dict(MUTANTS) if portion.number == 0 else {}
    own = portion.take([*CASES])
    for place, (name, begin) in enumerate(CASES.items()):
        if name not in own and not missed:
            continue
        case = Case(stage, begin)
        if name in own:
            chance, often = portion.chance_of(name), spread(portion.most, len(CASES), place)
            yield from (wrong and f"{name}: {wrong}" for wrong in case.cut(case.done, often, chance))
        for mutant, change in list(missed.items()):
            chance = portion.chance_of(name, mutant)
            if any(wrong is not None for wrong in case.cut(change(case.done), TRIED, chance)):
                del missed[mutant]
        case.close()
    yield from (f"the simulation does not see: {mutant}" for mutant in missed)


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
        self._after = state(self._stage, self._command)
        self._seen: dict[bytes, str | None] = {}

    def cut(self, done: Sequence[Done], most: int, chance: random.Random) -> Iterator[str | None]:
        """Cut at random calls; give what is wrong with each disk."""
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
        digest = digest_of(image, confirmed=confirmed)
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
        return "confirmed, and not there" if confirmed and state(self._stage, self._command) != self._after else None

    def _opened(self, *, confirmed: bool) -> Ran:
        """Open it with the password of today; where the command changes that, with the new one or the one before."""
        new = self._command.new_password
        if new is not None:
            seen = replace(self._stage, credentials=new).wkc("audit", "verify")
            if seen.code == 0 or confirmed:
                return seen
        return self._stage.wkc("audit", "verify")


def digest_of(image: dict[str, bytes], *, confirmed: bool) -> bytes:
    """Tell one disk from another: the digest of the names, lengths and digests of its files, and what was confirmed."""
    parts = sorted((name, len(content), sha256(content).digest()) for name, content in image.items())
    return sha256(repr((confirmed, parts)).encode()).digest()


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
