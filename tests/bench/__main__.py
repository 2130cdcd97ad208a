"""What it costs, beside what the bare libraries cost in the same run: `python -m tests.bench`."""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench import (
    destroying,
    documents,
    gdprbench,
    importing,
    inside,
    ladder,
    log,
    many,
    pages,
    peers,
    processes,
    rotation,
    space,
)
from tests.bench.machine import describe
from tests.bench.reasons import explain
from tests.bench.timing import STOPWATCH, Row
from tests.stage import Stage

Measure = Callable[[Stage, int], Iterator[Row]]

QUICK: tuple[Measure, ...] = (
    processes.help_text,
    processes.show,
    inside.shell,
    inside.look,
    log.audit_log,
    pages.pages,
    many.many,
    many.letters,
    space.space,
    ladder.ladder,
    gdprbench.roles,
)
"""Measured by `--quick` too, at QUICK_CLIENTS."""
WHOLE: tuple[Measure, ...] = (
    *QUICK,
    processes.sign_in,
    inside.paper,
    inside.preview,
    importing.list_import,
    rotation.rotation,
    rotation.waiting,
    documents.documents,
    destroying.destroying,
    peers.peers,
)
QUICK_CLIENTS = 500
SIZES: dict[Measure, tuple[int, ...]] = {
    pages.pages: (1_000_000,),
    importing.list_import: (1_000_000,),
    ladder.ladder: (100_000,),
    gdprbench.roles: (1_000, 20_000, 100_000),
    space.space: (20_000, 100_000),
    rotation.rotation: (100_000,),
    destroying.destroying: (100_000,),
}
"""Sizes other than that of the large register: 1,000,000 clients for what all of them are looked through for, 100,000
for what writes the register anew."""


def main() -> None:
    """Print a row for each budget of the design, and keep them as JSON or as a page of the docs where asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--clients", type=int, help="size of the large register, for every row; 20,000 without it")
    options.add_argument("--only", nargs="+", help="rows of these functions")
    options.add_argument("--without", nargs="+", default=[], help="no rows of these functions")
    options.add_argument("--quick", action="store_true", help="a part of it, small: under a minute")
    options.add_argument("--cpu", action="store_true", help="CPU time, where others work on the machine")
    options.add_argument("--json", type=Path, help="keep the rows in this file")
    options.add_argument("--page", type=Path, help="keep them as a table in Markdown in this file")
    chosen = options.parse_args()
    if chosen.cpu:
        STOPWATCH.count_cpu()
    began, rows = time.monotonic(), []
    print(f"{'what':78} {'ours':>11} {'bare':>11} {'ratio':>7}  budget")
    for measure in QUICK if chosen.quick else WHOLE:
        name = measure.__name__
        if (chosen.only is None or name in chosen.only) and name not in chosen.without:
            sizes = (QUICK_CLIENTS,) if chosen.quick else SIZES.get(measure, (20_000,))
            for clients in (chosen.clients,) if chosen.clients else sizes:
                for row in measured(measure, clients):
                    rows.append(row)
                    print(row)
                    sys.stdout.flush()
    machine = describe() | {
        "minutes": round((time.monotonic() - began) / 60, 1),
        "clock": "CPU" if chosen.cpu else "wall",
    }
    print(", ".join(f"{name}: {value}" for name, value in machine.items()))
    if chosen.json:
        chosen.json.write_text(json.dumps({"machine": machine, "rows": [row.data for row in rows]}, indent=1) + "\n")
    if chosen.page:
        chosen.page.write_text(as_page(rows, machine), encoding="utf-8")


def measured(measure: Measure, clients: int) -> Iterator[Row]:
    """Measure in a register of its own, which goes with its folder."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o700)
        yield from measure(Stage(Path(folder)).founded(), clients)


def as_page(rows: list[Row], machine: dict[str, object]) -> str:
    """Give the table as a page of the docs; what is not met names its reason beneath the table by a number."""
    reasons = [*dict.fromkeys(map(explain, filter(_is_missed, rows)))]
    heads = ("what", "ours", "bare", "ratio", "budget", "")
    lines = [heads, ("---",) * len(heads), *(_cells(row, reasons) for row in rows)]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    facts = ", ".join(f"{name} {value}" for name, value in machine.items())
    page = f"# Measurements\n\n`python -m tests.bench --page` made this page: {facts}.\n\n{table}\n"
    listed = "".join(f"{number}. {reason}\n" for number, reason in enumerate(reasons, start=1))
    return f"{page}\n## Why a budget is not met\n\n{listed}" if listed else page


def _is_missed(row: Row) -> bool:
    return row.verdict.startswith("NOT met")


def _cells(row: Row, reasons: list[str]) -> tuple[str, ...]:
    if not _is_missed(row):
        return row.cells
    return (*row.cells[:-1], f"{row.verdict} (why: {reasons.index(explain(row)) + 1})")


if __name__ == "__main__":
    main()
