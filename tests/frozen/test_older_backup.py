"""A backup of an older schema is restored though a service account destroyed since: proved once it is up to date."""

import json
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

from tests.frozen.test_backup_first import older
from tests.frozen.test_frozen import number, thawed
from tests.stage import Stage
from wkc.procedures.core.session import Session
from wkc.records.ledger import Removal, Removed
from wkc.vault.journals import ledger as ledgers

__all__ = ["number", "older", "thawed"]

ANNOUNCED, GONE = datetime(2031, 11, 20, 9, tzinfo=UTC), datetime(2031, 12, 20, 9, tzinfo=UTC)
"""Days five years after the frozen clients were last heard of."""


RANDOM = 20
"""The first frozen schema whose program made random uuids."""


def cron(stage: Stage) -> Stage:
    return Stage(stage.folder, "nacht", stage.now, credentials=stage.folder / "service.key")


def backed_up(stage: Stage) -> Path:
    """Bring the register up to date, which makes a backup of the older schema first."""
    stage.must("whoami")
    (path,) = (stage.folder / "backups").iterdir()
    return path


def damage(stage: Stage) -> None:
    next(stage.home.glob("register-*.db")).write_bytes(bytes(8192))


def test_what_it_destroyed_when_the_term_was_past_is_destroyed_again(older: Stage) -> None:
    path = backed_up(older)
    known = {found["client"]["uuid"] for found in older.json("client", "list")["clients"]}
    older.now = ANNOUNCED
    cron(older).wkc("retention", "run")
    older.now = GONE
    gone = cron(older).wkc("--json", "retention", "run").data["destroyed"]
    assert gone
    damage(older)
    done = older.json("--yes", "backup", "restore", str(path))
    assert done["plan"]["destroyed"] == len(gone)
    listed = {found["client"]["uuid"] for found in older.json("client", "list")["clients"]}
    assert (listed < known, len(known - listed)) == (True, sum(not one["kept"] for one in gone))
    older.must("audit", "verify")


def test_what_the_ledger_names_tells_nothing_of_the_order_in_which_the_frozen_clients_came(
    older: Stage, number: int
) -> None:
    """Uuids counted the time up to schema 19; those who can read the ledger alone learn none of these."""
    known = [UUID(found["client"]["uuid"]) for found in older.json("client", "list")["clients"]]
    counted = number < RANDOM
    assert {uuid.version for uuid in known} == {7 if counted else 4}
    older.now = ANNOUNCED
    cron(older).wkc("retention", "run")
    older.now = GONE
    gone = cron(older).wkc("--json", "retention", "run").data["destroyed"]
    lines = map(json.loads, (older.home / "destroyed.jsonl").read_text(encoding="utf-8").splitlines())
    named = [UUID(line["uuid"]) for line in lines if line["kind"] in {"dossier", "rest"}]
    assert [str(name) for name in named] == [one["uuid"] for one in gone]
    assert set(named) & set(known) == (set() if counted else set(named))
    assert {uuid.version for uuid in named} == {4}


def test_what_it_could_not_have_destroyed_is_not(older: Stage) -> None:
    path = backed_up(older)
    secret = (older.folder / "service.key").read_text(encoding="utf-8").strip()
    here = Session(older.environment(), older.home, "nacht", lambda: secret, lambda _notice, _count: None)
    clients = older.json("client", "list")["clients"]
    with here.opened() as register:
        removals = [Removal(Removed.DOSSIER, UUID(found["client"]["uuid"])) for found in clients]
        last = ledgers.last_head(here.home.ledger)
        ledgers.append(here.home, ledgers.sign_lines(last, removals, uuid4(), "nacht", register.signer))
    damage(older)
    before = (older.home / "keyring.json").read_bytes()
    ran = older.wkc("--json", "--yes", "backup", "restore", str(path))
    assert (ran.code, ran.error["name"]) == (8, "ledger_unproved")
    assert (older.home / "keyring.json").read_bytes() == before
    (older.home / "destroyed.jsonl").unlink()
    older.must("--yes", "backup", "restore", str(path))
    assert len(older.json("client", "list")["clients"]) == len(clients)
