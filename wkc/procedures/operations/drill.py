"""Art. 14.2: a drill restores a backup beside the register, reads all, says how long it took, and wipes the copy."""

import shutil
import tempfile
from pathlib import Path
from time import monotonic

from msgspec import Struct

from wkc.errors.backup import BackupUnknown
from wkc.errors.families import WkcError
from wkc.procedures.core.act import act
from wkc.procedures.core.session import Session
from wkc.procedures.core.transaction import store_of
from wkc.procedures.operations import restore
from wkc.records.dossier import Client
from wkc.rules.dossier.field import BY_CODE
from wkc.rules.regulation.upkeep import DRILL, VERIFY
from wkc.store.dossier import client as clients
from wkc.store.dossier import entry as entries
from wkc.store.dossier.client import Window
from wkc.store.operations import backup as backups
from wkc.store.operations import upkeep
from wkc.store.store import Store
from wkc.vault.database.register import open_alone
from wkc.vault.files.home import Home
from wkc.vault.keys.identity import Unlocked

NAME = "backup.drill"


class Drilled(Struct, frozen=True):
    """A drill that succeeded: the backup, how much was read of it, the values that did not open, and its seconds."""

    path: Path
    clients: int
    values: int
    closed: int
    seconds: float


def run(session: Session, named: Path | None, opener: Unlocked | None = None) -> Drilled:
    """Restore the newest backup, or the one named, into a folder that is wiped afterwards; the register stays as it is.

    `opener` opens a backup of before the own keys changed. errors.BackupUnknown, BackupDamaged, BackupForged.
    """
    with act(session, NAME) as action:
        kept = [backup.path for backup in backups.list_kept(action.store) if backup.sha256 is not None]
        folder = named or next(map(Path, kept), None)
        if folder is None:
            raise BackupUnknown
        action.details |= {"backup": folder.name, "step": "begun"}
    try:
        done = _drill(session, folder, opener)
    except WkcError:
        with act(session, NAME) as action:
            action.details |= {"backup": folder.name}
            raise
    with act(session, NAME) as action:
        action.details |= {"backup": folder.name, "step": "done", "clients": done.clients}
        upkeep.put_done(action.store, VERIFY, action.now)
        upkeep.put_done(action.store, DRILL, action.now)
    return done


def _drill(session: Session, folder: Path, opener: Unlocked | None) -> Drilled:
    """Restore and read; the state of last-seen heads is a folder of its own, so that the real one stays."""
    begun = monotonic()
    signer = session.unlock()
    beside = Path(tempfile.mkdtemp(prefix="wkc-drill-"))
    try:
        place, state = beside / "register", beside / "state"
        for made in (place, state):
            made.mkdir(mode=0o700)
        environment = session.environment._replace(state=lambda: state)
        inspected = restore.inspect(place, folder)
        options = restore.RestoreOptions(environment, inspected, signer, opener or signer, ())
        restore.carry_out(options, restore.plan(options))
        with open_alone(Home(place), opener or signer) as register:
            counts = _read(store_of(register))
        return Drilled(folder, *counts, monotonic() - begun)
    finally:
        shutil.rmtree(beside)


def _read(store: Store) -> tuple[int, int, int]:
    """Open every value of every client; give how many clients and values there are, and how many stayed closed."""
    values = closed = 0
    every: tuple[Client, ...] = clients.page(store, Window(-1, 0, None))
    for client in every:
        for entry in entries.of_client(store, client, BY_CODE):
            values += 1
            closed += entry.value is None
    return len(every), values, closed
