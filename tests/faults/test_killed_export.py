"""A command that is killed while it writes a file for the user leaves nothing of what it was writing."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.stage import Stage
from wkc.errors.terminal import OutputExists, OutputUnwritable
from wkc.procedures.io import drafts, output_file

CONTENT = b"geslachtsnaam: Stapper"


@pytest.fixture(params=["unnamed", "named"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The two kinds of file system: those that have files without a name, and those that do not."""
    if request.param == "named":
        monkeypatch.setattr(output_file, "_open_unnamed", lambda _folder: None)
    return str(request.param)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def killed(work: Callable[[], object]) -> None:
    """Do work in a child that kills itself in the midst of it."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1])


def kill_myself() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def write(folder: Path, before: Callable[[], None] = lambda: None, *, force: bool = False) -> None:
    output_file.write(folder / "copy.json", CONTENT, before, state=folder.parent / "state", force=force)


def kept(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_file_is_there_whole_and_for_the_account_alone(folder: Path, way: str) -> None:
    write(folder)
    assert kept(folder) == {"copy.json": CONTENT}, way
    assert (folder / "copy.json").stat().st_mode & 0o777 == 0o600
    assert list((folder.parent / "state").glob("*")) == []


@pytest.mark.parametrize("force", [False, True])
def test_a_command_killed_before_the_file_shows_leaves_nothing_that_the_next_does_not_remove(
    folder: Path, way: str, *, force: bool
) -> None:
    killed(lambda: write(folder, kill_myself, force=force))
    if way == "unnamed":
        assert kept(folder) == {}
    else:
        assert list(kept(folder).values()) == [CONTENT]
    drafts.remove_leftovers(folder.parent / "state")
    assert kept(folder) == {}


def test_a_command_killed_while_it_replaces_a_file_leaves_the_old_or_the_new(
    folder: Path, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "copy.json").write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", lambda _draft, _path: kill_myself())
    killed(lambda: write(folder, force=True))
    monkeypatch.undo()
    assert len(kept(folder)) == 2, way
    assert drafts.remove_leftovers(folder.parent / "state") == (1, ())
    assert kept(folder) == {"copy.json": b"old"}


def test_a_draft_of_a_command_that_still_writes_is_left_alone(folder: Path) -> None:
    with drafts.record_draft(folder.parent / "state", folder) as draft:
        draft.write_bytes(CONTENT)
        assert drafts.remove_leftovers(folder.parent / "state") == (0, ())
        assert draft.exists()
    assert kept(folder) == {}


def test_a_draft_on_a_medium_that_is_away_is_remembered(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output_file, "_open_unnamed", lambda _folder: None)
    killed(lambda: write(folder, kill_myself))
    (draft,) = folder.iterdir()
    away = folder.rename(folder.parent / "away")
    assert drafts.remove_leftovers(folder.parent / "state") == (0, (draft,))
    away.rename(folder)
    assert drafts.remove_leftovers(folder.parent / "state") == (1, ())
    assert kept(folder) == {}


@pytest.mark.parametrize("said", [b"", b"copy.json", b"/etc/passwd", b"\xff/.wkc-0"])
def test_a_record_that_names_no_draft_removes_nothing(folder: Path, said: bytes) -> None:
    state = folder.parent / "state"
    state.mkdir()
    (folder / "copy.json").write_bytes(CONTENT)
    (state / "draft-.wkc-00").write_bytes(said)
    assert drafts.remove_leftovers(state) == (0, ())
    assert kept(folder) == {"copy.json": CONTENT}
    assert list(state.iterdir()) == []


def test_a_file_that_came_meanwhile_is_not_overwritten(folder: Path, way: str) -> None:
    def another() -> None:
        (folder / "copy.json").write_bytes(b"other")

    with pytest.raises(OutputExists):
        write(folder, another)
    assert kept(folder) == {"copy.json": b"other"}, way


def test_a_disk_that_refuses_leaves_nothing(folder: Path, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_opened: int, _mode: int) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(os, "fchmod", full)
    with pytest.raises(OutputUnwritable):
        write(folder)
    assert kept(folder) == {}, way
    assert list((folder.parent / "state").glob("*")) == []


def test_the_next_command_says_what_it_removed_and_the_doctor_what_it_could_not(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, state = stage.folder / "out", stage.folder / "state"
    folder.mkdir()
    monkeypatch.setattr(output_file, "_open_unnamed", lambda _folder: None)
    for _ in range(2):
        killed(lambda: output_file.write(folder / "c", CONTENT, kill_myself, state=state, force=False))
    ran = stage.must("whoami")
    assert "2 files of commands that were cut short held what they were writing; they are removed now." in ran.err
    assert kept(folder) == {}
    killed(lambda: output_file.write(folder / "c", CONTENT, kill_myself, state=state, force=False))
    folder.rename(stage.folder / "away")
    findings = {one["check"]: one for one in stage.wkc("--json", "doctor").data["findings"]}
    assert findings["drafts"]["health"] == "due"
    assert findings["drafts"]["facts"]["paths"].startswith(f"{folder}/.wkc-")


def test_a_real_export_killed_at_any_moment_leaves_the_copy_or_nothing(stage: Stage) -> None:
    """The installed program, killed as soon as its line is in the log: the file is whole, or there is none."""
    order = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
    stage.must("client", "register", *order, "--from", "-", stdin='{"geslachtsnaam": "Berg"}')
    folder = stage.folder / "out"
    folder.mkdir()
    environ = {"WKC_HOME": str(stage.home), "WKC_USER": "anna", "WKC_PASSWORD_FILE": str(stage.password_file)}
    environ |= {"XDG_STATE_HOME": str(stage.folder / "xdg"), "LC_ALL": "C", "PATH": os.environ["PATH"]}
    words = ("--json", "inzage", "export", "berg", "--format", "json", "--output", str(folder / "copy.json"), "--force")
    for wait in (0.35, 0.5, 0.65, 0.8):
        run = subprocess.Popen(
            [sys.executable, "-m", "wkc", *words], env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            run.wait(wait)
        except subprocess.TimeoutExpired:
            run.kill()
            run.wait()
    done = subprocess.run([sys.executable, "-m", "wkc", *words], env=environ, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert sorted(kept(folder)) == ["copy.json"]
