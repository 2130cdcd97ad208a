"""Killed, or out of disk, at each numbered step: before or after, never between."""

import errno
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import steps
from tests.vault.conftest import CHEAP, PASSWORD, Vault, make_vault, rewrap
from wkc.errors.families import NotSignedIn
from wkc.errors.vault import DiskFull, NoRegister
from wkc.vault.database import init as founding
from wkc.vault.database.register import open_shared
from wkc.vault.files import failpoints
from wkc.vault.files.atomic import atomic_write
from wkc.vault.files.home import Home
from wkc.vault.keys import keyring
from wkc.vault.keys.identity import Identity, unlock

pytestmark = pytest.mark.usefixtures("same_codes")
NEW = "een nieuw wachtwoord"
COMMITTED = steps.REPLACING[steps.REPLACING.index("renamed") :]
COPYING = [step for step in steps.REPLACING if step.startswith("copy ")]


def killed_at(where: str, work: Callable[[], object]) -> None:
    """Do the work in a child that kills itself at a step."""

    def reached(step: str) -> None:
        if step == where:
            os.kill(os.getpid(), signal.SIGKILL)

    child = os.fork()
    if child == 0:
        try:
            failpoints.failpoint = reached
            work()
        finally:
            os._exit(0)
    _pid, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL


def full_at(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def reached(found: str) -> None:
        if found == step:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(failpoints, "failpoint", reached)


def opens(home: Home, identity: Identity) -> bool:
    with open_shared(home, identity) as register:
        return bool(tuple(register.connection.execute("SELECT count(*) FROM client").fetchone()) == (1,))


def test_every_step_is_passed_in_the_order_that_it_is_listed(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    passed: list[str] = []
    monkeypatch.setattr(failpoints, "failpoint", passed.append)
    make_vault(home.path)
    assert passed == list(steps.FOUNDING)


@pytest.mark.parametrize("step", steps.FOUNDING)
def test_an_init_killed_at_any_step_left_no_vault_or_a_whole_one(home: Home, step: str) -> None:
    killed_at(step, lambda: make_vault(home.path))
    if step in COMMITTED:
        home.check()
        assert opens(home, unlock(keyring.read(home), "anna", PASSWORD))
    else:
        with pytest.raises(NoRegister):
            home.check()
        assert opens(home, make_vault(home.path).anna)


@pytest.mark.parametrize("step", [step for step in steps.FOUNDING if step not in COPYING])
def test_an_init_on_a_disk_that_fills_up_says_so_and_leaves_no_vault(
    home: Home, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    full_at(step, monkeypatch)
    with pytest.raises(DiskFull):
        make_vault(home.path)
    assert {path.name for path in home.path.iterdir()} == {"lock"}


@pytest.mark.parametrize("step", steps.REPLACING)
def test_a_password_change_killed_at_any_step_left_one_password_that_works(vault: Vault, step: str) -> None:
    anna = vault.anna
    killed_at(step, lambda: rewrap(vault.home, anna, NEW, CHEAP))
    works, fails = (NEW, PASSWORD) if step in COMMITTED else (PASSWORD, NEW)
    assert opens(vault.home, unlock(vault.ring, "anna", works))
    with pytest.raises(NotSignedIn):
        unlock(vault.ring, "anna", fails)


@pytest.mark.parametrize("step", COPYING)
def test_an_init_stands_though_its_copy_cannot_be_written(
    home: Home, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    full_at(step, monkeypatch)
    made = make_vault(home.path)
    assert opens(home, made.anna)
    assert {path.name for path in home.path.iterdir()} == {"keyring.json", "register-1.db", "lock"}


@pytest.mark.parametrize("step", ["register named", "renamed"])
def test_an_init_killed_while_it_clears_what_it_made_can_be_made_again(
    home: Home, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    clear = founding._clear
    cleared: list[Home] = []

    def cleared_once(there: Home) -> None:
        if cleared:
            os.kill(os.getpid(), signal.SIGKILL)
        cleared.append(there)
        clear(there)

    full_at(step, monkeypatch)
    monkeypatch.setattr(founding, "_clear", cleared_once)
    child = os.fork()
    if child == 0:
        try:
            make_vault(home.path)
        finally:
            os._exit(0)
    monkeypatch.undo()
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    assert {path.name for path in home.path.iterdir()} == {"keyring.json.first", "register-1.db", "lock"}
    with pytest.raises(NoRegister):
        home.check()
    assert opens(home, make_vault(home.path).anna)


@pytest.mark.parametrize("step", COPYING)
def test_a_password_change_whose_copy_cannot_be_written_is_done_and_leaves_no_stale_copy(
    vault: Vault, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    anna = vault.anna
    full_at(step, monkeypatch)
    rewrap(vault.home, anna, NEW, CHEAP)
    assert opens(vault.home, unlock(vault.ring, "anna", NEW))
    assert not vault.home.keyring_copy.exists()


@pytest.mark.parametrize("step", [step for step in steps.REPLACING if step not in COPYING])
def test_a_password_change_on_a_full_disk_says_so_and_leaves_one_that_works(
    vault: Vault, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    anna = vault.anna
    full_at(step, monkeypatch)
    with pytest.raises(DiskFull):
        rewrap(vault.home, anna, NEW, CHEAP)
    assert opens(vault.home, unlock(vault.ring, "anna", NEW if step in COMMITTED else PASSWORD))


def test_a_password_change_cut_short_can_be_repeated(vault: Vault) -> None:
    anna = vault.anna
    killed_at("copy written", lambda: rewrap(vault.home, anna, NEW, CHEAP))
    rewrap(vault.home, anna, NEW, CHEAP)
    assert {path.name for path in vault.home.path.iterdir()} == {
        "keyring.json",
        "keyring.json.copy",
        "register-1.db",
        "lock",
    }


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS])
def test_every_way_that_a_disk_refuses_is_said_in_our_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def reached(_step: str) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(failpoints, "failpoint", reached)
    with pytest.raises(DiskFull):
        atomic_write(tmp_path / "file", tmp_path / "copy", b"content")
    assert list(tmp_path.iterdir()) == []


def test_a_file_and_its_copy_are_written_closed_to_others(tmp_path: Path) -> None:
    atomic_write(tmp_path / "file", tmp_path / "copy", b"content")
    for name in ("file", "copy"):
        assert (tmp_path / name).read_bytes() == b"content"
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600


def test_a_link_laid_in_the_place_of_the_new_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "target").write_bytes(b"theirs")
    (tmp_path / "file.new").symlink_to(tmp_path / "target")
    atomic_write(tmp_path / "file", tmp_path / "copy", b"content")
    assert (tmp_path / "target").read_bytes() == b"theirs"


def test_a_stale_copy_is_never_preferred_to_a_sound_keyring(vault: Vault) -> None:
    anna = vault.anna
    killed_at("copy opened", lambda: rewrap(vault.home, anna, NEW, CHEAP))
    assert vault.home.keyring_copy.read_bytes() != vault.home.keyring.read_bytes()
    assert unlock(vault.ring, "anna", NEW)
    vault.home.keyring.write_bytes(b"")
    assert opens(vault.home, unlock(vault.ring, "anna", PASSWORD))
