"""Manifests of backups, ledgers and messages to the agent that are wrong in one place each: none is taken for right."""

import json
import os
import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

from tests.faults.machine.outcome import Outcome, blames_program, count
from tests.faults.machine.portion import Portion
from tests.faults.machine.wrong import ODD_FILES, one_wrong
from tests.stage import PASSWORD, Stage
from wkc.vault.files.home import Home
from wkc.vault.keys import canonical_json, keyring
from wkc.vault.keys.canonical_json import Malformed
from wkc.vault.keys.identity import unlock
from wkc.vault.session import channel
from wkc.vault.session.agent import Agent
from wkc.vault.session.channel import TerminalSession

ORDER = ("--opdrachtgever", "Gemeente", "--assignment", "A1")
Try = Callable[[], str | None]
"""One wrong form to read; it gives what is wrong with what came of it, None where nothing is."""
FRAMES = {
    "nothing": b"",
    "a length alone": b"\xff",
    "a length of nothing": b"\0",
    "a message cut short": b"\x10{}",
    "no JSON": b"\x03no!",
    "octets that are no text": b"\x04\xff\xfe\xfd\xfc",
    "a list": b"\x02[]",
    "a number": b"\x011",
    "a key twice": b'\x17{"do":"end","do":"end"}',
    "nothing in it": b"\x02{}",
    "too deep": bytes([200]) + b"[" * 200,
}
"""What comes in instead of a message: the first octet tells its length."""


def trial(stage: Stage, portion: Portion) -> Outcome:
    """Read up to so many wrong manifests, ledgers and messages."""
    every = [*manifests(stage), *ledgers(stage), *messages(stage)]
    what = "manifests, ledgers, messages to the agent: one value wrong, or the whole"
    return count("forms", what, (wrong() for wrong in portion.thin(every)))


def manifests(stage: Stage) -> Iterator[Try]:
    """Put each wrong manifest in the place of that of a backup, which is verified."""
    place = stage.folder / "backups"
    place.mkdir()
    stage.must("backup", "create", "--to", str(place))
    (folder,) = place.iterdir()
    path = folder / "manifest.json"
    whole = path.read_bytes()

    def verified(name: str, content: bytes) -> str | None:
        path.write_bytes(content)
        ran = stage.wkc("--json", "backup", "verify", str(folder))
        path.write_bytes(whole)
        return judged(f"manifest, {name}", ran.err, taken=ran.code == 0)

    assert verified("right", whole), "the right one is not taken"
    for name, content in wrong_files(whole, json.loads(whole)):
        yield partial(verified, name, content)


def ledgers(stage: Stage) -> Iterator[Try]:
    """Put each wrong ledger in the place of the right one; a torn or a shorter one is mended, any other refused."""
    stage.must("party", "add", "Gemeente", "--kind", "opdrachtgever")
    for name in ("Berg", "Dal", "Vlak"):
        stage.must("client", "register", *ORDER, "--from", "-", stdin=f'{{"geslachtsnaam": "{name}"}}')
    for number in ("2026-2", "2026-3"):
        stage.must("--yes", "client", "destroy", number, "--vergissing")
    path = Home(stage.home).ledger
    whole = path.read_bytes()
    first, last = whole.splitlines(keepends=True)
    quiet = replace(stage, works_between=False)

    def read(name: str, content: bytes) -> str | None:
        path.write_bytes(content)
        shown, seen = quiet.wkc("--json", "client", "list"), quiet.wkc("doctor")
        mended, lives = path.read_bytes() == whole, shown.code == 0 and len(shown.data["clients"]) != 1
        path.write_bytes(whole)
        unseen = shown.code == 0 and seen.code == 0 and not mended
        return judged(f"ledger, {name}", shown.err + seen.err, taken=unseen or lives)

    for name, change in ODD_FILES.items():
        yield partial(read, name, change(whole))
    for place, line in (("first", first), ("last", last)):
        for name, wrong in one_wrong(json.loads(line)):
            written = canonical_json.dump(wrong) + b"\n"
            content = written + last if line is first else first + written
            yield partial(read, f"{place} line, {name}", content)


def messages(stage: Stage) -> Iterator[Try]:
    """Send each wrong message to an agent in this process."""
    home = Home(stage.home)
    anna = unlock(keyring.read(home), "anna", PASSWORD)
    agent = Agent(anna, home, TerminalSession(os.getsid(0), 0), 3600, lambda: 0.0)
    checksum = canonical_json.encode(keyring.read(home).checksum)
    right: list[dict[str, object]] = [
        {"do": "status"},
        {"do": "end"},
        {"do": "sign", "label": "audit", "digest": canonical_json.encode(bytes(32))},
        {"do": "open", "keyring": checksum},
        {"do": "unseal", "keyring": checksum, "which": "register"},
        {"do": "unseal", "keyring": checksum, "which": "special"},
    ]

    def asked(name: str, octets: bytes) -> str | None:
        ours, theirs = socket.socketpair()
        with ours, theirs:
            ours.sendall(octets)
            ours.shutdown(socket.SHUT_WR)
            answer: dict[str, object] = {}
            with suppress(OSError, Malformed):  # as agent.serve does
                answer = agent.answer(channel.receive(theirs))
        return judged(f"message, {name}", "", taken="done" in answer or agent.ended)

    assert asked("right", framed(right[0])) is None
    assert asked("right", framed(right[2])), "the right one is not taken"
    for name, octets in FRAMES.items():
        yield partial(asked, name, octets)
    for message in right:
        for name, wrong in one_wrong(message):
            yield partial(asked, f"{message['do']}: {name}", framed(wrong))


def framed(message: object) -> bytes:
    content = canonical_json.dump(message)[: channel.LARGEST]
    return bytes([len(content)]) + content


def wrong_files(whole: bytes, value: Any) -> Iterator[tuple[str, bytes]]:
    for name, change in ODD_FILES.items():
        yield name, change(whole)
    for name, wrong in one_wrong(value):
        yield name, canonical_json.dump(wrong) + b"\n"


def judged(name: str, said: str, *, taken: bool) -> str | None:
    if blames_program(said):
        return f"{name}: {said.strip()[-300:]}"
    return f"{name}: taken" if taken else None
