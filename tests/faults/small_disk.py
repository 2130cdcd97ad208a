"""A register on a file system of 2 MiB that fills up: a clear error, nothing confirmed is lost."""

import json
import shutil
import subprocess
from pathlib import Path

from tests.stage import Stage

ORDER = ("--opdrachtgever", "Gemeente", "--assignment")


def trial(stage: Stage) -> str:
    """Raise AssertionError where something confirmed is gone."""
    disk = stage.folder / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m,mode=0700", "tmpfs", str(disk)], check=True)
    try:
        return filled(stage, disk)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def filled(stage: Stage, disk: Path) -> str:
    shutil.copytree(stage.home, disk / "register")
    shutil.copy(stage.password_file, disk / "password")
    small = Stage(disk)
    (disk / "register").chmod(0o700)
    small.must("party", "add", "Gemeente", "--kind", "opdrachtgever")
    mo = ("--name", "Mo", "--role", "coach", "--function", "f", "--new-password-file", str(small.password_file))
    small.must("user", "designate", "mo", *mo)
    confirmed = 0
    for number in range(200):
        rows = [{"geslachtsnaam": f"Naam{number}x{row}", "adres": "Laat " * 30} for row in range(50)]
        ran = small.wkc("--json", "client", "import", "-", *ORDER, f"A{number}", stdin=json.dumps(rows))
        if ran.code:
            assert (ran.code, ran.error["name"]) == (1, "disk_full"), ran.err
            break
        confirmed += 50
    assert ran.code, "the disk never filled up"
    full = small.wkc("--json", "inzage", "export", "2026-1", "--output", str(disk / "copy.pdf"))
    assert full.code in (0, 1), full.err
    revoked = small.wkc("--json", "user", "revoke", "mo")
    assert (revoked.code, revoked.error["name"]) == (1, "disk_full"), revoked.err
    live = json.loads((disk / "register" / "keyring.json").read_bytes())["register"]
    left = {path.name for path in (disk / "register").glob("register-*")}
    # On a full disk the log of the live one may have to stay beside it.
    assert live in left <= {live, f"{live}-wal", f"{live}-shm"}, left
    subprocess.run(["mount", "-o", "remount,size=16m", str(disk)], check=True)
    listed = 0
    for page in range(1, 200):
        found = small.json("client", "list", "--page", str(page))["clients"]
        listed += len(found)
        if not found:
            break
    assert listed == confirmed, (listed, confirmed)
    small.must("user", "revoke", "mo")
    small.must("audit", "verify")
    return f"full after {confirmed} confirmed clients, and all {listed} are there"
