"""What the disk holds at each step of a command: the octets that a kill there leaves, of one run for all steps."""

import hashlib
import inspect
import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from tests.prepared import empty, list_files
from tests.stage import LAST, WORKED_IN, Stage
from wkc.vault.files import failpoints

T = TypeVar("T")

_LEFT: dict[tuple[object, ...], dict[str, Path]] = {}
"""The folders of what each step left, by all that the work depends on."""


def leave_killed(
    stage: Stage, work: Callable[..., object], steps: Sequence[str], step: str, *words: str, typesets: bool = False
) -> None:
    """Leave what a kill leaves where a step of the work is reached first: the work is done once, in a child.

    Nothing of the child's memory is left, as nothing is of a process that is killed. Where a test of another step
    began with the same files, user and moment, what that kept is put in the place of these files. The work takes the
    stage and the words. What is kept stands beside the folder of the stage, and must outlive the test.
    With `typesets` the work is done in this process: a fork has none of the threads of what sets letters.
    """
    assert inspect.unwrap(work).__closure__ is None, "the work depends on more than the stage and the words"
    who = replace(stage, folder=Path(), credentials=stage.credentials and Path(stage.credentials.name))
    named = (work.__module__, work.__qualname__)
    key = (*named, *steps, words, repr(who), LAST.get(stage.folder), *list_files(stage.folder))
    if key not in _LEFT:
        _LEFT[key] = _keep_each_step(stage, lambda: work(stage, *words), steps, here=typesets)
    empty(stage.folder)
    shutil.copytree(_LEFT[key][step], stage.folder, dirs_exist_ok=True)


def _keep_each_step(stage: Stage, work: Callable[[], object], steps: Sequence[str], *, here: bool) -> dict[str, Path]:
    folders = {step: Path(tempfile.mkdtemp(dir=stage.folder.parent)) for step in steps}
    waiting = dict(folders)

    def reached(step: str) -> None:
        if step in waiting:
            shutil.copytree(stage.folder, waiting.pop(step), dirs_exist_ok=True)

    def keep() -> None:
        failpoint, failpoints.failpoint = failpoints.failpoint, reached
        try:
            work()
        finally:
            failpoints.failpoint = failpoint
        assert not waiting, "the work passed by a step"

    WORKED_IN.add(stage.folder)
    if here:
        keep()
    else:
        _do_in_child(keep)
    return folders


def _do_in_child(work: Callable[[], object]) -> None:
    child = os.fork()
    if child == 0:
        ended = 1
        try:
            work()
            ended = 0
        finally:
            os._exit(ended)
    _pid, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0, "the work failed, or passed by a step"


_LOOKED: dict[tuple[str, str], Any] = {}
"""What the looks gave that found all in order, by the digest of what the disk held."""


def look_once(stage: Stage, look: Callable[[Stage], T]) -> T:
    """Have a look at what the disk holds; once in each worker where the same octets are left again and again."""
    looked = (f"{look.__module__}.{look.__qualname__}", _digest(stage.folder))
    if looked not in _LOOKED:
        _LOOKED[looked] = look(stage)
    given: T = _LOOKED[looked]
    return given


def _digest(folder: Path) -> str:
    """Digest the name and the mode of all that is below a folder, and the octets of each file."""
    digested = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        content = path.read_bytes() if path.is_file() else b""
        named = f"{path.relative_to(folder)} {path.lstat().st_mode} {len(content)} "
        digested.update(named.encode() + content)
    return digested.hexdigest()
