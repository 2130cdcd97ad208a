import contextlib
import errno
import os
import socket
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.vault.conftest import CHEAP, PASSWORD, Vault
from wkc.errors.vault import (
    HomeIsLink,
    Inaccessible,
    NetworkFolder,
    NoRegister,
    NotAPlainFile,
    NotOwner,
    WrongPermissions,
)
from wkc.vault.database.init import create_vault
from wkc.vault.database.register import open_file, open_shared
from wkc.vault.files import network
from wkc.vault.files.home import Home, private_umask
from wkc.vault.files.network import find_network_kind
from wkc.vault.files.sqlite_errors import disk
from wkc.vault.journals import failed_sign_ins
from wkc.vault.keys import keyring


def mounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    table = tmp_path / "mounts"
    table.write_text("".join(f"{line}\n" for line in lines))
    monkeypatch.setattr(network, "MOUNTS", table)


def test_a_sound_home_passes(vault: Vault) -> None:
    vault.home.check()


def test_a_folder_that_is_not_there_has_no_register(home: Home) -> None:
    with pytest.raises(NoRegister):
        home.check()


def test_an_empty_folder_has_no_register(home: Home) -> None:
    home.path.mkdir(mode=0o700)
    with pytest.raises(NoRegister):
        home.check()


def test_a_link_to_a_home_is_refused(vault: Vault, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(vault.home.path)
    with pytest.raises(HomeIsLink):
        Home(link).check()


def test_a_register_that_is_a_link_is_refused(vault: Vault, tmp_path: Path) -> None:
    register = vault.home.register(1)
    register.rename(tmp_path / "elsewhere.db")
    register.symlink_to(tmp_path / "elsewhere.db")
    with pytest.raises(NotAPlainFile):
        vault.home.check()


FILES = ["keyring.json", "keyring.json.copy", "register-1.db", "register-1.db-wal", "lock", "signins.jsonl"]


def put_link(path: Path) -> None:
    path.symlink_to("/dev/zero")


def put_dangling(path: Path) -> None:
    path.symlink_to("nowhere")


def put_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made, contextlib.chdir(path.parent):  # A socket's name is short.
        made.bind(path.name)


PUTS = [os.mkfifo, os.mkdir, put_link, put_dangling, put_socket]


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("put", PUTS)
def test_what_is_no_file_is_refused_at_once_wherever_it_stands(
    vault: Vault, put: Callable[[Path], None], name: str
) -> None:
    anna = vault.anna
    path = vault.home.path / name
    path.unlink(missing_ok=True)
    put(path)
    with pytest.raises(NotAPlainFile) as refused, open_shared(vault.home, anna):
        pass
    assert refused.value.facts == {"path": path}


@pytest.mark.parametrize("put", PUTS)
def test_what_is_no_file_is_refused_by_whoever_opens_it(tmp_path: Path, put: Callable[[Path], None]) -> None:
    """The look at the folder may come too early: what is put there afterwards is seen by the opening itself."""
    home = Home(tmp_path)
    for path in (home.keyring, home.register(1), home.lock_file, home.signins):
        put(path)
    with pytest.raises(NotAPlainFile):
        keyring.read(home)
    with pytest.raises(NotAPlainFile):
        open_file(home.register(1), bytes(32))
    with pytest.raises(NotAPlainFile), home.lock():
        pass
    with pytest.raises(NotAPlainFile):
        failed_sign_ins.read_attempts(home, 0, "anna")
    with pytest.raises(NotAPlainFile):
        failed_sign_ins.record_attempt(home, datetime(2026, 1, 1, tzinfo=UTC), "anna", "")


@pytest.mark.parametrize("put", PUTS)
def test_an_init_refuses_a_lock_that_is_no_file(home: Home, put: Callable[[Path], None]) -> None:
    home.path.mkdir(mode=0o700)
    put(home.lock_file)
    with pytest.raises(NotAPlainFile), create_vault(home, "anna", PASSWORD, CHEAP):
        pass


@pytest.mark.parametrize(
    ("name", "mode"), [("", 0o000), ("", 0o500), *((name, 0o000) for name in FILES[:3]), ("lock", 0o400)]
)
def test_what_its_own_account_may_not_use_is_said(vault: Vault, name: str, mode: int) -> None:
    path = vault.home.path / name
    path.chmod(mode)
    with pytest.raises(Inaccessible) as refused:
        vault.home.check()
    path.chmod(0o700)
    assert refused.value.facts == {"path": path}


def test_missing_rights_are_no_full_disk(tmp_path: Path) -> None:
    with pytest.raises(Inaccessible) as refused, disk():
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(tmp_path))
    assert refused.value.facts == {"path": str(tmp_path)}


