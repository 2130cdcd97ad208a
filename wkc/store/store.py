"""The register as one thing to ask: a keyed connection, who signs and who seals."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from functools import lru_cache
from os import urandom
from typing import TYPE_CHECKING, Any
from uuid import UUID

from wkc.records.dossier import Client
from wkc.store.queries import queries

if TYPE_CHECKING:
    from wkc.records.crypto import LineProof, Sealer, Signer

_Q = queries("store")
_RANDOM = 16 * 64
"""Random octets that are asked of the system at a time: those of 64 uuids."""


class Store:
    """A keyed connection with the acting user's signer and sealer; only `procedures/core/transaction.py` makes one."""

    def __init__(self, connection: Any, signer: "Signer", sealer: "Sealer") -> None:
        self.connection = connection
        self.signer = signer
        self.sealer = sealer
        self.changed_clients: dict[UUID, Client] = {}
        """The clients whose covered rows this transaction changes, by UUID (coverage.py)."""
        self.settings_changed = False
        """True where this transaction changes the settings."""
        self._has_links: bool | None = None
        self._changes = 0
        self._random = b""
        self._has_savepoint = False
        self.can_repair_rows = False
        """True where the acting user may change rows that the log does not cover."""
        self.proof: LineProof | None = None
        """The proof of the lines that cover rows; None where the whole log is judged elsewhere."""

    def new_uuid(self) -> UUID:
        """Make a random UUID (version 4, RFC 9562 5.4).

        Some leave the register, in the destruction ledger and the log: one that counted time would reveal the order of
        the list that a client came in with, and so the name.
        """
        return UUID(bytes=self.new_uuid_octets())

    def new_uuid_octets(self) -> bytes:
        """Make the octets of such a UUID: an import needs one for each value."""
        if not self._random:
            self._random = urandom(_RANDOM)
        octets = bytearray(self._random[:16])
        self._random = self._random[16:]
        octets[6] = octets[6] & 0x0F | 0x40
        octets[8] = octets[8] & 0x3F | 0x80
        return bytes(octets)

    def one(self, sql: str, **parameters: object) -> Any:
        """Give the first row of a query, its columns by name, or None."""
        return self.connection.execute(sql, parameters).fetchone()

    def all(self, sql: str, **parameters: object) -> Iterator[Any]:
        """Give the rows of a query one by one, their columns by name."""
        return iter(self.connection.execute(sql, parameters))

    def tuples(self, sql: str, **parameters: object) -> Iterator[tuple[Any, ...]]:
        """Give the rows of a query one by one, in the order of its columns: of a hundred thousand, names take a third.

        The types of the columns are SQLite's: int, str, bytes, float or None.
        """
        cursor = self.connection.cursor()
        cursor.row_factory = None
        return iter(cursor.execute(sql, parameters))

    def run(self, sql: str, **parameters: object) -> int:
        """Carry out a change and give the number of rows that it touched."""
        count: int = self.connection.execute(sql, parameters).rowcount
        return count

    def run_many(self, sql: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Carry out a change for each row, its columns in the order of the statement."""
        self.connection.executemany(sql, rows)

    def insert(self, sql: str, **parameters: object) -> int:
        """Insert one row and give its rowid."""
        rowid: int = self.connection.execute(sql, parameters).lastrowid
        return rowid

    def next_number(self, noun: str) -> int:
        """Give the next number of a row of one kind, through the whole register."""
        last: int = self.one(_Q.next_number, noun=noun)["last"]
        return last

    def seal(self, text: str | None, client: UUID, row: UUID, field: str) -> bytes | None:
        """Seal a text for one row of one client; nothing stays nothing."""
        return None if text is None else self.sealer.seal(text, self.sealed_for(client, row), row, field)

    def open(self, sealed: bytes | None, client: UUID, row: UUID, field: str) -> str | None:
        """Open what was sealed; None where there is nothing or where this user may not."""
        if sealed is None or not self.sealer.can_open:
            return None
        return self.sealer.open(sealed, self.sealed_for(client, row), row, field)

    def seal_octets(self, octets: bytes, client: UUID, row: UUID, field: str) -> bytes:
        """Seal octets for one row of one client."""
        return self.sealer.seal_octets(octets, self.sealed_for(client, row), row, field)

    def open_octets(self, sealed: bytes, client: UUID, row: UUID, field: str) -> bytes | None:
        """Open octets that were sealed; None where this user may not."""
        return (
            self.sealer.open_octets(sealed, self.sealed_for(client, row), row, field) if self.sealer.can_open else None
        )

    def sealed_for(self, client: UUID, row: UUID) -> UUID:
        """Give the client that a row is sealed for: its own, or the one that it came over from with a link."""
        if self._has_links is None:
            self._has_links = bool(self.one(_Q.is_there)["there"]) and bool(self.one(_Q.any_rows)["came"])
        came = self.one(_Q.sealed_for, row=row.bytes) if self._has_links else None
        return client if came is None else UUID(bytes=came["uuid"])

    def look_for_links(self) -> None:
        """Forget whether rows came over with a link, because one was made or undone."""
        self._has_links = None

    def begin(self) -> None:
        """Start a write transaction at once: a deferred one that turns writer fails under other writers."""
        self.connection.execute("BEGIN IMMEDIATE")

    @property
    def has_begun(self) -> bool:
        """Tell whether a transaction is open."""
        return bool(self.connection.in_transaction)

    def set_savepoint(self) -> None:
        """Set the point of the transaction to which a refused or failed action is rolled back."""
        self.connection.execute("SAVEPOINT action")
        self._has_savepoint = True
        self._changes = self.connection.total_changes

    def release_savepoint(self) -> None:
        """Give that point up before many changes: a roll-back then undoes the whole transaction and begins another.

        While it is kept, SQLite walks all that was changed since at the end of each statement.
        """
        self.connection.execute("RELEASE action")
        self._has_savepoint = False

    @property
    def has_changed(self) -> bool:
        """Tell whether a row was written since the savepoint."""
        return bool(self.connection.total_changes > self._changes)

    def roll_back_to_savepoint(self) -> None:
        """Undo everything since the savepoint, and stay in the transaction to write down that it failed."""
        self.changed_clients.clear()
        self.settings_changed = False
        if self._has_savepoint:
            self.connection.execute("ROLLBACK TO action")
        else:
            self.rollback()
            self.begin()

    def commit(self) -> None:
        """Commit the transaction."""
        self.connection.execute("COMMIT")

    def rollback(self) -> None:
        """Undo everything, if anything is open."""
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")


@lru_cache(maxsize=4)  # an import stamps every row with one instant
def stamp(at: datetime) -> str:
    """Give an instant as it is stored: UTC, ISO 8601, seconds, Z."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@lru_cache(maxsize=16)  # the values of a client share a few
def moment(text: str) -> datetime:
    """Read a stored instant."""
    return datetime.fromisoformat(text)


def moment_or_none(text: str | None) -> datetime | None:
    """Read an instant that may not have come."""
    return None if text is None else datetime.fromisoformat(text)


def day_or_none(text: str | None) -> date | None:
    """Read a day that may not have come."""
    return None if text is None else date.fromisoformat(text)
