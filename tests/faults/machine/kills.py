"""Every command that the plays know, killed at random moments of its course: before, after, or at one of its commits.

The plays are walked through; each of their commands is done as it stands, then again and again from the same state in a
child that is killed. A command of the program that is in no play fails the part.
"""

import contextlib
import random
import shlex
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from tests.faults.killing import timed
from tests.faults.machine.outcome import Outcome, blames_program, count
from tests.faults.machine.portion import Portion, spread
from tests.stage import LAST, PASSWORD, START, Stage
from tests.transcripts.play import PLAYS, Scene, Step, opening, read, set_stage
from wkc.cli.command_table import COMMANDS, SUBCOMMANDS
from wkc.errors.families import WkcError
from wkc.procedures.core.session import Session
from wkc.store.store import Store
from wkc.vault.database.register import open_alone
from wkc.vault.files.home import Home

Counts = dict[str, int]
OTHER = Path(__file__).with_name("other.play")
"""The commands that no play of tests/transcripts has."""
OF_A_TERMINAL = {("shell",), ("menu",), ("login",), ("logout",), ("demo",)}
"""Commands that write nothing of their own, or that tests/transcripts has in processes of their own."""


def trial(stage: Stage, portion: Portion) -> Outcome:
    """Kill so many commands, as many of each scene of the plays; where there are more scenes, in some plays."""
    known = {command for path in plays() for command in commands_of(path)}
    if missing := every_command() - known - OF_A_TERMINAL:
        raise AssertionError(f"in no play, so put them in {OTHER.name}: {sorted(missing)}")
    every = walks(portion)
    walked = {command for walk in every for command in commands_of(walk.play)}
    found = (one for walk in portion.take(every) for one in kill_play(stage, walk, portion.chance))
    return count("kills", f"SIGKILL at a random moment of the scenes of {len(walked)} commands", found)


class Walk(NamedTuple):
    """A play to walk through, and how often each of its scenes is killed."""

    play: Path
    kills: tuple[int, ...]


def walks(portion: Portion) -> list[Walk]:
    """Spread the kills of all portions over the scenes of the plays; the longest play comes first."""
    chosen = [(path, sum(isinstance(step, Scene) for step in steps(path))) for path in plays()]
    total = sum(length for _path, length in chosen)
    if portion.most < total:
        chosen = portion.chance_of().sample(chosen, max(1, len(chosen) * portion.most // total))
        total = sum(length for _path, length in chosen)
    found, first = [], 0
    for path, length in chosen:
        found.append(Walk(path, tuple(spread(portion.most, total, first + scene) for scene in range(length))))
        first += length
    return sorted(found, key=lambda walk: len(walk.kills), reverse=True)


def steps(path: Path) -> list[Step]:
    return read(path.read_text(encoding="utf-8"))


def plays() -> list[Path]:
    return [*sorted(PLAYS.glob("*.play")), OTHER]


def every_command() -> set[tuple[str, ...]]:
    """Give every command of the program by its words."""
    return {(name, below) if below else (name,) for name in COMMANDS for below in SUBCOMMANDS.get(name, ("",))}


def commands_of(path: Path) -> Iterator[tuple[str, ...]]:
    """Give the commands of a play by their words, without options and what they are about."""
    for step in steps(path):
        if isinstance(step, Scene):
            words = [word for word in shlex.split(step.command)[1:] if not word.startswith("-")]
            for place, word in enumerate(words):
                if word in COMMANDS:
                    yield tuple(words[place : place + (2 if SUBCOMMANDS.get(word) else 1)])
                    break


def kill_play(original: Stage, walk: Walk, chance: random.Random) -> Iterator[str | None]:
    """Walk through a play, and kill each of its commands so often."""
    with tempfile.TemporaryDirectory(dir=original.folder.parent) as name:
        folder = Path(name) / "play"
        folder.mkdir(mode=0o700)
        stage = opening(folder, walk.play, original)
        last, kills = "", iter(walk.kills)
        with contextlib.chdir(folder):
            for step in steps(walk.play):
                if not isinstance(step, Scene):
                    last = set_stage(stage, step, last)
                elif often := next(kills):
                    yield from kill_scene(stage, step, often, chance)
                else:
                    step.run(stage)


def kill_scene(stage: Stage, scene: Scene, often: int, chance: random.Random) -> Iterator[str | None]:
    """Do a command as it stands, then kill it from the same state; the state after it stays."""
    before, after = (stage.folder.with_name(name) for name in ("before", "after"))
    shutil.copytree(stage.folder, before)
    was, last = replace(stage), LAST.get(stage.folder, START)
    allowed = [counted(stage)]
    start = time.perf_counter()
    with noting_commits(allowed):
        scene.run(stage)
    seconds = time.perf_counter() - start
    allowed.append(counted(stage))
    shutil.copytree(stage.folder, after)
    now, end = stage.now, LAST[stage.folder]
    for _ in range(often):
        put(before, stage.folder)
        stage.now, LAST[stage.folder] = was.now, last
        timed(chance.uniform(0, 1.1) * seconds, lambda: ended(scene, stage))
        yield wrong_after(stage, scene, allowed)
    put(after, stage.folder)
    stage.now, LAST[stage.folder] = now, end
    shutil.rmtree(before)
    shutil.rmtree(after)


def ended(scene: Scene, stage: Stage) -> None:
    """Do a command in a child; whatever comes of it, what it leaves is looked at."""
    with contextlib.suppress(BaseException):
        scene.run(stage)


def put(kept: Path, folder: Path) -> None:
    """Put a folder back as it was, in its place: somebody stands in it."""
    for path in folder.iterdir():
        shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    shutil.copytree(kept, folder, dirs_exist_ok=True)


def wrong_after(stage: Stage, scene: Scene, allowed: list[Counts | None]) -> str | None:
    """Give what is wrong in the register after a kill, None where it is as at one of the commits."""
    found = counted(stage)
    if found not in allowed:
        nearest = [one for one in allowed if one is not None]
        gap = {name: n for name, n in (found or {}).items() if nearest and nearest[-1].get(name) != n}
        return f"{scene.command}: half done: {gap}"
    if found is None:
        return None
    stage = replace(stage, works_between=False)
    ran = replace(stage, user="anna", credentials=None).wkc("doctor")
    if blames_program(ran.err) or ran.code not in {0, 4, 7, 8, 10}:
        return f"{scene.command}: afterwards {ran.code} {ran.err.strip()[-200:]}"
    return None


def counted(stage: Stage, password: str = PASSWORD) -> Counts | None:
    """Count the rows of each table as anna; None where there is no register that this password of hers opens."""
    here = Session(stage.environment(), stage.home, "anna", lambda: password, lambda _notice, _count: None)
    try:
        with open_alone(Home(stage.home), here.identity) as register:
            return rows(register.connection)
    except (WkcError, OSError):
        return None


def rows(connection: Any) -> Counts:
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables}


@contextlib.contextmanager
def noting_commits(found: list[Counts | None]) -> Iterator[None]:
    """Count the rows at each commit of a store."""
    commit = Store.commit

    def noting(self: Store) -> None:
        commit(self)
        with contextlib.suppress(sqlite3.Error):
            found.append(rows(self.connection))

    Store.commit = noting  # type: ignore[method-assign]
    try:
        yield
    finally:
        Store.commit = commit  # type: ignore[method-assign]
