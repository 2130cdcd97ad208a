"""The way back after a lost folder, older ledgers, a broken backup and a forged ledger, with the installed program."""

import json
import shutil
from pathlib import Path
from uuid import UUID, uuid4

from tests.faults.installed import findings, must, wkc
from tests.stage import Stage
from wkc.procedures.core.session import Session
from wkc.records.ledger import Removal, RemovalKind
from wkc.vault.journals import ledger as ledgers

PEOPLE = {"anna": "beheerder", "bea": "beheerder", "bram": "coach", "mo": "medewerker", "mana": "management"}
EVERYBODY = (*PEOPLE, "cron")
ORDER = ("--opdrachtgever", "Gemeente", "--assignment", "A1")


def trial(stage: Stage) -> str:
    """Raise AssertionError where somebody destroyed lives again, or somebody who should get in does not."""
    (stage.folder / "backups").mkdir()
    must(stage, "anna", "settings", "set", "backup.folder", str(stage.folder / "backups"))
    must(stage, "anna", "party", "add", "Gemeente", "--kind", "opdrachtgever")
    for user, role in PEOPLE.items():
        if user != "anna":
            words = ("--name", user, "--role", role, "--function", "f")
            must(stage, "anna", "user", "designate", user, *words, "--new-password-file", str(stage.password_file))
    key = ("--service", "--responsible", "anna", "--key-file", str(stage.folder / "key"))
    must(stage, "anna", "user", "designate", "cron", *key)
    rows = json.dumps([{"geslachtsnaam": "Berg"}, {"geslachtsnaam": "Dal"}, {"geslachtsnaam": "Vlak"}])
    must(stage, "anna", "client", "import", "-", *ORDER, stdin=rows)
    backup = must(stage, "cron", "backup", "create")["path"]
    older, newest = destroyed(stage, "2026-1"), destroyed(stage, "2026-2")
    all_in(stage)
    refuses_old_ledgers(stage, backup, older)
    brings_everybody_back(stage, backup, newest)
    keeps_the_last_whole_backup(stage, backup)
    believes_no_forged_ledger(stage)
    return f"{len(EVERYBODY)} users are in after a lost folder, nobody destroyed is back, nobody is gone by forgery"


def refuses_old_ledgers(stage: Stage, backup: str, older: Path) -> None:
    for named, code in ((older, 6), (stage.folder / "nowhere.jsonl", 5)):
        ran = wkc(stage, "anna", "--yes", "backup", "restore", backup, "--ledger", str(named))
        assert ran.returncode == code, ran.stderr
    must(stage, "anna", "--yes", "backup", "restore", backup)
    assert names(stage) == {"Vlak"}
    all_in(stage)


def brings_everybody_back(stage: Stage, backup: str, newest: Path) -> None:
    shutil.rmtree(stage.home)
    must(stage, "anna", "--yes", "backup", "restore", backup, "--ledger", str(newest))
    assert names(stage) == {"Vlak"}
    all_in(stage)
    assert "removals" in findings(stage), "nobody is told of what cannot be known"
    must(stage, "bea", "audit", "accept", "--removals", stdin="Opgezocht en opnieuw vernietigd.")
    assert "removals" not in findings(stage)
    must(stage, "anna", "audit", "verify")


def keeps_the_last_whole_backup(stage: Stage, backup: str) -> None:
    must(stage, "anna", "settings", "set", "backup.keep_days", "1")
    broken = must(stage, "anna", "backup", "create")["path"]
    (Path(broken) / "register.db").unlink()
    wkc(stage, "cron", "backup", "prune")
    assert (Path(backup) / "register.db").exists(), "the last whole backup is gone"
    assert wkc(stage, "anna", "backup", "verify", backup).returncode == 0


def believes_no_forged_ledger(stage: Stage) -> None:
    found = must(stage, "anna", "client", "list")["clients"]
    secret = (stage.folder / "key").read_text(encoding="utf-8").strip()
    here = Session(stage.environment(), stage.home, "cron", lambda: secret, lambda _notice, _count: None)
    removals = [Removal(RemovalKind.DOSSIER, UUID(one["client"]["uuid"])) for one in found]
    with here.opened() as register:
        last = ledgers.last_head(here.home.ledger)
        ledgers.append(here.home, ledgers.sign_lines(last, removals, uuid4(), "cron", register.signer))
    for user in EVERYBODY:
        assert wkc(stage, user, "whoami").returncode == 8, user
    here.home.ledger.unlink()
    assert names(stage) == {"Vlak"}


def destroyed(stage: Stage, number: str) -> Path:
    """Destroy a dossier, and give a copy of the ledger as it is then."""
    must(stage, "anna", "--yes", "client", "destroy", number, "--vergissing")
    return Path(shutil.copy(stage.home / "destroyed.jsonl", stage.folder / f"{number}.jsonl"))


def all_in(stage: Stage) -> None:
    """See that everybody works, twice: what the first saw is what the second goes by."""
    for user in (*EVERYBODY, *EVERYBODY):
        ran = wkc(stage, user, "whoami")
        assert ran.returncode == 0, (user, ran.stderr)


def names(stage: Stage) -> set[str]:
    return {row["name"] for row in must(stage, "anna", "client", "list")["clients"]}
