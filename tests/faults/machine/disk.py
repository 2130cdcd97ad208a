"""A disk that is cut off from power: what of a folder was written down by then, by the strictest reading of POSIX.

What was synced stays. Of the writes since, any may be there, lost, or torn at a sector; of the names made, changed or
taken away since the folder was synced, a first part. A file whose name came back without its writes is empty.
"""

import random
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tests.faults.machine.trace import Done

SECTOR = 512


class Write(NamedTuple):
    """Octets at a place; None octets for a file that was cut to that length."""

    at: int
    octets: bytes | None


class Node:
    """A file: what is safe of it, and the writes since it was synced."""

    def __init__(self, safe: bytes = b"") -> None:
        self.safe = safe
        self.pending: list[Write] = []

    def synced(self) -> None:
        self.safe = apply(self.safe, self.pending)
        self.pending = []


class Disk:
    """A folder on such a disk; `names` are the names that are safe, `changes` those since the folder was synced."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.names = {name: Node(content) for name, content in files.items()}
        self.current = dict(self.names)
        self.changes: list[tuple[str, Node | None]] = []

    def do(self, done: Done) -> None:
        """Do one thing as the system does it while there is power."""
        node = self.current.get(done.name)
        match done.what:
            case "create" if node is None:
                self._change(done.name, Node())
            case "write" if node is not None:
                node.pending.append(Write(done.at, done.octets))
            case "truncate" if node is not None:
                node.pending.append(Write(done.at, None))
            case "sync" if done.name == ".":
                self.names = dict(self.current)
                self.changes = []
            case "sync" if node is not None:
                node.synced()
            case "rename" if node is not None:
                self._change(done.other, node)
                self._change(done.name, None)
            case "unlink" if node is not None:
                self._change(done.name, None)

    def image(self, chance: random.Random) -> dict[str, bytes]:
        """Give what may be on the disk when the power is cut now."""
        names = dict(self.names)
        for name, node in self.changes[: chance.randint(0, len(self.changes))]:
            if node is None:
                names.pop(name, None)
            else:
                names[name] = node
        how = chance.random()
        return {name: apply(node.safe, survivors(node.pending, how, chance)) for name, node in names.items()}

    def _change(self, name: str, node: Node | None) -> None:
        self.changes.append((name, node))
        if node is None:
            self.current.pop(name, None)
        else:
            self.current[name] = node


def survivors(pending: list[Write], how: float, chance: random.Random) -> list[Write]:
    """Choose which writes are there: none, all, a first part, or any, one of them torn."""
    if how < 0.15:
        return []
    if how < 0.3:
        return pending
    if how < 0.5:
        return pending[: chance.randint(0, len(pending))]
    kept = [write for write in pending if chance.random() < 0.5]
    if kept and how > 0.75:
        place = chance.randrange(len(kept))
        write = kept[place]
        if write.octets is not None and len(write.octets) > SECTOR:
            kept[place] = Write(write.at, write.octets[: SECTOR * chance.randrange(1, len(write.octets) // SECTOR)])
    return kept


def apply(content: bytes, writes: Iterable[Write]) -> bytes:
    """Write into a content."""
    every = list(writes)
    if not every:
        return content
    made = bytearray(content)
    for at, octets in every:
        if octets is None:
            del made[at:]
        else:
            made.extend(bytes(max(0, at + len(octets) - len(made))))
            made[at : at + len(octets)] = octets
    return bytes(made)
