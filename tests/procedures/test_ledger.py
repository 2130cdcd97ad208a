"""Ledger and register: destroyed stays destroyed, whichever of the two a crash or a hand set back (VAULT 7)."""

import shutil
from pathlib import Path
from uuid import UUID

import pytest

from tests import steps
from tests.each_step import leave_killed
from tests.prepared import once, prepared
from tests.stage import PASSWORD, Stage
from tests.vault import decryptor
from tests.vault.test_crash import full_at
from wkc.errors.ledger import LedgerForged
from wkc.errors.vault import DiskFull
from wkc.procedures.core import ledger as ledgers
from wkc.procedures.core.act import act
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.search import the_client
from wkc.records.audit import Head
from wkc.records.ledger import Removal, RemovalKind
from wkc.records.mistake import MistakeNoun
from wkc.store.core import ledger as rows
from wkc.store.requests import mistake as mistakes
from wkc.vault.files import failpoints
from wkc.vault.files.home import Home
from wkc.vault.journals import ledger as files
from wkc.vault.keys.slot import REGISTER

MARK = "Weglaan 13"
RUN = UUID(int=9, version=4)


@prepared
def office(stage: Stage) -> Stage:
    """An office with an address in client 2026-0001 that is to be removed, medewerker bram and service account cron."""
    order = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")
    stage.must("client", "register", *order, "--from", "-", stdin='{"geslachtsnaam": "Berg"}')
    stage.must("client", "record", "2026-1", "adres", "--source", "geregistreerde", stdin=MARK)
    password = ("--new-password-file", str(stage.password_file))
    stage.must("user", "designate", "bram", "--name", "B", "--role", "medewerker", "--function", "f", *password)
    return stage


def session(stage: Stage, user: str = "anna") -> Session:
    return Session(stage.environment(), stage.home, user, lambda: PASSWORD, lambda _notice, _count: None)


def address(stage: Stage) -> UUID:
    shown = stage.json("client", "show", "2026-1")["dossier"]["entries"]
    return next(UUID(entry["uuid"]) for entry in shown if entry["value"] == MARK)


def line_for(stage: Stage, removal: Removal, user: str = "anna") -> None:
    """Write a line as a deletion writes it that is cut short before it commits."""
    here = session(stage, user)
    with here.opened() as register:
        last = files.last_head(here.home.ledger)
        files.append(here.home, files.sign_lines(last, [removal], RUN, user, register.signer))


def remove(stage: Stage) -> None:
    """Remove the address as a correction does: row gone, line named, then commit."""
    here, uuid = session(stage), address(stage)
    with act(here, "client.record") as action:
        mistakes.remove(action.store, the_client(action, "2026-1"), MistakeNoun.GEGEVEN, uuid)
        ledgers.record_on_disk(action, here.home, [Removal(RemovalKind.ENTRY, uuid)], RUN)


def there(stage: Stage) -> bool:
    """Tell whether the address stands in any decrypted page, in the WAL or anywhere in the folder."""
    here = session(stage)
    from wkc.vault.keys import keyring

    ring = keyring.read(here.home)
    content = decryptor.everything(ring.register, here.identity.unseal(ring, REGISTER))
    return MARK.encode() in content + b"".join(path.read_bytes() for path in stage.home.iterdir())


def test_what_is_removed_stands_in_the_register_and_in_the_file_alike(office: Stage) -> None:
    remove(office)
    with act(session(office), "user.whoami") as action:
        (row,) = rows.since(action.store, 1)
        assert rows.due_since(action.store) is not None
    assert [row] == list(files.read_lines(Home(office.home).ledger))
    assert (row.n, row.removal.kind, row.run, row.user_id) == (1, RemovalKind.ENTRY, RUN, "anna")


@pytest.mark.parametrize("user", ["anna", "bram"])
def test_a_register_behind_its_ledger_is_completed_by_the_next_command_of_any_user(office: Stage, user: str) -> None:
    line_for(office, Removal(RemovalKind.ENTRY, address(office)))
    assert there(office)
    office.user = user
    ran = office.wkc("whoami")
    assert (ran.code, ran.err) == (
        0,
        "The register still held 1 thing that was destroyed; it is gone now. Tell the beheerder.\n",
    )
    assert not there(office)
    assert office.wkc("whoami").err == ""
    office.user = "anna"
    office.must("audit", "verify")
    lines = office.json("audit", "list")["lines"]
    done = next(line for line in lines if line["action"] == "ledger.complete")
    assert (done["user_id"], done["details"]) == (user, {"from": 1, "to": 1})


def test_the_command_that_completes_then_does_what_it_was_typed_for(office: Stage) -> None:
    line_for(office, Removal(RemovalKind.ENTRY, address(office)))
    shown = office.json("client", "show", "2026-1")["dossier"]["entries"]
    assert [entry["field"] for entry in shown] == ["geslachtsnaam"]


def test_an_older_register_put_back_is_completed_before_it_is_looked_at(office: Stage) -> None:
    before = shutil.copytree(office.home, office.folder / "before")
    remove(office)
    for path in before.iterdir():
        shutil.copy2(path, office.home / path.name)
    assert there(office)
    # It is an older register besides, so anna is told that; but first of all it is completed.
    assert office.wkc("--json", "whoami").error["name"] == "rolled_back"
    assert not there(office)


def test_a_revoked_slot_that_the_ledger_names_is_out_again(office: Stage) -> None:
    from wkc.vault.keys import keyring

    slot = keyring.read(Home(office.home)).slot_of("bram")
    assert slot is not None
    line_for(office, Removal(RemovalKind.SLOT, slot.slot_id))
    office.user = "bram"
    assert office.wkc("whoami").code == 7
    office.user = "anna"
    office.must("whoami")


