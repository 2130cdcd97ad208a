"""Each free text of the register is planted in at the end of a play, for its item that reads the reviewed copy."""

from tests.transcripts.planting import free_texts
from tests.transcripts.play import PLAYS
from tests.transcripts.play_items import PLANTED


def test_every_free_text_is_planted_in_at_the_end_of_a_play() -> None:
    assert {column for columns in PLANTED.values() for column in columns} == free_texts()


def test_the_plays_that_are_planted_in_are_there() -> None:
    assert PLANTED.keys() <= {path.stem for path in PLAYS.glob("*.play")}
