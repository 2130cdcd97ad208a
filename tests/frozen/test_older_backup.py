"""A backup of an older schema is restored though a service account destroyed since: proved once it is up to date."""

import json
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

from tests.frozen.thaw import session
from tests.stage import Stage
from wkc.records.ledger import Removal, RemovalKind
from wkc.vault.journals import ledger as ledgers

ANNOUNCED, GONE = datetime(2031, 11, 20, 9, tzinfo=UTC), datetime(2031, 12, 20, 9, tzinfo=UTC)
"""Days five years after the frozen clients were last heard of."""


RANDOM = 20
"""The first frozen schema whose program made random uuids."""


def cron(stage: Stage) -> Stage:
    return Stage(stage.folder, "nacht", stage.now, credentials=stage.folder / "service.key")


def backup_of(stage: Stage) -> Path:
    """Give the backup of the older schema that was made before the register was brought up to date."""
    (path,) = (stage.folder / "backups").iterdir()
    return path


def damage(stage: Stage) -> None:
    next(stage.home.glob("register-*.db")).write_bytes(bytes(8192))


def test_what_it_destroyed_when_the_term_was_past_is_destroyed_again(backed_up: Stage) -> None:
    path = backup_of(backed_up)
    known = {found["client"]["uuid"] for found in backed_up.json("client", "list")["clients"]}
    backed_up.now = ANNOUNCED
    cron(backed_up).wkc("retention", "run")
    backed_up.now = GONE
    gone = cron(backed_up).wkc("--json", "retention", "run").data["destroyed"]
    assert gone
    damage(backed_up)
    done = backed_up.json("--yes", "backup", "restore", str(path))
    assert done["plan"]["destroyed"] == len(gone)
    listed = {found["client"]["uuid"] for found in backed_up.json("client", "list")["clients"]}
    assert (listed < known, len(known - listed)) == (True, sum(not one["kept"] for one in gone))
    backed_up.must("audit", "verify")


def test_what_the_ledger_names_tells_nothing_of_the_order_in_which_the_frozen_clients_came(
    backed_up: Stage, number: int
) -> None:
    """Uuids counted the time up to schema 19; those who can read the ledger alone learn none of these."""
    known = [UUID(found["client"]["uuid"]) for found in backed_up.json("client", "list")["clients"]]
    counted = number < RANDOM
    assert {uuid.version for uuid in known} == {7 if counted else 4}
    backed_up.now = ANNOUNCED
    cron(backed_up).wkc("retention", "run")
    backed_up.now = GONE
    gone = cron(backed_up).wkc("--json", "retention", "run").data["destroyed"]
    lines = map(json.loads, (backed_up.home / "destroyed.jsonl").read_text(encoding="utf-8").splitlines())
    named = [UUID(line["uuid"]) for line in lines if line["kind"] in {"dossier", "rest"}]
    assert [str(name) for name in named] == [one["uuid"] for one in gone]
    assert set(named) & set(known) == (set() if counted else set(named))
    assert {uuid.version for uuid in named} == {4}


def test_what_it_could_not_have_destroyed_is_not(backed_up: Stage) -> None:
    path = backup_of(backed_up)
    secret = (backed_up.folder / "service.key").read_text(encoding="utf-8").strip()
    here = session(backed_up, "nacht", secret)
    clients = backed_up.json("client", "list")["clients"]
    with here.opened() as register:
        removals = [Removal(RemovalKind.DOSSIER, UUID(found["client"]["uuid"])) for found in clients]
        last = ledgers.last_head(here.home.ledger)
        ledgers.append(here.home, ledgers.sign_lines(last, removals, uuid4(), "nacht", register.signer))
    damage(backed_up)
    before = (backed_up.home / "keyring.json").read_bytes()
    ran = backed_up.wkc("--json", "--yes", "backup", "restore", str(path))
    assert (ran.code, ran.error["name"]) == (8, "ledger_unproved")
    assert (backed_up.home / "keyring.json").read_bytes() == before
    (backed_up.home / "destroyed.jsonl").unlink()
    backed_up.must("--yes", "backup", "restore", str(path))
    assert len(backed_up.json("client", "list")["clients"]) == len(clients)
