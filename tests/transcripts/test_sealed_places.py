"""Each sealed column has a play that leaves a value in it, for the item at its end that reads all of them."""

from tests.transcripts.play import PLAYS
from tests.transcripts.play_items import LEAVES, UNREADABLE
from wkc.store.core.sealed import SEALED

NOT_LEFT = {
    "entry.sealed_value",
    "hold.sealed",
    "request.sealed_name",
    "request.sealed_void",
    "disclosure.sealed_note",
    "paper_left.sealed_place",
}
"""Columns in which no play leaves anything at its end, or no register of today; tests/store/test_sealed.py has them."""


def test_every_sealed_column_is_left_by_a_play() -> None:
    left = {column for columns in LEAVES.values() for column in columns}
    assert left | NOT_LEFT == {f"{column.table}.{column.name}" for column in SEALED}


def test_the_plays_that_are_named_are_there() -> None:
    assert {*LEAVES} | UNREADABLE <= {path.stem for path in PLAYS.glob("*.play")}
    assert not {*LEAVES} & UNREADABLE
