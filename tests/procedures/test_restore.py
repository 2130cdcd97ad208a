"""A backup brought back: what was destroyed stays destroyed, who left stays out, and cut short nothing is lost."""

import functools
import json
import shutil
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from tests import steps
from tests.each_step import leave_killed, look_once
from tests.prepared import once
from tests.procedures.test_ledger import line_for
from tests.stage import PASSWORD, Stage
from tests.vault.test_crash import full_at
from wkc.procedures.core.session import Session
from wkc.records.ledger import Removal, RemovalKind
from wkc.store.core import audit
from wkc.store.dossier import party as parties
from wkc.store.store import Store
from wkc.vault.backup import archive as files
from wkc.vault.files.home import Home
from wkc.vault.journals import ledger as ledgers
from wkc.vault.keys import keyring

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment", "A1", "--special-basis", "uavg_30")
CODES = "codes.json"
RESTORING = steps.ROTATING[1:]


@pytest.fixture(scope="module")
def drilled(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """An office of beheerders anna and bea, coach bram and cron, with two clients and a backup of that day."""
    return drill(tmp_path_factory.getbasetemp())


@functools.cache
def drill(base: Path) -> Stage:
    """Make it once for the files of a worker that begin with it."""
    folder = base / "drilled"
    folder.mkdir(mode=0o700)
    stage = Stage(folder)
    stage.file("password", PASSWORD + "\n")
    office = ("--name", "Bureau Proef", "--place", "Alkmaar", "--kvk", "12345678")
    founded = stage.json("--yes", "init", *office, "--beheerder", "anna")
    stage.file(CODES, json.dumps(founded["recovery_codes"]))
    stage.must("party", "add", "Gemeente Alkmaar", "--kind", "opdrachtgever")
    for user, role in (("bea", "beheerder"), ("bram", "coach")):
        designate(stage, user, role)
    key = str(folder / "key")
    stage.must("user", "designate", "cron", "--service", "--responsible", "anna", "--key-file", key)
    people = [{"geslachtsnaam": "Berg", "gezondheid": "Gezondheidsmerk"}, {"geslachtsnaam": "Dal"}]
    stage.must("client", "import", "-", *ORDER, stdin=json.dumps(people))
    Path(stage.json("backup", "create", "--to", str(folder))["path"]).rename(folder / "backup")
    return stage


@pytest.fixture
def office(drilled: Stage, tmp_path: Path) -> Stage:
    shutil.copytree(drilled.folder, tmp_path, dirs_exist_ok=True)
    tmp_path.chmod(0o700)
    return Stage(tmp_path, now=drilled.now)


def designate(stage: Stage, user: str, role: str) -> None:
    words = ("--name", user, "--role", role, "--function", "f", "--new-password-file", str(stage.password_file))
    stage.must("user", "designate", user, *words)


@once
def restore(stage: Stage, *more: str) -> dict[str, object]:
    done: dict[str, object] = stage.json("--yes", "backup", "restore", str(stage.folder / "backup"), *more)
    return done


def lost(stage: Stage) -> Path:
    """Lose the disk, and the state folders on it."""
    shutil.rmtree(stage.folder / "state")
    return stage.home.rename(stage.folder / "lost")


def code(stage: Stage, number: int) -> str:
    codes = json.loads((stage.folder / CODES).read_text(encoding="utf-8"))
    return str(stage.file("code", codes[number] + "\n"))


def names(stage: Stage) -> set[str]:
    return {row["name"] for row in stage.json("client", "list")["clients"]}


def as_user(stage: Stage, user: str) -> Stage:
    return Stage(stage.folder, user, stage.now)


def test_the_drill_back_up_destroy_revoke_restore_ends_with_the_client_gone_and_the_user_out(office: Stage) -> None:
    office.must("--yes", "client", "destroy", "2026-1", "--vergissing", stdin="Verkeerde lijst")
    office.must("user", "revoke", "bram")
    done = restore(office)
    assert done["generation"] == 3
    plan = done["plan"]
    assert isinstance(plan, dict)
    assert (plan["destroyed"], plan["out"], plan["unknown_since"]) == (1, ["bram"], None)
    assert names(office) == {"Dal"}
    assert as_user(office, "bram").wkc("whoami").code == 7
    as_user(office, "bea").must("whoami")
    office.must("audit", "verify")
    office.must("backup", "create", "--to", str(office.folder))
    assert office.wkc("doctor").code == 0


def test_a_disk_that_was_lost_is_restored_with_the_password_of_that_day(office: Stage) -> None:
    lost(office)
    plan = restore(office)["plan"]
    assert isinstance(plan, dict)
    assert plan["access"] == [["anna", "beheerder"], ["bea", "beheerder"], ["bram", "coach"], ["cron", "service"]]
    assert plan["unknown_since"] == "2026-11-23T09:00:17Z"
    assert names(office) == {"Berg", "Dal"}
    as_user(office, "bram").must("whoami")
    office.must("audit", "verify")


@pytest.mark.parametrize("number", [0, 1])
def test_or_with_a_recovery_code_of_that_day(office: Stage, number: int) -> None:
    lost(office)
    restore(office, "--code-file", code(office, number))
    assert names(office) == {"Berg", "Dal"}
    office.must("audit", "verify")
    shown = office.json("client", "show", "2026-1")["dossier"]["entries"]
    assert "Gezondheidsmerk" in {entry["value"] for entry in shown}


def test_on_a_lost_disk_a_newer_ledger_takes_away_what_was_destroyed_since_and_who_left(office: Stage) -> None:
    office.must("--yes", "client", "destroy", "2026-1", "--vergissing", stdin="Verkeerde lijst")
    office.must("user", "revoke", "bram")
    ledger = lost(office) / "destroyed.jsonl"
    plan = restore(office, "--ledger", str(ledger))["plan"]
    assert isinstance(plan, dict)
    assert (plan["destroyed"], plan["out"], plan["unknown_since"]) == (1, ["bram"], None)
    assert names(office) == {"Dal"}
    assert as_user(office, "bram").wkc("whoami").code == 7
    assert (office.home / "destroyed.jsonl").read_bytes() == ledger.read_bytes()
    office.must("audit", "verify")


def test_a_beheerder_who_left_restores_nothing_where_the_ledger_is_at_hand(office: Stage) -> None:
    office.must("user", "revoke", "bea")
    ledger = lost(office) / "destroyed.jsonl"
    ran = as_user(office, "bea").wkc(
        "--yes", "backup", "restore", str(office.folder / "backup"), "--ledger", str(ledger)
    )
    assert ran.code == 7
    assert not (office.home / "keyring.json").exists()


@pytest.mark.parametrize("damage", ["gone", "cut", "changed"])
def test_a_register_that_is_damaged_is_restored_by_who_its_keyring_says_is_beheerder(
    office: Stage, damage: str
) -> None:
    path = office.home / "register-1.db"
    content = path.read_bytes()
    match damage:
        case "gone":
            path.unlink()
        case "cut":
            path.write_bytes(content[:5000])
        case "changed":
            path.write_bytes(bytes(4096) + content[4096:])
    words = ("--json", "--yes", "backup", "restore", str(office.folder / "backup"))
    assert as_user(office, "bram").wkc(*words).code in {4, 8}
    restore(office)
    assert names(office) == {"Berg", "Dal"}
    office.must("audit", "verify")


def test_on_a_damaged_register_who_is_beheerder_no_more_does_not_become_it_again(office: Stage) -> None:
    office.must("user", "role", "bea", "coach")
    next(office.home.glob("register-*.db")).write_bytes(bytes(8192))
    assert restore(office)["plan"]["access"] == [  # type: ignore[index]
        ["anna", "beheerder"], ["bea", "coach"], ["bram", "coach"], ["cron", "service"],
    ]  # fmt: skip
    assert {found["user"]["user_id"]: found["user"]["role"] for found in office.json("user", "list")} == {
        "anna": "beheerder", "bea": "coach", "bram": "coach", "cron": "service",
    }  # fmt: skip
    office.must("audit", "verify")
    assert as_user(office, "bea").wkc("settings", "set", "backup.keep_days", "40").code == 4


def test_who_came_since_the_backup_keeps_access_and_their_lines_hold(office: Stage) -> None:
    designate(office, "carla", "medewerker")
    office.must("user", "role", "bram", "beheerder")
    office.must("user", "reset", "bea", "--new-password-file", str(office.password_file))
    restore(office)
    as_user(office, "carla").must("client", "show", "2026-2")
    as_user(office, "bea").must("client", "show", "2026-2")
    as_user(office, "bram").must("user", "list")
    office.must("audit", "verify")
    assert office.json("user", "show", "bram")["user"]["role"] == "beheerder"
    office.must("user", "revoke", "carla")
    office.must("audit", "verify")


def test_the_restore_explains_itself_to_who_saw_a_later_log(office: Stage) -> None:
    as_user(office, "bea").must("client", "show", "2026-2")
    restore(office)
    assert as_user(office, "bea").wkc("client", "show", "2026-2").err == ""


def test_it_explains_nothing_of_what_was_lost_after_it(office: Stage) -> None:
    for _look in range(9):
        office.must("client", "show", "2026-2")
    restore(office)
    before = shutil.copytree(office.home, office.folder / "before")
    office.must("client", "show", "2026-2")
    shutil.rmtree(office.home)
    before.rename(office.home)
    assert office.wkc("--json", "client", "show", "2026-2").error["name"] == "rolled_back"


def test_work_in_a_copy_does_not_move_what_was_seen_of_the_register(office: Stage) -> None:
    office.must("whoami")
    copy = shutil.copytree(office.home, office.folder / "copy")
    office.must("--home", str(copy), "client", "show", "2026-2")
    assert office.wkc("client", "show", "2026-2").err == ""


def test_a_line_that_claims_a_restore_and_was_not_signed_explains_nothing(office: Stage) -> None:
    from wkc.vault.database.register import open_alone

    before = shutil.copytree(office.home, office.folder / "before")
    as_user(office, "bea").must("client", "show", "2026-2")
    shutil.rmtree(office.home)
    before.rename(office.home)
    here = Session(office.environment(), office.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)
    with open_alone(Home(office.home), here.identity) as register:
        last = "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"
        seq, hashed = register.connection.execute(last).fetchone()
        claim = (seq + 1, "anna", bytes(16), "backup.restore", '{"replaced": 999}', hashed, bytes(32), bytes(64))
        register.connection.execute(
            "INSERT INTO audit VALUES (?, '2026-11-23T10:00:00Z', ?, ?, ?, 'beheer', NULL, 'done', ?, ?, ?, ?)", claim
        )
    assert as_user(office, "bea").wkc("--json", "whoami").error["name"] == "rolled_back"


def test_sealed_values_open_though_the_keys_were_replaced_since(office: Stage) -> None:
    office.must("user", "revoke", "bram")
    restore(office)
    shown = office.json("client", "show", "2026-1")["dossier"]["entries"]
    assert "Gezondheidsmerk" in {entry["value"] for entry in shown}


def test_an_older_backup_is_trusted_though_the_signing_key_was_replaced_since(office: Stage) -> None:
    office.must("user", "revoke", "bea")
    office.must("whoami")
    restore(office)
    assert as_user(office, "bea").wkc("whoami").code == 7
    office.must("audit", "verify")


def test_an_entry_that_was_removed_since_is_removed_again(office: Stage) -> None:
    shown = office.json("client", "show", "2026-1")["dossier"]["entries"]
    uuid = next(UUID(entry["uuid"]) for entry in shown if entry["value"] == "Gezondheidsmerk")
    line_for(office, Removal(RemovalKind.ENTRY, uuid))
    office.must("whoami")
    restore(office)
    shown = office.json("client", "show", "2026-1")["dossier"]["entries"]
    assert {entry["value"] for entry in shown} == {"Berg"}


def test_after_new_codes_the_old_one_still_opens_the_backup_of_its_day(office: Stage) -> None:
    office.must("user", "reset", "bea", "--new-password-file", str(office.password_file))
    words = ("--yes", "backup", "restore", str(office.folder / "backup"))
    bea = as_user(office, "bea")
    assert bea.wkc(*words).code == 2
    bea.must(*words, "--code-file", code(office, 0))
    office.must("audit", "verify")


def test_what_it_brings_is_shown_and_without_yes_nothing_is_done(office: Stage) -> None:
    before = (office.home / "keyring.json").read_bytes()
    words = ("backup", "restore", str(office.folder / "backup"))
    ran = office.wkc(*words, typed=[("Restore it?", "no")])
    assert ran.code == 130
    assert "anna  beheerder" in ran.out.replace("              ", "  ").replace("          ", "  ")
    assert (office.home / "keyring.json").read_bytes() == before
    assert office.wkc(*words, typed=[("Restore it?", "yes")]).code == 0


def test_a_number_given_out_since_is_named_and_never_given_to_somebody_else(office: Stage) -> None:
    words = ("client", "register", *ORDER, "--from", "-")
    office.must(*words, stdin='{"geslachtsnaam": "Kuil"}')
    office.must(*words, stdin='{"geslachtsnaam": "Top"}')
    office.must("request", "receive", "2026-3", "--kind", "inzage")
    ran = office.wkc("backup", "restore", str(office.folder / "backup"), typed=[("Restore it?", "yes")])
    said = "Given out after that, and not given out again: 2026-0003 to 2026-0004, V2026-0001, B2026-0001."
    assert " ".join(ran.out.split()).count(said) == 2
    office.must(*words, stdin='{"geslachtsnaam": "Berm"}')
    numbers = {row["name"]: row["client"]["number"] for row in office.json("client", "list")["clients"]}
    assert numbers == {"Berg": "2026-0001", "Dal": "2026-0002", "Berm": "2026-0005"}
    assert office.json("request", "receive", "2026-5", "--kind", "inzage")["request"]["number"] == "V2026-0002"


def test_the_folder_of_the_backups_is_none_itself_and_at_a_terminal_one_is_chosen(office: Stage) -> None:
    folder = office.folder / "backups"
    folder.mkdir()
    name = "wkc-20261123T090000Z-00000000"
    shutil.copytree(office.folder / "backup", folder / name)
    for words in (("restore", str(folder)), ("verify", str(folder))):
        ran = office.wkc("--yes", "backup", *words)
        assert ran.code == 6
        assert f"{folder} is a folder with backups, not one of them." in " ".join(ran.err.split())
        assert name in ran.err
    ran = office.wkc("backup", "restore", str(folder), typed=[("Which backup", ""), ("Restore it?", "no")])
    assert "The backup is of 2026-11-23" in ran.out


def test_a_backup_of_another_register_is_refused(office: Stage, original: Stage) -> None:
    words = ("--json", "--yes", "backup", "restore")
    elsewhere = Stage(office.folder / "another", "anna", original.now)
    shutil.copytree(original.folder, elsewhere.folder)
    other = elsewhere.json("backup", "create", "--to", str(office.folder))["path"]
    ran = office.wkc(*words, other, "--code-file", code(office, 0))
    assert (ran.code, ran.error["name"]) in {(7, "recovery_code_wrong"), (8, "backup_forged")}


def test_a_backup_that_the_register_never_made_is_refused_though_its_keys_are_right(office: Stage) -> None:
    """As a former beheerder could forge one: here a copy of the register worked on elsewhere."""
    elsewhere = Stage(office.folder / "elsewhere", "anna", office.now)
    shutil.copytree(office.home, elsewhere.home)
    shutil.copy(office.password_file, elsewhere.password_file)
    forged = elsewhere.json("backup", "create", "--to", str(office.folder))["path"]
    office.must("client", "show", "2026-1")
    ran = office.wkc("--json", "--yes", "backup", "restore", forged)
    assert (ran.code, ran.error["name"]) == (8, "backup_forged")


def test_a_backup_that_somebody_who_left_made_up_around_a_true_log_is_refused(office: Stage) -> None:
    elsewhere = Stage(office.folder / "elsewhere", "bea", office.now)
    shutil.copytree(office.home, elsewhere.home)
    here = Session(elsewhere.environment(), elsewhere.home, "bea", lambda: PASSWORD, lambda _notice, _count: None)
    forged = office.folder / "wkc-20261123T090000Z-00000000"
    with here.opened() as register:
        store = Store(register.connection, register.signer, register.sealer)
        store.begin()
        parties.add(store, "Vals", "vals", "derde", None, here.environment.now(), "bea")
        store.commit()
        order = files.BackupOrder(uuid4(), office.now, forged, {"anna", "bea"})
        files.write(here.home, here.identity, register.connection, order, lambda _copy: audit.head(store))
    office.must("user", "revoke", "bea")
    ran = office.wkc("--json", "--yes", "backup", "restore", str(forged))
    assert (ran.code, ran.error["name"]) == (8, "backup_forged")


def test_a_line_of_the_ledger_that_a_coach_wrote_is_not_carried_out(office: Stage) -> None:
    clients = office.json("client", "list")["clients"]
    line_for(office, Removal(RemovalKind.DOSSIER, UUID(clients[0]["client"]["uuid"])), "bram")
    ran = office.wkc("--json", "--yes", "backup", "restore", str(office.folder / "backup"))
    assert (ran.code, ran.error["name"]) == (8, "ledger_forged")
    (office.home / "destroyed.jsonl").unlink()
    restore(office)
    assert names(office) == {"Berg", "Dal"}


@pytest.mark.parametrize("readable", [True, False])
def test_a_line_of_who_was_beheerder_and_left_is_not_carried_out(office: Stage, *, readable: bool) -> None:
    """Not even where only the ledger itself tells that they left."""
    here = Session(office.environment(), office.home, "bea", lambda: PASSWORD, lambda _notice, _count: None)
    keys = here.unlock()
    clients = office.json("client", "list")["clients"]
    office.must("user", "revoke", "bea")
    ledger, berg = Home(office.home).ledger, UUID(clients[0]["client"]["uuid"])
    last = ledgers.last_head(ledger)
    ledgers.append(
        Home(office.home), ledgers.sign_lines(last, [Removal(RemovalKind.DOSSIER, berg)], uuid4(), "bea", keys)
    )
    if not readable:
        next(office.home.glob("register-*.db")).write_bytes(bytes(8192))
    ran = office.wkc("--json", "--yes", "backup", "restore", str(office.folder / "backup"))
    assert (ran.code, ran.error["name"]) == (8, "ledger_forged")


def test_a_line_of_who_was_beheerder_and_left_later_is_carried_out(office: Stage) -> None:
    as_user(office, "bea").must("--yes", "client", "destroy", "2026-1", "--vergissing")
    office.must("user", "revoke", "bea")
    restore(office)
    assert names(office) == {"Dal"}


def test_a_backup_of_before_a_restore_can_be_restored_after_it(office: Stage) -> None:
    later = office.json("backup", "create", "--to", str(office.folder))["path"]
    restore(office)
    office.must("--yes", "backup", "restore", later)
    office.must("audit", "verify")
    as_user(office, "bea").must("whoami")


def test_a_backup_with_a_changed_file_is_refused_before_anybody_signs_in(office: Stage) -> None:
    file = office.folder / "backup" / "register.db"
    content = bytearray(file.read_bytes())
    content[9000] ^= 1
    file.write_bytes(content)
    ran = Stage(office.folder, None, office.now).wkc("--json", "--yes", "backup", "restore", str(file.parent))
    assert (ran.code, ran.error["name"]) == (8, "backup_damaged")


@once
def record_since(stage: Stage) -> None:
    """Record what the backup does not have."""
    stage.must("client", "record", "2026-2", "adres", "--source", "geregistreerde", stdin="Laat 1")


@pytest.mark.parametrize("step", RESTORING)
def test_killed_at_any_step_the_register_is_before_or_after_and_it_can_be_repeated(office: Stage, step: str) -> None:
    record_since(office)
    leave_killed(office, restore, RESTORING, step)
    committed = steps.REPLACING[steps.REPLACING.index("renamed") :]
    after = step in committed or step.startswith("old ")
    assert keyring.read(Home(office.home)).generation == (2 if after else 1)
    assert names(office) == {"Berg", "Dal"}
    shown = office.json("client", "show", "2026-2")["dossier"]["entries"]
    assert ("Laat 1" in {entry["value"] for entry in shown}) is not after
    office.must("audit", "verify")
    restore(office)
    office.must("audit", "verify")


@pytest.mark.parametrize("step", [step for step in RESTORING if not step.startswith(("copy ", "old "))])
def test_on_a_disk_that_fills_up_the_register_is_before_or_after(
    office: Stage, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    full_at(step, monkeypatch)
    ran = office.wkc("--json", "--yes", "backup", "restore", str(office.folder / "backup"))
    monkeypatch.undo()
    if step in ("renamed", "folder synced"):  # What is committed is not called failed.
        assert ran.code == 0
    else:
        assert (ran.code, ran.error["name"]) == (1, "disk_full")
    look_once(office, holds_both)


def holds_both(office: Stage) -> None:
    assert names(office) == {"Berg", "Dal"}
    office.must("audit", "verify")


def test_nothing_of_the_old_register_or_of_a_draft_is_left(office: Stage) -> None:
    restore(office)
    there = {path.name for path in office.home.iterdir()}
    assert there == {"keyring.json", "keyring.json.copy", "register-2.db", "destroyed.jsonl", "lock"}
    assert {path.stat().st_mode & 0o777 for path in office.home.iterdir()} == {0o600}


KILLED = ("register touched", "copied", "compacted", "keys sealed", "renamed", "copy synced")


@pytest.mark.parametrize("step", KILLED)
def test_killed_on_a_disk_that_was_lost_it_can_be_repeated(office: Stage, step: str) -> None:
    lost(office)
    leave_killed(office, restore, KILLED, step)
    restore(office)
    holds_both(office)
