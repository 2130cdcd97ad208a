"""Secrets of a running command: in no core file, no argument, no environment of a child, no file beside the register.

Each command runs with marks for its password and for what it reads. One run is followed call by call (strace): before
the password is opened, core files are forbidden and the memory is closed; nothing that is executed bears a mark; no
socket goes anywhere but to the agent. Then it is aborted (SIGABRT) at random moments, and so is the agent of a session,
where the machine does write cores: a process of another program with a mark in its memory leaves one, or the part
fails, because it would prove nothing.
"""

import os
import random
import re
import resource
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.faults.installed import PROGRAM, environ
from tests.faults.machine.cases import aside, prepare
from tests.faults.machine.outcome import Outcome, count
from tests.faults.machine.portion import Portion, spread
from tests.faults.machine.system_calls import NAMES, Work, work
from tests.own_session import short_folder
from tests.stage import PASSWORD, Stage
from wkc.vault.session import channel

FOLLOWED = "execve,execveat,prctl,prlimit64,setrlimit,openat,socket"
ARGUMENT = re.compile(r'"((?:[^"\\]|\\.)*)"')
CLOSED = (
    re.compile(r"prctl\(PR_SET_DUMPABLE, (SUID_DUMP_DISABLE|0)"),
    re.compile(r"RLIMIT_CORE, \{rlim_cur=0, rlim_max=0\}"),
)
"""Memory closed to others of the account, and core files forbidden."""
SET_LIMIT = resource.setrlimit
"""The call itself: a portion keeps the commands in its own process from it."""
HOLDS_A_MARK = "import os, sys; mark = sys.stdin.read(); os.abort()"


def trial(stage: Stage, portion: Portion) -> Outcome:
    """Follow each command of a portion once, and abort it so many times."""
    prepare(stage)
    what = f"{len(NAMES)} commands followed call by call, and aborted where cores are written"
    return count("cores", what, watch_all(stage, portion))


def watch_all(stage: Stage, portion: Portion) -> Iterator[str | None]:
    yield None if leaves_a_core(stage.folder) else "this machine writes no core: nothing is proven"
    if portion.number == 0:
        yield abort_agent(stage)
    for name in portion.take(NAMES):
        begun = work(stage, name)
        new = begun.command.new_password
        secrets = {PASSWORD, begun.command.stdin.strip(), new.read_text(encoding="utf-8").strip() if new else ""}
        marks = [text.encode() for text in secrets if text]
        seconds, wrong = follow(begun, marks)
        yield wrong
        chance = portion.chance_of(name)
        for _ in range(spread(portion.most, len(NAMES), NAMES.index(name))):
            yield abort(begun, chance, seconds, marks)
        shutil.rmtree(begun.stage.folder)


def leaves_a_core(folder: Path) -> bool:
    """Tell whether a process that aborts with a mark in its memory leaves it in a file here."""
    place = folder.with_name("control")
    place.mkdir()
    words = [sys.executable, "-c", HOLDS_A_MARK]
    subprocess.run(words, input=b"mark of the control", cwd=place, preexec_fn=allow_cores, check=False)
    found = any(b"mark of the control" in path.read_bytes() for path in place.iterdir())
    shutil.rmtree(place)
    return found


