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
from tests.transcripts.planting import check_copy
from tests.transcripts.play import PLAYS, Scene, opening, read
from tests.transcripts.sealed_values import SealedValues, list_actions_on_people
from wkc.sentences.log_action import ACTIONS
from wkc.sentences.sentence import for_person

ORIGINAL = pytest.StashKey[Stage]()
"""The register that each play begins with, made once in a session and copied."""
LEAVES: dict[str, set[str]] = {
    "agenda": {"break_glass.sealed_reason"},
    "asked_for_data": {"disclosure.sealed_late"},
    "assignment": {"report.sealed_agreed", "report.sealed_words"},
    "breach": {
        *("breach.sealed_account", "breach.sealed_ap", "breach.sealed_end"),
        *("breach.sealed_events", "breach.sealed_persons"),
    },
    "clients": {"contact.sealed", "contact.sealed_reason", "entry.sealed"},
    "correction": {"correction.sealed_lifted", "correction.sealed_value", "dissent.sealed_text"},
    "disclosure_guided": {"disclosure.sealed_decision", "disclosure.sealed_reason"},
    "documents": {"document.sealed_key", "document.sealed_place", "document.sealed_title", "form.sealed_content"},
    "letters": {"letter.sealed_void"},
    "mandate": {"letter.sealed_pdf", "mandate.sealed_document"},
    "mistakes": {"mistake.sealed_words"},
    "objections": {
        *("objection.sealed_lifted", "request.sealed_reasons"),
        *("request.sealed_words", "supplied.sealed_value"),
    },
    "requests": {"request.sealed_extension"},
    "retention": {"hold.sealed_reason"},
    "sister": {"review.sealed_marks"},
}
"""Columns that must hold something when a play is over: each sealed column of the register by one play at least."""
PLANTED: dict[str, set[str]] = {
    "consents": {
        *("assignment.reference", "entry.sealed", "entry.value", "mandate.address", "mandate.name"),
        *("mandate.place", "mandate.postcode", "mandate.sealed_document", "party.name", "provenance.citation"),
        *("release.citation", "user.function", "user.name"),
    },
    "disclosure": {
        *("break_glass.sealed_reason", "contact.sealed_reason", "disclosure.citation"),
        *("disclosure.sealed_decision", "document.citation", "document.sealed_place", "document.sealed_title"),
        *("form.sealed_content", "hold.citation", "hold.sealed", "hold.sealed_reason", "mistake.sealed_words"),
        *("person.function", "person.name", "person.telephone", "request.sealed_extension"),
    },
    "correction": {
        *("correction.sealed_lifted", "correction.sealed_value", "dissent.sealed_text"),
    },
    "objections": {
        *("disclosure.decision_reference", "disclosure.sealed_late", "disclosure.sealed_note"),
        *("disclosure.sealed_reason", "letter.sealed_void", "objection.sealed_lifted"),
        *("request.sealed_reasons", "request.sealed_void", "request.sealed_words", "supplied.sealed_value"),
    },
    "assignment": {
        *("contact.sealed", "party_profile.address", "party_profile.agreement", "party_profile.contact"),
        *("party_profile.e_mail", "party_profile.kenmerk", "party_profile.place", "party_profile.postcode"),
        *("report.sealed_agreed", "report.sealed_words"),
    },
}
"""Columns in which each of these must have a row at its end, to be planted in: each free text by one at least."""
UNREADABLE = {"bare_init", "bare_reglement", "sign_in"}
"""Plays at whose end no register is there, or whose beheerder has another password."""
WORDS = re.compile(r"[a-z][a-z-]*")


class Difference(AssertionError):
    """The program says something else than the play."""


class PlayFile(pytest.File):
    """One play; its stage is set when the first of its scenes runs and struck after the last."""

    def collect(self) -> Iterator["SceneItem | SealedItem | WordsItem | PlantedItem"]:
        self.steps = read(self.path.read_text(encoding="utf-8"))
        scenes = [step for step in self.steps if isinstance(step, Scene)]
        for number, scene in enumerate(scenes, start=1):
            yield SceneItem.from_parent(self, name=scene_name(number, scene), number=number, scene=scene)
        if self.path.parent == PLAYS and self.path.stem not in UNREADABLE:
            yield SealedItem.from_parent(self, name="sealed")
            yield WordsItem.from_parent(self, name="words")
            if self.path.stem in PLANTED:
                yield PlantedItem.from_parent(self, name="planted")

    def setup(self) -> None:
        if (original := self.session.stash.get(ORIGINAL, None)) is None:
            original = self.session.stash[ORIGINAL] = Stage(_temporary_folder(self.session)).founded()
        patch = pytest.MonkeyPatch()
        self.addfinalizer(patch.undo)
        self.sealed = SealedValues(patch)
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


class SealedItem(pytest.Item):
    """The register that a play leaves: each of its sealed values is read with the place that it was sealed for."""

    parent: PlayFile

    def runtest(self) -> None:
        performance = self.parent.performance
        with contextlib.chdir(performance.stage.folder):
            performance.finish()
            found = self.parent.sealed.check(performance.stage)
        assert found >= LEAVES.get(self.path.stem, set())

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, 0, self.name


class WordsItem(pytest.Item):
    """The log that a play leaves: each line about a person has words for that person, who reads it in a copy."""

    parent: PlayFile

    def runtest(self) -> None:
        performance = self.parent.performance
        with contextlib.chdir(performance.stage.folder):
            performance.finish()
        assert list_actions_on_people(performance.stage) - set(for_person(ACTIONS)) == set()

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, 0, self.name


class PlantedItem(pytest.Item):
    """The register that a play leaves, with a name in each of its free texts: none comes through a reviewed copy.

    It is the last item, for it changes that register.
    """

    parent: PlayFile

    def runtest(self) -> None:
        performance = self.parent.performance
        with contextlib.chdir(performance.stage.folder):
            performance.finish()
            planted = check_copy(performance.stage.folder, performance.stage.now, self.path.stem)
        assert planted >= PLANTED[self.path.stem]

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, 0, self.name


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
