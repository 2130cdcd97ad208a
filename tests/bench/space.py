"""The room that a register takes, by table and index, beside the list that it was taken in from."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from tests.bench.inside import session, taken_in
from tests.bench.timing import Row
from tests.stage import Stage
from wkc.vault.files.home import Home
from wkc.vault.keys import keyring

LARGEST = 8
"""Tables and indexes that have a row of their own."""


def space(stage: Stage, clients: int) -> Iterator[Row]:
    """The file as it is, compacted, and what its largest tables and indexes take in a plain copy in memory.

    SQLCipher's own build counts no pages by table: the copy has the same rows in pages of the same size, where Python's
    SQLite does (DBSTAT).
    """
    taken_in(stage, clients)
    listed = (stage.folder / "list.csv").stat().st_size
    with session(stage).opened() as register, closing(sqlite3.connect(":memory:")) as plain:
        _copy(register.connection, plain)
        plain.execute("VACUUM")
        (pages,) = plain.execute("PRAGMA page_count").fetchone()
        whole = pages * 4096
        file = keyring.read(Home(stage.home)).register.stat().st_size
        title = f"room of {clients} clients, {clients * 13} entries"
        yield Row(f"{title}, compacted, beside their CSV", mb(whole), mb(listed), whole / listed, "<= 10 x")
        yield Row(f"{title}, as the import leaves the file", mb(file), mb(listed), file / listed, "")
        try:
            sizes = plain.execute(
                "SELECT name, sum(pgsize) AS size FROM dbstat GROUP BY name ORDER BY size DESC"
            ).fetchall()
        except sqlite3.OperationalError:
            yield Row("by table and index: Python's SQLite counts no pages by table (DBSTAT)", "skipped", "", None, "")
            return
        for name, size in sizes[:LARGEST]:
            yield Row(f"of which {name}, octets a client", f"{size / clients:.0f}", "", None, "")


def mb(octets: int) -> str:
    return f"{octets / 1e6:.2f} MB"


def _copy(register: Any, plain: sqlite3.Connection) -> None:
    made = register.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    for kind, name, sql in map(tuple, made):
        if kind == "table" and not name.startswith("sqlite_"):
            plain.execute(sql)
            rows = [*map(tuple, register.execute(f"SELECT {_columns(plain, name)} FROM {name}"))]
            plain.executemany(f"INSERT INTO {name} ({_columns(plain, name)}) VALUES ({_places(plain, name)})", rows)
    for kind, _name, sql in map(tuple, made):
        if kind == "index":
            plain.execute(sql)
    plain.commit()


def _columns(plain: sqlite3.Connection, table: str) -> str:
    return ", ".join(row[1] for row in plain.execute(f"PRAGMA table_info({table})"))


def _places(plain: sqlite3.Connection, table: str) -> str:
    return ", ".join("?" for _ in plain.execute(f"PRAGMA table_info({table})"))
