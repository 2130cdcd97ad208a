"""A link takes every row of a dossier to the other; a new table about clients cannot be forgotten."""

import re
import sqlite3
from functools import cache

import pytest

from wkc.store.dossier import link
from wkc.store.queries import queries, schema

OF_THE_DOSSIER = {"client", "name_key", "name_word", "search_key", "notice", "death", "relisted", "announcement"} | {
    "entry_gone",
    "breach_person",
    "two_people",
}
"""What belongs to a number as such: found anew, or left where it is."""

OF_THE_LINK = {"link", "linked_row", "linked_end"}


@cache
def with_a_client() -> dict[str, set[str]]:
    connection = sqlite3.connect(":memory:")
    connection.executescript(schema())
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    columns = {name: {row[1] for row in connection.execute(f"PRAGMA table_info({name})")} for name in tables}
    return {
        name: columns[name]
        for name in tables
        if any(row[2] == "client" for row in connection.execute(f"PRAGMA foreign_key_list({name})"))
    }


def test_the_rows_of_every_table_with_a_client_go_over() -> None:
    moved = {found for sql in link.MOVES for found in re.findall(r"^UPDATE (\w+)", sql, re.MULTILINE)}
    assert moved == with_a_client().keys() - OF_THE_DOSSIER - OF_THE_LINK


@pytest.mark.parametrize("query", ["note_rows", "new_since"])
def test_each_row_of_them_is_noted_and_what_came_since_is_noticed(query: str) -> None:
    asked = set(re.findall(r"FROM (\w+)", getattr(queries("dossier/link"), query)))
    moved = with_a_client().keys() - OF_THE_DOSSIER - OF_THE_LINK
    own = {name for name in moved if "uuid" in with_a_client()[name]}
    assert own - {"break_glass"} <= asked
