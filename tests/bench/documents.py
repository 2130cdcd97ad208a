"""Documents in and out, beside age (pyrage, the Rust implementation) on the same files."""

import os
import resource
from collections.abc import Iterator
from pathlib import Path

import pyrage

from tests.bench.inside import ORDER, session
from tests.bench.timing import Row, beside
from tests.stage import Stage
from wkc.procedures.core.session import Session
from wkc.procedures.document import document
from wkc.procedures.document.keep import look_at
from wkc.procedures.dossier.record import EntryInput
from wkc.procedures.io import input_file

HEAD = b"\x89PNG\r\n\x1a\n"
TWO_MB, LARGE = 2_000_000, 25 * 1024 * 1024
BUDGET = "<= 2 x"
ORIGIN = document.DocumentInput("10", EntryInput("geregistreerde"), "diploma")


def documents(stage: Stage, clients: int) -> Iterator[Row]:
    """A scan of 2 MB and one of 25 MiB: taken in and taken out, in this process and a session."""
    del clients
    stage.must("party", "add", "Gemeente", "--kind", "opdrachtgever")
    stage.must("client", "import", "-", *ORDER, stdin='[{"geslachtsnaam": "Berg"}]')
    here = session(stage)
    _ = here.identity
    identity = pyrage.x25519.Identity.generate()
    for size, name in ((TWO_MB, "2 MB"), (LARGE, "25 MiB")):
        scan = stage.folder / f"{size}.png"
        scan.write_bytes((HEAD + os.urandom(size))[:size])
        closed, opened = stage.folder / f"{size}.age", stage.folder / f"{size}.out"
        to, own = [identity.to_public()], [identity]
        yield beside(
            f"a document of {name} taken in, beside age",
            lambda scan=scan: _add(here, scan),  # type: ignore[misc]
            lambda scan=scan, closed=closed, to=to: pyrage.encrypt_file(str(scan), str(closed), to),  # type: ignore[misc]
            BUDGET,
            5,
        )
        yield beside(
            f"a document of {name} taken out, beside age",
            lambda opened=opened: _export(here, opened),  # type: ignore[misc]
            lambda closed=closed, own=own, opened=opened: pyrage.decrypt_file(str(closed), f"{opened}.age", own),  # type: ignore[misc]
            BUDGET,
            5,
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield Row("the most memory of this process, with all it imports", f"{peak:.0f} MiB", "", None, "")


def _add(here: Session, scan: Path) -> None:
    with input_file.open_regular(scan, input_file.DOCUMENT) as file:
        document.add(here, "2026-1", look_at(scan, file), ORIGIN)


def _export(here: Session, place: Path) -> None:
    listed = document.every(here, "2026-1").documents
    document.export(here, "2026-1", listed[-1].number, place, force=True)
