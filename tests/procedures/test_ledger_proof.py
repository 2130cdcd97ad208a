"""A service account's line in the ledger is believed where its own run and the register bear it out, else by nobody."""

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from tests.prepared import once, prepared
from tests.stage import PASSWORD, Stage
from tests.vault.test_crash import killed_at
from wkc.procedures.core.act import act
from wkc.procedures.core.session import Session
from wkc.procedures.dossier.search import the_client
from wkc.records.ledger import Removal, RemovalKind
from wkc.store.requests import correction as corrections
from wkc.vault.files.home import Home
from wkc.vault.journals import ledger as ledgers
from wkc.vault.keys import keyring

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment")
DAY_ANNOUNCED, DAY_OF_RUN = "2026-11-23", "2026-12-01"


@prepared
def office(stage: Stage) -> Stage:
    """Medewerker mede, service account cron, a dossier whose term ends on 2026-11-30 and two that stay for years."""
    take_in(stage, "A1", "2021-11-30", "2025-01-02", "2025-01-03")
    words = ("--name", "M", "--role", "medewerker", "--function", "f", "--new-password-file", str(stage.password_file))
    stage.must("user", "designate", "mede", *words)
    key = str(stage.folder / "key")
    stage.must("user", "designate", "cron", "--service", "--responsible", "anna", "--key-file", key)
    return stage


def take_in(stage: Stage, assignment: str, *contacts: str) -> None:
    rows = [
        {"geslachtsnaam": f"Naam{n}", "geregistreerd_op": "2020-01-01", "laatste_contact": day}
        for n, day in enumerate(contacts)
    ]
    stage.must("client", "import", "-", *ORDER, assignment, stdin=json.dumps(rows))


def on(stage: Stage, day: str) -> Stage:
    stage.now = datetime.fromisoformat(day).replace(hour=9, tzinfo=UTC)
    return stage


def as_cron(stage: Stage) -> Stage:
    return Stage(stage.folder, "cron", stage.now, credentials=stage.folder / "key")


def uuids(stage: Stage) -> list[UUID]:
    return [UUID(found["client"]["uuid"]) for found in stage.json("client", "list")["clients"]]


def forge(stage: Stage, *removals: Removal, run: UUID | None = None) -> None:
    """Sign lines as whoever reads the service account's key file and can write in the folder."""
    secret = (stage.folder / "key").read_text(encoding="utf-8").strip()
    here = Session(stage.environment(), stage.home, "cron", lambda: secret, lambda _notice, _count: None)
    with here.opened() as register:
        last = ledgers.last_head(here.home.ledger)
        ledgers.append(here.home, ledgers.sign_lines(last, removals, run or uuid4(), "cron", register.signer))


@once
def planned_run(stage: Stage) -> UUID:
    """Let cron announce and, on the day, begin a run that is cut short before it names anything; give the run."""
    as_cron(on(stage, DAY_ANNOUNCED)).must("retention", "run")
    killed_at("ledger opened", lambda: as_cron(on(stage, DAY_OF_RUN)).must("retention", "run"))
    on(stage, DAY_OF_RUN)
    lines = stage.json("audit", "list")["lines"]
    return next(UUID(line["details"]["run"]) for line in lines if line["details"].get("step") == "planned")


def refused(stage: Stage, user: str = "anna") -> bool:
    ran = Stage(stage.folder, user, stage.now).wkc("--json", "client", "list")
    return (ran.code, ran.error["name"]) == (8, "removals_unproved") if ran.code else False


def take_the_ledger_away(stage: Stage) -> int:
    """Take the ledger away, which the register then writes anew, and count the dossiers that are left."""
    Home(stage.home).ledger.unlink()
    return len(uuids(stage))


@pytest.mark.parametrize("user", ["anna", "mede"])
def test_lines_for_everybody_that_no_run_announced_destroy_nobody(office: Stage, user: str) -> None:
    forge(office, *(Removal(RemovalKind.DOSSIER, uuid) for uuid in uuids(office)))
    assert refused(office, user)
    assert take_the_ledger_away(office) == 3


