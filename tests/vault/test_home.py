import os
from pathlib import Path

import pytest

from tests.vault.conftest import Vault
from wkc.errors import HomeIsLink, NetworkFolder, NoRegister, NotOwner, WrongPermissions
from wkc.vault import home as homes
from wkc.vault.home import Home, network_kind, opening


def mounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    table = tmp_path / "mounts"
    table.write_text("".join(f"{line}\n" for line in lines))
    monkeypatch.setattr(homes, "MOUNTS", table)


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
    with pytest.raises(HomeIsLink):
        vault.home.check()


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


def test_the_nearest_mount_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    local = tmp_path / "local disk"
    local.mkdir()
    there = str(local).replace(" ", r"\040")
    mounts(tmp_path, monkeypatch, f"server:/x {tmp_path} nfs rw 0 0", f"/dev/sdb {there} ext4 rw 0 0")
    assert network_kind(tmp_path) == "nfs"
    assert network_kind(local) is None


def test_where_nobody_lists_the_mounts_no_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(homes, "MOUNTS", tmp_path / "none")
    assert network_kind(tmp_path) is None


def test_files_made_while_opening_are_closed_to_others(tmp_path: Path) -> None:
    with opening():
        (tmp_path / "file").touch()
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o600
