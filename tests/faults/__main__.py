"""Trials that need more of a machine than the tests may ask: `python -m tests.faults`.

Fails, and never skips, when a tool is missing: sshd, ssh, ssh-keygen (openssh), setpriv, a tmpfs that may be mounted.
`--long [PART ...] [--share S] [--seed N] [--jobs N]` makes faults by the thousand and writes wkc/docs/faults.md; it
needs strace, and the right to mount a tmpfs. Parts run beside each other, but for the one that is measured. The seed is
printed: with the same one the same faults are made.
"""

import argparse
import os
import secrets
import sys
from functools import partial

from tests.faults import destroying, documents, forced_command, keys, marks, restoring, small_disk
from tests.faults.machine.parts import PARTS, run, stage

TRIALS = (
    forced_command.trial,
    small_disk.trial,
    marks.trial,
    destroying.trial,
    documents.trial,
    restoring.trial,
    keys.trial,
)


def main() -> int:
    """Run the trials, or parts of the long ones; 1 when any fault went wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--long", nargs="*", choices=PARTS, metavar="PART")
    parser.add_argument("--share", type=float, default=1.0, help="the share of the faults to make")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="portions at a time")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10_000), help="what chance goes by")
    typed = parser.parse_args()
    if typed.long is None:
        for trial in TRIALS:
            with stage() as founded:
                print(f"{trial.__module__.rpartition('.')[2]}: {trial(founded)}")
        return 0
    return run(typed.long or [*PARTS], typed.share, typed.seed, typed.jobs, partial(print, flush=True))


if __name__ == "__main__":
    sys.exit(main())
