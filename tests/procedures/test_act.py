"""The only door: what it lets through, what it leaves behind, and what it refuses."""

import json
import re
import shutil
from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from tests.stage import PASSWORD, Stage
from wkc.errors.families import NotPermitted
from wkc.errors.vault import KeyringForged, RolledBack
from wkc.procedures.core.act import act
from wkc.procedures.core.session import Session
from wkc.records.user import Role
from wkc.rules.access import permission
from wkc.store.store import Store
from wkc.vault.database.register import open_alone
from wkc.vault.files.home import Home
from wkc.vault.keys import keyring
from wkc.vault.keys.identity import unlock


def session(stage: Stage, purpose: str | None = None) -> Session:
    return Session(stage.environment(), stage.home, "anna", lambda: PASSWORD, lambda _notice, _count: None, purpose)


def log(stage: Stage) -> list[dict[str, Any]]:
    lines: list[dict[str, Any]] = stage.json("audit", "list")["lines"]
    return lines


def test_a_look_leaves_one_signed_line_with_its_purpose_and_subject(stage: Stage) -> None:
    stage.must("client", "register", *ORDER, "--from", "-", stdin='{"geslachtsnaam": "Berg"}')
    stage.must("client", "show", "2026-1")
    line = log(stage)[0]
    client = stage.json("client", "find", "berg")["clients"][0]["client"]["uuid"]
    assert (line["action"], line["purpose"], line["outcome"]) == ("client.show", "begeleiding", "done")
    assert (line["user_id"], line["subject"]) == ("anna", client)


def test_another_purpose_can_be_named(stage: Stage) -> None:
    stage.must("--purpose", "verantwoording", "party", "list")
    assert log(stage)[0]["purpose"] == "verantwoording"


def test_each_client_on_a_page_has_a_line_of_its_own(stage: Stage) -> None:
    rows = [{"geslachtsnaam": f"Berg{n}"} for n in range(25)]
    stage.must("client", "import", "-", *ORDER, stdin=json.dumps(rows))
    before = log(stage)[0]["seq"]
    assert len(stage.json("client", "find", "berg")["clients"]) == 20
    assert log(stage)[0]["seq"] == before + 1 + 20


@pytest.mark.parametrize("drops", [False, True], ids=["back to the savepoint", "the savepoint released"])
def test_what_fails_changes_nothing_and_leaves_a_line(stage: Stage, *, drops: bool) -> None:
    def half() -> None:
        with act(session(stage), "party.add") as action:
            if drops:
                action.store.release_savepoint()
            action.store.run("INSERT INTO setting VALUES ('half', 'done')")
            raise KeyError

    with pytest.raises(KeyError):
        half()
    line = log(stage)[0]
    assert (line["action"], line["outcome"]) == ("party.add", "failed")
    with act(session(stage), "party.list") as action:
        assert action.store.one("SELECT 1 FROM setting WHERE name = 'half'") is None


