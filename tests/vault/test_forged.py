"""Files that a writer in the folder, a colleague or a former one, puts in place are refused (VAULT 2 and 8)."""

import base64
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from tests.vault.conftest import CHEAP, PASSWORD, Vault, make_vault
from tests.vault.forgery import rewrite
from wkc.errors.families import NotSignedIn
from wkc.errors.vault import KeyringForged, RegisterDamaged
from wkc.vault.database.register import open_shared
from wkc.vault.keys import identity, keyring, password, seal, signing
from wkc.vault.keys.identity import Identity, unlock
from wkc.vault.keys.keyring import Keyring, Succession, build_handover
from wkc.vault.keys.slot import REGISTER, SlotKind, make_slot, seal_keys


def put(vault: Vault, ring: Keyring) -> None:
    for path in (vault.home.keyring, vault.home.keyring_copy):
        path.write_bytes(keyring.dump(ring))


def refused(vault: Vault, user: Identity) -> None:
    with pytest.raises(KeyringForged), open_shared(vault.home, user):
        pass


def flip(encoded: str) -> str:
    octets = bytearray(base64.b64decode(encoded))
    octets[5] ^= 1
    return base64.b64encode(octets).decode()


@pytest.fixture
def other(tmp_path: Path) -> Vault:
    return make_vault(tmp_path / "other")


def test_a_whole_home_of_another_is_refused_though_the_own_password_opens_the_slot(vault: Vault, other: Vault) -> None:
    """The forger keeps anna's slot, seals a key of their own to it and signs with a key of their own."""
    mine = vault.ring
    slot = seal_keys(mine.slots[0], mine.vault_id, 1, {REGISTER: other.register_key})
    ring = replace(mine, slots=(slot,))
    put(vault, keyring.sign_keyring(ring, other.register_key, other.signing_seed))
    vault.home.register(1).write_bytes(other.home.register(1).read_bytes())
    refused(vault, unlock(vault.ring, "anna", PASSWORD))


def test_a_home_of_another_vault_is_refused_in_a_session_that_was_open(vault: Vault, other: Vault) -> None:
    anna = vault.anna
    put(vault, other.ring)
    with pytest.raises(NotSignedIn), open_shared(vault.home, anna):
        pass


def test_a_swapped_public_key_of_a_colleague_is_refused(vault: Vault) -> None:
    anna = vault.anna

    def swap(content: dict[str, Any]) -> None:
        content["slots"][1]["x25519"] = flip(content["slots"][1]["x25519"])

    rewrite(vault.home, swap)
    refused(vault, anna)


def test_a_swapped_public_key_of_the_own_slot_is_refused_when_signing_in(vault: Vault) -> None:
    def swap(content: dict[str, Any]) -> None:
        content["slots"][0]["ed25519"] = flip(content["slots"][0]["ed25519"])

    rewrite(vault.home, swap)
    with pytest.raises(NotSignedIn):
        unlock(vault.ring, "anna", PASSWORD)


def test_a_swapped_public_key_of_the_own_slot_is_refused_in_an_open_session(vault: Vault) -> None:
    anna = vault.anna

    def swap(content: dict[str, Any]) -> None:
        content["slots"][0]["ed25519"] = flip(content["slots"][0]["ed25519"])

    rewrite(vault.home, swap)
    refused(vault, anna)


def test_a_colleague_with_the_register_key_cannot_swap_a_public_key(vault: Vault) -> None:
    anna = vault.anna
    swapped = replace(vault.ring.slots[1], x25519=bytes(range(32)))
    put(vault, keyring.with_mac(vault.ring.with_slot(swapped), vault.register_key))
    refused(vault, anna)


def test_a_colleague_with_the_register_key_cannot_add_a_slot(vault: Vault) -> None:
    anna, ring, key = vault.anna, vault.ring, vault.register_key
    extra, _blob = make_slot(
        ring.vault_id, 1, "mallory", SlotKind.PERSON, PASSWORD, CHEAP, pin=anna.pin, keys={REGISTER: key}
    )
    put(vault, keyring.with_mac(replace(ring, slots=(*ring.slots, replace(extra, role=bytes(32)))), key))
    refused(vault, anna)
    refused(vault, unlock(vault.ring, "mallory", PASSWORD))


def test_a_colleague_with_the_register_key_cannot_exchange_the_special_public_half(vault: Vault) -> None:
    anna = vault.anna
    put(vault, keyring.with_mac(replace(vault.ring, special=seal.public_of(bytes(32))), vault.register_key))
    refused(vault, anna)


def test_a_dropped_slot_is_refused(vault: Vault) -> None:
    anna = vault.anna
    put(vault, keyring.with_mac(replace(vault.ring, slots=vault.ring.slots[:2]), vault.register_key))
    refused(vault, anna)


def test_an_older_generation_number_is_refused(vault: Vault) -> None:
    anna = vault.anna
    put(vault, keyring.with_mac(replace(vault.ring, generation=2), vault.register_key))
    refused(vault, anna)


def test_a_key_sealed_in_another_vault_does_not_open_here(vault: Vault, other: Vault) -> None:
    anna = vault.anna
    pasted = replace(vault.ring.slots[0], sealed=other.ring.slots[0].sealed)
    put(vault, vault.ring.with_slot(pasted))
    refused(vault, anna)