def test_a_ledger_that_lost_its_lines_is_rewritten_and_that_is_told(office: Stage) -> None:
    remove(office)
    ledger = Home(office.home).ledger
    whole = ledger.read_bytes()
    ledger.unlink()
    ran = office.wkc("whoami")
    assert (ran.code, ran.err) == (
        0,
        "The destruction ledger had lost 1 line and has it again. Tell the beheerder.\n",
    )
    assert ledger.read_bytes() == whole
    lines = office.json("audit", "list")["lines"]
    assert [line["details"] for line in lines if line["action"] == "ledger.rewrite"] == [{"lines": 1}]


def test_a_line_that_a_medewerker_wrote_destroys_nothing(office: Stage) -> None:
    line_for(office, Removal(RemovalKind.ENTRY, address(office)), user="bram")
    ran = office.wkc("--json", "whoami")
    assert (ran.code, ran.error["name"]) == (8, "ledger_forged")
    Home(office.home).ledger.unlink()
    address(office)


def test_a_line_with_a_bad_signature_destroys_nothing(office: Stage) -> None:
    line_for(office, Removal(RemovalKind.ENTRY, address(office)))
    ledger = Home(office.home).ledger
    ledger.write_bytes(ledger.read_bytes().replace(str(RUN).encode(), str(UUID(int=8, version=4)).encode()))
    ran = office.wkc("--json", "whoami")
    assert (ran.code, ran.error["name"]) == (8, "ledger_forged")


def test_a_last_line_that_is_not_the_registers_own_is_refused(office: Stage) -> None:
    remove(office)
    ledger = Home(office.home).ledger
    ledger.unlink()
    line_for(office, Removal(RemovalKind.ENTRY, UUID(int=7, version=4)))
    ran = office.wkc("--json", "whoami")
    assert (ran.code, ran.error["name"]) == (8, "ledger_forged")


def test_an_earlier_line_that_was_changed_is_found_by_who_checks_all(office: Stage) -> None:
    remove(office)
    line_for(office, Removal(RemovalKind.ENTRY, UUID(int=7, version=4)))
    office.must("whoami")
    ledger = Home(office.home).ledger
    first, second = ledger.read_bytes().splitlines(keepends=True)
    with act(session(office), "user.whoami") as action:
        assert ledgers.verify(action.store, ledger) == 2
    signature = first.index(b'"signature":"') + len(b'"signature":"')
    other = b"A" if first[signature : signature + 1] != b"A" else b"B"
    ledger.write_bytes(first[:signature] + other + first[signature + 1 :] + second)
    office.must("whoami")
    with act(session(office), "user.whoami") as action, pytest.raises(LedgerForged):
        ledgers.verify(action.store, ledger)


@pytest.mark.parametrize("step", steps.LEDGER)
def test_killed_while_it_is_named_what_is_named_goes_and_what_is_not_stays(office: Stage, step: str) -> None:
    leave_killed(office, remove, steps.LEDGER, step)
    named = files.last_head(Home(office.home).ledger) != Head(0, bytes(32))
    office.must("whoami")
    assert there(office) is not named
    office.must("audit", "verify")


@pytest.mark.parametrize("step", steps.LEDGER)
def test_a_full_disk_while_it_is_named_leaves_all_as_it_was(
    office: Stage, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    full_at(step, monkeypatch)
    with pytest.raises(DiskFull):
        remove(office)
    monkeypatch.undo()
    assert office.wkc("whoami").err == ""
    address(office)


@once
def name_address(stage: Stage) -> None:
    line_for(stage, Removal(RemovalKind.ENTRY, address(stage)))


def complete(stage: Stage) -> None:
    stage.must("whoami")


@pytest.mark.parametrize("step", steps.PURGING)
def test_killed_while_it_is_completed_the_next_command_completes_it(office: Stage, step: str) -> None:
    name_address(office)
    leave_killed(office, complete, steps.PURGING, step)
    office.must("whoami")
    with act(session(office), "user.whoami") as action:
        assert rows.head(action.store).seq == 1
    shown = office.json("client", "show", "2026-1")["dossier"]["entries"]
    assert [entry["field"] for entry in shown] == ["geslachtsnaam"]


@pytest.mark.parametrize("step", steps.LEDGER)
def test_interrupted_while_it_is_named_nothing_goes(office: Stage, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def reached(name: str) -> None:
        if name == step:
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(failpoints, "failpoint", reached)
        assert office.wkc("--yes", "client", "destroy", "2026-1", "--vergissing").code == 130
    assert office.must("client", "show", "2026-1").err == ""


def test_the_ledger_says_nothing_of_the_person(office: Stage) -> None:
    remove(office)
    written = Path(office.home / "destroyed.jsonl").read_text(encoding="ascii")
    assert "2026-0001" not in written
    assert "adres" not in written


def test_a_slot_that_a_revocation_takes_away_is_named_in_both(office: Stage) -> None:
    from wkc.vault.keys import keyring

    slot = keyring.read(Home(office.home)).slot_of("bram")
    assert slot is not None
    office.must("user", "revoke", "bram")
    (line,) = files.read_lines(Home(office.home).ledger)
    assert line.removal == Removal(RemovalKind.SLOT, slot.slot_id)
    assert office.wkc("whoami").err == ""


def test_a_revocation_stands_though_the_ledger_cannot_be_written(
    office: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    full_at("ledger opened", monkeypatch)
    office.must("user", "revoke", "bram")
    monkeypatch.undo()
    assert "had lost 1 line" in office.wkc("whoami").err
    assert len(list(files.read_lines(Home(office.home).ledger))) == 1
