"""A file in the age format under a passphrase (age-encryption.org/v1: the recipient scrypt, the header, the payload).

The file key is wrapped under scrypt (RFC 7914) of the passphrase; the payload is STREAM in chunks of 64 KiB. The work
factor is our own: the passphrases are random, of 122 bits, so it protects nothing, and the same on every machine.
"""

import hmac
import secrets
from base64 import b64encode
from collections.abc import Iterable, Iterator

from wkc.vault.keys import self_test
from wkc.vault.keys.content import ContentCipher

WORK = 15
"""The logarithm of scrypt's cost: 32 MiB and a tenth of a second."""
CHUNK = 64 * 1024
_VERSION = b"age-encryption.org/v1"
_FILE_KEY, _SALT, _KEY = 16, 16, 32


def close(parts: Iterable[bytes], passphrase: str) -> Iterator[bytes]:
    """Give the octets of the file as the parts of its content come; the header first."""
    self_test.check_ciphers()
    file_key, nonce = secrets.token_bytes(_FILE_KEY), secrets.token_bytes(_SALT)
    yield _make_header(file_key, passphrase) + nonce
    yield from ContentCipher(_derive(file_key, nonce, b"payload"), b"").seal(_cut(parts))


def _make_header(file_key: bytes, passphrase: str) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    salt = secrets.token_bytes(_SALT)
    scrypt = Scrypt(salt=_VERSION + b"/scrypt" + salt, length=_KEY, n=2**WORK, r=8, p=1)
    # The nonce of zeros is the format's: the key wraps one file key, and is derived for no other file.
    wrapped = ChaCha20Poly1305(scrypt.derive(passphrase.encode())).encrypt(bytes(12), file_key, None)
    header = b"%s\n-> scrypt %s %d\n%s\n---" % (_VERSION, _in_base64(salt), WORK, _in_base64(wrapped))
    mac = hmac.digest(_derive(file_key, b"", b"header"), header, "sha256")
    return header + b" " + _in_base64(mac) + b"\n"


def _derive(file_key: bytes, salt: bytes, label: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), _KEY, salt, label).derive(file_key)


def _in_base64(octets: bytes) -> bytes:
    return b64encode(octets).rstrip(b"=")


def _cut(parts: Iterable[bytes]) -> Iterator[bytes]:
    """Cut a content into chunks; the last has what is left, and nothing only where there is no content at all."""
    held = bytearray()
    for part in parts:
        held += part
        while len(held) > CHUNK:
            yield bytes(held[:CHUNK])
            del held[:CHUNK]
    yield bytes(held)
