"""Marks: a dossier filled to the brim with texts found nowhere else, destroyed, and looked for in every byte.

`python -m tests.faults` does it with 16,000 values among as many of the neighbours'.
"""

import json
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from tests.stage import PASSWORD, Stage
from tests.vault import decryptor
from wkc.procedures.core.session import Session
from wkc.records.field import Kind
from wkc.rules.dossier.field import FIELDS
from wkc.vault.files.home import Home
from wkc.vault.keys import keyring
from wkc.vault.keys.slot import REGISTER

ORDER = ("--opdrachtgever", "Gemeente Alkmaar", "--assignment")
GROUNDS = ("--special-basis", "uavg_30,uavg_25", "--criminal-basis", "uavg_32")
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
FORMS: tuple[Literal["NFC", "NFD"], ...] = ("NFC", "NFD")
TEXTS = {Kind.TEXT, Kind.NOTE}
CLIENTS, VALUES = 400, 40


def person(word: str) -> dict[str, Any]:
    """Give a row with a mark in every field that takes any text, and more than one where that may be."""
    marked = [field for field in FIELDS if field.kind in TEXTS]
    row: dict[str, Any] = {field.code: f"{word} {field.code}" for field in marked}
    row |= {field.code: [f"{word} {field.code} {n}" for n in range(3)] for field in marked if field.many}
    del row["telefoon"]  # Digits hold no word: the test gives a number of its own.
    return row | {"e_mail": [f"{word}{n}@voorbeeld.nl" for n in range(3)]}


def shapes(words: Iterable[str]) -> set[bytes]:
    """Give each word as it may stand in a file: composed or not, in each encoding."""
    forms = {unicodedata.normalize(form, word) for form in FORMS for word in words}
    return {form.encode(encoding) for form in forms for encoding in ENCODINGS}


def everything(stage: Stage) -> Iterator[bytes]:
    """Give every byte there is: each file of the stage raw, and the register decrypted page by page."""
    here = Session(stage.environment(), stage.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)
    ring = keyring.read(Home(stage.home))
    yield decryptor.everything(ring.register, here.identity.unseal(ring, REGISTER))
    for path in stage.folder.rglob("*"):
        if path.is_file():
            yield path.read_bytes()


def left(stage: Stage, words: Iterable[bytes]) -> set[bytes]:
    """Give which of these octets are still anywhere."""
    wanted = set(words)
    return {word for content in everything(stage) for word in wanted if word in content}


def sealed(stage: Stage, client: int) -> set[bytes]:
    """Give the ciphertexts of a client: what is sealed leaves these behind and not its text."""
    here = Session(stage.environment(), stage.home, "anna", lambda: PASSWORD, lambda _notice, _count: None)
    found: set[bytes] = set()
    with here.opened() as register:
        rows = register.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in rows:
            columns = [row[1] for row in register.connection.execute(f"PRAGMA table_info({table})")]
            if "client" in columns:
                for column in columns:
                    if column.startswith("sealed"):
                        query = f"SELECT {column} FROM {table} WHERE client = ? AND {column} IS NOT NULL"
                        found |= {blob for (blob,) in register.connection.execute(query, (client,))}
    return found


def copy_of(stage: Stage, number: str, path: Path) -> Any:
    """Give a client's copy, without what making one adds: the moment, the audit head, the looks."""
    stage.must("inzage", "export", number, "--format", "json", "--output", str(path), "--force")
    copy = json.loads(path.read_bytes())
    path.unlink()
    for part in ("gemaaktOp", "auditlog", "raadplegingen"):
        del copy[part]
    return copy


def trial(stage: Stage) -> str:
    """Raise AssertionError where anything of 16,000 destroyed values is left, or a neighbour is not as before."""
    stage.must("party", "add", "Gemeente Alkmaar", "--kind", "opdrachtgever")
    rows = [many(f"Dóódmerk{n:04d}", "2021-11-23") for n in range(CLIENTS)]
    rows += [many(f"Búúrmerk{n:04d}", "2025-11-23") for n in range(CLIENTS)]
    rows.sort(key=lambda row: row["geslachtsnaam"][4:])
    stage.must("client", "import", "-", *ORDER, "A1", *GROUNDS, stdin=json.dumps(rows))
    marks = shapes(["Dóódmerk", "doodmerk"])
    assert left(stage, marks), "the marks were never there"
    found = [one["client"] for one in stage.json("client", "find", "Búúrmerk")["clients"]]
    before = [copy_of(stage, one["number"], stage.folder / "copy.json") for one in found[:3]]
    stage.must("retention", "run")
    stage.now = datetime(2026, 12, 1, 9, tzinfo=UTC)
    gone = stage.json("retention", "run", "--confirm", stdin="De klok staat goed.")["destroyed"]
    assert len(gone) == CLIENTS, len(gone)
    assert not left(stage, marks), left(stage, marks)
    after = [copy_of(stage, one["number"], stage.folder / "copy.json") for one in found[:3]]
    assert before == after, "a neighbour changed"
    stage.must("audit", "verify")
    return f"{CLIENTS * VALUES} values destroyed, none of them is left in any byte; the neighbours are as before"


def many(word: str, last_contact: str) -> dict[str, Any]:
    """Give a row of VALUES values, each a mark of its own."""
    values = [f"{word} {n:02d} {word}" for n in range(VALUES - 1)]
    return {
        "geslachtsnaam": word,
        "activiteit": values,
        "geregistreerd_op": "2020-01-01",
        "laatste_contact": last_contact,
    }
