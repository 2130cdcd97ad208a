"""Destroying one client in ten, and the list of what falls due among many."""

import csv
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from tests.bench import floor
from tests.bench.inside import COLUMNS, PEAK, people, session
from tests.bench.processes import environ
from tests.bench.timing import STOPWATCH, Row, seconds
from tests.stage import Stage
from wkc.procedures.intake import table as tables
from wkc.procedures.intake.order import IntakeOrder
from wkc.procedures.intake.registration import import_list
from wkc.procedures.retention import run as retention
from wkc.vault.database.register import open_alone
from wkc.vault.files.home import Home

EVERY = 10
CHILDREN = ("entry", "search_key", "assignment", "contact", "name_key", "announcement", "notice")


def taken_in(stage: Stage, count: int) -> None:
    """Register so many clients, one in ten of whom falls due on 2026-12-01."""
    stage.must("party", "add", "Gemeente", "--kind", "opdrachtgever")
    path = stage.folder / "due.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow((*COLUMNS, "geregistreerd_op", "laatste_contact"))
        for number, row in enumerate(people(count)):
            writer.writerow((*row, "2020-01-01", "2021-11-30" if number % EVERY == 0 else "2025-01-01"))
    import_list(session(stage), tables.open_table(path), IntakeOrder("Gemeente", "A1"), lambda _rows: None)
    path.unlink()


def destroying(stage: Stage, clients: int) -> Iterator[Row]:
    """Ours: each judged again, signed in the ledger and the log, deleted, purged. Bare: deletes and VACUUM."""
    taken_in(stage, clients)
    retention.run(session(stage))
    stage.now = datetime(2026, 11, 25, 9, tzinfo=UTC)
    stage.must("party", "list")  # The log bears witness that days passed since the announcement.
    stage.now = datetime(2026, 12, 1, 9, tzinfo=UTC)
    bare = Stage(stage.folder / "bare", now=stage.now)
    bare.folder.mkdir(mode=0o700)
    subprocess.run(["cp", "-a", stage.home, stage.password_file, stage.folder / "state", bare.folder], check=True)
    call = f"d.timed({str(stage.folder)!r}, cpu={STOPWATCH.counts_cpu})"
    program = f"import sys, tests.bench.destroying as d\ntry: {call}\nfinally: {PEAK}"
    settings = os.environ | environ(stage)
    done = subprocess.run([sys.executable, "-c", program], env=settings, capture_output=True, text=True, check=True)
    ours, peak = float(done.stdout), int(done.stderr.split()[-2]) / 1024
    with open_alone(Home(bare.home), session(bare).identity) as register:
        connection = register.connection

        def deletes() -> None:
            connection.execute("BEGIN IMMEDIATE")
            going = "SELECT id FROM client WHERE counted_on = '2021-11-30'"
            for table in CHILDREN:
                connection.execute(f"DELETE FROM {table} WHERE client IN ({going})")
            connection.execute("DELETE FROM client WHERE counted_on = '2021-11-30'")
            connection.execute("COMMIT")
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

        theirs = seconds(deletes)
    checked = floor.check(register.path, floor.read_key(bare))
    what = f"destroying {clients // EVERY} of {clients} clients, beside deletes and VACUUM"
    signed = floor.sign(clients // EVERY)
    least = theirs + checked + signed
    parts = f"deletes and VACUUM, the check of the file {checked:.1f} s, a signature each {signed:.1f} s"
    yield Row(what, f"{ours:.1f} s", f"{theirs:.1f} s", ours / theirs, "<= 2.2 x", least / theirs)
    yield Row(f"  its floor: {parts}", f"{least:.1f} s", f"{theirs:.1f} s", least / theirs, "")
    yield Row("its peak memory", f"{peak:.0f} MiB", "", None, "<= 200 MiB")


def timed(folder: str, *, cpu: bool) -> None:
    """Destroy what is due, and print the seconds that it took."""
    if cpu:
        STOPWATCH.count_cpu()
    here = session(Stage(Path(folder), now=datetime(2026, 12, 1, 9, tzinfo=UTC)))
    _ = here.identity
    done: list[retention.Run] = []
    print(seconds(lambda: done.append(retention.run(here, "Gemeten."))))
    assert done[0].destroyed
