import hashlib
import inspect
import os
import resource
import time
import unicodedata
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.vault.conftest import CHEAP, PASSWORD, Vault, make_vault, rewrap
from wkc.errors.families import NotSignedIn
from wkc.errors.vault import OutOfMemory, RecoveryCodeWrong, WeakPassword
from wkc.vault.database.init import create_vault
from wkc.vault.database.register import open_shared
from wkc.vault.files.home import Home
from wkc.vault.keys import designation, identity, password, recovery_code, signing
from wkc.vault.keys.identity import unlock, unlock_recovery
from wkc.vault.keys.slot import REGISTER, SlotKind, dump_slot, make_slot, parse_slot, unwrap_blob

NEW = "een nieuw wachtwoord"


@pytest.fixture(autouse=True)
def _each_wrap_has_a_salt_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(password, "make_salt", inspect.unwrap(password.make_salt))


def count_derivations(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Give the salts of the derivations from now on."""
    salts: list[bytes] = []
    derive = password.derive

    def counted(secret: str, salt: bytes, cost: password.Cost) -> bytes:
        salts.append(salt)
        return derive(secret, salt, cost)

    monkeypatch.setattr(password, "derive", counted)
    return salts


def test_the_right_password_gives_the_slot_of_its_user(vault: Vault) -> None:
    anna = unlock(vault.ring, "anna", PASSWORD)
    assert (anna.user_id, anna.slot_id) == ("anna", vault.ring.slots[0].slot_id)


@pytest.mark.parametrize("user_id", ["anna", "bram", "recovery-1", "", "Anna", "anna\0"])
def test_a_wrong_password_and_an_unknown_user_are_told_alike_after_one_derivation(
    vault: Vault, monkeypatch: pytest.MonkeyPatch, user_id: str
) -> None:
    costs: list[password.Cost] = []

    def derive(_secret: str, _salt: bytes, cost: password.Cost) -> bytes:
        costs.append(cost)
        return bytes(32)

    monkeypatch.setattr(password, "derive", derive)
    with pytest.raises(NotSignedIn) as refused:
        unlock(vault.ring, user_id, "verkeerd wachtwoord")
    assert refused.type is NotSignedIn
    assert refused.value.facts == {}
    assert refused.value.__cause__ is None
    assert costs == [CHEAP]


def test_a_password_is_the_same_however_its_accents_are_typed(vault: Vault) -> None:
    renewed = rewrap(vault.home, vault.anna, unicodedata.normalize("NFD", "café crème brûlée"), CHEAP)
    assert unlock(vault.ring, "anna", unicodedata.normalize("NFC", "café crème brûlée")) == renewed


def test_a_password_of_octets_that_are_no_text_is_wrong_like_any_other(vault: Vault) -> None:
    with pytest.raises(NotSignedIn):
        unlock(vault.ring, "anna", b"wacht\xffwoord".decode("utf-8", "surrogateescape"))


def test_a_signature_of_the_identity_is_of_its_public_key(vault: Vault) -> None:
    anna = vault.anna
    digest = hashlib.sha256(b"line").digest()
    signature = anna.sign("audit", digest)
    assert signing.verify_digest(vault.ring.slots[0].ed25519, vault.ring.vault_id, "audit", digest, signature)


def test_an_identity_shows_no_secret(vault: Vault) -> None:
    anna = vault.anna
    assert repr(anna.blob)[2:-1] not in repr(anna)
    assert "blob" not in repr(anna)


def test_a_recovery_code_opens_its_slot_however_it_is_typed(vault: Vault) -> None:
    found = unlock_recovery(vault.ring, f" {vault.codes[1].lower().replace('-', ' ')} ")
    assert (found.user_id, found.kind) == ("recovery-2", SlotKind.RECOVERY)


def test_a_recovery_code_of_another_vault_is_wrong(vault: Vault) -> None:
    with pytest.raises(RecoveryCodeWrong):
        unlock_recovery(vault.ring, recovery_code.make())


def test_a_recovery_code_is_tried_on_the_slot_of_its_owner_alone(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    derived = count_derivations(monkeypatch)
    assert unlock_recovery(vault.ring, vault.codes[1], "recovery-2").user_id == "recovery-2"
    assert derived == [vault.ring.slots[2].salt]
    with pytest.raises(RecoveryCodeWrong):
        unlock_recovery(vault.ring, vault.codes[1], "recovery-1")


def test_a_new_vault_derives_each_key_once_to_wrap_and_once_to_try_it(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    derived = count_derivations(monkeypatch)
    with create_vault(home, "anna", PASSWORD, CHEAP) as founding:
        founding.commit()
        salts = [slot.salt for slot in founding.slots]
    assert derived == salts * 2


def test_a_slot_that_is_gone_signs_nobody_in(vault: Vault) -> None:
    anna = vault.anna
    ring = replace(vault.ring, slots=vault.ring.slots[1:])
    with pytest.raises(NotSignedIn):
        anna.unseal(ring, REGISTER)


# --- passwords


def test_after_a_change_the_new_password_opens_and_the_old_does_not(vault: Vault) -> None:
    rewrap(vault.home, vault.anna, NEW, CHEAP)
    with open_shared(vault.home, unlock(vault.ring, "anna", NEW)):
        pass
    with pytest.raises(NotSignedIn):
        unlock(vault.ring, "anna", PASSWORD)


def test_a_change_keeps_the_pair_and_renews_salt_and_nonce(vault: Vault) -> None:
    anna, before = vault.anna, vault.ring
    rewrap(vault.home, anna, NEW, CHEAP)
    old, new = before.slots[0], vault.ring.slots[0]
    assert (old.x25519, old.ed25519, old.sealed) == (new.x25519, new.ed25519, new.sealed)
    assert old.salt != new.salt
    assert old.nonce != new.nonce
    assert vault.ring.slots[1:] == before.slots[1:]
    assert vault.ring.signature == before.signature


def test_each_slot_of_a_new_vault_has_a_salt_of_its_own(tmp_path: Path) -> None:
    ring = make_vault(tmp_path / "home").ring
    assert len({slot.salt for slot in ring.slots}) == len(ring.slots) == 3
    assert {len(slot.salt) for slot in ring.slots} == {16}


def test_a_change_leaves_a_session_that_was_open_as_it_is(vault: Vault) -> None:
    anna = vault.anna
    rewrap(vault.home, anna, NEW, CHEAP)
    with open_shared(vault.home, anna):
        pass


def test_a_password_under_eight_characters_is_refused(vault: Vault) -> None:
    with pytest.raises(WeakPassword) as refused:
        rewrap(vault.home, vault.anna, "kort123", CHEAP)
    assert refused.value.facts == {"least": 8}


def test_characters_are_counted_as_they_are_read() -> None:
    with pytest.raises(WeakPassword):
        password.check(unicodedata.normalize("NFD", "éééé"))
    password.check("éééééééé")


def test_the_default_cost_is_never_under_the_second_profile_of_rfc_9106() -> None:
    assert password.Cost(65_536, 3, 4) == password.LEAST
    assert password.Cost(262_144, 3, 4) == password.DEFAULT
    assert password.DEFAULT.is_allowed


def test_a_machine_that_is_quick_gets_more_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 0.1, 1.0, 1.2, 2.0, 2.5])
    monkeypatch.setattr(time, "perf_counter", lambda: next(clock))
    monkeypatch.setattr(password, "derive", lambda *_given: b"")
    assert password.measure_cost() == password.Cost(262_144, 5, 4)


def test_no_cost_out_of_bounds_is_ever_derived() -> None:
    with pytest.raises(ValueError, match="m_kib=1024"):
        password.derive("wachtwoord", bytes(16), password.Cost(1024, 1, 1))


# --- slots for others


def test_a_new_password_costs_as_much_as_that_of_who_designates_and_never_less_than_the_default(vault: Vault) -> None:
    ring = vault.ring
    assert designation.cost_of(ring, vault.anna) == password.DEFAULT
    dear = replace(ring.slots[0], cost=password.Cost(262_144, 7, 4))
    assert designation.cost_of(ring.with_slot(dear), vault.anna) == password.Cost(262_144, 7, 4)


def test_what_the_slot_of_another_costs_is_not_asked(vault: Vault) -> None:
    dear = replace(vault.ring.slots[1], cost=password.Cost(4_194_304, 20, 4))
    assert designation.cost_of(vault.ring.with_slot(dear), vault.anna) == password.DEFAULT


def test_a_slot_without_the_special_key_has_none(vault: Vault) -> None:
    slot, _blob = make_slot(
        vault.ring.vault_id,
        1,
        "mees",
        SlotKind.PERSON,
        NEW,
        CHEAP,
        pin=vault.anna.pin,
        keys={REGISTER: vault.register_key},
    )
    assert set(slot.sealed) == {"register"}


def test_a_service_slot_opens_without_a_derivation_and_a_wrong_secret_costs_one(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    derived: list[str] = []
    monkeypatch.setattr(password, "derive", lambda secret, _salt, _cost: derived.append(secret))
    slot, blob = make_slot(
        vault.ring.vault_id,
        1,
        "cron",
        SlotKind.SERVICE,
        "3q2+7w" * 6,
        None,
        pin=bytes(32),
        keys={REGISTER: bytes(32)},
    )
    assert unwrap_blob(parse_slot(dump_slot(slot)), vault.ring.vault_id, "3q2+7w" * 6) == blob
    ring = replace(vault.ring, slots=(*vault.ring.slots, slot))
    assert identity.unlock(ring, "cron", "3q2+7w" * 6).kind is SlotKind.SERVICE
    assert derived == []
    with pytest.raises(NotSignedIn):
        identity.unlock(ring, "cron", "something else")
    assert derived == ["something else"]


def test_a_machine_without_the_memory_for_a_password_says_so() -> None:
    child = os.fork()
    if child == 0:
        code = 1
        try:
            resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))
            password.derive("wachtwoord", bytes(16), password.Cost(2**20, 1, 1))
        except OutOfMemory:
            code = 0
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
