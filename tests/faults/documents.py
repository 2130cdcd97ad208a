"""Documents on their whole way: in, out byte for byte, through a rotation, a backup and a restore, and gone for real.

`python -m tests.faults` does it with 500 documents of 2 MB, and looks for 1,000 of their chunks afterwards.
"""

import hashlib
import os
from datetime import timedelta

from tests.faults.marks import everything
from tests.stage import PASSWORD, Stage
from wkc.procedures.core.session import Session

DOCUMENTS, SIZE = 500, 2_000_000
HEAD = b"\x89PNG\r\n\x1a\n"
ORIGIN = ("--category", "10", "--source", "geregistreerde")
MARK = 48
"""Octets of a ciphertext that are looked for: enough to be found nowhere by chance."""


def trial(stage: Stage, documents: int = DOCUMENTS, size: int = SIZE) -> str:
    """Raise AssertionError where a document differs from what went in, or where a chunk of one is left."""
    order = ("--opdrachtgever", "Gemeente", "--assignment", "A1")
    stage.must("party", "add", "Gemeente", "--kind", "opdrachtgever")
    stage.must("client", "import", "-", *order, stdin='[{"geslachtsnaam": "Berg"}]')
    password = ("--new-password-file", str(stage.password_file))
    stage.must("user", "designate", "bram", "--name", "B", "--role", "coach", "--function", "f", *password)
    digests = [_take_in(stage, number, size) for number in range(documents)]
    _compare(stage, digests, "after they went in")
    stage.must("user", "revoke", "bram")
    _compare(stage, digests, "after a rotation")
    backups = stage.folder.with_name(f"{stage.folder.name}-backups")
    backups.mkdir()
    stage.must("backup", "create", "--to", str(backups))
    (backup,) = backups.iterdir()
    stage.must("--yes", "backup", "restore", str(backup))
    _compare(stage, digests, "after a restore")
    marks = _marks(stage)
    assert len(marks) == 2 * documents, len(marks)
    assert not _missing(stage, marks), "the chunks were never there"
    stage.now += timedelta(hours=1)
    stage.must("--yes", "client", "destroy", "2026-1", "--vergissing", stdin="dubbel ingeschreven")
    left = marks - _missing(stage, marks)
    assert not left, f"{len(left)} chunks are left"
    return f"{documents} documents of {size} octets came back three times; none of {len(marks)} chunks is left"


def _take_in(stage: Stage, number: int, size: int) -> str:
    content = (HEAD + os.urandom(size))[:size]
    scan = stage.folder / "scan.png"
    scan.write_bytes(content)
    stage.must("document", "add", "2026-1", str(scan), *ORIGIN, "--title", f"scan {number}")
    scan.unlink()
    return hashlib.sha256(content).hexdigest()


def _compare(stage: Stage, digests: list[str], when: str) -> None:
    out = stage.folder.with_name(f"{stage.folder.name}-out")
    out.mkdir(exist_ok=True)
    stage.must("inzage", "export", "2026-1", "--format", "json", "--output", str(out), "--with-documents", "--force")
    for number, digest in enumerate(digests, start=1):
        path = out / f"2026-0001-{number}.png"
        assert hashlib.sha256(path.read_bytes()).hexdigest() == digest, f"document {number} differs {when}"
        path.unlink()


def _marks(stage: Stage) -> set[bytes]:
    """Give the begin of the first and of the last chunk of each document, as they stand in the register."""
    here = Session(stage.environment(), stage.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)
    ends = "SELECT document, min(number) FROM document_chunk GROUP BY document"
    last = "SELECT document, max(number) FROM document_chunk GROUP BY document"
    with here.opened() as register:
        rows = register.connection.execute(
            f"SELECT substr(content, 1, {MARK}) FROM document_chunk WHERE (document, number) IN ({ends} UNION {last})"
        )
        return {bytes(content) for (content,) in rows}


def _missing(stage: Stage, marks: set[bytes]) -> set[bytes]:
    """Give which marks stand in no byte of the folder, the register decrypted page by page."""
    missing = set(marks)
    for content in everything(stage):
        missing -= {mark for mark in missing if mark in content}
    return missing
