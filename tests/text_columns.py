"""The columns of the schema in which somebody types what they like, or whose values are sealed."""

from collections.abc import Collection

from sqlcipher3 import dbapi2

from wkc.store.queries import schema


def list_text_columns(codes: Collection[str]) -> set[str]:
    """Give each as `table.column`: TEXT but for days and the columns of codes, and what is sealed."""
    connection = dbapi2.connect(":memory:")
    connection.executescript(schema())
    found = set()
    for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        for row in connection.execute(f"PRAGMA table_xinfo({table})"):
            column, kind, hidden = row[1], row[2], row[6]
            is_day_or_code = column.endswith(("_on", "_at", "_by", "_date")) or column in codes or hidden
            if column.startswith("sealed") or (kind == "TEXT" and not is_day_or_code):
                found.add(f"{table}.{column}")
    connection.close()
    return found