def test_what_is_refused_leaves_a_line_that_says_why(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(
        permission.GRANTS, Role.BEHEERDER, replace(permission.GRANTS[Role.BEHEERDER], actions=frozenset())
    )
    with pytest.raises(NotPermitted), act(session(stage), "client.list"):
        pytest.fail("the door was open")
    monkeypatch.undo()
    line = log(stage)[0]
    assert (line["action"], line["outcome"], line["details"]["reason"]) == (
        "client.list",
        "refused",
        "niet_opgedragen",
    )


def test_no_line_no_look(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("wkc.store.core.audit.write_each", full)
    ran = stage.wkc("client", "list")
    assert (ran.code, ran.out) == (1, "")
    assert "disk is full" in ran.err


def test_the_chain_holds_and_a_changed_line_is_found(stage: Stage) -> None:
    stage.must("client", "list")
    stage.must("audit", "verify")
    here = session(stage)
    with open_alone(Home(stage.home), here.identity) as register:
        register.connection.execute("DROP TRIGGER audit_stays")
        register.connection.execute("UPDATE audit SET purpose = 'beheer' WHERE action = 'client.list'")
    ran = stage.wkc("audit", "verify")
    assert ran.code == 8
    assert re.search("from line 3 on", ran.err)


def test_a_line_signed_by_another_key_is_found(stage: Stage) -> None:
    stage.must("client", "list")
    with open_alone(Home(stage.home), session(stage).identity) as register:
        register.connection.execute("DROP TRIGGER audit_stays")
        register.connection.execute("UPDATE audit SET signature = zeroblob(64) WHERE seq = 1")
    assert stage.wkc("audit", "verify").code == 8


def forged(stage: Stage, *statements: str) -> None:
    """Change the register as somebody with its key and other tools could."""
    with open_alone(Home(stage.home), session(stage).identity) as register:
        for statement in statements:
            register.connection.execute(statement)


def extended(stage: Stage, user_id: str, slot: bytes, sign: Callable[[bytes], bytes]) -> None:
    """Add a line to the chain by hand, well made but for who signed it."""
    from wkc.store.core import audit

    with open_alone(Home(stage.home), session(stage).identity) as register:
        seq, last = register.connection.execute("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
        row = (seq + 1, "2026-11-23T09:00:00Z", user_id, slot, "party.list", "beheer", None, "done", "{}", last)
        hashed = audit.digest(row)
        places = ", ".join("?" * 12)
        register.connection.execute(f"INSERT INTO audit VALUES ({places})", (*row, hashed, sign(hashed)))


def test_a_line_in_anothers_name_is_found(stage: Stage) -> None:
    anna = session(stage).identity
    extended(stage, "directeur", anna.slot_id.bytes, lambda digest: anna.sign("audit", digest))
    assert stage.wkc("audit", "verify").code == 8


def test_a_line_signed_by_a_slot_that_nobody_brought_in_is_found(stage: Stage) -> None:
    """With the register key one can add a slot to its history, and sign with it as anna."""
    import os

    from wkc.vault.keys import signing

    seed, slot = os.urandom(32), os.urandom(16)
    key = signing.public_of(seed).hex()
    row = f"x'{slot.hex()}', 'anna', 'person', x'{key}', x'{key}', 'now', NULL"
    forged(stage, f"INSERT INTO slot_history VALUES ({row})")
    vault = session(stage).identity.vault_id
    extended(stage, "anna", slot, lambda digest: signing.sign_digest(seed, vault, "audit", digest))
    assert stage.wkc("audit", "verify").code == 8


def test_who_is_no_beheerder_brings_no_slot_in(stage: Stage) -> None:
    stage.must("user", "designate", "mo", "--name", "Mo", "--role", "medewerker", "--function", "f",
               "--new-password-file", str(stage.password_file))  # fmt: skip
    mo = unlock(keyring.read(Home(stage.home)), "mo", PASSWORD)
    with open_alone(Home(stage.home), session(stage).identity) as register:
        from wkc.records.audit import Outcome
        from wkc.store.core import audit
        from wkc.store.store import Store

        store = Store(register.connection, mo, register.sealer)
        slots = [["ab" * 16, "anna", "cd" * 32]]
        audit.write(store, stage.now, "mo", "user.reset", "beheer", None, Outcome.DONE, {"slots": slots})
    assert stage.wkc("audit", "verify").code == 8


def test_signatures_from_before_a_reset_stay_good(stage: Stage) -> None:
    words = ("--name", "Mo", "--role", "beheerder", "--function", "f", "--new-password-file", str(stage.password_file))
    stage.must("user", "designate", "mo", *words)
    stage.user = "mo"
    stage.must("party", "list")
    stage.user = "anna"
    stage.must("user", "reset", "mo", "--new-password-file", str(stage.password_file))
    stage.user = "mo"
    stage.must("party", "list")
    stage.must("audit", "verify")


def test_accepting_a_register_checks_its_chain_first(stage: Stage) -> None:
    stage.must("client", "list")
    forged(stage, "DROP TRIGGER audit_stays", "UPDATE audit SET purpose = 'beheer' WHERE action = 'client.list'")
    assert stage.wkc("audit", "accept", stdin="Back-up teruggezet.").code == 8


def test_a_revoked_user_is_not_signed_in(stage: Stage) -> None:
    forged(stage, "UPDATE user SET revoked_at = '2026-11-23T00:00:00Z'")
    ran = stage.wkc("--json", "whoami")
    assert (ran.code, ran.error["name"]) == (7, "not_signed_in")


def test_a_withdrawn_slot_opens_nothing(stage: Stage) -> None:
    forged(stage, "UPDATE slot_history SET withdrawn_at = '2026-11-23T00:00:00Z' WHERE user_id = 'anna'")
    assert stage.wkc("whoami").code == 7


def test_a_slot_that_the_register_never_knew_is_refused(stage: Stage) -> None:
    forged(stage, "DROP TRIGGER slot_history_keeps_rows", "DELETE FROM slot_history WHERE user_id = 'recovery-2'")
    ran = stage.wkc("--json", "whoami")
    assert (ran.code, ran.error["name"]) == (8, "keyring_forged")


def test_a_file_of_another_generation_is_refused(stage: Stage) -> None:
    forged(stage, "UPDATE register SET generation = 2")
    ran = stage.wkc("--json", "whoami")
    assert (ran.code, ran.error["name"]) == (8, "register_damaged")


def test_work_is_done_also_where_the_state_folder_cannot_be_written(stage: Stage) -> None:
    shutil.rmtree(stage.folder / "state")
    (stage.folder / "state").write_text("a file where a folder should be", encoding="utf-8")
    ran = stage.wkc("party", "add", "UWV", "--kind", "instantie")
    assert ran.code == 0
    assert "could not be remembered" in ran.err
    assert len(stage.json("party", "list")) == 2


def test_an_older_copy_of_the_folder_is_refused_until_it_is_accepted(stage: Stage) -> None:
    shutil.copytree(stage.home, stage.folder / "yesterday")
    stage.must("party", "add", "UWV", "--kind", "instantie")
    shutil.rmtree(stage.home)
    shutil.copytree(stage.folder / "yesterday", stage.home)
    ran = stage.wkc("--json", "party", "list")
    assert (ran.code, ran.error["name"]) == (8, "rolled_back")
    with pytest.raises(RolledBack), act(session(stage), "party.list"):
        pytest.fail("nobody said that this is right")
    stage.must("audit", "accept", stdin="Back-up teruggezet.")
    stage.must("party", "list")
    assert [line["action"] for line in log(stage)[0:2]] == ["party.list", "audit.accept"]


def test_a_slot_with_other_keys_than_the_register_remembers_is_refused(stage: Stage) -> None:
    here = session(stage)
    with open_alone(Home(stage.home), here.identity) as register:
        register.connection.execute("DROP TRIGGER slot_history_keeps_keys")
        register.connection.execute("UPDATE slot_history SET x25519 = zeroblob(32) WHERE user_id = 'recovery-1'")
    with pytest.raises(KeyringForged), act(here, "party.list"):
        pytest.fail("somebody exchanged a key")


def test_a_register_of_a_newer_schema_is_left_alone(stage: Stage) -> None:
    with open_alone(Home(stage.home), session(stage).identity) as register:
        register.connection.execute("PRAGMA user_version = 99")
    ran = stage.wkc("--json", "party", "list")
    assert (ran.code, ran.error["name"]) == (1, "register_newer")


def test_a_register_of_another_vault_in_its_place_is_refused(
    stage: Stage, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = Stage(tmp_path_factory.mktemp("other"))
    other.folder.chmod(0o700)
    other.founded()
    shutil.copy(other.home / "register-1.db", stage.home / "register-1.db")
    for name in ("register-1.db-wal", "register-1.db-shm"):
        (stage.home / name).unlink(missing_ok=True)
    assert stage.wkc("party", "list").code == 8


def test_a_whole_register_put_in_place_without_a_key_is_refused(
    stage: Stage, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The forger knows anna's name and copies her slot; she signs in with her own password and sees nothing of his."""
    forger = Stage(tmp_path_factory.mktemp("forger"))
    forger.folder.chmod(0o700)
    forger.founded()
    own, forged = (json.loads((folder.home / "keyring.json").read_bytes()) for folder in (stage, forger))
    mine = next(slot for slot in own["slots"] if slot["user_id"] == "anna")
    forged["slots"] = [mine if slot["user_id"] == "anna" else slot for slot in forged["slots"]]
    shutil.rmtree(stage.home)
    shutil.copytree(forger.home, stage.home)
    (stage.home / "keyring.json").write_text(json.dumps(forged), encoding="utf-8")
    (stage.home / "keyring.json.copy").unlink()
    assert stage.wkc("party", "list").code in (7, 8)


ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1")


def test_nothing_in_the_folder_is_plain(stage: Stage) -> None:
    marks = {"geslachtsnaam": "Zonneveldmerk", "adres": "Adresmerk 12", "gezondheid": "Gezondheidsmerk"}
    stage.must("client", "register", *ORDER, "--special-basis", "uavg_30", "--from", "-", stdin=json.dumps(marks))
    stage.must("contact", "log", "2026-1", "--on", "2026-11-01", "--kind", "gesprek", "--note", stdin="Notitiemerk")
    stage.must("client", "show", "2026-1")
    for path in (path for path in stage.folder.rglob("*") if path.is_file()):
        content = path.read_bytes()
        for mark in (*marks.values(), "Notitiemerk", "zonneveldmerk", PASSWORD):
            found = any(mark.encode(encoding) in content for encoding in ("utf-8", "utf-16-le"))
            assert not found or path == stage.password_file, (path, mark)


def test_sealed_values_stay_closed_to_the_register_key_alone(stage: Stage) -> None:
    """Read with plain sqlcipher3 and the register key: names can be read, health and notes cannot."""
    marks = {"geslachtsnaam": "Zonneveldmerk", "gezondheid": "Gezondheidsmerk", "detentie": "Detentiemerk"}
    grounds = ("--special-basis", "uavg_30", "--criminal-basis", "uavg_33")
    stage.must("client", "register", *ORDER, *grounds, "--from", "-", stdin=json.dumps(marks))
    stage.must("contact", "log", "2026-1", "--on", "2026-11-01", "--kind", "gesprek", "--note", stdin="Notitiemerk")
    pages = dump(stage)
    assert b"Zonneveldmerk" in pages
    for mark in (b"Gezondheidsmerk", b"Detentiemerk", b"Notitiemerk"):
        assert mark not in pages


def dump(stage: Stage) -> bytes:
    from sqlcipher3 import dbapi2

    from wkc.vault.keys import keyring
    from wkc.vault.keys.slot import REGISTER

    here = session(stage)
    key = here.identity.unseal(keyring.read(Home(stage.home)), REGISTER)
    connection = dbapi2.connect(str(stage.home / "register-1.db"))
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    lines = []
    for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        for row in connection.execute(f"SELECT * FROM {table}"):
            lines += [value if isinstance(value, bytes) else str(value).encode() for value in row]
    connection.close()
    return b"\n".join(lines)


def test_a_home_that_is_a_link_or_open_to_others_is_refused(stage: Stage) -> None:
    link = stage.folder / "link"
    link.symlink_to(stage.home)
    ran = stage.wkc("--json", "--home", str(link), "whoami")
    assert (ran.code, ran.error["name"]) == (6, "home_is_link")
    stage.home.chmod(0o755)
    ran = stage.wkc("--json", "whoami")
    assert (ran.code, ran.error["name"]) == (6, "wrong_permissions")
    assert "chmod 700" in ran.error["hint"]
    stage.home.chmod(0o700)
    (stage.home / "keyring.json").chmod(0o644)
    assert stage.wkc("--json", "whoami").error["name"] == "wrong_permissions"


def test_nothing_personal_stands_in_an_error(stage: Stage) -> None:
    ran = stage.wkc("client", "import", "-", *ORDER, stdin='[{"geslachtsnaam": "Merknaam", "geslacht": "merkwaardig"}]')
    assert ran.code == 6
    assert "merk" not in (ran.out + ran.err).lower()
    ran = stage.wkc("client", "show", "Merknaam")
    assert "merk" not in (ran.out + ran.err).lower()


def test_a_fault_of_the_program_is_told_without_values(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("Merknaam")

    monkeypatch.setattr("wkc.store.dossier.party.every", broken)
    ran = stage.wkc("party", "list")
    assert ran.code == 1
    assert "KeyError in wkc.procedures.dossier.party" in ran.err
    assert "Merknaam" not in ran.err


def test_an_accept_that_was_refused_accepts_nothing(stage: Stage) -> None:
    person = ("--name", "Bram", "--role", "coach", "--function", "f", "--new-password-file", str(stage.password_file))
    stage.must("user", "designate", "bram", *person)
    shutil.copytree(stage.home, stage.folder / "yesterday")
    stage.user = "bram"
    stage.must("party", "list")
    shutil.rmtree(stage.home)
    shutil.copytree(stage.folder / "yesterday", stage.home)
    assert stage.wkc("whoami").code == 8
    assert stage.wkc("audit", "accept", stdin="Back-up teruggezet.").code == 4
    assert stage.wkc("whoami").code == 8


def test_anothers_bsn_is_refused_to_a_coach_without_saying_whose(stage: Stage) -> None:
    person = ("--name", "Bram", "--role", "coach", "--function", "f", "--new-password-file", str(stage.password_file))
    stage.must("user", "designate", "bram", *person)
    rows = '[{"geslachtsnaam": "A", "burgerservicenummer": "999083016"}, {"geslachtsnaam": "B"}]'
    stage.must("client", "import", "-", *ORDER, stdin=rows)
    stage.must("client", "assign", "2026-2", "--coach", "bram")
    stage.user = "bram"
    words = ("client", "record", "2026-2", "burgerservicenummer", "--source", "geregistreerde")
    ran = stage.wkc("--json", *words, stdin="999083016")
    assert (ran.code, ran.error["name"]) == (4, "registered_elsewhere")
    assert "2026-0001" not in ran.err


def test_nothing_is_asked_of_the_register_after_the_commit(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """What fails there would be called failed though it was done."""

    class Gone:
        in_transaction = False

        def execute(self, *_anything: object) -> None:
            raise AssertionError("the register is asked after the commit")

    commit = Store.commit

    def commit_and_go(store: Store) -> None:
        commit(store)
        store.connection = Gone()

    monkeypatch.setattr(Store, "commit", commit_and_go)
    words = ("court", "Rechtbank Amsterdam")
    for argv in (("whoami",), ("settings", "set", *words), ("audit", "verify"), ("client", "list")):
        stage.must(*argv)
    assert stage.wkc("client", "show", "2026-9").code == 5
