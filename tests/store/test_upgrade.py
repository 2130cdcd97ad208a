"""Upgrades: each number has a script, and what they lead to is what a fresh register has."""

import re
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from wkc.store import upgrade
from wkc.store.queries import schema, version

FIRST = Path(__file__).with_name("schema-1.sql")
"""The schema of the first version, as it was: what every upgrade starts from."""


def shape(connection: Any) -> dict[str, str]:
    """Give each table, index and trigger with its text, without comments, quotes and spaces."""
    found = {}
    for name, sql in connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"):
        plain = re.sub(r"--[^\n]*", "", sql)
        found[name] = re.sub(r"\s+", "", plain.replace('"', ""))
    return found


def opened(script: str) -> Any:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.executescript(script)
    return connection


def test_the_schema_of_the_first_version_is_the_first() -> None:
    assert upgrade.found(opened(FIRST.read_text(encoding="utf-8"))) == 1


def test_each_number_from_the_second_on_has_a_script() -> None:
    assert upgrade.numbers() == list(range(2, version() + 1))


def test_an_upgraded_register_has_the_schema_of_a_fresh_one() -> None:
    upgraded, fresh = opened(FIRST.read_text(encoding="utf-8")), opened(schema())
    upgrade.carry_out(upgraded)
    assert upgrade.found(upgraded) == upgrade.found(fresh) == version()
    assert shape(upgraded) == shape(fresh)


def test_the_comparison_sees_a_column_a_check_and_an_index() -> None:
    base = "CREATE TABLE a (id INTEGER PRIMARY KEY, b TEXT CHECK (b <> ''));"
    assert shape(opened(base)) == shape(opened(base.replace(", b", ",\n    b")))
    for other in (
        base.replace("b <> ''", "b <> 'x'"),
        base.replace(", b", ", c, b"),
        base + "CREATE INDEX i ON a (b);",
    ):
        assert shape(opened(base)) != shape(opened(other))


@pytest.mark.parametrize("number", upgrade.numbers())
def test_a_script_sets_its_number_and_touches_nothing_outside_its_file(number: int) -> None:
    sets = f"PRAGMA user_version = {number};"
    rest = re.sub(r"BEGIN\s+(SELECT RAISE|DELETE FROM search_key)", "", upgrade.script(number).replace(sets, ""))
    assert sets in upgrade.script(number)
    assert not re.search(r"\b(ATTACH|DETACH|PRAGMA|VACUUM|BEGIN|COMMIT)\b", rest)
