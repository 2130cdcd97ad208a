"""The rows that a register holds, counted by a connection that asks no command for them."""

from tests.stage import PASSWORD, Stage
from wkc.procedures.core.session import Session


def count_rows(stage: Stage, table: str) -> int:
    here = Session(stage.environment(), stage.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)
    with here.opened() as register:
        (number,) = register.connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(number)
