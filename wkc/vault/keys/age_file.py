"""Files for outside in the age format (age-encryption.org/v1): for a public key, or under a passphrase of our own."""

import secrets
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple, Protocol

from wkc.errors.document import RecipientWrong

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX = ".age"
PASSPHRASE = "passphrase"  # noqa: S105  (a word that is typed, not a secret)
"""The word in the place of a public key."""
_SIGNS = "abcdefghjkmnpqrstvwxyz23456789"
_GROUPS, _LENGTH = 5, 5  # 25 of 30 signs: 122 bits


def with_suffix(path: "Path") -> "Path":
    """Give a path whose name says that the file is encrypted."""
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


class Writer(Protocol):
    """A place that octets go to, such as a file."""

    def write(self, octets: bytes, /) -> int:
        """Write octets, and give how many."""


class Envelope(NamedTuple):
    """The way in which a file is closed: for a public key (`age1…`), or under a passphrase."""

    recipient: str | None
    passphrase: str | None

    def close_stream(self, parts: Iterable[bytes], file: Writer) -> None:
        """Encrypt parts to a file as they come; under a passphrase at once, for pyrage has no other way."""
        import pyrage

        if self.recipient is None:
            file.write(self.close(b"".join(parts)))
            return
        pyrage.encrypt_io(_Parts(parts), file, [pyrage.x25519.Recipient.from_str(self.recipient)])

    def close(self, content: bytes) -> bytes:
        """Encrypt a file; a passphrase takes age's scrypt a second."""
        import pyrage

        if self.passphrase is not None:
            return bytes(pyrage.passphrase.encrypt(content, self.passphrase))
        return bytes(pyrage.encrypt(content, [pyrage.x25519.Recipient.from_str(self.recipient)]))


class _Parts:
    """Parts as a stream that is read."""

    def __init__(self, parts: Iterable[bytes]) -> None:
        self._parts = iter(parts)
        self._left = b""

    def read(self, size: int) -> bytes:
        """Give the next octets, as many as are there; none at the end."""
        if not self._left:
            self._left = next(self._parts, b"")
        part, self._left = self._left[:size], self._left[size:]
        return part


def make_envelope(typed: str) -> Envelope:
    """Give the envelope for a public key, or with a new passphrase for the word; errors.RecipientWrong."""
    import pyrage

    if typed.strip().casefold() == PASSPHRASE:
        groups = ("".join(secrets.choice(_SIGNS) for _ in range(_LENGTH)) for _ in range(_GROUPS))
        return Envelope(None, "-".join(groups))
    try:
        return Envelope(str(pyrage.x25519.Recipient.from_str(typed.strip())), None)
    except pyrage.RecipientError:
        raise RecipientWrong from None