def test_nor_do_they_in_the_name_of_a_run_that_planned_to_destroy_another(office: Stage) -> None:
    run = planned_run(office)
    forge(office, Removal(RemovalKind.DOSSIER, uuids(office)[1]), run=run)
    assert refused(office)
    assert take_the_ledger_away(office) == 3


def test_nor_do_more_lines_than_the_run_planned(office: Stage) -> None:
    run = planned_run(office)
    due = uuids(office)[0]
    forge(office, Removal(RemovalKind.DOSSIER, due), Removal(RemovalKind.REST, due, (1, 14)), run=run)
    assert refused(office)
    assert take_the_ledger_away(office) == 3


def test_nor_does_a_line_on_a_dossier_that_is_held_by_now(office: Stage) -> None:
    run = planned_run(office)
    due = uuids(office)[0]
    office.must("retention", "hold", "2020-1", "--ground", "rechtszaak", "--until", "2030-01-01")
    forge(office, Removal(RemovalKind.DOSSIER, due), run=run)
    assert refused(office)
    assert take_the_ledger_away(office) == 3


def test_nor_does_a_line_that_leaves_less_than_a_hold_keeps(office: Stage) -> None:
    run = planned_run(office)
    due = uuids(office)[0]
    words = ("--ground", "wettelijk_voorschrift", "--citation", "AWR art. 52", "--categories", "14")
    office.must("retention", "hold", "2020-1", *words, "--until", "2030-01-01")
    forge(office, Removal(RemovalKind.REST, due, (1,)), run=run)
    assert refused(office)
    assert take_the_ledger_away(office) == 3


@pytest.mark.parametrize("step", ["ledger synced", "ledger folder synced"])
def test_what_a_run_planned_named_and_could_not_commit_is_destroyed_by_the_next_command(
    office: Stage, step: str
) -> None:
    as_cron(on(office, DAY_ANNOUNCED)).must("retention", "run")
    killed_at(step, lambda: as_cron(on(office, DAY_OF_RUN)).must("retention", "run"))
    on(office, DAY_OF_RUN)
    assert len(uuids(office)) == 2
    office.must("audit", "verify")


def test_no_key_slot_is_a_service_accounts_to_take_away(office: Stage) -> None:
    slot = keyring.read(Home(office.home)).slot_of("mede")
    assert slot is not None
    forge(office, Removal(RemovalKind.SLOT, slot.slot_id))
    assert refused(office)
    Home(office.home).ledger.unlink()
    Stage(office.folder, "mede", office.now).must("whoami")


def test_a_value_goes_by_a_service_accounts_line_where_it_was_set_aside_and_only_there(office: Stage) -> None:
    shown = office.json("client", "show", "2020-1")["dossier"]["entries"]
    value = UUID(shown[0]["uuid"])
    forge(office, Removal(RemovalKind.ENTRY, value))
    assert refused(office)
    Home(office.home).ledger.unlink()
    here = Session(office.environment(), office.home, "anna", lambda: office.password_file.read_text().strip(), print)
    with act(here, "client.record") as action:
        corrections.set_entry_aside(action.store, the_client(action, "2020-1"), value, action.now, "anna")
    forge(office, Removal(RemovalKind.ENTRY, value))
    assert office.json("client", "show", "2020-1")["dossier"]["entries"] == []


def test_a_beheerder_who_confirms_the_ledger_has_it_carried_out_and_nobody_else(office: Stage) -> None:
    """As after an older register was put back, whose log knows nothing of the run."""
    before = shutil.copytree(office.home, office.folder / "before")
    as_cron(on(office, DAY_ANNOUNCED)).must("retention", "run")
    as_cron(on(office, DAY_OF_RUN)).must("retention", "run")
    ledger = Path(shutil.copy(Home(office.home).ledger, office.folder / "ledger"))
    shutil.rmtree(office.home)
    before.rename(office.home)
    shutil.copy(ledger, Home(office.home).ledger)
    on(office, DAY_OF_RUN)
    assert refused(office)
    for user in ("mede", "cron"):
        who = as_cron(office) if user == "cron" else Stage(office.folder, user, office.now)
        assert (
            who.wkc("--json", "audit", "accept", "--removals", stdin="Back-up teruggezet.").error["name"]
            == "removals_unproved"
        )
    assert office.wkc("--json", "audit", "accept", stdin="Back-up teruggezet.").error["name"] == "removals_unproved"
    office.must("audit", "accept", "--removals", stdin="Back-up teruggezet.")
    assert len(uuids(office)) == 2
    office.must("audit", "verify")


