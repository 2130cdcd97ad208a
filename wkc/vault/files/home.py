"""The folder that holds a register: its files, who may touch them, and the lock (VAULT 1 and 3)."""

import errno
import fcntl
import os
import re
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from wkc.errors.families import WkcError
from wkc.errors.vault import (
    HomeIsLink,
    Inaccessible,
    KeyringMissing,
    NetworkFolder,
    NoRegister,
    NotAPlainFile,
    NotOwner,
    RegisterBusy,
    WrongPermissions,
)
from wkc.i18n import _
from wkc.vault.files.network import find_network_kind
from wkc.vault.files.sqlite_errors import disk
from wkc.vault.files.waiting import waiting

LOCKS = Path("/proc/locks")
FOLDER_MODE = 0o700
FILE_MODE = 0o600
OTHERS = 0o077
POLL = 0.05
# The error numbers of open(2) for a link that is not followed, a folder, a pipe without a reader, a device.
NO_FILE = frozenset({errno.ELOOP, errno.EISDIR, errno.ENXIO, errno.ENODEV})
BESIDE = ("-wal", "-shm", "-journal")
"""The endings of the files that SQLite keeps beside a database file."""
GENERATION = r"register-\d+\.db"
OURS = ("keyring.json", "register-", "destroyed.", "signins.", "lock")


class Home(Struct, frozen=True, dict=True):
    """The folder of one register."""

    path: Path

    @cached_property
    def keyring(self) -> Path:
        """The key slots; the only commit point."""
        return self.path / "keyring.json"

    @cached_property
    def keyring_copy(self) -> Path:
        """The copy, read when the keyring is damaged."""
        return self.path / "keyring.json.copy"

    @cached_property
    def keyring_first(self) -> Path:
        """The keyring of an init that has not committed: a register beside it was never confirmed."""
        return self.path / "keyring.json.first"

    @cached_property
    def ledger(self) -> Path:
        """The destruction ledger."""
        return self.path / "destroyed.jsonl"

    @cached_property
    def signins(self) -> Path:
        """The failed sign-ins."""
        return self.path / "signins.jsonl"

    @cached_property
    def lock_file(self) -> Path:
        """The file that flock(2) is held on."""
        return self.path / "lock"

    def register(self, generation: int) -> Path:
        """Name the register of a generation."""
        return self.path / f"register-{generation}.db"

    def check(self) -> None:
        """Refuse a folder that is not there, not ours, or open to others."""
        with disk():
            self.check_folder()
            if not (os.path.lexists(self.keyring) or os.path.lexists(self.keyring_copy)):
                raise self.explain_missing_keyring()
            self.check_files()

    def explain_missing_keyring(self) -> WkcError:
        """Make the error for a folder without a keyring: lost, unless an init that was cut short left the register."""
        there = set(self.path.iterdir()) if self.path.is_dir() else set()
        keyrings = {self.keyring, self.keyring_copy, self.keyring_first}
        if not there & keyrings and any(re.fullmatch(GENERATION, path.name) for path in there):
            return KeyringMissing(home=self.path)
        return NoRegister(home=self.path)

    def check_folder(self) -> None:
        """Refuse a folder that is a link, another's, open to others or on a network."""
        if self.path.is_symlink():
            raise HomeIsLink(home=self.path)
        if not self.path.is_dir():
            raise NoRegister(home=self.path)
        _check_owner(self.path, self.path.stat(), FOLDER_MODE)
        if (kind := find_network_kind(self.path)) is not None:
            raise NetworkFolder(home=self.path, kind=kind)

    def check_files(self) -> None:
        """Refuse files of the register that are no files, another's or open to others."""
        with os.scandir(self.path) as entries:
            for entry in entries:
                # A -wal or -shm may go away between the listing and the look, when the last command closes.
                with suppress(FileNotFoundError):
                    if entry.name.startswith(OURS):
                        _check_file(entry.path, entry.stat(follow_symlinks=False))

    @contextmanager
    def lock(self, *, exclusive: bool = False, wait: float = 60.0) -> Iterator[None]:
        """Hold the folder, shared or alone; errors.RegisterBusy after `wait` seconds.

        A turnstile is passed before the lock: without it an exclusive lock would wait for ever on many shared ones.
        """
        until = time.monotonic() + wait
        lock = self._open_lock()
        try:
            with self._open_turnstile() as gate, waiting():
                while not _pass_turnstile(gate, lock, exclusive=exclusive):
                    if time.monotonic() >= until:
                        raise RegisterBusy(who=_name_holder(lock))
                    time.sleep(POLL)
            with _leave_number(lock) if exclusive else nullcontext():
                yield
        finally:
            os.close(lock)

    def _open_lock(self) -> int:
        with disk(), private_umask():
            return open_plain(self.lock_file, os.O_RDWR | os.O_CREAT)

    @contextmanager
    def _open_turnstile(self) -> Iterator[int]:
        with disk():
            gate = os.open(self.path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
        try:
            yield gate
        finally:
            os.close(gate)


def open_plain(path: Path, flags: int) -> int:
    """Open what must be a file, following no link and waiting for nobody; errors.NotAPlainFile."""
    try:
        opened = os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, FILE_MODE)
    except OSError as error:
        if error.errno in NO_FILE:
            raise NotAPlainFile(path=path) from error
        raise
    if not stat.S_ISREG(os.fstat(opened).st_mode):
        os.close(opened)
        raise NotAPlainFile(path=path)
    return opened


