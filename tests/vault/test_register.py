import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest
from msgspec.structs import replace
from sqlcipher3 import dbapi2

from tests.vault import decryptor
from tests.vault.conftest import Vault
from wkc.errors.input import ValueEmpty
from wkc.errors.vault import (
    DiskFull,
    Inaccessible,
    KeyringOutdated,
    NotARegister,
    RegisterBusy,
    RegisterDamaged,
    RegisterMissing,
    SqliteTooOld,
)
from wkc.vault.database import register as registers
from wkc.vault.database.register import Register, create, open_alone, open_file, open_shared
from wkc.vault.files.sqlite_errors import translated
from wkc.vault.keys import keyring

KEY = bytes(range(32))
NOBODY = 65534


@pytest.fixture
def register(vault: Vault) -> Iterator[Register]:
    with open_shared(vault.home, vault.anna) as found:
        yield found


def flip(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


def refused(vault: Vault, error: type[Exception]) -> None:
    with pytest.raises(error), open_shared(vault.home, vault.anna):
        pass


# --- how it is opened


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("synchronous", 2),
        ("temp_store", 2),
        ("cell_size_check", 1),
        ("mmap_size", 0),
        ("journal_size_limit", 16_777_216),
        ("journal_mode", "wal"),
        ("cipher_status", "1"),
        ("application_id", 0x776B6331),
        ("cipher_page_size", "4096"),
    ],
)
def test_every_setting_stands_on_an_open_register(vault: Vault, pragma: str, value: object) -> None:
    with open_alone(vault.home, vault.anna) as register:
        assert tuple(register.connection.execute(f"PRAGMA {pragma}").fetchone()) == (value,)


def test_a_register_tells_its_vault_its_slots_and_who_works(vault: Vault, register: Register) -> None:
    assert register.vault_id == vault.ring.vault_id
    assert register.generation == 1
    assert register.path == vault.home.register(1)
    assert [slot.user_id for slot in register.slots] == ["anna", "recovery-1", "recovery-2"]
    assert register.signer.slot_id == register.slots[0].slot_id


def test_a_connection_waits_and_has_no_transaction_of_its_own(register: Register) -> None:
    assert register.connection.isolation_level is None
    assert register.connection.execute("INSERT INTO client VALUES (2, 'b')").rowcount == 1
    assert not register.connection.in_transaction


def test_the_connection_is_closed_afterwards_and_leaves_no_journal(vault: Vault) -> None:
    with open_shared(vault.home, vault.anna) as register:
        connection = register.connection
    with pytest.raises(dbapi2.ProgrammingError):
        connection.execute("SELECT 1")
    assert not [path for path in vault.home.path.iterdir() if path.name.endswith(("-wal", "-shm"))]


def test_the_journals_are_closed_to_others(vault: Vault, register: Register) -> None:
    register.connection.execute("INSERT INTO client VALUES (2, 'b')")
    for journal in ("register-1.db-wal", "register-1.db-shm"):
        assert (vault.home.path / journal).stat().st_mode & 0o777 == 0o600


def test_the_journal_holds_no_plain_text(vault: Vault, register: Register) -> None:
    register.connection.execute("INSERT INTO client VALUES (2, 'Wubbe Ooievaarsbek')")
    assert b"Ooievaarsbek" not in (vault.home.path / "register-1.db-wal").read_bytes()


def test_a_new_register_is_never_made_over_a_file(tmp_path: Path) -> None:
    (tmp_path / "new.db").write_bytes(b"theirs")
    with pytest.raises(FileExistsError):
        create(tmp_path / "new.db", KEY)
    assert (tmp_path / "new.db").read_bytes() == b"theirs"


def test_a_name_with_odd_signs_is_opened_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a b?mode=memory#%41.db"
    create(path, KEY).close()
    assert path.stat().st_size >= 4096
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


def test_sqlcipher_says_nothing_on_the_streams(tmp_path: Path) -> None:
    create(tmp_path / "new.db", KEY).close()
    script = (
        "import sys; from pathlib import Path; from wkc.vault.database.register import open_file\n"
        "try: open_file(Path(sys.argv[1]), bytes(32))\n"
        "except Exception as error: print(type(error).__name__)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, tmp_path / "new.db"], capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("RegisterDamaged\n", "")


def test_an_old_sqlite_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dbapi2, "sqlite_version_info", (3, 51, 2))
    registers.check_sqlite.cache_clear()
    with pytest.raises(SqliteTooOld) as found:
        registers.check_sqlite()
    assert found.value.facts["least"] == "3.51.3"


# --- what is no register


