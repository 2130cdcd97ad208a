"""The register that a play leaves: each sealed value with its place, and the actions of the log on people."""

from collections.abc import Iterator
from uuid import UUID

import pytest

from tests.stage import PASSWORD, Stage
from wkc.procedures.core.session import Session
from wkc.store.core.sealed import SEALED
from wkc.vault.database.register import open_alone
from wkc.vault.files.home import Home
from wkc.vault.keys.seal import Resealer, Seals

Place = tuple[UUID, UUID, str]
"""The client, the row and the field that a value is sealed for."""


class SealedValues:
    """Each sealed value by its octets; what is resealed must be read with the place that it was sealed for."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.places: dict[bytes, Place] = {}
        honest, resealed = Seals.seal_octets, Resealer.__call__

        def seal(by: Seals, octets: bytes, client: UUID, row: UUID, field: str) -> bytes:
            sealed = honest(by, octets, client, row, field)
            self.places[sealed] = (client, row, field)
            return sealed

        def reseal(by: Resealer, sealed: bytes, client: UUID, row: UUID, field: str) -> bytes | None:
            assert self.places[sealed] == (client, row, field)
            anew = resealed(by, sealed, client, row, field)
            assert anew is not None
            self.places[anew] = (client, row, field)
            return anew

        patch.setattr(Seals, "seal_octets", seal)
        patch.setattr(Resealer, "__call__", reseal)

    def check(self, stage: Stage) -> set[str]:
        """Compare what a register holds, as it is read for resealing; give the columns that hold anything."""
        found = set()
        for column, sealed, place in _sealed_in(stage):
            assert place == self.places[sealed], column
            found.add(column)
        return found


def list_actions_on_people(stage: Stage) -> set[str]:
    """Give the actions of the log that name a person."""
    with open_alone(Home(stage.home), _sign_in(stage).identity) as register:
        rows = register.connection.execute("SELECT DISTINCT action FROM audit WHERE subject IS NOT NULL")
        return {str(action) for (action,) in rows}


def _sign_in(stage: Stage) -> Session:
    return Session(stage.environment(), stage.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)


def _sealed_in(stage: Stage) -> Iterator[tuple[str, bytes, Place]]:
    with open_alone(Home(stage.home), _sign_in(stage).identity) as register:
        for column in SEALED:
            for _id, client, row, field, sealed in register.connection.execute(column.page, {"after": 0, "most": 999}):
                yield f"{column.table}.{column.name}", sealed, (UUID(bytes=client), UUID(bytes=row), field)
