"""Files that a user names, to read: regular files only, and none larger than its use can need (DESIGN 11)."""

import os
import stat
from io import FileIO
from pathlib import Path
from typing import Protocol

from wkc.errors.input import FileTooLarge, FileUnreadable

MIB = 1024 * 1024
TEXT = MIB
"""Octets of a password, a code, a note, the form of one client at most."""
DOCUMENT = 100 * MIB
"""Octets of a paper of a dossier at most; the setting document.most_mib says what the office takes."""
LIST = 512 * MIB
"""Octets of a list of clients at most: a million clients with all common fields take some 300 MiB."""
_OPEN_ALREADY = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")


class Stream(Protocol):
    """Octets that come in once, such as stdin."""

    def read(self, size: int, /) -> bytes:
        """Read that many octets, or up to the end."""


def open_regular(path: Path, most: int, *, links: bool = True) -> FileIO:
    """Open a regular file of `most` octets at most; errors.FileTooLarge.

    errors.FileUnreadable for a folder, for a pipe or a device, which might never end, and without `links` for a
    symbolic link.
    """
    flags = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | (0 if links else os.O_NOFOLLOW)
    try:
        # The look comes before the opening too: opening a device can already change it.
        if not stat.S_ISREG(path.stat(follow_symlinks=links).st_mode):
            raise FileUnreadable(path=path)
        file = FileIO(path, opener=lambda name, _flags: os.open(name, flags))
    except (OSError, ValueError) as error:  # A name with a NUL is a ValueError.
        raise FileUnreadable(path=path) from error
    status = os.fstat(file.fileno())
    if not stat.S_ISREG(status.st_mode) or status.st_size > most:
        file.close()
        raise FileTooLarge(path=path, most=most // MIB) if stat.S_ISREG(status.st_mode) else FileUnreadable(path=path)
    return file


def read(path: Path, most: int, *, links: bool = True) -> bytes:
    """Read a regular file into memory, or a pipe that is open already; errors.FileUnreadable, FileTooLarge."""
    if links and (piped := _open_pipe(path)) is not None:
        with piped:
            return read_stream(piped, most, path)
    with open_regular(path, most, links=links) as file:
        return read_stream(file, most, path)


def read_stream(stream: Stream, most: int, named: object) -> bytes:
    """Read a stream to its end; errors.FileTooLarge where it goes on past `most` octets."""
    parts, left = [], most
    try:
        while part := stream.read(min(MIB, left + 1)):
            parts.append(part)
            left -= len(part)
            if left < 0:
                raise FileTooLarge(path=named, most=most // MIB)
    except OSError as error:
        raise FileUnreadable(path=named) from error
    return b"".join(parts)


def _open_pipe(path: Path) -> FileIO | None:
    """Open a pipe that the shell has open already, as in `wkc client import <(other)`; None for any other file."""
    try:
        if not str(path).startswith(_OPEN_ALREADY) or not stat.S_ISFIFO(path.stat().st_mode):
            return None
        file = FileIO(path, opener=lambda name, _flags: os.open(name, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC))
    except (OSError, ValueError) as error:
        raise FileUnreadable(path=path) from error
    os.set_blocking(file.fileno(), True)
    return file


def check_folder(path: Path) -> Path:
    """Give a folder that a user names; errors.FileUnreadable where it is not there, or is a link."""
    if path.is_symlink() or not path.is_dir():
        raise FileUnreadable(path=path)
    return path