def allow_cores() -> None:
    SET_LIMIT(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def words_of(place: Stage, command: Sequence[str]) -> list[str]:
    program = [str(PROGRAM), "--home", str(place.home), "--user", "anna", "--password-file", str(place.password_file)]
    return [*program, "--yes", *command]


def follow(begun: Work, marks: Sequence[bytes]) -> tuple[float, str | None]:
    """Run a command once under strace; give how long it takes without, and what is wrong with what it called."""
    trace = begun.stage.folder.with_name("followed")
    with aside(begun.stage) as place:
        start = time.perf_counter()
        run(place, begun, [])
        seconds = time.perf_counter() - start
    with aside(begun.stage) as place:
        options = ["strace", "--follow-forks", "--quiet=all", "--no-abbrev", "--string-limit=100000"]
        run(place, begun, [*options, f"--trace={FOLLOWED}", "--output", str(trace)])
        lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
        wrong = judge_calls(lines, str(place.password_file), [mark.decode() for mark in marks])
    return seconds, None if wrong is None else f"{begun.name}: {wrong}"


def judge_calls(lines: Sequence[str], password_file: str, marks: Sequence[str]) -> str | None:
    """Give what is wrong with the calls of a command, in the order in which they were made."""
    opened = next(
        (number for number, line in enumerate(lines) if f'"{password_file}"' in line and "openat" in line), None
    )
    if opened is None:
        return "the password was never opened"
    for wanted in CLOSED:
        if not any(wanted.search(line) for line in lines[:opened]):
            return f"the password is read before {wanted.pattern}"
    for line in lines:
        texts = [text.encode().decode("unicode_escape") for text in ARGUMENT.findall(line)]
        if ("exec" in line or "O_CREAT" in line) and any(mark in text for mark in marks for text in texts):
            return f"a secret stands in {line[:200]}"
        if re.search(r"socket\((?!AF_UNIX)", line):
            return f"a socket: {line[:200]}"
    return None


def abort_agent(stage: Stage) -> str | None:
    """Abort the agent of a session; give what it showed, or where it left a secret."""
    with short_folder() as runtime:
        runtime.parent.chmod(0o700)
        env = surroundings(stage) | {"XDG_RUNTIME_DIR": str(runtime.parent)}
        words = words_of(stage, ["login"])
        # Its own session: one begun outside this process namespace has no number, and `wkc login` needs one.
        subprocess.run(
            words,
            env=env,
            cwd=stage.folder,
            preexec_fn=allow_cores,
            start_new_session=True,
            capture_output=True,
            check=True,
        )
        (place,) = (path for path in runtime.parent.rglob("*") if path.is_socket())
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(str(place))
            agent = Path(f"/proc/{channel.read_peer(connection)[0]}")
        shown = (agent / "cmdline").read_bytes() + (agent / "environ").read_bytes()
        before = {path for folder in (stage.folder, Path("/")) for path in folder.glob("core*")}
        os.kill(int(agent.name), signal.SIGABRT)
        until = time.monotonic() + 10
        while agent.exists() and time.monotonic() < until:
            time.sleep(0.05)
        left = {path for folder in (stage.folder, Path("/")) for path in folder.glob("core*")} - before
    if PASSWORD.encode() in shown:
        return "the agent shows the password to all"
    return f"the agent leaves {sorted(map(str, left))}" if left or agent.exists() else None


def surroundings(place: Stage) -> dict[str, str]:
    """Give the environment of a command, which makes its temporary files where they are looked for."""
    return environ(place, "anna") | {"TMPDIR": str(place.folder), "SQLITE_TMPDIR": str(place.folder)}


def run(place: Stage, begun: Work, before: Sequence[str]) -> None:
    subprocess.run(
        [*before, *words_of(place, begun.command.argv)],
        input=begun.command.stdin.encode(),
        capture_output=True,
        check=True,
        env=surroundings(place),
        cwd=place.folder,
        timeout=300,
    )


def abort(begun: Work, chance: random.Random, seconds: float, marks: Sequence[bytes]) -> str | None:
    """Abort a command at a random moment; give the file beside the register in which it left a secret."""
    with aside(begun.stage) as place:
        known = {path for path in place.folder.rglob("*") if path.is_file()}
        running = subprocess.Popen(
            words_of(place, begun.command.argv),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=surroundings(place),
            cwd=place.folder,
            preexec_fn=allow_cores,  # noqa: PLW1509  (no thread here)
        )
        after = chance.uniform(0.15, 1.0) * seconds
        try:
            running.communicate(begun.command.stdin.encode(), timeout=after)
        except subprocess.TimeoutExpired:
            running.send_signal(signal.SIGABRT)
            running.communicate()
        left = {path for path in place.folder.rglob("*") if path.is_file()} - known
        told = [path for path in left if holds(path, marks)]  # the interpreter alone may leave a core
        names = sorted(str(path.relative_to(place.folder)) for path in told)
    return f"{begun.name} after {after:.2f} s: a secret in {names}" if names else None


def holds(path: Path, marks: Sequence[bytes]) -> bool:
    content = path.read_bytes()
    return any(mark in content for mark in marks)
