"""The authorizer: operations that no statement may carry out on an open register (VAULT 3.6)."""

from typing import Any

AUDIT = "audit"
CHAINS = frozenset({AUDIT, "ledger"})
"""Tables that only grow."""

# ANALYZE would keep samples of values that outlive them; a view could stand in for a table.
FORBIDDEN = (
    "ALTER_TABLE",
    "ANALYZE",
    "ATTACH",
    "DETACH",
    "CREATE_TEMP_TRIGGER",
    "CREATE_TEMP_VIEW",
    "CREATE_TRIGGER",
    "CREATE_VIEW",
    "CREATE_VTABLE",
    "DROP_INDEX",
    "DROP_TABLE",
    "DROP_TEMP_INDEX",
    "DROP_TEMP_TABLE",
    "DROP_TEMP_TRIGGER",
    "DROP_TEMP_VIEW",
    "DROP_TRIGGER",
    "DROP_VIEW",
    "DROP_VTABLE",
)
FUNCTIONS = frozenset({"load_extension", "sqlcipher_export", "fts3_tokenizer"})

# Pragmas that may be read.
ASKED = frozenset(
    {
        "application_id",
        "cipher_status",
        "cipher_version",
        "data_version",
        "foreign_keys",
        "freelist_count",
        "journal_mode",
        "page_count",
        "page_size",
        "user_version",
    }
)
# Pragmas that may be run, whatever they are given.
RUN = frozenset(
    {
        "cipher_integrity_check",
        "foreign_key_check",
        "foreign_key_list",
        "index_info",
        "index_list",
        "index_xinfo",
        "integrity_check",
        "quick_check",
        "table_info",
        "table_list",
        "table_xinfo",
        "wal_checkpoint",
    }
)


def guard(connection: Any) -> None:
    """Deny on this connection, for as long as it is open, all that the lists above do not allow."""
    from sqlcipher3 import dbapi2

    forbidden = frozenset(getattr(dbapi2, f"SQLITE_{name}") for name in FORBIDDEN)
    removing = frozenset({dbapi2.SQLITE_UPDATE, dbapi2.SQLITE_DELETE})
    making = frozenset({dbapi2.SQLITE_CREATE_TABLE, dbapi2.SQLITE_CREATE_TEMP_TABLE})
    allow: int = dbapi2.SQLITE_OK
    deny: int = dbapi2.SQLITE_DENY
    pragma, function = dbapi2.SQLITE_PRAGMA, dbapi2.SQLITE_FUNCTION

    def judge(action: int, first: str | None, second: str | None, _schema: str | None, _by: str | None) -> int:
        if action in forbidden:
            return deny
        if action in removing or action in making:
            # A temporary table of this name would hide the real one.
            return deny if first is not None and first.lower() in CHAINS else allow
        if action == pragma:
            return allow if first in RUN or (first in ASKED and second is None) else deny
        if action == function:
            return deny if second in FUNCTIONS else allow
        return allow

    connection.set_authorizer(judge)
