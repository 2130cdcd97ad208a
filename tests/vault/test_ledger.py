"""The file of the destruction ledger: strict, chained, signed, and whole whatever happens while it is written."""

import errno
import os
from pathlib import Path
from uuid import UUID

import pytest

from tests import steps
from tests.vault.conftest import Vault
from tests.vault.test_crash import full_at, killed_at
from wkc.errors.ledger import LedgerDamaged
from wkc.errors.vault import DiskFull
from wkc.records.audit import Head
from wkc.records.ledger import LedgerLine, Removal, RemovalKind
from wkc.vault.journals import ledger

ONE, TWO, RUN = (UUID(int=number, version=4) for number in (1, 2, 3))
REMOVALS = (Removal(RemovalKind.DOSSIER, ONE), Removal(RemovalKind.REST, TWO, (1, 14, 30)))


@pytest.fixture
def made(vault: Vault) -> tuple[LedgerLine, ...]:
    return ledger.sign_lines(ledger.START, REMOVALS, RUN, "anna", vault.anna)


def test_no_file_is_an_empty_ledger(vault: Vault) -> None:
    assert ledger.last_head(vault.home.ledger) == Head(0, bytes(32))
    assert list(ledger.read_lines(vault.home.ledger)) == []


def test_a_line_stands_in_the_file_in_one_form(vault: Vault) -> None:
    (line,) = ledger.sign_lines(ledger.START, REMOVALS[1:], RUN, "anna", vault.anna)
    written = ledger.dump_line(line)
    assert written.startswith(
        b'{"kept":[1,14,30],"kind":"rest","n":1,"previous":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",'
        b'"run":"00000000-0000-4000-8000-000000000003","signature":"'
    )
    assert written.endswith(b'","user":"anna","uuid":"00000000-0000-4000-8000-000000000002"}\n')


def test_what_is_appended_is_read_back(vault: Vault, made: tuple[LedgerLine, ...]) -> None:
    ledger.append(vault.home, made[:1])
    ledger.append(vault.home, made[1:])
    assert tuple(ledger.read_lines(vault.home.ledger)) == made
    assert ledger.last_head(vault.home.ledger) == Head(2, made[1].hash)
    assert vault.home.ledger.stat().st_mode & 0o777 == 0o600


def test_a_signature_holds_for_this_key_this_vault_and_this_line_only(
    vault: Vault, made: tuple[LedgerLine, ...]
) -> None:
    first, second = made
    assert ledger.verify_line(vault.anna.ed25519, vault.anna.vault_id, first)
    assert not ledger.verify_line(bytes(32), vault.anna.vault_id, first)
    assert not ledger.verify_line(vault.anna.ed25519, RUN, first)
    swapped = LedgerLine(1, second.removal, RUN, first.previous, "anna", first.hash, first.signature)
    assert not ledger.verify_line(vault.anna.ed25519, vault.anna.vault_id, swapped)


@pytest.mark.parametrize("torn", [1, 40, 200])
def test_a_last_line_that_a_crash_cut_short_counts_for_nothing_and_is_written_over(
    vault: Vault, made: tuple[LedgerLine, ...], torn: int
) -> None:
    ledger.append(vault.home, made[:1])
    with vault.home.ledger.open("ab") as file:
        file.write(ledger.dump_line(made[1])[:torn])
    assert ledger.last_head(vault.home.ledger).seq == 1
    assert tuple(ledger.read_lines(vault.home.ledger)) == made[:1]
    ledger.append(vault.home, made[1:])
    assert tuple(ledger.read_lines(vault.home.ledger)) == made


