"""Every query of the store: it runs against schema.sql, it is used, and it scans no large table."""

import re
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from wkc.store.queries import queries, read, schema

STORE = Path(__file__).parents[2] / "wkc" / "store"
NOUNS = sorted(
    path.relative_to(STORE).with_suffix("").as_posix()
    for path in STORE.rglob("*.sql")
    if path.parent.name != "upgrades"
)
QUERIES = [(noun, name) for noun in NOUNS for name in read(noun)]
LARGE = {
    "client",
    "entry",
    "contact",
    "assignment",
    "audit",
    "name_key",
    "name_word",
    "letter",
    "notice",
    "request",
    "ledger",
}
LARGE |= {"name_word", "disclosure", "disclosure_step", "disclosure_entry", "hold", "announcement", "destroyed"}

# Looks that mean to walk a table in the order of its key: a page of it, its end, or all of it to verify.
WALKS = {
    ("client", "page"),
    ("audit", "page"),
    ("audit", "newest"),
    ("document", "broken"),
    ("audit", "since"),
    ("audit", "head"),
    ("audit", "last_trusted"),
    ("audit", "last_trusted_before"),
    ("audit", "explanations"),
    ("audit", "of_run"),
    ("client", "count"),
    ("ledger", "since"),
    ("ledger", "head"),
    ("destruction", "last_run"),
    ("request", "page"),
    ("letter", "page"),
    ("coverage", "clients"),
    ("coverage", "last_settings"),
}

# No index has the uuid of a value: it is looked for last, where an older register came back and the ledger names it.
WALKS |= {("mistake", "find_noun")}

WALKS |= {("audit", "last_used"), ("audit", "of_others"), ("audit", "drawn")}

# After a list came in, a beheerder gives all who have no coach to one: no index has them, as each client gets a coach.
WALKS |= {("client", "without_coach")}

# Figures of a whole year: each row of it is wanted.
WALKS |= {("year", "registered"), ("year", "requests"), ("year", "destroyed"), ("year", "lines"), ("year", "reviewed")}
WALKS |= {("year", "callers"), ("paper_left", "destroyed")}

# Looks at an index of what is still open only: each of its rows is wanted.
WALKS |= {("notice", "waiting"), ("notice", "by_day"), ("disclosure", "waiting")}


@pytest.fixture(scope="module")
def empty() -> dbapi2.Connection:
    connection = dbapi2.connect(":memory:")
    connection.executescript(schema())
    return connection


@pytest.mark.parametrize(("noun", "name"), QUERIES, ids=lambda part: part)
def test_each_query_is_planned_without_scanning_a_large_table(empty: dbapi2.Connection, noun: str, name: str) -> None:
    sql = getattr(queries(noun), name)
    names = re.findall(r":(\w+)", sql)
    values = dict.fromkeys(names) if names else [None] * sql.count("?")
    plan = [row[3] for row in empty.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
    scanned = {found[1] for line in plan if (found := re.match(r"SCAN (\w+)", line))}
    assert (noun.rpartition("/")[2], name) in WALKS or not scanned & LARGE, plan
    assert not any("TEMP B-TREE FOR ORDER BY" in line and scanned & LARGE for line in plan), plan


@pytest.mark.parametrize(("noun", "name"), QUERIES, ids=lambda part: part)
def test_each_query_is_used_and_says_what_it_is_for(noun: str, name: str) -> None:
    assert re.search(rf"_Q\.{name}\b", (STORE / f"{noun}.py").read_text(encoding="utf-8"))
    assert getattr(queries(noun), name).startswith("-- ")


def test_no_sql_stands_outside_the_sql_files() -> None:
    verbs = re.compile(r"\b(SELECT|INSERT INTO|UPDATE|DELETE FROM)\b")
    allowed = {"store", "vault"}
    for path in STORE.parent.rglob("*.py"):
        room = path.relative_to(STORE.parent).parts[0]
        assert room in allowed or not verbs.search(path.read_text(encoding="utf-8")), path
    for path in STORE.rglob("*.py"):
        assert not verbs.search(path.read_text(encoding="utf-8")), path
