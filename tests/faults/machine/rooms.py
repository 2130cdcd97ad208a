"""Disks with next to no room, from 8 KiB upwards, and a disk that takes no writing: what a command says and leaves.

Needs the right to mount a tmpfs. What was confirmed is there when the disk has room again, what was refused is not half
there, and the words for it are those of a full disk.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from tests.faults.machine.cases import CASES, Command, Ended, after, judge_left, prepare, state
from tests.faults.machine.outcome import Outcome, blames_program, count
from tests.faults.machine.portion import Portion
from tests.stage import Stage

KIB = 1024
FREE = (8, 16, 24, 32, 40, 48, 64, 80, 96, 128, 160, 192, 256, 320, 384, 512, 768, 1024, 1536, 2048)
"""KiB that are free on the disk."""
READ_ONLY = 0
"""In the place of a room: a disk that takes no writing."""
MEANT = frozenset({"disk_full", "output_unwritable", "backup_unwritable", "purge_waits", "removal_named"})
"""The errors that are right on such a disk; the last two say that it is done, or will be."""


def trial(stage: Stage, portion: Portion) -> Outcome:
    """Give up to so many commands on such disks."""
    prepare(stage)
    tries = [(name, begin, free) for name, begin in CASES.items() for free in (READ_ONLY, *FREE)]
    return count("rooms", "a disk with 8 KiB to 2 MiB free, or that takes no writing", (
        tried(stage, *one) for one in portion.thin(tries)))  # fmt: skip


def tried(stage: Stage, name: str, begin: Callable[[Stage], Command], free: int) -> str | None:
    """Give a command on a disk with so much room; give what is wrong."""
    place = stage.folder.with_name("small")
    place.mkdir(mode=0o700)
    with disk(place):
        shutil.copytree(stage.folder, place, dirs_exist_ok=True)
        small = replace(stage, folder=place, works_between=False)
        command = begin(small)
        states = state(small, command), after(small, command)
        narrow(place, free)
        ran = small.wkc("--json", "--yes", *command.argv, stdin=command.stdin)
        subprocess.run(["mount", "-o", "remount,rw,size=256m", str(place)], check=True)
        wrong = judge_left(small, command, Ended(ran.code, ran.err), states)
        if blames_program(ran.out + ran.err) or (ran.code and ran.error["name"] not in MEANT):
            wrong = ran.err
    place.rmdir()
    at = "read only" if free == READ_ONLY else f"{free} KiB"
    return None if wrong is None else f"{name} with {at}: {wrong}"


@contextmanager
def disk(place: Path) -> Iterator[None]:
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256m,mode=0700", "tmpfs", str(place)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", str(place)], check=True)


def narrow(place: Path, free: int) -> None:
    """Leave so many KiB free, or take the writing away."""
    found = os.statvfs(place)
    used = (found.f_blocks - found.f_bfree) * found.f_frsize
    options = "ro" if free == READ_ONLY else f"size={used + free * KIB}"
    subprocess.run(["mount", "-o", f"remount,{options}", str(place)], check=True)
