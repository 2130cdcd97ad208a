"""Keyrings that are wrong in one place each, their checksum made anew: none is taken, none is a fault of ours."""

import copy
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any

from tests.faults.machine.outcome import Outcome, blames_program, count
from tests.stage import Stage
from wkc.vault.keys import canonical_json

WRONG: dict[str, Callable[[Any], Any]] = {
    "null": lambda _was: None,
    "a number": lambda _was: 7,
    "below zero": lambda _was: -1,
    "too large": lambda _was: 2**63,
    "a fraction": lambda _was: 1.5,
    "no text": lambda _was: "",
    "other text": lambda was: f"{was}x",
    "long text": lambda _was: "A" * 100_000,
    "a list": lambda was: [was],
    "an object": lambda was: {"value": was},
    "a truth": lambda _was: True,
}
"""What stands in the place of a value."""

ODD_FILES: dict[str, Callable[[bytes], bytes]] = {
    "an empty file": lambda _was: b"",
    "half a file": lambda was: was[: len(was) // 2],
    "a file twice": lambda was: was * 2,
    "spaces alone": lambda _was: b" " * 4096,
    "zeroes alone": lambda was: bytes(len(was)),
    "a list": lambda was: b"[" + was + b"]",
    "another encoding": lambda was: was.decode().encode("utf-16"),
    "octets that are no text": lambda was: was[:50] + b"\xff\xfe" + was[50:],
    "a key twice": lambda was: was.replace(b'"generation"', b'"generation":9,"generation"', 1),
    "a number without an end": lambda was: was.replace(b'"generation":1', b'"generation":' + b"9" * 5000, 1),
    "too deep": lambda _was: b"[" * 100_000,
    "too large": lambda was: was + b" " * 2**21,
}
"""What stands in the place of the file."""


def trial(stage: Stage, most: int) -> Outcome:
    """Put up to `most` wrong keyrings in the place of the right one."""
    return count("keyrings", "one value, key or octet wrong, with a checksum that fits", put_all(stage, most))


def put_all(stage: Stage, most: int) -> Iterator[str | None]:
    path, spare = stage.home / "keyring.json", stage.home / "keyring.json.copy"
    whole = path.read_bytes()
    stage = replace(stage, works_between=False)
    every = list(wrong_keyrings(whole))
    for name, content in every[:: max(1, len(every) // most)]:
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
    assert changed(ring, ("version",), lambda was: was) == whole.rstrip(), "the checksum made here does not fit"
    for path in places(ring):
        named = ".".join(map(str, path))
        for name, make in WRONG.items():
            yield f"{named}: {name}", changed(ring, path, make)
        yield f"{named}: left out", changed(ring, path, None)


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Give the path of every value in a keyring but its checksum."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, below in inner:
        if (*path, key) != ("checksum",):
            yield (*path, key)
            yield from places(below, (*path, key))


def changed(ring: Any, path: tuple[str | int, ...], make: Callable[[Any], Any] | None) -> bytes:
    """Change the value at a path, or leave it out, and make the checksum anew."""
    other = copy.deepcopy(ring)
    place = other
    for key in path[:-1]:
        place = place[key]
    if make is None:
        del place[path[-1]]
    else:
        place[path[-1]] = make(place[path[-1]])
    del other["checksum"]
    checksum = canonical_json.encode(sha256(canonical_json.dump(other)).digest())
    return canonical_json.dump({**other, "checksum": checksum})
