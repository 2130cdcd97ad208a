"""A person at a keyboard: prompts go to the terminal itself, never into data that is piped."""

import getpass
from pathlib import Path
from typing import TextIO

_TTY = Path("/dev/tty")


class Keyboard:
    """The controlling terminal of this process."""

    def __init__(self, tty: TextIO) -> None:
        self._tty = tty

    def ask(self, prompt: str) -> str:
        """Ask for a line; end of input counts as interrupted."""
        self._tty.write(prompt)
        self._tty.flush()
        line = self._tty.readline()
        if not line:
            raise KeyboardInterrupt
        return line.rstrip("\n")

    def ask_secret(self, prompt: str) -> str:
        """Ask for a line that is not shown."""
        try:
            return getpass.getpass(prompt, stream=self._tty)
        except EOFError as error:
            raise KeyboardInterrupt from error


def keyboard() -> Keyboard | None:
    """Give the terminal, or None where there is none (cron, CI)."""
    try:
        descriptor = _TTY.open("r+b", buffering=0)
    except OSError:
        return None
    import io

    return Keyboard(io.TextIOWrapper(descriptor, encoding="utf-8", errors="strict", write_through=True))
