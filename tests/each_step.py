"""What the disk holds at each step of a command: the octets that a kill there leaves, of one run for all steps."""

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.prepared import copy_prepared, stage_in
from tests.stage import WORKED_IN, Stage
from wkc.vault.files import failpoints


def keep_each_step(stage: Stage, work: Callable[[Stage], object], steps: Iterable[str]) -> dict[str, Stage]:
    """Do the work on a copy of a stage, in a child; give the stage as it is on the disk when a step is reached first.

    Nothing of the child's memory is in it, as nothing is left of that of a process that is killed.
    """

    def make_folder() -> Path:
        return Path(tempfile.mkdtemp(dir=stage.folder.parent))

    whole = copy_prepared(stage, make_folder())
    WORKED_IN.add(whole.folder)
    folders = {step: make_folder() for step in steps}
    waiting = dict(folders)

    def reached(step: str) -> None:
        if step in waiting:
            copy_prepared(whole, waiting.pop(step))

    child = os.fork()
    if child == 0:
        ended = 1
        try:
            failpoints.failpoint = reached
            work(whole)
            ended = 1 if waiting else 0
        finally:
            os._exit(ended)
    _pid, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0, "the work failed, or passed by a step"
    return {step: stage_in(folder, stage) for step, folder in folders.items()}


_LOOKED: set[tuple[str, str]] = set()
"""The looks that found all in order, each with the digest of what the disk held."""


def look_once(stage: Stage, look: Callable[[Stage], object]) -> None:
    """Have a look at what the disk holds; once in each worker where the same octets are left again and again."""
    looked = (f"{look.__module__}.{look.__qualname__}", _digest(stage.folder))
    if looked not in _LOOKED:
        look(stage)
        _LOOKED.add(looked)


def _digest(folder: Path) -> str:
    """Digest the name and the octets of each file below a folder."""
    digested = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            digested.update(f"{path.relative_to(folder)} {len(content)} ".encode() + content)
    return digested.hexdigest()
