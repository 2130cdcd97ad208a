"""The purge: nothing deleted is left in the file, and cut short anywhere the register is before or after it."""

import unicodedata
from pathlib import Path
from typing import Any

import pytest

from tests import steps
from tests.vault import decryptor
from tests.vault.conftest import Vault
from tests.vault.test_crash import full_at, killed_at
from wkc.errors.vault import DiskFull, RegisterBusy, RegisterDamaged
from wkc.vault.database import copy as copying
from wkc.vault.database import purge
from wkc.vault.database.register import open_file, open_shared
from wkc.vault.files import failpoints
from wkc.vault.files.home import Home

MARK = "Žižkovská-Ñuñoa"
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def nothing(_connection: Any) -> None:
    """Finish nothing in the new file."""


def shapes(text: str) -> set[bytes]:
    forms = {unicodedata.normalize(form, text) for form in ("NFC", "NFD")}
    return {form.encode(encoding) for form in forms for encoding in ENCODINGS}


def left(vault: Vault, text: str) -> bool:
    content = decryptor.everything(vault.ring.register, vault.register_key)
    raw = b"".join(path.read_bytes() for path in vault.home.path.iterdir())
    return any(shape in content or shape in raw for shape in shapes(text))


@pytest.fixture
def deleted(vault: Vault) -> Vault:
    """A vault where a client with a marked name was and is deleted, one stayed, and many came and went."""
    with open_shared(vault.home, vault.anna) as register:
        names = [(number, f"{MARK} {number}") for number in range(2, 2000)]
        register.connection.execute("BEGIN IMMEDIATE")
        register.connection.executemany("INSERT INTO client VALUES (?, ?)", names)
        register.connection.execute("COMMIT")
        register.connection.execute("DELETE FROM client WHERE id > 2")
    return vault


def names(vault: Vault) -> list[str]:
    with open_shared(vault.home, vault.anna) as register:
        return [name for (name,) in register.connection.execute("SELECT name FROM client ORDER BY id")]


def test_deleted_alone_is_not_gone(deleted: Vault) -> None:
    with open_shared(deleted.home, deleted.anna) as register:
        register.connection.execute("DELETE FROM client WHERE id = 2")
        assert left(deleted, MARK)


def test_the_decryptor_sees_the_pages_and_the_wal_that_the_register_has(vault: Vault) -> None:
    with open_shared(vault.home, vault.anna) as register:
        register.connection.execute("INSERT INTO client VALUES (2, 'in the WAL')")
        assert b"in the WAL" in b"".join(decryptor.frames(vault.ring.register, vault.register_key))
        assert b"Zonneveld" in b"".join(decryptor.pages(vault.ring.register, vault.register_key))
    assert b"in the WAL" in b"".join(decryptor.pages(vault.ring.register, vault.register_key))


def test_after_a_purge_nothing_deleted_is_left_in_any_page_or_file(deleted: Vault) -> None:
    with open_shared(deleted.home, deleted.anna) as register:
        register.connection.execute("DELETE FROM client WHERE id = 2")
    purge.purge(deleted.home, deleted.anna, nothing)
    assert not left(deleted, MARK)
    assert names(deleted) == ["Geertje Zonneveld-Overduin"]


def test_a_purge_leaves_the_same_files_closed_to_others(deleted: Vault) -> None:
    before = {path.name for path in deleted.home.path.iterdir()}
    purge.purge(deleted.home, deleted.anna, nothing)
    assert {path.name for path in deleted.home.path.iterdir()} == before
    assert deleted.ring.register.stat().st_mode & 0o777 == 0o600
    with open_shared(deleted.home, deleted.anna) as register:
        assert tuple(register.connection.execute("PRAGMA journal_mode").fetchone()) == ("wal",)


def test_every_step_is_passed_in_the_order_that_it_is_listed(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    passed: list[str] = []
    monkeypatch.setattr(failpoints, "failpoint", passed.append)
    purge.purge(vault.home, vault.anna, nothing)
    assert passed == list(steps.PURGING)


@pytest.mark.parametrize("step", steps.PURGING)
def test_killed_at_any_step_the_register_is_whole_and_the_next_purge_does_it(deleted: Vault, step: str) -> None:
    killed_at(step, lambda: purge.purge(deleted.home, deleted.anna, nothing))
    assert names(deleted) == ["Geertje Zonneveld-Overduin", f"{MARK} 2"]
    with open_shared(deleted.home, deleted.anna) as register:
        register.connection.execute("DELETE FROM client WHERE id = 2")
    purge.purge(deleted.home, deleted.anna, nothing)
    assert not left(deleted, MARK)
    assert not list(deleted.home.path.glob("*.new*"))


@pytest.mark.parametrize("step", steps.PURGING)
def test_on_a_disk_that_refuses_at_any_step_the_register_is_whole(
    deleted: Vault, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    full_at(step, monkeypatch)
    with pytest.raises(DiskFull):
        purge.purge(deleted.home, deleted.anna, nothing)
    monkeypatch.undo()
    assert not list(deleted.home.path.glob("*.new*"))
    assert names(deleted) == ["Geertje Zonneveld-Overduin", f"{MARK} 2"]


def test_what_the_store_finishes_is_in_the_new_file_only(vault: Vault) -> None:
    purge.purge(vault.home, vault.anna, lambda connection: connection.execute("INSERT INTO client VALUES (9, 'z')"))
    assert names(vault)[-1] == "z"


def test_a_copy_that_lacks_a_row_is_not_put_in_the_place_of_the_register(
    deleted: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    compact = copying.compact

    def lossy(connection: Any, path: Path) -> None:
        compact(connection, path)
        made = open_file(path, deleted.register_key)
        made.execute("DELETE FROM client WHERE id = 1")
        made.close()

    monkeypatch.setattr(copying, "compact", lossy)
    with pytest.raises(RegisterDamaged):
        purge.purge(deleted.home, deleted.anna, nothing)
    assert names(deleted) == ["Geertje Zonneveld-Overduin", f"{MARK} 2"]


def test_while_somebody_works_the_purge_is_busy(deleted: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = Home.lock
    monkeypatch.setattr(Home, "lock", lambda home, **how: lock(home, **{**how, "wait": 0.1}))
    with open_shared(deleted.home, deleted.anna), pytest.raises(RegisterBusy):
        purge.purge(deleted.home, deleted.anna, nothing)
