"""A Dutch screen of eighty columns: no table breaks a word, and no day is written as ISO 8601 writes it."""

import contextlib
import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.stage import NotInThePlay, Stage, Typist
from tests.transcripts.play import PLAYS, Scene, opening, read, set_stage
from wkc import i18n
from wkc.cli.terminal import aligned, screen
from wkc.cli.terminal.wrap import WIDTH
from wkc.cli.views.agenda import for_reader, listed
from wkc.procedures.core.environment import Environment
from wkc.records.agenda import Agenda, Duty, Item

LISTING = ("assignment", "backup", "clients", "correction", "letters", "retention")
"""The plays that show most lists."""
ISO = re.compile(r"(?<![\w/.-])\d{4}-\d{2}-\d{2}(?![\w-]|\.\w)")
COMMANDS = re.compile("`[^`]*`")


class Anybody(Typist):
    """A typist who answers in order, in whichever language is asked."""

    def ask(self, prompt: str, typed: str = "", idle: float | None = None) -> str:
        if not self._answers:
            raise NotInThePlay(prompt)
        self._answers[0] = ("", self._answers[0][1])
        return super().ask(prompt, typed, idle)

    def done(self) -> bool:
        return True


@pytest.fixture
def too_narrow(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Gather the heads of the tables whose words do not fit."""
    heads = []
    whole = aligned.share_room

    def share(rows: Any, fixed: int, width: int) -> list[int] | None:
        shared = whole(rows, fixed, width)
        if shared is None:
            heads.append(tuple(rows[0]))
        return shared

    monkeypatch.setattr(screen, "share_room", share)
    return heads


@pytest.fixture
def anybody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.stage.Typist", Anybody)


def played_in_dutch(path: Path, stage: Stage) -> Iterator[str]:
    """Give each line that the scenes of a play show in Dutch; an answer that only English has ends its scene."""
    stage.environ["LC_ALL"] = "nl_NL.UTF-8"
    last = ""
    for step in read(path.read_text(encoding="utf-8")):
        if isinstance(step, Scene):
            with contextlib.suppress(NotInThePlay, AssertionError):
                ran = step.run(stage)
                if "--json" not in step.command:
                    yield from (ran.out + ran.err).splitlines()
        elif not step.startswith("@ L"):
            last = set_stage(stage, step, last)


@pytest.mark.usefixtures("anybody")
@pytest.mark.parametrize("name", LISTING)
def test_no_word_is_broken_and_each_day_is_dutch(
    name: str, too_narrow: list[tuple[str, ...]], original: Stage, tmp_path: Path
) -> None:
    path = PLAYS / f"{name}.play"
    stage = opening(tmp_path, path, original)
    with contextlib.chdir(tmp_path):
        lines = list(played_in_dutch(path, stage))
    assert len(lines) > 20
    assert too_narrow == []
    assert [line for line in lines if ISO.search(COMMANDS.sub("", line))] == []


def written(environment: Environment) -> str:
    """Give what a screen wrote."""
    stdout = environment.stdout
    assert isinstance(stdout, io.TextIOWrapper)
    assert isinstance(stdout.buffer, io.BytesIO)
    return stdout.buffer.getvalue().decode()


@pytest.mark.parametrize("language", ["nl_NL.UTF-8", "C"])
def test_no_command_of_the_agenda_is_broken(language: str, stage: Stage) -> None:
    i18n.use({"LC_ALL": language})
    on = date(2026, 12, 1)
    items = tuple(Item(on, duty, "2026-0001 12", count=3, client="2026-0001", more=True) for duty in Duty)
    environment = stage.environment()
    listed(screen.Screen(environment), Agenda(on, items, 0))
    lines = written(environment).splitlines()
    commands = {command for item in items for command in COMMANDS.findall(for_reader(screen.Screen(environment), item))}
    assert len(commands) > 30
    assert max(map(len, lines)) <= WIDTH
    assert [command for command in sorted(commands) if not any(command in line for line in lines)] == []


def test_a_command_that_is_wider_than_its_column_is_folded(stage: Stage) -> None:
    stage.environ["COLUMNS"] = "30"
    environment = stage.environment()
    screen.Screen(environment).table(("een", "twee"), [("a" * 50, f"zie `wkc {'b' * 70}`")])
    assert max(map(len, written(environment).splitlines())) <= WIDTH


def test_a_table_without_room_is_noticed(too_narrow: list[tuple[str, ...]], stage: Stage) -> None:
    screen.Screen(stage.environment()).table(("een", "twee"), [("a" * 50, "b" * 50)])
    assert too_narrow == [("een", "twee")]
