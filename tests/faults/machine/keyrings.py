"""Keyrings that are wrong in one place each, their checksum made anew: none is taken, none is a fault of ours."""

import json
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any

from tests.faults.machine.outcome import Outcome, blames_program, count
from tests.faults.machine.portion import Portion
from tests.faults.machine.wrong import ODD_FILES, one_wrong
from tests.stage import Stage
from wkc.vault.keys import canonical_json


def trial(stage: Stage, portion: Portion) -> Outcome:
    """Put up to so many wrong keyrings in the place of the right one."""
    return count("keyrings", "one value, key or octet wrong, with a checksum that fits", put_all(stage, portion))


def put_all(stage: Stage, portion: Portion) -> Iterator[str | None]:
    path, spare = stage.home / "keyring.json", stage.home / "keyring.json.copy"
    whole = path.read_bytes()
    stage = replace(stage, works_between=False)
    for name, content in portion.thin([*wrong_keyrings(whole)]):
        path.write_bytes(content)
        spare.unlink(missing_ok=True)
        ran = stage.wkc("--json", "whoami")
        if blames_program(ran.err):
            yield f"{name}: {ran.err.strip()[-300:]}"
        else:
            yield f"{name}: taken" if ran.code == 0 else None
    path.write_bytes(whole)
    stage.must("whoami")


def wrong_keyrings(whole: bytes) -> Iterator[tuple[str, bytes]]:
    """Give each wrong keyring with what is wrong in it."""
    for name, change in ODD_FILES.items():
        yield name, change(whole)
    ring = json.loads(whole)
    del ring["checksum"]
    assert with_checksum(ring) == whole.rstrip(), "the checksum made here does not fit"
    for name, wrong in one_wrong(ring):
        yield name, with_checksum(wrong)


def with_checksum(ring: Any) -> bytes:
    checksum = canonical_json.encode(sha256(canonical_json.dump(ring)).digest())
    return canonical_json.dump({**ring, "checksum": checksum})
