import json
from typing import Any

import pytest

from tests.vault.conftest import PASSWORD, Vault
from tests.vault.forgery import rewrite
from wkc.errors.vault import KeyringDamaged, KeyringNewer, NoRegister
from wkc.vault.files.home import Home
from wkc.vault.keys import canonical_json, keyring
from wkc.vault.keys.canonical_json import Malformed
from wkc.vault.keys.identity import unlock


def flipped(content: bytes, place: int) -> bytes:
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]


def test_a_keyring_reads_back_as_it_was_written(vault: Vault) -> None:
    content = vault.home.keyring.read_bytes()
    assert keyring.dump(vault.ring) == content
    assert json.loads(content)["format"] == "wkc-keyring"


def test_canonical_json_has_one_form() -> None:
    assert canonical_json.dump({"b": [1, "é"], "a": None}) == b'{"a":null,"b":[1,"\\u00e9"]}'


def test_no_keyring_is_no_register(home: Home) -> None:
    with pytest.raises(NoRegister):
        keyring.read(home)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"{}",
        b"\xff",
        b"[" * 100_000,
        b'{"format":"wkc-keyring","version":1e999}',
        b"x" * 2_000_000,
    ],
)
def test_the_copy_is_read_when_the_keyring_is_no_keyring(vault: Vault, content: bytes) -> None:
    ring = vault.ring
    vault.home.keyring.write_bytes(content)
    assert keyring.read(vault.home) == ring


def test_the_copy_is_read_when_the_keyring_is_gone(vault: Vault) -> None:
    vault.home.keyring.unlink()
    assert unlock(vault.ring, "anna", PASSWORD).user_id == "anna"


def test_a_keyring_and_a_copy_that_are_both_damaged_are_refused(vault: Vault) -> None:
    for path in (vault.home.keyring, vault.home.keyring_copy):
        path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(KeyringDamaged):
        keyring.read(vault.home)


def test_no_flipped_bit_goes_unseen(vault: Vault) -> None:
    content = vault.home.keyring.read_bytes()
    ring = vault.ring
    for place in range(0, len(content) - 1, 7):
        with pytest.raises(Malformed):
            keyring.parse(flipped(content, place), ring.home)


def test_a_key_that_stands_twice_is_refused(vault: Vault) -> None:
    content = vault.home.keyring.read_bytes()
    twice = content.replace(b'"generation":1', b'"generation":1,"generation":1')
    with pytest.raises(Malformed):
        keyring.parse(twice, vault.home.path)


def wrong_key(content: dict[str, Any]) -> None:
    content["comment"] = ""


def missing_key(content: dict[str, Any]) -> None:
    del content["succession"]


def wrong_register(content: dict[str, Any]) -> None:
    content["register"] = "../register-1.db"


def wrong_suite(content: dict[str, Any]) -> None:
    content["sealing"] = "none"


def wrong_generation(content: dict[str, Any]) -> None:
    content["generation"] = True


def wrong_user(content: dict[str, Any]) -> None:
    content["slots"][0]["user_id"] = "Anna"


def wrong_kind(content: dict[str, Any]) -> None:
    content["slots"][0]["kind"] = "ghost"


def short_key(content: dict[str, Any]) -> None:
    content["special"] = content["special"][:-4]


def loose_base64(content: dict[str, Any]) -> None:
    content["special"] += "\n"


def same_user_twice(content: dict[str, Any]) -> None:
    content["slots"].append(content["slots"][0])


def no_person(content: dict[str, Any]) -> None:
    del content["slots"][0]


def no_derivation(content: dict[str, Any]) -> None:
    content["slots"][0]["kdf"] = {"alg": "none", "salt": content["slots"][0]["kdf"]["salt"]}


def no_register_key(content: dict[str, Any]) -> None:
    del content["slots"][0]["sealed"]["register"]


@pytest.mark.parametrize(
    "change",
    [
        wrong_key,
        missing_key,
        wrong_register,
        wrong_suite,
        wrong_generation,
        wrong_user,
        wrong_kind,
        short_key,
        loose_base64,
        same_user_twice,
        no_person,
        no_derivation,
        no_register_key,
    ],
    ids=lambda change: change.__name__,
)
def test_a_keyring_with_a_right_checksum_and_a_wrong_shape_is_refused(vault: Vault, change: Any) -> None:
    rewrite(vault.home, change)
    with pytest.raises(KeyringDamaged):
        keyring.read(vault.home)


def test_a_newer_version_is_said_to_be_newer(vault: Vault) -> None:
    def newer(content: dict[str, Any]) -> None:
        content.update(version=3, novelty="")

    rewrite(vault.home, newer)
    with pytest.raises(KeyringNewer) as refused:
        keyring.read(vault.home)
    assert refused.value.facts == {"version": 3}


def test_octets_that_are_read_again_give_the_same_keyring_and_others_another(vault: Vault) -> None:
    before = vault.ring
    assert vault.ring is before
    rewrite(vault.home, lambda content: content.update(generation=2, register="register-2.db"))
    assert (before.generation, vault.ring.generation) == (1, 2)
    assert vault.ring.checksum != before.checksum
