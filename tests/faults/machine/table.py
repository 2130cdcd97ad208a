"""The table of faults in wkc/docs/faults.md, a row for each part, kept from run to run."""

import os
import platform
import re
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from tests.faults.machine.outcome import Outcome
from wkc import docs

PAGE = Path(docs.__path__[0]) / "faults.md"
HEAD = """# Faults that were made, and what came of them

Made by `python -m tests.faults --long`, which writes the rows of the parts that it runs; `--long kills flips` runs two,
`--share 0.1` a tenth of each, `--seed N` those of a run before (each run prints its seed). Parts are cut into portions
that run beside each other, and the seconds are those of one core. A few faults of every part are made with the tests
(`tests/faults/test_machine.py`).

* **kills**: the plays of `tests/transcripts` are walked through, and each of their commands is killed at random moments
  from the state that it meets there. Every table then has as many rows as before it, after it or at one of its commits.
  A command that is in no play fails the part.
* **power cuts**: the system calls of a command are recorded (strace), and disks are made as they may be found when the
  power goes at any call: unsynced writes there, lost, in part or torn, names given or not. Each opens, its log
  verifies, and what was confirmed is there. The commands are those of every kind of commit: an entry, a list, init, a
  designation, a password, a rotation, a destruction, a correction, a mistake, a document, a backup, a restore and an
  upgrade. Records without their syncs, or with words before deeds, are found bad.
* **system calls**: one call of the installed program fails. It never calls that its own fault, never denies what it
  did, never confirms what it did not, and the register verifies.
* **rooms**: a disk with 8 KiB to 2 MiB free, or that takes no writing. The words are those of a full disk, what was
  refused is not there or can be given again, and the register verifies.
* **surroundings**: clocks that stand in 2001 or 2096, changes of time, any umask, a link, a pipe or a folder in the
  place of each file, odd paths, every network file system, folders that another program copies.
* **flips**: every bit of the keyring, every octet of the ledger, an octet of each 64 of the register. Somebody says so,
  or it is mended.
* **keyrings** and **forms**: one value, key or octet is wrong in a keyring (with a checksum that fits), in the manifest
  of a backup, in a line of the ledger, in a message to the agent. None is taken.
* **model**: the regulation in plain Python (roles, caseload, break-glass, terms, holds, requests, consents,
  disclosures, mistakes, destruction) beside the program: random commands by random users, each with the outcome that
  the model has, and what is seen afterwards the same. A fault is a command. Faults put into the program are noticed
  (`tests/faults/test_model.py`).
* **fuzz**: every parser gets what is nearly right, and any octets: lists of each format, values, days, numbers, codes,
  settings, papers, JSON, keyrings, manifests, ledgers, messages to the agent. It gives a value or an error that says
  what to do; what can be written again is read again the same. A fault is an example.
* **crowd**: processes work at once. Each confirmed contact is there; nobody is told to come back.

Beside others: SQLite does the like to itself with simulated crashes, I/O errors and memory that runs out
(<https://sqlite.org/testing.html>); restic flips bits of what its checker reads and expects an error
(`internal/checker/checker_test.go` there); age has a suite of malformed files for whoever reads its format
(<https://github.com/C2SP/CCTV>). This is about what is built on SQLite: keyring, ledger, rotation, destruction.

| part | what | faults | wrong | seconds | seed | made on | version | machine |
|---|---|---:|---:|---:|---:|---|---|---|
"""


def write(outcome: Outcome, seed: int) -> None:
    """Write the row of a part in the place of its last one."""
    known = PAGE.read_text(encoding="utf-8").rpartition("---|\n")[2]
    rows = dict(re.findall(r"^\| ([a-z ]+) \| (.*)$", known, re.MULTILINE))
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    rows[outcome.part] = outcome.row.partition(f"| {outcome.part} | ")[2] + (
        f" {seed} | {datetime.now(UTC):%Y-%m-%d} | {version('wkc')} | {machine} |"
    )
    PAGE.write_text(HEAD + "".join(f"| {part} | {rest}\n" for part, rest in sorted(rows.items())), encoding="utf-8")
