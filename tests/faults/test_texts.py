"""Each text column of the schema is filled by a play of the long command's part `texts`; one of them is shown here."""

import json

from tests.faults.machine.kills import OTHER
from tests.faults.texts import trial
from tests.faults.texts.column import FILLED_BY, NOT_SHOWN, NOT_TYPED, list_columns
from tests.faults.texts.planting import mark_of
from tests.faults.texts.showing import Shown
from tests.stage import Ran
from tests.transcripts.play import PLAYS
from wkc.cli.terminal.json_envelope import write


def test_every_text_column_of_the_schema_has_a_play_that_fills_it() -> None:
    assert set(FILLED_BY) == list_columns()
    places = {path.stem for path in PLAYS.glob("*.play")} | trial.PLACES.keys()
    assert set(FILLED_BY.values()) <= places
    assert trial.PLACES["other"] == OTHER


def test_what_is_left_out_is_a_table_or_a_column_that_is_there_with_its_reason() -> None:
    assert all(NOT_TYPED.values())
    assert set(NOT_SHOWN) <= set(FILLED_BY)
    assert not set(NOT_TYPED) & {column.partition(".")[0] for column in FILLED_BY}


def test_json_holds_no_sign_that_steers_a_terminal_and_says_the_same() -> None:
    said = {"name": "Zoë \x9b2J \x7f \u202eneb\u2069 \x1b[31m"}
    written = write(said, ascii_only=False)
    assert written == '{"name": "Zoë \\u009b2J \\u007f \\u202eneb\\u2069 \\u001b[31m"}'
    assert json.loads(written) == said


def test_what_is_shown_raw_in_an_error_or_nowhere_is_named() -> None:
    steers = Shown("client show", Ran(0, "\x1b[31m", ""))
    tells = Shown("client show", Ran(5, "", f"wkc: {mark_of('entry.value')} is nobody."))
    falls = Shown("client show", Ran(1, "", "Traceback"))
    asks = Shown("party show", Ran(5, "", f"wkc: {mark_of('party.name')} is no party."))
    found = [len(list(trial.faults_of(one))) for one in (steers, tells, falls, asks)]
    assert found == [1, 1, 1, 0]
