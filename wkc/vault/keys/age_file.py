"""Files for outside in the age format (age-encryption.org/v1): for a public key, or under a passphrase of our own."""

import secrets
from typing import TYPE_CHECKING, NamedTuple

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


class Envelope(NamedTuple):
    """The way in which a file is closed: for a public key (`age1…`), or under a passphrase."""

    recipient: str | None
    passphrase: str | None

    def close(self, content: bytes) -> bytes:
        """Encrypt a file; a passphrase takes age's scrypt a second."""
        import pyrage

        if self.passphrase is not None:
            return bytes(pyrage.passphrase.encrypt(content, self.passphrase))
        return bytes(pyrage.encrypt(content, [pyrage.x25519.Recipient.from_str(self.recipient)]))


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