@pytest.mark.parametrize(("source", "which"), [(1, "register"), (0, "special"), (0, "signing")])
def test_a_key_sealed_for_another_place_does_not_open_in_this_one(vault: Vault, source: int, which: str) -> None:
    anna = vault.anna
    sealed = {**vault.ring.slots[0].sealed, "register": vault.ring.slots[source].sealed[which]}
    put(vault, vault.ring.with_slot(replace(vault.ring.slots[0], sealed=sealed)))
    refused(vault, anna)


def test_a_key_that_was_taken_out_of_the_own_slot_is_said_to_be_forged(vault: Vault) -> None:
    bare = replace(vault.ring.slots[0], sealed={"register": vault.ring.slots[0].sealed["register"]})
    put(vault, keyring.with_mac(vault.ring.with_slot(bare), vault.register_key))
    with pytest.raises(KeyringForged):
        vault.anna.unseal(vault.ring, "signing")


@pytest.mark.parametrize("name", ["mac", "signature"])
def test_a_flipped_bit_in_the_mac_or_the_signature_is_refused(vault: Vault, name: str) -> None:
    anna = vault.anna

    def change(content: dict[str, Any]) -> None:
        content[name] = flip(content[name])

    rewrite(vault.home, change)
    refused(vault, anna)


@pytest.mark.parametrize(
    "cost",
    [
        {"m_kib": 4_194_305},
        {"m_kib": 2**32 - 1},
        {"m_kib": 8},
        {"m_kib": -1},
        {"t": 21},
        {"t": 0},
        {"p": 17},
        {"p": 0},
    ],
)
def test_a_cost_out_of_bounds_is_refused_without_deriving(
    vault: Vault, monkeypatch: pytest.MonkeyPatch, cost: dict[str, int]
) -> None:
    derived: list[object] = []
    monkeypatch.setattr(password, "derive", lambda *given: derived.append(given))
    rewrite(vault.home, lambda content: content["slots"][2]["kdf"].update(cost))
    with pytest.raises(KeyringForged):
        identity.unlock(keyring.read(vault.home), "anna", PASSWORD)
    assert derived == []


def test_a_cost_made_cheap_opens_nothing(vault: Vault) -> None:
    rewrite(vault.home, lambda content: content["slots"][0]["kdf"].update(t=2))
    with pytest.raises(NotSignedIn):
        unlock(vault.ring, "anna", PASSWORD)


def test_another_register_under_a_sound_keyring_is_refused(vault: Vault, other: Vault) -> None:
    anna = vault.anna
    vault.home.register(1).write_bytes(other.home.register(1).read_bytes())
    with pytest.raises(RegisterDamaged), open_shared(vault.home, anna):
        pass


# --- succession of the vault signing key


def handed(vault: Vault, old_seed: bytes, new_seed: bytes) -> Succession:
    old, new = signing.public_of(old_seed), signing.public_of(new_seed)
    return Succession(old, new, signing.sign_statement(old_seed, build_handover(vault.ring.vault_id, old, new)))


def succeeded(vault: Vault, chain: Callable[[bytes], tuple[Succession, ...]], last: bytes) -> None:
    ring = replace(vault.ring, succession=chain(vault.signing_seed))
    put(vault, keyring.sign_keyring(ring, vault.register_key, last))


SECOND, THIRD = b"2" * 32, b"3" * 32


def test_an_old_pin_follows_the_succession_to_the_key_in_force(vault: Vault) -> None:
    anna = vault.anna
    succeeded(vault, lambda first: (handed(vault, first, SECOND), handed(vault, SECOND, THIRD)), THIRD)
    with open_shared(vault.home, anna):
        pass


def test_a_pin_of_the_middle_follows_the_rest(vault: Vault) -> None:
    anna = replace(vault.anna, blob=bytes(vault.anna.blob[:64]) + signing.public_of(SECOND))
    succeeded(vault, lambda first: (handed(vault, first, SECOND), handed(vault, SECOND, THIRD)), THIRD)
    with open_shared(vault.home, anna):
        pass


def test_a_key_that_was_succeeded_signs_no_more(vault: Vault) -> None:
    anna = vault.anna
    succeeded(vault, lambda first: (handed(vault, first, SECOND),), vault.signing_seed)
    refused(vault, anna)


def test_a_succession_that_the_old_key_did_not_sign_is_refused(vault: Vault) -> None:
    anna = vault.anna
    succeeded(vault, lambda first: (replace(handed(vault, SECOND, THIRD), old=signing.public_of(first)),), THIRD)
    refused(vault, anna)


def test_a_succession_with_a_gap_is_refused(vault: Vault) -> None:
    anna = vault.anna
    succeeded(vault, lambda first: (handed(vault, first, SECOND), handed(vault, THIRD, THIRD)), THIRD)
    refused(vault, anna)


def test_a_succession_that_the_pin_has_no_part_in_is_refused(vault: Vault) -> None:
    anna = vault.anna
    succeeded(vault, lambda _first: (handed(vault, SECOND, THIRD),), THIRD)
    refused(vault, anna)
