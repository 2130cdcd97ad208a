"""Whole processes: help, showing a client, signing in."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

from tests.bench import protected
from tests.bench.timing import STOPWATCH, Row, beside, seconds, shown
from tests.stage import PASSWORD, Stage
from wkc.vault.files.home import Home
from wkc.vault.keys import keyring
from wkc.vault.keys.identity import unlock
from wkc.vault.keys.password import DEFAULT, derive
from wkc.vault.keys.slot import REGISTER

TWO_COMMANDS = """
import typer
app = typer.Typer(help="Two commands.")
@app.command()
def one(name: str = typer.Option(help="A name.")) -> None:
    "The first."
@app.command()
def two(name: str = typer.Option(help="A name.")) -> None:
    "The second."
app()
"""

OPEN_AND_SELECT = """
import typer
from sqlcipher3 import dbapi2
connection = dbapi2.connect({path!r})
connection.set_key(bytearray(b"x'{key}'"))
connection.execute("SELECT number FROM client WHERE number = '2026-0001'").fetchone()
"""

ROUNDS = 25
ORDER = ("--opdrachtgever", "Gemeente", "--assignment", "A1")


def run(*words: str, **settings: str) -> None:
    environ = os.environ | {"LC_ALL": "C"} | settings
    environ.pop("PYTHONDONTWRITEBYTECODE", None)  # An installed program is compiled.
    subprocess.run([sys.executable, *words], env=environ, stdout=subprocess.DEVNULL, check=True)


def environ(stage: Stage) -> dict[str, str]:
    return {
        "WKC_HOME": str(stage.home),
        "WKC_USER": "anna",
        "WKC_PASSWORD_FILE": str(stage.password_file),
        "XDG_STATE_HOME": str(stage.folder / "state-of-processes"),
    }


def help_text(stage: Stage, clients: int) -> Iterator[Row]:
    del stage, clients
    yield beside(
        "wkc --help, beside that of a two-command Typer app",
        lambda: run("-m", "wkc", "--help"),
        lambda: run("-c", TWO_COMMANDS, "--help"),
        "<= 1.1 x",
        rounds=15,
    )


def show(stage: Stage, clients: int) -> Iterator[Row]:
    """In a session, as `wkc login` opens it; the bare process gets its key for nothing."""
    del clients
    stage.must("party", "add", "Gemeente", "--kind", "opdrachtgever")
    stage.must("client", "register", *ORDER, "--from", "-", stdin='{"geslachtsnaam": "Berg", "adres": "Laat 1"}')
    ring = keyring.read(Home(stage.home))
    key = unlock(ring, "anna", PASSWORD).unseal(ring, REGISTER).hex()
    bare = OPEN_AND_SELECT.format(path=str(ring.register), key=key)
    with tempfile.TemporaryDirectory(dir="/tmp") as runtime:
        agent_client = environ(stage) | {"XDG_RUNTIME_DIR": runtime}
        run("-m", "wkc", "login", **agent_client)
        del agent_client["WKC_PASSWORD_FILE"]
        (place,) = (path for path in Path(runtime).rglob("*") if path.is_socket())
        least = (str(Path(protected.__file__)), str(stage.home), str(place), str(ring.register))
        shows = (["client", "show", "2026-1"], "<= 1.7 x"), (["--json", "client", "show", "2026-1"], "<= 1.4 x")
        *ours, theirs, floor = in_turns(
            *(partial(run, "-m", "wkc", *words, **agent_client) for words, _budget in shows),
            partial(run, "-c", bare),
            partial(run, *least),
        )
        for (words, budget), taken in zip(shows, ours, strict=True):
            what = f"wkc {' '.join(words)}, signed in"
            yield Row(what, shown(taken), shown(theirs), taken / theirs, budget, floor / theirs)
        parts = "with the libraries, the agent, our tables and a signed line, and no module of ours"
        yield Row(f"  its floor: the bare process {parts}", shown(floor), shown(theirs), floor / theirs, "")
        run("-m", "wkc", "logout", **agent_client)


def in_turns(*works: Callable[[], object]) -> list[float]:
    """Time processes in turns, and give the median of each."""
    taken = [[seconds(work) for work in works] for _ in range(ROUNDS + 1)][1:]
    return [median(column) for column in zip(*taken, strict=True)]


def sign_in(stage: Stage, clients: int) -> Iterator[Row]:
    """What every command imports, signed in or not, is imported before: the parser and what makes the records."""
    del clients
    clock = "process_time" if STOPWATCH.counts_cpu else "perf_counter"
    program = (
        f"from time import {clock} as clock\n"
        "import wkc.__main__, typer, wkc.records; from pathlib import Path; start = clock()\n"
        "from wkc.vault.keys import keyring, identity; from wkc.vault.files.home import Home\n"
        "import argon2.low_level as low; real = low.hash_secret_raw; spent = []\n"
        "def timed(*a, **k):\n"
        "    begun = clock(); made = real(*a, **k)\n"
        "    spent.append(clock() - begun); return made\n"
        "low.hash_secret_raw = timed\n"
        f"home = Home(Path({str(stage.home)!r}))\n"
        f"who = identity.unlock(keyring.read(home), 'anna', {PASSWORD!r})\n"
        "from wkc.vault.database.register import open_shared\n"
        "with open_shared(home, who): pass\n"
        "print(clock() - start - sum(spent))\n"
    )
    taken = []
    for _ in range(9):
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        taken.append(float(done.stdout))
    yield Row(
        "sign-in and opening beyond the Argon2id time, their imports included",
        shown(median(taken)),
        "",
        None,
        "<= 45 ms",
    )
    cost = seconds(lambda: derive(PASSWORD, bytes(16), DEFAULT))
    yield Row("Argon2id at 256 MiB, t=3, p=4, once", shown(cost), "", None, "about 400 ms")
