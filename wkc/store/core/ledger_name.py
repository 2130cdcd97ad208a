"""The names that the destruction ledger has for clients and entries whose own uuid counts the time (VAULT 7).

The ledger is readable without a key. A uuid of version 7 in it (RFC 9562 5.7) reveals the order in which clients came
and, by the list that they came in, who they are. Their names come from a secret of the vault that never changes and
that every backup has, older ones too: the signature of the first line of the log.
"""

import hmac
from typing import Any
from uuid import UUID

from wkc.store.queries import queries
from wkc.store.store import Store

_Q = queries("core/ledger_name")
_DOMAIN = b"wkc/1/ledger name\0"
_VERSION = 4


def name_of(store: Store, uuid: UUID) -> UUID:
    """Give the name of a client or an entry in the ledger: its own uuid, where that is random."""
    row = store.one(_Q.name_of, uuid=uuid.bytes)
    return uuid if row is None else UUID(bytes=row["name"])


def uuid_of(store: Store, name: UUID) -> UUID:
    """Give the client or entry that a line of the ledger names; lines from before there were names have its uuid."""
    row = store.one(_Q.uuid_of, name=name.bytes)
    return name if row is None else UUID(bytes=row["own"])


def read_secret(connection: Any) -> bytes:
    """Give the secret that names are made from, 64 octets; no octets in a register whose log has not begun."""
    row = connection.execute(_Q.beginning).fetchone()
    return b"" if row is None else bytes(row["signature"])


def make_name(secret: bytes, uuid: bytes) -> bytes:
    """Make the name of a uuid, 16 octets of version 4: HMAC-SHA256 under the secret of the vault."""
    return UUID(bytes=hmac.digest(secret, _DOMAIN + uuid, "sha256")[:16], version=_VERSION).bytes
