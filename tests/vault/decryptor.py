"""A register decrypted without SQLCipher, page by page, from the description of its file format alone."""

import hashlib
import hmac
from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CBC

PAGE = 4096
SALT = 16
IV = 16
MAC = 64
PLAIN = b"SQLite format 3\0"
WAL_HEAD = 32
FRAME_HEAD = 24


def page(path: Path, key: bytes, number: int) -> bytes:
    """Give a decrypted page, counted from 1; ValueError when its HMAC-SHA512 is not that of this key."""
    with path.open("rb") as file:
        salt = file.read(SALT)
        file.seek((number - 1) * PAGE)
        return decrypted(file.read(PAGE), key, salt, number)


def decrypted(found: bytes, key: bytes, salt: bytes, number: int) -> bytes:
    skipped = SALT if number == 1 else 0
    content, vector, mac = found[skipped : -IV - MAC], found[-IV - MAC : -MAC], found[-MAC:]
    mac_salt = bytes(octet ^ 0x3A for octet in salt)
    mac_key = hashlib.pbkdf2_hmac("sha512", key, mac_salt, 2, 32)
    said = content + vector + number.to_bytes(4, "little")
    if not hmac.compare_digest(hmac.digest(mac_key, said, "sha512"), mac):
        raise ValueError(number)
    decryptor = Cipher(AES256(key), CBC(vector)).decryptor()
    return (PLAIN if number == 1 else b"") + decryptor.update(content) + decryptor.finalize()


def pages(path: Path, key: bytes) -> Iterator[bytes]:
    """Give every page of a register, free ones too."""
    for number in range(1, path.stat().st_size // PAGE + 1):
        yield page(path, key, number)


def frames(path: Path, key: bytes) -> Iterator[bytes]:
    """Give every page in the frames of a register's WAL, those of earlier rounds too."""
    wal = path.with_name(path.name + "-wal")
    if not wal.exists():
        return
    salt = path.read_bytes()[:SALT]
    content = wal.read_bytes()[WAL_HEAD:]
    for start in range(0, len(content) - FRAME_HEAD - PAGE + 1, FRAME_HEAD + PAGE):
        number = int.from_bytes(content[start : start + 4], "big")
        yield decrypted(content[start + FRAME_HEAD : start + FRAME_HEAD + PAGE], key, salt, number)


def everything(path: Path, key: bytes) -> bytes:
    """Give all that a register holds for who has its key: its pages, then the frames of its WAL."""
    return b"".join((*pages(path, key), *frames(path, key)))
