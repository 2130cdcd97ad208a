"""The part `texts`: each column that commands filled is full of escapes and markup; every screen and paper is made."""

import contextlib
import re
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.documents import pdf
from tests.faults.machine.kills import OTHER
from tests.faults.machine.outcome import Outcome, blames_program
from tests.faults.machine.portion import Portion
from tests.faults.texts.column import FILLED_BY, NOT_SHOWN
from tests.faults.texts.planting import MARK, MARKUP, mark_of, plant
from tests.faults.texts.showing import Shown, show_all
from tests.stage import Stage
from tests.transcripts.planting import acted
from tests.transcripts.play import PLAYS

RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What no terminal is to be sent."""
MARKS = re.compile(re.sub(r"\{.*\}", r"\\d{3}", MARK))
NAMED = ("party.name", "user.name")
"""Columns that an error may name: an organisation or a colleague is who somebody is told to ask."""
PLACES = {"other": OTHER, "rest": Path(__file__).with_name("rest.play")}
"""The plays that are no transcripts."""
PRINTED = pdf.squeezed(MARKUP)


def trial(stage: Stage, portion: Portion) -> Outcome:
    """Walk through plays that together fill every column, and look at each screen and paper of what they leave."""
    start, made, wrong = time.perf_counter(), 0, []
    for name in portion.take(sorted(set(FILLED_BY.values()))):
        with tempfile.TemporaryDirectory(dir=stage.folder.parent) as folder:
            for found in walk(name, Path(folder), stage):
                made += 1
                wrong += [f"{name}: {one}" for one in found]
    what = f"escapes and markup in each of {len(FILLED_BY)} text columns: screens, papers, errors"
    return Outcome("texts", what, made, tuple(wrong), time.perf_counter() - start)


def walk(name: str, folder: Path, founded: Stage) -> Iterator[list[str]]:
    """Give what is wrong with each screen and paper of what a play leaves; last, what was not filled or not shown."""
    missing = {column for column, play in FILLED_BY.items() if play == name}
    with contextlib.chdir(folder), keeping_temporary(folder) as temporary:
        stage = acted(PLACES.get(name, PLAYS / f"{name}.play"), folder, founded)
        parties = [one["name"] for one in stage.json("party", "list")]
        filled = plant(stage)
        unseen, printed = {mark_of(column) for column in missing - NOT_SHOWN.keys()}, 0
        for shown in show_all(stage, parties):
            text = text_of(shown)
            unseen -= set(MARKS.findall(text))
            printed += PRINTED in pdf.squeezed(text)
            yield list(faults_of(shown))
        left = [
            path.name
            for path in temporary.rglob("*")
            if path.is_file() and MARKS.search(path.read_bytes().decode("latin-1"))
        ]
    columns = {mark_of(column): column for column in missing}
    yield [f"{column} was not filled by this play" for column in sorted(missing - filled)]
    yield [f"{columns[mark]} stands on no screen or paper" for mark in sorted(unseen)]
    yield ["the markup is printed nowhere as it stands"] if not printed else []
    yield [f"a mark in a temporary file: {one}" for one in left]


@contextlib.contextmanager
def keeping_temporary(folder: Path) -> Iterator[Path]:
    """Have temporary files in a folder that is looked at afterwards."""
    place, before = folder / "temporary", tempfile.tempdir
    place.mkdir(mode=0o700)
    tempfile.tempdir = str(place)
    try:
        yield place
    finally:
        tempfile.tempdir = before


def text_of(shown: Shown) -> str:
    """Give all that a command showed or wrote."""
    file = shown.file or b""
    written = pdf.text_of(file) if file.startswith(b"%PDF") else file.decode("utf-8", "replace")
    return shown.ran.out + shown.ran.err + written


def faults_of(shown: Shown) -> Iterator[str]:
    """Give what is wrong with what one command showed."""
    command, ran, _file = shown
    if RAW.search(ran.out + ran.err):
        yield f"{command}: a raw sign on the terminal"
    if blames_program(ran.err) or ran.code == 1:
        yield f"{command}: {ran.code} {ran.err.strip()[-300:]}"
    marks = set(MARKS.findall(ran.err)) - {mark_of(column) for column in NAMED}
    if ran.code and marks:
        yield f"{command}: a value in an error: {marks}"
