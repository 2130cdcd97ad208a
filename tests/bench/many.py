"""Actions on many clients at three sizes: the slope of their time, which is 1 where the cost grows as the work does."""

from collections.abc import Callable, Iterator
from functools import partial
from math import log
from pathlib import Path

from tests.bench.destroying import taken_in
from tests.bench.inside import offer, session, written
from tests.bench.timing import Row, seconds
from tests.stage import Stage
from wkc.procedures.core.act import act
from wkc.procedures.core.session import Session
from wkc.procedures.dossier import caseload
from wkc.procedures.letters import notice
from wkc.procedures.retention import run as retention

SHARES = (4, 2, 1)
"""The sizes measured: a fourth, a half and the whole of what is asked for."""
MOST = 4_000
"""Clients beyond which the slope tells nothing more."""

ACTIONS: dict[str, Callable[[Stage, Session], object]] = {
    "retention run --dry-run": lambda _stage, here: retention.dry_run(here),
    "letter notify --all --told-on": lambda _stage, here: notice.mark_all_notified(here, "2026-11-23"),
    "client assign --all-of": lambda _stage, here: caseload.assign_all(here, "carl", "bram"),
    "client import, all on file": lambda stage, here: offer(here, stage.folder / "list.csv", "A2"),
}


def many(stage: Stage, clients: int) -> Iterator[Row]:
    """Do each action once on registers of three sizes; the row shows the time of the largest and of the smallest."""
    sizes = [min(clients, MOST) // share for share in SHARES]
    taken = [dict(_times(stage.folder / str(size), size)) for size in sizes]
    for what in ACTIONS:
        first, last = taken[0][what], taken[-1][what]
        slope = log(last / first) / log(sizes[-1] / sizes[0])
        yield Row(
            f"{what}, {sizes[0]} to {sizes[-1]} clients: slope", f"{last:.2f} s", f"{first:.2f} s", slope, "<= 1.1"
        )


def _times(folder: Path, size: int) -> Iterator[tuple[str, float]]:
    folder.mkdir(mode=0o700)
    stage = Stage(folder).founded()
    for coach in ("bram", "carl"):
        words = ("--name", coach, "--role", "coach", "--function", "f", "--new-password-file", str(stage.password_file))
        stage.must("user", "designate", coach, *words)
    taken_in(stage, size)
    written(stage, size)
    here = session(stage)
    with act(here, "client.assign") as action:
        action.store.run("UPDATE client SET coach = 'carl'")
    for what, done in ACTIONS.items():
        yield what, seconds(partial(done, stage, here))
