"""A file that a user names and that never ends, or is no file, stops no command and fills no memory."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

import pytest

from tests.stage import PASSWORD, Ran, Stage
from wkc.procedures.io import input_file

PATIENCE = 5
COMMANDS = (
    ("client", "import", "F", "--opdrachtgever", "gemeente", "--assignment", "A2"),
    ("client", "register", "--opdrachtgever", "gemeente", "--assignment", "A2", "--from", "F"),
    ("--break-glass-file", "F", "client", "show", "2026-1"),
    ("--password-file", "F", "whoami"),
    ("passwd", "--new-password-file", "F"),
    ("recover", "--code-file", "F"),
    ("disclosure", "log", "2026-1", "--from", "F"),
    ("party", "person", "add", "gemeente", "--from", "F"),
    ("request", "receive", "2026-1", "--kind", "inzage", "--mandate", "F"),
    ("backup", "restore", "F"),
)
"""Each kind of command that reads a file which the user names."""
NO_FILES: dict[str, Callable[[Path], None]] = {
    "a pipe": os.mkfifo,
    "a device without an end": lambda path: path.symlink_to("/dev/zero"),
    "a folder": lambda path: path.mkdir(),
    "a socket of a terminal": lambda path: path.symlink_to("/dev/ptmx"),
}


@pytest.fixture
def office(stage: Stage) -> Stage:
    order = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
    stage.must("client", "register", *order, "--from", "-", stdin='{"geslachtsnaam": "Berg"}')
    return stage


@pytest.fixture(autouse=True)
def _in_time() -> Iterator[None]:
    """End a command that hangs: the test fails then."""

    def hangs(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError("the command hangs")

    before = signal.signal(signal.SIGALRM, hangs)
    signal.alarm(PATIENCE)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def run(office: Stage, words: tuple[str, ...], path: Path) -> Ran:
    return office.wkc("--json", "--yes", *(str(path) if word == "F" else word for word in words))


@pytest.mark.parametrize("kind", NO_FILES)
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_what_is_no_file_is_refused_at_once(office: Stage, words: tuple[str, ...], kind: str) -> None:
    NO_FILES[kind](office.folder / "it")
    ran = run(office, words, office.folder / "it")
    assert ran.error["name"] in {"file_unreadable", "backup_damaged", "backup_unknown"}, ran.err


@pytest.mark.parametrize("words", COMMANDS[2:9], ids=" ".join)
def test_a_file_that_is_larger_than_its_use_needs_is_refused(office: Stage, words: tuple[str, ...]) -> None:
    with (office.folder / "large").open("wb") as file:
        file.truncate(input_file.TEXT + 1)
    assert run(office, words, office.folder / "large").error["name"] == "file_too_large"


def test_so_is_a_list_that_nobody_can_mean(office: Stage) -> None:
    with (office.folder / "large").open("wb") as file:
        file.truncate(input_file.LIST + 1)
    assert run(office, COMMANDS[0], office.folder / "large").error["name"] == "file_too_large"


def test_and_text_on_stdin_that_does_not_end(office: Stage) -> None:
    words = ("request", "receive", "2026-1", "--kind", "inzage", "--mandate", "-")
    ran = office.wkc("--json", *words, stdin=b" " * (input_file.TEXT + 1))
    assert ran.error["name"] == "file_too_large"


def test_a_pipe_that_the_shell_opened_is_read(office: Stage) -> None:
    reading, writing = os.pipe()
    os.write(writing, b'{"geslachtsnaam": "Dijk"}')
    os.close(writing)
    assert run(office, COMMANDS[1], Path(f"/dev/fd/{reading}")).code == 0
    os.close(reading)


@pytest.mark.parametrize("kind", ["a pipe", "a device without an end"])
def test_in_the_one_folder_of_a_shell_it_is_the_same(office: Stage, kind: str) -> None:
    folder = office.folder / "files"
    folder.mkdir()
    NO_FILES[kind](folder / "it")
    importing = "client import it --opdrachtgever gemeente --assignment A2"
    typed = (("Password", PASSWORD), ("anna> ", importing), ("anna> ", "exit"))
    assert "The file it cannot be read." in office.wkc("shell", "--files", str(folder), typed=typed).err


def test_in_the_one_folder_a_backup_goes_to_a_folder_that_is_there_and_to_no_other(office: Stage) -> None:
    folder = office.folder / "files"
    (folder / "kopie").mkdir(parents=True)
    (folder / "link").symlink_to(office.folder)
    answers = [("Password", PASSWORD)]
    answers += [("anna> ", f"backup create --to {named}") for named in ("..", "link", "nergens", "kopie")]
    ran = office.wkc("shell", "--files", str(folder), typed=[*answers, ("anna> ", "exit")])
    assert ran.err.count("Here files have a plain name") == 2
    assert f"{folder / 'nergens'} is not there." in ran.err
    assert [path.parent for path in folder.rglob("manifest.json")] == [*(folder / "kopie").iterdir()]


@pytest.mark.parametrize("named", ["/elders", "../elders", "link", ".verborgen"])
def test_from_the_one_folder_the_backups_are_not_led_elsewhere(office: Stage, named: str) -> None:
    folder = office.folder / "files"
    (folder / "kopie").mkdir(parents=True)
    (folder / "link").symlink_to(office.folder)
    setting = "settings set backup.folder "
    typed = [("Password", PASSWORD), ("anna> ", setting + named), ("anna> ", setting + "kopie"), ("anna> ", "exit")]
    ran = office.wkc("shell", "--files", str(folder), typed=typed)
    assert "Here files have a plain name" in ran.err
    known = {one["name"]: one["value"] for one in office.json("settings", "show")}
    assert known["backup.folder"] == str(folder / "kopie")
