"""A session seen from a command: finding its agent, and an identity whose keys the agent holds (VAULT 5)."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from msgspec import Struct

from wkc.errors.families import NotSignedIn
from wkc.errors.vault import KeyringForged, RegisterBusy
from wkc.i18n import _
from wkc.vault.keys import canonical_json, keyring
from wkc.vault.keys.canonical_json import Malformed
from wkc.vault.keys.identity import Identity
from wkc.vault.keys.signing import SIGNATURE
from wkc.vault.keys.slot import KEY
from wkc.vault.session import channel
from wkc.vault.session.channel import TerminalSession

if TYPE_CHECKING:
    from wkc.vault.files.home import Home
    from wkc.vault.keys.identity import Unlocked
    from wkc.vault.keys.keyring import Keyring
    from wkc.vault.keys.slot import Slot

AGAIN = 0.01
"""Seconds between two tries to connect."""
TRIES = 3
"""Times that a question is put to an agent that hangs up on it."""
AGENT = ("-I", "-m", "wkc.vault.session.agent")
"""The words behind `python` that run an agent, apart from the environment and the folder of who starts it."""


class Status(Struct, frozen=True):
    """The state of a session as its agent reports it: its user, and the seconds left, if no key is used and at most."""

    vault_id: UUID
    user_id: str
    slot_id: UUID
    idle: int
    most: int


class AgentIdentity(Identity, frozen=True):
    """An identity whose keys the agent of a session holds: it opens the register's and the special key, and signs.

    The key that signs the keyring it does not give: whoever changes users and keys types the password.
    """

    place: Path

    @property
    def is_usable(self) -> bool:
        """A session that is still open."""
        return read_status(self.place) is not None

    @property
    def idle_seconds(self) -> float:
        """Seconds until the agent ends if no key is used; 0 when it has."""
        left = read_status(self.place)
        return 0 if left is None else left.idle

    def sign(self, label: str, digest: bytes) -> bytes:
        """Have the agent sign; SessionEnded."""
        (signature,) = self._request_octets(
            {"done": SIGNATURE}, do="sign", label=label, digest=canonical_json.encode(digest)
        )
        return signature

    def _open_key(self, keyring: Keyring, slot: Slot, which: str) -> bytes:
        del slot
        (key,) = self._request_of_keyring(keyring, {"done": KEY}, do="unseal", which=which)
        return key

    def _open_register(self, keyring: Keyring, slot: Slot) -> tuple[bytes, bytes]:
        """Have the agent open and check, in one question, on the same keyring that it reads itself."""
        del slot
        register_key, signer = self._request_of_keyring(keyring, {"done": KEY, "signer": KEY}, do="open")
        return register_key, signer

    def _request_of_keyring(self, ring: Keyring, lengths: Mapping[str, int], **words: object) -> tuple[bytes, ...]:
        try:
            return self._request_octets(lengths, keyring=canonical_json.encode(ring.checksum), **words)
        except _AgentRefused as refused:
            if refused.name == "changed":
                raise RegisterBusy(who=_("another command")) from None
            raise (NotSignedIn if refused.name == "not_signed_in" else KeyringForged(home=ring.home)) from None

    def _request_octets(self, lengths: Mapping[str, int], **words: object) -> tuple[bytes, ...]:
        """Ask, and give what the answer has under these names, each of so many octets; SessionEnded."""
        answer = request(self.place, **words)
        if "error" in answer:
            raise _AgentRefused(str(answer["error"]))
        try:
            return tuple(canonical_json.decode(answer.get(name), length) for name, length in lengths.items())
        except Malformed:
            from wkc.errors.session import SessionEnded

            raise SessionEnded from None


class _AgentRefused(Exception):
    """The agent names the error; it never leaves this module."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def this_terminal() -> TerminalSession | None:
    """Give the terminal session that this process is in; None where none can be told from another."""
    terminal = channel.find_terminal(os.getpid())
    return terminal if terminal is not None and terminal.is_known else None


def find(folder: Path, home: Home, user_id: str) -> AgentIdentity | None:
    """Give the identity of the session that a user has open here with this register; None when there is none."""
    terminal = this_terminal()
    if terminal is None or not channel.is_private(folder):
        return None
    ring = keyring.read(home)
    place = channel.name_socket(folder, terminal, ring.vault_id, home.path, user_id)
    status = read_status(place) if place.exists() else None
    slot = None if status is None else ring.slot(status.slot_id)
    if status is None or slot is None or (status.vault_id, status.user_id) != (ring.vault_id, slot.user_id):
        return None
    return AgentIdentity(ring.vault_id, slot.user_id, slot.kind, slot.slot_id, slot.x25519, slot.ed25519, place)


def list_users(folder: Path, home: Home) -> list[str]:
    """Give who has a session open here with this register."""
    vault_id = keyring.read(home).vault_id
    return [
        status.user_id
        for terminal, place, status in _list_sessions(folder)
        if place == channel.name_socket(folder, terminal, vault_id, home.path, status.user_id)
    ]


