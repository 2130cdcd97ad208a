"""A page of a register decrypted without SQLCipher, from the description of its file format alone."""

import hashlib
import hmac
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CBC

PAGE = 4096
SALT = 16
IV = 16
MAC = 64
PLAIN = b"SQLite format 3\0"


def page(path: Path, key: bytes, number: int) -> bytes:
    """Give a decrypted page, counted from 1; ValueError when its HMAC-SHA512 is not that of this key."""
    with path.open("rb") as file:
        salt = file.read(SALT)
        file.seek((number - 1) * PAGE)
        found = file.read(PAGE)
    skipped = SALT if number == 1 else 0
    content, vector, mac = found[skipped : -IV - MAC], found[-IV - MAC : -MAC], found[-MAC:]
    mac_salt = bytes(octet ^ 0x3A for octet in salt)
    mac_key = hashlib.pbkdf2_hmac("sha512", key, mac_salt, 2, 32)
    said = content + vector + number.to_bytes(4, "little")
    if not hmac.compare_digest(hmac.digest(mac_key, said, "sha512"), mac):
        raise ValueError(number)
    decryptor = Cipher(AES256(key), CBC(vector)).decryptor()
    return (PLAIN if number == 1 else b"") + decryptor.update(content) + decryptor.finalize()
