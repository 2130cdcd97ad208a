"""The loader of named queries: `-- name --`, a comment line, the statement.

`-- name: rows --` goes on where `-- (rows) --` ends, so that a list of columns is written once. A view would do that,
but one could stand in for a table (VAULT 3.6). Hand-written: the libraries that load named queries have no shared part.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
_HEAD = re.compile(r"^-- (\(\w+\)|\w+(?:: \w+)?) --$", re.MULTILINE)


class Queries:
    """The queries of one noun as attributes; its file is read when the first of them is asked for."""

    def __init__(self, noun: str) -> None:
        self._noun = noun

    def __getattr__(self, name: str) -> str:
        """Give the text of one statement; AttributeError where the file has none of that name."""
        texts = read(self._noun)
        if name not in texts:
            raise AttributeError(name=name, obj=self)
        self.__dict__.update(texts)
        return texts[name]


queries = cache(Queries)


def read(noun: str) -> dict[str, str]:
    """Read `<noun>.sql`, `noun` with its folder (`dossier/client`): the text of each statement by its name."""
    parts = _HEAD.split(_HERE.joinpath(f"{noun}.sql").read_text(encoding="utf-8"))[1:]
    bodies = dict(zip(parts[::2], (body.strip() for body in parts[1::2]), strict=True))
    texts = {}
    for head, body in bodies.items():
        name, _, beginning = head.partition(": ")
        if not name.startswith("("):
            texts[name] = f"{bodies[f'({beginning})']}\n{body}" if beginning else body
    return texts


def schema() -> str:
    """Give `schema.sql`, the truth that every upgrade leads to."""
    return _HERE.parent.joinpath("schema.sql").read_text(encoding="utf-8")


@cache
def version() -> int:
    """Give the number of the schema that this program knows: its `PRAGMA user_version`."""
    match = re.search(r"^PRAGMA user_version = (\d+);", schema(), re.MULTILINE)
    if match is None:
        raise LookupError("schema.sql has no user_version")
    return int(match[1])


def version_of(connection: Any) -> int:
    """Give the number of the schema in a register."""
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    return int(number)
