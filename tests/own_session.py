"""Work in a process that leads a session of its own, as a terminal's shell does, wherever the tests run."""

import os
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


def in_a_session_of_its_own(work: Callable[[], object]) -> None:
    """Do work in a child that leads its own session; what fails there fails here."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.close(reading)
            os.setsid()
            work()
            code = 0
        except BaseException:  # noqa: BLE001  (the parent fails with it)
            os.write(writing, traceback.format_exc().encode())
        finally:
            os._exit(code)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        said = told.read().decode()
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0, said


@contextmanager
def short_folder() -> Iterator[Path]:
    """Give a folder whose path leaves room for the name of a socket, which pytest's own may not."""
    with tempfile.TemporaryDirectory(dir="/tmp", prefix="w") as folder:
        yield Path(folder) / "wkc"
