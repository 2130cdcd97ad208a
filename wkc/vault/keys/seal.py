"""Sealing to a public key (HPKE, RFC 9180), wrapping under a password key (AES-256-GCM), bound to a place."""

import hmac
import os
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING
from uuid import UUID

from wkc.errors.vault import RegisterDamaged
from wkc.vault.keys import canonical_json

if TYPE_CHECKING:
    from pathlib import Path

    from cryptography.hazmat.primitives.hpke import Suite

    from wkc.vault.keys.content import ContentCipher

NAME = "HPKE-Base/X25519-HKDF-SHA256/HKDF-SHA256/ChaCha20Poly1305"
OVERHEAD = 48  # 32 of the ephemeral public key, 16 of the tag
NONCE = 12
TAG = 16
DERIVED = 32
BLOCK = 64  # octets that a sealed value is filled up to (PKCS #7, RFC 5652 6.3)


class SealBroken(Exception):
    """The sealed octets do not open with this key in this place; the error never leaves the vault."""


def seal(public: bytes, plain: bytes, info: bytes) -> bytes:
    """Seal to a public key."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

    return _make_suite().encrypt(plain, X25519PublicKey.from_public_bytes(public), info)


def unseal(private: bytes | memoryview, sealed: bytes, info: bytes) -> bytes:
    """Open what was sealed to the public half, with the same info; SealBroken."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    try:
        return _make_suite().decrypt(sealed, X25519PrivateKey.from_private_bytes(private), info)
    except (InvalidTag, ValueError):
        raise SealBroken from None


def public_of(private: bytes) -> bytes:
    """Give the public half of a sealing key."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def key_info(which: str, vault_id: UUID, generation: int, user_id: str, slot_id: UUID) -> bytes:
    """Give the place of a sealed key: it opens nowhere else."""
    return canonical_json.dump(["wkc/1/seal", which, str(vault_id), generation, user_id, str(slot_id)])


def value_info(vault_id: UUID, client: UUID, row: UUID, field: str) -> bytes:
    """Give the place of a sealed value: it opens nowhere else."""
    return canonical_json.dump(["wkc/1/value", str(vault_id), str(client), str(row), field])


def wrap(key: bytes, nonce: bytes, plain: bytes, place: bytes) -> bytes:
    """Encrypt under a symmetric key; the nonce is new for each key."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    from wkc.vault.keys import self_test

    self_test.check_ciphers()
    return AESGCM(key).encrypt(nonce, plain, place)


