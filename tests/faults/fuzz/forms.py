"""Forms: JSON that users offer, and what the vault keeps: keyring, manifest, ledger, messages to the agent."""

import json
import os
import socket
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from tests.faults.fuzz.strategy import OCTETS, SCALARS, TEXT, Parser, nearly_octets, objects
from tests.faults.machine.keyrings import with_checksum
from tests.stage import PASSWORD, Stage
from wkc.procedures.disclosure import contact_person
from wkc.procedures.disclosure import input as disclosure_input
from wkc.procedures.dossier import mandate, party_profile
from wkc.procedures.operations import breach, care
from wkc.procedures.paper_form import filled
from wkc.procedures.requests import propose, review
from wkc.records.breach import BreachAccount
from wkc.vault.backup import manifest
from wkc.vault.files.home import Home
from wkc.vault.journals import failed_sign_ins, last_seen, ledger
from wkc.vault.keys import canonical_json, keyring
from wkc.vault.keys.canonical_json import Malformed
from wkc.vault.keys.identity import unlock
from wkc.vault.session import channel
from wkc.vault.session.agent import Agent
from wkc.vault.session.channel import TerminalSession

ORDER = ("--opdrachtgever", "Gemeente", "--assignment", "A1")
PROFILE = tuple(party_profile.READ)


def read_disclosure(content: str) -> None:
    """A disclosure that is read is checked value by value."""
    from tests.faults.fuzz.values import TODAY

    disclosure_input.check_input(disclosure_input.read(content), TODAY, None)


def read_profile(content: str) -> None:
    """Each part of what is said of a party is a value or is refused."""
    for key, text in party_profile.read(content).items():
        party_profile.READ[key](text)


JSON_FORMS: Mapping[str, tuple[tuple[str, ...], Callable[[str], object]]] = {
    "disclosure": (disclosure_input.DisclosureInput.__struct_fields__, read_disclosure),
    "mandate": ((*mandate.REQUIRED, *mandate.OPTIONAL), mandate.read),
    "person": (contact_person.KEYS, contact_person.read),
    "party": (PROFILE, read_profile),
    "proposals": (propose.ProposalInput.__struct_fields__, propose.read),
    "review": (review.TextDecision.__struct_fields__, review.read),
    "breach reasons": (("ap", "persons"), partial(breach.read_decision, ap=True, persons=False)),
    "breach account": (BreachAccount.__struct_fields__, breach.read_account),
    "verdicts": (("anna", "1"), care.read_verdicts),
    "consent to sign": (sum(filled.CONSENT_KEYS, ()), filled.read_consent),
    "mandate to sign": (sum(filled.MANDATE_KEYS, ()), filled.read_mandate),
}
"""The forms that users offer as JSON, each with its keys and what reads it."""

RIGHT = {
    "disclosure": {
        "recipient": "Gemeente",
        "channel": "brief",
        "ground": "doel",
        "purpose": "voortgang",
        "categories": "1",
    },
    "mandate": {
        "kind": "curator",
        "name": "A",
        "from": "2026-01-01",
        "document": "akte",
        "on": "2026-01-02",
        "by": "anna",
    },
    "person": {"name": "J. Bakker", "function": "consulent", "telephone": "072-5112233"},
    "breach account": {"nature": "weg", "consequences": "geen", "measures": "gewist", "advice": "let op"},
    "consent to sign": {"categories": "1,2", "recipient": "Gemeente", "purpose": "stage", "until": "2027-01-01"},
    "mandate to sign": {"name": "A. Vocaat", "until": "2027-01-01", "postcode": "1811 EH"},
}


