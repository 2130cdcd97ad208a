"""What the tests of a file begin with: prepared once in each worker, and copied for each of them."""

import copy
import functools
import itertools
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import pytest

from tests.conftest import copy_stage
from tests.stage import LAST, START, WORKED_IN, Stage

P = ParamSpec("P")
T = TypeVar("T")

_NUMBERS = itertools.count(1)
_DONE: dict[tuple[object, ...], tuple[Stage, Any]] = {}
"""The stages that the latest steps left behind, with what the steps gave, by all that a step depends on."""
MOST = 40
"""The number of stages that are kept, of 2 MB each: more than the tests of a file begin with."""


def prepared(make: Callable[[Stage], Stage]) -> Any:
    """Make a fixture of a function that prepares a stage: it runs once for its file, each test gets a copy.

    What it writes into the register must not name the folder that it has, for the copy has another.
    """
    made: list[Stage] = []

    def copied(with_party: Stage, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Stage:
        if not made:
            made.append(make(copy_stage(with_party, tmp_path_factory.mktemp(make.__name__))))
        return copy_prepared(made[0], tmp_path)

    copied.__doc__ = make.__doc__
    return pytest.fixture(copied)


def copy_prepared(stage: Stage, folder: Path) -> Stage:
    """Copy a stage with who works there and when, into an empty folder."""
    shutil.copytree(stage.folder, folder, dirs_exist_ok=True)
    folder.chmod(0o700)
    return _in_folder(stage, folder)


def _in_folder(stage: Stage, folder: Path) -> Stage:
    """Give the stage of another folder that has the same files."""
    LAST[folder] = LAST.get(stage.folder, START)
    key = stage.credentials and folder / stage.credentials.relative_to(stage.folder)
    return replace(stage, folder=folder, environ=dict(stage.environ), credentials=key)


def once(step: Callable[Concatenate[Stage, P], T]) -> Callable[Concatenate[Stage, P], T]:
    """Make a step with which tests begin alike run once in each worker: each test gets a copy of what it left.

    A step is the same where all that it depends on is: the files, the user, the moment, and what else it is given.
    In a folder that a test has worked in itself it runs there, as it does with a path in that folder.
    What a step writes into the register, and what it gives, must not name its folder; and no test replaces a part of
    the program before it.
    """

    @functools.wraps(step)
    def run(stage: Stage, /, *args: P.args, **options: P.kwargs) -> T:
        said = repr((step.__module__, step.__qualname__, args, sorted(options.items())))
        if stage.folder in WORKED_IN or str(stage.folder) in said:
            return step(stage, *args, **options)
        who = replace(stage, folder=Path(), credentials=stage.credentials and Path(stage.credentials.name))
        key = (said, repr(who), LAST.get(stage.folder), *list_files(stage.folder))
        if key not in _DONE:
            folder = stage.folder.with_name(f"step-{next(_NUMBERS)}")
            beside = _move(stage, folder)
            _DONE[key] = beside, step(beside, *args, **options)
            if len(_DONE) > MOST:
                oldest, _answer = _DONE.pop(next(iter(_DONE)))
                shutil.rmtree(oldest.folder)
        left, answer = _DONE[key]
        empty(stage.folder)
        vars(stage).update(vars(copy_prepared(left, stage.folder)))
        own: T = copy.deepcopy(answer)
        return own

    return run


def list_files(folder: Path) -> Iterator[tuple[str, int, int]]:
    """List the files below a folder with their sizes and moments: a copy keeps these, and a write changes them."""
    for path in sorted(folder.rglob("*")):
        state = path.lstat()
        yield str(path.relative_to(folder)), *((0, 0) if path.is_dir() else (state.st_size, state.st_mtime_ns))


def _move(stage: Stage, folder: Path) -> Stage:
    """Move the files of a stage into a new folder."""
    folder.mkdir(mode=0o700)
    for path in stage.folder.iterdir():
        path.rename(folder / path.name)
    return _in_folder(stage, folder)


def empty(folder: Path) -> None:
    """Take away all that a folder holds."""
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