def test_a_missing_register_is_missed(vault: Vault) -> None:
    vault.home.register(1).unlink()
    refused(vault, RegisterMissing)


def test_an_older_keyring_beside_a_register_that_its_copy_fits_is_called_older(vault: Vault) -> None:
    vault.home.register(1).rename(vault.home.register(2))
    newer = replace(keyring.read(vault.home), generation=2)
    vault.home.keyring_copy.write_bytes(keyring.dump(newer))
    refused(vault, KeyringOutdated)


@pytest.mark.parametrize("copied", [b"", b"{}"])
def test_a_copy_that_fits_nothing_offers_nothing(vault: Vault, copied: bytes) -> None:
    vault.home.register(1).rename(vault.home.register(2))
    vault.home.keyring_copy.write_bytes(copied)
    refused(vault, RegisterMissing)


@pytest.mark.parametrize("size", [0, 1, 4095])
def test_a_file_too_small_to_be_one_is_refused_and_left_alone(vault: Vault, size: int) -> None:
    vault.home.register(1).write_bytes(bytes(size))
    refused(vault, NotARegister)
    assert vault.home.register(1).stat().st_size == size


def test_a_plain_sqlite_file_is_refused(vault: Vault) -> None:
    path = vault.home.register(1)
    path.unlink()
    plain = dbapi2.connect(str(path))
    plain.execute("CREATE TABLE client (id, name)")
    plain.close()
    path.chmod(0o600)
    refused(vault, NotARegister)


@pytest.mark.parametrize("place", [0, 20, 2000, 4095])
def test_a_flipped_bit_on_the_first_page_is_damage_and_no_wrong_password(vault: Vault, place: int) -> None:
    flip(vault.home.register(1), place)
    refused(vault, RegisterDamaged)


def test_a_flipped_bit_on_a_later_page_is_damage_when_it_is_read(vault: Vault) -> None:
    flip(vault.home.register(1), 4096 + 2000)
    with (
        pytest.raises(RegisterDamaged),
        open_shared(vault.home, vault.anna) as register,
        translated(register.path),
    ):
        register.connection.execute("SELECT * FROM client").fetchall()


def test_another_key_does_not_open_it(vault: Vault) -> None:
    with pytest.raises(RegisterDamaged):
        open_file(vault.home.register(1), KEY)


def test_an_encrypted_file_of_another_program_is_refused(vault: Vault) -> None:
    with open_alone(vault.home, vault.anna) as register:
        register.connection.execute("PRAGMA application_id=0")
    refused(vault, RegisterDamaged)


# --- what SQLCipher says, in our words


def test_a_full_disk_is_said(register: Register) -> None:
    register.connection.set_authorizer(None)
    register.connection.execute("PRAGMA max_page_count=1")
    with pytest.raises(DiskFull), translated(register.path):
        register.connection.execute("INSERT INTO client VALUES (2, ?)", ("x" * 10_000,))


def test_a_register_that_cannot_be_written_is_said(register: Register) -> None:
    register.connection.set_authorizer(None)
    register.connection.execute("PRAGMA query_only=ON")
    with pytest.raises(DiskFull), translated(register.path):
        register.connection.execute("DELETE FROM client")


@pytest.mark.parametrize("closed", ["home", "home/register-1.db"])
def test_a_register_that_we_have_no_right_to_write_is_no_full_disk(vault: Vault, closed: str) -> None:
    """Root may write everything: it steps down in a child, in a folder that nobody may reach."""
    key = vault.register_key
    with tempfile.TemporaryDirectory() as folder:
        home = Path(shutil.copytree(vault.home.path, Path(folder) / "home"))
        Path(folder).chmod(0o755)
        for path in (home, *home.iterdir()):
            os.chown(path, NOBODY, -1) if os.geteuid() == 0 else None
        (Path(folder) / closed).chmod(0o500)
        child = os.fork()
        if child == 0:
            code = 1
            try:
                if os.geteuid() == 0:
                    os.setresuid(NOBODY, NOBODY, NOBODY)
                with translated(home / "register-1.db"):
                    open_file(home / "register-1.db", key).execute("DELETE FROM client")
            except Inaccessible as refused:
                code = 0 if refused.facts == {"path": Path(folder) / closed} else 2
            finally:
                os._exit(code)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        (Path(folder) / closed).chmod(0o700)
    assert code == 0


def test_a_register_that_another_writes_in_is_busy(vault: Vault, register: Register) -> None:
    register.connection.execute("BEGIN IMMEDIATE")
    with closing(registers._connect(register.path, vault.register_key, "rw")) as second:
        second.set_busy_timeout(0.01)
        with pytest.raises(RegisterBusy), translated(register.path):
            second.execute("BEGIN IMMEDIATE")


