"""Every reading command and every paper of a register, with what each wrote to the terminal and to files."""

import re
import shlex
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import NamedTuple

from tests.stage import Ran, Stage

REFERENCE = re.compile(r"\b([VBDFG])(\d{4}-\d{4})\b")
OF_NOBODY = (
    *("client list", "client find -", "request list --all", "letter list", "letter list --waiting", "form list"),
    *("party list", "user list", "settings show", "agenda", "doctor", "retention due", "retention run --dry-run"),
    *("backup list", "processing show", "audit list", "audit list --break-glass", "audit verify", "breach list"),
    *("report due", "report year 2026", "document papers", "whoami", "retention run", "user review", "undo"),
)
OF_A_CLIENT = (
    *("client show", "client supplied", "contact list", "contact planned", "consent list", "disclosure list"),
    *(
        "document list",
        "form list",
        "letter list",
        "report list",
        "request list",
        "audit report",
        "audit list --client",
    ),
)
OF_A_REFERENCE = {
    "V": ("request show", "request review", "request search"),
    "B": (),
    "D": ("breach show",),
    "F": (),
    "G": (),
}
PAPERS_OF_A_CLIENT = ("inzage export", "inzage export --format json")
PAPERS_OF_A_REFERENCE = {"V": (), "B": ("letter print",), "D": ("breach export",), "F": (), "G": ()}
PAPERS = ("processing export", "retention statement", "audit export", "audit export --format ldv", "letter print --all")
MOST = 4
"""Clients and references of a letter of each register that are looked at."""


class Shown(NamedTuple):
    """A command as typed, what came of it, and the file that it wrote, if any."""

    command: str
    ran: Ran
    file: bytes | None = None


def show_all(stage: Stage, parties: Sequence[str]) -> Iterator[Shown]:
    """Run every reading command on whatever there is, for people and as JSON, then make every paper."""
    folder = stage.folder / "papers"
    folder.mkdir(mode=0o700, exist_ok=True)
    numbers = [one["client"]["number"] for one in stage.json("client", "list")["clients"]][:MOST]
    for command in OF_NOBODY:
        yield from both(stage, command, stdin="merk")
    yield from show_parties(stage, parties)
    for number in numbers:
        yield from show_client(stage, number, parties)
    references = list_references(stage)
    for letter, found in references.items():
        for command, one in product(OF_A_REFERENCE[letter], found):
            yield from both(stage, f"{command} {one}")
    for number in numbers:
        for command in PAPERS_OF_A_CLIENT:
            yield write(stage, folder, f"{command} {number}")
        yield from hand_out(stage, folder, number)
    for letter, found in references.items():
        for command, one in product(PAPERS_OF_A_REFERENCE[letter], found):
            yield write(stage, folder, f"{command} {one}")
    for command in PAPERS:
        yield write(stage, folder, command)


def list_references(stage: Stage) -> dict[str, list[str]]:
    """Give the numbers of papers and requests that the lists have, by their letter, some of each."""
    lists = ("request list --all", "letter list", "form list", "breach list")
    seen = "".join(stage.wkc("--json", *shlex.split(command)).out for command in lists)
    kinds: dict[str, list[str]] = {}
    for letter, rest in dict.fromkeys(REFERENCE.findall(seen)):
        kinds.setdefault(letter, []).append(f"{letter}{rest}")
    return {letter: found[: 2 * MOST] for letter, found in kinds.items()}


def show_parties(stage: Stage, parties: Sequence[str]) -> Iterator[Shown]:
    """Show each party, its people and its columns, by the name that it was given; and each user."""
    for party in parties:
        for command in ("party show", "party columns", "party person list"):
            yield from both(stage, f"{command} {shlex.quote(party)}")
    for user in stage.json("user", "list"):
        yield show(stage, f"user show {user['user']['user_id']}")


def show_client(stage: Stage, number: str, parties: Sequence[str]) -> Iterator[Shown]:
    """Show a dossier in each way that there is, and what stands under a number of its own in it."""
    for command in OF_A_CLIENT:
        yield from both(stage, f"{command} {number}")
    listed = stage.wkc("--json", "disclosure", "list", number)
    for one in listed.data["disclosures"] if listed.code == 0 else ():
        yield from both(stage, f"disclosure show {number} {one['number']}")
    for party in parties:
        yield from both(stage, f"report show {number} --opdrachtgever {shlex.quote(party)}")
    yield show(stage, f"--yes letter intake {number}")


def hand_out(stage: Stage, folder: Path, number: str) -> Iterator[Shown]:
    """Write the copy that goes with a request for one, once everything in it was looked through."""
    asked = stage.wkc("--json", "request", "receive", number, "--kind", "inzage")
    if asked.code:
        return
    request = asked.data["request"]["number"]
    for step in (
        "request identify {} --method bekend",
        "request decide {} --decision toegewezen",
        "request review {} --keep-all",
    ):
        yield show(stage, step.format(request), stdin="Zo is het besloten.")
    yield write(stage, folder, f"inzage export {number} --request {request}")


def both(stage: Stage, command: str, stdin: str = "") -> Iterator[Shown]:
    """Run a command for people, and for a script."""
    yield show(stage, command, stdin)
    yield show(stage, f"--json {command}", stdin)


def show(stage: Stage, command: str, stdin: str = "") -> Shown:
    return Shown(command, stage.wkc(*shlex.split(command), stdin=stdin))


def write(stage: Stage, folder: Path, command: str) -> Shown:
    place = folder / "paper"
    place.unlink(missing_ok=True)
    ran = stage.wkc(*shlex.split(command), "--output", str(place))
    return Shown(command, ran, place.read_bytes() if place.exists() else None)
