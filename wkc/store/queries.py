"""The loader of named queries: `-- name --`, a comment line, the statement.

`-- name: rows --` goes on where `-- (rows) --` ends, so that a list of columns is written once. A view would do that,
but one could stand in for a table (VAULT 3.6). Hand-written: the libraries that load named queries have no shared part.
"""

import re
from functools import cache
from pathlib import Path
from types import SimpleNamespace

_HERE = Path(__file__).parent
_HEAD = re.compile(r"^-- (\(\w+\)|\w+(?:: \w+)?) --$", re.MULTILINE)


@cache
def queries(noun: str) -> SimpleNamespace:
    """Give the queries of `<noun>.sql` as attributes, each the text of one statement."""
    parts = _HEAD.split(_HERE.joinpath(f"{noun}.sql").read_text(encoding="utf-8"))[1:]
    bodies = dict(zip(parts[::2], (body.strip() for body in parts[1::2]), strict=True))
    named = SimpleNamespace()
    for head, body in bodies.items():
        name, _, beginning = head.partition(": ")
        if not name.startswith("("):
            setattr(named, name, f"{bodies[f'({beginning})']}\n{body}" if beginning else body)
    return named


def schema() -> str:
    """Give `schema.sql`, the truth that every upgrade leads to."""
    return _HERE.parent.joinpath("schema.sql").read_text(encoding="utf-8")


@cache
def version() -> int:
    """Give the number of the schema that this program knows: its `PRAGMA user_version`."""
    found = re.search(r"^PRAGMA user_version = (\d+);", schema(), re.MULTILINE)
    if found is None:
        raise LookupError("schema.sql has no user_version")
    return int(found[1])
