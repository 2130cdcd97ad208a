"""A terminal window of a fixed size with the program in it, as a person sees and types: a real pty, drawn by pyte."""

import fcntl
import os
import pty
import re
import select
import struct
import sys
import termios
import time
from datetime import datetime
from pathlib import Path
from typing import Any

import pyte

from tests.stage import Stage

PROGRAM = """
import sys
from datetime import datetime, timedelta
from wkc.__main__ import main
from wkc.cli.terminal.environment import environment
moment = datetime.fromisoformat(sys.argv[1])
def now():
    global moment
    moment += timedelta(seconds=1)
    return moment
sys.exit(main(sys.argv[2:], environment()._replace(now=now)))
"""
PATIENCE = 30
SETTLED = 0.15
"""Seconds without a change after which a screen that is compared is whole."""
ASLEEP = 0.03
"""Seconds without a change after which it is whole if no thread of the program ran in them."""
F1, F4, DOWN, ALT_ENTER = "\x1bOP", "\x1bOS", "\x1b[B", "\x1b\r"
"""Keys as xterm sends them."""
_ESCAPE = re.compile("\x1bO.")


class _Screen(pyte.Screen):
    """A screen that answers where its cursor is, as prompt_toolkit asks."""

    terminal = -1

    def write_process_input(self, data: str) -> None:
        os.write(self.terminal, data.encode())


class Window:
    """One run of the program in a window; `keys` counts what was pressed."""

    def __init__(
        self, stage: Stage, *words: str, columns: int = 80, rows: int = 24, language: str = "nl_NL.UTF-8"
    ) -> None:
        self.keys = 0
        self._screen = _Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        child, self._terminal = pty.fork()
        if child == 0:
            environ = {
                "PATH": os.environ["PATH"], "LC_ALL": language, "TERM": "xterm-256color", "WKC_HOME": str(stage.home),
                "WKC_USER": stage.user or "", "WKC_PASSWORD_FILE": str(stage.password_file), "TZ": "Europe/Amsterdam",
                "XDG_STATE_HOME": str(stage.folder / "state-of-windows"), "HOME": str(stage.folder),
            }  # fmt: skip
            os.chdir(stage.folder)
            os.execve(sys.executable, [sys.executable, "-c", PROGRAM, _moment(stage.now), *words], environ)  # noqa: S606
        self._child = child
        self._screen.terminal = self._terminal
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def see(self, wanted: str, settled: float = SETTLED) -> str:
        """Wait until a text stands on the screen and nothing changes for so long, and give the screen."""
        until = time.monotonic() + PATIENCE
        while wanted not in self.text():
            left = until - time.monotonic()
            assert left > 0, f"never seen: {wanted!r}\n{self.text()}"
            if select.select([self._terminal], [], [], left)[0]:
                self._read()
        silent = 0.0
        while silent < settled:
            before = self._count_turns()
            if select.select([self._terminal], [], [], min(settled, ASLEEP))[0]:
                silent = 0.0
                if not self._read():
                    break
            elif before is not None and before == self._count_turns():
                break
            else:
                silent += ASLEEP
        return self.text()

    def press(self, keys: str, then: str, settled: float = SETTLED) -> str:
        """Press keys, and wait until a text stands on the screen."""
        self.keys += len(_ESCAPE.sub("F", keys))
        self._screen.reset_mode(pyte.modes.LNM)
        before = self.text()
        os.write(self._terminal, keys.encode())
        until = time.monotonic() + PATIENCE
        while self.text() == before and time.monotonic() < until and self._read():
            pass
        return self.see(then, settled)

    def text(self) -> str:
        """Give the lines of the screen without the room at their ends; beside a wide sign is a cell without any."""
        cells, lines, columns = self._screen.buffer, range(self._screen.lines), range(self._screen.columns)
        return "\n".join("".join([cells[y][x].data for x in columns]).rstrip() for y in lines).rstrip() + "\n"

    def close(self) -> int:
        """Close the window, and give the exit code of the program."""
        os.close(self._terminal)
        return os.waitstatus_to_exitcode(os.waitpid(self._child, 0)[1])

    def _count_turns(self) -> list[str] | None:
        """List how often each thread of the program had its turn; None where one runs, or no proc(5) tells."""
        try:
            told = [path.read_text() for path in Path(f"/proc/{self._child}/task").glob("*/status")]
        except OSError:
            return None
        if not told or not all("State:\tS" in one for one in told):
            return None
        return [line for one in told for line in one.splitlines() if "_ctxt_switches" in line]

    def _read(self) -> bool:
        try:
            octets = os.read(self._terminal, 65536)
        except OSError:  # Linux says EIO when the other end has gone.
            return False
        self._stream.feed(octets)
        return bool(octets)


def _moment(now: datetime) -> Any:
    return now.isoformat()
