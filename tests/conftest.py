"""Fixtures: an empty stage, and one with a register on it, copied for each test; how workers share the tests."""

import functools
import gc
import itertools
import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.stage import Stage
from wkc import i18n
from wkc.__main__ import COLLECTOR_THRESHOLD
from wkc.vault.keys import password

MEMORY = Path("/dev/shm")  # noqa: S108  (where Linux has a file system in memory; pytest makes its own folder in it)
ROOM = 3 * 2**30

if "TMPDIR" not in os.environ and MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM:
    # Each command waits for the disk several times, and a disk that others use makes a test ten times as slow.
    os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)

# An installed program is compiled once; its tests start it hundreds of times.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# How long a draw or an example takes says how busy the machine is, and nothing of the program.
settings.register_profile("any machine", suppress_health_check=[HealthCheck.too_slow], deadline=None)
settings.load_profile("any machine")

WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")
"""The name of this worker, which ends in its number; empty where there are none."""
ODD = tuple("13579")

FIRST = (
    "tests/faults/test_killed.py",
    "tests/faults/test_rotation.py",
    "tests/faults/test_correcting_killed.py",
    "tests/faults/test_destroying_killed.py",
    "tests/faults/test_designated.py",
    "tests/vault/test_crash.py",
    "tests/test_each_step.py",
    "tests/faults/test_machine.py",
    "tests/transcripts/test_keystrokes.py",
    "tests/faults/test_model.py",
)
"""The beginnings of the ids of tests that go first: those that fork, while their worker has little memory that the fork
takes along, and a few that take so long that another worker would wait for them at the end."""


def pytest_sessionstart() -> None:
    """Give every machine one language and one time zone, and run Argon2id once for each password and cost.

    Half the time of a command would go to deriving a key that another command derived: a repetition gives the same
    octets, and the wraps of a session have two salts in turn, but for the tests of salts. Processes that a test starts
    derive anew.
    """
    os.environ.update(LC_ALL="C", TZ="UTC")
    time.tzset()
    gc.set_threshold(COLLECTOR_THRESHOLD)
    password.derive = functools.cache(password.derive)
    salts = itertools.cycle([password.make_salt(), password.make_salt()])
    password.make_salt = functools.wraps(password.make_salt)(lambda: next(salts))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Have every other worker read the files from the last to the first: what one compiled the others need not."""
    report = yield
    if isinstance(collector, pytest.Directory) and WORKER[-1:] in ODD:
        report.result = list(reversed(report.result or ()))
    return report


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests of FIRST first, and then the units with most tests: the last are small, so that no worker waits."""
    from tests.sharing import work_unit

    if WORKER:
        items.sort(key=lambda item: item.path.parts)
    sizes = Counter(work_unit(item.nodeid) for item in items)

    def place(item: pytest.Item) -> tuple[int, int]:
        rank = next((n for n, start in enumerate(FIRST) if item.nodeid.startswith(start)), len(FIRST))
        return rank, -sizes[work_unit(item.nodeid)] if WORKER else 0

    items.sort(key=place)


def pytest_collection_finish() -> None:
    """Take what is collected out of the rounds of the collector of cycles: thousands of items stay to the end."""
    gc.collect()
    gc.freeze()


def pytest_runtest_setup() -> None:
    """Begin each test in English, whichever language the test before it ended in."""
    i18n.use({})


@pytest.fixture
def bare(tmp_path: Path) -> Stage:
    """A machine without a register."""
    tmp_path.chmod(0o700)
    return Stage(tmp_path)


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """A register as `init` makes it."""
    folder = tmp_path_factory.mktemp("original")
    folder.chmod(0o700)
    return Stage(folder).founded()


@pytest.fixture(scope="session")
def with_party(original: Stage, tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """The register that `stage` copies."""
    made = copy_stage(original, tmp_path_factory.mktemp("with-party"))
    made.must("party", "add", "Gemeente Alkmaar", "--kind", "opdrachtgever")
    return made


@pytest.fixture
def stage(with_party: Stage, tmp_path: Path) -> Stage:
    """A machine with a register, its beheerder anna and the opdrachtgever Gemeente Alkmaar."""
    return copy_stage(with_party, tmp_path)


def copy_stage(stage: Stage, folder: Path) -> Stage:
    """Copy a stage into an empty folder, its clock as it is."""
    shutil.copytree(stage.folder, folder, dirs_exist_ok=True)
    folder.chmod(0o700)
    return Stage(folder, now=stage.now)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Share the files and plays out, in the order in which the workers have them."""
    from tests.sharing import Sharing

    config.option.loadscopereorder = False
    return Sharing(config, log)


@pytest.hookimpl(wrapper=True)
def pytest_report_to_serializable(report: object) -> Generator[None, Any, Any]:
    """Send no keywords with what passed: nobody reads them, and there are three reports of each test."""
    data = yield
    if isinstance(report, pytest.TestReport) and report.passed:
        data["keywords"] = {}
    return data
