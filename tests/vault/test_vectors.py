"""Known answers of the standards we lean on, and independent readings of what we write."""

import hashlib
import hmac
from uuid import UUID

import pytest

from tests.vault.conftest import CHEAP
from wkc.vault.keys import password, seal, signing

VAULT = UUID("3f0c7f0e-6b0f-4d4c-9d43-0a3a54e1b001")


def extract(salt: bytes, label: bytes, ikm: bytes, suite: bytes) -> bytes:
    return hmac.digest(salt or bytes(32), b"HPKE-v1" + suite + label + ikm, "sha256")


def expand(prk: bytes, label: bytes, info: bytes, length: int, suite: bytes) -> bytes:
    said = length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + info
    return hmac.digest(prk, said + b"\1", "sha256")[:length]


def hpke_open(private: bytes, sealed: bytes, info: bytes, aad: bytes) -> bytes:
    """Open base mode, from RFC 9180 sections 4 and 5, with nothing but X25519, HMAC and ChaCha20-Poly1305."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    ours = X25519PrivateKey.from_private_bytes(private)
    enc, ciphertext = sealed[:32], sealed[32:]
    kem = b"KEM\x00\x20"
    suite = b"HPKE\x00\x20\x00\x01\x00\x03"
    dh = ours.exchange(X25519PublicKey.from_public_bytes(enc))
    context = enc + ours.public_key().public_bytes_raw()
    shared = expand(extract(b"", b"eae_prk", dh, kem), b"shared_secret", context, 32, kem)
    schedule = b"\0" + extract(b"", b"psk_id_hash", b"", suite) + extract(b"", b"info_hash", info, suite)
    secret = extract(shared, b"secret", b"", suite)
    key = expand(secret, b"key", schedule, 32, suite)
    nonce = expand(secret, b"base_nonce", schedule, 12, suite)
    return ChaCha20Poly1305(key).decrypt(nonce, ciphertext, aad)


def test_the_independent_hpke_opens_the_vector_of_rfc_9180_a_2() -> None:
    opened = hpke_open(
        bytes.fromhex("8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb"),
        bytes.fromhex(
            "1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a"
            "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28"
        ),
        bytes.fromhex("4f6465206f6e2061204772656369616e2055726e"),
        b"Count-0",
    )
    assert opened == b"Beauty is truth, truth beauty"


def test_what_we_seal_opens_with_the_independent_hpke() -> None:
    private = bytes(range(32))
    sealed = seal.seal(seal.public_of(private), b"sealed", b"place")
    assert hpke_open(private, sealed, b"place", b"") == b"sealed"
    assert len(sealed) == len(b"sealed") + 48


def test_argon2id_gives_the_tag_of_rfc_9106_5_3() -> None:
    from argon2.low_level import core, ffi

    out = ffi.new("uint8_t[]", 32)
    given = [ffi.new("uint8_t[]", bytes([octet]) * length) for octet, length in ((1, 32), (2, 16), (3, 8), (4, 12))]
    context = ffi.new(
        "argon2_context *",
        {
            "out": out,
            "outlen": 32,
            "pwd": given[0],
            "pwdlen": 32,
            "salt": given[1],
            "saltlen": 16,
            "secret": given[2],
            "secretlen": 8,
            "ad": given[3],
            "adlen": 12,
            "t_cost": 3,
            "m_cost": 32,
            "lanes": 4,
            "threads": 4,
            "version": 0x13,
            "allocate_cbk": ffi.NULL,
            "free_cbk": ffi.NULL,
            "flags": 0,
        },
    )
    assert core(context, 2) == 0
    assert bytes(out).hex() == "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"


def test_our_password_key_is_the_one_of_another_argon2id() -> None:
    argon2 = pytest.importorskip("cryptography.hazmat.primitives.kdf.argon2")
    other = argon2.Argon2id(salt=bytes(16), length=32, iterations=1, lanes=1, memory_cost=19_456)
    assert password.derive("wachtwoord", bytes(16), CHEAP) == other.derive(b"wachtwoord")


def test_ed25519_signs_as_rfc_8032_7_1_test_2() -> None:
    seed = bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
    assert signing.public_of(seed).hex() == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
    assert signing.sign_statement(seed, b"\x72").hex() == (
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    )


def test_a_signature_is_of_one_label_one_vault_and_one_digest() -> None:
    seed = bytes(range(32))
    digest = hashlib.sha256(b"line").digest()
    public = signing.public_of(seed)
    signature = signing.sign_digest(seed, VAULT, "audit", digest)
    assert signing.verify_digest(public, VAULT, "audit", digest, signature)
    assert not signing.verify_digest(public, VAULT, "ledger", digest, signature)
    assert not signing.verify_digest(public, UUID(int=VAULT.int ^ 1), "audit", digest, signature)
    assert not signing.verify_digest(public, VAULT, "audit", hashlib.sha256(b"other").digest(), signature)


def test_only_the_three_labels_and_whole_digests_are_signed() -> None:
    with pytest.raises(ValueError, match="letter"):
        signing.sign_digest(bytes(32), VAULT, "letter", bytes(32))
    with pytest.raises(ValueError, match="audit"):
        signing.sign_digest(bytes(32), VAULT, "audit", bytes(31))
