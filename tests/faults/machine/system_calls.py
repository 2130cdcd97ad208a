"""System calls of the installed program that fail one by one (strace(1), --inject): what it says, and what stands then.

Counted from the first file of the program that is opened: what the interpreter says before that is not ours.
"""

import itertools
import random
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator

from tests.faults.installed import PROGRAM, environ
from tests.faults.machine.outcome import Outcome, blames_program, count
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


Work = tuple[str, ...]
LOG: Work = ("contact", "log", "1", "--on", "2026-11-02", "--kind", "gesprek")
WORKS: tuple[Work, ...] = (
    LOG,
    ("client", "show", "1"),
    ("backup", "create", "--to", "backups"),
    ("inzage", "export", "1", "--format", "json", "--output", "copy.json"),
)


def trial(stage: Stage, most: int) -> Outcome:
    """Let `most` system calls fail, spread over commands, calls and errors."""
    prepare(stage)
    return count("system calls", "one call fails: " + ", ".join(sorted({*itertools.chain(*FAILING.values())})),
                 fail_all(stage, most))  # fmt: skip


def prepare(stage: Stage) -> None:
    order = ("--opdrachtgever", "Gemeente", "--assignment", "A1")
    stage.must("party", "add", "Gemeente", "--kind", "opdrachtgever")
    stage.must("client", "register", *order, "--from", "-", stdin='{"geslachtsnaam": "Berg"}')
    (stage.folder / "backups").mkdir()


def fail_all(stage: Stage, most: int) -> Iterator[str | None]:
    chance = random.Random(21)  # noqa: S311  (places, no secrets)
    places = [
        (work, call, error, number)
        for work in WORKS
        for call, (before, made) in calls_of(stage, work).items()
        for error in FAILING[call]
        for number in range(before + 1, before + made + 1)
    ]
    for work, call, error, number in chance.sample(places, min(most, len(places))):
        yield fail(stage, work, f"inject={call}:error={error}:when={number}")


def calls_of(stage: Stage, work: Work) -> dict[str, tuple[int, int]]:
    """Count each call of a command before and after the program itself begins."""
    trace = stage.folder / "trace"
    with copied(stage) as place:
        run(place, work, "--output", str(trace), f"--trace={','.join(FAILING)}")
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


def fail(stage: Stage, work: Work, injection: str) -> str | None:
    """Run a command of which one call fails; give what is wrong with what it said or left, None where nothing is."""
    with copied(stage) as place:
        had = confirmed(place)
        ran = run(place, work, "--output", "/dev/null", f"--{injection}")
        said = ran.stdout + ran.stderr
        named = f"{' '.join(work[:2])} {injection}"
        if blames_program(said):
            return f"{named}: {said.strip()[-300:]}"
        if ran.returncode and not said.strip():
            return f"{named}: ended with {ran.returncode} and said nothing"
        now = confirmed(place)
        if work is LOG and (ran.returncode == 0) != (now == had + 1):
            return f"{named}: ended with {ran.returncode}, {had} became {now}: {said.strip()[-200:]}"
        verified = place.wkc("audit", "verify")
        return None if verified.code == 0 else f"{named}: afterwards {verified.err.strip()[-200:]}"


def confirmed(place: Stage) -> int:
    """Count what is confirmed by the command that logs a contact."""
    return len(place.json("contact", "list", "1")["contacts"])


class copied:  # noqa: N801  (a context)
    """The register of a stage copied to a folder of its own, for one command to fail in."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._folder = stage.folder.with_name(stage.folder.name + "-failing")

    def __enter__(self) -> Stage:
        shutil.rmtree(self._folder, ignore_errors=True)
        shutil.copytree(self._stage.folder, self._folder)
        return Stage(self._folder, self._stage.user, self._stage.now)

    def __exit__(self, *_error: object) -> None:
        shutil.rmtree(self._folder)


def run(place: Stage, work: Work, *options: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the installed program under strace, in the folder of its stage."""
    program = [str(PROGRAM), "--home", str(place.home), "--user", "anna", "--password-file", str(place.password_file)]
    words = ["strace", "--follow-forks", "--quiet=all", *options, *program, *work]
    return subprocess.run(
        words,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        env=environ(place, "anna"),
        cwd=place.folder,
        timeout=90,
    )
