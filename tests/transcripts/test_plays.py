"""Plays as tests: a difference is noticed, hides no other, and one scene can be run by its id."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.stage import Ran, Stage
from tests.transcripts.performance import Performance, difference
from tests.transcripts.play import PLAYS, Scene, fits, read

PLAY = """\
$ wkc party add "Bakkerij" --kind werkgever
Something else than the program says.

@ user nobody
$ wkc client fields --nonsense
? Password: => never asked for

@ user anna
$ wkc party list
name … kind
Bakkerij … employer
Gemeente Alkmaar … opdrachtgever
"""


@pytest.fixture
def folder_of_plays(tmp_path: Path) -> Path:
    """A folder with one play, of which the first scene fits nothing and the second asks nothing."""
    hook = "from tests.transcripts.conftest import pytest_collect_file\n"
    (tmp_path / "conftest.py").write_text(hook, encoding="utf-8")
    play = PLAY.replace("Gemeente Alkmaar … opdrachtgever\n", "")
    (tmp_path / "shop.play").write_text(play, encoding="utf-8")
    return tmp_path


def run_pytest(folder: Path, *ids: str) -> subprocess.CompletedProcess[str]:
    """Run pytest in a process of its own, without workers."""
    top = Path(__file__).parents[2]
    options = ("-q", "-p", "no:cacheprovider", "--import-mode=importlib", "-o", f"pythonpath={top}", "-o", "addopts=")
    command = [sys.executable, "-m", "pytest", *options, f"--rootdir={folder}", *ids]
    environ = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    return subprocess.run(command, cwd=folder, env=environ, capture_output=True, text=True, check=False)


def test_a_play_that_says_something_else_is_noticed(stage: Stage) -> None:
    assert fits(["a … c"], "a b c\n", stage.folder)
    assert not fits(["a … d"], "a b c\n", stage.folder)
    assert not fits(["a"], "a\nb\n", stage.folder)


def test_a_difference_is_noticed_in_the_output_the_errors_and_the_exit_code(stage: Stage) -> None:
    scene = Scene("wkc whoami", 7, out=["a … c"], err=["wkc: d"], code=3)
    assert difference(scene, Ran(3, "a b c\n", "wkc: d\n"), stage) == ""
    assert difference(scene, Ran(3, "a b b\n", "wkc: d\n"), stage).splitlines() == [
        "line 7: $ wkc whoami",
        "--- the play",
        "+++ the program",
        "@@ -1,3 +1,3 @@",
        "-a … c",
        "+a b b",
        " ! wkc: d",
        " = 3",
    ]
    assert "+! wkc: e" in difference(scene, Ran(3, "a b c\n", "wkc: e\n"), stage)
    assert "+= 4" in difference(scene, Ran(4, "a b c\n", "wkc: d\n"), stage)


def test_a_scene_that_fails_keeps_no_later_one_from_its_turn(stage: Stage) -> None:
    steps = read(PLAY)
    first, second, third = (step for step in steps if isinstance(step, Scene))
    performance = Performance(steps, stage)
    ran = performance.result(3)
    assert difference(third, ran, stage) == ""
    assert "+Bakkerij is on file as employer." in difference(first, performance.result(1), stage)
    with pytest.raises(AssertionError, match="not everything was asked for"):
        performance.result(2)
    assert performance.result(3) is ran
    assert second.line == 5


def test_each_scene_of_a_play_is_a_test_with_an_id(folder_of_plays: Path) -> None:
    done = run_pytest(folder_of_plays)
    assert done.returncode == 1, done.stdout + done.stderr
    assert [line.split()[1] for line in done.stdout.splitlines() if line.startswith("FAILED")] == [
        "shop.play::01-party-add",
        "shop.play::02-client-fields",
    ]
    assert "2 failed, 1 passed" in done.stdout
    assert "shop.play, line 1: $ wkc party add" in done.stdout


def test_one_scene_runs_by_its_id_after_the_scenes_before_it(folder_of_plays: Path) -> None:
    done = run_pytest(folder_of_plays, "shop.play::03-party-list")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 passed" in done.stdout


def test_no_play_is_without_a_scene() -> None:
    plays = sorted(PLAYS.glob("*.play"))
    assert plays
    for path in plays:
        assert any(isinstance(step, Scene) for step in read(path.read_text(encoding="utf-8"))), path
