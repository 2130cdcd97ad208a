"""Trials that need more of a machine than the tests may ask: `python -m tests.faults`.

Fails, and never skips, when a tool is missing: sshd, ssh, ssh-keygen (openssh), setpriv, a tmpfs that may be mounted.
`--long [PART ...] [--share S]` makes faults by the thousand and writes wkc/docs/faults.md; it needs strace.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults import destroying, documents, forced_command, keys, marks, restoring, small_disk
from tests.faults.machine import crowd, flips, keyrings, kills, power, system_calls, table
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
    "kills": (kills.trial, 2_000),
    "power": (power.trial, 20_000),
    "calls": (system_calls.trial, 2_000),
    "flips": (flips.trial, 1_500),
    "keyrings": (keyrings.trial, 2_000),
    "crowd": (crowd.trial, 1_600),
}
"""The parts that make faults by the thousand, and how many."""


def main() -> int:
    """Run the trials, or parts of the long ones; 1 when any fault went wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--long", nargs="*", choices=LONG, metavar="PART")
    parser.add_argument("--share", type=float, default=1.0, help="the share of the faults to make")
    typed = parser.parse_args()
    if typed.long is None:
        for trial in TRIALS:
            with stage() as founded:
                print(f"{trial.__module__.rpartition('.')[2]}: {trial(founded)}")
        return 0
    wrong = 0
    for name in typed.long or LONG:
        part, most = LONG[name]
        with stage() as founded:
            outcome = part(founded, max(1, int(most * typed.share)))
        table.write(outcome)
        print(outcome.row, *outcome.wrong, sep="\n  ", flush=True)
        wrong += len(outcome.wrong)
    return int(wrong > 0)


@contextmanager
def stage() -> Iterator[Stage]:
    """Found a register in a folder of its own, with room beside it."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o711)  # One trial works as another account.
        folder = Path(name) / "stage"
        folder.mkdir(mode=0o700)
        yield Stage(folder).founded()


if __name__ == "__main__":
    sys.exit(main())
