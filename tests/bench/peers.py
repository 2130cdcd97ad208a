"""Programs of others for what they do alike, where they are installed: one secret or row shown, a backup made."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.bulk import bulk_register
from tests.bench.processes import environ, run
from tests.bench.timing import Row, beside, seconds, shown
from tests.stage import PASSWORD, Stage

ROUNDS = 5


def peers(stage: Stage, clients: int) -> Iterator[Row]:
    """Whole processes, each with its password or passphrase: ours derives its key with 256 MiB of memory."""
    del clients
    stage.must("party", "add", "Gemeente", "--kind", "opdrachtgever")
    order = ("--opdrachtgever", "Gemeente", "--assignment", "A1")
    stage.must("client", "import", "-", *order, stdin='[{"geslachtsnaam": "Berg", "adres": "Laat 1"}]')
    ours = lambda: run("-m", "wkc", "client", "show", "2026-1", **environ(stage))  # noqa: E731
    for name, made in (("sqlcipher", _sqlcipher), ("keepassxc-cli", _keepassxc)):
        if shutil.which(name) is None:
            yield Row(f"{name}: not installed here", "skipped", "", None, "")
            continue
        yield beside(f"one client shown with the password, beside {name}", ours, made(stage.folder), "", ROUNDS)
    yield Row("gopass: opens with a GnuPG key that its own agent keeps, not with a password", "skipped", "", None, "")
    if shutil.which("restic") is None:
        yield Row("restic: not installed here", "skipped", "", None, "")
    else:
        yield from _backups(stage)


def _backups(stage: Stage) -> Iterator[Row]:
    office = bulk_register(20_000)
    place, repository = stage.folder / "backups", stage.folder / "restic"
    place.mkdir()
    mine = seconds(lambda: office.must("backup", "create", "--to", str(place)))
    settings = {
        "RESTIC_PASSWORD": PASSWORD,
        "RESTIC_REPOSITORY": str(repository),
        "RESTIC_CACHE_DIR": str(stage.folder),
    }
    _call(["restic", "init"], settings)
    theirs = seconds(lambda: _call(["restic", "backup", str(office.home)], settings))
    yield Row("a backup of 20000 clients, read and compacted, beside restic of the folder",
              shown(mine), shown(theirs), mine / theirs, "")  # fmt: skip


def _sqlcipher(folder: Path) -> Callable[[], object]:
    key = f"PRAGMA key = '{PASSWORD}';"
    base = str(folder / "peer.db")
    _call(["sqlcipher", base], {}, f"{key} CREATE TABLE client (id INTEGER PRIMARY KEY, name TEXT);"
          " INSERT INTO client VALUES (1, 'Berg');")  # fmt: skip
    return lambda: _call(["sqlcipher", base], {}, f"{key} SELECT * FROM client WHERE id = 1;")


def _keepassxc(folder: Path) -> Callable[[], object]:
    base, settings = str(folder / "peer.kdbx"), {"QT_QPA_PLATFORM": "offscreen"}
    _call(["keepassxc-cli", "db-create", "-p", "-t", "1000", base], settings, f"{PASSWORD}\n{PASSWORD}\n")
    _call(["keepassxc-cli", "add", "-q", base, "Berg", "-u", "Laat 1"], settings, f"{PASSWORD}\n")
    return lambda: _call(["keepassxc-cli", "show", "-q", base, "Berg"], settings, f"{PASSWORD}\n")


def _call(words: list[str], settings: dict[str, str], stdin: str = "") -> None:
    subprocess.run(
        words, input=stdin, text=True, env=os.environ | settings, capture_output=True, check=True, timeout=60
    )
