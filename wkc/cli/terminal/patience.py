"""Signs of life: what takes more than two seconds says so on the terminal, and whether it waits for another command."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from typing import TextIO

from wkc.i18n import _
from wkc.vault.files.waiting import is_waiting

QUIET = 2.0
"""Seconds before the first sign."""
EACH = 1.0


class Patience:
    """One line on a terminal that counts seconds while a command works; it is gone before anything else is written.

    A machine that gives no thread for it, or a terminal that takes no line, leaves the command without.
    """

    def __init__(self, stream: TextIO, quiet: float = QUIET, each: float = EACH) -> None:
        self._stream = stream
        self._quiet = quiet
        self._each = each
        self._lock = threading.Lock()
        self._resting = threading.Event()
        self._resting.set()
        self._shown = False

    def work(self) -> None:
        """Count from now on."""
        if self._resting.is_set() and self._stream.isatty():
            self._resting = threading.Event()
            with suppress(RuntimeError):  # So Python calls a thread that the system refuses.
                threading.Thread(target=self._count, args=(self._resting, time.monotonic()), daemon=True).start()

    def rest(self) -> None:
        """Take the line away: a person reads or types now."""
        self._resting.set()
        with self._lock:
            if self._shown:
                self._write("\r\x1b[K")
                self._shown = False

    def count(self, line: str) -> None:
        """Show how far a command is, in place of the seconds, until a person reads or types again."""
        self._resting.set()
        with self._lock:
            self._write(f"\r{line}\x1b[K\r")
            self._shown = True

    def _count(self, resting: threading.Event, since: float) -> None:
        wait = self._quiet
        while not resting.wait(wait):
            wait = self._each
            with self._lock:
                if not resting.is_set():
                    line = _("Another command is busy … {seconds} s") if is_waiting() else _("One moment … {seconds} s")
                    self._write(f"\r{line.format(seconds=int(time.monotonic() - since))}\x1b[K")
                    self._shown = True

    def _write(self, text: str) -> None:
        with suppress(OSError):
            self._stream.write(text)
            self._stream.flush()
