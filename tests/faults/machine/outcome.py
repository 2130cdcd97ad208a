"""The outcome of a part: how many faults were made, which of them went wrong, and how long it took."""

import time
from collections.abc import Iterable, Sequence
from typing import NamedTuple

PROGRAM_FAULT = ("Traceback", "fault in the program itself", "fout in het programma zelf")


class Outcome(NamedTuple):
    """A row of the table: the part, the faults made, those that went wrong with why, what caught them, seconds.

    The seconds of portions are added up, so they are those of one core.
    """

    part: str
    what: str
    made: int
    wrong: tuple[str, ...]
    seconds: float

    @property
    def row(self) -> str:
        """Give the row as Markdown."""
        return f"| {self.part} | {self.what} | {self.made:,} | {len(self.wrong)} | {self.seconds:,.0f} |"


def count(part: str, what: str, found: Iterable[str | None]) -> Outcome:
    """Make the faults of a part one by one; each gives what went wrong, None where nothing did."""
    start = time.perf_counter()
    all_found = list(found)
    wrong = tuple(one for one in all_found if one is not None)
    return Outcome(part, what, len(all_found), wrong, time.perf_counter() - start)


def joined(portions: Sequence[Outcome]) -> Outcome:
    """Make one outcome of those of all portions of a part."""
    part, what = max((one.part, one.what) for one in portions)
    wrong = tuple(text for one in portions for text in one.wrong)
    return Outcome(part, what, sum(one.made for one in portions), wrong, sum(one.seconds for one in portions))


def blames_program(said: str) -> bool:
    """Tell whether a command called a fault of the machine its own, or fell over it."""
    return any(sign in said for sign in PROGRAM_FAULT)
