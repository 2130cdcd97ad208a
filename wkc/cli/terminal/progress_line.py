"""The progress line: what takes over two seconds says so on the terminal, and whether it waits for another command."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from typing import TextIO

from wkc.i18n import _
from wkc.vault.files.waiting import is_waiting

FIRST_AFTER = 2.0
"""Seconds before the line is shown."""
INTERVAL = 1.0
"""Seconds between two counts."""


class ProgressLine:
    """One line on a terminal that counts seconds while a command works; it is gone before anything else is written.

    A machine that gives no thread for it, or a terminal that takes no line, leaves the command without.
    """

    def __init__(self, stream: TextIO, first_after: float = FIRST_AFTER, interval: float = INTERVAL) -> None:
        self._stream = stream
        self._first_after = first_after
        self._interval = interval
        self._lock = threading.Lock()
        self._cleared = threading.Event()
        self._cleared.set()
        self._shown = False

    def start(self) -> None:
        """Count from now on."""
        if self._cleared.is_set() and self._stream.isatty():
            self._cleared = threading.Event()
            with suppress(RuntimeError):  # Raised by Python where the system refuses a thread.
                threading.Thread(target=self._count, args=(self._cleared, time.monotonic()), daemon=True).start()

    def clear(self) -> None:
        """Take the line away: a person reads or types now."""
        self._cleared.set()
        with self._lock:
            if self._shown:
                self._write("\r\x1b[K")
                self._shown = False

    def show(self, line: str) -> None:
        """Show how far a command is, in place of the seconds, until a person reads or types again."""
        self._cleared.set()
        with self._lock:
            self._write(f"\r{line}\x1b[K\r")
            self._shown = True

    def _count(self, cleared: threading.Event, since: float) -> None:
        wait = self._first_after
        while not cleared.wait(wait):
            wait = self._interval
            with self._lock:
                if not cleared.is_set():
                    line = _("Another command is busy … {seconds} s") if is_waiting() else _("One moment … {seconds} s")
                    self._write(f"\r{line.format(seconds=int(time.monotonic() - since))}\x1b[K")
                    self._shown = True

    def _write(self, text: str) -> None:
        with suppress(OSError):
            self._stream.write(text)
            self._stream.flush()
