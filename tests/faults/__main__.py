"""Trials that need more of a machine than the tests may ask: `python -m tests.faults`.

Fails, and never skips, when a tool is missing: sshd, ssh and ssh-keygen (openssh), a tmpfs that may be mounted.
"""

import sys
import tempfile
from pathlib import Path

from tests.faults import destroying, documents, forced_command, keys, marks, restoring, small_disk
from tests.stage import Stage


def main() -> int:
    """Run each trial in a folder of its own and say how it went."""
    for trial in (
        forced_command.trial,
        small_disk.trial,
        marks.trial,
        destroying.trial,
        documents.trial,
        restoring.trial,
        keys.trial,
    ):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder).chmod(0o700)
            said = trial(Stage(Path(folder)).founded())
        print(f"{trial.__module__.rpartition('.')[2]}: {said}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
