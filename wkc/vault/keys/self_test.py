"""The self-test of ciphers and signatures: known answers, checked once where a process first uses a key (VAULT 2).

A library that was built wrongly, or changed on this machine, shows here before anything is sealed or signed with it.
The answers are those of the standards: McGrew and Viega's test case 14 for AES-256-GCM, RFC 9180 A.2.1 for HPKE (its
key and nonce without associated data), RFC 8032 7.1 test 1 for Ed25519, the reference implementation's for Argon2id.
"""

from functools import cache

from wkc.errors.vault import CryptographyWrong

AES_GCM = bytes.fromhex("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919")
HPKE_PRIVATE = bytes.fromhex("8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb")
HPKE_INFO = bytes.fromhex("4f6465206f6e2061204772656369616e2055726e")
HPKE_SEALED = bytes.fromhex(
    "1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a"
    "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b40f37930f628eb13216a1ba1b2aadd60"
)
HPKE_PLAIN = b"Beauty is truth, truth beauty"
SEED = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
PUBLIC = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
SIGNATURE = bytes.fromhex(
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24"
    "655141438e7a100b"
)
ARGON2ID = bytes.fromhex("9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe")


@cache
def check_ciphers() -> None:
    """Check AES-256-GCM and HPKE: errors.CryptographyWrong."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

    if AESGCM(bytes(32)).encrypt(bytes(12), bytes(16), None) != AES_GCM:
        raise CryptographyWrong(what="AES-256-GCM")
    suite = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
    private = X25519PrivateKey.from_private_bytes(HPKE_PRIVATE)
    try:
        opened = suite.decrypt(HPKE_SEALED, private, HPKE_INFO)
    except Exception as error:
        raise CryptographyWrong(what="HPKE") from error
    if opened != HPKE_PLAIN:
        raise CryptographyWrong(what="HPKE")


@cache
def check_signatures() -> None:
    """Check that Ed25519 signs and verifies, and refuses a wrong signature: errors.CryptographyWrong."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

    if Ed25519PrivateKey.from_private_bytes(SEED).sign(b"") != SIGNATURE:
        raise CryptographyWrong(what="Ed25519")
    public = Ed25519PublicKey.from_public_bytes(PUBLIC)
    try:
        public.verify(SIGNATURE, b"")
    except InvalidSignature:
        raise CryptographyWrong(what="Ed25519") from None
    try:
        public.verify(SIGNATURE, b"another message")
    except InvalidSignature:
        return
    raise CryptographyWrong(what="Ed25519")


@cache
def check_derivation() -> None:
    """Check Argon2id: errors.CryptographyWrong."""
    from argon2.low_level import Type, hash_secret_raw

    cheap = {"time_cost": 2, "memory_cost": 256, "parallelism": 1, "hash_len": 32}
    if hash_secret_raw(b"password", b"somesalt", **cheap, type=Type.ID) != ARGON2ID:
        raise CryptographyWrong(what="Argon2id")
