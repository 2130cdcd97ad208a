import shutil
from collections.abc import Iterator

import pytest
from sqlcipher3 import dbapi2

from tests.vault.conftest import Vault
from wkc.vault.database.register import Register, open_alone, open_shared
from wkc.vault.files.home import Home


@pytest.fixture(scope="module")
def untouched(made_once: Vault, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """One register for all that is denied: nothing changes it."""
    home = Home(shutil.copytree(made_once.home.path, tmp_path_factory.mktemp("guarded") / "home"))
    with open_alone(home, made_once.anna) as found:
        found.connection.execute("CREATE INDEX by_name ON client (name)")
        found.connection.execute("CREATE VIEW names AS SELECT name FROM client")
        found.connection.execute("CREATE TRIGGER kept BEFORE DELETE ON client BEGIN SELECT 1; END")
    with open_shared(home, made_once.anna) as found:
        yield found


@pytest.fixture
def register(vault: Vault) -> Iterator[Register]:
    with open_shared(vault.home, vault.anna) as found:
        yield found


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE client",
        "DROP TABLE audit",
        "DROP INDEX by_name",
        "DROP VIEW names",
        "DROP TRIGGER kept",
        "ALTER TABLE client ADD COLUMN more",
        "ALTER TABLE audit RENAME TO audit_old",
        "ATTACH ':memory:' AS other",
        "ATTACH 'plain.db' AS other KEY ''",
        "DETACH main",
        "VACUUM",
        "VACUUM INTO 'plain.db'",
        "ANALYZE",
        "CREATE TRIGGER more BEFORE INSERT ON client BEGIN SELECT 1; END",
        "CREATE TEMP TRIGGER more BEFORE INSERT ON client BEGIN SELECT 1; END",
        "CREATE VIEW more AS SELECT 1",
        "CREATE TEMP VIEW audit AS SELECT 1",
        "CREATE VIRTUAL TABLE more USING fts5(name)",
        "CREATE TEMP TABLE audit (seq)",
        "UPDATE audit SET what = 'changed'",
        "UPDATE AUDIT SET what = 'changed'",
        'UPDATE main."audit" SET what = 1',
        "DELETE FROM audit",
        "DELETE FROM Audit WHERE seq = 1",
        "INSERT INTO audit VALUES (1, 'x') ON CONFLICT DO UPDATE SET what = 'changed'",
        "SELECT load_extension('more')",
        "SELECT sqlcipher_export('main')",
        "PRAGMA key = 'x'",
        "PRAGMA rekey = 'x'",
        "PRAGMA hexrekey = 'x'",
        "PRAGMA writable_schema = ON",
        "PRAGMA recursive_triggers = OFF",
        "PRAGMA foreign_keys = OFF",
        "PRAGMA secure_delete = OFF",
        "PRAGMA journal_mode = DELETE",
        "PRAGMA main.journal_mode = OFF",
        "PRAGMA synchronous = OFF",
        "PRAGMA temp_store = FILE",
        "PRAGMA temp_store_directory = '.'",
        "PRAGMA user_version = 7",
        "PRAGMA application_id = 7",
        "PRAGMA cipher_page_size = 1024",
        "PRAGMA cipher_log = 'log.txt'",
        "PRAGMA cipher_log_level = TRACE",
        "PRAGMA cipher_profile = 'log.txt'",
        "PRAGMA optimize",
    ],
)
def test_a_statement_that_is_forbidden_is_denied(untouched: Register, statement: str) -> None:
    with pytest.raises(dbapi2.DatabaseError, match=r"not authorized|authorization denied|prohibited"):
        untouched.connection.execute(statement).fetchall()


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM audit",
        "INSERT INTO audit VALUES (2, 'seen')",
        "INSERT INTO client VALUES (2, 'b')",
        "UPDATE client SET name = 'c' WHERE id = 1",
        "DELETE FROM client WHERE id = 1",
        "CREATE TEMP TABLE chosen (id INTEGER PRIMARY KEY)",
        "EXPLAIN QUERY PLAN SELECT * FROM client",
        "PRAGMA user_version",
        "PRAGMA application_id",
        "PRAGMA data_version",
        "PRAGMA table_info(client)",
        "PRAGMA foreign_key_check",
        "PRAGMA integrity_check",
        "PRAGMA cipher_integrity_check",
        "PRAGMA wal_checkpoint(TRUNCATE)",
    ],
)
def test_a_statement_of_daily_work_is_allowed(register: Register, statement: str) -> None:
    register.connection.execute(statement).fetchall()


def test_a_transaction_and_a_savepoint_are_allowed(register: Register) -> None:
    for statement in ("BEGIN IMMEDIATE", "SAVEPOINT a", "ROLLBACK TO a", "RELEASE a", "COMMIT"):
        register.connection.execute(statement)


def test_extensions_are_not_loaded(register: Register) -> None:
    with pytest.raises(dbapi2.OperationalError):
        register.connection.load_extension("more")


def test_under_the_exclusive_lock_the_purge_may_vacuum(vault: Vault) -> None:
    with open_alone(vault.home, vault.anna) as register:
        register.connection.execute("VACUUM")
