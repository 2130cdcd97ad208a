"""The self-test of ciphers and signatures: it passes here, costs next to nothing, and stops a library that errs."""

import os
import time
from collections.abc import Callable

import pytest

from tests.vault.test_imports import loaded_by
from tests.vault.test_vectors import hpke_open
from wkc.errors.vault import CryptographyWrong
from wkc.vault.keys import password, seal, self_test, signing
from wkc.vault.keys.password import Cost

CHECKS = (self_test.check_ciphers, self_test.check_signatures, self_test.check_derivation)


@pytest.fixture(autouse=True)
def _anew() -> None:
    for check in CHECKS:
        check.cache_clear()


def test_what_hpke_must_open_opens_with_the_independent_reading_too() -> None:
    found = hpke_open(self_test.HPKE_PRIVATE, self_test.HPKE_SEALED, self_test.HPKE_INFO, b"")
    assert found == self_test.HPKE_PLAIN


def test_together_they_take_a_millisecond_once() -> None:
    for check in CHECKS:  # The libraries are loaded by whoever uses them.
        check()
    best = []
    for _ in range(20):
        for check in CHECKS:
            check.cache_clear()
        start = time.perf_counter()
        for check in CHECKS:
            check()
        best.append(time.perf_counter() - start)
    assert min(best) < 0.002


USES: dict[str, Callable[[], object]] = {
    "AES_GCM": lambda: seal.wrap(bytes(32), bytes(12), b"plain", b"place"),
    "HPKE_PLAIN": lambda: seal.seal(seal.public_of(bytes(range(32))), b"plain", b"place"),
    "SIGNATURE": lambda: signing.sign_statement(bytes(32), b"statement"),
    "ARGON2ID": lambda: password.derive("password", os.urandom(16), Cost(19456, 1, 1)),
}


@pytest.mark.parametrize("answer", USES)
def test_a_wrong_answer_stops_the_use(answer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    USES[answer]()
    for check in CHECKS:
        check.cache_clear()
    right: bytes = getattr(self_test, answer)
    monkeypatch.setattr(self_test, answer, right[:-1] + bytes([right[-1] ^ 1]))
    with pytest.raises(CryptographyWrong):
        USES[answer]()


def test_a_library_that_takes_any_signature_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    from cryptography.hazmat.primitives.asymmetric import ed25519

    class TakesAll:
        @staticmethod
        def from_public_bytes(_octets: bytes) -> "TakesAll":
            return TakesAll()

        def verify(self, _signature: bytes, _message: bytes) -> None:
            pass

    monkeypatch.setattr(ed25519, "Ed25519PublicKey", TakesAll)
    with pytest.raises(CryptographyWrong):
        signing.verify_statement(bytes(32), b"statement", bytes(64))


def test_it_loads_nothing_where_no_key_is_used() -> None:
    assert loaded_by("import wkc.vault.keys.self_test, wkc.vault.keys.seal, wkc.vault.keys.signing") == set()