def test_a_broken_constraint_passes_as_it_is(register: Register) -> None:
    with pytest.raises(dbapi2.IntegrityError), translated(register.path):
        register.connection.execute("INSERT INTO client VALUES (1, 'again')")


def test_a_broken_constraint_becomes_what_it_is_said_to_mean(register: Register) -> None:
    with pytest.raises(ValueEmpty), translated(register.path, ValueEmpty()):
        register.connection.execute("INSERT INTO client VALUES (1, 'again')")


def test_a_fault_of_ours_passes_as_it_is(register: Register) -> None:
    with pytest.raises(dbapi2.OperationalError), translated(register.path):
        register.connection.execute("SELECT nothing")


# --- read without SQLCipher


def test_an_independent_decryptor_reads_every_page(vault: Vault) -> None:
    path, key = vault.home.register(1), vault.register_key
    pages = [decryptor.page(path, key, number) for number in range(1, path.stat().st_size // 4096 + 1)]
    assert pages[0].startswith(b"SQLite format 3\0\x10\x00\x02\x02\x50")
    assert b"CREATE TABLE client" in pages[0]
    assert sum(b"Geertje Zonneveld-Overduin" in page for page in pages) >= 1


def test_an_independent_decryptor_reads_nothing_with_another_key(vault: Vault) -> None:
    with pytest.raises(ValueError, match="1"):
        decryptor.page(vault.home.register(1), KEY, 1)


# --- sealed values


def test_a_sealed_value_opens_in_its_place(register: Register) -> None:
    client, row = uuid4(), uuid4()
    sealed = register.sealer.seal("rugklachten", client, row, "gezondheid")
    assert b"rugklachten" not in sealed
    assert register.sealer.open(sealed, client, row, "gezondheid") == "rugklachten"


def test_a_sealed_value_opens_in_no_other_place(register: Register) -> None:
    client, row, other = uuid4(), uuid4(), uuid4()
    sealed = register.sealer.seal("rugklachten", client, row, "gezondheid")
    for place in ((other, row, "gezondheid"), (client, other, "gezondheid"), (client, row, "detentie")):
        with pytest.raises(RegisterDamaged):
            register.sealer.open(sealed, *place)


@pytest.mark.parametrize("text", ["", "é\n\t€ 𝄞", "x" * 100_000])
def test_any_text_can_be_sealed(register: Register, text: str) -> None:
    client, row = uuid4(), uuid4()
    assert register.sealer.open(register.sealer.seal(text, client, row, "note"), client, row, "note") == text


def test_octets_can_be_sealed_as_values_are(register: Register) -> None:
    client, row, octets = uuid4(), uuid4(), bytes(range(256)) * 99
    sealed = register.sealer.seal_octets(octets, client, row, "letter.pdf")
    assert octets[:64] not in sealed
    assert register.sealer.open_octets(sealed, client, row, "letter.pdf") == octets
    assert len(register.sealer.seal_octets(b"", client, row, "f")) == len(
        register.sealer.seal("x" * 63, client, row, "f")
    )
    with pytest.raises(RegisterDamaged):
        register.sealer.open_octets(sealed, client, uuid4(), "letter.pdf")


def test_sealed_octets_that_are_no_text_are_no_value(register: Register) -> None:
    client, row = uuid4(), uuid4()
    sealed = register.sealer.seal_octets(b"\xff", client, row, "note")
    with pytest.raises(RegisterDamaged):
        register.sealer.open(sealed, client, row, "note")


def test_a_damaged_sealed_value_is_damage(register: Register) -> None:
    client, row = uuid4(), uuid4()
    for sealed in (b"", b"short", bytes(80)):
        with pytest.raises(RegisterDamaged):
            register.sealer.open(sealed, client, row, "note")


def test_who_holds_no_special_key_can_seal_and_not_open(vault: Vault) -> None:
    from wkc.vault.keys.seal import Seals

    clerk = Seals(vault.ring.vault_id, vault.ring.special, None, vault.home.register(1))
    client, row = uuid4(), uuid4()
    sealed = clerk.seal("rugklachten", client, row, "gezondheid")
    assert not clerk.can_open
    with pytest.raises(ValueError, match="gezondheid"):
        clerk.open(sealed, client, row, "gezondheid")
    with open_shared(vault.home, vault.anna) as register:
        assert register.sealer.open(sealed, client, row, "gezondheid") == "rugklachten"
