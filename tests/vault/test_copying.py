"""A copy is the whole register under another key, proved on a fresh connection; debris goes with the next command."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from tests import steps
from tests.vault.conftest import Vault
from wkc.errors.families import WkcError
from wkc.errors.vault import DiskFull, MemoryShort, RegisterBusy, RegisterDamaged
from wkc.vault.database import copy as copying
from wkc.vault.database import health
from wkc.vault.database.register import open_alone, open_exclusively, open_file, open_shared
from wkc.vault.files import failpoints
from wkc.vault.files.sqlite_errors import translated
from wkc.vault.keys import keyring

KEY = b"k" * 32


@pytest.fixture
def place(vault: Vault) -> Path:
    return vault.home.path / "register-1.db.new"


def test_a_copy_holds_every_row_under_its_own_key(vault: Vault, place: Path) -> None:
    with open_exclusively(vault.home, vault.anna) as register:
        made = copying.copy(register.connection, place, KEY)
    assert [*map(tuple, made.execute("SELECT name FROM client").fetchall())] == [("Geertje Zonneveld-Overduin",)]
    copying.close_as_one_file(made, place)
    assert place.stat().st_mode & 0o777 == 0o600
    with pytest.raises(RegisterDamaged):
        open_file(place, vault.register_key)


def test_what_was_written_a_moment_ago_is_in_the_copy(vault: Vault, place: Path) -> None:
    with open_alone(vault.home, vault.anna) as register:
        register.connection.execute("INSERT INTO client VALUES (2, 'Nieuw')")
        made = copying.copy(register.connection, place, KEY)
    assert copying.count_contents(made).rows == {"audit": 1, "client": 2}
    made.close()


def test_a_copy_is_not_made_while_somebody_reads_the_log(vault: Vault, place: Path) -> None:
    with open_alone(vault.home, vault.anna) as register:
        register.connection.execute("PRAGMA busy_timeout = 0")
        register.connection.execute("INSERT INTO client VALUES (2, 'Nieuw')")
        ready, waiting = os.pipe(), os.pipe()
        child = os.fork()
        if child == 0:
            key = vault.anna.unseal(vault.ring, "register").hex()
            reader = dbapi2.connect(str(register.path), isolation_level=None)
            reader.execute(f"PRAGMA key = \"x'{key}'\"")
            reader.execute("BEGIN")
            reader.execute("SELECT * FROM client").fetchall()
            os.write(ready[1], b"r")
            os.read(waiting[0], 1)
            os._exit(0)
        os.read(ready[0], 1)
        with pytest.raises(RegisterBusy):
            copying.copy(register.connection, place, KEY)
        os.write(waiting[1], b"w")
        os.waitpid(child, 0)


def test_a_compacted_register_is_the_same_without_free_pages(vault: Vault, place: Path) -> None:
    with open_alone(vault.home, vault.anna) as register:
        connection = register.connection
        connection.execute("CREATE TABLE much (x)")
        connection.executemany("INSERT INTO much VALUES (?)", ((os.urandom(900),) for _ in range(500)))
        connection.execute("DELETE FROM much")
        before = copying.count_contents(connection)
        copying.compact(connection, place)
        key = vault.register_key
    copying.verify(place, key, before)
    assert place.stat().st_size < 100_000
    assert place.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("page", [1, 2, 3])
def test_a_flipped_bit_in_any_page_is_found(vault: Vault, place: Path, page: int) -> None:
    with open_alone(vault.home, vault.anna) as register:
        made = copying.copy(register.connection, place, KEY)
    expected = copying.count_contents(made)
    copying.close_as_one_file(made, place)
    content = bytearray(place.read_bytes())
    content[(page - 1) * 4096 + 2000] ^= 1
    place.write_bytes(content)
    with pytest.raises(RegisterDamaged):
        copying.verify(place, KEY, expected)


@pytest.mark.parametrize("octet", [20, 2000, 4017, 4033, 4095], ids=["row", "middle", "IV", "HMAC", "end"])
def test_a_flipped_bit_in_any_page_of_a_compacted_register_is_found(vault: Vault, place: Path, octet: int) -> None:
    expected = compacted(vault, place)
    content, key = place.read_bytes(), vault.register_key
    for page in range(len(content) // 4096):
        place.write_bytes(flipped(content, page * 4096 + octet))
        with pytest.raises(RegisterDamaged):
            copying.verify(place, key, expected)
    place.write_bytes(content)
    copying.verify(place, key, expected)


@pytest.mark.parametrize("more", [b"x", bytes(4096), os.urandom(4096), os.urandom(9000)])
def test_octets_behind_the_end_are_found(vault: Vault, place: Path, more: bytes) -> None:
    expected = compacted(vault, place)
    with place.open("ab") as file:
        file.write(more)
    with pytest.raises(RegisterDamaged):
        copying.verify(place, vault.register_key, expected)


def test_a_register_that_lost_its_last_pages_is_found(vault: Vault, place: Path) -> None:
    expected = compacted(vault, place)
    place.write_bytes(place.read_bytes()[:-4096])
    with pytest.raises(RegisterDamaged):
        copying.verify(place, vault.register_key, expected)


def test_a_flipped_bit_in_a_free_page_is_found(vault: Vault, place: Path) -> None:
    with open_alone(vault.home, vault.anna) as register:
        made = copying.copy(register.connection, place, KEY)
    fill(made)
    made.execute("DELETE FROM much")
    expected = copying.count_contents(made)
    copying.close_as_one_file(made, place)
    place.write_bytes(flipped(place.read_bytes(), -2000))
    with pytest.raises(RegisterDamaged):
        copying.verify(place, KEY, expected)


def compacted(vault: Vault, place: Path) -> copying.Contents:
    """Fill a register, compact it into a file, and give what that holds."""
    with open_alone(vault.home, vault.anna) as register:
        fill(register.connection)
        copying.compact(register.connection, place)
        return copying.count_contents(register.connection)


def fill(connection: Any) -> None:
    connection.execute("CREATE TABLE much (x)")
    connection.execute("CREATE INDEX much_x ON much (x)")
    connection.executemany("INSERT INTO much VALUES (?)", ((os.urandom(size),) for size in (*range(90), 9_000)))


def flipped(content: bytes, place: int) -> bytes:
    """Give octets with one bit the other way."""
    changed = bytearray(content)
    changed[place] ^= 1
    return bytes(changed)


@pytest.mark.parametrize(
    "lost",
    [
        "DELETE FROM client",
        "UPDATE audit SET what = 'another'",
        "DROP TABLE client",
        "CREATE TABLE child (of INTEGER REFERENCES client); INSERT INTO child VALUES (9)",
    ],
)
def test_other_rows_than_expected_are_found(vault: Vault, place: Path, lost: str) -> None:
    with open_alone(vault.home, vault.anna) as register:
        made = copying.copy(register.connection, place, KEY)
    expected = copying.count_contents(made)
    made.execute("PRAGMA foreign_keys = OFF")
    made.executescript(lost)
    copying.close_as_one_file(made, place)
    with pytest.raises(RegisterDamaged):
        copying.verify(place, KEY, expected)


@pytest.mark.parametrize("step", steps.COPYING)
def test_a_full_disk_while_copying_leaves_the_register_as_it_was(
    vault: Vault, place: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(reached: str) -> None:
        if reached == step:
            raise OSError(28, "No space left on device")

    with open_exclusively(vault.home, vault.anna) as register:
        monkeypatch.setattr(failpoints, "failpoint", full)
        with pytest.raises((DiskFull, OSError)):
            copying.copy(register.connection, place, KEY)
        monkeypatch.undo()
        copying.remove(place)
        assert tuple(register.connection.execute("SELECT count(*) FROM client").fetchone()) == (1,)
    assert {path.name for path in vault.home.path.iterdir()} == {
        *("keyring.json", "keyring.json.copy", "register-1.db", "lock"),
    }


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ("database or disk is full", DiskFull),
        ("disk I/O error", DiskFull),
        ("database is locked", RegisterBusy),
        ("locking protocol", RegisterBusy),
        ("database disk image is malformed", RegisterDamaged),
        ("out of memory", MemoryShort),
    ],
)
def test_what_a_copy_fails_on_is_said_in_our_words_though_it_has_no_code(
    place: Path, words: str, error: type[Exception]
) -> None:
    with pytest.raises(error), translated(place):
        raise dbapi2.OperationalError(words)


def of_code(code: int) -> dbapi2.OperationalError:
    """Make an error as SQLCipher gives one, with its extended result code (sqlite.org/rescode.html)."""
    error = dbapi2.OperationalError("said in the words of SQLite")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "name"),
    [
        (of_code(7), "memory_short"),  # SQLITE_NOMEM
        (of_code(3082), "memory_short"),  # SQLITE_IOERR_NOMEM
        (MemoryError(), "memory_short"),
        (OSError(errno.ENOMEM, ""), "memory_short"),
        (of_code(266), "disk_faulty"),  # SQLITE_IOERR_READ
        (of_code(1034), "disk_faulty"),  # SQLITE_IOERR_FSYNC
        (OSError(errno.EIO, ""), "disk_faulty"),
        (of_code(13), "disk_full"),  # SQLITE_FULL
        (of_code(4874), "disk_full"),  # SQLITE_IOERR_SHMSIZE
        (OSError(errno.ENOSPC, ""), "disk_full"),
        (OSError(errno.EDQUOT, ""), "disk_full"),
        (of_code(11), "register_damaged"),  # SQLITE_CORRUPT
        (of_code(26), "register_damaged"),  # SQLITE_NOTADB
        (of_code(5), "register_busy"),  # SQLITE_BUSY
        (of_code(15), "register_busy"),  # SQLITE_PROTOCOL
        (of_code(3), "machine_refused"),  # SQLITE_PERM
        (of_code(22), "machine_refused"),  # SQLITE_NOLFS
    ],
    ids=lambda value: value if isinstance(value, str) else f"{type(value).__name__} {vars(value) or value.args}",
)
def test_each_error_of_disk_and_memory_is_called_what_it_is(place: Path, error: Exception, name: str) -> None:
    with pytest.raises(WkcError) as raised, translated(place):
        raise error
    assert raised.value.name == name


def test_an_error_of_a_disk_without_room_is_a_full_disk(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    full = os.statvfs_result((4096, 4096, 1000, 0, 0, 0, 0, 0, 0, 255))
    monkeypatch.setattr(os, "statvfs", lambda _path: full)
    with pytest.raises(WkcError) as raised, translated(place):
        raise of_code(778)  # SQLITE_IOERR_WRITE
    assert raised.value.name == "disk_full"


@pytest.mark.parametrize("error", [errno.EIO, errno.ENOMEM, errno.ENOSPC])
def test_one_that_nobody_translated_is_called_so_too(error: int) -> None:
    from wkc.__main__ import _translate_system_error

    names = {errno.EIO: "disk_faulty", errno.ENOMEM: "memory_short", errno.ENOSPC: "disk_full"}
    assert _translate_system_error(OSError(error, "")).name == names[error]


def test_a_part_of_the_program_that_does_not_load_is_called_so() -> None:
    from wkc.__main__ import _translate_system_error

    assert _translate_system_error(ImportError("libcrypto.so.3: cannot read file data")).name == "program_unreadable"


class Unread:
    """A connection to a file of which the disk does not give a page."""

    def execute(self, statement: str) -> list[Any]:
        if statement == "PRAGMA cipher_integrity_check":
            return [{"cipher_integrity_check": "error reading 4096 bytes from file page 7 at offset 24576"}]
        return [{"integrity_check": "Tree 5 page 7: unable to get the page. error code=266"}]


@pytest.mark.parametrize("check", [health.count_broken_structures, health.count_broken_pages_in_file, copying.is_sound])
def test_a_disk_that_cannot_be_read_is_not_called_damage(check: Callable[[Any], object]) -> None:
    with pytest.raises(WkcError) as raised:
        check(Unread())
    assert raised.value.name == "disk_faulty"


DEBRIS = (
    *("register-2.db", "register-2.db-wal", "register-1.db.new", "register-1.db.new-shm"),
    *("keyring.json.new", "destroyed.jsonl.new"),
)


def littered(vault: Vault) -> set[str]:
    for name in DEBRIS:
        (vault.home.path / name).write_bytes(b"debris")
        (vault.home.path / name).chmod(0o600)
    return {path.name for path in vault.home.path.iterdir()}


def test_the_next_command_that_is_alone_clears_debris(vault: Vault) -> None:
    littered(vault)
    with open_shared(vault.home, vault.anna):
        assert set(DEBRIS) <= {path.name for path in vault.home.path.iterdir()}
    with open_exclusively(vault.home, vault.anna):
        pass
    assert {path.name for path in vault.home.path.iterdir()} == {
        *("keyring.json", "keyring.json.copy", "register-1.db", "lock"),
    }


def test_while_the_copy_stands_in_for_the_keyring_nothing_is_cleared(vault: Vault) -> None:
    """The copy may be one write behind: what it calls debris may be the newer register."""
    before = littered(vault)
    anna = vault.anna
    vault.home.keyring.write_bytes(b"torn")
    with open_exclusively(vault.home, anna):
        pass
    assert {path.name for path in vault.home.path.iterdir()} == before


def test_a_copy_of_the_keyring_that_fell_behind_is_renewed(vault: Vault) -> None:
    vault.home.keyring_copy.write_bytes(b"old")
    with open_exclusively(vault.home, vault.anna):
        pass
    assert vault.home.keyring_copy.read_bytes() == vault.home.keyring.read_bytes()
    assert keyring.parse(vault.home.keyring_copy.read_bytes(), vault.home.path) == vault.ring
