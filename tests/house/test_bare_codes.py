"""No list and no picker shows a code of the register where a sentence says what it means."""

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest

from tests.transcripts.play import PLAYS, Scene, read
from wkc import sentences
from wkc.cli.forms.guided.form import Question
from wkc.cli.forms.missing import CODES, known_words
from wkc.cli.forms.start_screen import FORMS
from wkc.records.user import Role
from wkc.sentences.sentence import Sentences

SHOWN_ON_PURPOSE = (
    "client fields", "party columns", "reglement", "settings",  # lists of the words to type
)  # fmt: skip
WRAPPED = "    "
"""The beginning of a line that goes on with the cell above it."""
IN_COMMANDS = re.compile("`[^`]*`")


def tables() -> Iterator[Mapping[str, Sentences]]:
    for module in pkgutil.iter_modules(sentences.__path__):
        for table in vars(importlib.import_module(f"wkc.sentences.{module.name}")).values():
            if isinstance(table, dict) and all(isinstance(one, Sentences) for one in table.values()):
                yield table


STAFF = [(code, one.staff) for table in tables() for code, one in table.items() if one.staff]
BARE = {code for code, _said in STAFF} - {said for _code, said in STAFF} - set(Role)
"""Codes that are no words of an English list themselves, as roles are."""
QUESTIONS = [
    pytest.param(question, id=f"{key} {question.key}")
    for key, form in FORMS.items()
    for question in form.questions
    if isinstance(question.options, partial)
]


def shown(play: Path) -> Iterator[tuple[str, str]]:
    """Give each cell that an English screen of a play shows, with its command."""
    language = ""
    for step in read(play.read_text(encoding="utf-8")):
        if isinstance(step, str):
            language = step if step.startswith("@ L") else language
        elif "nl" not in language and not re.search("--(json|help)", step.command):
            yield from ((step.command, cell) for cell in cells(step))


def cells(scene: Scene) -> Iterator[str]:
    for line in (line for line in scene.out if not line.startswith(WRAPPED)):
        yield from filter(None, map(str.strip, re.split(r"  +|[()]", IN_COMMANDS.sub("", line))))


@pytest.mark.parametrize("play", sorted(PLAYS.glob("*.play")), ids=lambda play: play.stem)
def test_no_list_shows_a_code_that_has_words(play: Path) -> None:
    found = [
        (command, cell)
        for command, cell in shown(play)
        if cell in BARE and not any(known in command for known in SHOWN_ON_PURPOSE)
    ]
    assert found == []


def test_the_cells_of_a_play_are_seen() -> None:
    assert {"telephone call", "the client"} <= {cell for play in PLAYS.glob("*.play") for _command, cell in shown(play)}
    assert {"e_mail_ontvangen", "geidentificeerd", "uavg_30", "deels"} <= BARE


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_word_of_a_question_has_its_meaning(question: Question) -> None:
    assert question.options is not None
    offered = question.options(None, {})  # type: ignore[arg-type]
    assert [word for word, meaning in offered.items() if not meaning] == []


@pytest.mark.parametrize("place", CODES)
def test_each_word_of_a_missing_answer_has_its_meaning(place: str) -> None:
    offered = known_words(*place.rsplit(" ", 1))
    assert offered
    assert [word for word, meaning in offered.items() if not meaning] == []