def test_a_file_of_one_torn_line_is_an_empty_ledger(vault: Vault, made: tuple[LedgerLine, ...]) -> None:
    vault.home.ledger.write_bytes(ledger.dump_line(made[0])[:-1])
    assert ledger.last_head(vault.home.ledger).seq == 0
    ledger.append(vault.home, made)
    assert tuple(ledger.read_lines(vault.home.ledger)) == made


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"kind":"dossier"', b'"kind":"client"'),
        (b'"kind":"dossier"', b'"kind":"dossier","more":1'),
        (b'"kind":"dossier",', b'"kind": "dossier",'),
        (b'"kept":[],', b'"kept":[1],'),
        (b'"kept":[],', b'"kept":[],"kept":[],'),
        (b'"n":1', b'"n":01'),
        (b'"n":1', b'"n":true'),
        (b'"n":1', b'"n":2'),
        (b'"user":"anna"', b'"user":"Anna!"'),
        (b'"uuid":"0', b'"uuid":"g'),
        (b"}\n", b"}" + b" " * 2000 + b"\n"),
    ],
)
def test_a_line_of_another_form_is_damage(vault: Vault, made: tuple[LedgerLine, ...], old: bytes, new: bytes) -> None:
    written = ledger.dump_line(made[0])
    assert old in written
    vault.home.ledger.write_bytes(written.replace(old, new, 1))
    with pytest.raises(LedgerDamaged):
        list(ledger.read_lines(vault.home.ledger))


@pytest.mark.parametrize("kept", [[0], [31], [2, 1], [1, 1]])
def test_kept_categories_are_those_of_annex_1_in_their_order(
    vault: Vault, made: tuple[LedgerLine, ...], kept: list[int]
) -> None:
    written = ledger.dump_line(made[1]).replace(b"[1,14,30]", str(kept).replace(" ", "").encode())
    vault.home.ledger.write_bytes(written)
    with pytest.raises(LedgerDamaged):
        ledger.last_head(vault.home.ledger)


def test_a_line_taken_out_or_moved_is_damage(vault: Vault, made: tuple[LedgerLine, ...]) -> None:
    first, second = map(ledger.dump_line, made)
    for content in (second, second + first, first + first):
        vault.home.ledger.write_bytes(content)
        with pytest.raises(LedgerDamaged):
            list(ledger.read_lines(vault.home.ledger))


@pytest.mark.parametrize("step", steps.LEDGER)
def test_killed_while_it_is_written_the_ledger_has_the_lines_or_not(
    vault: Vault, made: tuple[LedgerLine, ...], step: str
) -> None:
    ledger.append(vault.home, made[:1])
    killed_at(step, lambda: ledger.append(vault.home, made[1:]))
    there = tuple(ledger.read_lines(vault.home.ledger))
    assert there == (made[:1] if step == "ledger opened" else made)


@pytest.mark.parametrize("step", steps.LEDGER)
def test_on_a_disk_that_refuses_no_line_stays(
    vault: Vault, made: tuple[LedgerLine, ...], monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    ledger.append(vault.home, made[:1])
    full_at(step, monkeypatch)
    with pytest.raises(DiskFull):
        ledger.append(vault.home, made[1:])
    assert vault.home.ledger.read_bytes() == ledger.dump_line(made[0])


def test_a_disk_that_takes_half_a_line_leaves_none(
    vault: Vault, made: tuple[LedgerLine, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.append(vault.home, made[:1])
    whole = os.pwrite

    def half(opened: int, content: bytes, at: int) -> int:
        if len(content) < 300:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return whole(opened, content[: len(content) // 2], at)

    monkeypatch.setattr(os, "pwrite", half)
    with pytest.raises(DiskFull):
        ledger.append(vault.home, made[1:])
    monkeypatch.undo()
    assert vault.home.ledger.read_bytes() == ledger.dump_line(made[0])


def test_a_link_in_its_place_is_not_followed(vault: Vault, made: tuple[LedgerLine, ...], tmp_path: Path) -> None:
    from wkc.errors.vault import NotAPlainFile

    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b"")
    vault.home.ledger.symlink_to(elsewhere)
    with pytest.raises(NotAPlainFile):
        ledger.append(vault.home, made)
    assert elsewhere.read_bytes() == b""
