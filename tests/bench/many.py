"""Actions on many clients at three sizes: the slope of their time, which is 1 where the cost grows as the work does."""

from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.destroying import taken_in
from tests.bench.inside import offer, session, written
from tests.bench.timing import Row, seconds, slope
from tests.stage import Stage
from wkc.procedures.core.act import act
from wkc.procedures.core.session import Session
from wkc.procedures.dossier import caseload
from wkc.procedures.letters import letter_list, notice, printing, sending
from wkc.procedures.operations import audit
from wkc.procedures.retention import run as retention

SHARES = (4, 2, 1)
"""The sizes measured: a fourth, a half and the whole of what is asked for."""
MOST = 4_000
"""Clients beyond which the slope tells nothing more."""
MOST_LETTERS = 400
"""Letters beyond which it does not: drawing one takes 30 ms."""
HOUDER = (("address", "Kanaalkade 12, 1811 LP Alkmaar"), ("contact", "072"), ("signer", "A"), ("function", "d"))

Actions = dict[str, Callable[[Stage, Session], object]]
ACTIONS: Actions = {
    "retention run --dry-run": lambda _stage, here: retention.dry_run(here),
    "letter notify --all --told-on": lambda _stage, here: notice.mark_all_notified(here, "2026-11-23"),
    "client assign --all-of": lambda _stage, here: caseload.assign_all(here, "carl", "bram"),
    "client import, all on file": lambda stage, here: offer(here, stage.folder / "list.csv", "A2"),
    "audit verify": lambda _stage, here: audit.verify(here),
    "audit verify --whole": lambda _stage, here: audit.verify(here, whole=True),
    "retention run, which announces": lambda _stage, here: retention.run(here),
}
LETTERS: Actions = {
    "letter notify --all": lambda _stage, here: notice.notify_all(here, None, lambda _done: None),
    "letter list --waiting": lambda _stage, here: letter_list.waiting(here),
    "letter print --all": lambda stage, here: printing.print_waiting(here, stage.folder / "all.pdf", force=True),
    "letter sent --all": lambda _stage, here: sending.mark_printed_sent(here, None),
}


def many(stage: Stage, clients: int) -> Iterator[Row]:
    """Do each action once on registers of three sizes; the row shows the time of the largest and of the smallest."""
    return _slopes(stage, min(clients, MOST), ACTIONS)


def letters(stage: Stage, clients: int) -> Iterator[Row]:
    """Do so with what makes, prints and sends letters."""
    return _slopes(stage, min(clients // 10, MOST_LETTERS), LETTERS)


def _slopes(stage: Stage, most: int, actions: Actions) -> Iterator[Row]:
    sizes = [most // share for share in SHARES]
    taken = {size: dict(_times(stage.folder / str(size), size, actions)) for size in sizes}
    for what in actions:
        times = {size: taken[size][what] for size in sizes}
        first, last = f"{times[sizes[0]]:.3f} s", f"{times[sizes[-1]]:.3f} s"
        yield Row(f"{what}, {sizes[0]} to {sizes[-1]} clients: slope", last, first, slope(times), "<= 1.1")


def _times(folder: Path, size: int, actions: Actions) -> Iterator[tuple[str, float]]:
    folder.mkdir(mode=0o700)
    stage = Stage(folder).founded()
    for coach in ("bram", "carl"):
        words = ("--name", coach, "--role", "coach", "--function", "f", "--new-password-file", str(stage.password_file))
        stage.must("user", "designate", coach, *words)
    for name, value in HOUDER:
        stage.must("settings", "set", f"houder.{name}", value)
    taken_in(stage, size)
    written(stage, size)
    here = session(stage)
    with act(here, "client.assign") as action:
        action.store.run("UPDATE client SET coach = 'carl'")
    for what, done in actions.items():
        yield what, seconds(lambda done=done: done(stage, here))  # type: ignore[misc]
