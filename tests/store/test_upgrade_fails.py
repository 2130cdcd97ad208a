"""An upgrade in which a script fails: its error comes out as it is, and nothing of the script stays."""

import errno
from uuid import UUID

import pytest

from tests.store.test_upgrade import SEALING, holding_a_sealed_value, shape
from wkc.store import upgrade
from wkc.store.queries import version_of


@pytest.mark.parametrize("error", [OSError(errno.EIO, "made up"), MemoryError(), ImportError("made up")], ids=type)
def test_an_error_while_an_upgrade_seals_comes_out_as_it_is(error: Exception) -> None:
    def fail(_text: str, _client: UUID, _row: UUID, _place: str) -> bytes:
        raise error

    with pytest.raises(type(error)):
        upgrade.carry_out(holding_a_sealed_value(), fail)


def test_a_script_that_fails_midway_changes_nothing_and_the_foreign_keys_are_on_again() -> None:
    def fail(_text: str, _client: UUID, _row: UUID, _place: str) -> bytes:
        raise MemoryError

    connection = holding_a_sealed_value()
    before = shape(connection)
    with pytest.raises(MemoryError):
        upgrade.carry_out(connection, fail)
    assert (version_of(connection), connection.in_transaction, shape(connection)) == (SEALING - 1, False, before)
    assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