def unwrap(key: bytes, nonce: bytes, wrapped: bytes, place: bytes) -> bytes:
    """Decrypt what `wrap` made; SealBroken."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    from wkc.vault.keys import self_test

    self_test.check_ciphers()
    try:
        return AESGCM(key).decrypt(nonce, wrapped, place)
    except InvalidTag:
        raise SealBroken from None


def expand(key: bytes, purpose: str, vault_id: UUID) -> bytes:
    """Derive a 32-octet key for one purpose from a key that is random already (HKDF, RFC 5869)."""
    info = canonical_json.dump([f"wkc/1/{purpose}", str(vault_id)])
    extracted = hmac.digest(bytes(DERIVED), key, "sha256")
    return hmac.digest(extracted, info + b"\x01", "sha256")  # one block is all of 32 octets


class Seals:
    """A Sealer: seals values of one vault to the special pair; opens them where the private half is held.

    `private` gets that half; it is called at the first value that is opened.
    """

    __slots__ = ("_opened", "_path", "_private", "_public", "_vault_id")

    def __init__(self, vault_id: UUID, public: bytes, private: Callable[[], bytes] | None, path: "Path") -> None:
        self._vault_id = vault_id
        self._public = public
        self._private = private
        self._opened: bytes | None = None
        self._path = path

    @property
    def can_open(self) -> bool:
        """A user who holds the private half."""
        return self._private is not None

    def seal(self, text: str, client: UUID, row: UUID, field: str) -> bytes:
        """Encrypt a text so that it opens only for this client, row and field."""
        return self.seal_octets(text.encode("utf-8", "surrogatepass"), client, row, field)

    def seal_octets(self, octets: bytes, client: UUID, row: UUID, field: str) -> bytes:
        """Encrypt octets, such as those of a letter, in the same way."""
        return seal(self._public, _pad(octets), value_info(self._vault_id, client, row, field))

    def open(self, sealed: bytes, client: UUID, row: UUID, field: str) -> str:
        """Decrypt; errors.RegisterDamaged when it does not open for this client, row and field."""
        octets = self.open_octets(sealed, client, row, field)
        try:
            return octets.decode("utf-8", "surrogatepass")
        except ValueError:
            raise RegisterDamaged(path=self._path) from None

    def open_octets(self, sealed: bytes, client: UUID, row: UUID, field: str) -> bytes:
        """Decrypt octets; errors.RegisterDamaged when they do not open for this client, row and field."""
        if self._private is None:
            raise ValueError(field)
        try:
            if self._opened is None:
                self._opened = self._private()
            return _unpad(unseal(self._opened, sealed, value_info(self._vault_id, client, row, field)))
        except (SealBroken, ValueError):
            raise RegisterDamaged(path=self._path) from None

    def seal_content(
        self, chunks: Iterable[bytes], client: UUID, row: UUID, field: str
    ) -> tuple[bytes, Iterator[bytes]]:
        """Encrypt the chunks of a document under a new key; gives that key, sealed for `field`, and the chunks."""
        from wkc.vault.keys.content import KEY

        key = os.urandom(KEY)
        return self.seal_octets(key, client, row, field), self._content(key, row, field).seal(chunks)

    def open_content(
        self, sealed_key: bytes, sealed: Iterable[bytes], client: UUID, row: UUID, field: str
    ) -> Iterator[bytes]:
        """Decrypt the chunks of a document; errors.RegisterDamaged at the first that is not the next of this one."""
        from wkc.vault.keys.content import ContentBroken

        key = self.open_octets(sealed_key, client, row, field)
        try:
            yield from self._content(key, row, field).open(sealed)
        except ContentBroken:
            raise RegisterDamaged(path=self._path) from None

    def _content(self, key: bytes, row: UUID, field: str) -> "ContentCipher":
        """Give the cipher of a document; its key is sealed for one client, and the content for the document alone."""
        from wkc.vault.keys.content import ContentCipher

        return ContentCipher(key, canonical_json.dump(["wkc/1/content", str(self._vault_id), str(row), field]))


class Resealer:
    """Takes a sealed value from one special pair to the next, in the same place and unread."""

    __slots__ = ("_private", "_public", "_vault_id")

    def __init__(self, vault_id: UUID, private: bytes, public: bytes) -> None:
        self._vault_id = vault_id
        self._private = private
        self._public = public

    def __call__(self, sealed: bytes, client: UUID, row: UUID, field: str) -> bytes | None:
        """Seal a value anew; None for one that does not open, to us as to everybody."""
        info = value_info(self._vault_id, client, row, field)
        try:
            return seal(self._public, unseal(self._private, sealed, info), info)
        except SealBroken:
            return None

    def seal_before(self, text: str, client: UUID, row: UUID, field: str) -> bytes:
        """Seal a text as the values are sealed that this seals anew: to the pair before."""
        before = public_of(self._private)
        return seal(before, _pad(text.encode()), value_info(self._vault_id, client, row, field))


def _pad(plain: bytes) -> bytes:
    """Fill up to a whole number of BLOCKs: the length would tell one country or one code from another."""
    from cryptography.hazmat.primitives.padding import PKCS7

    padder = PKCS7(8 * BLOCK).padder()
    return padder.update(plain) + padder.finalize()


def _unpad(padded: bytes) -> bytes:
    """Take the filling off; ValueError."""
    from cryptography.hazmat.primitives.padding import PKCS7

    unpadder = PKCS7(8 * BLOCK).unpadder()
    return unpadder.update(padded) + unpadder.finalize()


def _make_suite() -> "Suite":
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

    from wkc.vault.keys import self_test

    self_test.check_ciphers()
    return Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
