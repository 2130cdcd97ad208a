"""Every column of sealed values is on the list of those that are sealed anew when somebody leaves."""

import re
from pathlib import Path
from uuid import UUID

from sqlcipher3 import dbapi2

from tests.store.test_upgrade import SEALING
from wkc.store.core.sealed import SEALED, reseal_all
from wkc.store.queries import schema
from wkc.store.store import Store
from wkc.store.upgrade import script

STORE = Path(__file__).parents[2] / "wkc" / "store"
ANNA = "('anna', 'Anna', 'beheerder', 'directie', 'now', 'anna', 'now', NULL, NULL)"


def register() -> dbapi2.Connection:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.executescript(schema())
    return connection


def test_no_column_of_sealed_values_is_forgotten() -> None:
    columns = register().execute(
        "SELECT schema.name, info.name FROM sqlite_master AS schema, pragma_table_info(schema.name) AS info"
        " WHERE schema.type = 'table' AND info.name LIKE 'sealed%'"
    )
    assert {(column.table, column.name) for column in SEALED} == set(columns)


def test_each_query_reads_and_writes_the_column_it_is_listed_for() -> None:
    for column in SEALED:
        assert f"{column.table}.{column.name}\nFROM {column.table} " in column.page
        assert f"UPDATE {column.table} SET {column.name} = ? WHERE id = ?" in column.put


def test_each_query_names_the_place_for_which_its_values_were_sealed() -> None:
    """By another name they would not open, and be left behind under a key that nobody has any more."""
    for column in SEALED:
        place = re.search(r"'(\w+\.\w+)'", column.page)
        nouns = "".join(path.read_text(encoding="utf-8") for path in STORE.rglob(f"*{column.table}.py"))
        assert f'"{place[1]}"' in nouns if place else column.name == "sealed_value", column


def test_a_value_from_when_values_alone_were_sealed_is_tried_for_every_field_of_a_sealed_class() -> None:
    (column,) = (column for column in SEALED if (column.table, column.name) == ("entry", "sealed_value"))
    (places,) = re.findall(r"'([^']+)' AS place", column.page)
    assert set(places.split()) == set(re.findall(r"WHEN '(\w+)' THEN", script(SEALING)))


def test_each_value_is_given_with_its_place_and_put_back() -> None:
    connection = register()
    connection.execute(f"INSERT INTO user VALUES {ANNA}")
    connection.execute("INSERT INTO provenance (recorded_at, recorded_by) VALUES ('now', 'anna')")
    for number in (1, 2):
        client = (number, bytes([number]) * 16, f"2026-000{number}")
        connection.execute("INSERT INTO client VALUES (?, ?, ?, '2026-01-01', NULL, 'now', 'anna', '', NULL)", client)
    for row in range(1, 1202):
        values = (row.to_bytes(16), 1 + row % 2, row.to_bytes(4))
        connection.execute(
            "INSERT INTO entry (uuid, client, sealed, provenance) VALUES (?, ?, ?, 1)",
            values,
        )

    def anew(sealed: bytes, client: UUID, row: UUID, field: str) -> bytes | None:
        assert field == "entry.content"
        assert client.bytes == bytes([1 + row.int % 2]) * 16
        assert sealed == row.int.to_bytes(4)
        return None if row.int == 700 else b"new" + sealed

    connection.row_factory = dbapi2.Row
    assert reseal_all(Store(connection, None, None), anew) == 1  # type: ignore[arg-type]
    kept = connection.execute("SELECT sealed FROM entry WHERE sealed NOT LIKE 'new%'").fetchall()
    assert [*map(tuple, kept)] == [((700).to_bytes(4),)]