def test_more_than_its_share_a_service_account_leaves_to_a_beheerder(office: Stage) -> None:
    take_in(office, "A2", *["2021-11-29"] * 20)
    as_cron(on(office, DAY_ANNOUNCED)).must("retention", "run")
    on(office, DAY_OF_RUN)
    ran = as_cron(office).wkc("--json", "retention", "run")
    assert (ran.code, ran.data["beyond_service"], ran.data["destroyed"]) == (10, 21, [])
    assert as_cron(office).wkc("--json", "retention", "run", "--dry-run").data["beyond_service"] == 21
    assert "a beheerder" in as_cron(office).wkc("retention", "run").out
    ran = office.wkc("--json", "retention", "run")
    assert (ran.code, ran.data["beyond_service"], ran.data["destroyed"]) == (10, 21, [])
    assert len(office.json("retention", "run", "--dry-run", "--confirm", stdin="")["destroy"]) == 21
    service = as_cron(office).wkc("--json", "retention", "run", "--confirm", stdin="De klok staat goed.")
    assert (service.code, service.data["destroyed"]) == (10, [])
    assert office.wkc("--json", "retention", "run", "--confirm", stdin=".").code == 6
    done = office.json("retention", "run", "--confirm", stdin="In 2021 kwamen er veel; de klok staat goed.")
    assert (done["beyond_service"], len(done["destroyed"])) == (0, 21)
    here = Session(office.environment(), office.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)
    with here.opened() as register:
        kept = [row["reason"] for row in register.connection.execute("SELECT reason FROM confirmation")]
    assert "In 2021 kwamen er veel; de klok staat goed." in kept


def test_twenty_it_destroys_however_small_the_register_and_more_where_that_is_set(office: Stage) -> None:
    take_in(office, "A2", *["2021-11-29"] * 19)
    as_cron(on(office, DAY_ANNOUNCED)).must("retention", "run")
    assert len(as_cron(on(office, DAY_OF_RUN)).json("retention", "run")["destroyed"]) == 20
    take_in(office, "A3", *["2021-12-29"] * 30)
    office.must("settings", "set", "retention.service_percent", "100")
    as_cron(on(office, "2026-12-20")).must("retention", "run")
    assert len(as_cron(on(office, "2026-12-30")).json("retention", "run")["destroyed"]) == 30


def test_a_restore_believes_a_service_account_no_more_than_the_door_does(office: Stage) -> None:
    backup = office.json("backup", "create", "--to", str(office.folder))["path"]
    forge(office, *(Removal(RemovalKind.DOSSIER, uuid) for uuid in uuids(office)))
    named = shutil.copy(Home(office.home).ledger, office.folder / "named.jsonl")
    next(office.home.glob("register-*.db")).write_bytes(bytes(8192))
    ran = office.wkc("--json", "--yes", "backup", "restore", backup)
    assert (ran.code, ran.error["name"]) == (8, "ledger_unproved")
    done = office.json("--yes", "backup", "restore", backup, "--ledger", str(named))
    assert done["plan"]["destroyed"] == 3


def test_a_restore_carries_out_what_a_service_account_destroyed_after_the_backup(office: Stage) -> None:
    backup = office.json("backup", "create", "--to", str(office.folder))["path"]
    as_cron(on(office, DAY_ANNOUNCED)).must("retention", "run")
    as_cron(on(office, DAY_OF_RUN)).must("retention", "run")
    on(office, DAY_OF_RUN)
    next(office.home.glob("register-*.db")).write_bytes(bytes(8192))
    assert office.json("--yes", "backup", "restore", backup)["plan"]["destroyed"] == 1
    assert len(uuids(office)) == 2
