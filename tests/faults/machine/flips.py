"""One flipped bit or octet of a file of the register: never read as something else without a word.

A flip in the register's file lies in a page that SQLCipher authenticates, so every read of it says so; a flip in a page
that nobody reads may pass until `wkc doctor` reads all. The keyring is whole by its checksum, the ledger by its chain.
"""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tests.faults.machine.outcome import Outcome, blames_program, count
from tests.faults.machine.portion import Portion
from tests.stage import Stage

KEYRING = "keyring.json"
SPARSE = 64
"""Octets of the register of which one is flipped: SQLCipher authenticates pages of 4,096."""


def trial(stage: Stage, portion: Portion) -> Outcome:
    """Flip up to so many times: bits of the keyring, octets of the ledger, an octet of each SPARSE of the register."""
    order = ("--opdrachtgever", "Gemeente", "--assignment", "A1")
    stage.must("party", "add", "Gemeente", "--kind", "opdrachtgever")
    for name in ("Berg", "Dal", "Vlak"):
        stage.must("client", "register", *order, "--from", "-", stdin=f'{{"geslachtsnaam": "{name}"}}')
    for number in ("2026-2", "2026-3"):
        stage.must("--yes", "client", "destroy", number, "--vergissing")
    (register,) = (path.name for path in stage.home.glob("register-*.db"))
    return count("flips", "one bit of keyring.json, one octet of the register or the ledger",
                 flip_all(stage, register, portion))  # fmt: skip


def flip_all(stage: Stage, register: str, portion: Portion) -> Iterator[str | None]:
    kept = stage.folder.with_name("unflipped")
    shutil.copytree(stage.home, kept)
    for name in (KEYRING, register, "destroyed.jsonl"):
        size = (kept / name).stat().st_size
        places = range(0, 8 * size, {KEYRING: 1, register: 8 * SPARSE}.get(name, 8))
        chosen = portion.chance_of(name).sample(places, min(portion.most // 3, len(places)))
        for place in portion.take(chosen):
            mask = 1 << place % 8 if name == KEYRING else 0xFF
            shutil.rmtree(stage.home)
            shutil.copytree(kept, stage.home)
            if name == KEYRING:
                (stage.home / "keyring.json.copy").unlink()
            yield flip(stage, stage.home / name, place // 8, mask)
    shutil.rmtree(kept)


def flip(stage: Stage, path: Path, place: int, mask: int) -> str | None:
    """Flip, and give what is wrong: a fault of our own, a silent other answer, or one that the doctor misses."""
    content = bytearray(path.read_bytes())
    content[place] ^= mask
    path.write_bytes(content)
    stage = replace(stage, works_between=False)
    shown = stage.wkc("--json", "client", "list")
    seen = stage.wkc("doctor") if shown.code == 0 else shown
    named = f"{path.name} at {place} ^ {mask:#x}"
    if blames_program(shown.err + seen.err):
        return f"{named}: {(shown.err + seen.err).strip()[-300:]}"
    if shown.code == 0 and [one["name"] for one in shown.data["clients"]] != ["Berg"]:
        return f"{named}: another answer, without a word"
    if shown.code == 0 and seen.code == 0 and path.read_bytes() == bytes(content):
        return f"{named}: nobody noticed"
    return None
