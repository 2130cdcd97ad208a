"""Two things timed side by side, in turns, so that a machine that slows down slows both."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Row:
    """One line of the table: medians, and what the design allows."""

    what: str
    ours: str
    bare: str
    ratio: float | None
    budget: str

    def __str__(self) -> str:
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        return f"{self.what:66} {self.ours:>11} {self.bare:>11} {ratio:>7}  {self.budget}"


def beside(what: str, ours: Callable[[], object], bare: Callable[[], object], budget: str, rounds: int = 9) -> Row:
    """Time ours and bare in turns and give the median of the ratios, pair by pair."""
    pairs = [(seconds(ours), seconds(bare)) for _ in range(rounds + 1)][1:]
    mine, theirs = (median(column) for column in zip(*pairs, strict=True))
    return Row(what, shown(mine), shown(theirs), median(a / b for a, b in pairs), budget)


def alone(what: str, ours: Callable[[], object], budget: str, rounds: int = 9) -> Row:
    """Time something by itself."""
    return Row(what, shown(median([seconds(ours) for _ in range(rounds + 1)][1:])), "", None, budget)


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def shown(value: float) -> str:
    return f"{value * 1000:.2f} ms"
