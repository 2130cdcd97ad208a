"""The channel to the agent of a session: the place of its socket, the peer, the form of a message (VAULT 5)."""

from __future__ import annotations

import errno
import hashlib
import os
import select
import socket
import stat
import struct
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from msgspec import Struct

from wkc.vault.files.home import FOLDER_MODE, OTHERS
from wkc.vault.keys import canonical_json
from wkc.vault.keys.canonical_json import Malformed

LARGEST = 255
"""Octets of a message after the one that tells its length."""
LONGEST_PATH = 103
"""Octets of the path of a Unix socket that every system takes (104 with the NUL on macOS, 108 on Linux)."""
PEER_PIDFD = 77
"""SO_PEERPIDFD of asm-generic/socket.h: a descriptor of the process at the other end; Python has no name for it yet."""
PATIENCE = 1.0
"""Seconds that a question may take to come in; whoever asks waits longer, others may be before them."""
WAIT = 5.0
READY = b"ready"
"""The first words of a new agent to the process that started it."""
NAME = 32
"""Characters of a socket's name; the agent puts its process number behind it until it listens."""


class TerminalSession(Struct, frozen=True):
    """A terminal session: its number, which is the process number of its leader, and its terminal (0: none)."""

    session: int
    tty: int

    @property
    def is_known(self) -> bool:
        """A number that tells one from another; a session begun outside our process namespace has 0."""
        return self.session != 0 or self.tty != 0


def find_terminal(process: int) -> TerminalSession | None:
    """Give the terminal session of a process; None when it is gone or cannot be seen."""
    try:
        if sys.platform != "linux":
            return TerminalSession(os.getsid(process), 0)
        # proc(5): after the name, which may hold anything: state, parent, group, session, terminal.
        after = Path(f"/proc/{process}/stat").read_bytes().rpartition(b")")[2].split()
        return TerminalSession(int(after[3]), int(after[4]))
    except (OSError, ValueError, IndexError):
        return None


def read_peer(connection: socket.socket) -> tuple[int, int]:
    """Give the process and the user id at the other end, as the kernel knows them (unix(7); macOS: sys/un.h)."""
    if sys.platform != "linux":
        local, peer_cred, peer_pid, size = 0, 1, 2, 76
        uid = struct.unpack_from("=II", connection.getsockopt(local, peer_cred, size))[1]
        return connection.getsockopt(local, peer_pid), uid
    credentials = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("=iII"))
    pid, uid, _gid = struct.unpack("=iII", credentials)
    return pid, uid


def is_alive(connection: socket.socket) -> bool:
    """Detect PID reuse: the process at the other end is checked alive after its number was read.

    SO_PEERPIDFD, Linux 6.5; other systems have no such check.
    """
    if sys.platform != "linux":
        return True
    try:
        octets = connection.getsockopt(socket.SOL_SOCKET, PEER_PIDFD, struct.calcsize("=i"))
    except OSError as error:
        return error.errno == errno.ENOPROTOOPT
    process = struct.unpack("=i", octets)[0]
    try:
        watched = select.poll()
        watched.register(process, select.POLLIN)
        return not watched.poll(0)
    finally:
        os.close(process)


def name_socket(folder: Path, terminal: TerminalSession, vault_id: UUID, home: Path, user_id: str) -> Path:
    """Name the socket of one user's session with one register in one terminal session."""
    owner = canonical_json.dump([str(vault_id), os.path.realpath(home), user_id])
    return folder / f"{_digest_terminal(terminal)}{hashlib.sha256(owner).hexdigest()[:24]}"


def list_sockets(folder: Path, terminal: TerminalSession) -> Iterator[Path]:
    """Give the sockets of all sessions of one terminal session."""
    if is_private(folder):
        yield from sorted(folder.glob(f"{_digest_terminal(terminal)}*"))


def _digest_terminal(terminal: TerminalSession) -> str:
    return hashlib.sha256(b"%d %d" % (terminal.session, terminal.tty)).hexdigest()[:8]


def make_folder(folder: Path) -> None:
    """Have the folder of the sockets; SessionFolderUnsafe where it is not ours alone or its path is too long."""
    try:
        folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
    except OSError:
        from wkc.errors.session import SessionFolderUnsafe

        raise SessionFolderUnsafe(path=folder) from None
    if not is_private(folder) or len(os.fsencode(folder)) + 1 + NAME + 8 > LONGEST_PATH:
        from wkc.errors.session import SessionFolderUnsafe

        raise SessionFolderUnsafe(path=folder)


def is_private(folder: Path) -> bool:
    """Check that a folder is one, no link, ours, and closed to everybody else."""
    try:
        status = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(status.st_mode) and status.st_uid == os.geteuid() and not status.st_mode & OTHERS


def send(connection: socket.socket, message: dict[str, object]) -> None:
    """Send a message."""
    content = canonical_json.dump(message)
    if len(content) > LARGEST:
        raise ValueError(len(content))
    connection.sendall(bytes([len(content)]) + content)


def receive(connection: socket.socket, patience: float = PATIENCE) -> dict[str, object]:
    """Receive a message; canonical_json.Malformed for what is none, OSError when it does not come."""
    until = time.monotonic() + patience
    content = _receive_exactly(connection, _receive_exactly(connection, 1, until)[0], until)
    message = canonical_json.load(content)
    if not isinstance(message, dict):
        raise Malformed
    return message


def _receive_exactly(connection: socket.socket, count: int, until: float) -> bytes:
    received = b""
    while len(received) < count:
        connection.settimeout(max(until - time.monotonic(), 0.001))
        more = connection.recv(count - len(received))
        if not more:
            raise Malformed
        received += more
    return received
