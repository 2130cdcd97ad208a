"""A large register made at once: valid rows by SQL, where taking in a list would be most of the time."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from typing import Any

from tests.bench.inside import session
from tests.stage import Stage
from wkc.procedures.core.name_keys import name_keys
from wkc.procedures.dossier import search_keys
from wkc.store.queries import version
from wkc.vault.database.register import open_alone
from wkc.vault.files.home import Home

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
COACHES = ("bram", "carl")
FIRST_NAMES = ("Jan", "Fatma", "Žofie")
SYLLABLES = ("ber", "gen", "hof", "ka", "lin", "mei", "nas", "os", "pel", "ra", "sti", "tol", "ver", "wes", "zon")
NAMES = [*product(("".join(three).capitalize() for three in product(SYLLABLES, repeat=3)), FIRST_NAMES)]
FIELDS = ("geslachtsnaam", "voornamen", "geboortedatum", "adres", "postcode", "woonplaats", "geslacht")

PEOPLE = """
INSERT INTO client (id, uuid, number, registered_on, coach, recorded_at, recorded_by, counted_on)
WITH RECURSIVE number (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < :count)
SELECT i, randomblob(16), printf('2020-%04d', i), '2020-01-01', iif(i % 100 < 2, iif(i % 2, 'bram', 'carl'), NULL),
    '2020-01-01T09:00:00Z', 'anna', iif(i % 10, '2025-01-01', printf('2021-12-%02d', 1 + i / 10 % 28)) FROM number;
INSERT INTO number_given VALUES (2020, :count);
INSERT INTO provenance (id, source, basis, party, obtained_on, recorded_at, recorded_by)
    VALUES (1, 'opdrachtgever', NULL, 1, '2020-01-01', '2020-01-01T09:00:00Z', 'anna');
INSERT INTO entry (uuid, client, field, value, normal, provenance)
SELECT randomblob(16), client.id, column1, CASE column1
        WHEN 'geslachtsnaam' THEN name.last WHEN 'voornamen' THEN name.first WHEN 'adres' THEN 'Laat ' || client.id
        WHEN 'geboortedatum' THEN printf('19%02d-0%d-1%d', client.id % 90 + 10, client.id % 9 + 1, client.id % 9)
        WHEN 'postcode' THEN '1811 EH' WHEN 'woonplaats' THEN 'Alkmaar' ELSE 'V' END, CASE column1
        WHEN 'geboortedatum' THEN printf('19%02d-0%d-1%d', client.id % 90 + 10, client.id % 9 + 1, client.id % 9) END, 1
FROM client JOIN name ON name.id = client.id % :names CROSS JOIN (VALUES {fields});
INSERT INTO name_key (key, client, way)
SELECT DISTINCT key.key, client.id, key.way FROM client JOIN key ON key.name = client.id % :names;
INSERT INTO search_key (key, client)
SELECT DISTINCT word.key, client.id FROM client JOIN word ON word.name = client.id % :names;
INSERT INTO assignment (uuid, client, party, reference, from_on, recorded_at, recorded_by)
SELECT randomblob(16), id, 1, 'A1', '2020-01-01', '2020-01-01T09:00:00Z', 'anna' FROM client;
INSERT INTO contact (uuid, client, on_date, kind, recorded_at, recorded_by)
SELECT randomblob(16), id, counted_on, 'gesprek', '2025-01-01T09:00:00Z', 'anna' FROM client;
INSERT INTO notice (client, since_on, due_on, told_on, told_by)
SELECT id, '2020-01-01', '2020-01-31', iif(id % 10, '2020-01-20', NULL), iif(id % 10, 'anna', NULL) FROM client;
INSERT INTO request (uuid, number, client, kind, received_on, opgetekend, requester, recorded_at, recorded_by)
SELECT randomblob(16), printf('V2026-%04d', id / 100), id, 'inzage', printf('2026-11-%02d', 1 + id / 100 % 28), 0,
    'geregistreerde', '2026-11-28T09:00:00Z', 'anna' FROM client WHERE id % 100 = 0
"""
"""One in ten near the end of its term and not told yet, one in a hundred with an open request, two with a coach."""


def bulk_register(count: int, folder: Path | None = None) -> Stage:
    """Give an office with so many clients of seven entries: in a folder, for who changes it, else one that is kept.

    One that an earlier run made is used again.
    """
    place = folder or Path(tempfile.gettempdir()) / f"wkc-bench-{version()}-{count}"
    if place.joinpath("made").exists():
        return Stage(place, now=NOW)
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(mode=0o700)
    stage = Stage(place, now=NOW).founded()
    for coach in COACHES:
        words = ("--name", coach, "--role", "coach", "--function", "f", "--new-password-file", str(stage.password_file))
        stage.must("user", "designate", coach, *words)
    stage.must("party", "add", "Gemeente", "--kind", "opdrachtgever")
    with open_alone(Home(stage.home), session(stage).identity) as register:
        connection = register.connection
        _make_names(connection, count)
        with _without_extras(connection):
            for statement in PEOPLE.format(fields=", ".join(f"('{field}')" for field in FIELDS)).split(";\n"):
                connection.execute(statement, {"count": count, "names": len(NAMES)})
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    place.joinpath("made").touch()
    return stage


def _make_names(connection: Any, count: int) -> None:
    """Put the names of so many clients with the keys that they are looked up by into tables of this connection."""
    for table in ("name (id INTEGER PRIMARY KEY, last, first)", "key (name, key, way)", "word (name, key)"):
        connection.execute(f"CREATE TEMP TABLE {table}")
    for number, (last, first) in enumerate(NAMES[: count + 1]):
        connection.execute("INSERT INTO name VALUES (?, ?, ?)", (number, last, first))
        ways = name_keys({"geslachtsnaam": last, "voorvoegsel": "", "voornamen": first}).ways
        connection.executemany("INSERT INTO key VALUES (?, ?, ?)", ((number, key, way) for way, key in enumerate(ways)))
        words = (*search_keys.of_name(last), *search_keys.of_name(first))
        connection.executemany("INSERT INTO word VALUES (?, ?)", ((number, word) for word in words))
    for table in ("key", "word"):
        connection.execute(f"CREATE INDEX temp.{table}_name ON {table} (name)")


@contextmanager
def _without_extras(connection: Any) -> Iterator[None]:
    """Take the triggers and indexes of entries away while these are written, and make them again."""
    made = connection.execute(
        "SELECT type, name, sql FROM sqlite_master"
        " WHERE tbl_name = 'entry' AND type IN ('trigger', 'index') AND sql IS NOT NULL"
    ).fetchall()
    for kind, name, _sql in made:
        connection.execute(f"DROP {kind} {name}")
    connection.execute("BEGIN IMMEDIATE")
    yield
    connection.execute("COMMIT")
    for _kind, _name, sql in made:
        connection.execute(sql)


def values_of(number: int) -> dict[str, str]:
    """Give the values of the client with a number, by field, as plain Python makes them."""
    last, first = NAMES[number % len(NAMES)]
    born = f"19{number % 90 + 10:02d}-0{number % 9 + 1}-1{number % 9}"
    values = (last, first, born, f"Laat {number}", "1811 EH", "Alkmaar", "V")
    return dict(zip(FIELDS, values, strict=True))
