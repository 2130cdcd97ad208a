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
        least, factor = _least(plain), whole / listed
        yield Row(f"{title}, compacted, beside their CSV", mb(whole), mb(listed), factor, "<= 10 x", least / listed)
        yield Row("  its floor: the values and who has them in bare tables, found by client, source, field and value",
                  mb(least), mb(listed), least / listed, "")  # fmt: skip
        beside = ("alone: 3.5 to 6 x in GDPRBench's systems", "written out, each with all that is known of it")
        for what, octets in zip(beside, _written_out(plain), strict=True):
            yield Row(f"  the same, beside the values {what}", mb(whole), mb(octets), whole / octets, "")
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


def _least(plain: sqlite3.Connection) -> int:
    """Give the octets of bare tables with the same values and sources, and the indexes that finding them takes."""
    with closing(sqlite3.connect(":memory:")) as bare:
        for statement in (
            "CREATE TABLE person (id INTEGER PRIMARY KEY, number TEXT UNIQUE)",
            "CREATE TABLE datum (id INTEGER PRIMARY KEY, client INTEGER, field TEXT, value TEXT, provenance INTEGER)",
            "CREATE TABLE provenance (id INTEGER PRIMARY KEY, source, party, obtained_on, recorded_at, recorded_by)",
        ):
            bare.execute(statement)
        for table, columns, source in (
            ("person", "id, number", "client"),
            ("datum", "client, field, value, provenance", "entry"),
            ("provenance", "id, source, party, obtained_on, recorded_at, recorded_by", "provenance"),
        ):
            places = ", ".join("?" for _ in columns.split(","))
            rows = plain.execute(f"SELECT {columns} FROM {source}")
            bare.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", rows)
        for columns in ("client", "provenance", "field, value"):
            bare.execute(f"CREATE INDEX datum_{columns[:5]} ON datum ({columns})")
        bare.commit()
        bare.execute("VACUUM")
        (pages,) = bare.execute("PRAGMA page_count").fetchone()
        return int(pages) * 4096


def _written_out(plain: sqlite3.Connection) -> tuple[int, int]:
    """Give the octets of all values alone, and with the field, source, party, days and user of each beside it."""
    alone, known = plain.execute(
        "SELECT sum(length(value)), sum(length(field) + length(source) + length(name) + length(obtained_on)"
        " + length(provenance.recorded_at) + length(provenance.recorded_by))"
        " FROM entry JOIN provenance ON provenance.id = entry.provenance JOIN party ON party.id = provenance.party"
    ).fetchone()
    return alone, alone + known


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