def offered(name: str, keys: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Give a form as JSON: right but for some values, or of any shape, or no JSON."""
    right = RIGHT.get(name, {})
    changes = st.dictionaries(st.sampled_from(keys), SCALARS, max_size=3)
    shapes = (changes.map(lambda some: {**right, **some}) | objects(keys)) | st.lists(objects(keys), max_size=2)
    return shapes.map(json.dumps) | shapes.map(lambda shape: json.dumps(shape, ensure_ascii=False)) | TEXT


def quiet(check: Callable[[Any], object], given: Any) -> None:
    """Run a check of the vault: Malformed is its own word for what is not of its form."""
    with suppress(Malformed):
        check(given)


def list_parsers(stage: Stage) -> tuple[Parser, ...]:
    """Give the parsers of forms, those of the vault with what one register really has as their right form."""
    return (
        *(Parser(f"form {name}", offered(name, keys), read, 3) for name, (keys, read) in JSON_FORMS.items()),
        *_vault(stage),
    )


def _vault(stage: Stage) -> tuple[Parser, ...]:
    home = Home(stage.home)
    stage.must("party", "add", "Gemeente", "--kind", "opdrachtgever")
    for name in ("Berg", "Dal"):
        stage.must("client", "register", *ORDER, "--from", "-", stdin=f'{{"geslachtsnaam": "{name}"}}')
    stage.must("--yes", "client", "destroy", "2026-2", "--vergissing")
    stage.must("backup", "create", "--to", str(stage.folder))
    (kept_at,) = stage.folder.glob("*/manifest.json")
    ring, lines, kept = home.keyring.read_bytes(), home.ledger.read_bytes(), kept_at.read_bytes()
    anna = unlock(keyring.read(home), "anna", PASSWORD)
    checksum = canonical_json.encode(keyring.read(home).checksum)
    place = Path(tempfile.mkdtemp(dir=stage.folder))

    def reread(octets: bytes) -> None:
        """What is taken for a keyring is written as the same."""
        found = keyring.parse(octets, stage.home)
        assert keyring.parse(keyring.dump(found), stage.home) == found

    def reread_lines(octets: bytes) -> None:
        """A ledger that is read was ours, whole lines from its begin."""
        path = place / "ledger"
        path.write_bytes(octets)
        path.chmod(0o600)
        read = list(ledger.read_lines(path))
        assert octets.startswith(b"".join(map(ledger.dump_line, read)))

    def remember(octets: bytes) -> None:
        """The head that was seen last is read, or is none."""
        memory = last_seen.Memory(place, stage.home, keyring.read(home).vault_id, "anna")
        memory.file.write_bytes(octets)
        last_seen.read(memory)
        last_seen.recall(memory)

    def ask(octets: bytes) -> None:
        """A message that is none gets an empty answer; none ends the agent or signs what it should not."""
        agent = Agent(anna, home, TerminalSession(os.getsid(0), 0), 3600, lambda: 0.0)
        ours, theirs = socket.socketpair()
        with ours, theirs:
            ours.sendall(octets)
            ours.shutdown(socket.SHUT_WR)
            with suppress(OSError, Malformed):  # as agent.serve does
                assert isinstance(canonical_json.dump(agent.answer(channel.receive(theirs))), bytes)

    def send(message: dict[str, Any]) -> None:
        """A message that is sent is received as it was."""
        ours, theirs = socket.socketpair()
        with ours, theirs:
            try:
                channel.send(ours, message)
            except ValueError:
                return
            assert channel.receive(theirs) == message

    message = st.fixed_dictionaries(
        {"do": st.sampled_from(("status", "end", "sign", "open", "unseal")) | TEXT},
        optional={
            "label": SCALARS | st.sampled_from(("audit", "ledger", "backup")),
            "digest": SCALARS | st.just(canonical_json.encode(bytes(32))),
            "keyring": SCALARS | st.just(checksum),
            "which": SCALARS | st.sampled_from(("register", "special")),
        },
    )
    plain = st.recursive(
        st.none() | st.booleans() | st.integers() | TEXT,
        lambda one: st.lists(one, max_size=3) | st.dictionaries(TEXT, one, max_size=3),
        max_leaves=8,
    )
    failed = b'{"at":"2026-11-23T09:00:00+00:00","terminal":"/dev/pts/1","user":"anna"}\n'
    return (
        Parser("keyring", nearly_octets((ring,)) | _sealed(ring) | OCTETS, partial(quiet, reread), 8),
        Parser(
            "manifest",
            nearly_octets((kept,)) | _changed(kept) | OCTETS,
            partial(quiet, lambda octets: manifest.parse(octets, kept_at.parent)),
            6,
        ),
        Parser("ledger", nearly_octets((lines,)) | _changed(lines) | OCTETS, partial(quiet, reread_lines), 6),
        Parser(
            "last seen",
            nearly_octets((b'{"generation":1,"hash":"' + b"A" * 43 + b'=","seq":7}',)) | OCTETS,
            remember,
            3,
        ),
        Parser("message to the agent", message.map(_framed) | OCTETS, ask, 6),
        Parser("message round", st.dictionaries(TEXT, plain, max_size=4), send, 2),
        Parser(
            "canonical JSON", OCTETS | plain.map(json.dumps).map(str.encode), partial(quiet, canonical_json.load), 4
        ),
        Parser("canonical JSON round", plain, _keep, 2),
        Parser("failed sign-ins", nearly_octets((failed,)) | OCTETS, partial(_count_failed, home), 2),
    )


def _framed(message: dict[str, Any]) -> bytes:
    content = json.dumps(message).encode()[: channel.LARGEST]
    return bytes([len(content)]) + content


def _keep(value: Any) -> None:
    assert canonical_json.load(canonical_json.dump(value)) == value


def _count_failed(home: Home, octets: bytes) -> None:
    whole = home.signins.read_bytes() if home.signins.exists() else None
    home.signins.write_bytes(octets)
    home.signins.chmod(0o600)
    try:
        found, end = failed_sign_ins.read_attempts(home, 0, "anna")
        assert end <= len(octets)
        assert all(one.at.isprintable() and one.terminal.isprintable() for one in found)
    finally:
        home.signins.unlink() if whole is None else home.signins.write_bytes(whole)


@st.composite
def _changed(draw: st.DrawFn, right: bytes) -> bytes:
    """Give JSON, the last line of some, with one value of another kind."""
    *lines, last = right.splitlines(keepends=True)
    value = json.loads(last)
    place, key = value, draw(st.sampled_from(sorted(value)))
    while isinstance(place[key], dict | list) and place[key] and draw(st.booleans()):
        place = place[key]
        key = draw(st.sampled_from(sorted(place))) if isinstance(place, dict) else draw(st.integers(0, len(place) - 1))
    place[key] = draw(SCALARS)
    return b"".join(lines) + canonical_json.dump(value | {}) + b"\n" if _is_plain(value) else json.dumps(value).encode()


def _is_plain(value: Any) -> bool:
    try:
        canonical_json.dump(value)
    except ValueError:
        return False
    return True


def _sealed(right: bytes) -> st.SearchStrategy[bytes]:
    """Give a keyring with one value of another kind, its checksum made anew."""

    def close(octets: bytes) -> bytes:
        try:
            ring = json.loads(octets)
        except ValueError:
            return octets
        ring.pop("checksum", None)
        if not _is_plain(ring):
            return octets
        return with_checksum(ring) + b"\n"

    return _changed(right).map(close)
