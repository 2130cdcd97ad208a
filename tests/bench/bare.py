"""The bare library with the same values: plain tables with indexes in the same encrypted file format, and no more."""

import json
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlcipher3 import dbapi2

from tests.bench.bulk import values_of

LOG_LINE = "INSERT INTO bare_log (at, user, client, action) VALUES ('2026-12-01', 'anna', ?, 'x')"
SIGNED_LINE = (
    "INSERT INTO bare_log (at, user, client, action, hash, signature) VALUES ('2026-12-01', 'anna', ?, 'x', ?, ?)"
)
TABLES = (
    "CREATE TABLE bare_person (id INTEGER PRIMARY KEY, coach TEXT, counted_on TEXT)",
    "CREATE INDEX bare_counted ON bare_person (counted_on)",
    "CREATE TABLE datum (id INTEGER PRIMARY KEY, client INTEGER, field TEXT, value TEXT)",
    "CREATE TABLE bare_log (seq INTEGER PRIMARY KEY, at, user, client INTEGER, action, hash BLOB, signature BLOB)",
    "CREATE INDEX bare_log_client ON bare_log (client)",
)


def opened(path: Path) -> Any:
    """Open and key a file, with the settings of the program: WAL, and on the disk at each commit."""
    bare = dbapi2.connect(str(path), isolation_level=None)
    bare.execute(f"PRAGMA key = \"x'{'ab' * 32}'\"")
    bare.execute("PRAGMA journal_mode=WAL").fetchone()
    bare.execute("PRAGMA synchronous=FULL")
    return bare


def make(path: Path, clients: int, schema: str = "") -> Path:
    """Make the values of so many clients in plain tables.

    With a schema those tables lie beside the plain ones, empty: SQLite reads them all at each opening.
    """
    numbers = range(1, clients + 1)
    people = ((number, "2025-01-01" if number % 10 else "2021-12-01") for number in numbers)
    rows = ((number, field, value) for number in numbers for field, value in values_of(number).items())
    with closing(opened(path)) as bare:
        bare.executescript(schema)
        for statement in (*TABLES, "BEGIN"):
            bare.execute(statement)
        bare.executemany("INSERT INTO bare_person VALUES (?, NULL, ?)", people)
        bare.executemany("INSERT INTO datum (client, field, value) VALUES (?, ?, ?)", rows)
        bare.execute("CREATE INDEX datum_client ON datum (client)")
        bare.execute("CREATE INDEX datum_value ON datum (field, value)")
        bare.execute("COMMIT")
    return path


def work(bare: Any, statement: str, number: int, *, logged: bool) -> None:
    """Do a statement for one client in a transaction: with one line of a log, or none."""
    bare.execute("BEGIN IMMEDIATE" if logged or statement.startswith("UPDATE") else "BEGIN")
    bare.execute(statement, {"client": number}).fetchall()
    if logged:
        bare.execute(LOG_LINE, (number,))
    bare.execute("COMMIT")


def sign_work(bare: Any, statement: str, number: int, key: Ed25519PrivateKey) -> None:
    """Do so with one line that holds the hash of the one before, and a signature of its own."""
    bare.execute("BEGIN IMMEDIATE")
    bare.execute(statement, {"client": number}).fetchall()
    last = bare.execute("SELECT hash FROM bare_log ORDER BY seq DESC LIMIT 1").fetchone()
    line = json.dumps(["2026-12-01", "anna", number, "x", last[0].hex() if last and last[0] else ""])
    digest = sha256(line.encode("ascii")).digest()
    bare.execute(SIGNED_LINE, (number, digest, key.sign(digest)))
    bare.execute("COMMIT")


def open_and_work(path: Path, statement: str, number: int, *, logged: bool) -> None:
    """Open the file, as a session does for each action, and do the work."""
    with closing(opened(path)) as bare:
        work(bare, statement, number, logged=logged)
