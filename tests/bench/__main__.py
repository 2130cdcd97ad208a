"""What it costs, beside what the bare libraries cost in the same run: `python -m tests.bench`."""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench import destroying, documents, inside, many, processes, rotation
from tests.bench.timing import Row
from tests.stage import Stage

ROWS: tuple[Callable[[Stage, int], Iterator[Row]], ...] = (
    processes.help_text,
    processes.show,
    processes.sign_in,
    inside.look,
    inside.paper,
    inside.list_import,
    inside.preview,
    inside.find,
    inside.memory,
    rotation.rotation,
    documents.documents,
    many.many,
    destroying.due_list,
    destroying.destroying,
)


def main() -> None:
    """Print a row for each budget of the design that can be measured by now."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--clients", type=int, default=20_000, help="size of the large register")
    options.add_argument("--only", help="rows of one function")
    chosen = options.parse_args()
    print(f"{'what':66} {'ours':>11} {'bare':>11} {'ratio':>7}  budget")
    for measure in ROWS:
        if chosen.only in (None, measure.__name__):
            with tempfile.TemporaryDirectory() as folder:
                Path(folder).chmod(0o700)
                for row in measure(Stage(Path(folder)).founded(), chosen.clients):
                    print(row)
                    sys.stdout.flush()


if __name__ == "__main__":
    main()
