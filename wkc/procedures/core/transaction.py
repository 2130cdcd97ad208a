"""The one maker of a store, and the write transaction that the door and the repairs beneath it share."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

from wkc.store.core import register as register_metadata
from wkc.store.store import Store
from wkc.vault.database.register import Register
from wkc.vault.files.sqlite_errors import translated
from wkc.vault.files.waiting import waiting

if TYPE_CHECKING:
    from wkc.records.crypto import Sealer, Signer


class Keyed(Protocol):
    """A keyed connection with a signer and a sealer: a register, a new vault or a rotation."""

    @property
    def connection(self) -> Any:
        """The SQLCipher connection."""

    @property
    def signer(self) -> "Signer":
        """The signer of the acting user."""

    @property
    def sealer(self) -> "Sealer":
        """The sealer of the special pair."""


def make_store(connection: Any, signer: "Signer", sealer: "Sealer") -> Store:
    """Make a store over a keyed connection, for reading or inside a transaction of the caller."""
    return Store(connection, signer, sealer)


def store_of(keyed: Keyed) -> Store:
    """Make the store of a register, a new vault or a rotation."""
    return make_store(keyed.connection, keyed.signer, keyed.sealer)


@contextmanager
def write_transaction(keyed: Keyed) -> Iterator[Store]:
    """Run one write transaction: committed at the end, unless the body did; rolled back on any exception."""
    store = store_of(keyed)
    with waiting():
        store.begin()
    try:
        yield store
        if store.has_begun:
            store.commit()
    finally:
        store.rollback()


@contextmanager
def transaction(register: Register) -> Iterator[Store]:
    """Run one write transaction on a register that is proved to be the vault's own, at its own schema.

    errors.RegisterOlder, RegisterNewer, RegisterDamaged before the transaction; what SQLCipher refuses is translated.
    """
    with translated(register.path):
        register_metadata.check(register.connection, register.path, register.vault_id, register.generation)
        with write_transaction(register) as store:
            yield store
