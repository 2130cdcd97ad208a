"""Signatures (Ed25519, RFC 8032): of 32-octet digests under a label, and of the keyring's own statements."""

from collections.abc import Iterable
from uuid import UUID

from wkc.vault.keys import self_test

LABELS = frozenset({"audit", "ledger", "backup"})
DIGEST = 32
SIGNATURE = 64


def sign_digest(seed: bytes | memoryview, vault_id: UUID, label: str, digest: bytes) -> bytes:
    """Sign a digest for one vault under one label."""
    return sign_statement(seed, build_message(vault_id, label, digest))


def sign_digests(seed: bytes | memoryview, vault_id: UUID, label: str, digests: Iterable[bytes]) -> list[bytes]:
    """Sign many digests for one vault under one label; the key is made ready once, which takes as long as to sign."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    self_test.check_signatures()
    key = Ed25519PrivateKey.from_private_bytes(seed)
    return [key.sign(build_message(vault_id, label, digest)) for digest in digests]


def verify_digest(public: bytes, vault_id: UUID, label: str, digest: bytes, signature: bytes) -> bool:
    """Check that the holder of this key signed this digest for this vault under this label."""
    return verify_statement(public, build_message(vault_id, label, digest), signature)


def build_message(vault_id: UUID, label: str, digest: bytes) -> bytes:
    """Build the signed message: the label's domain, the vault, the digest."""
    if label not in LABELS or len(digest) != DIGEST:
        raise ValueError(label)
    return b"wkc/1/" + label.encode("ascii") + b"\0" + vault_id.bytes + digest


def sign_statement(seed: bytes | memoryview, statement: bytes) -> bytes:
    """Sign octets that begin with a domain of their own."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    self_test.check_signatures()
    return Ed25519PrivateKey.from_private_bytes(seed).sign(statement)


def verify_statement(public: bytes, statement: bytes, signature: bytes) -> bool:
    """Check a signature; octets that are no public key verify none."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    self_test.check_signatures()
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, statement)
    except (InvalidSignature, ValueError):
        return False
    return True


def public_of(seed: bytes) -> bytes:
    """Give the public half of a signing key."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
