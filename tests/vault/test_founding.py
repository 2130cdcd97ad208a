from pathlib import Path

import pytest

from tests.vault.conftest import CHEAP, PASSWORD, Vault, make_vault
from wkc.errors.vault import (
    BadUserId,
    FolderNotEmpty,
    HomeIsLink,
    KeyringMissing,
    NoRegister,
    RegisterExists,
    WeakPassword,
    WrongPermissions,
)
from wkc.vault.database.init import create_vault
from wkc.vault.database.register import open_shared
from wkc.vault.files.home import Home
from wkc.vault.keys import keyring
from wkc.vault.keys.identity import unlock, unlock_recovery
from wkc.vault.keys.slot import SlotKind


def names(home: Home) -> set[str]:
    return {path.name for path in home.path.iterdir()}


def test_a_vault_opens_for_its_first_beheerder(home: Home) -> None:
    vault = make_vault(home.path)
    with open_shared(home, vault.anna) as register:
        assert tuple(register.connection.execute("SELECT count(*) FROM client").fetchone()) == (1,)


def test_a_vault_is_one_keyring_its_copy_one_register_and_a_lock(vault: Vault) -> None:
    assert names(vault.home) == {"keyring.json", "keyring.json.copy", "register-1.db", "lock"}
    assert vault.home.keyring.read_bytes() == vault.home.keyring_copy.read_bytes()


def test_everything_made_is_closed_to_others(vault: Vault) -> None:
    assert vault.home.path.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in vault.home.path.iterdir()} == {0o600}


def test_a_vault_has_a_person_and_two_recovery_slots_that_hold_every_key(vault: Vault) -> None:
    assert [(slot.user_id, slot.kind) for slot in vault.ring.slots] == [
        ("anna", SlotKind.PERSON),
        ("recovery-1", SlotKind.RECOVERY),
        ("recovery-2", SlotKind.RECOVERY),
    ]
    assert all(set(slot.sealed) == {"register", "special", "signing"} for slot in vault.ring.slots)


def test_both_recovery_codes_open_the_register(vault: Vault) -> None:
    for code in vault.codes:
        with open_shared(vault.home, unlock_recovery(vault.ring, code)) as register:
            assert register.sealer.can_open


def test_the_slots_can_be_remembered_before_the_commit(home: Home) -> None:
    with create_vault(home, "anna", PASSWORD, CHEAP) as founding:
        slots = founding.slots
        assert founding.signer.slot_id == slots[0].slot_id
        assert founding.signer.vault_id == founding.vault_id
        assert founding.generation == 1
        founding.commit()
    assert keyring.read(home).slots == slots


def test_without_a_commit_nothing_is_left_but_the_lock(home: Home) -> None:
    with create_vault(home, "anna", PASSWORD, CHEAP):
        assert names(home) >= {"lock", "register-1.db.new"}
    assert names(home) == {"lock"}
    with pytest.raises(NoRegister):
        home.check()


def test_a_fault_while_filling_leaves_nothing_but_the_lock(home: Home) -> None:
    with pytest.raises(ZeroDivisionError), create_vault(home, "anna", PASSWORD, CHEAP):
        raise ZeroDivisionError
    assert names(home) == {"lock"}


def test_a_vault_is_never_made_over_another(vault: Vault) -> None:
    before = vault.home.keyring.read_bytes()
    with pytest.raises(RegisterExists), create_vault(vault.home, "bram", PASSWORD, CHEAP):
        pass
    assert vault.home.keyring.read_bytes() == before


def test_a_vault_of_which_only_the_copy_is_left_is_no_place_for_another(vault: Vault) -> None:
    vault.home.keyring.unlink()
    with pytest.raises(RegisterExists), create_vault(vault.home, "bram", PASSWORD, CHEAP):
        pass


def test_a_register_that_lost_its_keyring_is_said_to_and_never_made_anew(vault: Vault) -> None:
    kept = vault.home.keyring.read_bytes()
    register = vault.home.register(1).read_bytes()
    vault.home.keyring.unlink()
    vault.home.keyring_copy.unlink()
    with pytest.raises(KeyringMissing):
        vault.home.check()
    with pytest.raises(KeyringMissing):
        keyring.read(vault.home)
    with pytest.raises(KeyringMissing), create_vault(vault.home, "bram", PASSWORD, CHEAP):
        pass
    assert vault.home.register(1).read_bytes() == register
    vault.home.keyring.write_bytes(kept)
    vault.home.keyring.chmod(0o600)
    with open_shared(vault.home, vault.anna):
        pass


@pytest.mark.parametrize("name", ["register-1.db", "register-2.db"])
def test_a_register_of_any_generation_without_a_keyring_is_left_alone(home: Home, name: str) -> None:
    home.path.mkdir(mode=0o700)
    (home.path / name).touch(mode=0o600)
    (home.path / "keyring.json.new").touch(mode=0o600)
    with pytest.raises(KeyringMissing), create_vault(home, "anna", PASSWORD, CHEAP):
        pass
    assert names(home) == {name, "keyring.json.new", "lock"}


@pytest.mark.parametrize("name", ["notes.txt", "destroyed.jsonl", "register-2.db.new"])
def test_a_folder_with_other_files_is_refused_and_left_alone(home: Home, name: str) -> None:
    home.path.mkdir(mode=0o700)
    (home.path / name).touch(mode=0o600)
    with pytest.raises(FolderNotEmpty), create_vault(home, "anna", PASSWORD, CHEAP):
        pass
    assert name in names(home)


def test_a_file_in_the_place_of_the_folder_is_refused(home: Home) -> None:
    home.path.touch()
    with pytest.raises(FolderNotEmpty), create_vault(home, "anna", PASSWORD, CHEAP):
        pass


def test_a_link_is_no_home(home: Home, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir(mode=0o700)
    home.path.symlink_to(tmp_path / "real")
    with pytest.raises(HomeIsLink), create_vault(home, "anna", PASSWORD, CHEAP):
        pass


def test_a_folder_open_to_others_is_no_home(home: Home) -> None:
    home.path.mkdir(mode=0o700)
    home.path.chmod(0o755)
    with pytest.raises(WrongPermissions), create_vault(home, "anna", PASSWORD, CHEAP):
        pass


def test_a_weak_password_is_refused_before_anything_is_made(home: Home) -> None:
    with pytest.raises(WeakPassword), create_vault(home, "anna", "zeven77", CHEAP):
        pass
    assert not home.path.exists()


@pytest.mark.parametrize("user_id", ["", "a", "Anna", "1anna", "anna b", "unknown", "recovery-1", "a" * 33, "anna\n"])
def test_a_user_id_that_no_keyring_can_hold_is_refused(home: Home, user_id: str) -> None:
    with pytest.raises(BadUserId), create_vault(home, user_id, PASSWORD, CHEAP):
        pass


def test_nothing_secret_shows_in_the_words_for_a_founding(home: Home) -> None:
    with create_vault(home, "anna", PASSWORD, CHEAP) as founding:
        identity = unlock(founding._keyring, "anna", PASSWORD)
        said = repr(founding) + repr(identity)
        assert PASSWORD not in said
        for secret in (founding._register_key, founding._signing_seed, identity.blob):
            assert repr(secret)[2:-1] not in said
        assert all(code not in said for code in founding._codes)


def test_a_file_of_the_vault_holds_no_plain_text(vault: Vault) -> None:
    for path in vault.home.path.iterdir():
        assert b"Zonneveld" not in path.read_bytes()
        assert b"CREATE TABLE" not in path.read_bytes()
