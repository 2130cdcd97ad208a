"""The outside of the program: streams, variables, clock, terminal, folders; tests make their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, TextIO

if TYPE_CHECKING:
    from wkc.vault.keys.password import Cost


_ADDRESS = r"([0-9A-Fa-f:.]{2,45}(?:%[\w.-]{1,16})?) "
"""The first word of SSH_CONNECTION (ssh(1), ENVIRONMENT): the address of the client, IPv4 or IPv6 with its zone."""


class IdleTooLong(Exception):
    """Nothing was typed for as long as a question may wait; `typed` is the text so far."""

    def __init__(self, typed: str) -> None:
        super().__init__()
        self.typed = typed


class Terminal(Protocol):
    """A person at a keyboard.

    A question waits `idle` seconds from the last key, where a number is given, and raises IdleTooLong. `typed` is in
    its line already.
    """

    def ask(self, prompt: str, typed: str = "", idle: float | None = None) -> str:
        """Ask for a line."""

    def choose(
        self,
        prompt: str,
        options: Mapping[str, str],
        typed: str = "",
        idle: float | None = None,
        settle: Callable[[str], str] = str,
    ) -> str:
        """Ask for one of the options, a word each with what it means; what is typed is searched in both.

        `settle` gives what an answer comes to, which stays on the screen.
        """

    def ask_secret(self, prompt: str, idle: float | None = None) -> str:
        """Ask for a line that is not shown."""

    def ask_user_id(self, prompt: str) -> str:
        """Ask for a line that is taken from the screen again: a password may be typed where none is asked for."""

    def command(
        self, prompt: str, words: Mapping[str, list[str]], lines: int = 0, typed: str = "", idle: float | None = None
    ) -> str | None:
        """Read one command, with completion, or a line of a menu of so many; None at the end of input."""

    def clear(self) -> None:
        """Take away what the screen shows."""


class Environment(NamedTuple):
    """All that `main` takes from outside.

    `terminal` gives None where nobody can be asked. `home`, `state` and `runtime` give the default folders of the
    register, of a user's last-seen audit heads and of the sockets of sessions. `cost` is that of Argon2id in new
    slots; None measures it here. `tty` is the device of the terminal, empty where there is none.
    `typed` are the options before the command that a command named in an answer needs as well.
    """

    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
    environ: Mapping[str, str]
    now: Callable[[], datetime]
    terminal: Callable[[], Terminal | None]
    home: Callable[[], Path]
    state: Callable[[], Path]
    runtime: Callable[[], Path]
    cost: Cost | None = None
    tty: str = ""
    typed: tuple[str, ...] = ()

    @property
    def origin(self) -> dict[str, str]:
        """The place where somebody works: the terminal, and behind ssh the client's address as sshd gives it."""
        connection = self.environ.get("SSH_CONNECTION")
        match = re.match(_ADDRESS, connection, re.ASCII) if connection else None
        return ({"terminal": self.tty} if self.tty else {}) | ({"ssh": match[1]} if match else {})

    @property
    def is_interactive(self) -> bool:
        """Tell whether a person types and reads: both streams are a terminal."""
        return self.stdin.isatty() and self.stdout.isatty()
