"""Opening the encrypted register, in the order that VAULT 3 gives and no other."""

import functools
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from msgspec import Struct

from wkc.errors.families import WkcError
from wkc.errors.vault import KeyringOutdated, NotARegister, RegisterDamaged, RegisterMissing, SqliteTooOld
from wkc.vault.database import authorizer
from wkc.vault.files import failpoints
from wkc.vault.files.home import FILE_MODE, Home, open_plain, private_umask
from wkc.vault.files.sqlite_errors import disk, translated
from wkc.vault.keys import keyring, role_tag
from wkc.vault.keys.identity import Identity
from wkc.vault.keys.keyring import Keyring
from wkc.vault.keys.seal import Seals
from wkc.vault.keys.slot import SPECIAL, Slot
from wkc.vault.keys.trust import verify_keyring

if TYPE_CHECKING:
    from wkc.records.crypto import Sealer, Signer

APPLICATION = 0x776B6331  # "wkc1"
PAGE = 4096
PLAIN = b"SQLite format 3\0"
LEAST_SQLITE = (3, 51, 3)
TIMEOUT = 30
WAIT = 60.0  # seconds for the exclusive lock
JOURNAL_KEPT = 16 * 1024 * 1024

PRAGMAS = (
    "foreign_keys=ON",
    "recursive_triggers=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "synchronous=FULL",
    "temp_store=MEMORY",
    "cell_size_check=ON",
    "mmap_size=0",
    "cache_size=-32768",
    f"journal_size_limit={JOURNAL_KEPT}",
)

READING = ("query_only=ON", "trusted_schema=OFF", "temp_store=MEMORY", "cell_size_check=ON", "mmap_size=0")

_HEX = tuple(b"%02x" % octet for octet in range(256))
_AROUND = 2  # x' before the digits


class Register(Struct, frozen=True):
    """An open register: the sqlcipher3 connection in autocommit, and who works on it with which keys.

    Whether vault id and generation inside the file are these is for the store to compare.
    """

    path: Path
    connection: Any
    vault_id: UUID
    generation: int
    slots: tuple[Slot, ...]
    signer: "Signer"
    sealer: "Sealer"
    role_key: bytes

    def proves_role(self, slot: Slot, role: str) -> bool:
        """Check that a beheerder signed this role for a slot of the keyring."""
        return role_tag.is_proved(self.role_key, slot, role)


@contextmanager
def open_shared(home: Home, identity: Identity) -> Iterator[Register]:
    """Open the register for a user under the shared lock, with the authorizer on.

    Not twice at once in one process: the look at the file would drop the locks of the first connection.
    """
    home.check()
    with home.lock(), open_under_lock(home, identity) as register:
        authorizer.guard(register.connection)
        yield register


@contextmanager
def open_exclusively(home: Home, identity: Identity, wait: float = WAIT) -> Iterator[Register]:
    """Open the register under the exclusive lock, with the authorizer on: for changes of users and keys."""
    with open_alone(home, identity, wait) as register:
        authorizer.guard(register.connection)
        yield register


@contextmanager
def open_alone(home: Home, identity: Identity, wait: float = WAIT) -> Iterator[Register]:
    """Open the register under the exclusive lock, without the authorizer: for upgrades and the purge."""
    from wkc.vault.database import leftovers

    home.check()
    with home.lock(exclusive=True, wait=wait), open_under_lock(home, identity) as register:
        leftovers.remove_leftovers(home, register.path)
        yield register


@contextmanager
def open_under_lock(home: Home, identity: Identity) -> Iterator[Register]:
    """Open the register without the authorizer, under a lock that the caller holds."""
    ring = keyring.read(home)
    key = bytearray(verify_keyring(ring, identity).register_key)
    try:
        role_key = role_tag.derive_role_key(bytes(key), ring.vault_id)
        connection = open_file(ring.register, key)
    finally:
        wipe(key)
    try:
        yield make_register(ring, identity, ring.register, connection, role_key)
    finally:
        connection.close()


def make_register(ring: Keyring, identity: Identity, path: Path, connection: Any, role_key: bytes) -> Register:
    """Give an open file of a verified keyring as the register that a user works on."""
    return Register(
        path=path,
        connection=connection,
        vault_id=ring.vault_id,
        generation=ring.generation,
        slots=ring.slots,
        signer=identity,
        sealer=_make_sealer(ring, identity),
        role_key=role_key,
    )


