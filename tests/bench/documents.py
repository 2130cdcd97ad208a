"""Documents in and out, beside age (pyrage, the Rust implementation) and bare SQLCipher on the same files."""

import ctypes
import gc
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any, TypeVar

import pyrage
from sqlcipher3 import dbapi2

from tests.bench.inside import ORDER, session
from tests.bench.timing import Row, beside, seconds, shown
from tests.stage import Stage
from wkc.procedures.core.act import act
from wkc.procedures.core.session import Session
from wkc.procedures.document import document
from wkc.procedures.document.keep import look_at
from wkc.procedures.dossier.record import EntryInput
from wkc.procedures.io import input_file
from wkc.vault.database.register import PRAGMAS
from wkc.vault.keys.content import CHUNK

HEAD = b"\x89PNG\r\n\x1a\n"
TWO_MB, LARGE = 2_000_000, 25 * 1024 * 1024
Result = TypeVar("Result")
ROUNDS = 5
BUDGET, BARE = "<= 2 x", "<= 2 x"
ORIGIN = document.DocumentInput("10", EntryInput("geregistreerde"), "diploma")


def documents(stage: Stage, clients: int) -> Iterator[Row]:
    """A scan of 2 MB and one of 25 MiB: taken in and taken out, in this process and a session.

    Beside age, and beside bare SQLCipher with the same octets in the same chunks: what the file format alone takes.
    """
    del clients
    stage.must("party", "add", "Gemeente", "--kind", "opdrachtgever")
    stage.must("client", "import", "-", *ORDER, stdin='[{"geslachtsnaam": "Berg"}]')
    here = session(stage)
    _ = here.identity
    identity = pyrage.x25519.Identity.generate()
    for size, name in ((TWO_MB, "2 MB"), (LARGE, "25 MiB")):
        scan = stage.folder / f"{size}.png"
        scan.write_bytes((HEAD + os.urandom(size))[:size])
        number, kib_in = _peak(partial(_add, here, scan))
        kib_out = _peak(partial(_export, here, number, stage.folder / f"{size}.first"))[1]
        yield Row(f"memory that {name} take in and out", _mib(kib_in), _mib(kib_out), None, "<= 50 MiB")
        age = _Age(scan, identity)
        bare = _Bare(stage.folder / f"{size}.db", scan)
        taken_in, taken_out = partial(_add, here, scan), partial(_export, here, number, stage.folder / f"{size}.out")
        yield beside(f"a document of {name} taken in, beside age", taken_in, age.encrypt, BUDGET, ROUNDS)
        yield beside("  the same, beside bare SQLCipher", taken_in, bare.insert, BARE, ROUNDS)
        yield beside("  bare SQLCipher beside age: the floor", bare.insert, age.encrypt, "", ROUNDS)
        if restic := shutil.which("restic"):
            kept = _Restic(restic, stage.folder / f"{size}.restic", size)
            yield beside("  the same, beside a run of restic", taken_in, kept.backup, "", ROUNDS)
        yield beside(f"a document of {name} taken out, beside age", taken_out, age.decrypt, BUDGET, ROUNDS)
        row, acts = beside("  the same, beside bare SQLCipher", taken_out, bare.read, BARE, ROUNDS), 2 * _act(here)
        least = 1 + acts / seconds(bare.read)
        yield replace(row, floor=least)
        yield Row(f"  its floor: bare, and two traced acts {shown(acts)}", "", "", least, "")
        yield beside("  bare SQLCipher beside age: the floor", bare.read, age.decrypt, "", ROUNDS)


class _Restic:
    """A repository of restic: each run is a process, and takes a file that it does not have yet."""

    def __init__(self, program: str, folder: Path, size: int) -> None:
        folder.mkdir()
        self.program, self.repository = program, folder / "repository"
        self.environ = {"PATH": os.environ["PATH"], "HOME": str(folder), "RESTIC_PASSWORD": "bench"}
        self.scans = iter([folder / f"{number}.png" for number in range(ROUNDS + 1)])
        for number in range(ROUNDS + 1):
            (folder / f"{number}.png").write_bytes(os.urandom(size))
        self._run("init")

    def backup(self) -> None:
        self._run("backup", str(next(self.scans)))

    def _run(self, *arguments: str) -> None:
        command = (self.program, "--quiet", "--repo", str(self.repository), *arguments)
        subprocess.run(command, env=self.environ, check=True, capture_output=True)


class _Age:
    """A file encrypted and decrypted by age, to a public key."""

    def __init__(self, plain: Path, identity: pyrage.x25519.Identity) -> None:
        self.plain, self.closed, self.opened = (str(plain.with_suffix(end)) for end in (".png", ".age", ".back"))
        self.identity = identity

    def encrypt(self) -> None:
        pyrage.encrypt_file(self.plain, self.closed, [self.identity.to_public()])

    def decrypt(self) -> None:
        pyrage.decrypt_file(self.closed, self.opened, [self.identity])


class _Bare:
    """A file in the chunks of a register in a database of SQLCipher with the pragmas of one, and nothing of ours."""

    def __init__(self, path: Path, plain: Path) -> None:
        self.path, self.plain, self.opened = path, plain, path.with_suffix(".bare")
        self.key = os.urandom(32).hex()
        with closing(self._connect()) as database:
            database.execute("CREATE TABLE chunk (document INTEGER, number INTEGER, content BLOB) STRICT")
        self.insert()

    def insert(self) -> None:
        with closing(self._connect()) as database, self.plain.open("rb") as file:
            database.execute("BEGIN IMMEDIATE")
            (documents,) = database.execute("SELECT count(DISTINCT document) FROM chunk").fetchone()
            chunks = enumerate(iter(partial(file.read, CHUNK), b""))
            database.executemany("INSERT INTO chunk VALUES (?, ?, ?)", ((documents, *chunk) for chunk in chunks))
            database.execute("COMMIT")

    def read(self) -> None:
        with closing(self._connect()) as database, self.opened.open("wb") as file:
            chunks = database.execute("SELECT content FROM chunk WHERE document = 0 ORDER BY number")
            file.writelines(content for (content,) in chunks)
            file.flush()
            os.fsync(file.fileno())

    def _connect(self) -> Any:
        database = dbapi2.connect(str(self.path), isolation_level=None)
        for pragma in (f"key = \"x'{self.key}'\"", *PRAGMAS, "journal_mode=WAL"):
            database.execute(f"PRAGMA {pragma}")
        return database


def _add(here: Session, scan: Path) -> int:
    with input_file.open_regular(scan, input_file.DOCUMENT) as file:
        return document.add(here, "2026-1", look_at(scan, file), ORIGIN).document.number


def _export(here: Session, number: int, place: Path) -> None:
    document.export(here, "2026-1", number, place, force=True)


def _act(here: Session) -> float:
    """Give the seconds of an act that asks nothing: opened and proved, its line, committed, closed."""

    def nothing() -> None:
        with act(here, "document.list"):
            pass

    return median(seconds(nothing) for _ in range(ROUNDS))


def _peak(work: Callable[[], Result]) -> tuple[Result, int]:
    """Do some work; give what it gives, and the KiB of memory that it took beyond what the process had (proc(5)).

    What earlier rows have freed is given back first, for work that fits into it would seem to take nothing.
    """
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before = _memory("VmRSS:")
    done = work()
    return done, max(0, _memory("VmHWM:") - before)


def _memory(key: str) -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line.split()[1] for line in status if line.startswith(key)))


def _mib(kib: int) -> str:
    return f"{kib / 1024:.1f} MiB"
