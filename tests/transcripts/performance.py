"""A play on its stage: each scene runs once, in the order of the play, and is compared with its own text."""

import difflib
from contextlib import suppress

from tests.stage import NotInThePlay, Ran, Stage
from tests.transcripts.play import Scene, Step, fits, set_stage


class Performance:
    """The scenes of one play on one stage; a scene that failed does not keep the later ones from their turn."""

    def __init__(self, steps: list[Step], stage: Stage) -> None:
        self.stage = stage
        self._coming = iter(steps)
        self._results: list[Ran | BaseException] = []
        self._file = ""

    def result(self, number: int) -> Ran:
        """Give what came of the scene of this number, from 1; the scenes before it run first, unless they did."""
        while len(self._results) < number:
            self._results.append(self._next())
        result = self._results[number - 1]
        if isinstance(result, BaseException):
            raise result
        return result

    def finish(self) -> None:
        """Run the scenes that did not run yet, whatever comes of them."""
        with suppress(IndexError):
            while True:
                self._results.append(self._next())

    def _next(self) -> Ran | BaseException:
        try:
            for step in self._coming:
                if isinstance(step, Scene):
                    return step.run(self.stage)
                self._file = set_stage(self.stage, step, self._file)
        except (Exception, NotInThePlay) as error:  # noqa: BLE001  (the scene's own item raises it)
            return error
        raise IndexError("the play has no such scene")


def difference(scene: Scene, ran: Ran, stage: Stage) -> str:
    """Give a diff from the text of a scene to what was seen; empty when they agree."""
    if ran.code == scene.code and fits(scene.out, ran.out, stage.folder) and fits(scene.err, ran.err, stage.folder):
        return ""
    seen = [*_aligned(scene.out, ran.out, stage, ""), *_aligned(scene.err, ran.err, stage, "! "), f"= {ran.code}"]
    expected = [*_lines("\n".join(scene.out), ""), *_lines("\n".join(scene.err), "! "), f"= {scene.code}"]
    lines = difflib.unified_diff(expected, seen, "the play", "the program", lineterm="")
    return "\n".join([f"line {scene.line}: $ {scene.command}", *lines])


def _aligned(expected: list[str], seen: str, stage: Stage, mark: str) -> list[str]:
    """Give the lines that were seen, each in the words of the play where one of its lines fits it."""
    patterns = [line for line in expected if line.strip() not in {"", "…"}]
    return [
        next((mark + line.rstrip() for line in patterns if fits([line], seen_line, stage.folder)), mark + seen_line)
        for seen_line in _lines(seen.replace(str(stage.folder), "HERE"), "")
    ]


def _lines(text: str, mark: str) -> list[str]:
    """Give the lines of a text without what `fits` is blind to: spaces at their ends and empty lines after the last."""
    text = text.rstrip()
    return [mark + line.rstrip() for line in text.split("\n")] if text else []
