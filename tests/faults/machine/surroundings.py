"""Odd machines: clocks that stand wrong, any umask, links and pipes in the place of files, odd paths and folders."""

import os
import shutil
import stat as modes
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from tests.faults.installed import PROGRAM, environ
from tests.faults.machine.cases import LOG, ORDER
from tests.faults.machine.outcome import Outcome, blames_program, count
from tests.faults.machine.portion import Portion
from tests.stage import Ran, Stage
from wkc.vault.files import network

Try = Callable[[Stage], str | None]
PATIENCE = 60
"""Seconds after which a command hangs."""
CLOCKS = {
    "a dead battery": datetime(2001, 1, 1, tzinfo=UTC),
    "a year back": datetime(2025, 11, 23, tzinfo=UTC),
    "an hour back": datetime(2026, 11, 23, 8, tzinfo=UTC),
    "a year on": datetime(2027, 11, 23, tzinfo=UTC),
    "seventy years on": datetime(2096, 11, 23, tzinfo=UTC),
}
CHANGES_OF_TIME = {
    "the hour that is left out": datetime(2027, 3, 28, 0, 59, 58, tzinfo=UTC),
    "the hour that comes twice": datetime(2027, 10, 31, 0, 29, 58, tzinfo=UTC),
    "its second time": datetime(2027, 10, 31, 1, 29, 58, tzinfo=UTC),
    "the turn of the year": datetime(2026, 12, 31, 22, 59, 58, tzinfo=UTC),
}
FILES = ("keyring.json", "keyring.json.copy", "register-1.db", "destroyed.jsonl", "signins.jsonl", "lock")
PATHS = ("Mijn documenten/het register", "cliënten/ß ☃ 登録", "a'b\"c;d$e", "-rf", "% ?#x=1&mode=memory", "line\nline")
LOOK, SEE = ("client", "list"), ("doctor",)


def trial(stage: Stage, portion: Portion) -> Outcome:
    """Work in up to so many of them, each with a register of its own."""
    stage.must("party", "add", "Gemeente", "--kind", "opdrachtgever")
    for name in ("Berg", "Dal"):
        stage.must("client", "register", *ORDER, "--from", "-", stdin=f'{{"geslachtsnaam": "{name}"}}')
    stage.must("--yes", "client", "destroy", "2026-2", "--vergissing")
    what = "clocks, changes of time, umask, links, pipes, paths, file systems, folders that are copied"
    return count("surroundings", what, (named(stage, name, one) for name, one in portion.thin([*tries()])))


def tries() -> Iterator[tuple[str, Try]]:
    """Give each of them with what is odd."""
    yield from ((f"clock: {name}", partial(with_clock, at=at)) for name, at in CLOCKS.items())
    yield from ((f"time: {name}", partial(over_a_change, at=at)) for name, at in CHANGES_OF_TIME.items())
    yield from ((f"umask {mask:03o}", partial(with_umask, mask=mask)) for mask in (0o000, 0o027, 0o777))
    for name in FILES:
        for what, put in (("link", linked), ("pipe", piped), ("folder", foldered), ("open to all", opened_to_all)):
            yield f"{what} for {name}", partial(with_file, name=name, put=put)
    yield "link for the folder", with_linked_home
    yield from ((f"path {path!r}", partial(at_path, path=path)) for path in PATHS)
    yield from ((f"file system {kind}", partial(on_network, kind=kind)) for kind in sorted(network.NETWORK))
    for folder in ("Dropbox", "OneDrive - Bureau", "Nextcloud", "Google Drive"):
        yield f"folder {folder}", partial(in_synced, folder=folder)


def named(stage: Stage, name: str, one: Try) -> str | None:
    """Try one on a copy of the stage."""
    place = stage.folder.with_name("odd")
    shutil.copytree(stage.folder, place)
    try:
        wrong = one(replace(stage, folder=place, works_between=False))
    finally:
        shutil.rmtree(place)
    return None if wrong is None else f"{name}: {wrong}"


def with_clock(stage: Stage, *, at: datetime) -> str | None:
    """Work with a wrong clock, then with a right one: nobody is destroyed by it, and all is there afterwards."""
    right = stage.now
    stage.now = at
    ran = [stage.wkc(*words) for words in (LOOK, LOG, ("retention", "run"), ("agenda",), SEE)]
    stage.now = right + timedelta(hours=1)
    ran.append(stage.wkc("--yes", "audit", "accept", "--clock", stdin="De batterij is vervangen."))
    return judged(stage, *ran)


def over_a_change(stage: Stage, *, at: datetime) -> str | None:
    """Work from two seconds before it on; what is done in that order stands in that order."""
    stage.now = at - timedelta(days=1)
    stage.wkc("--yes", "audit", "accept", "--clock", stdin="Gewerkt.")
    stage.now = at
    plan = ("contact", "plan", "2026-1", "--on", "2027-12-01", "--at", "02:30", "--kind", "gesprek")
    ran = [stage.wkc(*words) for words in (LOG, plan, LOOK, ("agenda",), LOG)]
    if any(one.code not in {0, 10} for one in ran):
        return str(next(one.err for one in ran if one.code not in {0, 10}))
    return judged(stage, *ran)


