"""A list taken in, beside bare inserts of the same rows: its time, its memory, and finding somebody among so many."""

import os
import subprocess
import sys
from collections import deque
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from tests.bench.inside import ORDER, PEAK, offer, session, written
from tests.bench.processes import environ
from tests.bench.timing import STOPWATCH, Row, alone, seconds, slope
from tests.stage import Stage
from wkc.procedures.core.act import act
from wkc.procedures.dossier import client
from wkc.procedures.dossier.search import matching
from wkc.vault.database.register import open_alone
from wkc.vault.files.home import Home

TABLES = ("client", "name_key", "assignment", "notice", "provenance", "entry", "search_key")
"""The tables that an import writes."""
COMPARED = 100_000
"""Clients whose rows are inserted bare too; of a larger list its time is compared with that of so many."""


def list_import(stage: Stage, clients: int) -> Iterator[Row]:
    """A list of so many beside bare inserts, again when all are on file; then the whole, and finding among it."""
    compared = min(clients, COMPARED)
    office = Stage(stage.folder / "compared")
    ours, peak = _take_in(office, compared)
    theirs = _insert_bare(office)
    again = seconds(partial(offer, session(office), office.folder / "list.csv", "A2"))
    for what, taken, budget in (("from CSV", ours, ">= 0.5 x"), ("again, all on file", again, ">= 0.4 x")):
        yield Row(f"import of {compared} clients {what}, rows/s, beside executemany of the same rows",
                  f"{compared / taken:.0f}/s", f"{compared / theirs:.0f}/s", theirs / taken, budget)  # fmt: skip
    if clients > compared:
        small, office = ours, Stage(stage.folder / "whole")
        ours, peak = _take_in(office, clients)
        yield Row(f"import of {clients} clients from CSV, rows/s, beside {compared}", f"{clients / ours:.0f}/s",
                  f"{compared / small:.0f}/s", small / compared * clients / ours, "")  # fmt: skip
        bare = {compared: theirs, clients: _insert_bare(office)}
        yield Row(f"import, {compared} to {clients} clients: slope", f"{ours:.1f} s", f"{small:.1f} s",
                  slope({compared: small, clients: ours}), "<= 1.1", slope(bare))  # fmt: skip
        yield Row("  its floor: executemany of the same rows", f"{bare[clients]:.1f} s", f"{theirs:.1f} s",
                  slope(bare), "")  # fmt: skip
    yield Row(f"peak memory of an import of {clients} clients", f"{peak:.0f} MiB", "", None, "<= 200 MiB")
    yield from _find(office, clients)


def timed(folder: str, *, cpu: bool) -> None:
    """Take the list of a folder in, and print the seconds that it took."""
    if cpu:
        STOPWATCH.count_cpu()
    stage = Stage(Path(folder))
    here = session(stage)
    _ = here.identity
    print(seconds(partial(offer, here, stage.folder / "list.csv", ORDER[-1])))


def _take_in(stage: Stage, clients: int) -> tuple[float, float]:
    """Import a list in a process of its own, which tells its own peak: give the seconds, and the MiB at most."""
    stage.folder.mkdir(mode=0o700)
    stage.founded().must("party", "add", "Gemeente", "--kind", "opdrachtgever")
    written(stage, clients)
    call = f"i.timed({str(stage.folder)!r}, cpu={STOPWATCH.counts_cpu})"
    program = f"import sys, tests.bench.importing as i\ntry: {call}\nfinally: {PEAK}"
    settings = os.environ | environ(stage)
    done = subprocess.run([sys.executable, "-c", program], env=settings, capture_output=True, text=True, check=True)
    return float(done.stdout), int(done.stderr.split()[-2]) / 1024


def _insert_bare(stage: Stage) -> float:
    """Insert the rows of a register into another one; give the seconds, without those that reading them takes."""
    target = Stage(stage.folder / "bare")
    target.folder.mkdir(mode=0o700)
    target.founded()
    with session(stage).opened() as register, open_alone(Home(target.home), session(target).identity) as made:
        bare = made.connection

        def insert() -> None:
            bare.execute("PRAGMA foreign_keys=OFF")
            bare.execute("BEGIN IMMEDIATE")
            for table in TABLES:
                places = ", ".join("?" for _ in bare.execute(f"PRAGMA table_info({table})"))
                bare.executemany(f"INSERT INTO {table} VALUES ({places})", _rows(register.connection, table))
            bare.execute("COMMIT")

        reading = seconds(lambda: [deque(_rows(register.connection, table), maxlen=0) for table in TABLES])
        return seconds(insert) - reading


def _rows(connection: Any, table: str) -> Iterator[tuple[object, ...]]:
    return map(tuple, connection.execute(f"SELECT * FROM {table}"))


def _find(stage: Stage, clients: int) -> Iterator[Row]:
    here = session(stage)
    with act(here, "client.find") as action:
        for what, term in (("number", f"2026-{clients // 2}"), ("BSN", "100000074"), ("name prefix", "Meira")):
            title = f"find by {what} among {clients} clients, {clients * 13} entries"
            yield alone(title, partial(matching, action, term, 21), "<= 5 ms", 50)
    page = "a page of results, whole: opened, found, traced, committed"
    yield alone(page, partial(client.find, here, "Meira"), "", 9)
