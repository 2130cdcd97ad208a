"""The agent of a session: a process that holds one user's private keys, and nothing else (VAULT 5).

The agent reads the keyring itself for every key that it opens: a rotation needs no new password, and a user who lost
the slot gets nothing. `client.start` starts it and hands the keys over through a pipe. Hand-written: ssh-agent and
gpg-agent sign, but open nothing that is sealed with HPKE, and know no terminal session.
"""

import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from uuid import UUID

from wkc.errors.families import NotSignedIn, WkcError
from wkc.vault.files.home import Home
from wkc.vault.keys import canonical_json, keyring
from wkc.vault.keys.canonical_json import Malformed
from wkc.vault.keys.identity import Unlocked
from wkc.vault.keys.keyring import Keyring
from wkc.vault.keys.signing import DIGEST
from wkc.vault.keys.slot import BLOB, REGISTER, SPECIAL, SlotKind
from wkc.vault.keys.trust import Trusted, verify_keyring
from wkc.vault.session import channel
from wkc.vault.session.channel import TerminalSession
from wkc.vault.session.hardening import harden, locked_memory

LONGEST = 8 * 60 * 60
"""Seconds that a session lasts at most."""
TICK = 2.0
"""Seconds after which it looks whether its terminal closed; sooner where its time is over before."""
PAUSE = 0.05
WAITING = 128
OPENED = frozenset({REGISTER, SPECIAL})
"""The keys that an agent opens; the one that signs the keyring is not among them."""


class KeyringChanged(Exception):
    """The keyring in the folder is not the one that the question was about."""


class Agent:
    """One session: who signed in, to which register, in which terminal session, and until when.

    `clock` counts seconds, those of a suspended machine too; `idle` is how many may pass without a key being used.
    """

    def __init__(
        self, identity: Unlocked, home: Home, terminal: TerminalSession, idle: float, clock: Callable[[], float]
    ) -> None:
        self.ended = False
        self._identity = identity
        self._home = home
        self._terminal = terminal
        self._idle = idle
        self._clock = clock
        self._used = clock()
        self._until = self._used + LONGEST
        self._has_leader = _is_running(terminal.session)

    @property
    def seconds_left(self) -> tuple[float, float]:
        """Give the seconds that are left: if no key is used, and at most."""
        now = self._clock()
        most = self._until - now
        return min(self._used + self._idle - now, most), most

    @property
    def is_over(self) -> bool:
        """A session that is over: signed out, out of time, or its terminal closed."""
        closed = self._has_leader and not _is_running(self._terminal.session)
        return self.ended or closed or self.seconds_left[0] <= 0

    def can_admit(self, process: int, uid: int) -> bool:
        """Admit a process of this account in the same terminal session, and no other."""
        return uid == os.geteuid() and channel.find_terminal(process) == self._terminal

    def answer(self, message: dict[str, object]) -> dict[str, object]:
        """Answer one message; an unknown message and a session that is over get an empty answer."""
        if self.is_over:
            return {}
        try:
            match message:
                case {"do": "status"}:
                    return self._describe()
                case {"do": "end"}:
                    self.ended = True
                    return {"done": ""}
                case {"do": "sign", "label": str(label), "digest": digest}:
                    return self._reply(self._identity.sign(label, canonical_json.decode(digest, DIGEST)))
                case {"do": "open", "keyring": checksum}:
                    trusted = self._verify_keyring(checksum)[1]
                    signer = canonical_json.encode(trusted.pin)
                    return self._reply(trusted.register_key) | {"signer": signer}
                case {"do": "unseal", "keyring": checksum, "which": str(which)}:
                    return self._reply(self._unseal_key(checksum, which))
        except WkcError as error:
            self.ended = isinstance(error, NotSignedIn)
            return {"error": error.name}
        except KeyringChanged:
            return {"error": "changed"}
        except (Malformed, ValueError, KeyError):
            return {}
        return {}

    def _describe(self) -> dict[str, object]:
        idle, most = self.seconds_left
        identity = self._identity
        return {
            "idle": int(idle),
            "most": int(most),
            "slot": identity.slot_id.hex,
            "user": identity.user_id,
            "vault": identity.vault_id.hex,
        }

    def _reply(self, octets: bytes) -> dict[str, object]:
        self._used = self._clock()
        return {"done": canonical_json.encode(octets)}

    def _unseal_key(self, checksum: object, which: str) -> bytes:
        if which not in OPENED:
            raise Malformed
        ring, _trusted = self._verify_keyring(checksum)
        return self._identity.unseal(ring, which)

    def _verify_keyring(self, checksum: object) -> tuple[Keyring, Trusted]:
        """Read the keyring and check it in full; it must be the one that was asked about."""
        ring = keyring.read(self._home)
        trusted = verify_keyring(ring, self._identity)
        if ring.checksum != canonical_json.decode(checksum, DIGEST):
            raise KeyringChanged
        return ring, trusted


