"""Trials that need more of a machine than the tests may ask: `python -m tests.faults`.

Fails, and never skips, when a tool is missing: sshd, ssh, ssh-keygen (openssh), setpriv, a tmpfs that may be mounted.
`--long [PART ...] [--share S] [--jobs N]` makes faults by the thousand and writes wkc/docs/faults.md; it needs strace,
and the right to mount a tmpfs. Parts run beside each other, but for the one that is measured.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from tests.faults import destroying, documents, forced_command, keys, marks, restoring, small_disk
from tests.faults.machine import (
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
from tests.stage import Stage

TRIALS = (
    forced_command.trial,
    small_disk.trial,
    marks.trial,
    destroying.trial,
    documents.trial,
    restoring.trial,
    keys.trial,
)
LONG = {
    "power": (power.trial, 20_000),
    "calls": (system_calls.trial, 2_000),
    "kills": (kills.trial, 2_000),
    "flips": (flips.trial, 1_000_000),
    "surroundings": (surroundings.trial, 1_000),
    "forms": (forms.trial, 2_000),
    "rooms": (rooms.trial, 1_000),
    "keyrings": (keyrings.trial, 2_000),
    "crowd": (crowd.trial, 1_600),
}
"""The parts that make faults by the thousand, the longest first, and how many at most."""
ALONE = ("crowd",)
"""The parts whose times are measured: they run when all others are done."""
MEMORY = Path("/dev/shm")  # noqa: S108  (a folder of ours alone is made in it)
"""A file system in memory, where there is one: what these parts prove does not rest on a real disk."""


def main() -> int:
    """Run the trials, or parts of the long ones; 1 when any fault went wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--long", nargs="*", choices=LONG, metavar="PART")
    parser.add_argument("--share", type=float, default=1.0, help="the share of the faults to make")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="parts at a time")
    typed = parser.parse_args()
    if typed.long is None:
        for trial in TRIALS:
            with stage() as founded:
                print(f"{trial.__module__.rpartition('.')[2]}: {trial(founded)}")
        return 0
    named = typed.long or [*LONG]
    return run_part(named[0], typed.share) if len(named) == 1 else run_parts(named, typed.share, typed.jobs)


def run_part(name: str, share: float) -> int:
    """Run one part, write its row, and say what went wrong; 1 where anything did."""
    part, most = LONG[name]
    with stage(MEMORY if MEMORY.is_dir() else None) as founded:
        outcome = part(founded, max(1, int(most * share)))
    table.write(outcome)
    print(outcome.row, *outcome.wrong, sep="\n  ", flush=True)
    return int(bool(outcome.wrong))


def run_parts(names: Sequence[str], share: float, jobs: int) -> int:
    """Run parts in processes of their own, so many at a time; 1 where any of them ends so."""

    def run(name: str) -> int:
        words = [sys.executable, "-m", "tests.faults", "--long", name, "--share", str(share)]
        return subprocess.run(words, check=False).returncode

    with ThreadPoolExecutor(jobs) as pool:
        ended = [*pool.map(run, [name for name in names if name not in ALONE])]
    ended += map(run, [name for name in names if name in ALONE])
    return int(any(ended))


@contextmanager
def stage(place: Path | None = None) -> Iterator[Stage]:
    """Found a register in a folder of its own, with room beside it; in a place, or where such folders are."""
    with tempfile.TemporaryDirectory(dir=place) as name:
        Path(name).chmod(0o711)  # One trial works as another account.
        folder = Path(name) / "stage"
        folder.mkdir(mode=0o700)
        yield Stage(folder).founded()


if __name__ == "__main__":
    sys.exit(main())