def _make_sealer(ring: Keyring, identity: Identity) -> Seals:
    private = functools.partial(identity.unseal, ring, SPECIAL) if identity.has_key(ring, SPECIAL) else None
    return Seals(ring.vault_id, ring.special, private, ring.register)


def open_file(path: Path, key: bytes | bytearray) -> Any:
    """Open a register with its 32-octet key; RegisterMissing, NotARegister, RegisterDamaged, SqliteTooOld."""
    return _open(path, key, "rw", _prepare_to_write)


def open_kept(path: Path, key: bytes | bytearray) -> Any:
    """Open a copy that is kept in one file, to read it and change nothing; as open_file."""
    return _open(path, key, "ro", _prepare_to_read)


def _open(path: Path, key: bytes | bytearray, mode: str, prepare: Callable[[Any], bool]) -> Any:
    """Open a file and prepare its connection, which tells whether the file is a register; else it is closed."""
    check_sqlite()
    _check_header(path)
    with translated(path):
        connection = _connect(path, key, mode)
        try:
            if not prepare(connection):
                raise RegisterDamaged(path=path)  # noqa: TRY301  (the connection is closed below)
        except BaseException:
            connection.close()
            raise
    return connection


def _prepare_to_write(connection: Any) -> bool:
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    journal = connection.execute("PRAGMA journal_mode=WAL").fetchone()["journal_mode"]
    return _read_application_id(connection) == APPLICATION and journal == "wal"


def _prepare_to_read(connection: Any) -> bool:
    for pragma in READING:
        connection.execute(f"PRAGMA {pragma}")
    return _read_application_id(connection) == APPLICATION


def create(path: Path, key: bytes | bytearray) -> Any:
    """Make an empty register with this key, and open it; FileExistsError."""
    check_sqlite()
    with translated(path), private_umask():
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, FILE_MODE))
        failpoints.failpoint("register touched")
        connection = _connect(path, key, "rwc")
        try:
            encrypted = connection.execute("PRAGMA cipher_status").fetchone()["cipher_status"]
            connection.execute(f"PRAGMA application_id={APPLICATION}")
        finally:
            connection.close()
        if encrypted != "1":
            raise NotARegister(path=path)
        failpoints.failpoint("register keyed")
    return open_file(path, key)


def wipe(key: bytearray) -> None:
    """Overwrite a secret in its place."""
    key[:] = bytes(len(key))


@functools.cache
def check_sqlite() -> None:
    """Check the SQLite we run on, and keep SQLCipher from writing to stderr; SqliteTooOld."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(":memory:")
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")
        cipher = connection.execute("PRAGMA cipher_version").fetchone()
    finally:
        connection.close()
    if cipher is None or dbapi2.sqlite_version_info < LEAST_SQLITE:
        raise SqliteTooOld(version=dbapi2.sqlite_version, least=".".join(map(str, LEAST_SQLITE)))


def _check_header(path: Path) -> None:
    """Refuse what cannot be a register, before we connect: closing it later would drop SQLite's locks."""
    try:
        with disk(), os.fdopen(open_plain(path, os.O_RDONLY), "rb") as file:
            head = file.read(len(PLAIN))
            size = os.fstat(file.fileno()).st_size
    except FileNotFoundError:
        raise _explain_missing(path) from None
    if size < PAGE or head == PLAIN:
        raise NotARegister(path=path)


def _explain_missing(path: Path) -> WkcError:
    """Make the error for a register that is not there: an older keyring put back, where its copy names one that is."""
    home = Home(path.parent)
    copied = keyring.read_copy(home)
    if copied is not None and copied.register != path and copied.register.is_file():
        return KeyringOutdated(home=home.path)
    return RegisterMissing(path=path)


def _read_application_id(connection: Any) -> int:
    number: int = connection.execute("PRAGMA application_id").fetchone()["application_id"]
    return number


def _connect(path: Path, key: bytes | bytearray, mode: str) -> Any:
    from sqlcipher3 import dbapi2

    with private_umask():
        connection = dbapi2.connect(
            f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=TIMEOUT
        )
    connection.row_factory = dbapi2.Row
    literal = bytearray(b"x'" + bytes(2 * len(key)) + b"'")
    for place, octet in enumerate(key):
        start = _AROUND + 2 * place
        literal[start : start + 2] = _HEX[octet]
    try:
        connection.set_key(literal)
    except BaseException:
        connection.close()
        raise
    finally:
        wipe(literal)
    return connection
