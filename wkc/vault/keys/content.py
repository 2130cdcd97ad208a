"""Sealing a document in chunks under a key of its own (STREAM of Hoang, Reyhanitabar, Rogaway and Vizár, as in age).

Each chunk is encrypted with ChaCha20-Poly1305 (RFC 8439); its nonce is its number and whether it is the last, so that
a chunk that is left out, exchanged, repeated or cut off does not open.
"""

from collections.abc import Iterable, Iterator

from wkc.vault.keys import self_test

KEY = 32
CHUNK = 256 * 1024
"""Octets of a chunk before it is sealed; the last may have fewer."""
_COUNTER = 11  # octets of the nonce that count; one more tells the last chunk


class ContentBroken(Exception):
    """A chunk does not open in its place, or the last is missing; it never leaves the vault."""


class ContentCipher:
    """The cipher of one document: `key` is used for no other, `place` names vault and document."""

    __slots__ = ("_cipher", "_place")

    def __init__(self, key: bytes, place: bytes) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

        self_test.check_ciphers()
        self._cipher = ChaCha20Poly1305(key)
        self._place = place

    def seal(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """Encrypt chunks of CHUNK octets, the last of fewer or as many; one at least."""
        for number, chunk, last in _number_chunks(chunks):
            yield self._cipher.encrypt(_make_nonce(number, last=last), chunk, self._place)

    def open(self, sealed: Iterable[bytes]) -> Iterator[bytes]:
        """Decrypt chunk by chunk; ContentBroken."""
        from cryptography.exceptions import InvalidTag

        opened = False
        for number, chunk, last in _number_chunks(sealed):
            try:
                yield self._cipher.decrypt(_make_nonce(number, last=last), chunk, self._place)
            except InvalidTag:
                raise ContentBroken from None
            opened = True
        if not opened:
            raise ContentBroken


def _number_chunks(chunks: Iterable[bytes]) -> Iterator[tuple[int, bytes, bool]]:
    """Give each chunk with its number, and whether no other follows."""
    pending: bytes | None = None
    number = 0
    for chunk in chunks:
        if pending is not None:
            yield number, pending, False
            number += 1
        pending = chunk
    if pending is not None:
        yield number, pending, True


def _make_nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(_COUNTER, "big") + bytes([last])
