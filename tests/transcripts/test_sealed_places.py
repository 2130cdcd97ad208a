"""Each sealed value is read for resealing with the place it was sealed for: else a rotation would lose it."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from tests.stage import PASSWORD, Stage
from tests.transcripts.play import PLAYS, Scene, opening, read, set_stage
from wkc.procedures.core.session import Session
from wkc.store.sealed import SEALED
from wkc.vault.database.register import opened_alone
from wkc.vault.files.home import Home
from wkc.vault.keys.seal import Resealer, Seals

Place = tuple[UUID, UUID, str]
ENOUGH = (
    *("clients", "roles", "consents", "requests", "letters", "silence", "agenda", "retention"),
    *("assignment", "disclosure", "asked_for_data", "disclosure_guided", "disclosure_telephone", "correction"),
    *("objections", "documents", "sister", "mistakes", "breach"),
)
"""Plays that seal something in nearly every column between them."""

NOT_LEFT = {
    "entry.sealed_value",
    "hold.sealed",
    "request.sealed_name",
    "request.sealed_void",
    "disclosure.sealed_note",
    "paper_left.sealed_place",
}
"""Columns in which no play leaves anything at its end, or no register of today; tests/store/test_sealed.py has them."""


def sealed_in(path: Path, folder: Path, original: Stage) -> Iterator[tuple[str, bytes, Place]]:
    """Act a play, and give what its register holds in each column as it is read for resealing."""
    stage = opening(folder, path, original)
    last = ""
    with contextlib.chdir(folder):
        for step in read(path.read_text(encoding="utf-8")):
            if isinstance(step, Scene):
                step.run(stage)
            else:
                last = set_stage(stage, step, last)
    here = Session(stage.environment(), stage.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)
    with opened_alone(Home(stage.home), here.identity) as register:
        for column in SEALED:
            for _id, client, row, field, sealed in register.connection.execute(column.page, {"after": 0, "most": 999}):
                yield f"{column.table}.{column.name}", sealed, (UUID(bytes=client), UUID(bytes=row), field)


def test_every_column_is_read_with_the_place_its_values_were_sealed_for(
    original: Stage, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted: dict[bytes, Place] = {}
    honest, resealed = Seals.seal_octets, Resealer.__call__

    def noting(self: Seals, octets: bytes, client: UUID, row: UUID, field: str) -> bytes:
        sealed = honest(self, octets, client, row, field)
        noted[sealed] = (client, row, field)
        return sealed

    def resealing(self: Resealer, sealed: bytes, client: UUID, row: UUID, field: str) -> bytes | None:
        assert noted[sealed] == (client, row, field)
        anew = resealed(self, sealed, client, row, field)
        assert anew is not None
        noted[anew] = (client, row, field)
        return anew

    monkeypatch.setattr(Seals, "seal_octets", noting)
    monkeypatch.setattr(Resealer, "__call__", resealing)
    seen = set()
    for name in ENOUGH:
        for column, sealed, place in sealed_in(PLAYS / f"{name}.play", tmp_path_factory.mktemp(name), original):
            assert place == noted[sealed], column
            seen.add(column)
    assert seen | NOT_LEFT == {f"{column.table}.{column.name}" for column in SEALED}