def with_umask(stage: Stage, *, mask: int) -> str | None:
    """Work under a umask: what holds data is for its owner alone."""
    stage.folder.joinpath("backups").mkdir(mode=0o700)
    copy = stage.folder / "copy.json"
    for words in (LOG, ("backup", "create", "--to", str(stage.folder / "backups")),
                  ("inzage", "export", "2026-1", "--format", "json", "--output", str(copy)), SEE):  # fmt: skip
        ran = installed(stage, *words, mask=mask)
        if ran.code not in {0, 10}:
            return ran.err
    found = [copy, *stage.home.rglob("*"), *stage.folder.joinpath("backups").rglob("*")]
    closed = (path for path in found if not path.stat().st_mode & (modes.S_IRWXG | modes.S_IRWXO))
    return f"open to others: {left}" if (left := set(found) - {*closed}) else judged(stage)


def linked(path: Path) -> None:
    path.rename(path.with_name("elsewhere")) if path.exists() else path.with_name("elsewhere").touch()
    path.symlink_to(path.with_name("elsewhere"))


def piped(path: Path) -> None:
    path.unlink(missing_ok=True)
    os.mkfifo(path, 0o600)


def foldered(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.mkdir(mode=0o700)


def opened_to_all(path: Path) -> None:
    path.touch()
    path.chmod(0o666)


def with_file(stage: Stage, *, name: str, put: Callable[[Path], None]) -> str | None:
    """Put something else in the place of a file: it is refused, and a command that waits for ever is one that hangs."""
    stage.folder.joinpath("typed").write_text("een verkeerd wachtwoord\n", encoding="utf-8")
    stage.folder.joinpath("typed").chmod(0o600)
    kept = stage.folder / "kept"
    shutil.copytree(stage.home, kept)
    put(stage.home / name)
    shown = installed(stage, *LOOK)
    tried = installed(replace(stage, credentials=stage.folder / "typed"), *LOOK)
    if shown.code == 0:
        return "taken without a word"
    if wrong := blamed(shown, tried):
        return wrong
    shutil.rmtree(stage.home)
    kept.rename(stage.home)
    return judged(stage)


def with_linked_home(stage: Stage) -> str | None:
    stage.home.rename(stage.folder / "elsewhere")
    stage.home.symlink_to(stage.folder / "elsewhere")
    ran = installed(stage, *LOOK)
    return "taken without a word" if ran.code == 0 else blamed(ran)


def at_path(stage: Stage, *, path: str) -> str | None:
    """Found a register at a path, work in it, and bring a backup of it back.

    It is founded in this process, for a password that costs as little as that of the stage.
    """
    home, copies = stage.folder / path, stage.folder / "kopieën van ☃"
    home.parent.mkdir(parents=True, exist_ok=True)
    copies.mkdir()
    office = ("--name", "Bureau", "--place", "Alkmaar", "--kvk", "12345678", "--beheerder", "anna")
    ran = [stage.wkc("--home", str(home), "--yes", "init", *office)]
    ran += [
        installed(stage, *words, home=home) for words in (("whoami",), SEE, ("backup", "create", "--to", str(copies)))
    ]
    made = next(copies.iterdir(), copies)
    ran += [installed(stage, *words, home=home) for words in (("backup", "restore", str(made)), ("audit", "verify"))]
    failed = next((one for one in ran if one.code not in {0, 10}), None)
    return failed.err if failed else blamed(*ran)


def on_network(stage: Stage, *, kind: str) -> str | None:
    """Let the system say that the folder is on a network."""
    with told_mounts(stage, kind):
        ran = stage.wkc("--json", *LOOK)
    return None if ran.code and ran.error["name"] == "network_folder" else f"{ran.code} {ran.err}"


@contextmanager
def told_mounts(stage: Stage, kind: str) -> Iterator[None]:
    mounts, was = stage.folder / "mounts", network.MOUNTS
    mounts.write_text(f"host:/share {stage.folder} {kind} rw 0 0\n", encoding="utf-8")
    network.MOUNTS = mounts
    try:
        yield
    finally:
        network.MOUNTS = was


def in_synced(stage: Stage, *, folder: str) -> str | None:
    """Put the register in a folder that another program copies: it works, and the doctor says so."""
    home = stage.folder / folder / "register"
    home.parent.mkdir()
    stage.home.rename(home)
    shown, seen = (installed(stage, *words, home=home) for words in (LOOK, SEE))
    said = folder.split(maxsplit=1)[0].lower() in seen.out.lower()
    return blamed(shown, seen) or (None if shown.code == 0 and said else f"nothing said: {seen.out}")


def judged(stage: Stage, *ran: Ran) -> str | None:
    """Give what is wrong after a trial: the program blamed itself, the log does not verify, or somebody is gone."""
    verified, listed = stage.wkc("audit", "verify"), stage.wkc("--json", *LOOK)
    if wrong := blamed(*ran, verified, listed):
        return wrong
    if verified.code or listed.code:
        return f"afterwards: {verified.err}{listed.err}"
    return None if len(listed.data["clients"]) == 1 else "somebody is gone"


def blamed(*ran: Ran) -> str | None:
    said = next((one.err for one in ran if blames_program(one.out + one.err)), None)
    silent = any(one.code and not (one.out + one.err).strip() for one in ran)
    return said or ("ended without a word" if silent else None)


def installed(stage: Stage, *argv: str, home: Path | None = None, mask: int = 0o022) -> Ran:
    """Run the installed program under a umask; one that does not end is killed and ends with 124."""
    secret = stage.credentials or stage.password_file
    words = [str(PROGRAM), "--home", str(home or stage.home), "--user", "anna", "--password-file", str(secret), "--yes"]
    try:
        ran = subprocess.run(
            [*words, *argv],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            env=environ(stage, "anna"),
            umask=mask,
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired:
        return Ran(124, "", "Traceback: it hangs")
    return Ran(ran.returncode, os.fsdecode(ran.stdout), os.fsdecode(ran.stderr))
