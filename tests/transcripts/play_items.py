"""Plays as tests: a file of plays is one collector, each of its scenes one item with an id of its own."""

import contextlib
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.stage import Stage
from tests.transcripts.performance import Performance, difference
from tests.transcripts.play import Scene, opening, read

ORIGINAL = pytest.StashKey[Stage]()
"""The register that each play begins with, made once in a session and copied."""
WORDS = re.compile(r"[a-z][a-z-]*")


class Difference(AssertionError):
    """The program says something else than the play."""


class PlayFile(pytest.File):
    """One play; its stage is set when the first of its scenes runs and struck after the last."""

    def collect(self) -> Iterator["SceneItem"]:
        self.steps = read(self.path.read_text(encoding="utf-8"))
        scenes = [step for step in self.steps if isinstance(step, Scene)]
        for number, scene in enumerate(scenes, start=1):
            yield SceneItem.from_parent(self, name=scene_name(number, scene), number=number, scene=scene)

    def setup(self) -> None:
        if (original := self.session.stash.get(ORIGINAL, None)) is None:
            original = self.session.stash[ORIGINAL] = Stage(_temporary_folder(self.session)).founded()
        self.performance = Performance(self.steps, opening(_temporary_folder(self), self.path, original))


class SceneItem(pytest.Item):
    """One scene: the scenes before it run as its preparation, where they did not run yet."""

    parent: PlayFile

    def __init__(self, *, number: int, scene: Scene, **options: object) -> None:
        super().__init__(**options)  # type: ignore[arg-type]
        self.number, self.scene = number, scene

    def runtest(self) -> None:
        performance = self.parent.performance
        with contextlib.chdir(performance.stage.folder):
            ran = performance.result(self.number)
        if text := difference(self.scene, ran, performance.stage):
            raise Difference(text)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        if isinstance(excinfo.value, Difference):
            return f"{self.path.name}, {excinfo.value}"
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.scene.line - 1, self.name


def _temporary_folder(node: pytest.Session | pytest.File) -> Path:
    folder = tempfile.TemporaryDirectory(prefix="play-")
    node.addfinalizer(folder.cleanup)
    return Path(folder.name)


def scene_name(number: int, scene: Scene) -> str:
    """Give the name of a scene in its play: its number and the first words of its command, as `07-client-find`."""
    words: list[str] = []
    for word in scene.command.split()[1:]:
        if word.startswith("-"):
            continue
        if not WORDS.fullmatch(word) or len(words) == 2:
            break
        words.append(word)
    return "-".join([f"{number:02}", *words])
