"""Each frozen vault as it was, brought up to date, and with a backup: prepared once in each worker."""

import functools
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.frozen.thaw import FROZEN, secrets, session, thaw
from tests.prepared import copy_prepared
from tests.put_back import KeptStage
from tests.stage import Stage
from wkc.vault.database.register import open_alone
from wkc.vault.files.home import Home


@pytest.fixture(params=FROZEN)
def number(request: pytest.FixtureRequest) -> int:
    found: int = request.param
    return found


@pytest.fixture(scope="session")
def thawed_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Stage]:
    """Give the stage that `thawed` copies: its files are all of one moment."""
    return functools.cache(lambda number: thaw(number, tmp_path_factory.mktemp(f"thawed-{number}-")))


@pytest.fixture
def thawed(number: int, thawed_once: Callable[[int], Stage], tmp_path: Path) -> Stage:
    """The frozen vault of one number, which no command has brought up to date."""
    return copy_prepared(thawed_once(number), tmp_path)


@pytest.fixture(scope="session")
def upgraded(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Stage]:
    """Give the stage that `current` copies."""

    @functools.cache
    def upgrade(number: int) -> Stage:
        stage = thaw(number, tmp_path_factory.mktemp(f"upgraded-{number}-"))
        stage.must("whoami")
        return stage

    return upgrade


@pytest.fixture
def current(number: int, upgraded: Callable[[int], Stage], tmp_path: Path) -> Stage:
    """The frozen vault of one number, which a beheerder has brought up to date."""
    return copy_prepared(upgraded(number), tmp_path)


def set_backups(stage: Stage) -> Stage:
    """Give a register of an older wkc a folder for backups."""
    backups = stage.folder / "backups"
    backups.mkdir()
    with open_alone(Home(stage.home), session(stage, "anna", secrets(1)["password"]).identity) as register:
        register.connection.execute("INSERT INTO setting VALUES ('backup.folder', ?)", (str(backups),))
    return stage


@pytest.fixture
def older(thawed: Stage) -> Stage:
    """The frozen vault of one number with a folder for backups, which no command has brought up to date."""
    return set_backups(thawed)


@pytest.fixture(scope="session")
def kept_backups(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], KeptStage]:
    """Give the stage that `backed_up` puts back."""

    @functools.cache
    def back_up(number: int) -> KeptStage:
        stage = set_backups(thaw(number, tmp_path_factory.mktemp(f"backed-up-{number}-")))
        stage.must("whoami")
        return KeptStage(stage)

    return back_up


@pytest.fixture
def backed_up(number: int, kept_backups: Callable[[int], KeptStage]) -> Stage:
    """The frozen vault of one number, which a beheerder has brought up to date: that made a backup first."""
    return kept_backups(number).put_back()