@contextmanager
def private_umask() -> Iterator[None]:
    """Keep group and others out of files that are made meanwhile."""
    before = os.umask(OTHERS)
    try:
        yield
    finally:
        os.umask(before)


def _check_file(path: str, status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise NotAPlainFile(path=Path(path))
    _check_owner(path, status, FILE_MODE)


def _check_owner(path: Path | str, status: os.stat_result, mode: int) -> None:
    if status.st_uid != os.geteuid():
        raise NotOwner(path=Path(path))
    if stat.S_IMODE(status.st_mode) & OTHERS:
        raise WrongPermissions(path=Path(path), mode=f"{mode:o}")
    if stat.S_IMODE(status.st_mode) & mode != mode:
        raise Inaccessible(path=Path(path))


def _pass_turnstile(gate: int, lock: int, *, exclusive: bool) -> bool:
    """Try for the lock through the turnstile, which is the folder itself.

    Who shares blocks it for this instant; who wants to be alone keeps it while waiting, so that no more come in.
    """
    if not _try_lock(gate, exclusive=exclusive):
        return False
    taken = _try_lock(lock, exclusive=exclusive)
    if not taken and not exclusive:
        fcntl.flock(gate, fcntl.LOCK_UN)
    return taken


def _try_lock(lock: int, *, exclusive: bool) -> bool:
    try:
        fcntl.flock(lock, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextmanager
def _leave_number(lock: int) -> Iterator[None]:
    """Leave our process number where the ones who wait can read it."""
    # On a full disk the name is missing, not the lock: what makes room may need it.
    with suppress(OSError):
        os.ftruncate(lock, 0)
        os.pwrite(lock, b"%d" % os.getpid(), 0)
    try:
        yield
    finally:
        with suppress(OSError):
            os.ftruncate(lock, 0)


def _name_holder(lock: int) -> str:
    """Name a process that holds the lock: as the system says, else as the one that holds it alone wrote."""
    pids = [*_list_holders(lock), os.pread(lock, 20, 0).decode("ascii", "replace")]
    pid = next((pid for pid in pids if pid.isdecimal()), None)
    return _("another command") if pid is None else _("process {pid}").format(pid=pid)


def _list_holders(lock: int) -> list[str]:
    status = os.fstat(lock)
    place = f"{os.major(status.st_dev):02x}:{os.minor(status.st_dev):02x}:{status.st_ino}"
    try:
        lines = LOCKS.read_text(encoding="ascii").splitlines()
    except OSError:
        return []
    # "1: FLOCK  ADVISORY  READ 4711 fe:00:123 0 EOF"; who waits has "->" after the number.
    return [words[4] for words in map(str.split, lines) if words[1] == "FLOCK" and words[5] == place]
