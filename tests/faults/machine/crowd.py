"""Many processes at work at once in one register: every confirmed write is there, and nobody is told to come back.

The 95th percentile of what a command took stands in the table, with all of them starting an interpreter of their own.
"""

import time
from concurrent.futures import ThreadPoolExecutor
from statistics import quantiles
from typing import NamedTuple

from tests.faults.installed import must, wkc
from tests.faults.machine.outcome import Outcome, blames_program
from tests.faults.machine.portion import Portion
from tests.stage import Stage

PROCESSES = 8
COMMANDS = (
    ("contact", "log", "1", "--on", "2026-11-02", "--kind", "gesprek"),
    ("contact", "log", "1", "--on", "2026-11-03", "--kind", "poging"),
    ("client", "show", "1"),
    ("client", "find", "Berg"),
    ("agenda",),
)


class Ran(NamedTuple):
    """A command that ended: its words, what is wrong with what it said, whether it logged a contact, seconds."""

    argv: tuple[str, ...]
    wrong: str | None
    logged: bool
    seconds: float


def trial(stage: Stage, portion: Portion) -> Outcome:
    """Let PROCESSES processes give so many commands between them."""
    order = ("--opdrachtgever", "Gemeente", "--assignment", "A1")
    stage.must("party", "add", "Gemeente", "--kind", "opdrachtgever")
    stage.must("client", "register", *order, "--from", "-", stdin='{"geslachtsnaam": "Berg"}')
    had = contacts(stage)
    chosen = portion.chance.choices(COMMANDS, k=portion.most)
    start = time.perf_counter()
    with ThreadPoolExecutor(PROCESSES) as pool:
        every = list(pool.map(lambda argv: give(stage, argv), chosen))
    seconds = time.perf_counter() - start
    late = quantiles([one.seconds for one in every], n=20)[-1]
    wrong = [one.wrong for one in every if one.wrong is not None]
    if difference := contacts(stage) - had - sum(one.logged for one in every):
        wrong.append(f"confirmed contacts and those there differ by {difference}")
    what = f"{PROCESSES} processes at once; 95 of 100 commands within {late:.1f} s"
    return Outcome("crowd", what, len(every), tuple(wrong), seconds)


def give(stage: Stage, argv: tuple[str, ...]) -> Ran:
    start = time.perf_counter()
    ran = wkc(stage, "anna", *argv)
    seconds = time.perf_counter() - start
    fine = ran.returncode == 0 or (argv == ("agenda",) and ran.returncode == 10)
    said = f"{' '.join(argv)}: {ran.returncode} {ran.stderr[-200:]}"
    wrong = None if fine and not blames_program(ran.stderr) else said
    return Ran(argv, wrong, argv[:2] == ("contact", "log") and ran.returncode == 0, seconds)


def contacts(stage: Stage) -> int:
    return len(must(stage, "anna", "contact", "list", "1")["contacts"])
