"""The table of faults at the end of wkc/docs/faults.md, a row for each part, kept from run to run."""

import os
import platform
import re
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from tests.faults.machine.outcome import Outcome
from wkc import docs

PAGE = Path(docs.__path__[0]) / "faults.md"
RULE = "---|\n"
"""The end of the line above the rows, the last such one of the page."""


def write(outcome: Outcome, seed: int) -> None:
    """Write the row of a part in the place of its last one."""
    head, _, known = PAGE.read_text(encoding="utf-8").rpartition(RULE)
    rows = dict(re.findall(r"^\| ([a-z ]+) \| (.*)$", known, re.MULTILINE))
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    rows[outcome.part] = outcome.row.partition(f"| {outcome.part} | ")[2] + (
        f" {seed} | {datetime.now(UTC):%Y-%m-%d} | {version('wkc')} | {machine} |"
    )
    PAGE.write_text(
        head + RULE + "".join(f"| {part} | {rest}\n" for part, rest in sorted(rows.items())), encoding="utf-8"
    )