def end_all(folder: Path) -> int:
    """End every session of this terminal session, with any register, and give how many there were."""
    terminal = this_terminal()
    return 0 if terminal is None else sum(map(end, [*channel.list_sockets(folder, terminal)]))


def end(place: Path) -> bool:
    """End the session at a place, by force where its agent does not answer; True where there was one."""
    if "done" in request(place, do="end"):
        return True
    with suppress(OSError), _connection(place) as (_silent, process):
        if process is not None:
            os.kill(process, signal.SIGKILL)
            return True
    return False


def read_status(place: Path) -> Status | None:
    """Ask an agent whose session it holds and for how long; None when none answers."""
    answer = request(place, do="status")
    try:
        vault, user, slot = (canonical_json.take_text(answer.get(name)) for name in ("vault", "user", "slot"))
        idle, most = (canonical_json.take_int(answer.get(name)) for name in ("idle", "most"))
        return Status(UUID(vault), user, UUID(slot), idle, most)
    except (Malformed, ValueError):
        return None


def request(place: Path, **words: object) -> dict[str, object]:
    """Ask the agent at a place; an empty answer when there is none of this account in this terminal session.

    An agent hangs up on a question that comes in late, as on a machine that is too busy: it is put again.
    """
    for _try in range(TRIES):
        try:
            with _connection(place) as (connection, process):
                if process is None:
                    return {}
                channel.send(connection, words)
                return channel.receive(connection, channel.WAIT)
        except (ConnectionResetError, BrokenPipeError, Malformed):
            continue
        except OSError:
            return {}
    return {}


@contextmanager
def _connection(place: Path) -> Iterator[tuple[socket.socket, int | None]]:
    """Connect to the agent at a place, and give its process number; None for what is no agent of ours.

    Colleagues may share the account: what one of them put in the place of an agent would vouch for a keyring of theirs.
    """
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(channel.WAIT)
        _connect(connection, place)
        process, uid = channel.read_peer(connection)
        is_ours = uid == os.geteuid() and _is_here(process) and channel.is_alive(connection)
        yield connection, process if is_ours else None


def _is_here(process: int) -> bool:
    """Tell whether an agent is of our terminal session.

    Where the system hides hardened processes (proc(5): hidepid) it still tells their session (getsid(2)).
    """
    if (terminal := channel.find_terminal(process)) is not None:
        return terminal == channel.find_terminal(os.getpid())
    try:
        return os.getsid(process) == os.getsid(0)
    except OSError:
        return False


def _connect(connection: socket.socket, place: Path) -> None:
    """Connect; where many stand before us, Linux says to try again (unix(7)) instead of waiting."""
    until = time.monotonic() + channel.WAIT
    while True:
        try:
            return connection.connect(os.fsencode(place))
        except BlockingIOError:
            if time.monotonic() >= until:
                raise
            time.sleep(AGAIN)


def start(folder: Path, home: Home, identity: Unlocked, idle: int) -> AgentIdentity:
    """Start the agent of a session that ends after so many idle seconds; it takes the place of an earlier one.

    SessionFolderUnsafe, SessionNotStarted.
    """
    import subprocess
    import sys

    terminal = this_terminal()
    if terminal is None:
        from wkc.errors.session import SessionNotStarted

        raise SessionNotStarted
    channel.make_folder(folder)
    place = channel.name_socket(folder, terminal, identity.vault_id, home.path, identity.user_id)
    end(place)
    handed_over = {
        "vault": identity.vault_id.hex,
        "user": identity.user_id,
        "kind": identity.kind.value,
        "slot": identity.slot_id.hex,
        "x25519": canonical_json.encode(identity.x25519),
        "ed25519": canonical_json.encode(identity.ed25519),
        "home": str(home.path),
        "place": str(place),
        "idle": idle,
    }
    # Not a session of its own: the agent must be seen to belong to the terminal, and its number cannot be given anew.
    agent = subprocess.Popen(  # noqa: S603  (a constant)
        [sys.executable, *AGENT],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env={},
        process_group=0,
    )
    answer, _nothing = agent.communicate(bytes(identity.blob) + canonical_json.dump(handed_over))
    if answer != channel.READY:
        from wkc.errors.session import SessionNotStarted

        raise SessionNotStarted
    return AgentIdentity(
        identity.vault_id,
        identity.user_id,
        identity.kind,
        identity.slot_id,
        identity.x25519,
        identity.ed25519,
        place,
    )


def _list_sessions(folder: Path) -> Iterator[tuple[TerminalSession, Path, Status]]:
    terminal = this_terminal()
    if terminal is not None:
        for place in channel.list_sockets(folder, terminal):
            status = read_status(place)
            if status is not None:
                yield terminal, place, status
