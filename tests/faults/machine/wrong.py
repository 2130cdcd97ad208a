"""What stands wrong in the place of one value, or of a whole file: the same for every form that the program reads."""

import copy
from collections.abc import Callable, Iterator
from typing import Any

WRONG: dict[str, Callable[[Any], Any]] = {
    "null": lambda _was: None,
    "a number": lambda was: 7 if was != 7 else 8,
    "below zero": lambda _was: -1,
    "too large": lambda _was: 2**63,
    "a fraction": lambda _was: 1.5,
    "no text": lambda was: "" if was != "" else " ",
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
    "a key twice": lambda was: was.replace(b"{", b'{"n":1,"n":1,', 1),
    "a number without an end": lambda was: was.replace(b"{", b'{"n":' + b"9" * 5000 + b",", 1),
    "too deep": lambda _was: b"[" * 100_000,
    "too large": lambda was: was + b" " * 2**21,
}
"""What stands in the place of the file."""


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Give the path of every value in an object."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, below in inner:
        yield (*path, key)
        yield from places(below, (*path, key))


def one_wrong(value: Any) -> Iterator[tuple[str, Any]]:
    """Give an object with one value wrong or left out, for each value and each way, with what is wrong."""
    for path in places(value):
        named = ".".join(map(str, path))
        for name, make in WRONG.items():
            yield f"{named}: {name}", changed(value, path, make)
        yield f"{named}: left out", changed(value, path, None)


def changed(value: Any, path: tuple[str | int, ...], make: Callable[[Any], Any] | None) -> Any:
    """Change the value at a path, or leave it out."""
    other = copy.deepcopy(value)
    place = other
    for key in path[:-1]:
        place = place[key]
    if make is None:
        del place[path[-1]]
    else:
        place[path[-1]] = make(place[path[-1]])
    return other