@pytest.mark.parametrize("mode", [0o755, 0o750, 0o707, 0o701])
def test_a_folder_open_to_others_is_refused_and_the_mode_it_needs_is_said(vault: Vault, mode: int) -> None:
    vault.home.path.chmod(mode)
    with pytest.raises(WrongPermissions) as refused:
        vault.home.check()
    assert refused.value.facts == {"path": vault.home.path, "mode": "700"}


@pytest.mark.parametrize("name", ["keyring.json", "keyring.json.copy", "register-1.db", "lock"])
def test_a_file_open_to_others_is_refused_and_the_mode_it_needs_is_said(vault: Vault, name: str) -> None:
    (vault.home.path / name).chmod(0o640)
    with pytest.raises(WrongPermissions) as refused:
        vault.home.check()
    assert refused.value.facts == {"path": vault.home.path / name, "mode": "600"}


def test_a_folder_of_another_account_is_refused(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    me = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: me + 1)
    with pytest.raises(NotOwner):
        vault.home.check()


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs"])
def test_a_network_folder_is_refused(vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    mounts(tmp_path, monkeypatch, "/dev/sda / ext4 rw 0 0", f"server:/x {vault.home.path.parent} {kind} rw 0 0")
    with pytest.raises(NetworkFolder) as refused:
        vault.home.check()
    assert refused.value.facts["kind"] == kind


@pytest.mark.parametrize("kind", ["9p", "drvfs", "vboxsf", "prl_fs"])
def test_a_folder_of_the_host_is_refused_in_a_guest_but_not_its_root(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    mounts(tmp_path, monkeypatch, "/dev/sda / ext4 rw 0 0", f"C:\\134 {tmp_path} {kind} rw 0 0")
    assert find_network_kind(tmp_path / "home") == kind
    mounts(tmp_path, monkeypatch, f"none / {kind} rw 0 0")
    assert find_network_kind(tmp_path / "home") is None


def test_the_nearest_mount_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    local = tmp_path / "local disk"
    local.mkdir()
    there = str(local).replace(" ", r"\040")
    mounts(tmp_path, monkeypatch, f"server:/x {tmp_path} nfs rw 0 0", f"/dev/sdb {there} ext4 rw 0 0")
    assert find_network_kind(tmp_path) == "nfs"
    assert find_network_kind(local) is None


def test_a_folder_that_another_was_mounted_over_is_looked_up_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    mounts(tmp_path, monkeypatch, "/dev/sda / ext4 rw 0 0")
    assert find_network_kind(home) is None
    mounts(tmp_path, monkeypatch, "/dev/sda / ext4 rw 0 0", f"server:/x {home} nfs rw 0 0")
    home.rename(tmp_path / "beneath")
    home.mkdir()
    assert find_network_kind(home) == "nfs"


def test_where_nobody_lists_the_mounts_no_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "MOUNTS", tmp_path / "none")
    assert find_network_kind(tmp_path) is None


def test_files_made_while_opening_are_closed_to_others(tmp_path: Path) -> None:
    with private_umask():
        (tmp_path / "file").touch()
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o600
