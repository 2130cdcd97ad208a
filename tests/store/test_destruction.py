"""Every table about a client is emptied of the client that is destroyed; a new table cannot be forgotten."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import cast
from uuid import UUID

import pytest
from sqlcipher3 import dbapi2

from wkc.records.dossier import Client
from wkc.store.queries import queries, read, schema
from wkc.store.retention import destruction
from wkc.store.store import Store


def about_a_client() -> set[str]:
    """Walk the foreign keys of the schema: what points at client, and at that, but for what goes with it."""
    connection = dbapi2.connect(":memory:")
    connection.executescript(schema())
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    keys = {name: connection.execute(f"PRAGMA foreign_key_list({name})").fetchall() for name in tables}
    points_at = {name: {row[2] for row in rows if row[6] != "CASCADE"} for name, rows in keys.items()}
    connection.close()
    found = {"client"}
    while more := {name for name, targets in points_at.items() if targets & found} - found:
        found |= more
    return found


def emptied(sql: str) -> list[str]:
    return re.findall(r"DELETE FROM (\w+)", sql)


def test_the_whole_dossier_is_deleted_from_every_table_that_leads_to_a_client() -> None:
    assert {table for sql in read("retention/destruction").values() for table in emptied(sql)} == about_a_client()
    assert {table for _, sql in destruction.WHOLE for table in emptied(sql)} == about_a_client()


def test_the_rest_is_all_but_number_name_and_holds() -> None:
    left = {"client", "name_key", "name_word", "search_key", "death", "hold", "announcement"}
    left |= {"two_people", "link", "linked_row", "linked_end", "entry_gone"}
    kept_in_part = {"entry", "document", "document_chunk"}
    assert {table for _, sql in destruction.BESIDES for table in emptied(sql)} == about_a_client() - left - kept_in_part


def test_whether_more_is_held_is_asked_of_every_table_that_the_rest_is_deleted_from() -> None:
    asked = set(re.findall(r"FROM (\w+)", queries("retention/destruction").more))
    assert asked == {table for _, sql in destruction.BESIDES for table in emptied(sql)}


def test_a_statement_deletes_the_rows_of_a_few_clients_that_lie_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(destruction, "TOGETHER", 2)
    deleted = Deleted()
    going = [Client(number, UUID(int=number), f"2020-{number}", date(2020, 1, 1), None) for number in (9, 2, 7, 4, 5)]
    counts = destruction.delete_clients(cast("Store", deleted), going, date(2026, 12, 1))
    once = len(destruction.BETWEEN_CLIENTS)
    assert len(deleted.statements) == 3 * (len(destruction.WHOLE) - once) + once
    assert {clients for _sql, clients in deleted.statements} == {"[2, 4]", "[5, 7]", "[9]", "[9, 2, 7, 4, 5]"}
    tables = [sql for sql, _clients in deleted.statements]
    assert tables == sorted(tables, key=[sql for _noun, sql in destruction.WHOLE].index)  # children before parents
    assert [count["entry"] for count in counts] == [9, 2, 7, 4, 5]


def test_rows_that_lead_to_others_of_their_table_go_in_one_statement() -> None:
    connection = dbapi2.connect(":memory:")
    connection.executescript(schema())
    leads = [
        table
        for table in about_a_client()
        for row in connection.execute(f"PRAGMA foreign_key_list({table})")
        if row[2] == table
    ]
    connection.close()
    assert set(leads) <= destruction.BETWEEN_CLIENTS


class Deleted:
    """A register in which every client has as many entries as its number says, and one row of each other noun."""

    def __init__(self) -> None:
        self.statements: list[tuple[str, str]] = []

    def run(self, sql: str, **facts: str) -> int:
        return len(sql + facts["clients"])

    def all(self, sql: str, **facts: str) -> Iterator[dict[str, int]]:
        self.statements.append((sql, facts["clients"]))
        is_entry = sql == queries("retention/destruction").entry
        for client in json.loads(facts["clients"]):
            yield from [{"client": client}] * (client if is_entry else 1)


@pytest.mark.parametrize("table", sorted(about_a_client() - {"client"}))
def test_each_is_found_by_its_client_through_an_index(table: str) -> None:
    connection = dbapi2.connect(":memory:")
    connection.executescript(schema())
    sql = next(sql for _, sql in destruction.WHOLE if table in emptied(sql))
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", {"clients": "[1]", "fields": "[]"})]
    connection.close()
    assert not any(line.startswith("SCAN") and "json_each" not in line for line in plan), plan
