"""The parts that make faults by the thousand, cut into portions, so that each core has work until the end."""

import resource
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from tests.faults.fuzz import trial as fuzz
from tests.faults.machine import (
    cores,
    crowd,
    flips,
    forms,
    keyrings,
    kills,
    power,
    rooms,
    surroundings,
    system_calls,
    table,
)
from tests.faults.machine.outcome import Outcome, joined
from tests.faults.machine.portion import Portion
from tests.faults.model import trial as model
from tests.faults.texts import trial as texts
from tests.stage import Stage
from wkc.vault.keys import password

MEMORY = Path("/dev/shm")  # noqa: S108  (a folder of ours alone is made in it)
"""A file system in memory, where there is one: what these parts prove does not rest on a real disk."""


Say = Callable[[str], None]


class Part(NamedTuple):
    """How a portion is made, how many faults at most, and in how many portions."""

    trial: Callable[[Stage, Portion], Outcome]
    most: int
    portions: int = 1


PARTS = {
    "power": Part(power.trial, 20_000, 13),
    "calls": Part(system_calls.trial, 3_000, 15),
    "kills": Part(kills.trial, 3_000, 9),
    "flips": Part(flips.trial, 1_000_000, 6),
    "surroundings": Part(surroundings.trial, 1_000, 4),
    "cores": Part(cores.trial, 600, 5),
    "rooms": Part(rooms.trial, 1_000, 3),
    "forms": Part(forms.trial, 2_000, 2),
    "model": Part(model.trial, 26_000, 8),
    "fuzz": Part(fuzz.trial, 82_000, 6),
    "texts": Part(texts.trial, 2_000, 4),
    "keyrings": Part(keyrings.trial, 2_000),
    "crowd": Part(crowd.trial, 1_600),
}
"""The parts, that with the longest portions first."""
ALONE = ("crowd",)
"""The parts whose times are measured: they run when all others are done."""


def run(names: Sequence[str], share: float, seed: int, jobs: int, say: Say) -> int:
    """Make a share of the faults of parts, so many portions at a time, and write their rows; 1 when any went wrong."""
    start = time.perf_counter()
    say(f"seed {seed}")
    groups = [name for name in names if name not in ALONE], [name for name in names if name in ALONE]
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        wrong = [run_group(pool, group, share, seed, say) for group in groups]
    say(f"{time.perf_counter() - start:,.0f} seconds in all, seed {seed}")
    return int(any(wrong))


def run_group(pool: Executor, names: Sequence[str], share: float, seed: int, say: Say) -> bool:
    """Make the portions of parts beside each other; tell whether anything went wrong."""
    made: dict[str, list[Outcome]] = {name: [] for name in names}
    waiting = {}
    for name in names:
        _trial, most, of = PARTS[name]
        for number in range(of):
            portion = Portion(max(1, int(most * share)), seed, number, of)
            waiting[pool.submit(run_portion, name, portion)] = name
    for done in as_completed(waiting):
        name = waiting[done]
        one = done.result()
        made[name].append(one)
        say(f"{name} {len(made[name])}/{PARTS[name].portions}: {one.made:,} faults in {one.seconds:,.0f} s")
        for text in one.wrong:
            say(f"  wrong: {text}")
        if len(made[name]) == PARTS[name].portions:
            whole = joined(made[name])
            table.write(whole, seed)
            say(whole.row)
    return any(one.wrong for every in made.values() for one in every)


def run_portion(name: str, portion: Portion) -> Outcome:
    """Make a portion of a part on a stage of its own; a portion that stops in the middle is one that went wrong."""
    start = time.perf_counter()
    try:
        with allowing_cores(), deriving_once(), stage(MEMORY if MEMORY.is_dir() else None) as founded:
            return PARTS[name].trial(founded, portion)
    except Exception:  # noqa: BLE001  (the other portions go on, and the row has it)
        stopped = f"portion {portion.number} stopped: {traceback.format_exc()}"
        return Outcome("", "", 0, (stopped,), time.perf_counter() - start)


@contextmanager
def allowing_cores() -> Iterator[None]:
    """Leave the limit of core files as it is: a command forbids them for its process, and for all that this one starts.

    Commands of a portion run in this process; the part about cores lets the installed program forbid them itself.
    """
    setrlimit = resource.setrlimit
    resource.setrlimit = lambda *_limits: None
    try:
        yield
    finally:
        resource.setrlimit = setrlimit


@contextmanager
def deriving_once() -> Iterator[None]:
    """Remember what Argon2id gave: the registers of a portion have the same passwords and salts, at the full cost."""
    derive = password.derive
    password.derive = cache(derive)
    try:
        yield
    finally:
        password.derive = derive


@contextmanager
def stage(place: Path | None = None) -> Iterator[Stage]:
    """Found a register in a folder of its own, with room beside it; in a place, or where such folders are."""
    with tempfile.TemporaryDirectory(dir=place) as name:
        Path(name).chmod(0o711)  # One trial works as another account.
        folder = Path(name) / "stage"
        folder.mkdir(mode=0o700)
        yield Stage(folder).founded()
