"""Two things timed side by side, in turns, so that a machine that slows down slows both."""

import re
import resource
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from math import log
from statistics import median

UNITS = {"us": 1e-6, "ms": 1e-3}


@dataclass(frozen=True)
class Row:
    """One line of the table: medians, what the design allows, and the least ratio that can be, where that is more."""

    what: str
    ours: str
    bare: str
    ratio: float | None
    budget: str
    floor: float | None = None

    def __str__(self) -> str:
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        return f"{self.what:78} {self.ours:>11} {self.bare:>11} {ratio:>7}  {self.budget:10} {self.verdict}".rstrip()

    @property
    def verdict(self) -> str:
        """Whether the budget is met: of the ratio where there is one, else of what ours took; empty without one.

        Where it is not, the floor of the ratio stands with it, as it was measured in the same run.
        """
        sign, _, wanted = self.budget.partition(" ")
        limit = _amount(wanted)
        measured = self.ratio if self.ratio is not None else _amount(self.ours)
        if sign not in {"<=", ">="} or limit is None or measured is None:
            return ""
        if measured <= limit if sign == "<=" else measured >= limit:
            return "met"
        return "NOT met" if self.floor is None else f"NOT met: its floor is {self.floor:.2f}"

    @property
    def data(self) -> dict[str, object]:
        """The row for JSON."""
        return asdict(self) | {"verdict": self.verdict}

    @property
    def cells(self) -> tuple[str, ...]:
        """The row for a table in Markdown."""
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        return (self.what, self.ours, self.bare, ratio, self.budget, self.verdict)


class Stopwatch:
    """The clock that everything is timed by: wall time, or CPU time of this process and its children."""

    def __init__(self) -> None:
        self.read: Callable[[], float] = time.perf_counter

    @property
    def counts_cpu(self) -> bool:
        """Whether it is CPU time."""
        return self.read is _cpu_time

    def count_cpu(self) -> None:
        """Count CPU time from now on: what others do on the machine then counts for little."""
        self.read = _cpu_time


STOPWATCH = Stopwatch()


def beside(what: str, ours: Callable[[], object], bare: Callable[[], object], budget: str, rounds: int = 9) -> Row:
    """Time ours and bare in turns and give the median of the ratios, pair by pair."""
    pairs = [(seconds(ours), seconds(bare)) for _ in range(rounds + 1)][1:]
    mine, theirs = (median(column) for column in zip(*pairs, strict=True))
    return Row(what, shown(mine), shown(theirs), median(a / b for a, b in pairs), budget)


def alone(what: str, ours: Callable[[], object], budget: str, rounds: int = 9) -> Row:
    """Time something by itself."""
    return Row(what, shown(median([seconds(ours) for _ in range(rounds + 1)][1:])), "", None, budget)


def seconds(work: Callable[[], object]) -> float:
    start = STOPWATCH.read()
    work()
    return STOPWATCH.read() - start


def shown(value: float) -> str:
    return f"{value * 1000:.2f} ms"


def slope(taken: dict[int, float]) -> float:
    """Give the slope of time over size, both as logarithms, from the smallest size to the largest."""
    first, last = min(taken), max(taken)
    return log(taken[last] / taken[first]) / log(last / first)


def _cpu_time() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def _amount(text: str) -> float | None:
    """Read an amount, times in seconds; None where there is no number."""
    found = re.match(r"([\d.]+)(?: (\w+))?", text)
    return float(found[1]) * UNITS.get(found[2], 1) if found else None