def serve(agent: Agent, listening: socket.socket, is_reached: Callable[[], bool]) -> None:
    """Answer whoever may ask, one message a connection, until the session is over.

    It is over too when the socket is no longer reached where it was bound: who took it away took it from the user, and
    nobody could end the session any more.
    """
    while not agent.is_over and is_reached():
        listening.settimeout(min(TICK, max(agent.seconds_left[0], PAUSE)))
        try:
            connection, _address = listening.accept()
        except TimeoutError:
            continue
        except OSError:  # The machine is out of descriptors or memory, or the other end has gone.
            time.sleep(PAUSE)
            continue
        with closing(connection), suppress(OSError, Malformed):
            if agent.can_admit(*channel.read_peer(connection)) and channel.is_alive(connection):
                channel.send(connection, agent.answer(channel.receive(connection)))


def clock() -> float:
    """Give seconds that go on while the machine is suspended (clock_gettime(2); on macOS CLOCK_MONOTONIC does)."""
    return time.clock_gettime(time.CLOCK_BOOTTIME if sys.platform == "linux" else time.CLOCK_MONOTONIC)


def bind(place: Path) -> socket.socket:
    """Listen at a place; a socket that was there is replaced."""
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    new = place.with_suffix(f".{os.getpid() % 10_000_000}")
    new.unlink(missing_ok=True)
    listening.bind(os.fsencode(new))
    listening.listen(WAITING)
    new.rename(place)
    return listening


def _is_there(place: Path, mine: int) -> bool:
    """Check that a place still has the socket of this number; False too where it cannot be seen."""
    try:
        return place.lstat().st_ino == mine
    except OSError:
        return False


def _is_running(process: int) -> bool:
    """Check that a process exists, under any account."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return process != 0


def _read_handover() -> tuple[Unlocked, Home, Path, float]:
    """Read from the pipe what client.start writes: the blob, then the identity that it belongs to."""
    blob = locked_memory(BLOB)
    read = 0
    while read < BLOB and (count := os.readv(0, [blob[read:]])):
        read += count
    with os.fdopen(os.dup(0), "rb") as rest:
        handed_over = canonical_json.load(rest.read())
    names = ("vault", "user", "kind", "slot", "x25519", "ed25519", "home", "place", "idle")
    members = canonical_json.take_object(handed_over, names)
    text = {name: canonical_json.take_text(members[name]) for name in names if name != "idle"}
    identity = Unlocked(
        UUID(text["vault"]),
        text["user"],
        SlotKind(text["kind"]),
        UUID(text["slot"]),
        canonical_json.decode(text["x25519"], DIGEST),
        canonical_json.decode(text["ed25519"], DIGEST),
        blob,
    )
    return identity, Home(Path(text["home"])), Path(text["place"]), canonical_json.take_int(members["idle"])


def main() -> None:
    """Run as the agent: leave the process that was started, take the keys, listen, report ready, and serve."""
    harden()
    if os.fork():
        os._exit(0)
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, lambda _number, _frame: sys.exit(0))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    terminal = channel.find_terminal(os.getpid())
    identity, home, place, idle = _read_handover()
    if terminal is None or not isinstance(identity.blob, memoryview):
        return
    with closing(bind(place)) as listening:
        mine = place.lstat().st_ino
        try:
            os.write(1, channel.READY)
            nothing = os.open(os.devnull, os.O_RDWR)
            for stream in range(3):
                os.dup2(nothing, stream)
            serve(Agent(identity, home, terminal, idle, clock), listening, partial(_is_there, place, mine))
        finally:
            identity.blob[:] = bytes(BLOB)
            with suppress(OSError):
                if _is_there(place, mine):
                    place.unlink()


if __name__ == "__main__":
    main()
