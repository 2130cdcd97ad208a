"""System calls of the installed program that fail one by one (strace(1), --inject): what it says, and what stands then.

Counted from the first file of the program that is opened: what the interpreter says before that is not ours.
"""

import itertools
import random
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

from tests.faults.installed import PROGRAM, environ
from tests.faults.machine.cases import CASES, Command, Ended, after, aside, judge_left, prepare, state
from tests.faults.machine.kills import Counts
from tests.faults.machine.outcome import Outcome, blames_program, count
from tests.faults.machine.portion import Portion, spread
from tests.stage import Stage

FAILING: dict[str, tuple[str, ...]] = {
    "openat": ("EIO", "EMFILE", "EACCES", "ENOMEM"),
    "read": ("EIO",),
    "pread64": ("EIO",),
    "write": ("EIO", "ENOSPC"),
    "pwrite64": ("EIO", "ENOSPC"),
    "fsync": ("EIO", "ENOSPC"),
    "fdatasync": ("EIO",),
    "fcntl": ("ENOLCK",),
    "flock": ("ENOLCK", "EINTR"),
    "mmap": ("ENOMEM",),
    "rename": ("EIO", "ENOSPC", "EACCES"),
    "unlink": ("EIO", "EACCES"),
    "ftruncate": ("EIO",),
}
"""The calls that are made to fail, and how."""

BEGINNING = re.compile(r"/wkc/(__pycache__/)?__init__\.")
CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)")


LOOKS = {
    "a look": ("client", "show", "2026-1"),
    "a copy": ("inzage", "export", "2026-1", "--format", "json", "--output", "copy.json"),
}
"""Commands that leave a line in the log alone."""
NAMES = (*CASES, *LOOKS)


class Work(NamedTuple):
    """A command from the state that it meets, in a folder of its own, with the states before and after it."""

    name: str
    stage: Stage
    command: Command
    states: tuple[Counts, Counts]


def trial(stage: Stage, portion: Portion) -> Outcome:
    """Let so many system calls fail, spread over commands, calls and errors."""
    prepare(stage)
    errors = ", ".join(sorted({*itertools.chain(*FAILING.values())}))
    return count("system calls", f"one call of {len(NAMES)} commands fails: {errors}", fail_all(stage, portion))


def work(stage: Stage, name: str) -> Work:
    """Bring a command to where it begins."""
    place = own(stage, name)
    if name in LOOKS:
        command = Command(LOOKS[name])
        return Work(name, place, command, (state(place, command), state(place, command)))
    command = CASES[name](place)
    return Work(name, place, command, (state(place, command), after(place, command)))


def own(stage: Stage, name: str) -> Stage:
    """Copy a stage to a folder of its own."""
    folder = stage.folder.with_name(name.replace(" ", "-"))
    shutil.copytree(stage.folder, folder)
    return replace(stage, folder=folder, works_between=False)


def fail_all(stage: Stage, portion: Portion) -> Iterator[str | None]:
    for name in portion.take(NAMES):
        begun = work(stage, name)
        often = spread(portion.most, len(NAMES), NAMES.index(name))
        for call, error, number in choose(calls_of(begun), often, portion.chance_of(name)):
            yield fail(begun, f"{call}:error={error}:when={number}")
        shutil.rmtree(begun.stage.folder)


def choose(calls: Mapping[str, tuple[int, int]], most: int, chance: random.Random) -> Iterator[tuple[str, str, int]]:
    """Choose calls to fail: of each call and error in turn one that was not chosen yet.

    By chance alone, nine of ten would be the opening of a module.
    """
    left = [
        [(call, error, number) for number in chance.sample(range(before + 1, before + made + 1), made)]
        for call, (before, made) in calls.items()
        for error in FAILING[call]
    ]
    every = (one for round_ in itertools.zip_longest(*left) for one in round_ if one is not None)
    return itertools.islice(every, most)


def calls_of(work: Work) -> dict[str, tuple[int, int]]:
    """Count each call of a command before and after the program itself begins."""
    trace = work.stage.folder.with_name("trace")
    with aside(work.stage) as place:
        run(place, work.command, "--output", str(trace), f"--trace={','.join(FAILING)}")
    made: Counter[str] = Counter()
    before: Counter[str] = Counter()
    begun = False
    main_thread = ""
    for line in trace.read_text(encoding="utf-8", errors="replace").splitlines():
        main_thread = main_thread or line.partition(" ")[0]
        found = CALL.match(line)
        if found is None or not line.startswith(main_thread):
            continue
        begun = begun or BEGINNING.search(found[2]) is not None
        (made if begun else before)[found[1]] += 1
    return {call: (before[call], made[call]) for call in FAILING if made[call]}


def fail(work: Work, injection: str) -> str | None:
    """Run a command of which one call fails; give what is wrong with what it said or left, None where nothing is."""
    with aside(work.stage) as place:
        call = injection.partition(":")[0]
        ran = run(place, work.command, "--output", "/dev/null", f"--trace={call}", f"--inject={injection}")
        said = ran.stdout + ran.stderr
        if blames_program(said):
            wrong: str | None = said.strip()[-300:]
        elif ran.returncode and not said.strip():
            wrong = f"ended with {ran.returncode} and said nothing"
        else:
            place.now = datetime.now(UTC)
            wrong = judge_left(place, work.command, Ended(ran.returncode, said), work.states)
    return None if wrong is None else f"{work.name} {injection}: ended with {ran.returncode}: {wrong} ({said[-200:]})"


def run(place: Stage, command: Command, *options: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the installed program under strace, which stops it at the calls asked for alone."""
    program = [str(PROGRAM), "--home", str(place.home), "--user", "anna", "--password-file", str(place.password_file)]
    words = ["strace", "--follow-forks", "--seccomp-bpf", "--quiet=all", *options, *program, "--yes", *command.argv]
    return subprocess.run(
        words,
        input=command.stdin,
        capture_output=True,
        text=True,
        check=False,
        env=environ(place, "anna"),
        cwd=place.folder,
        timeout=300,
    )
