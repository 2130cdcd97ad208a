"""The protocols of signing and sealing that the vault carries out (VAULT §2)."""

from collections.abc import Iterable, Iterator
from typing import Protocol
from uuid import UUID

from wkc.records.audit import AuditLine


class Signer(Protocol):
    """Signs for the acting user with the Ed25519 key of the own slot (RFC 8032)."""

    @property
    def slot_id(self) -> UUID:
        """The slot whose key signs."""

    @property
    def vault_id(self) -> UUID:
        """The vault that the signature is bound to."""

    def sign(self, label: str, digest: bytes) -> bytes:
        """Sign a 32-byte digest under a label (`audit`, `ledger`, `backup`): 64 bytes."""

    def sign_each(self, label: str, digests: Iterable[bytes]) -> list[bytes]:
        """Sign many digests under one label, in their order."""


class LineProof(Protocol):
    """Proves by the signed log what certain rows are."""

    @property
    def needs_line(self) -> bool:
        """Tell whether the last line may be proof enough."""

    def read_covers(self, subject: UUID, line: AuditLine | None) -> str:
        """Give the digest of a client's rows by the log; `line` is the last one on them, where one is needed."""

    def read_settings(self, line: AuditLine | None) -> str | None:
        """Give the digest of the settings in the same way; None where no line has it."""


class Sealer(Protocol):
    """Seals values of the sealed classes, and free notes, to the special pair (HPKE, RFC 9180)."""

    @property
    def can_open(self) -> bool:
        """Tell whether this user holds the private half."""

    def seal(self, text: str, client: UUID, row: UUID, field: str) -> bytes:
        """Encrypt a text so that it opens only for this client, row and field."""

    def open(self, sealed: bytes, client: UUID, row: UUID, field: str) -> str:
        """Decrypt; errors.RegisterDamaged when it does not open for this client, row and field."""

    def seal_octets(self, octets: bytes, client: UUID, row: UUID, field: str) -> bytes:
        """Encrypt octets, such as those of a letter, in the same way."""

    def open_octets(self, sealed: bytes, client: UUID, row: UUID, field: str) -> bytes:
        """Decrypt octets; errors.RegisterDamaged when they do not open for this client, row and field."""

    def seal_content(
        self, chunks: Iterable[bytes], client: UUID, row: UUID, field: str
    ) -> tuple[bytes, Iterator[bytes]]:
        """Encrypt the chunks of a document under a key of its own; give that key sealed for `field`, and the chunks."""

    def open_content(
        self, sealed_key: bytes, sealed: Iterable[bytes], client: UUID, row: UUID, field: str
    ) -> Iterator[bytes]:
        """Decrypt the chunks of a document; errors.RegisterDamaged where one is missing or not of this document."""
