"""The whole program, as plays: each file under `plays/` is one."""

from pathlib import Path

import pytest

from tests.stage import Stage
from tests.transcripts.play import PLAYS, Scene, fits, opening, read, set_stage


@pytest.mark.parametrize("path", sorted(PLAYS.glob("*.play")), ids=lambda path: path.stem)
def test_play(path: Path, tmp_path: Path, original: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage = opening(tmp_path, path, original)
    monkeypatch.chdir(tmp_path)
    last = ""
    for step in read(path.read_text(encoding="utf-8")):
        if not isinstance(step, Scene):
            last = set_stage(stage, step, last)
            continue
        ran = step.run(stage)
        seen = f"$ {step.command}\n{ran.out}{ran.err}= {ran.code}"
        assert ran.code == step.code, seen
        assert fits(step.out, ran.out, stage.folder), seen
        assert fits(step.err, ran.err, stage.folder), seen


def test_a_play_that_says_something_else_is_noticed(stage: Stage) -> None:
    assert fits(["a … c"], "a b c\n", stage.folder)
    assert not fits(["a … d"], "a b c\n", stage.folder)
    assert not fits(["a"], "a\nb\n", stage.folder)
