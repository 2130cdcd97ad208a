"""What a command does to the files of a folder, read from its system calls (strace(1))."""

import re
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.faults.installed import PROGRAM, environ
from tests.stage import Stage

SAY = "say"
"""The deed of a command that writes to its standard output."""

LINE = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (\d+)(?:<.*>)?$")
DESCRIPTOR = re.compile(r"^(\d+)<(.*?)>(?:, |$)")
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')


class Done(NamedTuple):
    """One thing done to a folder: create, write, truncate, sync, rename, unlink; or say, to standard output.

    `name` is that of a file in the folder, "." the folder itself; `other` is the new name of a rename.
    """

    what: str
    name: str
    at: int = 0
    octets: bytes = b""
    other: str = ""


def record(stage: Stage, argv: Sequence[str], stdin: str = "") -> tuple[Done, ...]:
    """Run a command of the installed program, which has to succeed, and give what it did to the register's folder."""
    trace = stage.folder / "trace"
    program = [str(PROGRAM), "--home", str(stage.home), "--user", "anna", "--password-file", str(stage.password_file)]
    options = ["--follow-forks", "--quiet=all", "--decode-fds=path", "-xx", "--string-limit=2000000"]
    words = ["strace", *options, f"--trace={','.join(DEEDS)}", "--output", str(trace), *program, "--yes", *argv]
    env = environ(stage, "anna")
    ran = subprocess.run(words, input=stdin, capture_output=True, text=True, check=False, env=env, cwd=stage.folder)
    assert ran.returncode == 0, ran.stderr
    with trace.open(encoding="ascii", errors="replace") as lines:
        return tuple(read(lines, stage.home.resolve()))


def read(lines: Iterable[str], folder: Path) -> Iterator[Done]:
    """Read a trace."""
    position: dict[str, int] = {}
    for line in lines:
        found = LINE.match(line.rstrip("\n"))
        if found is not None:
            yield from (one for one in DEEDS[found[1]](Call(found[2], int(found[3]), folder, position)) if one.name)


class Call(NamedTuple):
    """A system call: its arguments as they are written, its result, the folder, and where each descriptor writes."""

    arguments: str
    result: int
    folder: Path
    position: dict[str, int]

    @property
    def descriptor(self) -> tuple[str, str]:
        """The number of its first argument, and the name of that file in the folder."""
        found = DESCRIPTOR.match(self.arguments)
        return (found[1], inside(unquoted(found[2]), self.folder)) if found else ("", "")

    @property
    def named(self) -> list[str]:
        """The names of the paths that it names, in the folder; nothing for one elsewhere."""
        return [inside(unquoted(text), self.folder) for text in QUOTED.findall(self.arguments)]

    @property
    def octets(self) -> bytes:
        return octets(QUOTED.findall(self.arguments)[-1])[: self.result]

    @property
    def last(self) -> int:
        return int(self.arguments.rpartition(", ")[2], 0)


def opened(call: Call) -> Iterator[Done]:
    call.position[str(call.result)] = 0
    if "O_CREAT" in call.arguments:
        yield Done("create", call.named[0])
    if "O_TRUNC" in call.arguments:
        yield Done("truncate", call.named[0])


def written(call: Call) -> Iterator[Done]:
    number, name = call.descriptor
    if number == "1":
        yield Done(SAY, SAY)
    if name:
        yield Done("write", name, call.position[number], call.octets)
        call.position[number] += call.result


DEEDS: Mapping[str, Callable[[Call], Iterable[Done]]] = {
    "openat": opened,
    "write": written,
    "pwrite64": lambda call: [Done("write", call.descriptor[1], call.last, call.octets)],
    "ftruncate": lambda call: [Done("truncate", call.descriptor[1], call.last)],
    "fsync": lambda call: [Done("sync", call.descriptor[1])],
    "fdatasync": lambda call: [Done("sync", call.descriptor[1])],
    "rename": lambda call: [Done("rename", call.named[0], other=call.named[1])],
    "renameat": lambda call: [Done("rename", call.named[0], other=call.named[1])],
    "renameat2": lambda call: [Done("rename", call.named[0], other=call.named[1])],
    "unlink": lambda call: [Done("unlink", call.named[0])],
    "unlinkat": lambda call: [Done("unlink", call.named[0])],
}
"""What each call does."""


def inside(path: str, folder: Path) -> str:
    """Give the name of a file in the folder, "." for the folder; nothing for any other path."""
    place = Path(path.removesuffix(" (deleted)"))
    if place == folder:
        return "."
    return place.name if place.parent == folder else ""


def unquoted(text: str) -> str:
    return octets(text).decode("utf-8", "surrogateescape") if "\\x" in text else text


def octets(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))
